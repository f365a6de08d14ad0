"""How a row of a table is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

if TYPE_CHECKING:
    from retailpos.ui.parts.table import Cell, Column, TableRow

_PADDING = 12
_ICON = 16


class TableDelegate(QStyledItemDelegate):
    """Chosen rows are accent-soft, headings lie on the ground colour, totals have an ink line above."""

    def __init__(self, parent: QWidget, row_role: int, column_role: int) -> None:
        super().__init__(parent)
        self._row_role, self._column_role = row_role, column_role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current()
        row: TableRow = index.data(self._row_role)
        column: Column = index.data(self._column_role)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painting.start(painter)
        self._ground(painter, theme, option.rect, row, chosen=chosen)
        if chosen and index.column() == 0:
            bar = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height())
            painter.fillRect(bar, QColor(theme.accent))
        place = option.rect.adjusted(_PADDING, 0, -_PADDING, -1)
        cell = row.cell(index.column())
        if row.kind == "heading":
            painting.words(painter, place, cell.text, font("small strong"), theme.ink2)
        elif cell.chip:
            self._chip(painter, theme, place, cell)
        else:
            strong = row.kind == "total" or (chosen and (index.column() == 0 or column.kind == "figure"))
            self._words(painter, place, column, cell, strong=strong)
        if option.state & QStyle.StateFlag.State_HasFocus:
            edge = option.rect.bottom() - 1
            painter.fillRect(QRect(option.rect.left(), edge - 1, option.rect.width(), 3), QColor(theme.focus))
        painter.restore()

    def _ground(self, painter: QPainter, theme: Theme, area: QRect, row: TableRow, *, chosen: bool) -> None:
        fill = {"heading": theme.ground, "bad": theme.bad_soft}.get(row.kind)
        if chosen:
            fill = theme.accent_soft
        if fill is not None:
            painter.fillRect(area, QColor(fill))
        left, right = area.left(), area.right() + 1
        if row.kind == "total":
            painting.tick_line(painter, QPointF(left, area.top() + 1), QPointF(right, area.top() + 1), theme.ink, 2)
            return
        bottom = area.bottom() + 0.5
        line = theme.ink3 if theme.strong else theme.line
        painting.tick_line(painter, QPointF(left, bottom), QPointF(right, bottom), line)

    def _words(self, painter: QPainter, place: QRect, column: Column, cell: Cell, *, strong: bool) -> None:
        theme = current()
        strong = strong or cell.strong or column.kind == "strong"
        ink = theme.ink2 if column.kind == "quiet" else theme.ink
        if column.kind == "link":
            strong, ink = True, theme.accent_ink
        if cell.tone:
            ink, strong = painting.said(theme, cell.tone)[0], True
        if cell.icon:
            draw_icon(painter, cell.icon, QPoint(place.left(), place.center().y() - 7), _ICON, ink)
            place = place.adjusted(_ICON + 8, 0, 0, 0)
        if column.kind == "figure":
            face = font("desk figure strong" if strong else "desk figure")
            painting.figure(painter, place, cell.text, face, ink)
            return
        painting.words(painter, place, cell.text, _face(strong=strong), ink)

    def _chip(self, painter: QPainter, theme: Theme, place: QRect, cell: Cell) -> None:
        ink, ground = painting.said(theme, cell.tone)
        face = font("small strong")
        wide = painting.width_of(face, cell.text) + 20 + (_ICON + 4 if cell.icon else 0)
        area = QRect(place.left(), place.center().y() - 12, min(wide, place.width()), 26)
        painting.box(painter, area, radius=13, fill=ground, border=ink if theme.strong else None, width=2)
        left = area.left() + 10
        if cell.icon:
            draw_icon(painter, cell.icon, QPoint(left - 2, area.center().y() - 7), _ICON, ink)
            left += _ICON + 4
        painting.words(painter, QRect(left, area.top(), area.right() - left, area.height()), cell.text, face, ink)


def _face(*, strong: bool) -> QFont:
    return font("desk strong" if strong else "desk")
