"""What every own button does: press on release with some slip, long press, an action behind it, a name for everyone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.parts.verbs import key_words
from retailpos.ui.theme.look import theme
from retailpos.ui.theme.tokens import Theme

SLIP = 12
LONG_PRESS_MS = 600
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Pressable(QPushButton):
    """An own button. It takes no focus by touch, so that the window keeps it for scans and keys.

    `held` comes after a press of 600 ms, a right click or the Menu key; the press then counts as nothing else.
    """

    held = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "", icon: str = "") -> None:
        super().__init__(text, parent)
        self._key = ""
        self._icon = icon
        self._was_held = False
        self.large = False
        self.bound: QAction | None = None
        self.setObjectName(name or text)
        self.setAccessibleName(text or name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(LONG_PRESS_MS)
        self._hold.timeout.connect(self._held_long)

    def bind(self, action: QAction) -> Pressable:
        """Let this button press an action and show its words, key, picture and whether it can be pressed."""
        self.bound = action
        self.setObjectName(action.objectName())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()
        return self

    def set_key(self, key: str) -> None:
        """The key to show on the button."""
        self._key = key
        self.updateGeometry()
        self.update()

    def key_name(self) -> str:
        """The key as it is shown, empty when there is none or key names are hidden."""
        return key_words(self._key)

    def set_icon(self, icon: str) -> None:
        """The picture's name in the icon set."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_text(self, text: str) -> None:
        """New words on the button, told to a screen reader as well."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_large(self, large: bool) -> None:
        """Sizes for a big screen, or the usual ones."""
        if large != self.large:
            self.large = large
            self.updateGeometry()
            self.update()

    def drawn(self) -> QRect:
        """The part of the widget that is painted; the rest only takes presses."""
        return self.rect()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Paint the button. Every kind of button has its own."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            self.draw(painter, theme())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        slip = SLIP if self.isDown() else 0
        return self.rect().adjusted(-slip, -slip, slip, slip).contains(pos)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_held = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold.start()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        if self._was_held:
            self.setDown(False)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.held.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # With Ctrl it is a verb's key, which the page or the sheet answers.
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
            elif not event.isAutoRepeat():
                self.click()
            return
        if event.key() in _ARROWS:
            # Qt would walk on to the next button; here the group decides what an arrow means.
            event.ignore()
            return
        super().keyPressEvent(event)

    def _held_long(self) -> None:
        if self.isDown() and self.receivers("2held()"):
            self._was_held = True
            self.setDown(False)
            self.held.emit()

    def _follow(self) -> None:
        action = self.bound
        if action is None:
            return
        self.set_text(action.text())
        self.setEnabled(action.isEnabled())
        if action.isCheckable():
            self.setCheckable(True)
            self.setChecked(action.isChecked())
        self.set_icon(str(action.property("icon_name") or ""))
        self.set_key(str(action.property("key_name") or ""))
        tip = f"{action.text()}  {self.key_name()}".strip()
        self.setToolTip(tip if action.text() else "")
