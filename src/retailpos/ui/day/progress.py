"""What is going on, in words, with a bar and a count where there are several; it can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_QUIET_MS = 400


class Bar(QWidget):
    """8 high: so many parts of a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, done: int, whole: int) -> None:
        """How far it got."""
        self._done, self._whole = done, whole
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        border = theme.edge if theme.strong else None
        painting.box(painter, self.rect(), radius=4, fill=theme.sunken, border=border)
        if self._whole:
            wide = max(8, self.width() * self._done // self._whole)
            painting.box(painter, QRect(0, 0, wide, self.height()), radius=4, fill=theme.accent)
        painter.end()


class Progress(QWidget):
    """Shown once something has taken 400 ms. `stopped` comes when a person wants no more of it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress")
        self._words, self._count, self._bar = Words("", "small strong"), Words("", "small", tone="ink2"), Bar()
        self._stop = Button(_("Stop"), size="slim", name="stop")
        self._stop.clicked.connect(self.stopped)
        across = row(self, gap=12)
        across.addWidget(self._words)
        across.addWidget(self._bar, 1)
        across.addWidget(self._count)
        across.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(lambda: self.setVisible(bool(self._words.text())))
        self.hide()

    def set_progress(self, words: str, done: int, whole: int) -> None:
        """What is going on; empty words end it."""
        began = bool(words) and not self._words.text()
        self._words.set_text(words)
        several = whole > 1
        self._bar.set_parts(done, whole)
        self._count.set_text(_("{done} of {whole}").format(done=done, whole=whole) if several else "")
        self._stop.setVisible(several)
        if not words:
            self._timer.stop()
            self.hide()
        elif began:
            self._timer.start()
