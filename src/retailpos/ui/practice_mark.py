"""The word PRACTICE in the rail, so that no page of a practice shop can be taken for a real one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_HEIGHT = 26
_FROM_BOTTOM = 104
_SIDE = 3


class PracticeMark(QWidget):
    """Lies over the foot of the rail, above the person; narrow as the rail may be, the word is whole."""

    def __init__(self, rail: QWidget) -> None:
        super().__init__(rail)
        self._rail = rail
        self.setObjectName("practice mark")
        self.setAccessibleName(_("PRACTICE"))
        rail.installEventFilter(self)
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rail and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        ink, ground = painting.said(theme, "warn")
        with QPainter(self) as painter:
            painting.start(painter)
            border = ink if theme.strong else None
            painting.box(painter, self.rect(), radius=_HEIGHT / 2, fill=ground, border=border, width=2)
            area = QRect(0, 0, self.width(), self.height())
            painting.figure(painter, area, _("PRACTICE"), font("key"), ink, align=painting.CENTRE)

    def _place(self) -> None:
        inset = 20 if self._rail.width() > 120 else _SIDE
        top = self._rail.height() - _FROM_BOTTOM
        self.setGeometry(inset, top, self._rail.width() - 2 * inset, _HEIGHT)
        self.raise_()
