"""Picture keys: what the shop sells most, one touch each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.tokens import Theme

_ICON = 28
_PADDING = 12
_GAP = 12
_LINE = 19
_SHORT = 112


@dataclass(frozen=True, slots=True)
class TileFace:
    """What a picture key shows: a name, a price or a word in its place, a picture and a department colour."""

    key: str
    name: str
    price: str = ""
    icon: str = "package"
    colour: str = "slate"


class Tile(Pressable):
    """One picture key of 145 by 117."""

    def __init__(self, face: TileFace, parent: QWidget | None = None) -> None:
        super().__init__(face.name, parent, name=f"tile {face.key}")
        self.face = face
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.set_face(face)

    def set_face(self, face: TileFace) -> None:
        """Show another item on this key."""
        self.face = face
        self.setObjectName(f"tile {face.key}")
        self.setAccessibleName(f"{face.name}, {face.price}" if face.price else face.name)
        self.setToolTip(face.name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(191, 152) if self.large else QSize(145, 117)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 84)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        colour = department_colour(theme, self.face.colour)
        border = theme.edge if theme.strong else None
        painting.box(painter, area, radius=12, fill=colour.fill, border=border, width=2)
        if self.isDown():
            painting.box(painter, area, radius=12, fill=painting.see_through(theme.ink, 25 if theme.strong else 8))
        short = area.height() < _SHORT
        size = 32 if self.large else 20 if short else _ICON
        top = 8 if short else _PADDING
        draw_icon(painter, self.face.icon, QPoint(_PADDING, top), size, colour.picture)
        price = QRect(_PADDING, area.bottom() - (27 if short else 31), area.width() - 2 * _PADDING, 22)
        face = font("desk", large=self.large)
        painting.words(painter, price, self.face.price, face, theme.ink2)
        self._draw_name(painter, theme, price.top())

    def _draw_name(self, painter: QPainter, theme: Theme, bottom: int) -> None:
        face = font("body strong", large=self.large)
        wide = self.width() - 2 * _PADDING
        lines = two_lines(self.face.name, face, wide)
        top = bottom + 1 - _LINE * len(lines)
        for number, line in enumerate(lines):
            place = QRect(_PADDING, top + number * _LINE, wide, _LINE)
            painting.words(painter, place, line, face, theme.ink)


def two_lines(text: str, face: QFont, width: int) -> tuple[str, ...]:
    """The text on at most two lines, broken at words; the second is elided by whoever draws it."""
    lines = painting.wrapped(text, face, width)
    return (lines[0], text[len(lines[0]) :].strip()) if len(lines) > 1 else lines


class TileGrid(QWidget):
    """A page of picture keys: one stop for Tab, arrows inside, Enter adds."""

    pressed = Signal(str)
    held = Signal(str)

    def __init__(self, columns: int = 5, rows: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows = rows
        self.tiles: list[Tile] = []
        self._faces: tuple[TileFace, ...] = ()
        self.setObjectName("picture keys")
        self.setAccessibleName("Picture keys")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def set_tiles(self, faces: tuple[TileFace, ...]) -> None:
        """Show these keys, filling rows from the top left; keys that stay in place are kept."""
        self._faces = faces
        shown = faces[: self.columns * self.rows]
        while len(self.tiles) > len(shown):
            gone = self.tiles.pop()
            gone.hide()
            self._grid.removeWidget(gone)
            gone.deleteLater()
        for tile, face in zip(self.tiles, shown, strict=False):
            if tile.face != face:
                tile.set_face(face)
        for face in shown[len(self.tiles) :]:
            self._add(face)
        self._place()

    def set_grid(self, columns: int, rows: int) -> None:
        """Another number of columns and rows, for a narrower or a bigger window."""
        if (columns, rows) != (self.columns, self.rows):
            self.columns, self.rows = columns, rows
            self.set_tiles(self._faces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_Up: -self.columns,
        }
        step = steps.get(Qt.Key(event.key()))
        at = next((n for n, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        if 0 <= at + step < len(self.tiles):
            self.tiles[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the first key, as a page of keys does when it is chosen by Ctrl and a digit."""
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, face: TileFace) -> None:
        tile = Tile(face, self)
        tile.clicked.connect(lambda _=False, tile=tile: self.pressed.emit(tile.face.key))
        tile.held.connect(lambda tile=tile: self.held.emit(tile.face.key))
        # One stop for Tab: only the first key takes it, arrows reach the rest.
        tile.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.tiles else Qt.FocusPolicy.TabFocus)
        self.tiles.append(tile)
        tile.show()

    def _place(self) -> None:
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // self.columns, number % self.columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < self.columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 1 if row < self.rows else 0)
        for row in range(self.rows):
            self._grid.setRowStretch(row, 1)
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 1)
