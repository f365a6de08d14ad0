"""The QuickBooks calendar: the month at the left, the chosen day in words at the right."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from retailpos.core.outbox import APPROVED, READY
from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, Pairs, take_keyboard
from retailpos.ui.exchange.entry_correct import correcting
from retailpos.ui.exchange.entry_receipt import ReceiptSheet
from retailpos.ui.exchange.model import MonthModel, MonthView
from retailpos.ui.exchange.notices_sheet import LettersSheet
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_how import HowSheet
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.exchange.work_range import RangeSheet
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.calendar import CalendarGrid
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _

_SIDE, _SIDE_NARROW = 288, 240
_LONGEST_NAME = 24


class SidePanel(Card):
    """One day's state, its reason, and the step that goes on from there. Its button is outlined, never filled."""

    def __init__(self) -> None:
        super().__init__(padding=(20, 20, 20, 20), gap=8)
        self.setFixedWidth(_SIDE)
        self.weekday, self.day = Words("", "body", tone="ink2"), Words("", "title")
        self.chip = Chip("", tall=True)
        self.headline, self.text = Words("", "heading", wrap=True), Words("", "body", tone="ink2", wrap=True)
        self.facts, self.box = Pairs(slim=True), Card(padding=(14, 4, 14, 4), ground="ground")
        self.box.content.addWidget(self.facts)
        self.said_title, self.said = (
            Words("", "small strong"),
            Words("", "small", tone="ink2", wrap=True),
        )
        chips = row()
        chips.addWidget(self.chip)
        chips.addStretch(1)
        self.content.addWidget(self.weekday)
        self.content.addWidget(self.day)
        self.content.addLayout(chips)
        for part in (self.headline, self.text, self.box, self.said_title, self.said):
            self.content.addWidget(part)
        self.content.addStretch(1)

    def show_day(self, view: MonthView) -> None:
        """Show the chosen day."""
        telling = view.telling
        self.weekday.set_text(view.weekday)
        self.day.set_text(view.day)
        for part in (self.chip, self.box):
            part.setVisible(telling is not None)
        said = telling.said if telling else ""
        self.said_title.set_text(telling.said_title if telling else "")
        self.said_title.setVisible(bool(said))
        self.said.setVisible(bool(said))
        self.said.set_text(said)
        self.facts.set_pairs(view.facts)
        if telling is None:
            self.headline.set_text(_("No sales on this day."))
            self.text.set_text(_("Nothing is sent for it."))
            return
        tone = telling.face.tone
        self.chip.set_chip(telling.face.word, tone, telling.face.icon)
        self.headline.set_text(telling.headline)
        self.text.set_text(telling.text)
        self.box.setFixedHeight(self.facts.sizeHint().height() + 10)


class CalendarScreen(DeskPage):
    """Renders a MonthView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("quickbooks")
        self._desk, self._work = desk, work
        self.model = MonthModel(desk, work)
        self.verbs = Verbs(self)
        self._make_verbs()
        self.calendar, self.side, self.progress = CalendarGrid(), SidePanel(), WorkProgress(work)
        self.company = Button(size="desk")
        self._narrow = False
        self._lay_out()
        self.calendar.chosen.connect(self.model.choose)
        self.calendar.turned.connect(self.model.turn)
        self.calendar.marked.connect(self.model.mark)
        self.calendar.opened.connect(self.model.open)
        self.model.changed.connect(self.render_view)

    def _make_verbs(self) -> None:
        model, desk = self.model, self._desk
        self.verbs.add(Verb("earlier month", "", icon="caret-left"), lambda: model.turn(-1)).setToolTip(
            _("Month before")
        )
        self.verbs.add(Verb("later month", "", icon="caret-right"), lambda: model.turn(1)).setToolTip(_("Month after"))
        self.verbs.add(Verb("mapping", _("Mapping")), lambda: desk.context.open_page("mapping"))
        self.verbs.add(Verb("log", _("Log"), icon="list-bullets"), lambda: desk.context.open_page("log"))
        lists = Verb("lists", _("Lists"), icon="users")
        self.verbs.add(lists, lambda: desk.context.open_page("lists"))
        payouts = Verb("payouts", _("Payouts"), icon="bank")
        self.verbs.add(payouts, lambda: desk.context.open_page("payouts"))
        letters = Verb("letters", _("Letters"), icon="envelope")
        self.verbs.add(letters, lambda: LettersSheet(self, desk, self._work).open())
        self.verbs.add(Verb("connect", _("Connection")), lambda: desk.context.open_page("connect"))
        self.verbs.add(Verb("send ready", "", "Ctrl+Return"), model.send_ready)
        self.verbs.add(Verb("next step", ""), model.next_step)
        self.verbs.add(Verb("mark", _("Mark for sending")), self._mark)
        self.verbs.add(Verb("other step", ""), model.other_step)
        self.verbs.add(Verb("several", _("Several days …")), self._several)
        self.verbs.add(Verb("how", _("How days are sent"), icon="sliders-horizontal"), self._how)
        self.verbs.add(Verb("find receipt", _("Find a receipt"), icon="receipt"), self._find)
        self.verbs.add(Verb("look at entry", _("Look at the entry")), lambda: desk.go_on("entry"))
        self.verbs.add(Verb("read again", _("Read again"), "F5"), model.read)

    def _lay_out(self) -> None:
        for name, spoken in (("earlier month", _("Month before")), ("later month", _("Month after"))):
            button = Button(size="desk").bind(self.verbs[name])
            button.setAccessibleName(spoken)
            self.head.left.addWidget(button)
        self.head.left.addSpacing(8)
        self.company.bind(self.verbs["connect"])
        self.head.left.addWidget(self.company)
        self._several_days = Button()
        self._several_days.bind(self.verbs["several"])
        self.head.right.addWidget(self._several_days)
        self.head.right.addWidget(Button().bind(self.verbs["mapping"]))
        self._send = Button(rank="primary")
        self._send.bind(self.verbs["send ready"])
        self.head.right.addWidget(self._send)
        left = QWidget()
        down = column(left, gap=8)
        down.addWidget(self.calendar, 1)
        down.addWidget(self.progress)
        green = _("Green means read back from QuickBooks, line by line, and equal.")
        down.addWidget(Words(green, "small", tone="ink2"))
        foot = row(gap=8)
        foot.addStretch(1)
        for verb in ("payouts", "lists", "find receipt", "how", "letters", "log"):
            foot.addWidget(Button(rank="quiet", size="desk").bind(self.verbs[verb]))
        down.addLayout(foot)
        self.across.addWidget(left, 1)
        self._step = Button(rank="outlined").bind(self.verbs["next step"])
        self._look = Button(rank="quiet").bind(self.verbs["look at entry"])
        self._mark_it = Button(rank="quiet")
        self._mark_it.bind(self.verbs["mark"])
        self._other = Button(size="desk").bind(self.verbs["other step"])
        for part in (self._step, self._other, self._mark_it):
            self.side.content.addWidget(part)
        self.side.content.addWidget(self._look)
        self.across.addWidget(self.side)

    def _mark(self) -> None:
        if self.model.view is not None:
            self.model.mark(self.model.view.chosen)

    def _several(self) -> None:
        RangeSheet(self, self._desk, self._work).open_on(self.model.view)

    def _how(self) -> None:
        sheet = HowSheet(self, self._desk)
        sheet.closed.connect(self.model.read)
        sheet.open()

    def _find(self) -> None:
        ReceiptSheet(self, self._desk).look_for()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        correcting(self, self._desk, self._work)
        self.model.read()
        take_keyboard(self.calendar)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.side.setFixedWidth(400 if large else _SIDE_NARROW if narrow else _SIDE)
        self._narrow = narrow
        self._tell_connected()

    def _tell_connected(self) -> None:
        """The company's name where it fits; its picture alone where the window is narrow."""
        connected, name = self._work.connected, self.model.view.company if self.model.view else ""
        words = (name if 0 < len(name) <= _LONGEST_NAME else _("Connected")) if connected else _("Connect")
        verb = self.verbs["connect"]
        verb.setProperty("icon_name", "cloud-check" if connected else "cloud-slash")
        verb.setText("" if self._narrow and connected else words)
        self.company.setAccessibleName(words)
        self.company.setToolTip(words if self._narrow else "")

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.set_title(view.title)
        self.calendar.set_month(view.month, view.cells, view.chosen)
        self.side.show_day(view)
        self._tell_connected()
        self.verbs["send ready"].setText(view.send_words)
        self.verbs["send ready"].setEnabled(bool(view.to_send) and not view.running)
        self._send.setVisible(bool(view.to_send))
        words = view.telling.verb_words if view.telling else ""
        self.verbs["next step"].setText(words)
        self.verbs["next step"].setEnabled(not view.running)
        self._step.setVisible(bool(words))
        state = view.telling.state if view.telling else ""
        marked = any(cell.day == view.chosen and cell.marked for cell in view.cells)
        self.verbs["mark"].setText(_("Take the mark off") if marked else _("Mark for sending"))
        self._mark_it.setVisible(state in (READY, APPROVED) and view.several)
        other = view.telling.other[1] if view.telling else ""
        self.verbs["other step"].setText(other)
        self.verbs["other step"].setEnabled(not view.running)
        self._other.setVisible(bool(other))
        self._several_days.setVisible(view.several)
        self._look.setVisible(view.telling is not None and view.telling.state != "open")
