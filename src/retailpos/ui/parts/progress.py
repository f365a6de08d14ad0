"""How far something is: nothing before 400 ms, then a bar with a count."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.theme.look import theme as current

_QUIET_MS = 400
_LONG_MS = 10_000


class Progress(QWidget):
    """`begin`, `set_count` as often as wished, `end`. Over ten seconds *Pause* and *Stop* come as well."""

    paused = Signal(bool)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._words, self._count, self._of = "", 0, 0
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pause = Button("Pause", "quiet", name="pause")
        self.stop = Button("Stop", "quiet", name="stop")
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._paused)
        self.stop.clicked.connect(self.stopped)
        across = row(self, gap=8)
        across.addStretch(1)
        across.addWidget(self.pause)
        across.addWidget(self.stop)
        self._soon = self._timer(_QUIET_MS, self.show)
        self._late = self._timer(_LONG_MS, self._offer)
        self.hide()

    def begin(self, words: str, of: int) -> None:
        """Something began that has so many steps."""
        self._words, self._count, self._of = words, 0, of
        self.pause.hide()
        self.stop.hide()
        self.pause.setChecked(False)
        self._soon.start()
        self._late.start()
        self._say()

    def set_count(self, count: int) -> None:
        """So many steps are done."""
        self._count = count
        self._say()

    def end(self) -> None:
        """It is over."""
        self._soon.stop()
        self._late.stop()
        self.hide()

    def text(self) -> str:
        """What stands beside the bar: `Sending days, 12 of 366`."""
        return f"{self._words}, {self._count:,} of {self._of:,}" if self._of else self._words

    def sizeHint(self) -> QSize:
        return QSize(240, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            room = self.width() - (0 if self.stop.isHidden() else self.stop.width() + self.pause.width() + 24)
            face = font("small strong")
            painting.words(painter, QRect(0, 2, room, 22), self.text(), face, theme.ink2)
            bar = QRect(0, 30, room, 8)
            border = theme.line if theme.strong else None
            painting.box(painter, bar, radius=4, fill=theme.sunken, border=border)
            if self._of:
                bar.setWidth(max(8, room * min(self._count, self._of) // self._of))
                painting.box(painter, bar, radius=4, fill=theme.accent)

    def _timer(self, after: int, then: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(then)
        return made

    def _offer(self) -> None:
        self.pause.show()
        self.stop.show()

    def _paused(self, on: bool) -> None:
        self.pause.set_text("Go on" if on else "Pause")
        self.paused.emit(on)

    def _say(self) -> None:
        self.setAccessibleName(self.text())
        self.update()
