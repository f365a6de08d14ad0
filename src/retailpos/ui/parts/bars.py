"""Bars by the hour: what was sold, and what is usual."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current

_MOST_WIDE = 44


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its height as a whole number, the figure above it, and whether it only is what's usual."""

    label: str
    value: int
    shown: str = ""
    usual: bool = False
    now: bool = False


class Bars(QWidget):
    """Bars share the width evenly; the highest fills the height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setObjectName("bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these."""
        self._bars = bars
        self.setAccessibleName(", ".join(f"{bar.label}: {bar.shown or 'usual'}" for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            most = max(1, *(bar.value for bar in self._bars), 1)
            step = self.width() / len(self._bars)
            foot = self.height() - 26
            for number, bar in enumerate(self._bars):
                wide = min(_MOST_WIDE, int(step) - 8)
                left = round(number * step + (step - wide) / 2)
                tall = (foot - 26) * max(0, bar.value) // most
                area = QRect(left, foot - tall, wide, tall)
                if tall:
                    fill, border = (theme.accent_soft, theme.accent) if bar.usual else (theme.accent, None)
                    painting.box(painter, area, radius=4, fill=fill, border=border)
                room = QRect(round(number * step), foot + 4, round(step), 20)
                face = font("key") if bar.now else font("key light")
                painting.words(
                    painter, room, bar.label, face, theme.ink if bar.now else theme.ink2, align=painting.CENTRE
                )
                above = QRect(round(number * step), area.top() - 24, round(step), 20)
                painting.figure(painter, above, bar.shown, font("key"), theme.ink2, align=painting.CENTRE)
