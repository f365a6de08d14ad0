"""Chips: a word with its picture on soft ground. A state is never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current

_ICON = 16


class Chip(QWidget):
    """26 high (32 when it is a headline chip). `removed` comes when its x of 24 is pressed."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        tone: str = "plain",
        *,
        icon: str = "",
        tall: bool = False,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self._tall = tall
        self._removable = removable
        self.setObjectName(f"chip {text}")
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chip(self, text: str, tone: str = "plain", icon: str = "") -> None:
        """Another word, tone (`ok`, `warn`, `bad`, `violet`, `accent`, `plain`) and picture."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word on the chip."""
        return self._text

    def sizeHint(self) -> QSize:
        wide = painting.width_of(self._face(), self._text) + 2 * (12 if self._tall else 10)
        wide += self._icon_size() + 4 if self._icon else 0
        return QSize(wide + (24 if self._removable else 0), 32 if self._tall else 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and event.button() == Qt.MouseButton.LeftButton and event.position().x() > self.width() - 28:
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            ink, ground = painting.said(theme, self._tone)
            area = self.rect()
            painting.box(
                painter, area, radius=area.height() / 2, fill=ground, border=ink if theme.strong else None, width=2
            )
            left = 12 if self._tall else 10
            if self._icon:
                size = self._icon_size()
                draw_icon(painter, self._icon, QPoint(left - 2, area.center().y() - size // 2 + 1), size, ink)
                left += size + 4
            painting.words(painter, area.adjusted(left, 0, -4, 0), self._text, self._face(), ink)
            if self._removable:
                draw_icon(painter, "x", QPoint(area.right() - 22, area.center().y() - 7), _ICON, ink)

    def _icon_size(self) -> int:
        return _ICON + (4 if self._tall else 0)

    def _face(self) -> QFont:
        return font("body strong" if self._tall else "small strong")
