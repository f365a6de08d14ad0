"""The steps of the set-up at the left: done ones with a check, the present one filled; a done one leads back to it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

_TALL = 52


class Steps(QWidget):
    """`chosen` carries the number of a step that is done and was pressed."""

    chosen = Signal(int)

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("set-up steps")
        self._names, self._at = names, 0
        self.setFixedHeight(_TALL * len(names))

    def set_step(self, at: int) -> None:
        """Where we are; one past the last means all done."""
        self._at = at
        self.setAccessibleName(self._names[min(at, len(self._names) - 1)])
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // _TALL
        if event.button() == Qt.MouseButton.LeftButton and 0 <= at < min(self._at, len(self._names)):
            self.chosen.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            for n, name in enumerate(self._names):
                self._step(painter, current(), n, name)

    def _step(self, painter: QPainter, theme: Theme, n: int, name: str) -> None:
        disc = QRect(0, n * _TALL, 32, 32)
        done, here = n < self._at, n == self._at
        fill = theme.ok_soft if done else theme.accent if here else theme.ground
        edge = theme.ok if done and theme.strong else None if done or here else theme.edge
        painting.box(painter, disc, radius=16, fill=fill, border=edge, width=theme.border)
        if done:
            draw_icon(painter, "check", QPoint(disc.left() + 8, disc.top() + 8), 16, theme.ok)
        else:
            ink = theme.on_accent if here else theme.ink2
            painting.words(painter, disc, str(n + 1), font("body strong"), ink, align=painting.CENTRE)
        place = QRect(44, disc.top(), self.width() - 44, 32)
        face = font("body strong" if here else "body")
        painting.words(painter, place, name, face, theme.ink if here else theme.ink2)
