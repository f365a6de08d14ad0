"""A date's entry before it is sent: every line with its account, and the receipts each line is made of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions.books import behind, names, preview, state_of
from retailpos.actions.mapping_settings import kept_settings, marks_said
from retailpos.actions.reports import slot_title, title
from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import documents_of
from retailpos.core.document import RECEIPT_KINDS, Document
from retailpos.core.money import Quantity
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, clock_time, long_date
from retailpos.ui.day.desk import Pair
from retailpos.ui.day.table import Cell, Row
from retailpos.ui.exchange.words import Telling, tell
from retailpos.wording import _, plural

_SEP = "\x1f"


@dataclass(frozen=True, slots=True)
class EntryView:
    """The whole page as it is shown."""

    date: str
    title: str
    telling: Telling
    balances: bool
    number: str
    facts: str
    lines: tuple[Row, ...]
    foot: tuple[str, str, str]
    chosen: int
    made_of: str
    line_title: str
    line_sum: str
    adds_up: bool
    receipts: tuple[Row, ...]
    receipt: int
    receipt_title: str
    parts: tuple[Pair, ...]


class EntryModel(QObject):
    """Verbs of the entry page."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen, self._receipt = "", 0
        self.view: EntryView | None = None
        self.opened: Document | None = None

    def read(self) -> None:
        """Read the entry again."""
        if self._desk.date:
            self.view = self._view(self._desk.date)
            self.changed.emit()

    def choose(self, row: int) -> None:
        """Look behind a line."""
        view = self.view
        if view is not None and 0 <= row < len(view.lines) and not view.lines[row].heading:
            self._chosen, self._receipt = view.lines[row].key, 0
            self.read()

    def choose_receipt(self, row: int) -> None:
        """Look into one of the receipts behind the line."""
        self._receipt = row
        self.read()

    def next_step(self) -> None:
        """Send it, or what else is next."""
        if self.view is not None:
            self._desk.take_up(self.view.date)
            self._desk.go_on(self.view.telling.verb)

    def _view(self, date: str) -> EntryView:
        shop = self._desk.shop
        lines, debit, count = _lines(shop, date)
        with shop.store.read() as tx:
            telling = tell(shop, date, state_of(tx, shop, date))
        keys = [row.key for row in lines]
        first = next((n for n, row in enumerate(lines) if not row.heading), -1)
        chosen = keys.index(self._chosen) if self._chosen in keys else first
        found = _behind(shop, date, keys[chosen]) if chosen >= 0 else ()
        at = self._receipt if self._receipt < len(found) else 0
        line = lines[chosen] if chosen >= 0 else None
        total = sum(cents for _document, cents in found)
        self.opened = found[at][0] if found and found[at][0].kind in RECEIPT_KINDS else None
        numbers = ", ".join(row.doc_number for row in documents_of(shop, date))
        return EntryView(
            date,
            _("Entry for {day}").format(day=long_date(date)),
            telling,
            all(row.ground != "bad" for row in lines),
            numbers,
            plural("one document", "{n} documents", max(1, numbers.count(",") + 1)).format(n=numbers.count(",") + 1),
            lines,
            (plural("1 line", "{n} lines", count).format(n=count), amount(shop, debit), amount(shop, debit)),
            chosen,
            plural("Made of 1 document", "Made of {n} documents", len(found)).format(n=len(found)),
            line.cells[1].text if line else "",
            amount(shop, abs(total)),
            line is not None and amount(shop, abs(total)) in (line.cells[2].text, line.cells[3].text),
            tuple(_receipt_row(shop, document, cents if total >= 0 else -cents) for document, cents in found),
            at if found else -1,
            _called(found[at][0]) if found else "",
            _parts(shop, found[at][0], keys[chosen]) if found else (),
        )


def _lines(shop: OpenShop, date: str) -> tuple[tuple[Row, ...], int, int]:
    """Rows of all entries of a date, what their debits come to, and how many lines there are."""
    entries = preview(shop, date)
    called, settings = names(shop), kept_settings(shop)
    rows: list[Row] = []
    for entry in entries:
        if len(entries) > 1:
            rows.append(Row((Cell(entry_title(entry.kind)),), heading=True))
        for gap in entry.unmapped:
            what = title(gap.slot, gap.key, called)
            rows.append(
                _row(shop, _("Choose an account …"), what=what, cents=gap.cents, key=(gap.slot, gap.key), bad=True)
            )
        for line in entry.lines:
            what = _what(line.slot, title(line.slot, line.key, called))
            account = " · ".join(filter(None, (line.account, *marks_said(settings, entry, line))))
            rows.append(_row(shop, account, what=what, cents=line.cents, key=(line.slot, line.key)))
    lines = [row for row in rows if not row.heading]
    debit = sum(entry.debit_total + sum(max(0, gap.cents) for gap in entry.unmapped) for entry in entries)
    return tuple(rows), debit, len(lines)


def entry_title(kind: str) -> str:
    """What an entry of a date is about."""
    return {
        "sales": _("Sales"),
        "receiving": _("Goods received"),
        "stock": _("Stock"),
        "transfer": _("Moves between stores"),
        "settlement": _("Card payouts"),
    }.get(kind, kind)


def _what(slot: str, own: str) -> str:
    """What a line is, in the shop's words."""
    if slot in ("sales", "service_sales") and own != slot_title(slot):
        return _("Sold, {department}").format(department=own)
    if slot == "tax":
        return _("Tax collected, {agency}").format(agency=own)
    if slot == "cogs":
        return _("Cost of goods, {department}").format(department=own)
    return own


def _row(shop: OpenShop, account: str, *, what: str, cents: int, key: tuple[str, str], bad: bool = False) -> Row:
    debit, credit = (amount(shop, cents), "") if cents > 0 else ("", amount(shop, -cents))
    tone = "bad" if bad else "ink"
    cells = (Cell(account, tone, bad), Cell(what, "ink2"), Cell(debit), Cell(credit))
    return Row(cells, ground="bad" if bad else "", key=_SEP.join(key))


def _behind(shop: OpenShop, date: str, key: str) -> tuple[tuple[Document, int], ...]:
    slot, _sep, sub_row = key.partition(_SEP)
    return behind(shop, date, slot, sub_row)


def _receipt_row(shop: OpenShop, document: Document, cents: int) -> Row:
    number = Cell(_called(document), "accent", strong=True)
    return Row((number, Cell(clock_time(shop, document.at), "ink2"), Cell(amount(shop, cents))), key=document.id)


def _called(document: Document) -> str:
    """A receipt by its number; another document by what it was."""
    words = {
        "opening": _("Opening"),
        "count": _("Count"),
        "paid_in": _("Paid in"),
        "paid_out": _("Paid out"),
        "drop": _("Drop"),
        "void": _("Void"),
        "tender_change": _("Payment changed"),
        "bank_deposit": _("To the bank"),
        "opening_cash": _("From the bank"),
        "adjust": _("Stock adjusted"),
        "pay_account": _("On account"),
    }
    name = words.get(document.kind, "")
    return f"{name} {document.printed_number}".strip()


def _parts(shop: OpenShop, document: Document, key: str) -> tuple[Pair, ...]:
    """What of a document belongs to a line: the goods of a department, the payments of a tender, else its sum."""
    slot, _sep, sub_row = key.partition(_SEP)
    if slot in ("sales", "service_sales", "returns", "discounts"):
        wanted = sub_row.partition("/")[0]
        found = [line for line in document.lines if slot in ("returns", "discounts") or line.department == wanted]
        found = [line for line in found if (slot == "returns") == line.comes_back]
        return tuple(Pair(f"{Quantity(line.milli)} × {line.name}", amount(shop, line.full)) for line in found)
    if slot.startswith("tender."):
        return tuple(Pair(payment.name, amount(shop, payment.cents)) for payment in document.payments)
    if slot == "tax":
        return tuple(
            Pair(f"{row.agency_name} {row.rate_name}".strip(), amount(shop, cents)) for row, cents in document.taxes
        )
    return (Pair(document.reason, ""),) if document.reason else ()
