"""The entry page: its lines at the left, the receipts behind the chosen line at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, Pairs, scrolled, take_keyboard
from retailpos.ui.day.table import Column, Table
from retailpos.ui.exchange.entry_correct import correcting
from retailpos.ui.exchange.entry_model import EntryModel, EntryView
from retailpos.ui.exchange.entry_proofs import ProofSheet, Proving
from retailpos.ui.exchange.entry_receipt import ReceiptSheet
from retailpos.ui.exchange.export_sheet import ExportSheet
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import Rule, column, row
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _

_SIDE, _SIDE_NARROW = 352, 300
_LINE = 31
_MANY = 20


class _Behind(Card):
    """The documents a line is made of, and the part of the chosen one that belongs to it."""

    def __init__(self) -> None:
        super().__init__(padding=(1, 16, 1, 1), gap=8)
        self.setFixedWidth(_SIDE)
        self.open_receipt = Button(rank="quiet", size="desk")
        self._made_of = Words("", "body", tone="ink2")
        self._title, self._sum = Words("", "heading"), Words("", "heading", align=painting.RIGHT)
        self._adds_up = Chip(_("adds up"), "ok", icon="equals")
        columns = (Column(_("Document")), Column(_("Time"), 72), Column(_("Amount"), 112, figures=True))
        self.table = Table(columns, name="behind the line")
        self._receipt, self._parts = Words("", "body strong"), Pairs(slim=True)
        head, names, first = QWidget(), row(gap=8), row(gap=8)
        words = column(head, margin=(19, 0, 19, 0))
        first.addWidget(self._made_of, 1)
        first.addWidget(self._adds_up)
        names.addWidget(self._title, 1)
        names.addWidget(self._sum)
        words.addLayout(first)
        words.addLayout(names)
        self._foot = Rule("above")
        inside = QWidget()
        down = column(inside, margin=(0, 0, 8, 0))
        down.addWidget(self._parts)
        down.addStretch(1)
        foot = column(self._foot, margin=(19, 10, 8, 10), gap=2)
        named = row(gap=8)
        named.addWidget(self._receipt, 1)
        named.addWidget(self.open_receipt)
        foot.addLayout(named)
        foot.addWidget(scrolled(inside), 1)
        self._foot.setFixedHeight(184)
        self.content.addWidget(head)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self._foot)

    def show_line(self, view: EntryView) -> None:
        """Show what is behind the chosen line."""
        self._made_of.set_text(view.made_of)
        self._title.set_text(view.line_title)
        self._sum.set_text(view.line_sum)
        self._adds_up.setVisible(view.adds_up)
        self.table.set_rows(view.receipts, view.receipt)
        self._receipt.set_text(view.receipt_title)
        self._parts.set_pairs(view.parts)
        self._foot.setVisible(bool(view.parts))


class EntryScreen(DeskPage):
    """Renders an EntryView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("entry", back=True)
        self._desk, self._work = desk, work
        self.model = EntryModel(desk)
        self.verbs = Verbs(self)
        self.verbs.add(
            Verb("back", _("Back to the calendar"), "Alt+Left"), lambda: desk.context.open_page("quickbooks")
        )
        self.verbs.add(Verb("next step", "", "Ctrl+Return"), self.model.next_step)
        self.verbs.add(Verb("open receipt", _("Open"), "Ctrl+O", icon="receipt"), self._open_receipt)
        self.verbs.add(Verb("proofs", ""), self._show_proofs)
        self.proving = Proving(desk)
        self.proving.proved.connect(self._proved)
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self._state, self._balance = Chip("", tall=True), Chip("")
        self.head.left.addWidget(self._state)
        self._step = Button(rank="primary")
        self._step.bind(self.verbs["next step"])
        save = Verb("save as a file", _("Save as a file"), "Ctrl+S", icon="file-arrow-down")
        self.verbs.add(save, lambda: ExportSheet(self, desk, desk.date).open())
        self.head.right.addWidget(Button().bind(self.verbs["save as a file"]))
        self.head.right.addWidget(self._step)
        self._make_body()
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _make_body(self) -> None:
        left = Card(padding=(1, 0, 1, 1), gap=0)
        facts = Rule("below")
        facts.setFixedHeight(40)
        across = row(facts, margin=(12, 0, 12, 0), gap=16)
        self._number, self._count = Words("", "desk strong"), Words("", "desk", tone="ink2", align=painting.RIGHT)
        across.addWidget(Words(_("Journal entry"), "desk", tone="ink2"))
        across.addWidget(self._number, 1)
        across.addWidget(self._count)
        self._proofs = Button(rank="quiet", size="desk").bind(self.verbs["proofs"])
        across.addWidget(self._proofs)
        across.addWidget(self._balance)
        columns = (
            Column(_("Account in QuickBooks")),
            Column(_("What it is")),
            Column(_("Debit"), 112, figures=True),
            Column(_("Credit"), 112, figures=True),
        )
        self.table = Table(columns, row_height=_LINE, name="entry lines")
        foot = self._make_sums()
        self.progress = WorkProgress(self._work)
        left.content.addWidget(facts)
        left.content.addWidget(self.table, 1)
        left.content.addWidget(self.progress)
        left.content.addWidget(foot)
        self.behind = _Behind()
        self.across.addWidget(left, 1)
        self.across.addWidget(self.behind)
        self.table.chosen.connect(self.model.choose)
        self.behind.table.chosen.connect(self.model.choose_receipt)
        self.behind.table.opened.connect(self._open_at)
        self.behind.open_receipt.bind(self.verbs["open receipt"])
        self.table.opened.connect(lambda _at: self.behind.table.view.setFocus(Qt.FocusReason.TabFocusReason))

    def _make_sums(self) -> Rule:
        """What the lines come to, under their columns."""
        foot = Rule("above")
        foot.setFixedHeight(40)
        sums = row(foot, margin=(12, 0, 12, 0))
        sides = (painting.LEFT, painting.RIGHT, painting.RIGHT)
        self._sums = tuple(Words("", "desk figure strong", align=side) for side in sides)
        sums.addWidget(self._sums[0], 1)
        for words in self._sums[1:]:
            words.setFixedWidth(112)
            sums.addWidget(words)
        return foot

    def _open_at(self, at: int) -> None:
        self.model.choose_receipt(at)
        self._open_receipt()

    def _open_receipt(self) -> None:
        """The chosen receipt on its paper, with the entry it is in."""
        if self.model.opened is not None:
            ReceiptSheet(self, self._desk).show_receipt(self.model.opened)

    def _show_proofs(self) -> None:
        if self.proving.found:
            sheet = ProofSheet(self, self._desk, self.proving.date, self.proving.found)
            sheet.open(sheet.step)

    def _proved(self) -> None:
        proving = self.proving
        self.verbs["proofs"].setProperty("icon_name", "check-circle" if proving.holds else "x-circle")
        self.verbs["proofs"].setText(proving.words)
        self._proofs.setVisible(bool(proving.words))

    def _further(self) -> None:
        if self.isVisible():
            self._step.set_busy(_("Sending …") if self._work.running else "")
            self.model.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        correcting(self, self._desk, self._work)
        self._proofs.hide()
        self.model.read()
        if self._desk.date:
            self.proving.prove(self._desk.date)
        take_keyboard(self.table.view)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.behind.setFixedWidth(400 if large else _SIDE_NARROW if narrow else _SIDE)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            self.set_title(_("No day chosen"), _("Choose one in the calendar."))
            return
        face = view.telling.face
        self.set_title(view.title)
        self._state.set_chip(face.word, face.tone, face.icon)
        words = (_("Balances"), "ok", "equals") if view.balances else (_("An account is missing"), "bad", "prohibit")
        self._balance.set_chip(*words)
        self._number.set_text(view.number or _("made when the day is closed"))
        self._count.set_text(view.facts if view.number else "")
        self.table.row_height = _LINE if len(view.lines) <= _MANY else 30
        self.table.set_rows(view.lines, view.chosen)
        for words_, text in zip(self._sums, view.foot, strict=True):
            words_.set_text(text)
        self.behind.show_line(view)
        self.verbs["open receipt"].setEnabled(self.model.opened is not None)
        self.verbs["next step"].setText(view.telling.verb_words)
        self._step.setVisible(bool(view.telling.verb_words))
        self._step.set_rank("secondary" if view.telling.state == "verified" else "primary")
