"""Cards of a page: plain, with a title, with one figure; and the rows of pairs inside them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from retailpos.ui.fonts import font, sized
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.words import Words, fitting
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.look import theme as current

PADDING = (20, 16, 20, 16)


class Card(QFrame):
    """Level 1: surface, a hairline, corners of 14. Put things into `content`; `head` is the row of the title."""

    def __init__(
        self,
        title: str = "",
        *,
        padding: tuple[int, int, int, int] = PADDING,
        gap: int = 8,
        ground: str = "surface",
        dashed: bool = False,
        radius: int = 14,
    ) -> None:
        super().__init__()
        self._ground = ground
        self._dashed = dashed
        self._radius = radius
        self._chosen = False
        # At least the border stays free, so that a table inside does not paint over it.
        left, top, right, bottom = (max(2, side) for side in padding)
        self.content = column(self, margin=(left, top, right, bottom), gap=gap)
        self.head = row(gap=8)
        if title:
            self.setAccessibleName(title)
            self.title = Words(title, "heading")
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.content.addLayout(self.head)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the one acted on."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            fill = theme.accent_soft if self._chosen else getattr(theme, self._ground)
            border = theme.accent if self._chosen else theme.edge if self._dashed else theme.line
            width = 3 if self._chosen else theme.border
            if not theme.strong and not self._dashed and theme.name == "light":
                # The smallest shadow of the three levels: one line below the card.
                painting.box(painter, self.rect(), radius=self._radius, fill=painting.see_through(theme.shadow, 7))
            area = self.rect().adjusted(0, 0, 0, -1)
            painting.box(painter, area, radius=self._radius, fill=fill, border=border, width=width, dashed=self._dashed)


class FigureCard(Card):
    """A label, one figure of 28, and a line below it."""

    def __init__(self, label: str, *, name: str = "") -> None:
        super().__init__(padding=(20, 14, 20, 14), gap=0)
        self.setObjectName(name or f"figure {label}")
        self._label = Words(label, "desk", tone="ink2")
        self._figure = _PageFigure()
        self._note = Words("", "small", tone="ink2")
        for part in (self._label, self._figure, self._note):
            self.content.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(108)

    def set_figure(self, figure: str, note: str = "", tone: str = "ink2") -> None:
        """The figure as shown, and the line below in a tone."""
        self._figure.set_text(figure)
        self._note.set_text(note)
        self._note.set_tone(tone)
        self._note.set_role("small strong" if tone != "ink2" else "small")
        self.setAccessibleName(f"{self._label.text()} {figure}, {note}")


class _PageFigure(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setFixedHeight(36)

    def set_text(self, text: str) -> None:
        """Another figure."""
        self._text = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            px = fitting("page figure", self._text, self.width())
            face = sized("page figure", px)
            painting.figure(painter, self.rect(), self._text, face, current().ink, align=painting.LEFT)


class PairRow(QWidget):
    """A word at the left and a figure at the right: 38 high, with a line above when it is a sum."""

    def __init__(self, label: str, figure: str = "", *, total: bool = False, quiet: bool = False) -> None:
        super().__init__()
        self._label, self._figure, self._total, self._quiet = label, figure, total, quiet
        self.setAccessibleName(f"{label} {figure}")
        self.setFixedHeight(44 if total else 38)

    def set_pair(self, label: str, figure: str) -> None:
        """Other words, another figure."""
        self._label, self._figure = label, figure
        self.setAccessibleName(f"{label} {figure}")
        self.update()

    def figure(self) -> str:
        """The figure as shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            if self._total:
                painting.tick_line(
                    painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), theme.ink3 if theme.strong else theme.line
                )
            strong = font("figure" if self._total else "figure light")
            wide = painting.width_of(strong, self._figure)
            painting.figure(painter, self.rect(), self._figure, strong, theme.ink)
            face = font("body strong" if self._total else "body")
            ink = theme.ink2 if self._quiet else theme.ink
            painting.words(painter, QRect(0, 0, self.width() - wide - 12, self.height()), self._label, face, ink)


class Disc(QWidget):
    """A picture on soft ground: 40 square with corners of 8, or round."""

    def __init__(self, icon: str, tone: str = "plain", *, size: int = 40, round_: bool = False) -> None:
        super().__init__()
        self._icon, self._tone, self._round = icon, tone, round_
        self.setFixedSize(size, size)

    def set_picture(self, icon: str, tone: str) -> None:
        """Another picture, tone or department colour."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            ink, ground = painting.said(theme, self._tone)
            if self._tone.startswith("department "):
                colour = department_colour(theme, self._tone.removeprefix("department "))
                ink, ground = colour.picture, colour.fill
            radius = self.width() / 2 if self._round else 8
            painting.box(
                painter, self.rect(), radius=radius, fill=ground, border=ink if theme.strong else None, width=2
            )
            size = 20 if self.width() <= 40 else 24
            at = QPoint(self.rect().center().x() - size // 2 + 1, self.rect().center().y() - size // 2 + 1)
            draw_icon(painter, self._icon, at, size, ink)
