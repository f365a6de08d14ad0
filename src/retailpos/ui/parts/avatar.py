"""People as initials on a department colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import sized
from retailpos.ui.parts import painting
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme


def initials(name: str) -> str:
    """The first letters of the first and the last part of a name."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


def draw_avatar(painter: QPainter, area: QRect, letters: str, colour: str, theme: Theme) -> None:
    """Initials in a circle."""
    paint = department_colour(theme, colour)
    border = theme.edge if theme.strong else None
    painting.box(painter, area, radius=area.width() / 2, fill=paint.fill, border=border, width=2)
    face = sized("small strong", max(12, round(area.width() * 0.36)))
    painting.words(painter, area, letters, face, paint.picture, align=painting.CENTRE)


class Avatar(QWidget):
    """A person's initials, 32, 36 or 48 wide."""

    def __init__(self, name: str, colour: str = "teal", size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = initials(name)
        self._colour = colour
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, colour: str) -> None:
        """Somebody else."""
        self._letters, self._colour = initials(name), colour
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            draw_avatar(painter, self.rect(), self._letters, self._colour, current())
