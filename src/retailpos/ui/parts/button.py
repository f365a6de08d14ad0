"""The four ranks of button, from the one blue next step to the red that asks first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

Rank = Literal["primary", "secondary", "quiet", "danger", "outlined"]
Size = Literal["big", "touch", "bar", "desk", "slim"]


@dataclass(frozen=True, slots=True)
class _Measure:
    """Height of the widget, height of what is drawn, padding at each side, size of the icon, corner."""

    height: int
    drawn: int
    padding: int
    icon: int
    radius: int


_MEASURES: dict[Size, _Measure] = {
    "big": _Measure(64, 64, 18, 24, 12),
    "touch": _Measure(48, 48, 20, 20, 10),
    "bar": _Measure(48, 40, 16, 18, 10),
    "desk": _Measure(40, 40, 16, 18, 10),
    "slim": _Measure(48, 36, 14, 18, 8),
}
_BIG_LARGE = 80
_GAP = 10


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colours of a button in one state."""

    fill: str | None
    border: str | None
    ink: str


class Button(Pressable):
    """A button with words. At most one primary is filled on a screen; `outlined` is the step of a side panel."""

    def __init__(
        self,
        text: str = "",
        rank: Rank = "secondary",
        *,
        size: Size = "touch",
        icon: str = "",
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent, name=name, icon=icon)
        self.rank: Rank = rank
        self.size_name: Size = size
        self._busy = ""
        self.setProperty("rank", rank)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_rank(self, rank: Rank) -> None:
        """Turn the blue place quiet or blue again."""
        if rank != self.rank:
            self.rank = rank
            self.setProperty("rank", rank)
            self.update()

    def set_busy(self, words: str) -> None:
        """Show what is going on, `Sending …`, at the same width; empty words end it."""
        self._busy = words
        self.setEnabled(not words)
        self.update()

    def drawn(self) -> QRect:
        measure = _MEASURES[self.size_name]
        spare = max(0, (self.height() - measure.drawn) // 2) if measure.drawn < measure.height else 0
        return self.rect().adjusted(0, spare, 0, -spare)

    def sizeHint(self) -> QSize:
        measure = _MEASURES[self.size_name]
        height = _BIG_LARGE if self.large and self.size_name == "big" else measure.height
        padding = 8 if self.rank == "quiet" else measure.padding
        return QSize(max(self._content_width(self.text()) + 2 * padding, 48), height)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        measure = _MEASURES[self.size_name]
        paint = _colours(theme, self.rank, enabled=self.isEnabled() or bool(self._busy), down=self.isDown())
        if self.isChecked():
            paint = _Paint(theme.accent_soft, theme.accent, theme.accent_ink)
        area = self.drawn()
        width = 2 if self.isChecked() or (theme.strong and paint.border) else 1
        # Where every fill is black, what can't be pressed is dashed.
        off = theme.strong and not self.isEnabled() and not self._busy
        painting.box(
            painter, area, radius=measure.radius, fill=paint.fill, border=paint.border, width=width, dashed=off
        )
        shown = self._busy or self.text()
        left = area.left() + max(8, (area.width() - self._content_width(shown)) // 2)
        left = self._draw_icon(painter, left, area, paint)
        room = area.right() - left - 7 - self._cap_room()
        wide = min(painting.width_of(self._face(), shown), room)
        painting.words(painter, QRect(left, area.top(), wide, area.height()), shown, self._face(), paint.ink)
        self._draw_key(painter, left + wide + _GAP, area, paint)

    def _face(self) -> QFont:
        if self.size_name == "big":
            return font("button big" if self.rank == "primary" else "button beside")
        if self.size_name in ("slim", "desk"):
            return font("button slim")
        return font("button")

    def _content_width(self, text: str) -> int:
        icon = _MEASURES[self.size_name].icon + (_GAP if text else 0) if self._icon else 0
        return icon + painting.width_of(self._face(), text) + self._cap_room()

    def _cap_room(self) -> int:
        name = self.key_name()
        return painting.cap_width(name) + _GAP if name and not self._busy else 0

    def _draw_icon(self, painter: QPainter, left: int, area: QRect, paint: _Paint) -> int:
        if not self._icon:
            return left
        size = _MEASURES[self.size_name].icon
        draw_icon(painter, self._icon, QPoint(left, area.center().y() - size // 2 + 1), size, paint.ink)
        return left + size + (_GAP if self.text() else 0)

    def _draw_key(self, painter: QPainter, left: int, area: QRect, paint: _Paint) -> None:
        name = self.key_name()
        if not name or self._busy:
            return
        soft = self.rank in ("primary", "quiet") and not current().strong
        border: QColor | str = painting.see_through(paint.ink, 60) if soft else paint.ink
        middle = area.top() + area.height() // 2
        painting.key_cap(painter, left, middle, name, ink=paint.ink, border=border)


def _colours(theme: Theme, rank: Rank, *, enabled: bool, down: bool) -> _Paint:
    if not enabled:
        border = theme.line if rank != "quiet" else None
        return _Paint(None if rank == "quiet" else theme.sunken, border, theme.ink3)
    if rank == "primary":
        return _Paint(theme.accent_deep if down else theme.accent, None, theme.on_accent)
    if rank == "quiet":
        return _Paint(theme.accent_soft if down else None, None, theme.accent_ink)
    if rank == "danger":
        return _Paint(theme.bad_soft if down else theme.surface, theme.bad, theme.bad)
    if rank == "outlined":
        return _Paint(theme.accent_soft if down else theme.surface, theme.accent, theme.accent_ink)
    pressed = theme.edge if theme.strong else theme.sunken
    ink = theme.surface if down and theme.strong else theme.ink
    return _Paint(pressed if down else theme.surface, theme.edge, ink)
