"""Tables at the desk: no vertical lines, a hairline below each row, figures at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts.panes import row as columns_row
from retailpos.ui.parts.table_delegate import TableDelegate

Index = QModelIndex | QPersistentModelIndex
RowKind = Literal["plain", "heading", "total", "bad"]
Density = Literal["desk", "touch", "entry"]

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 2

_ROW_HEIGHT: dict[Density, int] = {"desk": 44, "touch": 48, "entry": 31}
_HEAD = 40
_HEADING = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width (0 shares what is left), and whether it holds figures, links or names."""

    title: str
    width: int = 0
    kind: Literal["words", "figure", "strong", "quiet", "link"] = "words"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with more than words: a picture before them, a tone, a chip round them, or bold."""

    text: str
    tone: str = ""
    icon: str = ""
    chip: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row under a key. A `heading` goes across on sunken ground, a `total` has a bold line above."""

    key: str
    cells: tuple[str | Cell, ...]
    kind: RowKind = "plain"

    def cell(self, column: int) -> Cell:
        """The cell of a column, empty where the row is shorter."""
        if column >= len(self.cells):
            return Cell("")
        found = self.cells[column]
        return Cell(found) if isinstance(found, str) else found


class TableModel(QAbstractTableModel):
    """The rows as one frozen value."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: tuple[TableRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == COLUMN_ROLE:
            return self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cell(index.column()).text
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.FontRole:
            return font("small strong")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].kind == "figure"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].kind in ("heading", "total"):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def take(self, rows: tuple[TableRow, ...]) -> None:
        """Show these rows; with as many as before only the contents change, so the view keeps its place."""
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class Table(QTableView):
    """`chosen` carries the key of the row that is acted on; `opened` comes with Enter, or a press on a link cell."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, columns: tuple[Column, ...], *, density: Density = "desk", name: str = "table") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(name)
        self._quiet = False
        self._tall = _ROW_HEIGHT[density]
        self._model = TableModel(columns, self)
        self.setModel(self._model)
        self.setItemDelegate(TableDelegate(self, ROW_ROLE, COLUMN_ROLE))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setProperty("own_ring", True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(24)
        rows.setDefaultSectionSize(_ROW_HEIGHT[density])
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress_head()
        self.clicked.connect(self._clicked)

    def set_rows(self, rows: tuple[TableRow, ...], chosen: str = "") -> None:
        """Show these rows; the one of this key is chosen, without telling."""
        self._quiet = True
        self.clearSpans()
        self._model.take(rows)
        for number, row in enumerate(rows):
            heading = row.kind == "heading"
            self.setRowHeight(number, min(_HEADING, self._tall) if heading else self._tall)
            if heading and len(self._model.columns) > 1:
                self.setSpan(number, 0, 1, len(self._model.columns))
        at = next((n for n, row in enumerate(rows) if row.key == chosen and chosen), None)
        if at is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.selectRow(at)
        self._quiet = False

    def rows(self) -> tuple[TableRow, ...]:
        """What is shown."""
        return self._model.rows

    def put(self, row: int, column: int, part: QWidget) -> None:
        """Put a picker or a button into a cell."""
        cell = QWidget()
        inside = columns_row(cell, margin=(0, 2, 12, 3))
        inside.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setIndexWidget(self._model.index(row, column), cell)

    def selectionChanged(self, now: Any, before: Any) -> None:
        super().selectionChanged(now, before)
        rows = self.selectionModel().selectedRows()
        if rows and not self._quiet:
            self.chosen.emit(self._model.rows[rows[0].row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            self.opened.emit(self._model.rows[at.row()].key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.columns[index.column()].kind == "link":
            self.opened.emit(self._model.rows[index.row()].key)

    def _dress_head(self) -> None:
        head = self.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setFont(font("small strong"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(24)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)

    def _share(self) -> None:
        """Give columns their widths, and what is left to those that asked for none."""
        given = sum(column.width for column in self._model.columns)
        open_ones = [n for n, column in enumerate(self._model.columns) if not column.width]
        left = max(0, self.viewport().width() - given)
        for number, column in enumerate(self._model.columns):
            wide = column.width or max(80, left // len(open_ones))
            self.horizontalHeader().resizeSection(number, wide)
