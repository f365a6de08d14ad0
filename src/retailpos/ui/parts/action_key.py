"""The keys of the action bar: a picture over a word, the key's name in the corner."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.verbs import short_key
from retailpos.ui.theme.tokens import Theme

_ICON = 24


class ActionKey(Pressable):
    """72 high, at least 80 wide. Checked, it is the chosen kind of payment. Off, it is only a word in ink3."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent, name=name, icon=icon)
        self.set_key(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, 80 if self.large else 72)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        ink = theme.ink if self.isEnabled() else theme.ink3
        self._draw_box(painter, theme, area)
        top = area.top() + (area.height() - 72) // 2
        draw_icon(painter, self._icon, QPoint(area.center().x() - _ICON // 2 + 1, top + 14), _ICON, ink)
        face = font("small strong" if not self.isCheckable() else "button slim", large=self.large)
        line = QRect(area.left() + 4, top + 40, area.width() - 8, 21)
        painting.words(painter, line, self.text(), face, ink, painting.CENTRE)
        corner = area.adjusted(0, 4, -6, 0)
        corner.setHeight(18)
        painting.words(painter, corner, short_key(self._key), font("key light"), theme.ink3, painting.RIGHT)

    def _draw_box(self, painter: QPainter, theme: Theme, area: QRect) -> None:
        if self.isChecked():
            painting.box(painter, area, radius=10, fill=theme.accent_soft, border=theme.accent, width=3)
        elif not self.isEnabled():
            painting.box(painter, area, radius=10, border=theme.line, width=theme.border, dashed=theme.strong)
        else:
            fill = theme.sunken if self.isDown() else theme.surface
            painting.box(painter, area, radius=10, fill=fill, border=theme.line, width=theme.border)
            if self.isDown() and theme.strong:
                painting.box(painter, area.adjusted(3, 3, -3, -3), radius=7, border=theme.edge, width=2)
