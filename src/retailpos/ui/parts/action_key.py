"""The keys of the action bar: a picture over a word, the key's name in the corner."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.verbs import short_key
from retailpos.ui.theme.look import theme
from retailpos.ui.theme.tokens import Theme

_ICON = 24
_GAP = 8
_STEPPER = 152
_LEAST = 72


class ActionKey(Pressable):
    """72 high, at least 80 wide. Checked, it is the chosen kind of payment. Off, it is only a word in ink3."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent, name=name, icon=icon)
        self.set_key(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, 80 if self.large else 72)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        ink = theme.ink if self.isEnabled() else theme.ink3
        self._draw_box(painter, theme, area)
        top = area.top() + (area.height() - 72) // 2
        draw_icon(painter, self._icon, QPoint(area.center().x() - _ICON // 2 + 1, top + 14), _ICON, ink)
        face = font("small strong" if not self.isCheckable() else "button slim", large=self.large)
        line = QRect(area.left() + 4, top + 40, area.width() - 8, 21)
        painting.words(painter, line, self.text(), face, ink, align=painting.CENTRE)
        corner = area.adjusted(0, 4, -6, 0)
        corner.setHeight(18)
        painting.words(painter, corner, short_key(self._key), font("key light"), theme.ink3, align=painting.RIGHT)

    def _draw_box(self, painter: QPainter, theme: Theme, area: QRect) -> None:
        if self.isChecked():
            painting.box(painter, area, radius=10, fill=theme.accent_soft, border=theme.accent, width=3)
        elif not self.isEnabled():
            painting.box(painter, area, radius=10, border=theme.line, width=theme.border, dashed=theme.strong)
        else:
            fill = theme.sunken if self.isDown() else theme.surface
            painting.box(painter, area, radius=10, fill=fill, border=theme.line, width=theme.border)
            if self.isDown() and theme.strong:
                painting.box(painter, area.adjusted(3, 3, -3, -3), radius=7, border=theme.edge, width=2)


class ActionBar(QWidget):
    """The stepper, keys for the chosen line, keys for the sale. Short of room, only the last, *More*, must stay.

    It places its keys by itself: which of them show depends on the width, and a layout asked about that inside its own
    answer goes round in circles.
    """

    def __init__(self, stepper: QWidget, line: tuple[ActionKey, ...], sale: tuple[ActionKey, ...]) -> None:
        super().__init__()
        self.setObjectName("action bar")
        self._stepper = stepper
        self._line, self._sale = line, sale
        self._divider = Divider()
        for part in (stepper, *line, self._divider, *sale):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_large(self, large: bool) -> None:
        """80 high on a big screen."""
        self._stepper.setFixedHeight(80 if large else 72)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(_STEPPER + 7 * (80 + _GAP), self._stepper.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self._stepper.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        keys = (*self._line, *self._sale)
        room = (self.width() - _STEPPER - _GAP - 1) // (_LEAST + _GAP)
        shown = keys if room >= len(keys) else (*keys[: max(0, room - 1)], keys[-1])
        self._divider.setVisible(room >= len(keys))
        split = _GAP + 1 if room >= len(keys) else 0
        wide = (self.width() - _STEPPER - split - _GAP * len(shown)) / len(shown)
        tall = self._stepper.height()
        self._stepper.setGeometry(0, 0, _STEPPER, tall)
        left = float(_STEPPER + _GAP)
        for key in keys:
            key.setVisible(key in shown)
            if key not in shown:
                continue
            if split and key is self._sale[0]:
                self._divider.setGeometry(round(left), 0, 1, tall)
                left += split
            key.setGeometry(round(left), 0, round(left + wide) - round(left), tall)
            left += wide + _GAP


class Divider(QWidget):
    """A short line between two kinds of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect().adjusted(0, 8, 0, -8), QColor(theme().line))
