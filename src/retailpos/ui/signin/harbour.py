"""The drawing at the foot of the sign-in page: a boat, a house by the water, the sun. Ours, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

_HEIGHT, _HEIGHT_LARGE = 140, 240


class Harbour(QWidget):
    """140 high, 240 on a big screen, as wide as there is room. In high contrast it is drawn in lines."""

    def __init__(self) -> None:
        super().__init__()
        self._tall = _HEIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_large(self, large: bool) -> None:
        """Larger on a big screen."""
        self._tall = _HEIGHT_LARGE if large else _HEIGHT
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        painter.setClipPath(painting.rounded(self.rect(), 14))
        if not theme.strong:
            painter.fillRect(self.rect(), QColor(department_colour(theme, "teal").fill))
        scale = self.height() / _HEIGHT
        painter.scale(scale, scale)
        self._draw(painter, theme, self.width() / scale)
        if theme.strong:
            painter.resetTransform()
            painter.setClipping(False)
            painting.box(painter, self.rect(), radius=14, border=theme.edge, width=2)
        painter.end()

    def _draw(self, painter: QPainter, theme: Theme, width: float) -> None:
        water = department_colour(theme, "teal").picture
        _dip(painter, theme, theme.mark)
        painter.drawEllipse(QPointF(width * 0.8, 43), 26, 26)
        _house(painter, theme, width * 0.59)
        _dip(painter, theme, painting.see_through(water, 30))
        painter.drawPath(_water(width, top=92, shift=0))
        _boat(painter, theme, width * 0.2)
        _dip(painter, theme, painting.see_through(water, 55))
        painter.drawPath(_water(width, top=112, shift=90))


def _dip(painter: QPainter, theme: Theme, colour: QColor | str) -> None:
    """Fill with a colour; in high contrast draw the outline, and black inside, so that nothing shines through."""
    painter.setPen(QPen(QColor(theme.edge), 2) if theme.strong else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(theme.ground if theme.strong else colour))


def _house(painter: QPainter, theme: Theme, left: float) -> None:
    _dip(painter, theme, department_colour(theme, "slate").picture)
    roof = QPolygonF([QPointF(left, 52), QPointF(left + 30, 31), QPointF(left + 60, 52)])
    painter.drawPolygon(roof)
    painter.drawRect(QRectF(left, 52, 60, 48))
    painter.drawRect(QRectF(left + 66, 62, 56, 38))
    _dip(painter, theme, theme.mark)
    for at in (14, 36):
        painter.drawRect(QRectF(left + at, 60, 10, 12))
    painter.drawRect(QRectF(left + 78, 70, 32, 9))


def _boat(painter: QPainter, theme: Theme, left: float) -> None:
    _dip(painter, theme, theme.surface if theme.name == "light" else theme.ink)
    painter.drawPolygon(QPolygonF([QPointF(left + 38, 24), QPointF(left + 38, 84), QPointF(left + 2, 84)]))
    _dip(painter, theme, department_colour(theme, "clay").picture)
    painter.drawPolygon(QPolygonF([QPointF(left + 43, 38), QPointF(left + 43, 84), QPointF(left + 74, 84)]))
    _dip(painter, theme, theme.rail)
    hull = [QPointF(left - 6, 89), QPointF(left + 80, 89), QPointF(left + 64, 107), QPointF(left + 8, 107)]
    painter.drawPolygon(QPolygonF(hull))


def _water(width: float, *, top: int, shift: int) -> QPainterPath:
    path = QPainterPath(QPointF(-shift, top))
    at = -shift
    while at < width:
        path.quadTo(QPointF(at + 50, top - 16), QPointF(at + 100, top))
        path.quadTo(QPointF(at + 150, top + 14), QPointF(at + 200, top))
        at += 200
    path.lineTo(width + 200, 200)
    path.lineTo(-shift, 200)
    return path
