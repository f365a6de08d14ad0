"""The ticket at the right: head, lines, sums, the total and the button row. It never moves while a sale goes on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from retailpos.ui.fonts import font, sized
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.avatar import draw_avatar, initials
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.lines import LinesView
from retailpos.ui.parts.panes import Rule, column, row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.words import fitting
from retailpos.ui.theme.tokens import Theme

_MARGIN = 16
_QUIET_MS = 500


@dataclass(frozen=True, slots=True)
class HeadFace:
    """The first row of the ticket: a person or a picture, a title, a second line, and what pressing it does."""

    title: str
    second: str = ""
    person: str = ""
    colour: str = "violet"
    icon: str = "user-plus"
    tone: str = "plain"
    action: str = ""


class HeadRow(Pressable):
    """The customer, or the receipt just made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="ticket head")
        self._face = HeadFace("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_face(self, face: HeadFace) -> None:
        """Show somebody or something else."""
        self._face = face
        self.setAccessibleName(", ".join(part for part in (face.title, face.second, face.action) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 72 if self.large else 56)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        if self.isDown():
            painter.fillRect(area, painting.see_through(theme.ink, 6))
        bottom = area.height() - theme.border / 2
        painting.tick_line(painter, QPointF(0, bottom), QPointF(area.width(), bottom), theme.line, theme.border)
        self._draw_disc(painter, theme, QRect(_MARGIN, (area.height() - 36) // 2, 36, 36))
        right = self._draw_action(painter, theme, area)
        place = QRect(64, area.top(), right - 64, area.height())
        middle = area.height() // 2
        title, second = font("body strong", large=self.large), font("small", large=self.large)
        if self._face.second:
            painting.words(painter, QRect(64, middle - 22, place.width(), 22), self._face.title, title, theme.ink)
            painting.words(painter, QRect(64, middle, place.width(), 22), self._face.second, second, theme.ink2)
        else:
            painting.words(painter, place, self._face.title, title, theme.ink)

    def _draw_disc(self, painter: QPainter, theme: Theme, disc: QRect) -> None:
        if self._face.person:
            draw_avatar(painter, disc, initials(self._face.person), self._face.colour, theme)
            return
        ink, ground = painting.said(theme, self._face.tone)
        painting.box(painter, disc, radius=18, fill=ground, border=theme.edge if theme.strong else None, width=2)
        draw_icon(painter, self._face.icon, QPoint(disc.left() + 8, disc.top() + 8), 20, ink)

    def _draw_action(self, painter: QPainter, theme: Theme, area: QRect) -> int:
        right, middle = area.right() + 1 - _MARGIN - 12, area.height() // 2
        key = self.key_name()
        if self._face.action and key:
            right -= painting.cap_width(key)
            border = painting.see_through(theme.accent_ink, 60)
            painting.key_cap(painter, right, middle, key, ink=theme.accent_ink, border=border)
            right -= 10
        if self._face.action:
            wide = painting.width_of(font("button slim"), self._face.action)
            right -= wide
            place = QRect(right, area.top(), wide, area.height())
            painting.words(painter, place, self._face.action, font("button slim"), theme.accent_ink)
        return right - 12


class SumsRow(Pressable):
    """Goods, discount, tax: a label and its figure each, and a short word at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="sums")
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_sums(self, pairs: tuple[tuple[str, str], ...], note: str = "") -> None:
        """Labels with their figures (an empty figure makes a plain sentence), and the word at the right."""
        self._pairs, self._note = pairs, note
        self.setAccessibleName(", ".join(f"{label} {figure}".strip() for label, figure in pairs) + f", {note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 52 if self.large else 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        top = theme.border / 2
        painting.tick_line(painter, QPointF(0, top), QPointF(area.width(), top), theme.line, theme.border)
        light, strong = font("desk", large=self.large), font("desk figure strong", large=self.large)
        left = _MARGIN
        for label, value in self._pairs:
            wide = painting.width_of(light, label)
            painting.words(painter, QRect(left, 0, area.right() - left, area.height()), label, light, theme.ink2)
            left += wide + 6 if value else wide
            wide = painting.width_of(strong, value)
            painting.figure(painter, QRect(left, 0, wide, area.height()), value, strong, theme.ink, align=painting.LEFT)
            left += wide + 24
        room = area.adjusted(left, 0, -_MARGIN, 0)
        painting.words(painter, room, self._note, light, theme.ink2, align=painting.RIGHT)


class TotalRow(Pressable):
    """The headline of the ticket. Pressing it shows it alone, very large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="total")
        self._label = ""
        self._figure = ""
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_QUIET_MS)
        self._calm.timeout.connect(self._announce)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_total(self, label: str, figure: str) -> None:
        """`To pay` and its figure."""
        if (label, figure) == (self._label, self._figure):
            return
        self._label, self._figure = label, figure
        self.setAccessibleName(f"{label} {figure}")
        self._calm.start()
        self.update()

    def _announce(self) -> None:
        """Tell a screen reader the total once nothing has changed for half a second, not after every scan."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def figure(self) -> str:
        """The figure as it is shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        return QSize(240, 88 if self.large else 60)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        label = font("heading")
        painting.words(painter, area, self._label, label, theme.ink)
        room = area.width() - painting.width_of(label, self._label) - 12
        px = fitting("total", self._figure, room, large=self.large)
        painting.figure(painter, area, self._figure, sized("total", px), theme.ink)


class Ticket(Rule):
    """The frame of the ticket. Screens fill it by value and put further faces into its `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("left", "surface", parent)
        self.setObjectName("ticket")
        self.head = HeadRow()
        self.body = QStackedWidget()
        self.lines = LinesView()
        self.sums = SumsRow()
        self.total = TotalRow()
        self.beside = Button("", "secondary", size="big", name="beside")
        self.blue = Button("", "primary", size="big", name="blue place")
        self.body.addWidget(self.lines)
        self._buttons = row(margin=(_MARGIN, 4, _MARGIN, 16), gap=12)
        self._buttons.addWidget(self.beside)
        self._buttons.addWidget(self.blue, 1)
        down = column(self)
        for part in (self.head, self.body, self.sums, self.total):
            down.addWidget(part, 1 if part is self.body else 0)
        down.addLayout(self._buttons)

    def add_face(self, face: QWidget) -> QWidget:
        """Another body: payments, the receipt just made, what comes back."""
        self.body.addWidget(face)
        return face
