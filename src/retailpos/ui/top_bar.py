"""The bar over the register: menu, shop, search, held sales, who is here, lock."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from retailpos.ui.fonts import font, sized
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.avatar import draw_avatar, initials
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.rail import draw_mark
from retailpos.ui.parts.screen_keyboard import KeyboardKey
from retailpos.ui.theme.look import look
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

HEIGHT = 56
# Room for the key's name beside the keyboard's button, and what the style sheet leaves free anyway.
_KEY_NAME, _CLEAR = 36, 42
_TIGHT = 300


class SearchField(QLineEdit):
    """One box for scan and search. Up, Down, Enter and Esc are told to the page, which owns the hits."""

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName("Search")
        self.setProperty("place", "top")
        self.setFont(sized("body", 16))
        self.setFixedHeight(48)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_inset", 2)
        self.keyboard = KeyboardKey(self, name="search keyboard")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.keyboard.sizeHint().width() + (_KEY_NAME if self._shows_key() else 0)
        self.setTextMargins(0, 0, beside - _CLEAR, 0)

    def _shows_key(self) -> bool:
        return look().show_keys and self.width() > _TIGHT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            draw_icon(painter, "magnifying-glass", QPoint(13, 14), 20, theme.ink2)
            if self._shows_key():
                left = self.width() - self.keyboard.width() - painting.cap_width("F2") - 2
                fill = theme.surface if theme.strong else theme.ground
                border = theme.edge if theme.strong else theme.line
                painting.key_cap(painter, left, self.height() // 2, "F2", ink=theme.ink2, border=border, fill=fill)


class ShopMark(QWidget):
    """The shop's mark, its name and which register this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._register = "", ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_shop(self, shop: str, register: str) -> None:
        """New names."""
        self._shop, self._register = shop, register
        self.setAccessibleName(f"{shop}, {register}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(178, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            draw_mark(painter, QRect(0, 12, 32, 32), theme)
            room = self.width() - 44
            painting.words(painter, QRect(44, 8, room, 22), self._shop, font("body strong"), theme.ink)
            painting.words(painter, QRect(44, 28, room, 20), self._register, font("small"), theme.ink2)


class PersonChip(Pressable):
    """Who is at the register, as a pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person")
        self._person, self._colour = "", "teal"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, shown: str, colour: str = "teal") -> None:
        """A person's whole name for the initials, and the name as shown."""
        self._person, self._colour = name, colour
        self.set_text(shown)
        self.setAccessibleName(f"{name}. Change person")
        self.setVisible(bool(name))

    def sizeHint(self) -> QSize:
        return QSize(44 + painting.width_of(font("tab"), self.text()) + 16, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(0, 4, 0, -4)
        fill = theme.sunken if self.isDown() else theme.surface
        painting.box(painter, area, radius=20, fill=fill, border=theme.line, width=theme.border)
        draw_avatar(painter, QRect(5, 8, 32, 32), initials(self._person), self._colour, theme)
        painting.words(painter, area.adjusted(44, 0, -10, 0), self.text(), font("tab"), theme.ink)


class BarIcon(Pressable):
    """A picture alone: the menu, the lock. It has a name and a tip."""

    def __init__(self, icon: str, spoken: str, *, bordered: bool = False) -> None:
        super().__init__("", name=spoken, icon=icon)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self._bordered = bordered
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(2, 4, -2, -4)
        if self._bordered or self.isDown():
            fill = theme.sunken if self.isDown() else theme.surface
            painting.box(painter, area, radius=10, fill=fill, border=theme.edge, width=theme.border)
        size = 20 if self._bordered else 26
        at = QPoint(self.width() // 2 - size // 2, self.height() // 2 - size // 2)
        draw_icon(painter, self._icon, at, size, theme.ink)


class TopBar(QWidget):
    """56 high. Its buttons tell what was pressed; the window decides what happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top bar")
        self.setFixedHeight(HEIGHT)
        self._hint = ""
        self.menu = BarIcon("list", "Menu")
        self.mark = ShopMark()
        self.search = SearchField()
        self.practice = Chip("PRACTICE", "warn", icon="student")
        self.held = Button("Held", "secondary", size="bar", icon="pause", key="F6", name="held sales")
        self.person = PersonChip()
        self.lock = BarIcon("lock", "Lock", bordered=True)
        across = row(self, margin=(8, 0, 14, 0), gap=0)
        across.addWidget(self.menu)
        across.addSpacing(12)
        across.addWidget(self.mark)
        across.addWidget(self.search)
        across.addStretch(1)
        for part in (self.practice, self.held, self.person, self.lock):
            across.addWidget(part)
            across.addSpacing(0 if part is self.lock else 6 if part is self.person else 8)
        self.practice.hide()
        self.person.hide()
        self.set_shape(large=False, narrow=False)

    def set_shop(self, shop: str, register: str, *, practice: bool = False) -> None:
        """The shop's name, the register, and whether this is practice."""
        self.mark.set_shop(shop, register)
        self.practice.setVisible(practice)

    def set_held(self, count: int) -> None:
        """How many sales are held."""
        self.held.set_text(f"Held  {count}" if count else "Held")

    def set_hint(self, hint: str) -> None:
        """What the search field says while it is empty."""
        self._hint = hint
        if self.search.isEnabled():
            self.search.setPlaceholderText(hint)

    def set_selling(self, selling: bool, otherwise: str) -> None:
        """Off the register's own page the bar stays, but nothing is searched or taken up from it."""
        self.search.setEnabled(selling)
        self.held.setEnabled(selling)
        self.search.setPlaceholderText(self._hint if selling else otherwise)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.search.setFixedWidth(720 if large else 360 if narrow else 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground))
            bottom = self.height() - theme.border / 2
            painting.tick_line(painter, QPointF(0, bottom), QPointF(self.width(), bottom), theme.line, theme.border)
