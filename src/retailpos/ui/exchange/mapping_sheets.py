"""Sheets of the mapping page: what would be made, which sent days would differ, and the page for the accountant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from retailpos.actions.mapping_differs import Moved, SentDay
from retailpos.actions.mapping_signed import Signature
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS, LOCATION
from retailpos.ui.day.dates import amount, long_date, short_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import MIDDLE, NARROW, WIDE, Sheet
from retailpos.ui.parts.words import Words
from retailpos.wording import _, plural

_LIST = 380
# What every plan but the largest holds.
_MOST_ACCOUNTS = 250


def open_dry_list(over: QWidget, names: tuple[str, ...], title: str, *, in_use: int, make: Callable[[], None]) -> Sheet:
    """The list of accounts that would be made, before anything is; most plans of QuickBooks hold so many only."""
    sheet = Sheet(over.window(), width=NARROW, name="accounts to make")
    table = Table((Column(_("Account")),), row_height=36, name="accounts to make")
    table.set_rows(tuple(Row((Cell(name),)) for name in names))
    table.setMinimumHeight(320)
    step = Button(_("Make them"), rank="primary", name="make them")
    step.clicked.connect(sheet.close_sheet)
    step.clicked.connect(make)
    sheet.content.addWidget(table, 1)
    room = _("{n} accounts are in use there; most plans hold {most}.").format(n=in_use, most=_MOST_ACCOUNTS)
    sheet.set_head(title, " ".join((_("Nothing else is changed in QuickBooks."), room)))
    sheet.add_buttons(step)
    sheet.open(step)
    return sheet


def open_differences(
    over: QWidget, shop: OpenShop, days: tuple[SentDay, ...], *, save_words: str = "", save: Callable[[], None]
) -> Sheet:
    """The sent days that would be other entries today, and how. With `save_words` saving waits for a yes."""
    sheet = Sheet(over.window(), width=WIDE, name="sent days that differ", padding=24)
    table = Table(_difference_columns(), row_height=36, name="sent days that differ")
    table.set_rows(tuple(line for day in days for line in _of_day(shop, day)))
    table.setMinimumHeight(_LIST)
    sheet.content.addWidget(table, 1)
    count = len({day.date for day in days})
    title = plural("1 sent day would differ", "{n} sent days would differ", count).format(n=count)
    sheet.set_head(
        title if count else _("No sent day would differ"),
        _("What was sent stays as it is in QuickBooks. Days sent from now on go by the new version."),
    )
    step = Button(save_words or _("Close"), rank="primary", name="save" if save_words else "close")
    step.clicked.connect(sheet.close_sheet)
    if save_words:
        step.clicked.connect(save)
    back = sheet.add_buttons(step, cancel=_("Not yet"))
    back.setVisible(bool(save_words))
    sheet.open(step)
    return sheet


def _difference_columns() -> tuple[Column, ...]:
    return (
        Column(_("Line")),
        Column(_("Debit"), 124, figures=True),
        Column(_("Credit"), 124, figures=True),
        Column(_("Sent to"), 254),
        Column(_("Would go to"), 254),
    )


def _of_day(shop: OpenShop, day: SentDay) -> list[Row]:
    under = _("version {n}").format(n=day.version) if day.version else _("suggestions")
    head = _("{day}: {number}, sent under {version}").format(
        day=long_date(day.date), number=day.doc_number, version=under
    )
    return [Row((Cell(head),), heading=True), *(_moved_row(shop, moved) for moved in day.moved)]


def _moved_row(shop: OpenShop, moved: Moved) -> Row:
    shown = amount(shop, abs(moved.cents))
    sides = (shown, "") if moved.cents > 0 else ("", shown)
    names = [name or _("None") for name in (moved.before, moved.after)]
    if moved.sort != "account":
        words = {CLASS: _("Class {name}"), LOCATION: _("Location {name}")}[moved.sort]
        names = [words.format(name=name) for name in names]
    return Row((Cell(moved.title, strong=True), *map(Cell, sides), Cell(names[0], "ink2"), Cell(names[1])))


class AccountantSheet(Sheet):
    """The accountant's word on a version: name and date; and the page to look at, as a PDF."""

    def __init__(self, over: QWidget, *, version: int, signed: Signature | None, today: str) -> None:
        super().__init__(over.window(), width=MIDDLE, name="accountant", padding=28)
        self.set_head(
            _("Page for the accountant"),
            _("Every row with its account, and one day's entry as QuickBooks gets it."),
        )
        self.told = Words("", "body", tone="ink2", wrap=True, name="accountant told")
        self.name = Field(_("Looked at by"), hint=_("The accountant's name"), name="signer")
        self.date = Field(_("On"), hint=_("Year-month-day"), name="sign date")
        self.date.set_text(today)
        fields = row(gap=16)
        fields.addWidget(self.name, 2)
        fields.addWidget(self.date, 1)
        self.content.addWidget(self.told)
        self.content.addLayout(fields)
        self.paper = Button(_("Save the page (PDF)"), icon="file-pdf", name="save the page")
        self.step = Button(_("Sign off version {n}").format(n=version), rank="primary", name="sign off")
        self.step.setEnabled(bool(version))
        self.name.entered.connect(self.step.click)
        self.date.entered.connect(self.step.click)
        self.add_buttons(self.step, self.paper, cancel=_("Close"))
        self.tell(_signed_words(version, signed))

    def tell(self, words: str) -> None:
        """Say what became of it."""
        self.told.set_text(words)


def _signed_words(version: int, signed: Signature | None) -> str:
    if not version:
        return _("Nothing was chosen yet: there are suggestions only. Save a version, then it can be signed off.")
    if signed is None:
        return _("Version {n} was not signed off yet.").format(n=version)
    return _("Version {n} was signed off by {name} on {day}. A new version is looked at anew.").format(
        n=version, name=signed.name, day=short_date(signed.date)
    )
