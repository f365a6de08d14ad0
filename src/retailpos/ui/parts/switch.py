"""A switch, and a tick, with their words. A switch never waits for *Save*."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.tokens import Theme


class Switch(Pressable):
    """40 by 24 in a row of 48, with a name and a second line. `toggled` tells the new state."""

    def __init__(self, text: str, second: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, name=name)
        self._second = second
        self.setCheckable(True)
        self.setAccessibleDescription(second)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = max(painting.width_of(font("body strong"), self.text()), painting.width_of(font("small"), self._second))
        return QSize(52 + wide + 8, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        middle = self.height() // 2
        track = QRect(0, middle - 12, 40, 24)
        on = self.isChecked()
        edge = theme.edge if self.isEnabled() else theme.line
        painting.box(painter, track, radius=12, fill=theme.accent if on else theme.surface, border=None if on else edge)
        if not on:
            painting.box(painter, track, radius=12, border=edge, width=2)
        knob = QRect(track.right() - 20 if on else track.left() + 4, middle - 8, 16, 16)
        painting.box(
            painter, knob.adjusted(-1, -1, 1, 1) if on else knob, radius=9, fill=theme.on_accent if on else edge
        )
        ink = theme.ink if self.isEnabled() else theme.ink3
        room = self.width() - 52
        if not self._second:
            painting.words(painter, QRect(52, 0, room, self.height()), self.text(), font("body strong"), ink)
            return
        painting.words(painter, QRect(52, middle - 20, room, 20), self.text(), font("body strong"), ink)
        painting.words(painter, QRect(52, middle, room, 20), self._second, font("small"), theme.ink2)


class Tick(Pressable):
    """A box to tick, for something that is saved with the form."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, name=name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28 + painting.width_of(font("desk"), self.text()) + 8, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        middle = self.height() // 2
        square = QRect(0, middle - 10, 20, 20)
        on = self.isChecked()
        painting.box(
            painter,
            square,
            radius=5,
            fill=theme.accent if on else theme.surface,
            border=theme.accent if on else theme.edge,
        )
        if on:
            draw_icon(painter, "check", QPoint(2, middle - 8), 16, theme.on_accent)
        place = QRect(28, 0, self.width() - 28, self.height())
        painting.words(painter, place, self.text(), font("desk"), theme.ink if self.isEnabled() else theme.ink3)
