"""What goes where, at a glance: every kind of money with its account, taken over as a whole or chosen one by one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import first_days
from retailpos.actions.company_here import mapping_waits
from retailpos.actions.mapping import MapRow
from retailpos.actions.mapping_settings import NOTHING_READ, Settings, kept_settings
from retailpos.ui.day.context import Desk
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.wizard_step import Notice, WizardStep
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.panes import row
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class AccountsView:
    """The whole page as it is shown; `anew` where another company needs its own choice."""

    rows: tuple[Row, ...]
    summary: str
    anew: bool
    was_read: bool


class AccountsModel(QObject):
    """Verbs of the page."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._settings: Settings = NOTHING_READ
        self.view: AccountsView | None = None

    def read(self) -> None:
        """Show what was read before, and read the company's accounts anew."""
        link = self._desk.shop.exchange
        kept = kept_settings(self._desk.shop)
        self._settings = kept if link is not None and kept.company == link.kept.get("realm") else NOTHING_READ
        self._show()
        if self._work.connected and not self._work.running:
            self._work.ask(_("Reading QuickBooks …"), first_days.read_company, self._take)

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self._show()

    def keep(self) -> bool:
        """Take every suggestion over that nobody has decided otherwise."""
        view = self.view
        if view is None or not view.was_read:
            return False
        till, settings = self._desk.till, self._settings
        return self._desk.do(lambda: first_days.take_suggestions(till, settings, anew=view.anew)) is not None

    def _show(self) -> None:
        shop, settings = self._desk.shop, self._settings
        found = first_days.suggestions(shop, settings)
        with shop.store.read() as tx:
            anew = mapping_waits(tx)
        rows = tuple(self._row(row) for row in found)
        self.view = AccountsView(rows, self._summary(found), anew, bool(settings.company))
        self.changed.emit()

    def _there(self, row: MapRow) -> bool:
        return (row.account or row.suggested).casefold() in self._settings.by_name

    def _row(self, row: MapRow) -> Row:
        account = row.account or row.suggested
        chosen = first_days.is_chosen(row)
        if row.why == "none":
            account, tone, icon, why = _("None"), "ink2", "minus", _("Nothing is owed here")
        elif chosen:
            tone, icon, why = "ok", "check", _("Chosen")
        elif self._there(row):
            tone, icon, why = "ok", "check", _("Same name in QuickBooks")
        else:
            tone, icon, why = "accent", "plus", _("Made with the first day")
        return Row((Cell(row.title, strong=True), Cell(account), Cell(why, tone, icon=icon)))

    def _summary(self, found: tuple[MapRow, ...]) -> str:
        if not self._settings.company:
            return _("Reading the accounts of the company …")
        there = sum(1 for row in found if self._there(row))
        to_make = sum(1 for row in found if not self._there(row) and row.why != "none")
        words = plural("1 row has its account there.", "{n} rows have their account there.", there).format(n=there)
        if to_make:
            made = plural(
                "1 account is made when the first day is sent.",
                "{n} accounts are made when the first day is sent.",
                to_make,
            )
            words += " " + made.format(n=to_make)
        return words


class AccountsPage(WizardStep):
    """Renders an AccountsView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("wizard accounts", _("What goes where"))
        self.model = AccountsModel(desk, work)
        self.model.changed.connect(self.render_view)
        self.anew = Notice("warn", "warning", name="chosen for another company")
        self.down.addWidget(self.anew)
        self.table = Table(
            (Column(_("In the shop")), Column(_("Account in QuickBooks"), 300), Column("", 250)),
            row_height=36,
            name="suggested accounts",
        )
        self.table.setMinimumHeight(220)
        card = Card(padding=(1, 4, 1, 1), gap=0)
        card.content.addWidget(self.table)
        self.down.addWidget(card, 1)
        choose = Button(_("Choose other accounts"), size="slim", icon="magnifying-glass", name="choose accounts")
        choose.clicked.connect(lambda: desk.context.open_page("mapping"))
        across = row()
        across.addWidget(choose)
        across.addStretch(1)
        self.down.addLayout(across)

    def begin(self) -> None:
        self.model.read()

    def on_words(self) -> str:
        return _("Use these accounts")

    def on_ready(self) -> bool:
        return self.model.view is not None and self.model.view.was_read

    def go_on(self) -> None:
        if self.model.keep():
            self.finished.emit()

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        account, why = (230, 200) if narrow else (300, 250)
        self.table.set_columns((Column(_("In the shop")), Column(_("Account in QuickBooks"), account), Column("", why)))

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.second.set_text(view.summary)
        another = _("This is another company than before.")
        self.anew.say(
            another if view.anew else "", _("Look at every row; nothing is sent until you use these accounts.")
        )
        self.table.set_rows(view.rows)
        self.changed.emit()
