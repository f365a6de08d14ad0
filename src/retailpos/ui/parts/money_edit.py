"""Amounts as they are typed at a till: digits come in from the right, the point stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.core.money import MOST_CENTS, Money, shown
from retailpos.ui.fonts import sized
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current

_TOO_FAST_MS = 120


class MoneyEdit(QWidget):
    """An amount from 0.00 to 99,999,999.99. `changed` carries cents; `entered` is Enter, `escaped` is Esc.

    The first digit after `set_cents` begins anew. An Enter that follows another key by less than 120 ms takes nothing:
    that is a scanner whose code was too short, not a person.
    """

    changed = Signal(object)
    entered = Signal()
    escaped = Signal()

    def __init__(self, *, decimals: int = 2, most: int = MOST_CENTS, name: str = "amount") -> None:
        super().__init__()
        self._cents = 0
        self._fresh = True
        self._decimals = decimals
        self._most = most
        self._last_key = 0
        self.setObjectName(name)
        self.setProperty("ring_radius", 10)
        self.setProperty("always_ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_cents(0)

    def cents(self) -> int:
        """The amount."""
        return self._cents

    def set_cents(self, cents: int) -> None:
        """Show an amount as proposed: the next digit replaces it. Nothing is told."""
        self._cents = min(max(0, cents), self._most)
        self._fresh = True
        self._show()

    def type(self, key: str) -> None:
        """A key of the pad: a digit, `00`, `back` or `clear`. Digits that would not fit are left out."""
        before = 0 if self._fresh else self._cents
        if key == "back":
            after = self._cents // 10
        elif key == "clear":
            after = 0
        elif key.isascii() and key.isdigit():
            after = before * 10 ** len(key) + int(key)
        else:
            return
        if after > self._most:
            return
        self._fresh = False
        if after != self._cents:
            self._cents = after
            self._show()
            self.changed.emit(after)

    def text(self) -> str:
        """The amount as it is shown."""
        return shown(Money(self._cents), self._decimals)

    def sizeHint(self) -> QSize:
        return QSize(348, 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, stamp = event.key(), int(event.timestamp())
        apart = stamp - self._last_key if stamp and self._last_key else _TOO_FAST_MS
        self._last_key = stamp
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if apart >= _TOO_FAST_MS and not event.isAutoRepeat():
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Backspace:
            self.type("back")
        elif event.text().isascii() and event.text().isdigit():
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(painter, self.rect(), radius=10, fill=theme.surface, border=theme.edge, width=theme.border)
            px = next((px for px in (34, 28, 24, 20) if self._wide(px) <= self.width() - 48), 18)
            ink = theme.ink if self.isEnabled() else theme.ink3
            painting.figure(painter, self.rect().adjusted(16, 0, -22, 0), self.text(), sized("amount", px), ink)
            if self.hasFocus():
                middle, right = self.height() / 2, self.width() - 14.0
                top, bottom = QPointF(right, middle - 18), QPointF(right, middle + 18)
                painting.tick_line(painter, top, bottom, theme.accent, 2)

    def _wide(self, px: int) -> int:
        return painting.width_of(sized("amount", px), self.text())

    def _show(self) -> None:
        self.setAccessibleName(f"Amount {self.text()}")
        self.update()
