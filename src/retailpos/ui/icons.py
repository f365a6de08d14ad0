"""Pictures for words: the Phosphor set through QtAwesome, kept as pixmaps and drawn in the theme's colours."""

from __future__ import annotations

import logging
from typing import Any, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

_PROPERTY = "retailpos_icons"
_MOST_KEPT = 2000
_BOLD_UP_TO = 24


class Icons(QObject):
    """Pixmaps by (name, size, colour, device pixel ratio).

    The icon package takes a fifth of a second to import, so it waits until something has been painted: until then an
    icon is an empty pixmap of the right size, and every window repaints once the pictures are there.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._source: Any = None
        self._asked = False
        self._kept: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """The picture of this name; `mdi6.` before a name takes the second set."""
        if self._source is None:
            self._ask()
            return _empty(size, ratio)
        key = (name, size, colour, ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._draw(name, size, colour, ratio)
        return found

    def load(self) -> None:
        """Import the icon package now. Called by itself after the first paint."""
        if self._source is None:
            import qtawesome

            qtawesome.font("ph", 16)
            self._source = qtawesome
            for window in QApplication.topLevelWidgets():
                for widget in (window, *window.findChildren(QObject)):
                    if hasattr(widget, "update") and widget.isWidgetType():
                        cast(Any, widget).update()

    def _ask(self) -> None:
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self.load)

    def _glyph(self, family: str, glyph: str) -> str:
        """The sign of a picture. A name the set doesn't know shows a dashed circle rather than stopping the till."""
        try:
            return str(self._source.charmap(f"{family}.{glyph}"))
        except KeyError:
            log.warning("no icon is called %s.%s", family, glyph)
            return str(self._source.charmap("ph.circle-dashed"))

    def _draw(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        drawn = _empty(size, ratio)
        family, _, glyph = name.rpartition(".")
        family = family or "ph"
        # The set's bold cut has the stroke of our pictures at small sizes, its regular cut at big ones.
        if family == "ph" and size <= _BOLD_UP_TO and not glyph.endswith(("-bold", "-fill")):
            glyph += "-bold"
        face = self._source.font(family, size)
        face.setPixelSize(size)
        sign = self._glyph(family, glyph)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setFont(face)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, sign)
        return drawn


def _empty(size: int, ratio: float) -> QPixmap:
    blank = QPixmap(round(size * ratio), round(size * ratio))
    blank.setDevicePixelRatio(ratio)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def icons() -> Icons:
    """The application's icons."""
    app = cast(QApplication, QApplication.instance())
    held = app.property(_PROPERTY)
    if held is None:
        held = Icons(app)
        app.setProperty(_PROPERTY, held)
    return cast(Icons, held)


def icon(name: str, size: int, colour: str) -> QIcon:
    """An icon for a menu or a line edit, in a colour of the theme."""
    return QIcon(icons().pixmap(name, size, colour, 2.0))


def draw_icon(painter: QPainter, name: str, at: QPoint, size: int, colour: str) -> None:
    """Draw an icon with its top left corner at a point, sharp at the painter's own scale."""
    if not name:
        return
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QRect(at.x(), at.y(), size, size), icons().pixmap(name, size, colour, ratio))
