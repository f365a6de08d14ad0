"""The desk's navigation at the left edge."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.avatar import draw_avatar, initials
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

WIDE = 208
ICONS_ONLY = 72


@dataclass(frozen=True, slots=True)
class RailItem:
    """One page of the desk: its key, its words, its picture, and how many things there need a person."""

    key: str
    text: str
    icon: str
    badge: int = 0


class RailButton(Pressable):
    """One page in the rail."""

    def __init__(self, item: RailItem) -> None:
        super().__init__(item.text, name=f"rail {item.key}", icon=item.icon)
        self.item = item
        self.setCheckable(True)
        self.setToolTip(item.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: RailItem) -> None:
        """New words or another number of things that wait."""
        self.item = item
        self.set_text(item.text)
        if item.badge:
            self.setAccessibleName(f"{item.text}, {item.badge} waiting")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(12, 2, -13, -2)
        chosen = self.isChecked()
        ink = theme.rail_chosen_text if chosen else theme.rail_text
        if chosen:
            painting.box(painter, area, radius=10, fill=theme.rail_chosen)
        elif self.isDown():
            painting.box(painter, area, radius=10, fill=painting.see_through(theme.rail_chosen, 60))
        narrow = self.width() < 120
        left = area.center().x() - 9 if narrow else area.left() + 12
        draw_icon(painter, self.item.icon, QPoint(left, area.center().y() - 9), 20, ink)
        right = self._badge(painter, theme, area, narrow=narrow)
        if not narrow:
            place = QRect(area.left() + 44, area.top(), right - area.left() - 44, area.height())
            painting.words(painter, place, self.text(), font("body strong" if chosen else "tab"), ink)

    def _badge(self, painter: QPainter, theme: Theme, area: QRect, *, narrow: bool) -> int:
        if not self.item.badge:
            return area.right()
        size = 18 if narrow else 22
        top = area.top() if narrow else area.center().y() - size // 2 + 1
        disc = QRect(area.right() - size + (4 if narrow else -11), top, size, size)
        painting.box(painter, disc, radius=size / 2, fill=theme.mark)
        painting.words(painter, disc, str(self.item.badge), font("key"), theme.on_mark, align=painting.CENTRE)
        return disc.left() - 6


class Rail(QWidget):
    """208 wide, 72 with pictures only on a small window. `chosen` carries the page's key."""

    chosen = Signal(str)
    person_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Pages")
        self._shop, self._store = "", ""
        self._buttons: dict[str, RailButton] = {}
        self._person = _Person()
        self._person.clicked.connect(self.person_pressed)
        self._column = column(self, margin=(0, 75, 0, 14))
        self._column.addStretch(1)
        self._column.addWidget(self._person)
        self.set_narrow(False)

    def set_shop(self, shop: str, store: str) -> None:
        """The shop's name and which of its stores this is."""
        self._shop, self._store = shop, store
        self.update()

    def set_person(self, name: str, colour: str = "teal") -> None:
        """Who is at the desk."""
        self._person.set_person(name, colour)

    def set_items(self, items: tuple[RailItem, ...], chosen: str = "") -> None:
        """The pages this person may see, one of them chosen."""
        wanted = [item.key for item in items]
        for key in [key for key in self._buttons if key not in wanted]:
            self._buttons.pop(key).deleteLater()
        for place, item in enumerate(items):
            button = self._buttons.get(item.key)
            if button is None:
                button = self._buttons[item.key] = RailButton(item)
                button.clicked.connect(lambda _=False, key=item.key: self.chosen.emit(key))
                self._column.insertWidget(place, button)
            button.show_item(item)
            button.setChecked(item.key == chosen)

    def set_narrow(self, narrow: bool) -> None:
        """Pictures only, or pictures and words."""
        self.setFixedWidth(ICONS_ONLY if narrow else WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painter.fillRect(self.rect(), QColor(theme.rail))
            if theme.strong:
                painter.fillRect(QRect(self.width() - 2, 0, 2, self.height()), QColor(theme.line))
            mark = QRect(18 if self.width() < 120 else 20, 21, 36, 36)
            draw_mark(painter, mark, theme)
            if self.width() > 120:
                place = QRect(66, 21, self.width() - 74, 20)
                painting.words(painter, place, self._shop, font("body strong"), theme.rail_name)
                painting.words(painter, place.translated(0, 18), self._store, font("small"), theme.rail_text)


class _Person(Pressable):
    """Who is at the desk; pressing it changes the person."""

    def __init__(self) -> None:
        super().__init__("", name="rail person")
        self._colour = "teal"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, colour: str) -> None:
        """Somebody else."""
        self._colour = colour
        self.set_text(name)

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        if not self.text():
            return
        narrow = self.width() < 120
        disc = QRect(22 if narrow else 24, self.rect().center().y() - 13, 28, 28)
        draw_avatar(painter, disc, initials(self.text()), self._colour, theme)
        if not narrow:
            place = QRect(64, 0, self.width() - 76, self.height())
            painting.words(painter, place, self.text(), font("tab"), theme.rail_text)


def draw_mark(painter: QPainter, area: QRect, theme: Theme) -> None:
    """The shop's own mark: a boat on its own colour."""
    painting.box(painter, area, radius=8, fill=theme.mark)
    painter.save()
    painter.translate(QPointF(area.center()) + QPointF(0.5, 0.5))
    painter.scale(area.width() / 36, area.width() / 36)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(theme.on_mark), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(QPolygonF([QPointF(0, -10), QPointF(7, -1), QPointF(0, -1)]))
    painter.drawLine(QPointF(-4, -6), QPointF(-6, -1))
    painter.drawPolyline(QPolygonF([QPointF(-9, 7), QPointF(-10, 3), QPointF(10, 3), QPointF(8, 7)]))
    wave = QPainterPath(QPointF(-10, 9))
    for step in range(4):
        middle = -10 + step * 5
        wave.quadTo(QPointF(middle + 2.5, 11.5 if step % 2 == 0 else 6.5), QPointF(middle + 5, 9))
    painter.drawPath(wave)
    painter.restore()
