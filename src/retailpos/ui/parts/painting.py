"""Drawing that all own parts share: sharp rounded boxes, elided words, key names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from retailpos.ui.fonts import font
from retailpos.ui.theme.tokens import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

_CAP_HEIGHT = 20
_CAP_PADDING = 7


def start(painter: QPainter) -> None:
    """Smooth edges, and no brush left over from somebody else."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def see_through(colour: str, share: int) -> QColor:
    """A colour of the theme at so many per cent."""
    mixed = QColor(colour)
    mixed.setAlpha(255 * share // 100)
    return mixed


def box(
    painter: QPainter,
    area: QRect,
    *,
    radius: float,
    fill: QColor | str | None = None,
    border: QColor | str | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose border lies on half pixels, so that it is sharp."""
    inset = width / 2 if border is not None else 0
    edges = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        pen = QPen(QColor(border), width)
        if dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edges, radius - inset, radius - inset)


def rounded(area: QRect | QRectF, radius: float) -> QPainterPath:
    """The outline of a rounded box, to clip to."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(area), radius, radius)
    return path


def words(
    painter: QPainter, area: QRect, text: str, face: QFont, colour: str, *, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of words, elided at its end when the area is too narrow."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(area, align | Qt.TextFlag.TextSingleLine, elided(face, text, area.width()))


def figure(
    painter: QPainter, area: QRect, text: str, face: QFont, colour: str, *, align: Qt.AlignmentFlag = RIGHT
) -> None:
    """A figure. It is never elided, whatever the room."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(area, align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def elided(face: QFont, text: str, width: int) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    metrics = QFontMetricsF(face)
    if metrics.horizontalAdvance(text) <= width + 0.5:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, face: QFont, width: int) -> tuple[str, ...]:
    """The text broken at words into lines no wider than this, as many as it takes."""
    layout = QTextLayout(text, face)
    found = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(40, width))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        line = layout.createLine()
    layout.endLayout()
    return tuple(found)


def width_of(face: QFont, text: str) -> int:
    """How many pixels the text takes, rounded up."""
    return int(QFontMetricsF(face).horizontalAdvance(text)) + 1 if text else 0


def cap_width(name: str) -> int:
    """How wide a key name with its border is."""
    return width_of(font("key"), name) + 2 * _CAP_PADDING


def key_cap(
    painter: QPainter, left: int, middle: int, name: str, *, ink: str, border: QColor | str, fill: str | None = None
) -> None:
    """A key name in its little box, 20 high, centred on a height."""
    area = QRect(left, middle - _CAP_HEIGHT // 2, cap_width(name), _CAP_HEIGHT)
    box(painter, area, radius=4, fill=fill, border=border)
    words(painter, area.adjusted(0, -1, 0, -1), name, font("key"), ink, align=CENTRE)


def shadow(painter: QPainter, area: QRect, radius: float, theme: Theme) -> None:
    """The soft shadow of a sheet or a notice, drawn once per repaint; high contrast has none."""
    if theme.strong:
        return
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(14, 0, -1):
        shade = QColor(theme.shadow)
        shade.setAlphaF(0.009)
        painter.setBrush(shade)
        grown = QRectF(area).adjusted(-step, -step + 7, step, step + 2)
        painter.drawRoundedRect(grown, radius + step, radius + step)
    painter.restore()


def tick_line(painter: QPainter, start_at: QPointF, end_at: QPointF, colour: str, width: float = 1) -> None:
    """A hairline between two points, on half pixels. Level and upright ones are filled: that takes a tenth as long."""
    if start_at.x() == end_at.x() or start_at.y() == end_at.y():
        half = width / 2
        aside = (half, 0) if start_at.x() == end_at.x() else (0, half)
        painter.fillRect(QRectF(start_at - QPointF(*aside), end_at + QPointF(*aside)), QColor(colour))
        return
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(start_at, end_at)


def said(theme: Theme, tone: str) -> tuple[str, str]:
    """The colour of a tone's words and its soft ground."""
    pairs = {
        "ok": (theme.ok, theme.ok_soft),
        "warn": (theme.warn, theme.warn_soft),
        "bad": (theme.bad, theme.bad_soft),
        "violet": (theme.violet, theme.violet_soft),
        "accent": (theme.accent_ink, theme.accent_soft),
        "info": (theme.accent_ink, theme.accent_soft),
    }
    return pairs.get(tone, (theme.ink2, theme.sunken))
