"""Small parts that only the register needs: sums to hand over, people to choose, rows to choose."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.avatar import draw_avatar, initials
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.tokens import Theme


class SumKey(Pressable):
    """64 high: a sum at the left, what it means at the right. Chosen it is bordered in blue."""

    def __init__(self, text: str = "", note: str = "", *, key: str = "", name: str = "") -> None:
        super().__init__(text, name=name or f"sum {text}")
        self.setCheckable(True)
        self.set_key(key)
        self._note = note
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_sum(self, text: str, note: str, key: str = "") -> None:
        """Another sum."""
        self._note = note
        self.setObjectName(f"sum {text}")
        self.set_text(text)
        self.set_key(key)
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 64)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        draw_choice(painter, theme, area, chosen=self.isChecked(), down=self.isDown())
        inner = area.adjusted(17, 0, -17, 0)
        painting.figure(painter, inner, self.text(), font("button big"), theme.ink, align=painting.LEFT)
        right = inner.right() + 1
        if self.key_name():
            right -= painting.cap_width(self.key_name())
            middle = area.top() + area.height() // 2
            painting.key_cap(painter, right, middle, self.key_name(), ink=theme.ink2, border=theme.line)
            right -= 12
        place = QRect(inner.left(), inner.top(), right - inner.left(), inner.height())
        painting.words(painter, place, self._note, font("body"), theme.ink2, align=painting.RIGHT)


def draw_choice(painter: QPainter, theme: Theme, area: QRect, *, chosen: bool, down: bool) -> None:
    """The box of something that can be chosen."""
    if chosen:
        painting.box(painter, area, radius=12, fill=theme.accent_soft, border=theme.accent, width=3)
        return
    fill = theme.sunken if down else theme.surface
    painting.box(painter, area, radius=12, fill=fill, border=theme.line, width=theme.border)


class PersonCard(Pressable):
    """Somebody who can be chosen: initials, name, what they are."""

    def __init__(self, name: str, role: str, colour: str, *, height: int = 96) -> None:
        super().__init__(name, name=f"person {name}")
        self.setCheckable(True)
        self._role, self._colour, self._tall = role, colour, height
        self.setAccessibleName(f"{name}, {role}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._tall)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        draw_choice(painter, theme, area, chosen=self.isChecked(), down=self.isDown())
        size, margin = (48, 21) if self._tall > 80 else (32, 14)
        disc = QRect(margin, (area.height() - size) // 2, size, size)
        draw_avatar(painter, disc, initials(self.text()), self._colour, theme)
        left, middle = disc.right() + 16, area.height() // 2
        wide = area.width() - left - 12
        name = font("heading" if self._tall > 80 else "body strong")
        painting.words(painter, QRect(left, middle - 22, wide, 22), self.text(), name, theme.ink)
        painting.words(painter, QRect(left, middle, wide, 22), self._role, font("desk"), theme.ink2)


class ReceiptRow(Pressable):
    """64 high, in a card: number and time, who or what below, the amount and its lines at the right."""

    def __init__(self, number: str, when: str, about: str, *, amount: str, lines: str) -> None:
        super().__init__(number, name=f"receipt {number}", icon="receipt")
        self._when, self._about, self._amount, self._lines = when, about, amount, lines
        self.setProperty("ring_radius", 4)
        self.setAccessibleName(", ".join(part for part in (number, when, about, amount, lines) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, 64)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        if self.isDown():
            painter.fillRect(area, painting.see_through(theme.accent_soft, 100))
        line = area.height() - theme.border / 2
        painting.tick_line(painter, QPointF(16, line), QPointF(area.width() - 16, line), theme.line, theme.border)
        draw_icon(painter, self._icon, QPoint(20, 20), 24, theme.ink2)
        strong, small = font("line figure"), font("small")
        wide = max(painting.width_of(strong, self._amount), painting.width_of(small, self._lines))
        right = QRect(area.width() - 20 - wide, 10, wide, 24)
        painting.figure(painter, right, self._amount, strong, theme.ink)
        painting.words(painter, right.translated(0, 24), self._lines, small, theme.ink2, align=painting.RIGHT)
        room = right.left() - 16 - 60
        number = painting.width_of(font("line name"), self.text())
        painting.words(painter, QRect(60, 10, number, 24), self.text(), font("line name"), theme.ink)
        place = QRect(60 + number + 12, 10, room - number - 12, 24)
        painting.words(painter, place, self._when, font("body"), theme.ink2)
        painting.words(painter, QRect(60, 34, room, 20), self._about, small, theme.ink2)


class ChoiceRow(Pressable):
    """48 high: a picture, words, a word at the right. For held sales, verbs, receipts."""

    def __init__(self, text: str, note: str = "", *, icon: str = "", key: str = "", name: str = "") -> None:
        super().__init__(text, name=name or text, icon=icon)
        self._note = note
        self.set_key(key)
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_row(self, text: str, note: str) -> None:
        """Other words."""
        self._note = note
        self.set_text(text)
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        fill = theme.sunken if self.isDown() else theme.surface
        painting.box(painter, area, radius=10, fill=fill, border=theme.edge, width=theme.border)
        left = 22
        ink = theme.ink if self.isEnabled() else theme.ink3
        if self._icon:
            draw_icon(painter, self._icon, QPoint(left, area.center().y() - 9), 20, ink)
            left += 30
        right = area.width() - 22
        if self.key_name():
            right -= painting.cap_width(self.key_name())
            painting.key_cap(painter, right, area.height() // 2, self.key_name(), ink=ink, border=theme.edge)
            right -= 10
        note = painting.width_of(font("body"), self._note)
        painting.words(painter, QRect(right - note, 0, note, area.height()), self._note, font("body"), theme.ink2)
        place = QRect(left, 0, right - note - 12 - left, area.height())
        painting.words(painter, place, self.text(), font("button"), ink)
