"""Where things stand: a left pane and a right one of fixed width, pages on their ground, rows and columns by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

Margin = tuple[int, int, int, int]

TICKET = 560
TICKET_LARGE = 680
TICKET_NARROW = 480


class Ground(QWidget):
    """A plain piece of a page: `ground`, `surface` or `sunken`."""

    def __init__(self, part: str = "ground", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("part", part)


class Rule(QFrame):
    """A piece with a hairline at one side: `below`, `above` or `left`."""

    def __init__(self, side: str, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", side)
        if part:
            self.setProperty("part", part)


def column(owner: QWidget | None = None, *, margin: Margin = (0, 0, 0, 0), gap: int = 0) -> QVBoxLayout:
    """A column with exactly these margins and gaps."""
    layout = QVBoxLayout(owner) if owner is not None else QVBoxLayout()
    _set(layout, margin, gap)
    return layout


def row(owner: QWidget | None = None, *, margin: Margin = (0, 0, 0, 0), gap: int = 0) -> QHBoxLayout:
    """A row with exactly these margins and gaps."""
    layout = QHBoxLayout(owner) if owner is not None else QHBoxLayout()
    _set(layout, margin, gap)
    return layout


def _set(layout: QBoxLayout, margin: Margin, gap: int) -> None:
    layout.setContentsMargins(*margin)
    layout.setSpacing(gap)


class TwoPanes(QWidget):
    """A left pane of several faces and a right one that never moves: 560 wide, 680 on a big screen, 480 on a small."""

    def __init__(self, right: QWidget, *, width: int = TICKET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.right = right
        self.left = QStackedWidget(self)
        self._width = width
        across = row(self)
        across.addWidget(self.left, 1)
        across.addWidget(right)
        right.setFixedWidth(width)

    def add(self, face: QWidget) -> QWidget:
        """A further face of the left pane."""
        self.left.addWidget(face)
        return face

    def show_face(self, face: QWidget) -> None:
        """Turn the left pane; the right one stays where it is."""
        self.left.setCurrentWidget(face)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        if self._width == TICKET:
            self.right.setFixedWidth(TICKET_LARGE if large else TICKET_NARROW if narrow else TICKET)
