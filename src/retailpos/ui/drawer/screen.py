"""The drawer page: what can be done at the left, one of them at the right with its pad and the blue place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, Pairs, scrolled, take_keyboard
from retailpos.ui.drawer.model import DROP, IN, NO_SALE, OPEN, OUT, DrawerModel, X
from retailpos.ui.parts.action_key import ActionKey
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.field import Input
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Figure, Words
from retailpos.wording import _

_PANE = 400


class DrawerScreen(DeskPage):
    """Renders a DrawerView."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("drawer")
        self.model = DrawerModel(desk)
        self.verbs = Verbs(self)
        self.state = Chip("", "plain", tall=True)
        self.head.left.addWidget(self.state)
        self._make_verbs()
        self._count = Button(size="touch")
        self._count.bind(self.verbs["count"])
        self.head.right.addWidget(self._count)
        self.across.addWidget(self._keys(), 1)
        self.across.addWidget(self._pane())
        self.model.changed.connect(self.render_view)

    def _make_verbs(self) -> None:
        verbs = (
            (OPEN, _("Open with a float"), "lock-simple-open"),
            (IN, _("Paid in"), "arrow-line-down"),
            (OUT, _("Paid out"), "arrow-line-up"),
            (DROP, _("Drop to the safe"), "archive-box"),
            (NO_SALE, _("No sale"), "calculator"),
            (X, _("X report"), "receipt"),
        )
        for name, words, icon in verbs:
            self.verbs.add(Verb(name, words, icon=icon), partial(self.model.choose, name)).setCheckable(True)
        self.verbs.add(Verb("count", _("Count and close"), "Ctrl+D", icon="coin"), self.model.count)
        self.verbs.add(Verb("do", "", "Return", "Ctrl+Return"), self._do)

    def _keys(self) -> QWidget:
        left = QWidget()
        grid = QGridLayout(left)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for n, name in enumerate((OPEN, DROP, IN, OUT, NO_SALE, X)):
            key = ActionKey()
            key.bind(self.verbs[name])
            key.setMinimumHeight(96)
            grid.addWidget(key, n // 3, n % 3)
        self._report, self._report_card = Pairs(), Card(padding=(20, 12, 12, 12))
        self._report_card.content.addWidget(Words(_("This register so far"), "heading"))
        inside = QWidget()
        down = column(inside, margin=(0, 0, 8, 0))
        down.addWidget(self._report)
        down.addStretch(1)
        self._report_card.content.addWidget(scrolled(inside), 1)
        grid.addWidget(self._report_card, 2, 0, 1, 3)
        grid.setRowStretch(2, 1)
        return left

    def _pane(self) -> QWidget:
        pane = Card(padding=(24, 16, 24, 16), gap=8)
        pane.setFixedWidth(_PANE)
        self._heading, self._text = Words("", "heading"), Words("", "body", tone="ink2", wrap=True)
        self._figure = Figure("total", name="amount")
        self._pills = TabPills(bordered=True, name="reasons")
        self._pills.chosen.connect(self._pill)
        self._other = Input("reason")
        self._other.setPlaceholderText(_("Reason"))
        self._other.setAccessibleName(_("Reason"))
        self._other.textEdited.connect(self.model.set_reason)
        self._pad = Keypad("00")
        self._pad.typed.connect(self.model.type)
        self._pad.setMaximumHeight(344)
        self._done = Words("", "body strong", tone="ok", wrap=True)
        self._do_it = Button(rank="primary", size="big")
        self._do_it.bind(self.verbs["do"])
        for part in (self._heading, self._text, self._figure, self._pills, self._other):
            pane.content.addWidget(part)
        pane.content.addWidget(self._pad, 1)
        pane.content.addWidget(self._done)
        pane.content.addStretch(0)
        pane.content.addWidget(self._do_it)
        return pane

    def _do(self) -> None:
        if self.verbs["do"].isEnabled():
            self.model.do()

    def _pill(self, at: int) -> None:
        view = self.model.view
        if view is not None and at < len(view.reasons):
            self._other.clear()
            self.model.set_reason(view.reasons[at])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit():
            self.model.type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.model.type("back")
        else:
            super().keyPressEvent(event)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.set_title(view.title, view.under)
        word = (_("Open"), "accent", "lock-simple-open") if view.is_open else (_("Closed"), "plain", "lock-simple")
        self.state.set_chip(*word)
        for name in (OPEN, IN, OUT, DROP, NO_SALE, X):
            self.verbs[name].setChecked(name == view.act)
            fits = (name == OPEN) != view.is_open or name == X
            self.verbs[name].setEnabled(self.model.may(name) and fits)
        self.verbs["count"].setEnabled(view.is_open)
        self._heading.set_text(view.heading)
        self._text.set_text(view.text)
        self._figure.set_text(view.figure, "ink" if view.ready else "ink2")
        for part in (self._figure, self._pad):
            part.setVisible(view.takes_amount)
        chosen = view.reasons.index(view.reason) if view.reason in view.reasons else -1
        self._pills.set_names(view.reasons, chosen)
        self._pills.setVisible(bool(view.reasons))
        self._other.setVisible(bool(view.reasons))
        self._done.set_text(view.done)
        self.verbs["do"].setText(view.button)
        self.verbs["do"].setEnabled(view.ready and self.model.may(view.act))
        self._report.set_pairs(view.report)
        self._report_card.setVisible(bool(view.report))
