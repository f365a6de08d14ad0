"""A month of days in their states: forty-two cells, one widget, arrows to move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

_GAP = 8
_HEAD = 26
_DAYS = 7


@dataclass(frozen=True, slots=True)
class DayState:
    """A state in words: never by colour alone. `soft` fills the cell, for states that want a person."""

    word: str
    icon: str
    tone: str
    soft: bool = False


STATES: dict[str, DayState] = {
    "open": DayState("Open", "record", "plain"),
    "closed": DayState("Closed", "lock", "plain"),
    "blocked": DayState("Blocked", "prohibit", "bad", soft=True),
    "ready": DayState("Ready", "paper-plane-tilt", "accent"),
    "approved": DayState("Approved", "shield-check", "accent"),
    "sending": DayState("Sending", "cloud-arrow-up", "accent"),
    "unknown": DayState("No answer", "question", "warn", soft=True),
    "rejected": DayState("Rejected", "x-circle", "bad", soft=True),
    "posted": DayState("Posted", "check", "accent"),
    "verified": DayState("Verified", "checks", "ok"),
    "changed here": DayState("Changed here", "pencil-simple", "warn", soft=True),
    "edited there": DayState("Edited there", "arrows-left-right", "violet", soft=True),
    "missing": DayState("Missing", "warning", "warn", soft=True),
    "superseded": DayState("Superseded", "swap", "plain"),
    "reversed": DayState("Reversed", "arrow-counter-clockwise", "plain"),
    "left-out": DayState("Not sent", "skip-forward", "plain"),
}


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day: its ISO date, its amount as shown, and the name of its state (empty for a day without sales)."""

    day: str
    amount: str = ""
    state: str = ""
    today: bool = False
    marked: bool = False

    def sentence(self) -> str:
        """The day as a screen reader says it."""
        known = STATES.get(self.state)
        parts = (self.day, self.amount, known.word if known else "no sales", "marked" if self.marked else "")
        return ", ".join(part for part in parts if part)


class CalendarGrid(QWidget):
    """`chosen` carries the day moved to, `opened` the one Enter or a press on the chosen day opens.

    `marked` comes with Space or a right click; `turned` asks for the month before (-1) or after (+1).
    """

    chosen = Signal(str)
    opened = Signal(str)
    marked = Signal(str)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, first_weekday: int = 6) -> None:
        super().__init__(parent)
        self._first_weekday = first_weekday
        self._month = date(2000, 1, 1)
        self._cells: dict[str, DayCell] = {}
        self._chosen = ""
        self.setObjectName("calendar")
        self.setProperty("own_ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_month(self, month: date, cells: tuple[DayCell, ...], chosen: str = "") -> None:
        """Show a month; days without a cell had no sales."""
        self._month = month.replace(day=1)
        self._cells = {cell.day: cell for cell in cells}
        self._chosen = chosen
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(790, 646)

    def minimumSizeHint(self) -> QSize:
        return QSize(_DAYS * 100 + 6 * _GAP, 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_DAYS, Qt.Key.Key_Down: _DAYS}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            # Alt and an arrow go back a page.
            super().keyPressEvent(event)
        elif key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_Space and self._chosen:
            self.marked.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if not day:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.marked.emit(day)
            return
        if day == self._chosen:
            self.opened.emit(day)
            return
        self._chosen = day
        self._say()
        self.chosen.emit(day)

    def day_at(self, at: QPoint) -> str:
        """The ISO date of the day under a point, empty outside."""
        for number, day in enumerate(self._days()):
            if self.cell_area(number).contains(at):
                return day.isoformat()
        return ""

    def cell_area(self, number: int) -> QRect:
        """Where the n-th day of the month is drawn."""
        place = number + self._lead()
        column, line = place % _DAYS, place // _DAYS
        lines = (self._lead() + len(self._days()) + _DAYS - 1) // _DAYS
        wide = (self.width() - 6 * _GAP) / _DAYS
        tall = (self.height() - _HEAD - (lines - 1) * _GAP) / lines
        left, top = round(column * (wide + _GAP)), _HEAD + round(line * (tall + _GAP))
        return QRect(left, top, round(wide), round(tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            wide = (self.width() - 6 * _GAP) / _DAYS
            for column in range(_DAYS):
                # The first of January 2024 was a Monday, so its week names the columns.
                name = (date(2024, 1, 1) + timedelta(days=(self._first_weekday + column) % _DAYS)).strftime("%a")
                place = QRect(round(column * (wide + _GAP)) + 10, 0, round(wide), 18)
                painting.words(painter, place, name, font("small strong"), theme.ink2)
            for number, day in enumerate(self._days()):
                self._draw_day(painter, theme, self.cell_area(number), day)

    def _draw_day(self, painter: QPainter, theme: Theme, area: QRect, day: date) -> None:
        cell = self._cells.get(day.isoformat())
        state = STATES.get(cell.state) if cell else None
        if cell is None or state is None:
            self._draw_empty(painter, theme, area, day, no_sales=cell is not None)
        else:
            self._draw_state(painter, theme, area, cell, state)
        if day.isoformat() == self._chosen:
            ring = area.adjusted(-4, -4, 4, 4) & self.rect()
            painting.box(painter, ring, radius=14, border=theme.focus, width=3)

    def _draw_empty(self, painter: QPainter, theme: Theme, area: QRect, day: date, *, no_sales: bool) -> None:
        painting.box(painter, area, radius=10, border=theme.line, width=theme.border, dashed=True)
        painting.words(painter, area.adjusted(11, 8, -8, 0), str(day.day), font("body strong"), theme.ink3, align=_TOP)
        if no_sales:
            place = QRect(area.left() + 11, area.bottom() - 30, area.width() - 20, 22)
            painting.words(painter, place, "no sales", font("body strong"), theme.ink3)

    def _draw_state(self, painter: QPainter, theme: Theme, area: QRect, cell: DayCell, state: DayState) -> None:
        ink, ground = painting.said(theme, state.tone)
        fill = ground if state.soft else theme.surface
        border = None if state.soft and not theme.strong else theme.line
        painting.box(painter, area, radius=10, fill=fill, border=border, width=theme.border)
        if state.tone != "plain":
            painter.save()
            painter.setClipPath(painting.rounded(area, 10))
            painting.box(painter, QRect(area.left(), area.top(), 4, area.height()), radius=0, fill=ink)
            painter.restore()
        left, room = area.left() + 11, area.width() - 18
        number = str(int(cell.day[-2:]))
        painting.words(painter, QRect(left, area.top() + 8, 30, 22), number, font("body strong"), theme.ink)
        self._draw_marks(painter, theme, area, cell, left + painting.width_of(font("body strong"), number) + 6)
        draw_icon(painter, state.icon, QPoint(area.right() - 26, area.top() + 10), 18, ink)
        bottom = area.bottom()
        painting.figure(
            painter, QRect(left, bottom - 49, room, 22), cell.amount, font("figure"), theme.ink, align=painting.LEFT
        )
        painting.words(painter, QRect(left, bottom - 28, room, 20), state.word, font("small strong"), ink)

    def _draw_marks(self, painter: QPainter, theme: Theme, area: QRect, cell: DayCell, left: int) -> None:
        if cell.today:
            room = area.right() - 30 - left
            chip = QRect(left - 2, area.top() + 9, min(room, painting.width_of(font("key"), "today") + 8), 20)
            painting.box(painter, chip, radius=10, fill=theme.sunken, border=theme.line if theme.strong else None)
            painting.words(painter, chip, "today", font("key"), theme.ink2, align=painting.CENTRE)
        if cell.marked:
            draw_icon(painter, "check-square", QPoint(area.right() - 50, area.top() + 10), 18, theme.accent_ink)

    def _move(self, step: int) -> None:
        start = date.fromisoformat(self._chosen) if self._chosen else self._month - timedelta(days=step)
        day = start + timedelta(days=step)
        self._chosen = day.isoformat()
        if (day.year, day.month) != (self._month.year, self._month.month):
            self.turned.emit(-1 if step < 0 else 1)
        self._say()
        self.chosen.emit(self._chosen)

    def _say(self) -> None:
        cell = self._cells.get(self._chosen, DayCell(self._chosen)) if self._chosen else None
        self.setAccessibleName(cell.sentence() if cell else "Calendar")
        self.update()

    def _days(self) -> list[date]:
        after = (self._month + timedelta(days=32)).replace(day=1)
        return [self._month + timedelta(days=n) for n in range((after - self._month).days)]

    def _lead(self) -> int:
        """How many places of the first week belong to the month before."""
        return (self._month.weekday() - self._first_weekday) % _DAYS


_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
