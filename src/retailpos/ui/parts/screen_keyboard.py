"""The keyboard on the screen, for a register that is only touched: it opens from a field's own button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme
from retailpos.wording import _

HEIGHT = 320
_COLUMNS = 22
_MARGIN, _GAP = 12, 8
_MOST_WIDE = 1100
_NAME = "screen keyboard"
# Beside a pane of this width a key is still 48 wide; a narrower one gives the keyboard the whole window.
_LEAST_WIDE = 640

SHIFT, LETTERS, SIGNS, ACCENTS, BACK, ENTER, HIDE, BLANK = (
    "shift", "letters", "signs", "accents", "back", "enter", "hide", "blank",
)  # fmt: skip

_Row = tuple[tuple[str, int], ...]


def _plain(marks: str) -> _Row:
    return tuple((mark, 2) for mark in marks)


def _foot(first: str, second: str) -> _Row:
    return ((first, 3), (second, 3), (BLANK, 10), ("@", 2), (HIDE, 4))


FACES: dict[str, tuple[_Row, ...]] = {
    LETTERS: (
        (*_plain("1234567890"), (BACK, 2)),
        (*_plain("qwertyuiop"), ("-", 2)),
        (*_plain("asdfghjkl"), ("'", 2), (ENTER, 2)),
        ((SHIFT, 2), *_plain("zxcvbnm"), (",", 2), (".", 2), ("/", 2)),
        _foot(SIGNS, ACCENTS),
    ),
    SIGNS: (
        (*_plain("1234567890"), (BACK, 2)),
        _plain("!?&%#+=*()_"),
        (*_plain(":;\"'<>[]{"), ("}", 2), (ENTER, 2)),
        _plain("€$£¥¢°~^|\\/"),
        _foot(LETTERS, ACCENTS),
    ),
    ACCENTS: (
        (*_plain("àáâãäåæçèé"), (BACK, 2)),
        _plain("êëìíîïñòóôõ"),
        (*_plain("öøœùúûüýÿß"), (ENTER, 2)),
        ((SHIFT, 2), *_plain("čćđęłńśšžż")),
        _foot(LETTERS, SIGNS),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    """What a key that is no character shows and is called."""

    shown: str
    spoken: str
    icon: str = ""


def _words(key: str) -> _Words:
    return {
        SHIFT: _Words("", _("Capital letters"), "arrow-fat-up"),
        BACK: _Words("", _("Take the last character away"), "backspace"),
        ENTER: _Words("", _("Enter"), "arrow-elbow-down-left"),
        LETTERS: _Words("abc", _("Letters")),
        SIGNS: _Words("#+=", _("Signs")),
        ACCENTS: _Words("áñü", _("Letters with accents")),
        BLANK: _Words("", _("Blank"), ""),
        HIDE: _Words(_("Hide"), _("Hide the keyboard"), "keyboard"),
    }.get(key, _Words(key, key))


class ScreenKey(Pressable):
    """One key. It never takes the keyboard away from the field that is typed into."""

    def __init__(self, key: str) -> None:
        words = _words(key)
        super().__init__(words.shown, name=f"key {key}", icon=words.icon)
        self.sent = key
        self._function = key in (SHIFT, BACK, ENTER, LETTERS, SIGNS, ACCENTS, HIDE)
        self.setAccessibleName(words.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoRepeat(key == BACK)

    def sizeHint(self) -> QSize:
        return QSize(48, 52)

    def minimumSizeHint(self) -> QSize:
        return QSize(36, 48)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        plain = theme.sunken if self._function else theme.surface
        fill = (theme.line if self._function else theme.sunken) if self.isDown() else plain
        ink = theme.ink
        if self.isChecked() or (theme.strong and self.isDown()):
            fill, ink = theme.ink, theme.surface
        painting.box(painter, self.rect(), radius=10, fill=fill, border=theme.line, width=theme.border)
        words = self.text()
        if not self._icon:
            face = font("pad" if len(words) == 1 else "tab")
            painting.words(painter, self.rect().adjusted(2, 0, -2, 0), words, face, ink, align=painting.CENTRE)
            return
        wide = painting.width_of(font("tab"), words) + 10 if words else 0
        left = (self.width() - 24 - wide) // 2
        draw_icon(painter, self._icon, QPoint(left, self.height() // 2 - 12), 24, ink)
        place = QRect(left + 34, 0, wide, self.height())
        painting.words(painter, place, words, font("tab"), ink)


class ScreenKeyboard(QWidget):
    """Types into the field it was opened for, as a keyboard would, and goes when another part has the keyboard.

    It lies over the foot of the window and leaves the ticket at the right free; a field that lies there pushes it to
    the top. What it sends never passes for a scan, however fast the fingers.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(_NAME)
        self.setAccessibleName(_("Keyboard on the screen"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.keys: dict[str, ScreenKey] = {}
        self._field: QLineEdit | None = None
        self._capitals = False
        self.face = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._grid.setSpacing(_GAP)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        self._turn(LETTERS)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def open_for(self, field: QLineEdit) -> None:
        """Show it, and give the field the keyboard."""
        self._field = field
        self._turn(LETTERS)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # A press anywhere on the keyboard would else take the keyboard from the field.
        self.setFocusProxy(field)
        self._place()
        self.show()
        self.raise_()
        self._tell_room()

    def close_keyboard(self) -> None:
        """Put it away; the field keeps the keyboard."""
        if self.isHidden():
            return
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes the proxy away so
        self._field = None
        self.hide()
        self._tell_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground))
            line = self.height() - 0.5 if self.y() == 0 else 0.5
            painting.tick_line(painter, QPointF(0, line), QPointF(self.width(), line), theme.edge, theme.border)

    def _turn(self, face: str) -> None:
        if face == self.face:
            self._show_capitals(False)
            return
        self.face = face
        for key in self.keys.values():
            self._grid.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = {}
        for down, keys in enumerate(FACES[face]):
            across = 0
            for sent, wide in keys:
                key = self.keys[sent] = ScreenKey(sent)
                key.clicked.connect(lambda _=False, sent=sent: self._pressed(sent))
                self._grid.addWidget(key, down, across, 1, wide)
                key.show()
                across += wide
        self._show_capitals(False)

    def _show_capitals(self, capitals: bool) -> None:
        self._capitals = capitals
        for key in self.keys.values():
            if len(key.sent) == 1:
                key.set_text(key.sent.upper() if capitals and key.sent != "ß" else key.sent)
        if SHIFT in self.keys:
            self.keys[SHIFT].setCheckable(True)
            self.keys[SHIFT].setChecked(capitals)

    def _pressed(self, sent: str) -> None:
        if sent == SHIFT:
            self._show_capitals(not self._capitals)
        elif sent == HIDE:
            self.close_keyboard()
        elif sent in FACES:
            self._turn(sent)
        elif sent == BACK:
            self._send(Qt.Key.Key_Backspace, "")
        elif sent == ENTER:
            self._send(Qt.Key.Key_Return, "\r")
        elif sent == BLANK:
            self._send(Qt.Key.Key_Space, " ")
        else:
            text = self.keys[sent].text()
            self._show_capitals(False)
            self._send(Qt.Key.Key_unknown, text)

    def _send(self, key: Qt.Key, text: str) -> None:
        field = self._field
        if field is None or not isValid(field):
            self.close_keyboard()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and new is not None and new is not self._field:
            self.close_keyboard()

    def _place(self) -> None:
        """At the foot, else at the top; beside the ticket where that leaves the keys their width."""
        window, field = self.parentWidget(), self._field
        if window is None or field is None or not isValid(field):
            return
        wide = window.width()
        beside = getattr(window, "keyboard_width", lambda _field: wide)(field)
        if beside < _LEAST_WIDE:
            beside = wide
        inside = max(0, (beside - _MOST_WIDE) // 2)
        self._grid.setContentsMargins(_MARGIN + inside, _MARGIN, _MARGIN + inside, _MARGIN)
        covered = not movable(field) and field.mapTo(window, field.rect().bottomLeft()).y() > window.height() - HEIGHT
        self.setGeometry(0, 0 if covered else window.height() - HEIGHT, beside, HEIGHT)

    def _tell_room(self) -> None:
        """Sheets and lists make room for it."""
        window = self.parentWidget()
        for part in window.findChildren(QWidget) if window is not None else ():
            make_room = getattr(part, "leave_free", None)
            if make_room is not None:
                make_room(HEIGHT if self.isVisible() else 0)


def movable(field: QWidget) -> bool:
    """Whether a field stands in a sheet, which makes room by itself."""
    above: QWidget | None = field
    while above is not None:
        if hasattr(above, "leave_free"):
            return True
        above = above.parentWidget()
    return False


def keyboard_of(window: QWidget) -> ScreenKeyboard:
    """The one keyboard of a window, made when it is first asked for."""
    found = window.findChild(ScreenKeyboard, _NAME)
    return found if isinstance(found, ScreenKeyboard) else ScreenKeyboard(window)


class KeyboardKey(Pressable):
    """The button inside a field that opens the keyboard on the screen, and puts it away again."""

    def __init__(self, field: QLineEdit, *, side: int = 48, name: str = "") -> None:
        super().__init__("", field, name=name or f"keyboard of {field.objectName()}", icon="keyboard")
        self._field, self._side = field, side
        self.setAccessibleName(_("Keyboard on the screen"))
        self.setToolTip(_("Keyboard on the screen"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._toggle)
        field.installEventFilter(self)
        self._stay()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        if self.isDown():
            painting.box(painter, self.rect().adjusted(4, 5, -4, -5), radius=8, fill=theme.sunken)
        at = QPoint((self.width() - 24) // 2, (self.height() - 24) // 2)
        draw_icon(painter, self._icon, at, 24, theme.ink2 if self.isEnabled() else theme.ink3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._field:
            self._stay()
        return False

    def _stay(self) -> None:
        height = self._field.height()
        self.setGeometry(self._field.width() - self._side, max(0, (height - self._side) // 2), self._side, self._side)

    def _toggle(self) -> None:
        keyboard = keyboard_of(self.window())
        if keyboard.isVisible() and keyboard.focusProxy() is self._field:
            keyboard.close_keyboard()
        else:
            keyboard.open_for(self._field)
