"""The counting page: notes and coins at the left, the sum, the pad and the blue place at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import Pairs, take_keyboard
from retailpos.ui.drawer.count_model import ALLOW, CLOSED, COMPARE, COUNT, LEAVE, STEPS, CountModel, CountRow, CountView
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.panes import Ground, Rule, column, row
from retailpos.ui.parts.stepper import Stepper
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Figure, Words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_PANE = 400
_FACTS = 920
_PANE_NARROW = 340
_STEPPER, _STEPPER_NARROW = 216, 150
_ROW = 58
_NAME, _NAME_NARROW = 88, 48


class _Row(QWidget):
    """One note or coin."""

    def __init__(self, model: CountModel, cents: int) -> None:
        super().__init__()
        self._model, self._cents, self._chosen = model, cents, False
        self.setFixedHeight(_ROW)
        self.name, self.amount = Words("", "line figure"), Words("", "line figure", align=painting.RIGHT)
        self.name.setFixedWidth(_NAME)
        self.stepper = Stepper(height=50)
        self.stepper.setFixedWidth(_STEPPER)
        self.stepper.stepped.connect(lambda by: model.step_by(cents, by))
        self.stepper.number_pressed.connect(lambda: model.choose(cents))
        across = row(self, margin=(16, 4, 12, 4))
        across.addWidget(self.name)
        across.addWidget(self.stepper)
        across.addWidget(self.amount, 1)

    def show_row(self, shown: CountRow, *, chosen: bool) -> None:
        """Show its number and its amount."""
        self._chosen = chosen
        self.name.set_text(shown.name)
        self.stepper.set_value(str(shown.count), at_least=shown.count == 0)
        self.amount.set_text(shown.amount)
        self.amount.set_tone("ink" if shown.count else "ink3")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the amount its room on a small window."""
        self.stepper.setFixedWidth(_STEPPER_NARROW if narrow else _STEPPER)
        self.name.setFixedWidth(_NAME_NARROW if narrow else _NAME)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._model.choose(self._cents)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        if self._chosen:
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), painting.see_through(theme.accent_soft, 100))
            place = self.stepper.geometry().adjusted(-4, -4, 4, 3)
            painting.box(painter, place, radius=13, border=theme.focus, width=3)
        painting.tick_line(
            painter, self.rect().bottomLeft().toPointF(), self.rect().bottomRight().toPointF(), theme.line
        )
        painter.end()


class _Pile(Card):
    """The notes, or the coins."""

    def __init__(self, model: CountModel, title: str) -> None:
        super().__init__(padding=(0, 0, 0, 0), gap=0)
        self._model = model
        self._rows: dict[int, _Row] = {}
        self._narrow = False
        head = QWidget()
        head.setFixedHeight(40)
        self._sum = Words("", "small figure", tone="ink2", align=painting.RIGHT)
        across = row(head, margin=(16, 0, 16, 0))
        across.addWidget(Words(title, "small strong", tone="ink2"))
        across.addWidget(self._sum, 1)
        self.content.addWidget(head)
        self.content.addStretch(1)

    def show_pile(self, rows: tuple[CountRow, ...], total: str, chosen: int) -> None:
        """Show these rows."""
        self._sum.set_text(total)
        for n, shown in enumerate(rows):
            if shown.cents not in self._rows:
                self._rows[shown.cents] = _Row(self._model, shown.cents)
                self._rows[shown.cents].set_narrow(self._narrow)
                self.content.insertWidget(n + 1, self._rows[shown.cents])
            self._rows[shown.cents].show_row(shown, chosen=shown.cents == chosen)

    def set_narrow(self, narrow: bool) -> None:
        """Follow the size of the window."""
        self._narrow = narrow
        for each in self._rows.values():
            each.set_narrow(narrow)


class _Steps(QWidget):
    """1 Count, 2 Compare, 3 Bank and float."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = tuple(
            Chip(f"{n} {name}") for n, name in enumerate((_("Count"), _("Compare"), _("Bank and float")), 1)
        )
        across = row(self, gap=12)
        for chip in self._chips:
            across.addWidget(chip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: str) -> None:
        """Mark where we are."""
        at = STEPS.index(step) if step in STEPS else len(STEPS) - 1
        for n, chip in enumerate(self._chips):
            done = n < at or step == CLOSED
            chip.set_chip(chip.text(), "ok" if done else "accent" if n == at else "plain", "check" if done else "")


class CountScreen(Ground):
    """Renders a CountView."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("ground")
        self.setObjectName("page count")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.model = CountModel(desk)
        self.verbs = Verbs(self)
        self.verbs.add(Verb("go on", "", "Ctrl+Return"), self.model.go_on)
        self.verbs.add(Verb("go back", "", "Escape"), self.model.go_back)
        across = row(self)
        across.addWidget(self._left(), 1)
        across.addWidget(self._right())
        self.model.changed.connect(self.render_view)

    def _left(self) -> QWidget:
        left = QWidget()
        down = column(left, margin=(32, 20, 32, 24), gap=16)
        self._title, self._steps = Words("", "title"), _Steps()
        self._under = Words("", "body", tone="ink2", wrap=True)
        words = column()
        words.addWidget(self._title)
        words.addWidget(self._under)
        head = row(gap=16)
        head.addLayout(words, 1)
        head.addWidget(self._steps)
        self._notes, self._coins = _Pile(self.model, _("Notes")), _Pile(self.model, _("Coins"))
        self._piles = QWidget()
        piles = row(self._piles, gap=16)
        piles.addWidget(self._notes, 1)
        piles.addWidget(self._coins, 1)
        self._facts_card, self._facts = Card(padding=(24, 12, 24, 12)), Pairs()
        self._facts_card.content.addWidget(self._facts)
        # On a big screen a name and its figure stay within one look.
        self._facts_card.setMaximumWidth(_FACTS)
        facts = row()
        facts.addWidget(self._facts_card, 1000)
        facts.addStretch(1)
        self._spare = QWidget()
        down.addLayout(head)
        down.addWidget(self._piles, 1)
        down.addLayout(facts)
        down.addWidget(self._spare, 1)
        return left

    def _right(self) -> QWidget:
        pane = self._pane = Rule("left", "surface")
        pane.setFixedWidth(_PANE)
        down = column(pane, margin=(24, 20, 24, 24), gap=8)
        self._label, self._figure = Words("", "body", tone="ink2"), Figure("total", name="counted")
        self._people = TabPills(bordered=True, name="who allows it")
        self._people.chosen.connect(self.model.choose_person)
        self._pin = Words("", "title", align=painting.CENTRE)
        self._pad = Keypad("next")
        self._pad.typed.connect(self.model.type)
        self._pad.setMaximumHeight(296)
        self._hint = Words(
            _("Every amount is kept as you type. You can stop and come back."), "small", tone="ink2", wrap=True
        )
        self._on, self._back = Button(rank="primary", size="big"), Button()
        self._on.bind(self.verbs["go on"])
        self._back.bind(self.verbs["go back"])
        for part in (self._label, self._figure, self._people, self._pin, self._pad, self._hint):
            down.addWidget(part)
        down.addStretch(1)
        down.addWidget(self._on)
        down.addWidget(self._back)
        return pane

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self._pane.setFixedWidth(_PANE if not narrow else _PANE_NARROW)
        for pile in (self._notes, self._coins):
            pile.set_narrow(narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self)

    def sizeHint(self) -> QSize:
        return QSize(1366, 680)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text().isdigit():
            self.model.type(event.text())
        elif key == Qt.Key.Key_Backspace:
            self.model.type("back")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.model.next_row()
        elif key == Qt.Key.Key_Plus and self.model.view is not None and self.model.view.chosen:
            self.model.step_by(self.model.view.chosen, 1)
        else:
            super().keyPressEvent(event)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self._title.set_text(view.title)
        self._under.set_text(view.under)
        self._steps.show_step(view.step)
        self._notes.show_pile(view.notes, view.notes_sum, view.chosen)
        self._coins.show_pile(view.coins, view.coins_sum, view.chosen)
        self._facts.set_pairs(view.facts)
        self._render_pane(view)

    def _render_pane(self, view: CountView) -> None:
        counting = view.step == COUNT
        self._piles.setVisible(counting)
        self._spare.setVisible(not counting)
        self._facts_card.setVisible(bool(view.facts))
        for part in (self._label, self._figure):
            part.setVisible(view.step in (COUNT, COMPARE, LEAVE))
        self._label.set_text(view.label)
        self._figure.set_text(view.figure)
        self._pad.setVisible(view.step in (COUNT, LEAVE, ALLOW))
        self._people.setVisible(view.step == ALLOW)
        self._people.set_names(view.people, view.person)
        self._pin.setVisible(view.step == ALLOW)
        self._pin.set_text(view.pin)
        self._hint.setVisible(counting)
        self.verbs["go on"].setText(view.button)
        self.verbs["go on"].setEnabled(view.ready)
        self.verbs["go back"].setText(view.other)
        self._back.setVisible(bool(view.other))
        self._figure.setProperty("compared", view.step == COMPARE)
