"""The window: a bar on top or a rail at the left, pages between, the status strip at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from retailpos.ui.focus import FocusRing
from retailpos.ui.parts.panes import TwoPanes, column, row
from retailpos.ui.parts.rail import Rail
from retailpos.ui.parts.status import STRIP, StatusStrip
from retailpos.ui.top_bar import TopBar

Frame = Literal["register", "desk", "plain"]

SMALLEST = (1024, 700)
_NARROW_BELOW = 1200
_PICTURES_ONLY_BELOW = 1100
_LARGE_FROM = (1600, 900)


@dataclass(frozen=True, slots=True)
class Shape:
    """What the size of the window means for its parts."""

    large: bool = False
    narrow: bool = False
    tiny: bool = False


class Shell(QWidget):
    """The main window's frame. It takes plain values and tells what was pressed; it knows nothing of the shop.

    `typed` carries letters and digits that were typed while no field had the keyboard. `shaped` comes when the window
    becomes large, narrow or usual; parts with `set_large` or `set_shape` are told without asking.
    """

    typed = Signal(str)
    shaped = Signal(object)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.rail = Rail()
        self.top = TopBar()
        self.pages = QStackedWidget()
        self.strip = StatusStrip(self)
        self.shape = Shape()
        self._frames: dict[str, tuple[QWidget, Frame]] = {}
        self._shown = ""
        self._beside = column()
        self._beside.addWidget(self.top)
        self._beside.addWidget(self.pages, 1)
        across = row(self)
        across.addWidget(self.rail)
        across.addLayout(self._beside, 1)
        self.ring = FocusRing(self)
        self._wear("plain")

    def add_page(self, key: str, page: QWidget, frame: Frame) -> None:
        """A page under a key: `register` has the bar and the strip, `desk` the rail, `plain` only the strip."""
        self._frames[key] = (page, frame)
        self.pages.addWidget(page)
        self._tell(page)

    def show_page(self, key: str) -> None:
        """Show the page of this key in its frame."""
        page, frame = self._frames[key]
        self._shown = key
        self._wear(frame)
        self.pages.setCurrentWidget(page)
        self.no_focus()

    @property
    def shown(self) -> str:
        """The key of the page that is shown."""
        return self._shown

    def no_focus(self) -> None:
        """Give the keyboard back to the window, where selling needs no field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyboard_width(self, field: QWidget) -> int:
        """How wide the keyboard on the screen may be for a field: a search leaves the ticket free."""
        page = self.pages.currentWidget() if self.top.isAncestorOf(field) else None
        panes = page.findChild(TwoPanes) if page is not None else None
        return panes.left.width() if isinstance(panes, TwoPanes) else self.width()

    def tell_parts(self) -> None:
        """Tell every part the size of the window again, for parts that came later."""
        self._tell(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = event.text()
        if text and text.isprintable() and not text.isspace() and held == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide, tall = self.width(), self.height()
        shape = Shape(
            large=wide >= _LARGE_FROM[0] and tall >= _LARGE_FROM[1],
            narrow=wide < _NARROW_BELOW,
            tiny=wide < _PICTURES_ONLY_BELOW,
        )
        self.strip.setGeometry(0, tall - self.strip.height(), wide, self.strip.height())
        self.strip.raise_()
        if shape != self.shape:
            self.shape = shape
            self._tell(self)
            self.shaped.emit(shape)
        super().resizeEvent(event)

    def closeEvent(self, event: QEvent) -> None:
        self.closing.emit()
        event.accept()

    def _wear(self, frame: Frame) -> None:
        self.rail.setVisible(frame == "desk")
        self.top.setVisible(frame == "register")
        self.strip.setVisible(frame != "desk")
        self._beside.setContentsMargins(0, 0, 0, 0 if frame == "desk" else STRIP)

    def _tell(self, root: QWidget) -> None:
        for part in (root, *root.findChildren(QWidget)):
            if part is not self and hasattr(part, "set_large"):
                part.set_large(self.shape.large)
            if part is not self and hasattr(part, "set_shape"):
                part.set_shape(large=self.shape.large, narrow=self.shape.narrow)
        self.rail.set_narrow(self.shape.tiny)
