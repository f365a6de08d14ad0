"""The QuickBooks calendar: the month at the left, the chosen day in words at the right."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from retailpos.core.outbox import CHANGED_THERE, MISSING
from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import Card, DeskPage, Pairs, take_keyboard
from retailpos.ui.day.progress import Progress
from retailpos.ui.exchange.calendar import Calendar
from retailpos.ui.exchange.model import MonthModel, MonthView
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _

_SIDE = 288


class SidePanel(Card):
    """One day's state, its reason, and the step that goes on from there. Its button is outlined, never filled."""

    def __init__(self) -> None:
        super().__init__(margin=(20, 20, 20, 20), gap=8)
        self.setFixedWidth(_SIDE)
        self.weekday, self.day = Words("", "body", tone="ink2"), Words("", "title")
        self.chip = Chip("", tall=True)
        self.headline, self.text = Words("", "heading", wrap=True), Words("", "body", tone="ink2", wrap=True)
        self.facts, self.box = Pairs(slim=True), Card(margin=(14, 4, 14, 4), fill="ground")
        self.box.column.addWidget(self.facts)
        self.said_title, self.said = (
            Words(_("What QuickBooks said"), "small strong"),
            Words("", "small", tone="ink2", wrap=True),
        )
        chips = row()
        chips.addWidget(self.chip)
        chips.addStretch(1)
        self.column.addWidget(self.weekday)
        self.column.addWidget(self.day)
        self.column.addLayout(chips)
        for part in (self.headline, self.text, self.box, self.said_title, self.said):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_day(self, view: MonthView) -> None:
        """Show the chosen day."""
        telling = view.telling
        self.weekday.set_text(view.weekday)
        self.day.set_text(view.day)
        for part in (self.chip, self.box):
            part.setVisible(telling is not None)
        said = telling.said if telling else ""
        self.said_title.setVisible(bool(said))
        self.said.setVisible(bool(said))
        self.said.set_text(said)
        self.facts.set_pairs(view.facts)
        if telling is None:
            self.headline.set_text(_("No sales on this day."))
            self.text.set_text(_("Nothing is sent for it."))
            return
        tone = telling.face.tone if telling.face.tone != "ink2" else "plain"
        self.chip.set_chip(telling.face.word, tone, telling.face.icon)
        self.headline.set_text(telling.headline)
        self.text.set_text(telling.text)


class CalendarScreen(DeskPage):
    """Renders a MonthView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("quickbooks")
        self._desk, self._work = desk, work
        self.model = MonthModel(desk, work)
        self.verbs = Verbs(self)
        self._make_verbs()
        self.calendar, self.side, self.progress = Calendar(), SidePanel(), Progress()
        self.company = Button(size="desk")
        self._lay_out()
        self.calendar.chosen.connect(self.model.choose)
        self.calendar.turned.connect(self.model.turn)
        self.calendar.marked.connect(self.model.mark)
        self.calendar.opened.connect(lambda date: desk.take_up(date, "entry"))
        self.progress.stopped.connect(work.stop)
        self.model.changed.connect(self.render_view)

    def _make_verbs(self) -> None:
        model, desk = self.model, self._desk
        self.verbs.add(Verb("earlier month", "", icon="caret-left"), lambda: model.turn(-1)).setToolTip(
            _("Month before")
        )
        self.verbs.add(Verb("later month", "", icon="caret-right"), lambda: model.turn(1)).setToolTip(_("Month after"))
        self.verbs.add(Verb("mapping", _("Mapping")), lambda: desk.context.open_page("mapping"))
        self.verbs.add(Verb("log", _("Log")), lambda: desk.context.open_page("log"))
        self.verbs.add(Verb("connect", _("Connection")), lambda: desk.context.open_page("connect"))
        self.verbs.add(Verb("send ready", "", "Ctrl+Return"), model.send_ready)
        self.verbs.add(Verb("next step", ""), model.next_step)
        self.verbs.add(Verb("keep theirs", _("Keep theirs")), lambda: self._answer("accept"))
        self.verbs.add(Verb("put ours back", _("Put ours back")), lambda: self._answer("restore"))
        self.verbs.add(Verb("look at entry", _("Look at the entry")), lambda: desk.go_on("entry"))
        self.verbs.add(Verb("read again", _("Read again"), "F5"), model.read)

    def _lay_out(self) -> None:
        for name, spoken in (("earlier month", _("Month before")), ("later month", _("Month after"))):
            button = Button(size="desk").bind(self.verbs[name])
            button.setAccessibleName(spoken)
            self.head.beside.addWidget(button)
        self.head.beside.addSpacing(8)
        self.company.bind(self.verbs["connect"])
        self.head.beside.addWidget(self.company)
        for name in ("mapping", "log"):
            self.head.buttons.addWidget(Button().bind(self.verbs[name]))
        self._send = Button(rank="primary")
        self._send.bind(self.verbs["send ready"])
        self.head.buttons.addWidget(self._send)
        left = QWidget()
        down = column(left, gap=8)
        down.addWidget(self.calendar, 1)
        down.addWidget(self.progress)
        down.addWidget(
            Words(_("Green means read back from QuickBooks, line by line, and equal."), "small", tone="ink2")
        )
        self.body.addWidget(left, 1)
        self._step = Button(rank="outlined").bind(self.verbs["next step"])
        self._look = Button(rank="quiet").bind(self.verbs["look at entry"])
        self._theirs, self._ours = Button(), Button()
        self._theirs.bind(self.verbs["keep theirs"])
        self._ours.bind(self.verbs["put ours back"])
        for answer in (self._theirs, self._ours):
            self.side.column.addWidget(answer)
        self.side.column.addWidget(self._step)
        self.side.column.addWidget(self._look)
        self.body.addWidget(self.side)

    def _answer(self, verb: str) -> None:
        """What a person decided about an entry that was edited or deleted there."""
        view = self.model.view
        if view is not None:
            self._desk.date = view.chosen
            self._desk.go_on(verb)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.calendar)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.side.setFixedWidth(400 if large else _SIDE)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.head.set_title(view.title)
        self.calendar.set_month(view.names, view.cells, view.chosen)
        self.side.show_day(view)
        connected = self._work.connected
        self.verbs["connect"].setProperty("icon_name", "cloud-check" if connected else "cloud-slash")
        self.verbs["connect"].setText(_("Connected") if connected else _("Connect"))
        self.verbs["send ready"].setText(view.send_words)
        self.verbs["send ready"].setEnabled(bool(view.to_send) and not view.running)
        self._send.setVisible(bool(view.to_send))
        words = view.telling.verb_words if view.telling else ""
        self.verbs["next step"].setText(words)
        self.verbs["next step"].setEnabled(not view.running)
        self._step.setVisible(bool(words))
        state = view.telling.state if view.telling else ""
        self._theirs.setVisible(state == CHANGED_THERE)
        self._ours.setVisible(state in (CHANGED_THERE, MISSING))
        self._look.setVisible(view.telling is not None and view.telling.state != "open")
        self.progress.set_progress(view.running, view.done, view.whole)
