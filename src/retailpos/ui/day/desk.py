"""What desk pages are made of: a head with its buttons, cards, headline figures, names with their figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.words import Figure, Words
from retailpos.ui.theme.look import theme as current

MARGIN = 32
HEAD = 72
GAP = 16
_ROW = 38
_MOST_TITLE = 420
_RULED = 42


class Card(QWidget):
    """White paper with a fine edge: what is being looked at or worked on."""

    def __init__(
        self, *, margin: tuple[int, int, int, int] = (20, 16, 20, 16), gap: int = 4, fill: str = "surface"
    ) -> None:
        super().__init__()
        self._fill = fill
        self.column: QVBoxLayout = column(self, margin=margin, gap=gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        fill = getattr(theme, self._fill)
        painting.box(painter, self.rect(), radius=14, fill=fill, border=theme.line, width=theme.border)
        painter.end()


class Disc(QWidget):
    """A picture on soft ground, round (48) or square (40), before a title or a row."""

    def __init__(self, icon: str, tone: str = "plain", *, size: int = 48, round_: bool = False) -> None:
        super().__init__()
        self._icon, self._tone, self._round = icon, tone, round_
        self.setFixedSize(size, size)

    def set_face(self, icon: str, tone: str) -> None:
        """Another picture."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        ink, ground = painting.said(theme, self._tone)
        painter = QPainter(self)
        painting.start(painter)
        radius = self.width() / 2 if self._round else 8
        border = ink if theme.strong else None
        painting.box(painter, self.rect(), radius=radius, fill=ground, border=border, width=2)
        at = QPoint(self.width() // 2 - 12, self.height() // 2 - 12)
        draw_icon(painter, self._icon, at, 24, ink)
        painter.end()


class Head(QWidget):
    """72 high: what comes before the title, the title with a line below it, chips, and buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEAD)
        self.title = Words("", "title", name="page title")
        self.under = Words("", "body", tone="ink2", name="page subtitle")
        self.before: QHBoxLayout = row(gap=8)
        self.beside: QHBoxLayout = row(gap=8)
        self.buttons: QHBoxLayout = row(gap=12)
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.under)
        words.addStretch(1)
        across = row(self, margin=(MARGIN, 0, MARGIN, 0), gap=16)
        across.addLayout(self.before)
        across.addLayout(words)
        across.addLayout(self.beside)
        across.addStretch(1)
        across.addLayout(self.buttons)

    def set_title(self, title: str, under: str = "") -> None:
        """The page's title and the line below it."""
        self.title.set_text(title)
        self.title.setMinimumWidth(min(painting.width_of(self.title.font(), title) + 2, _MOST_TITLE))
        self.under.set_text(under)
        self.under.setVisible(bool(under))


class DeskPage(Ground):
    """A page of the desk: its head, and a body with the desk's margins."""

    def __init__(self, name: str) -> None:
        super().__init__("ground")
        self.setObjectName(f"page {name}")
        self.head = Head()
        self.banner_place: QVBoxLayout = column(margin=(MARGIN, 0, MARGIN, 0))
        self.body: QBoxLayout = row(margin=(MARGIN, 0, MARGIN, 24), gap=GAP)
        down = column(self)
        down.addWidget(self.head)
        down.addLayout(self.banner_place)
        down.addLayout(self.body, 1)


class StatCard(Card):
    """A headline figure with its name above and a note below."""

    def __init__(self, label: str) -> None:
        super().__init__(margin=(20, 14, 20, 14), gap=0)
        self.setMinimumHeight(108)
        self.figure = Figure("page figure", align=painting.LEFT, name=f"figure {label}")
        self.note = Words("", "small", tone="ink2", wrap=True)
        self.column.addWidget(Words(label, "desk", tone="ink2"))
        self.column.addWidget(self.figure)
        self.column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, figure: str, note: str = "", tone: str = "ink2") -> None:
        """The figure as shown, and what is said below it."""
        self.figure.set_text(figure)
        self.note.set_text(note)
        self.note.set_tone(tone)


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
