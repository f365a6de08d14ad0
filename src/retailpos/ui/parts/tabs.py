"""Pills: the pages of picture keys, or one choice out of a few."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.tokens import Theme

MOST_PILLS = 8
_PADDING = 17
_GAP = 8


class Pill(Pressable):
    """48 high. Chosen it is ink with ground text, so it can be told without colour."""

    def __init__(self, text: str, *, bordered: bool = False, name: str = "") -> None:
        super().__init__(text, name=name or f"pill {text}")
        self.setCheckable(True)
        self._bordered = bordered
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(48, painting.width_of(self._face(), self.text()) + 2 * _PADDING), 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        chosen = self.isChecked()
        ink = theme.ink2 if not self._bordered else theme.ink
        fill, border = (theme.surface, theme.edge) if self._bordered or theme.strong else (None, None)
        if self.isDown():
            fill = theme.sunken
        if chosen:
            fill, ink = (theme.accent, theme.on_accent) if theme.strong else (theme.ink, theme.ground)
        painting.box(painter, self.rect(), radius=24, fill=fill, border=border, width=theme.border)
        painting.words(
            painter, self.rect().adjusted(8, 0, -8, 0), self.text(), self._face(), ink, align=painting.CENTRE
        )

    def _face(self) -> QFont:
        return font("body strong" if self.isChecked() and not self._bordered else "tab")


class TabPills(QWidget):
    """One of several is chosen; more than eight go behind *More*. `chosen` carries the number of the pill."""

    chosen = Signal(int)
    held = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, bordered: bool = False, name: str = "pages of keys") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(name.capitalize())
        self._bordered = bordered
        self._names: tuple[str, ...] = ()
        self._at = 0
        self._room = 0
        self.pills: list[Pill] = []
        self._row = row(self, gap=_GAP)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_names(self, names: tuple[str, ...], chosen: int = 0) -> None:
        """Show these pills with one of them chosen; -1 chooses none."""
        if names != self._names:
            self._names = names
            self._rebuild()
        self._at = chosen
        for number, pill in enumerate(self.pills):
            last = number == self._room
            pill.setChecked(number == chosen or (last and chosen >= number))
            pill.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        at = next((n for n, pill in enumerate(self.pills) if pill.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self.pills):
            super().keyPressEvent(event)
            return
        self.pills[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._names and self._fitting() != self._room:
            self._rebuild()
            self.set_names(self._names, self._at)

    def sizeHint(self) -> QSize:
        return QSize(200, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    def _fitting(self) -> int:
        """How many names can be shown at this width; the last place is kept for *More* when some cannot."""
        left = self.width()
        for count, name in enumerate(self._names):
            left -= painting.width_of(font("body strong"), name) + 2 * _PADDING + _GAP
            if left < -_GAP or count == MOST_PILLS:
                return self._before_more(count)
        return len(self._names)

    def _before_more(self, count: int) -> int:
        more = painting.width_of(font("body strong"), "More") + 2 * _PADDING + _GAP
        taken = [painting.width_of(font("body strong"), name) + 2 * _PADDING + _GAP for name in self._names[:count]]
        while taken and sum(taken) + more > self.width() + _GAP:
            taken.pop()
        return max(1, min(len(taken), MOST_PILLS - 1))

    def _rebuild(self) -> None:
        for pill in self.pills:
            pill.hide()
            self._row.removeWidget(pill)
            pill.deleteLater()
        self._room = self._fitting()
        many = self._room < len(self._names)
        shown = self._names[: self._room]
        self.pills = [Pill(name, bordered=self._bordered) for name in shown]
        for number, pill in enumerate(self.pills):
            pill.clicked.connect(lambda _=False, number=number: self._pressed(number))
            pill.held.connect(lambda number=number: self.held.emit(number))
        if many:
            more = Pill("More", bordered=self._bordered)
            more.clicked.connect(self._more)
            self.pills.append(more)
        for number, pill in enumerate(self.pills):
            self._row.insertWidget(number, pill)

    def _pressed(self, number: int) -> None:
        self.set_names(self._names, number)
        self.chosen.emit(number)

    def _more(self) -> None:
        self.set_names(self._names, self._at)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in range(self._room, len(self._names)):
            menu.addAction(self._names[number]).triggered.connect(lambda _=False, number=number: self._pressed(number))
        menu.popup(self.pills[-1].mapToGlobal(self.pills[-1].rect().bottomLeft()))
