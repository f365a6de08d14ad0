"""How a row of a ticket is painted: quantity, name, second line, amount, each in its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

if TYPE_CHECKING:
    from retailpos.ui.parts.lines import LineRow

_QUANTITY_RIGHT = 54
_NAME_LEFT = 68
_LARGE_SHIFT = 8
_MARGIN = 16
_AMOUNT = 112


class LineDelegate(QStyledItemDelegate):
    """Rectangles are counted from the right edge; the name gives way to the amount, never the other way round."""

    def __init__(self, parent: QWidget, row_role: int) -> None:
        super().__init__(parent)
        self._role = row_role
        self.large = False
        self.fading: frozenset[int] = frozenset()
        self.fade = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, 60 if self.large else 48)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current()
        row: LineRow = index.data(self._role)
        area = option.rect
        painter.save()
        painting.start(painter)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, theme, area, row, chosen=chosen, new=index.row() in self.fading)
        if row.tone == "waiting":
            self._waiting(painter, theme, area, row)
        elif row.tone in ("heading", "note", "total", "paid"):
            self._other(painter, theme, area, row)
        else:
            self._goods(painter, theme, area, row)
        if focused:
            painting.box(painter, area.adjusted(2, 1, -2, -2), radius=4, border=theme.focus, width=3)
        painter.restore()

    def _ground(self, painter: QPainter, theme: Theme, area: QRect, row: LineRow, *, chosen: bool, new: bool) -> None:
        if chosen:
            painter.fillRect(area, QColor(theme.accent_soft))
        elif row.tone == "coming back":
            painter.fillRect(area, QColor(theme.bad_soft))
        elif row.tone == "paid":
            painter.fillRect(area, QColor(theme.ok_soft))
        elif new and self.fade:
            painter.fillRect(area, painting.see_through(theme.accent_soft, self.fade))
        if row.tone not in ("heading", "waiting"):
            bottom = area.bottom() + 0.5
            soft = theme.ink3 if theme.strong else theme.line
            painting.tick_line(painter, QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom), soft)
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), QColor(theme.accent))

    def _goods(self, painter: QPainter, theme: Theme, area: QRect, row: LineRow) -> None:
        back = row.tone in ("return", "coming back")
        ink = theme.bad if back else theme.ink
        quiet = row.quantity == "1" and not back
        self._quantity(painter, area, row.quantity, theme.ink3 if quiet else ink, light=quiet)
        amount_room = self._amounts(painter, theme, area, row, ink)
        left = area.left() + _NAME_LEFT + self._shift()
        wide = area.right() - _MARGIN - amount_room - 12 - left
        self._names(painter, theme, QRect(left, area.top(), wide, area.height()), row)

    def _quantity(self, painter: QPainter, area: QRect, text: str, ink: str, *, light: bool) -> None:
        face = font("line figure light" if light else "line figure", large=self.large)
        if len(text) > 4:
            face = font("line weight", large=self.large)
        room = QRect(area.left() + 4, area.top(), _QUANTITY_RIGHT - 4 + self._shift(), area.height())
        painting.figure(painter, room, text, face, ink)

    def _shift(self) -> int:
        return _LARGE_SHIFT if self.large else 0

    def _amounts(self, painter: QPainter, theme: Theme, area: QRect, row: LineRow, ink: str) -> int:
        face = font("line figure", large=self.large)
        wide = max(_AMOUNT, painting.width_of(face, row.amount))
        place = QRect(area.right() + 1 - _MARGIN - wide, area.top(), wide, area.height())
        if not row.struck:
            painting.figure(painter, place, row.amount, face, ink)
            return wide
        upper, lower = self._two(place)
        painting.figure(painter, upper, row.amount, face, ink)
        struck = QFont(font("struck", large=self.large))
        struck.setStrikeOut(True)
        painting.figure(painter, lower, row.struck, struck, theme.ink2 if theme.strong else theme.ink3)
        return wide

    def _names(self, painter: QPainter, theme: Theme, place: QRect, row: LineRow) -> None:
        name = font("line name", large=self.large)
        if not row.second and not row.lead:
            painting.words(painter, place, row.name, name, theme.ink)
            return
        upper, lower = self._two(place)
        painting.words(painter, upper, row.name, name, theme.ink)
        if row.lead:
            strong = font("small strong", large=self.large)
            painting.words(painter, lower, row.lead, strong, theme.bad)
            lower.setLeft(lower.left() + painting.width_of(strong, row.lead))
        second = f" · {row.second}" if row.lead and row.second else row.second
        painting.words(painter, lower, second, font("small", large=self.large), theme.ink2)

    def _two(self, place: QRect) -> tuple[QRect, QRect]:
        """Where the upper and the lower line of a row stand."""
        middle = place.top() + place.height() // 2
        up, down, tall = (10, 12, 22) if self.large else (9, 10, 20)
        upper = QRect(place.left(), middle - up - tall // 2, place.width(), tall)
        return upper, QRect(place.left(), middle + down - tall // 2, place.width(), tall)

    def _waiting(self, painter: QPainter, theme: Theme, area: QRect, row: LineRow) -> None:
        inner = area.adjusted(8, 4, -8, -1)
        painting.box(painter, inner, radius=8, border=theme.accent, width=2, dashed=True)
        shifted = area.adjusted(2, 2, -2, 1)
        face = font("line name", large=self.large)
        self._quantity(painter, shifted, row.quantity, theme.ink3, light=True)
        painting.figure(painter, shifted.adjusted(0, 0, -_MARGIN, 0), row.amount, face, theme.ink3)
        name = QRect(shifted.left() + _NAME_LEFT, area.top() + 2, area.width() - 220, area.height())
        painting.words(painter, name, row.name, face, theme.ink3)

    def _other(self, painter: QPainter, theme: Theme, area: QRect, row: LineRow) -> None:
        left, right = area.left() + _MARGIN, area.right() + 1 - _MARGIN
        if row.tone == "heading":
            place = QRect(left, area.top(), right - left, area.height())
            painting.words(painter, place, row.name, font("small strong"), theme.ink2)
            return
        if row.tone == "paid":
            draw_icon(painter, "check-circle", QPoint(left, area.center().y() - 11), 24, theme.ok)
            left += 36
        total = row.tone == "total"
        face = font("heading" if total else "figure", large=self.large)
        wide = painting.width_of(face, row.amount)
        painting.figure(painter, QRect(right - wide, area.top(), wide, area.height()), row.amount, face, theme.ink)
        place = QRect(left, area.top(), right - wide - 12 - left, area.height())
        if row.second:
            self._names(painter, theme, place, row)
            return
        name = font("heading" if total else "body", large=self.large)
        painting.words(painter, place, row.name, name, theme.ink if total else theme.ink2)
