"""Fields of a form: a label above, the input, and under it what would be right when something isn't."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.screen_keyboard import KeyboardKey
from retailpos.ui.theme.look import theme as current


class Input(QLineEdit):
    """One line to type into: 48 high, 44 of it drawn; 40 at the desk. `figures` sets it right and tabular."""

    def __init__(self, name: str, *, desk: bool = False, figures: bool = False, secret: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(name)
        self.setFont(font("figure light" if figures else "body"))
        self.setFixedHeight(40 if desk else 48)
        if not desk:
            self.setProperty("place", "field")
            self.setProperty("ring_inset", 2)
        self.setProperty("ring_radius", 8)
        if figures:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        # Figures have a pad beside them; words can be touched in once the field is chosen.
        self._keyboard = None if figures else KeyboardKey(self, side=self.height())
        if self._keyboard is not None:
            self._keyboard.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer_keyboard(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offer_keyboard(False)

    def _offer_keyboard(self, offered: bool) -> None:
        if self._keyboard is not None:
            self._keyboard.setVisible(offered)
            self.setTextMargins(0, 0, self._keyboard.width() - 8 if offered else 0, 0)

    def set_wrong(self, wrong: bool) -> None:
        """Mark the input, or take the mark away."""
        state = "error" if wrong else ""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)


class Field(QWidget):
    """A label, an input and a line below. The line keeps its place when it is empty, so that nothing jumps."""

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        desk: bool = False,
        figures: bool = False,
        secret: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._hint = hint
        self.input = Input(name or label, desk=desk, figures=figures, secret=secret)
        self.label = QLabel(label)
        self.label.setFont(font("small strong"))
        self.label.setProperty("tone", "ink2")
        self.label.setBuddy(self.input)
        self.input.setAccessibleName(label)
        self._below = _Below(hint)
        down = column(self, gap=4)
        if label:
            down.addWidget(self.label)
        down.addWidget(self.input)
        if label or hint:
            down.addWidget(self._below)
        self.input.textEdited.connect(self._edited)
        self.input.returnPressed.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What was typed, without blanks at its ends."""
        return self.input.text().strip()

    def set_text(self, text: str) -> None:
        """Show a value; nothing is told."""
        self.input.setText(text)

    def set_error(self, sentence: str) -> None:
        """Say under the field what would be right; an empty sentence takes it away."""
        self.input.set_wrong(bool(sentence))
        self.input.setAccessibleDescription(sentence or self._hint)
        self._below.say(sentence or self._hint, wrong=bool(sentence))

    def error(self) -> str:
        """What stands under the field as wrong."""
        return self._below.text if self._below.wrong else ""

    def _edited(self, text: str) -> None:
        if self._below.wrong:
            self.set_error("")
        self.edited.emit(text)


class _Below(QWidget):
    """The line under a field."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.text, self.wrong = hint, False
        self.setFixedHeight(20)

    def say(self, text: str, *, wrong: bool) -> None:
        """A hint, or what would be right: on as many lines as it needs."""
        self.text, self.wrong = text, wrong
        self.setToolTip(text)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = painting.wrapped(self.text, font("small strong"), self.width() - (22 if self.wrong else 0))
        self.setFixedHeight(20 + 18 * max(0, len(lines) - 1))

    def sizeHint(self) -> QSize:
        return QSize(80, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            left = 0
            if self.wrong:
                draw_icon(painter, "warning-circle", QPoint(0, 2), 16, theme.bad)
                left = 22
            face = font("small strong" if self.wrong else "small")
            ink = theme.bad if self.wrong else theme.ink3
            lines = painting.wrapped(self.text, face, self.width() - left)
            for number, line in enumerate(lines):
                painting.words(painter, QRect(left, 18 * number, self.width() - left, 20), line, face, ink)
