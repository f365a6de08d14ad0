"""The x that closes: one of the pictures that may stand without a word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.tokens import Theme


class PictureKey(Pressable):
    """A picture alone, 48 by 48: back, close, plus, minus. Its name is spoken and shown as a tip."""

    def __init__(self, icon: str, spoken: str, *, bordered: bool = False, drawn: int = 48) -> None:
        super().__init__("", name=spoken, icon=icon)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self._bordered = bordered
        self._side = drawn
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(self._side, 40), max(self._side, 40))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        if self._bordered:
            fill = theme.sunken if self.isDown() or not self.isEnabled() else theme.surface
            painting.box(painter, area, radius=10, fill=fill, border=theme.edge, width=theme.border)
        elif self.isDown():
            painting.box(painter, area.adjusted(4, 4, -4, -4), radius=8, fill=painting.see_through(theme.ink, 10))
        at = QPoint(area.center().x() - 9, area.center().y() - 9)
        draw_icon(painter, self._icon, at, 20, theme.ink if self.isEnabled() else theme.ink3)


class CloseKey(PictureKey):
    """The x."""

    def __init__(self, spoken: str = "Close") -> None:
        super().__init__("x", spoken)
