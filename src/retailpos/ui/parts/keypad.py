"""The one pad of the shop: 7 8 9 on top everywhere, so that fingers learn it once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.tokens import Theme

_GAP = 8


class PadKey(Pressable):
    """One key of a pad: a digit, or a function on sunken ground."""

    def __init__(self, text: str, *, function: bool = False, icon: str = "", name: str = "") -> None:
        super().__init__(text, name=name or f"pad {text}", icon=icon)
        self._function = function
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(110, 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        plain = theme.sunken if self._function else theme.surface
        fill = (theme.line if self._function else theme.sunken) if self.isDown() else plain
        ink = theme.ink if self.isEnabled() else theme.ink3
        if theme.strong and self.isDown():
            fill, ink = theme.ink, theme.surface
        painting.box(painter, area, radius=10, fill=fill, border=theme.line, width=theme.border)
        if self._icon:
            at = QPoint(area.center().x() - 11, area.center().y() - 11)
            draw_icon(painter, self._icon, at, 24, ink)
            return
        face = font("tab" if self._function and len(self.text()) > 2 else "pad")
        painting.words(painter, area.adjusted(4, 0, -4, 0), self.text(), face, ink, align=painting.CENTRE)


class Keypad(QWidget):
    """Ten digits, a function at the left of the zero, and backspace.

    `typed` carries what was pressed: a digit, the function's own name (`00`, `clear`, `next`, `.`) or `back`.
    """

    typed = Signal(str)

    def __init__(self, function: str = "00", parent: QWidget | None = None, *, phone_order: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("keypad")
        self.setAccessibleName("Number pad")
        # Digits stay left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        self.keys: dict[str, PadKey] = {}
        rows = ("123", "456", "789") if phone_order else ("789", "456", "123")
        for row, digits in enumerate(rows):
            for column, digit in enumerate(digits):
                self._add(grid, PadKey(digit), digit, row, column)
        shown = {"clear": "Clear", "next": "Next ↵"}.get(function, function)
        plain = function in ("00", ".")
        self._add(grid, PadKey(shown, function=not plain, name=f"pad {function}"), function, 3, 0)
        self._add(grid, PadKey("0"), "0", 3, 1)
        back = PadKey("", function=True, icon="backspace", name="pad back")
        back.setAccessibleName("Take the last digit away")
        back.setToolTip("Take the last digit away")
        self._add(grid, back, "back", 3, 2)

    def _add(self, grid: QGridLayout, key: PadKey, sent: str, row: int, column: int) -> None:
        key.clicked.connect(lambda _=False: self.typed.emit(sent))
        self.keys[sent] = key
        grid.addWidget(key, row, column)
