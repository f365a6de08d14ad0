"""What pages of the desk share: their frame, names with their figures, and how they take the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts import desk_head, painting
from retailpos.ui.parts.desk_head import DeskHead
from retailpos.ui.parts.panes import column, row
from retailpos.ui.theme.look import theme as current

GAP = 16
_ROW = 38
_MOST_TITLE = 420
_RULED = 42


class DeskPage(desk_head.DeskPage):
    """A page of the desk: its head, a place for a banner, and a row of what is on it."""

    def __init__(self, name: str, *, back: bool = False) -> None:
        super().__init__(DeskHead("", back=back))
        self.setObjectName(f"page {name}")
        self.body.setSpacing(0)
        self.banner_place: QVBoxLayout = column()
        self.across: QHBoxLayout = row(gap=GAP)
        self.body.addLayout(self.banner_place)
        self.body.addLayout(self.across, 1)

    def set_title(self, title: str, under: str = "") -> None:
        """The page's title, which buttons never push away, and the line below it."""
        self.head.set_title(title, under)
        wide = painting.width_of(self.head.title.font(), title) + 2
        self.head.title.setMinimumWidth(min(wide, _MOST_TITLE))


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its figure as shown; a strong one is a sum with a line above it."""

    name: str
    figure: str
    strong: bool = False
    faint: bool = False


class Pairs(QWidget):
    """Names at the left, figures at the right edge. A name gives way to its figure, never the other way round."""

    def __init__(self, *, slim: bool = False) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self._slim = slim
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Show these."""
        if pairs != self._pairs:
            self._pairs = pairs
            self.setAccessibleName(", ".join(f"{pair.name} {pair.figure}".strip() for pair in pairs))
            self.updateGeometry()
            self.update()

    def pairs(self) -> tuple[Pair, ...]:
        """What is shown."""
        return self._pairs

    def sizeHint(self) -> QSize:
        return QSize(200, sum(self._height(pair) for pair in self._pairs))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _height(self, pair: Pair) -> int:
        if self._slim:
            return 34
        return _RULED if pair.strong else _ROW

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        top = 0
        for pair in self._pairs:
            tall = self._height(pair)
            area = QRect(0, top, self.width(), tall)
            if pair.strong and not self._slim:
                painting.tick_line(painter, QPointF(0, top + 0.5), QPointF(self.width(), top + 0.5), theme.line)
            role = "figure" if pair.strong or self._slim else "figure light"
            wide = painting.width_of(font(role), pair.figure)
            ink = theme.ink3 if pair.faint else theme.ink
            name = font("body strong" if pair.strong else "desk" if self._slim else "body")
            painting.words(painter, area.adjusted(0, 0, -wide - 12, 0), pair.name, name, ink)
            painting.figure(painter, area, pair.figure, font(role), ink)
            top += tall
        painter.end()


def take_keyboard(part: QWidget) -> None:
    """Give a page's part the keyboard once the page is shown, so that digits and arrows go there."""
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setProperty("own_ring", True)
    QTimer.singleShot(0, part, lambda: part.setFocus(Qt.FocusReason.OtherFocusReason))


def scrolled(inside: QWidget) -> QScrollArea:
    """The widget in an area that scrolls when it is too tall, and shows no frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    # Given to an area, a widget fills itself with the window's colour; here the card shows through.
    inside.setAutoFillBackground(False)
    return area
