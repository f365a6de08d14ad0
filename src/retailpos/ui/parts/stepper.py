"""Minus, a number, plus: three fields in one frame."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

_REPEAT_MS = 120
_IN_ACTION_BAR = 72


class _End(Pressable):
    """Minus or plus. Kept down, it repeats."""

    def __init__(self, icon: str, spoken: str) -> None:
        super().__init__("", name=spoken, icon=icon)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(600)
        self.setAutoRepeatInterval(_REPEAT_MS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(50, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        if self.isDown():
            painter.fillRect(self.rect().adjusted(3, 3, -3, -3), painting.see_through(theme.ink, 10))
        ink = theme.ink if self.isEnabled() else theme.ink3
        at = QPoint(self.rect().center().x() - 11, self.rect().center().y() - 11)
        draw_icon(painter, self._icon, at, 24 if self.height() > 60 else 20, ink)


class _Number(Pressable):
    """The number in the middle; pressing it opens the pad."""

    def sizeHint(self) -> QSize:
        return QSize(max(50, painting.width_of(font("button big"), self.text()) + 16), 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        ink = theme.ink if self.isEnabled() and self.text() != "0" else theme.ink3
        face = font("button big") if len(self.text()) < 5 else font("button")
        painting.figure(painter, self.rect(), self.text(), face, ink, align=painting.CENTRE)


class Stepper(QWidget):
    """`stepped` carries -1 or +1, `number_pressed` asks for the pad. At a limit the end goes grey."""

    stepped = Signal(int)
    number_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, height: int = 48, name: str = "stepper") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Quantity")
        self._height = height
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._less = _End("minus", "One less")
        self._more = _End("plus", "One more")
        self._number = _Number("0", name="number")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for part in (self._less, self._number, self._more):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(part, 1)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))
        self._number.clicked.connect(self.number_pressed)

    def set_value(self, text: str, *, at_least: bool = False, at_most: bool = False) -> None:
        """Show a number; `at_least` and `at_most` say that it can go no further that way."""
        self._number.set_text(text)
        self._number.setAccessibleName(text)
        self._less.setEnabled(self.isEnabled() and not at_least)
        self._more.setEnabled(self.isEnabled() and not at_most)

    def set_large(self, large: bool) -> None:
        """80 high beside the action keys of a big screen."""
        if self._height == _IN_ACTION_BAR:
            self.setFixedHeight(80 if large else _IN_ACTION_BAR)

    def value(self) -> str:
        """The number as shown."""
        return self._number.text()

    def sizeHint(self) -> QSize:
        return QSize(152, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Down: -1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            super().keyPressEvent(event)
            return
        end = self._more if step > 0 else self._less
        if end.isEnabled():
            self.stepped.emit(step)

    def paintEvent(self, event: object) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(painter, self.rect(), radius=10, fill=theme.surface, border=theme.edge, width=theme.border)
            for part in (self._number.geometry().left(), self._number.geometry().right() + 1):
                painting.tick_line(painter, QPointF(part + 0.5, 1), QPointF(part + 0.5, self.height() - 1), theme.line)
