"""A searchable list in a sheet: type, and choose from what is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.day.table import Column, Row, Table
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Input
from retailpos.ui.parts.sheet import Sheet
from retailpos.wording import _

_LIST = 420
_AROUND = 232


class PickerSheet(Sheet):
    """`searched` carries what was typed, `picked` the key of a row."""

    searched = Signal(str)
    picked = Signal(str)

    def __init__(self, over: QWidget, title: str, columns: tuple[Column, ...]) -> None:
        super().__init__(over.window(), width=760, name="picker sheet", padding=24)
        self.search = Input("search the choices")
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search"))
        self.search.textEdited.connect(self.searched)
        self.search.returnPressed.connect(lambda: self._pick(0))
        self.table = Table(columns, name="choices")
        self.table.setMinimumHeight(_LIST)
        self.table.opened.connect(self._pick)
        self.content.addWidget(self.search)
        self.content.addWidget(self.table, 1)
        self.set_head(title)
        choose = Button(_("Choose"), "primary", name="choose")
        choose.clicked.connect(lambda: self._pick(self.table.view.currentIndex().row()))
        self.add_buttons(choose)

    def set_choices(self, rows: tuple[Row, ...]) -> None:
        """The best first."""
        self.table.set_rows(rows, 0 if rows else None)

    def leave_free(self, height: int) -> None:
        """Beside the keyboard on the screen fewer rows are shown at once."""
        self._free = height
        self.table.setMinimumHeight(min(_LIST, self.room() - _AROUND) if height else _LIST)
        super().leave_free(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.table.view.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _pick(self, at: int) -> None:
        rows = self.table.rows()
        if 0 <= at < len(rows) and not rows[at].heading:
            key = rows[at].key
            self.close_sheet()
            self.picked.emit(key)
