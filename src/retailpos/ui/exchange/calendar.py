"""The month as 42 cells: each day with its state in word, picture and colour. One widget, moved in by arrow keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.exchange.words import Face
from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

CELLS, ACROSS = 42, 7
_GAP = 8
_NAMES = 26
_BAR = 4


@dataclass(frozen=True, slots=True)
class DayCell:
    """One cell as it is shown. A date of another month has no day; a date without business has no face."""

    date: str = ""
    day: str = ""
    amount: str = ""
    face: Face | None = None
    note: str = ""
    spoken: str = ""
    marked: bool = False
    is_today: bool = False


class Calendar(QWidget):
    """`chosen` carries a date that was pressed or moved to, `opened` one that was entered, `marked` one for sending.

    `turned` asks for another month: -1 or +1.
    """

    chosen = Signal(str)
    opened = Signal(str)
    marked = Signal(str)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendar")
        self.setAccessibleName("Calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._names: tuple[str, ...] = ()
        self._cells: tuple[DayCell, ...] = ()
        self._at = ""

    def set_month(self, names: tuple[str, ...], cells: tuple[DayCell, ...], chosen: str) -> None:
        """Names of the seven days and 42 cells, one of them chosen."""
        self._names, self._cells, self._at = names, cells, chosen
        spoken = next((cell.spoken for cell in cells if cell.date == chosen), "")
        self.setAccessibleDescription(spoken)
        self.update()

    def cells(self) -> tuple[DayCell, ...]:
        """What is shown."""
        return self._cells

    def minimumSizeHint(self) -> QSize:
        return QSize(ACROSS * 100 + (ACROSS - 1) * _GAP, 360)

    def sizeHint(self) -> QSize:
        return QSize(790, 672)

    def place(self, n: int) -> QRect:
        """Where a cell is drawn."""
        down = max(1, (len([cell for cell in self._cells if cell.date]) + ACROSS - 1) // ACROSS)
        rows = 6 if self._cells and self._cells[35].date else 5 if down <= 5 else 6
        wide = (self.width() - (ACROSS - 1) * _GAP) // ACROSS
        tall = (self.height() - _NAMES - (rows - 1) * _GAP) // rows
        return QRect((n % ACROSS) * (wide + _GAP), _NAMES + (n // ACROSS) * (tall + _GAP), wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        for n, name in enumerate(self._names):
            place = self.place(n)
            painting.words(
                painter, QRect(place.left() + 10, 0, place.width() - 10, 18), name, font("small strong"), theme.ink2
            )
        for n, cell in enumerate(self._cells):
            if cell.date:
                self._draw(painter, theme, self.place(n), cell)
        painter.end()

    def _draw(self, painter: QPainter, theme: Theme, area: QRect, cell: DayCell) -> None:
        if cell.face is None:
            self._draw_empty(painter, theme, area, cell)
        else:
            self._draw_state(painter, theme, area, cell=cell, face=cell.face)
        if cell.marked:
            draw_icon(painter, "check-square", QPoint(area.left() + 38, area.top() + 11), 18, theme.accent_ink)
        if cell.date == self._at:
            painting.box(painter, area.adjusted(-3, -3, 3, 3), radius=13, border=theme.focus, width=3)

    def _draw_empty(self, painter: QPainter, theme: Theme, area: QRect, cell: DayCell) -> None:
        painting.box(painter, area, radius=10, border=theme.line, width=theme.border, dashed=True)
        top, inner = QRect(area.left() + 11, area.top() + 10, 60, 20), area.adjusted(11, 0, -4, -9)
        painting.words(painter, top, cell.day, font("body strong"), theme.ink3)
        note = QRect(inner.left(), inner.bottom() - 20, inner.width(), 20)
        painting.words(painter, note, cell.note, font("small strong"), theme.ink3)
        if cell.is_today:
            self._today(painter, theme, area)

    def _draw_state(self, painter: QPainter, theme: Theme, area: QRect, *, cell: DayCell, face: Face) -> None:
        ink, soft = painting.said(theme, face.tone) if face.tone != "ink2" else (theme.ink2, theme.surface)
        fill = soft if face.soft else theme.surface
        painting.box(painter, area, radius=10, fill=fill, border=theme.line, width=theme.border)
        if face.tone != "ink2":
            painter.save()
            painter.setClipPath(painting.rounded(area, 10))
            painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), QColor(ink))
            painter.restore()
        left, wide = area.left() + 11, area.width() - 15
        painting.words(painter, QRect(left, area.top() + 10, 40, 20), cell.day, font("body strong"), theme.ink)
        if cell.is_today:
            self._today(painter, theme, area)
        draw_icon(painter, face.icon, QPoint(area.right() - 27, area.top() + 10), 18, ink)
        bottom = area.bottom()
        painting.figure(
            painter, QRect(left, bottom - 48, wide, 20), cell.amount, font("figure"), theme.ink, align=painting.LEFT
        )
        painting.words(painter, QRect(left, bottom - 27, wide, 18), face.word, font("small strong"), ink)

    def _today(self, painter: QPainter, theme: Theme, area: QRect) -> None:
        wide = painting.width_of(font("key"), "today") + 16
        chip = QRect(area.left() + 38, area.top() + 10, wide, 20)
        painting.box(painter, chip, radius=10, fill=theme.sunken, border=theme.line if theme.strong else None)
        painting.words(painter, chip, "today", font("key"), theme.ink2, align=painting.CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._take(self._under(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._under(event.position())
        if cell is not None:
            self.opened.emit(cell.date)

    def _under(self, at: QPointF) -> DayCell | None:
        for n, cell in enumerate(self._cells):
            if cell.date and self.place(n).contains(at.toPoint()):
                return cell
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -ACROSS, Qt.Key.Key_Down: ACROSS}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._at)
        elif key == Qt.Key.Key_Space:
            self.marked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = next((n for n, cell in enumerate(self._cells) if cell.date == self._at), 0) + by
        if 0 <= at < len(self._cells) and self._cells[at].date:
            self._take(self._cells[at])
        else:
            self.turned.emit(1 if by > 0 else -1)

    def _take(self, cell: DayCell | None) -> None:
        if cell is None or not cell.date:
            return
        self._at = cell.date
        self.setAccessibleDescription(cell.spoken)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.chosen.emit(cell.date)
