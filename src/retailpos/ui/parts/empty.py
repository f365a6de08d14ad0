"""What stands where there is nothing yet: what will be here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current

_PICTURE = 120


class EmptyState(QWidget):
    """A line drawing, a title of 24, one sentence, one or two buttons, centred in whatever room there is."""

    def __init__(self, icon: str, title: str, sentence: str, buttons: tuple[Button, ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(f"{title} {sentence}")
        self.title = Words(title, "title", align=Qt.AlignmentFlag.AlignCenter)
        self.sentence = Words(sentence, "body", tone="ink2", wrap=True, align=Qt.AlignmentFlag.AlignCenter)
        down = column(self, margin=(32, 24, 32, 24), gap=8)
        down.addStretch(1)
        down.addWidget(_Drawing(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        down.addSpacing(8)
        down.addWidget(self.title)
        down.addWidget(self.sentence)
        down.addSpacing(8)
        across = row(gap=12)
        across.addStretch(1)
        for button in buttons:
            across.addWidget(button)
        across.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)


class _Drawing(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_PICTURE, _PICTURE)

    def sizeHint(self) -> QSize:
        return QSize(_PICTURE, _PICTURE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(
                painter,
                self.rect(),
                radius=_PICTURE / 2,
                fill=theme.sunken,
                border=theme.line if theme.strong else None,
            )
            draw_icon(painter, self._icon, QPoint(32, 32), 56, theme.ink2)
