"""Sheets: a scrim over the window and a card in its middle. No window of their own, so scans and notices go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.ui.verb_keys import press_verb

NARROW, MIDDLE, WIDE = 480, 760, 960
_EDGE = 24
_EDGE_BESIDE = 8


class Sheet(QWidget):
    """480, 760 or 960 wide, as high as its content. `closed` comes however it is closed.

    Esc closes it. The keyboard stays inside and goes back to where it was. Keys of the page below do nothing meanwhile:
    only verbs that the sheet itself owns. A second sheet takes the place of the first.
    """

    closed = Signal()

    def __init__(self, window: QWidget, *, width: int = MIDDLE, name: str = "sheet", padding: int = 28) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._free = 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_ring", True)
        self.card = _SheetCard(self, width)
        self.content = column(self.card, margin=(padding, padding, padding, padding), gap=16)
        self.hide()
        window.installEventFilter(self)

    def set_head(self, title: str, second: str = "") -> None:
        """A title of 24 and a sentence below it, at the top of the content."""
        self.setAccessibleName(title)
        head = column(gap=2)
        head.addWidget(Words(title, "title", name="sheet title"))
        if second:
            head.addWidget(Words(second, "body", tone="ink2", wrap=True))
        self.content.insertLayout(0, head)

    def add_buttons(self, step: Button, *beside: Button, cancel: str = "Cancel") -> Button:
        """The foot: *Cancel* at the left, the step at the right. Returns the cancel button."""
        back = Button(cancel, "secondary", key="Escape", name="cancel")
        back.clicked.connect(self.close_sheet)
        foot = row(gap=12)
        foot.addWidget(back)
        foot.addStretch(1)
        for button in (*beside, step):
            foot.addWidget(button)
        self.content.addLayout(foot)
        return back

    def open(self, focus: QWidget | None = None) -> None:
        """Show the sheet over the window, with the keyboard on a field or on the sheet itself."""
        for other in self._window.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not self and other.isVisible():
                other.close_sheet()
        self._before = self._window.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Close it and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        before = self._before
        target = before if before is not None and isValid(before) and before.isVisible() else self._window
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = [
            part
            for part in _in_tab_order(self)
            if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return True
        now = self._window.focusWidget()
        at = stops.index(now) if now in stops else (-1 if forward else 0)
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The page below keeps its shortcuts to itself while the sheet is open.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        press_verb(event, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.scrim))
            painting.start(painter)
            painting.shadow(painter, self.card.geometry(), 16, theme)

    def leave_free(self, height: int) -> None:
        """Leave so much at the foot to the keyboard on the screen."""
        self._free = height
        if self.isVisible():
            self._place()

    def room(self) -> int:
        """How high the card may be."""
        return self._window.height() - self._free - 2 * (_EDGE_BESIDE if self._free else _EDGE)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        wide = min(self.card.wide, self.width() - 2 * _EDGE)
        self.card.setFixedWidth(wide)
        layout = self.card.layout()
        needed = layout.heightForWidth(wide) if layout and layout.hasHeightForWidth() else -1
        tall = max(self.card.sizeHint().height(), needed)
        tall = min(tall, self.room())
        top = (self.height() - self._free - tall) // 2
        self.card.setGeometry((self.width() - wide) // 2, top, wide, tall)


class _SheetCard(QFrame):
    """The card in the middle, clipped to its corners, so that a sunken side keeps inside."""

    def __init__(self, sheet: Sheet, width: int) -> None:
        super().__init__(sheet)
        self.wide = width
        self.side: QWidget | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(painter, self.rect(), radius=16, fill=theme.surface)
            if self.side is not None:
                at = self.side.geometry()
                painter.setClipPath(painting.rounded(self.rect(), 16))
                painter.fillRect(at, QColor(theme.ground))
                painter.fillRect(QRect(at.left(), at.top(), theme.border, at.height()), QColor(theme.line))
                painter.setClipping(False)
            border = theme.line if theme.strong or theme.name == "dark" else None
            painting.box(painter, self.rect(), radius=16, border=border, width=theme.border)


def _in_tab_order(root: QWidget) -> list[QWidget]:
    """The widgets inside `root` in the order Tab goes through them."""
    found: list[QWidget] = []
    at: QWidget | None = root.nextInFocusChain()
    while at is not None and at is not root:
        if root.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found
