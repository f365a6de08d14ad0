"""The focus ring: one overlay per window, drawn round whatever has the keyboard, shown once the keyboard was used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current

_AWAY = 2
_WIDE = 3
_ROOM = _AWAY + _WIDE
_MOVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)

_PLACING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide)


class FocusRing(QWidget):
    """3 px wide, 2 px away. Fields show it always; other parts only after a keyboard action. Rows draw their own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._by_keys = False
        self._round: QWidget | None = None
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
            app.installEventFilter(self)

    def around(self) -> QWidget | None:
        """The widget the ring is drawn round, if it is shown."""
        return self._round if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            if self._by_keys:
                self._by_keys = False
                self._follow()
        elif kind == QEvent.Type.KeyPress and watched.isWidgetType():
            if getattr(event, "key", lambda: None)() in _MOVING and not self._by_keys:
                self._by_keys = True
                self._follow()
        elif kind in _PLACING and self._carries(watched):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.start(painter)
            radius = float(self._radius()) + _AWAY + _WIDE
            painting.box(painter, self.rect(), radius=radius, border=current().focus, width=_WIDE)

    def _carries(self, watched: QObject) -> bool:
        """Whether what moved is the part itself, the window, or something between them, such as a sheet's card."""
        if watched in (self._round, self.parent()):
            return True
        return self._round is not None and isinstance(watched, QWidget) and watched.isAncestorOf(self._round)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._round = new
        self._follow()

    def _follow(self) -> None:
        part, window = self._round, self._window
        if part is None or part is window or not window.isAncestorOf(part) or not part.isVisible():
            self.hide()
            return
        field = isinstance(part, (QLineEdit, QPlainTextEdit)) or bool(part.property("always_ring"))
        if part.property("own_ring") or not (self._by_keys or field):
            self.hide()
            return
        drawn = part.drawn() if isinstance(part, Pressable) else part.rect()
        inset = int(part.property("ring_inset") or 0)
        corner = part.mapTo(window, QPoint(drawn.left(), drawn.top() + inset))
        area = QRect(corner, drawn.size()).adjusted(0, 0, 0, -2 * inset)
        self.setGeometry(area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.show()
        self.raise_()
        self.update()

    def _radius(self) -> int:
        chosen = self._round.property("ring_radius") if self._round is not None else None
        return int(chosen) if chosen is not None else 10
