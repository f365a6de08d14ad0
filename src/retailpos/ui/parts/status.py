"""The strip at the foot: printer, scanner, drawer, QuickBooks, what is saved, date and time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

STRIP = 32
_REACH = 16
_ICON = 16


@dataclass(frozen=True, slots=True)
class StatusWord:
    """One word of the strip: which part of the shop it is about, a picture, the words, and whether it is in trouble."""

    key: str
    icon: str
    text: str
    tone: Literal["ink", "warn", "bad"] = "ink"


class _WordButton(Pressable):
    """A word that opens the page which mends it. It reaches 16 px above the strip, so that a finger can hit it."""

    def __init__(self, word: StatusWord) -> None:
        super().__init__(word.text, name=f"status {word.key}", icon=word.icon)
        self.word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_word(self, word: StatusWord) -> None:
        """Say something else."""
        self.word = word
        self.set_icon(word.icon)
        self.set_text(word.text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(48, 6 + _ICON + painting.width_of(self._face(), self.text()) + 12), STRIP + _REACH)

    def drawn(self) -> QRect:
        return self.rect().adjusted(0, _REACH + 2, 0, -2)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(0, _REACH, 0, 0)
        ink = theme.ink2 if self.word.tone == "ink" else painting.said(theme, self.word.tone)[0]
        if self.isDown():
            painting.box(painter, area.adjusted(-4, 2, 0, -2), radius=8, fill=painting.see_through(theme.ink, 8))
        draw_icon(painter, self.word.icon, QPoint(area.left(), area.center().y() - 7), _ICON, ink)
        painting.words(painter, area.adjusted(_ICON + 6, 0, 0, 0), self.text(), self._face(), ink)

    def _face(self) -> QFont:
        return font("small strong" if self.word.tone != "ink" else "small")


class StatusStrip(QWidget):
    """`pressed` carries the key of the word that was touched."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status strip")
        self.setAccessibleName("State of the shop")
        self.setFixedHeight(STRIP + _REACH)
        self._buttons: dict[str, _WordButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(14)
        self._saved = Words("", "small", tone="ink2", align=painting.RIGHT, name="saved")
        self._time = Words("", "small strong", align=painting.RIGHT, name="time")
        self._row.addStretch(1)
        for part in (self._saved, self._time):
            low = column(margin=(8, _REACH, 0, 0))
            low.addWidget(part)
            self._row.addLayout(low)

    def set_words(self, words: tuple[StatusWord, ...]) -> None:
        """Show these words, in this order."""
        known = [word.key for word in words]
        for key in [key for key in self._buttons if key not in known]:
            self._buttons.pop(key).deleteLater()
        for place, word in enumerate(words):
            button = self._buttons.get(word.key)
            if button is None:
                button = self._buttons[word.key] = _WordButton(word)
                button.clicked.connect(lambda _=False, key=word.key: self.pressed.emit(key))
                self._row.insertWidget(place, button)
            button.show_word(word)

    def set_right(self, saved: str, time: str) -> None:
        """What is saved, and the date and time as they are shown."""
        self._saved.set_text(saved)
        self._time.set_text(time)
        # On a small window what is saved gives way, never the time.
        self._time.setMinimumWidth(painting.width_of(self._time.font(), time) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            area = self.rect().adjusted(0, _REACH, 0, 0)
            painter.fillRect(area, QColor(theme.ground))
            top = area.top() + 0.5
            painting.tick_line(painter, QPointF(0, top), QPointF(self.width(), top), theme.line, theme.border)
