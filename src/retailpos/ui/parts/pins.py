"""The dots of a PIN: how many digits were typed, never which."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current

_DOT = 20
_STEP = 44


class PinDots(QWidget):
    """Four dots, more once more digits are typed. Digits of the keyboard come out as `typed`, as those of the pad."""

    typed = Signal(str)
    entered = Signal()
    escaped = Signal()

    def __init__(self, *, least: int = 4, height: int = 64, name: str = "pin") -> None:
        super().__init__()
        self._least = least
        self._filled = 0
        self.setObjectName(name)
        self.setProperty("ring_radius", 10)
        self.setProperty("always_ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_filled(0)

    def set_filled(self, count: int) -> None:
        """How many digits were typed."""
        self._filled = count
        self.setAccessibleName(f"PIN, {count} digits typed")
        self.update()

    def filled(self) -> int:
        """How many digits were typed."""
        return self._filled

    def sizeHint(self) -> QSize:
        return QSize(250, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Backspace:
            self.typed.emit("back")
        elif text.isascii() and text.isdigit():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(painter, self.rect(), radius=10, fill=theme.surface, border=theme.edge, width=theme.border)
            count = max(self._least, self._filled)
            step = min(_STEP if self.width() > 300 else 34, (self.width() - 2 * _DOT) // count)
            size = min(_DOT if self.width() > 300 else 18, step - 6)
            left = (self.width() - step * (count - 1) - size) // 2
            for number in range(count):
                dot = QRect(left + number * step, (self.height() - size) // 2, size, size)
                full = number < self._filled
                painting.box(
                    painter,
                    dot,
                    radius=size / 2,
                    fill=theme.ink if full else None,
                    border=theme.ink if full else theme.edge,
                    width=2,
                )
