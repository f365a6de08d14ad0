"""The lines of a ticket: a list that is told the whole sale and paints only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    QVariantAnimation,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QScroller, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.parts.line_delegate import LineDelegate
from retailpos.ui.theme.look import look
from retailpos.ui.theme.look import theme as current

Tone = Literal["normal", "return", "coming back", "waiting", "note", "heading", "total", "paid"]
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row, in words and figures as they are shown.

    `lead` is a word in red before the second line (*Return*); `struck` is the amount before a discount. `waiting` is
    what Enter would add; `note`, `heading`, `total` and `paid` are rows that are not goods.
    """

    name: str
    amount: str = ""
    quantity: str = ""
    second: str = ""
    struck: str = ""
    lead: str = ""
    tone: Tone = "normal"
    key: str = ""

    def sentence(self) -> str:
        """The row as one sentence, for a screen reader."""
        parts = (
            self.quantity,
            self.name,
            self.lead,
            self.second,
            self.amount,
            f"was {self.struck}" if self.struck else "",
        )
        return ", ".join(part for part in parts if part)


class LinesModel(QAbstractListModel):
    """The rows. A new value is compared with the old one: only rows that differ are added, removed or painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[LineRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.sentence()
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name
        return None

    def take(self, rows: tuple[LineRow, ...]) -> tuple[int, ...]:
        """Show these rows. Returns the numbers of those that are new."""
        same = _common(self.rows, rows)
        tail = _common(self.rows[same:][::-1], rows[same:][::-1])
        gone, come = len(self.rows) - same - tail, len(rows) - same - tail
        changed = min(gone, come)
        if gone > changed:
            self.beginRemoveRows(QModelIndex(), same + changed, same + gone - 1)
            self.rows = self.rows[: same + changed] + self.rows[same + gone :]
            self.endRemoveRows()
        new: tuple[int, ...] = ()
        if come > changed:
            self.beginInsertRows(QModelIndex(), same + changed, same + come - 1)
            self.rows = self.rows[: same + changed] + rows[same + changed : same + come] + self.rows[same + changed :]
            self.endInsertRows()
            new = tuple(range(same + changed, same + come))
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(same), self.index(same + changed - 1))
        return new


class LinesView(QListView):
    """`chosen` carries the row a person touched, `held` the row that was pressed long."""

    chosen = QtSignal(int)
    held = QtSignal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str = "lines", calm: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Lines of the sale")
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar would push the amounts aside when it comes; a thin mark over the rows says the same.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("own_ring", True)
        self._model = LinesModel(self)
        self._delegate = LineDelegate(self, ROW_ROLE)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._calm = calm
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(200)
        self._fade.setStartValue(100)
        self._fade.setEndValue(0)
        self._fade.valueChanged.connect(self._faded)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.customContextMenuRequested.connect(self._asked)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def set_rows(self, rows: tuple[LineRow, ...], chosen: int | None = None) -> None:
        """Show these rows with one of them chosen; the chosen row is scrolled into sight."""
        known = bool(self._model.rows)
        new = self._model.take(rows)
        if new and known and not self._calm and look().motion:
            self._delegate.fading = frozenset(new)
            self._fade.stop()
            self._fade.start()
        index = self._model.index(chosen) if chosen is not None and 0 <= chosen < len(rows) else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            QTimer.singleShot(0, self._show_current)
        else:
            self.clearSelection()

    def rows(self) -> tuple[LineRow, ...]:
        """What is shown."""
        return self._model.rows

    def set_large(self, large: bool) -> None:
        """Rows of 60 with bigger words, for a big screen."""
        if self._delegate.large != large:
            self._delegate.large = large
            self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        if bar.maximum() <= 0:
            return
        whole = tall + bar.maximum()
        mark = QRect(self.viewport().width() - 7, tall * bar.value() // whole, 4, max(24, tall * tall // whole))
        with QPainter(self.viewport()) as painter:
            painting.start(painter)
            painting.box(painter, mark, radius=2, fill=current().edge)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _faded(self, share: object) -> None:
        self._delegate.fade = int(str(share))
        self.viewport().update()

    def _asked(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.held.emit(index.row())


def _common(old: tuple[LineRow, ...], new: tuple[LineRow, ...]) -> int:
    count = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            break
        count += 1
    return count
