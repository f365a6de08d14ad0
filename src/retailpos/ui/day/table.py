"""A table of the desk: a head, rows with a hairline below, figures at the right; one press chooses, Enter opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QScroller, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its words, its width (0 shares what is left), and whether it holds figures, pickers or ticks."""

    title: str
    width: int = 0
    figures: bool = False
    picker: bool = False
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: its words, their tone (`ink`, `ink2`, `ok`, `warn`, `bad`, `accent`), and a picture.

    A `plain` cell has words only where its column has pickers.
    """

    text: str
    tone: str = "ink"
    strong: bool = False
    icon: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; a heading has one. `ground` is '' or a tone for the whole row."""

    cells: tuple[Cell, ...]
    heading: bool = False
    ground: str = ""
    key: str = ""

    def sentence(self) -> str:
        """The row as one sentence, for a screen reader."""
        return ", ".join(cell.text for cell in self.cells if cell.text)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.sentence()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def places(columns: tuple[Column, ...], area: QRect) -> list[QRect]:
    """Where each column's words stand within a row."""
    fixed = sum(c.width for c in columns)
    sharing = sum(1 for c in columns if not c.width) or 1
    share = max(60, (area.width() - fixed) // sharing)
    found, left = [], area.left()
    for c in columns:
        wide = c.width or share
        found.append(QRect(left + _PADDING, area.top(), wide - 2 * _PADDING, area.height()))
        left += wide
    return found


class _Painter(QStyledItemDelegate):
    def __init__(self, owner: Table) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(_ROW_ROLE)
        return QSize(100, 30 if row.heading else self._owner.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = current(), option.rect
        row: Row = index.data(_ROW_ROLE)
        painter.save()
        painting.start(painter)
        self._ground(painter, theme, area, row=row, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        if row.heading:
            painting.words(
                painter, area.adjusted(_PADDING, 0, -8, 0), row.cells[0].text, font("small strong"), theme.ink2
            )
        else:
            for cell, column_, place in zip(
                row.cells, self._owner.columns, places(self._owner.columns, area), strict=False
            ):
                self._cell(painter, theme, place, cell=cell, column_=column_)
        if option.state & QStyle.StateFlag.State_HasFocus and self._owner.by_keys:
            painting.box(painter, area.adjusted(2, 1, -2, -2), radius=4, border=theme.focus, width=3)
        painter.restore()

    def _ground(self, painter: QPainter, theme: Theme, area: QRect, *, row: Row, chosen: bool) -> None:
        if row.heading:
            painter.fillRect(area, painting.see_through(theme.ground, 100))
        elif chosen:
            painter.fillRect(area, painting.see_through(theme.accent_soft, 100))
            if theme.strong:
                painter.fillRect(
                    QRect(area.left(), area.top(), 4, area.height()), painting.see_through(theme.accent, 100)
                )
        elif row.ground:
            painter.fillRect(area, painting.see_through(painting.said(theme, row.ground)[1], 100))
        bottom = area.bottom() + 0.5
        painting.tick_line(painter, QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom), theme.line)

    def _cell(self, painter: QPainter, theme: Theme, place: QRect, *, cell: Cell, column_: Column) -> None:
        ink = _ink(theme, cell.tone)
        if column_.picker and not cell.plain:
            place = _picker_box(painter, theme, place, cell.tone)
            ink = theme.ink if cell.tone in ("bad", "warn") else ink
        if cell.icon:
            draw_icon(painter, cell.icon, QPoint(place.left(), place.center().y() - 7), 16, ink)
            place = place.adjusted(24, 0, 0, 0)
        if column_.figures:
            painting.figure(
                painter, place, cell.text, font("desk figure strong" if cell.strong else "desk figure"), ink
            )
        else:
            painting.words(painter, place, cell.text, _face(cell), ink)


def _face(cell: Cell) -> QFont:
    return font("desk strong" if cell.strong else "desk")


def _ink(theme: Theme, tone: str) -> str:
    if tone in ("ink", "ink2", "ink3"):
        return str(getattr(theme, tone))
    return painting.said(theme, tone)[0]


def _picker_box(painter: QPainter, theme: Theme, place: QRect, tone: str) -> QRect:
    """A picker drawn in a row, a little apart from the next: the row itself is what is pressed."""
    box = place.adjusted(-_PADDING, 5, 0, -5)
    marked = tone in ("bad", "warn")
    border = painting.said(theme, tone)[0] if marked else theme.edge
    painting.box(painter, box, radius=8, fill=theme.surface, border=border, width=2 if marked else theme.border)
    draw_icon(painter, "caret-down", QPoint(box.right() - 26, box.center().y() - 7), 16, theme.ink2)
    return place.adjusted(0, 0, -32, 0)


class _View(QListView):
    """Scrolls by wheel, keys or finger; where there is more, a thin mark says how far one is."""

    entered_row = Signal(int)
    spaced_row = Signal(int)
    pressed_at = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = int(event.position().x())
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        if bar.maximum() <= 0:
            return
        whole = tall + bar.maximum()
        mark = QRect(self.viewport().width() - 6, tall * bar.value() // whole, 4, max(24, tall * tall // whole))
        painter = QPainter(self.viewport())
        painting.start(painter)
        painting.box(painter, mark, radius=2, fill=current().edge)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.spaced_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class Table(QWidget):
    """`chosen` carries the row that was pressed or moved to, `opened` one that was pressed or entered.

    `ticked` carries a row whose tick was pressed, or Space on it.
    """

    chosen = Signal(int)
    opened = Signal(int)
    ticked = Signal(int)

    def __init__(self, columns: tuple[Column, ...], *, row_height: int = 44, name: str = "table") -> None:
        super().__init__()
        self.setObjectName(name)
        self.columns = columns
        self.row_height = row_height
        self.by_keys = False
        self.model = _Rows()
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Painter(self))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.view.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(name)
        self.view.setMouseTracking(False)
        self.view.viewport().setAutoFillBackground(False)
        self.view.clicked.connect(self._pressed)
        self.view.entered_row.connect(self.opened)
        self.view.spaced_row.connect(self.ticked)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.head = _Head(self)
        down = column(self, margin=(1, 0, 1, 1))
        down.addWidget(self.head)
        down.addWidget(self.view, 1)

    def set_rows(self, rows: tuple[Row, ...], chosen: int | None = None) -> None:
        """Show these rows, one of them chosen."""
        if rows == self.model.rows and chosen is None:
            return
        at = self.view.verticalScrollBar().value()
        self.model.take(rows)
        self.view.selectionModel().blockSignals(True)
        if chosen is not None and 0 <= chosen < len(rows):
            self.view.setCurrentIndex(self.model.index(chosen))
        self.view.selectionModel().blockSignals(False)
        self.view.verticalScrollBar().setValue(at)

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """As many columns as before, with other widths."""
        self.columns = columns
        self.view.viewport().update()
        self.head.update()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self.model.rows

    def _pressed(self, index: QModelIndex) -> None:
        """A press on a tick column ticks; anywhere else it opens."""
        first = self.columns[0]
        if first.tick and self.view.pressed_at < first.width:
            self.ticked.emit(index.row())
        else:
            self.opened.emit(index.row())

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())


class _Head(QWidget):
    def __init__(self, owner: Table) -> None:
        super().__init__()
        self._owner = owner
        self.setFixedHeight(36 if any(c.title for c in owner.columns) else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        for column_, place in zip(self._owner.columns, places(self._owner.columns, self.rect()), strict=True):
            align = painting.RIGHT if column_.figures else painting.LEFT
            painting.words(painter, place, column_.title, font("small strong"), theme.ink2, align=align)
        bottom = self.height() - 0.5
        painting.tick_line(painter, QPointF(0, bottom), QPointF(self.width(), bottom), theme.line)
        painter.end()
