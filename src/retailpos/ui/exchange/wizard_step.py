"""What the pages of the set-up share: a title, a line below it, what their blue button says, and when they are done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme


class WizardStep(QWidget):
    """One page. `changed` when its buttons may say something else, `finished` when the next page follows."""

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str, title: str, second: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.title, self.second = Words(title, "title"), Words(second, "body", tone="ink2", wrap=True)
        self.down: QVBoxLayout = column(self, gap=12)
        self.down.addWidget(self.title)
        self.down.addWidget(self.second)

    def begin(self) -> None:
        """The page is shown: read what it shows."""

    def on_words(self) -> str:
        """What the blue button says."""
        return ""

    def on_ready(self) -> bool:
        """Whether it can be pressed."""
        return True

    def go_on(self) -> None:
        """The blue button was pressed."""
        self.finished.emit()

    def other_words(self) -> str:
        """What the second button says; '' where there is none."""
        return ""

    def other(self) -> None:
        """The second button was pressed."""


class ChoiceTile(Pressable):
    """One of a few: a picture, a name and a sentence. The chosen one has the thick border."""

    def __init__(self, name: str, icon: str, tone: str, *, title: str, text: str) -> None:
        super().__init__(title, name=name, icon=icon)
        self._tone, self._title, self._text = tone, title, text
        self.setCheckable(True)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(150)

    def set_words(self, title: str, text: str) -> None:
        """Other words."""
        self._title, self._text = title, text
        self.setAccessibleDescription(text)
        self.set_text(title)

    def sizeHint(self) -> QSize:
        return QSize(200, self.tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.tall())

    def tall(self) -> int:
        """How tall it has to be at its width for all of its words."""
        title, text = self._lines()
        return 64 + 26 * len(title) + 20 * len(text) + 14

    def _lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        wide = max(60, self.width() - 32)
        return painting.wrapped(self._title, font("heading"), wide), painting.wrapped(self._text, font("desk"), wide)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area, chosen = self.rect(), self.isChecked()
        fill = theme.accent_soft if chosen else theme.sunken if self.isDown() else theme.surface
        border = theme.accent if chosen else theme.edge if theme.strong else theme.line
        painting.box(painter, area, radius=14, fill=fill, border=border, width=3 if chosen else theme.border)
        disc = QRect(16, 14, 40, 40)
        ink, ground = painting.said(theme, self._tone)
        painting.box(painter, disc, radius=8, fill=ground, border=ink if theme.strong else None, width=2)
        draw_icon(painter, self._icon, QPoint(disc.left() + 10, disc.top() + 10), 20, ink)
        wide, top = area.width() - 32, 62
        title, text = self._lines()
        for role, tall, lines, words in (("heading", 26, title, theme.ink), ("desk", 20, text, theme.ink2)):
            for line in lines:
                painting.words(painter, QRect(16, top, wide, tall), line, font(role), words)
                top += tall


class Tiles(QWidget):
    """Tiles side by side, all as tall as the tallest needs to be."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row(self, gap=16)
        self.tiles: list[ChoiceTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiles(self, tiles: tuple[ChoiceTile, ...]) -> None:
        """Show these in place of those before."""
        for tile in self.tiles:
            tile.deleteLater()
        self.tiles = list(tiles)
        for tile in tiles:
            self._row.addWidget(tile, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        tall = max((tile.tall() for tile in self.tiles), default=0)
        for tile in self.tiles:
            tile.setFixedHeight(tall)
        self.setFixedHeight(tall)


class Notice(QWidget):
    """A sentence that matters on a page, on its soft ground: bold words, then what to do. Without words it goes."""

    def __init__(self, tone: str, icon: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tone, self._icon, self._bold, self._rest = tone, icon, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, bold: str, rest: str = "", *, tone: str = "") -> None:
        """Say this."""
        self._bold, self._rest, self._tone = bold, rest, tone or self._tone
        self.setAccessibleName(f"{bold} {rest}".strip())
        self.setVisible(bool(bold))
        self._fit()
        self.update()

    def words(self) -> str:
        """What it says."""
        return f"{self._bold} {self._rest}".strip()

    def _lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        wide = max(80, self.width() - 66)
        bold = painting.wrapped(self._bold, font("body strong"), wide) if self._bold else ()
        return bold, painting.wrapped(self._rest, font("body"), wide) if self._rest else ()

    def _fit(self) -> None:
        bold, rest = self._lines()
        self.setFixedHeight(22 * (len(bold) + len(rest)) + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        ink, ground = painting.said(theme, self._tone)
        with QPainter(self) as painter:
            painting.start(painter)
            border = ink if theme.strong else None
            painting.box(painter, self.rect(), radius=10, fill=ground, border=border, width=theme.border)
            draw_icon(painter, self._icon, QPoint(16, self.rect().center().y() - 11), 24, ink)
            bold, rest = self._lines()
            top = 10
            for role, lines in (("body strong", bold), ("body", rest)):
                for line in lines:
                    place = QRect(52, top, self.width() - 66, 22)
                    painting.words(painter, place, line, font(role), theme.ink)
                    top += 22


class Said(QWidget):
    """A picture and a quiet sentence."""

    def __init__(self, icon: str, text: str = "", *, tone: str = "ink2") -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self._words = Words(text, "desk", tone="ink2" if tone == "ink2" else "ink", wrap=True)
        down = column(self, margin=(28, 2, 0, 2))
        down.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_text(self, text: str) -> None:
        """Another sentence; without one it goes."""
        self._words.set_text(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        ink = theme.ink2 if self._tone == "ink2" else painting.said(theme, self._tone)[0]
        with QPainter(self) as painter:
            painting.start(painter)
            draw_icon(painter, self._icon, QPoint(0, 4), 18, ink)
