"""A banner across a page, below its head: one bold sentence, what to do, and a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.theme.look import theme as current


class Banner(QWidget):
    """56 high with 16 below it; without words it takes no room."""

    pressed = Signal()

    def __init__(self, tone: str, icon: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._tone, self._icon = tone, icon
        self._bold, self._rest = "", ""
        self._button = Button("", size="slim", name="banner button")
        self._button.clicked.connect(self.pressed)
        across = row(self, margin=(0, 0, 12, 16))
        across.addStretch(1)
        across.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, bold: str, rest: str = "", button: str = "") -> None:
        """Say this; without a bold sentence the banner goes."""
        self._bold, self._rest = bold, rest
        self.setAccessibleName(f"{bold} {rest}".strip())
        self._button.set_text(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(bold))
        self.update()

    def words(self) -> str:
        """What it says."""
        return f"{self._bold} {self._rest}".strip()

    def sizeHint(self) -> QSize:
        return QSize(400, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        ink, ground = painting.said(theme, self._tone)
        painter = QPainter(self)
        painting.start(painter)
        area = self.rect().adjusted(0, 0, 0, -16)
        border = ink if theme.strong else None
        painting.box(painter, area, radius=10, fill=ground, border=border, width=theme.border)
        draw_icon(painter, self._icon, QPoint(14, area.center().y() - 11), 24, ink)
        bold = font("body strong")
        wide = painting.width_of(bold, self._bold)
        painting.words(painter, QRect(50, 0, wide, area.height()), self._bold, bold, theme.ink)
        left = 50 + wide + 6
        room = self._button.x() - left - 12 if self._button.isVisible() else area.width() - left - 12
        painting.words(painter, QRect(left, 0, max(0, room), area.height()), self._rest, font("body"), theme.ink)
        painter.end()
