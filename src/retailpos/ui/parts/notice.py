"""Notices over the bottom of the left pane: refusals, troubles and what was done. They never take the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.notices import NoticeWords
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.close_key import CloseKey
from retailpos.ui.parts.panes import row
from retailpos.ui.theme.look import theme as current

Kind = Literal["refusal", "trouble", "done"]

_LINES, _LINE = 2, 20
_HEIGHT = {"refusal": 64, "trouble": 56, "done": 56}
_TONE = {"refusal": "bad", "trouble": "warn", "done": "plain"}
_ICON = {"refusal": "prohibit", "trouble": "warning", "done": "check"}
_AT_LEAST_MS = 4_000
_AT_MOST_MS = 30_000
_DONE_MS = 8_000
_GAP = 8
_SHADOW = 16


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown: its words, its picture, what its button does and the key that does the same."""

    kind: Kind
    words: NoticeWords
    key: str = ""
    icon: str = ""
    pressed: Callable[[], object] | None = field(default=None, compare=False)
    button_key: str = ""


class NoticeBox(QWidget):
    """One notice. Its widget is larger than the box by the reach of the shadow."""

    def __init__(self, notice: Notice, closed: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.more = 0
        self.setObjectName(f"notice {notice.kind}")
        self.setAccessibleName(notice.words.sentence())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = row(self, margin=(_SHADOW, _SHADOW, _SHADOW, _SHADOW), gap=8)
        across.addStretch(1)
        self.button: Button | None = None
        if notice.words.button and notice.pressed is not None:
            size: Literal["touch", "slim"] = "touch" if notice.kind == "refusal" else "slim"
            self.button = Button(notice.words.button, size=size, key=notice.button_key, name="notice button")
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            pressed = notice.pressed
            self.button.clicked.connect(lambda _=False: pressed())
            across.addWidget(self.button)
        across.addSpacing(12 if notice.kind == "trouble" else 0)
        if notice.kind != "trouble":
            close = CloseKey("Close this notice")
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            close.clicked.connect(closed)
            across.addWidget(close)
            across.addSpacing(12)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT[self.notice.kind] + 2 * _SHADOW)

    def tall_at(self, width: int) -> int:
        """How high the box is at this width: on a small window its words take more lines, and are never cut."""
        more = len(self._lines(width - 50 - self._taken())) - _LINES
        return _HEIGHT[self.notice.kind] + _LINE * max(0, more)

    def _lines(self, room: int) -> list[tuple[str, bool]]:
        """Each line of its words, and whether it is bold."""
        strong, light = font("body strong"), font("body")
        bold = [(line, True) for line in painting.wrapped(self.notice.words.bold, strong, room)]
        return bold + [(line, False) for line in painting.wrapped(self._rest(), light, room)]

    def _rest(self) -> str:
        return self.notice.words.rest + (f"  and {self.more} more" if self.more else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            area = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
            ink, ground = painting.said(theme, _TONE[self.notice.kind])
            painting.shadow(painter, area, 10, theme)
            fill = ground if self.notice.kind != "done" else theme.surface
            painting.box(painter, area, radius=10, fill=fill, border=ink if theme.strong else None, width=2)
            if self.notice.kind == "done" and not theme.strong:
                painting.box(painter, area, radius=10, border=theme.line)
            icon = self.notice.icon or _ICON[self.notice.kind]
            draw_icon(painter, icon, QPoint(area.left() + 14, area.center().y() - 11), 24, ink)
            self._draw_words(painter, area.adjusted(50, 0, -self._taken(), 0))

    def _draw_words(self, painter: QPainter, place: QRect) -> None:
        theme, words, rest = current(), self.notice.words, self._rest()
        strong, light = font("body strong"), font("body")
        one_line = painting.width_of(strong, words.bold + " ") + painting.width_of(light, rest) <= place.width()
        if self.notice.kind != "refusal" and one_line:
            painting.words(painter, place, words.bold, strong, theme.ink)
            place.setLeft(place.left() + painting.width_of(strong, words.bold + " "))
            painting.words(painter, place, rest, light, theme.ink)
            return
        lines = self._lines(place.width())
        top = place.center().y() - _LINE * len(lines) // 2
        for n, (line, bold) in enumerate(lines):
            room = QRect(place.left(), top + n * _LINE, place.width(), _LINE)
            painting.words(painter, room, line, strong if bold else light, theme.ink)

    def _taken(self) -> int:
        """How much of the right end the buttons take."""
        wide = self.button.sizeHint().width() + 24 if self.button is not None else 12
        return wide + (56 if self.notice.kind != "trouble" else 0)


class NoticeStack(QObject):
    """The notices of one pane, the newest refusal nearest to the hand. At most two show; older ones become a count.

    `bottom` is how far above the pane's lower edge they stand: 8 above the action bar.
    """

    def __init__(self, pane: QWidget, *, bottom: int = 96, margin: int = 16) -> None:
        super().__init__(pane)
        self._pane = pane
        self.bottom = bottom
        self._margin = margin
        self._kept: list[Notice] = []
        self._boxes: list[NoticeBox] = []
        self._settled = False
        self._worked = False
        self._young = self._timer(_AT_LEAST_MS, self._grown)
        self._old = self._timer(_AT_MOST_MS, self._drop_refusals)
        self._done = self._timer(_DONE_MS, lambda: self._drop("done"))
        pane.installEventFilter(self)

    def refuse(
        self, words: NoticeWords, pressed: Callable[[], object] | None = None, *, key: str = "", icon: str = ""
    ) -> None:
        """Say that the shop doesn't allow it. Goes with the next thing that works, after 4 s at least, 30 s at most."""
        self._kept = [kept for kept in self._kept if kept.kind != "refusal"]
        self._kept.append(Notice("refusal", words, icon=icon, pressed=pressed, button_key=key))
        self._settled = self._worked = False
        self._young.start()
        self._old.start()
        self._show()

    def trouble(
        self,
        key: str,
        words: NoticeWords,
        pressed: Callable[[], object] | None = None,
        *,
        icon: str = "",
        passing: bool = False,
    ) -> None:
        """Say what broke, until `over(key)`. Said again under the same key it only changes its words.

        A `passing` one is about something that cannot be mended, such as a drawer that didn't open: it goes by itself.
        """
        self._kept = [kept for kept in self._kept if kept.key != key]
        place = next((n for n, kept in enumerate(self._kept) if kept.kind == "refusal"), len(self._kept))
        self._kept.insert(place, Notice("trouble", words, key=key, icon=icon, pressed=pressed))
        if passing:
            self._timer(_AT_MOST_MS, partial(self.over, key)).start()
        self._show()

    def over(self, key: str) -> None:
        """The trouble of this key is over."""
        if any(kept.key == key for kept in self._kept):
            self._kept = [kept for kept in self._kept if kept.key != key]
            self._show()

    def done(self, text: str, undo: Callable[[], object] | None = None, *, button: str = "Undo") -> None:
        """Say what was done, with the way back. Goes by itself."""
        self._kept = [kept for kept in self._kept if kept.kind != "done"]
        pressed = partial(self._undo, undo) if undo is not None else None
        words = NoticeWords(text, "", button if undo is not None else "")
        self._kept.append(Notice("done", words, pressed=pressed))
        self._done.start()
        self._show()

    def worked(self) -> None:
        """Something worked: a refusal that has stood long enough goes."""
        self._worked = True
        if self._settled:
            self._drop_refusals()

    def shown(self) -> tuple[Notice, ...]:
        """What is on the screen, from top to bottom."""
        return tuple(box.notice for box in self._boxes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _timer(self, after: int, then: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(then)
        return made

    def _undo(self, undo: Callable[[], object]) -> None:
        self._drop("done")
        undo()

    def _grown(self) -> None:
        self._settled = True
        if self._worked:
            self._drop_refusals()

    def _drop_refusals(self) -> None:
        self._drop("refusal")

    def _drop(self, kind: Kind, _checked: bool = False) -> None:
        if any(kept.kind == kind for kept in self._kept):
            self._kept = [kept for kept in self._kept if kept.kind != kind]
            self._show()

    def _show(self) -> None:
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        shown = self._kept[-2:]
        self._boxes = [NoticeBox(notice, partial(self._drop, notice.kind), self._pane) for notice in shown]
        if self._boxes:
            self._boxes[0].more = len(self._kept) - len(shown)
        self._place()
        for box in self._boxes:
            box.show()
            box.raise_()

    def _place(self) -> None:
        bottom = self._pane.height() - self.bottom
        for box in reversed(self._boxes):
            wide = self._pane.width() - 2 * self._margin
            tall = box.tall_at(wide)
            area = QRect(self._margin, bottom - tall, wide, tall)
            box.setGeometry(area.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW))
            bottom -= tall + _GAP
