"""The table of what goes where: a press on a row's account, class or location says which of them was meant."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Signal

from retailpos.core.mapping import CLASS, LOCATION
from retailpos.ui.day.table import Column, Table, places
from retailpos.ui.exchange.mapping_view import MappingView
from retailpos.wording import _

ACCOUNT = "account"
# Widths of account, class, location and reason, by how many of the two the company tracks; the rest is the row's name.
_WIDE = {0: (350, 0, 262), 1: (300, 150, 232), 2: (252, 132, 226)}
_LARGE = {0: (520, 0, 360), 1: (460, 220, 320), 2: (420, 190, 300)}
_NARROW = {0: (280, 0, 190), 1: (250, 124, 190), 2: (190, 118, 166)}


class MappingTable(Table):
    """`asked` carries a row and what of it was pressed: its account, class or location."""

    asked = Signal(int, str)

    def __init__(self) -> None:
        self._kinds: tuple[str, ...] = ()
        super().__init__(columns(None, _WIDE), name="mapping rows")

    def show_columns(self, view: MappingView, *, narrow: bool, large: bool) -> None:
        """As many columns as the company tracks."""
        self._kinds = tuple(kind for kind, title in ((CLASS, view.class_title), (LOCATION, view.place_title)) if title)
        self.set_columns(columns(view, _LARGE if large else _NARROW if narrow else _WIDE))

    def kinds(self) -> tuple[str, ...]:
        """What rows can be marked with just now."""
        return self._kinds

    def _pressed(self, index: QModelIndex) -> None:
        x = self.view.pressed_at
        if x < self.columns[0].width:
            self.ticked.emit(index.row())
            return
        self.asked.emit(index.row(), self._meant(x))

    def _meant(self, x: int) -> str:
        area = QRect(0, 0, self.view.viewport().width(), self.row_height)
        for kind, place in zip(self._kinds, places(self.columns, area)[4:], strict=False):
            if place.left() - 12 <= x < place.right() + 12:
                return kind
        return ACCOUNT


def columns(view: MappingView | None, widths: dict[int, tuple[int, int, int]]) -> tuple[Column, ...]:
    """The columns, with those of class and location where the company tracks such."""
    marks = tuple(title for title in (view.class_title, view.place_title) if title) if view else ()
    account, mark, why = widths[len(marks)]
    return (
        Column("", 44, tick=True),
        Column(_("In the shop")),
        Column(_("Last 7 days"), 124, figures=True),
        Column(_("Account in QuickBooks"), account, picker=True),
        *(Column(title, mark, picker=True) for title in marks),
        Column(_("Why"), why),
    )
