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
    """One bar: its label, its height as a whole number, the figure above it, and whether it only is what's usual.

    `before` is what is usual where something else is known: an outline behind the bar.
    """

    label: str
    value: int
    shown: str = ""
    usual: bool = False
    now: bool = False
    before: int = 0


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
            most = max(1, *(max(bar.value, bar.before) for bar in self._bars))
            step = self.width() / len(self._bars)
            foot = self.height() - 26
            for number, bar in enumerate(self._bars):
                wide = min(_MOST_WIDE, int(step) - 8)
                left = round(number * step + (step - wide) / 2)
                tall = (foot - 26) * max(0, bar.value) // most
                behind = (foot - 26) * max(0, bar.before) // most
                area = QRect(left, foot - tall, wide, tall)
                if behind > tall:
                    outline = QRect(left, foot - behind, wide, behind)
                    painting.box(painter, outline, radius=4, fill=theme.accent_soft, border=theme.accent)
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


class BarKey(QWidget):
    """What a kind of bar means: a small square like it, and a word."""

    def __init__(self, word: str, *, usual: bool = False) -> None:
        super().__init__()
        self._word, self._usual = word, usual
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(22 + painting.width_of(font("small"), self._word), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            fill, border = (theme.accent_soft, theme.accent) if self._usual else (theme.accent, None)
            painting.box(painter, QRect(0, 5, 14, 14), radius=4, fill=fill, border=border)
            painting.words(painter, QRect(22, 0, self.width() - 22, 24), self._word, font("small"), theme.ink2)
