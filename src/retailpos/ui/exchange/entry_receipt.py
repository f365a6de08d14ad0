"""A receipt on its paper, and the QuickBooks entry it is in: found by its number, or opened behind a line."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from retailpos.actions.books import day_state, entry_of, receipt_by_number
from retailpos.actions.receipts import receipt_paper
from retailpos.core.document import Document
from retailpos.core.errors import PosError
from retailpos.core.outbox import OutboxRow
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import day_and_time, long_date
from retailpos.ui.day.desk import Pair, Pairs, scrolled
from retailpos.ui.exchange.words import face
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.paper_roll import PaperRoll
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.words import Words
from retailpos.wording import _
from retailpos.words import sentence

_ROLL = 452
_TALL = 480


class ReceiptSheet(Sheet):
    """The paper at the left; at the right whose day it is, the entry it is in, and how far that got."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over.window(), width=960, name="receipt sheet")
        self._desk = desk
        self.document: Document | None = None
        self.closed.connect(self.deleteLater)
        self.set_head(_("Receipt and entry"))
        self.number = Field(_("Receipt number"), hint=_("Such as 1-000042."), name="receipt number")
        self.number.entered.connect(self.look_up)
        self.roll = PaperRoll(columns=42)
        inside = QWidget()
        down = column(inside)
        down.addWidget(self.roll)
        down.addStretch(1)
        self._paper = scrolled(inside)
        self._paper.setFixedSize(_ROLL, _TALL)
        self.chip, self.headline = Chip("", tall=True), Words("", "heading", wrap=True)
        self.text, self.facts = Words("", "body", tone="ink2", wrap=True), Pairs(slim=True)
        across = row(gap=24)
        across.addWidget(self._paper)
        across.addLayout(self._told(), 1)
        self.content.addLayout(across)
        self.step = Button(_("Look at the entry"), "primary", name="look at entry")
        self.step.clicked.connect(self._look)
        self.add_buttons(self.step, cancel=_("Close"))

    def _told(self) -> QVBoxLayout:
        told, chips = column(gap=8), row()
        chips.addWidget(self.chip)
        chips.addStretch(1)
        told.addWidget(self.number)
        told.addLayout(chips)
        for part in (self.headline, self.text, self.facts):
            told.addWidget(part)
        told.addStretch(1)
        return told

    def look_for(self) -> None:
        """Ask for a number first."""
        self._clear(_("Type a receipt's number."), _("It shows with the entry that it is in."))
        self.open(self.number.input)

    def show_receipt(self, document: Document) -> None:
        """Show this one."""
        self.number.set_text(document.printed_number)
        self._fill(document)
        self.open(self.step)

    def look_up(self) -> None:
        """Show the receipt whose number was typed."""
        try:
            self._fill(receipt_by_number(self._desk.shop, self._desk.till.register, self.number.text()))
        except PosError as cause:
            self.number.set_error(sentence(cause))

    def _clear(self, headline: str, text: str) -> None:
        self.headline.set_text(headline)
        self.text.set_text(text)
        self.facts.set_pairs(())
        self.chip.hide()
        self.step.setEnabled(False)
        self.roll.hide()

    def _fill(self, document: Document) -> None:
        shop, self.document = self._desk.shop, document
        rows = entry_of(shop, document)
        state = day_state(shop, document.business_date)
        look = face(rows[0].state if len(rows) == 1 else state)
        self.roll.set_paper(receipt_paper(shop, document))
        self.roll.show()
        self.chip.set_chip(look.word, look.tone, look.icon)
        self.chip.show()
        self.headline.set_text(_("Belongs to {day}.").format(day=long_date(document.business_date)))
        inside = _("It is in the entry of its day, with every other receipt of that day.")
        waits = _("Its day is not closed yet; its entry is made then.")
        self.text.set_text(inside if rows else waits)
        self.facts.set_pairs(tuple(pair for one in rows for pair in _pairs(self._desk, one)))
        self.step.setEnabled(bool(rows))

    def _look(self) -> None:
        document = self.document
        self.close_sheet()
        if document is not None:
            self._desk.take_up(document.business_date, "entry")


def _pairs(desk: Desk, one: OutboxRow) -> tuple[Pair, ...]:
    """An entry by its number, how it stands, its number in QuickBooks, and when it was sent."""
    there = (Pair(_("There as"), one.quickbooks_id),) if one.quickbooks_id else ()
    sent = (Pair(_("Sent"), day_and_time(desk.shop, one.sent_at)),) if one.sent_at else ()
    return Pair(one.doc_number, face(one.state).word, strong=True), *there, *sent
