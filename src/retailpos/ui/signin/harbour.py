"""The drawing at the foot of the sign-in page: a boat, a house by the water, the sun. Ours, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme


class Harbour(QWidget):
    """140 high, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        teal = department_colour(theme, "teal")
        if theme.strong:
            painting.box(painter, self.rect(), radius=14, border=theme.edge, width=2)
            painter.end()
            return
        painter.setClipPath(painting.rounded(self.rect(), 14))
        painter.fillRect(self.rect(), QColor(teal.fill))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.mark))
        painter.drawEllipse(QPointF(self.width() * 0.8, 43), 26, 26)
        self._house(painter, theme)
        self._water(painter, painting.see_through(teal.picture, 30), top=92, shift=0)
        self._boat(painter, theme)
        self._water(painter, painting.see_through(teal.picture, 55), top=112, shift=90)
        painter.end()

    def _house(self, painter: QPainter, theme: Theme) -> None:
        left = self.width() * 0.59
        slate = department_colour(theme, "slate").picture
        painter.setBrush(QColor(slate))
        roof = QPolygonF([QPointF(left, 52), QPointF(left + 30, 31), QPointF(left + 60, 52)])
        painter.drawPolygon(roof)
        painter.drawRect(QRectF(left, 52, 60, 48))
        painter.drawRect(QRectF(left + 66, 62, 56, 38))
        painter.setBrush(QColor(theme.mark))
        for at in (14, 36):
            painter.drawRect(QRectF(left + at, 60, 10, 12))
        painter.drawRect(QRectF(left + 78, 70, 32, 9))

    def _boat(self, painter: QPainter, theme: Theme) -> None:
        left = self.width() * 0.2
        painter.setBrush(QColor(theme.surface if theme.name == "light" else theme.ink))
        painter.drawPolygon(QPolygonF([QPointF(left + 38, 24), QPointF(left + 38, 84), QPointF(left + 2, 84)]))
        painter.setBrush(QColor(department_colour(theme, "clay").picture))
        painter.drawPolygon(QPolygonF([QPointF(left + 43, 38), QPointF(left + 43, 84), QPointF(left + 74, 84)]))
        painter.setBrush(QColor(theme.rail))
        hull = [QPointF(left - 6, 89), QPointF(left + 80, 89), QPointF(left + 64, 107), QPointF(left + 8, 107)]
        painter.drawPolygon(QPolygonF(hull))

    def _water(self, painter: QPainter, colour: QColor, *, top: int, shift: int) -> None:
        path = QPainterPath(QPointF(-shift, top))
        at = -shift
        while at < self.width():
            path.quadTo(QPointF(at + 50, top - 16), QPointF(at + 100, top))
            path.quadTo(QPointF(at + 150, top + 14), QPointF(at + 200, top))
            at += 200
        path.lineTo(self.width() + 200, 200)
        path.lineTo(-shift, 200)
        painter.fillPath(path, colour)
