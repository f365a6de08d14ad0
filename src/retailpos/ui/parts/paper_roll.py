"""The paper as it hangs out of the printer: JetBrains Mono, left to right, black on white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.core import paper
from retailpos.ui.fonts import sized
from retailpos.ui.parts import painting
from retailpos.ui.parts.rail import draw_mark
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import LIGHT

_LINE = 20
_MARGIN = 20
_PX = 14
_TEETH = 6


class PaperRoll(QWidget):
    """Shows a Paper laid out in so many columns, or the raster a printer got."""

    def __init__(self, *, columns: int = 48) -> None:
        super().__init__()
        self._columns = columns
        self._pieces: tuple[paper.Piece, ...] = ()
        self._image: QImage | None = None
        self.setObjectName("paper roll")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_paper(self, shown: paper.Paper) -> None:
        """Show a paper as its printer would lay it out."""
        self._image = None
        self._pieces = paper.lay_out(shown, self._columns)
        self.setAccessibleName("\n".join(paper.render_text(shown, self._columns)))
        self._changed()

    def set_raster(self, image: QImage) -> None:
        """Show the dots a printer was sent."""
        self._image = image
        self._pieces = ()
        self._changed()

    def sizeHint(self) -> QSize:
        if self._image is not None:
            return QSize(self._image.width() + 2 * _MARGIN, self._image.height() + 2 * _MARGIN)
        wide = round(self._cell() * self._columns) + 2 * _MARGIN
        return QSize(wide, sum(_height(piece) for piece in self._pieces) + 2 * _MARGIN + _TEETH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            area = self.rect().adjusted(0, 0, 0, -_TEETH)
            painter.fillRect(area, QColor(LIGHT.surface))
            self._tear(painter, area)
            if self._image is not None:
                painter.drawImage(QPoint(_MARGIN, _MARGIN), self._image)
            top = _MARGIN
            for piece in self._pieces:
                self._draw(painter, piece, top)
                top += _height(piece)

    def _tear(self, painter: QPainter, area: QRect) -> None:
        """The edge the cutter left, and the paper's own outline on a light ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.surface))
        for left in range(0, area.width(), 2 * _TEETH):
            tooth = [QPoint(left, 0), QPoint(left + _TEETH, _TEETH), QPoint(left + 2 * _TEETH, 0)]
            painter.drawPolygon([point + QPoint(0, area.height()) for point in tooth])
        if current().name == "light":
            painter.setPen(QPen(QColor(LIGHT.line), 1))
            painter.drawLine(area.topLeft(), area.bottomLeft())
            painter.drawLine(area.topRight(), area.bottomRight())

    def _draw(self, painter: QPainter, piece: paper.Piece, top: int) -> None:
        wide = self.width() - 2 * _MARGIN
        place = QRect(_MARGIN, top, wide, _height(piece))
        if isinstance(piece, paper.Logo):
            draw_mark(painter, QRect(place.center().x() - 28, top + 4, 56, 56), LIGHT)
        elif isinstance(piece, paper.Barcode):
            _draw_bars(painter, place, piece.text)
        elif isinstance(piece, paper.Line):
            self._draw_line(painter, place, piece)

    def _draw_line(self, painter: QPainter, place: QRect, line: paper.Line) -> None:
        face = sized("paper strong" if line.bold else "paper", _PX * 2 if line.double else _PX)
        ink = LIGHT.ink
        if line.reverse:
            painter.fillRect(place, QColor(LIGHT.ink))
            ink = LIGHT.surface
        sides = {"left": painting.LEFT, "right": painting.RIGHT, "center": painting.CENTRE, "centre": painting.CENTRE}
        side = sides.get(line.align, painting.LEFT)
        painting.figure(painter, place, line.left, face, ink, align=side)
        painting.figure(painter, place, line.right, face, ink)

    def _cell(self) -> float:
        return QFontMetricsF(sized("paper", _PX)).horizontalAdvance("0")

    def _changed(self) -> None:
        self.updateGeometry()
        self.setFixedSize(self.sizeHint())
        self.update()


def _height(piece: paper.Piece) -> int:
    if isinstance(piece, paper.Logo):
        return 64
    if isinstance(piece, paper.Barcode):
        return 72
    if isinstance(piece, paper.Cut):
        return 0
    return 2 * _LINE if piece.double else _LINE


def _draw_bars(painter: QPainter, place: QRect, text: str) -> None:
    """Bars that stand for a barcode, with its text below. The printer draws the real one; nobody scans this."""
    bars = [(1 + (ord(char) >> bit & 1), 2 - (ord(char) >> (bit + 2) & 1)) for char in text for bit in range(4)]
    at = place.center().x() - sum(thick + gap for thick, gap in bars) // 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.ink))
    for thick, gap in bars:
        painter.drawRect(at, place.top() + 6, thick, 44)
        at += thick + gap
    label = QRect(place.left(), place.top() + 52, place.width(), 18)
    painting.figure(painter, label, text, sized("paper", _PX), LIGHT.ink, align=painting.CENTRE)
