"""Scans of a keyboard scanner, told apart from typing before any widget sees a key."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from retailpos.ui.scan_run import Judgement, ScanRun, ScanTiming, Stroke, Verdict
from retailpos.ui.verb_keys import press_verb

_MODIFIER_KEYS = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
)
_ENDS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))
_EDITING = frozenset((Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backtab))
_ENDING_CHARACTERS = ("\r", "\n", "\t")
_LETTER_FIRST, _LETTER_LAST = 0x40, 0x5F


@dataclass(frozen=True, slots=True)
class _Held:
    """A key that waits for the decision: a copy of its event and the widget that had the keyboard."""

    event: QKeyEvent
    target: QObject | None


def milliseconds() -> int:
    """The computer's monotonic clock, used only for keys that carry no time of their own."""
    return time.monotonic_ns() // 1_000_000


class ScanFilter(QObject):
    """Installed on the application, before all widgets; judges keys where they enter a window.

    `scanned` carries the code, control characters such as GS included, without prefix and terminator. No character of a
    scan reaches a widget, a shortcut or a button, nor does its Enter. Keys that turn out to be typing are delivered in
    their order to the widget that had the keyboard; shortcuts among them work.
    """

    scanned = Signal(str)

    def __init__(self, app: QApplication, timing: ScanTiming, now: Callable[[], int] = milliseconds) -> None:
        super().__init__(app)
        self._app = app
        self._now = now
        self._run = ScanRun(timing)
        self._held: list[_Held] = []
        self._swallowed: set[int] = set()
        self._delivering = False
        self.last_gaps: tuple[int, ...] = ()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._quiet)
        # A late timer may come before keys that are already on their way: let those in first.
        self._sure = QTimer(self)
        self._sure.setSingleShot(True)
        self._sure.setInterval(0)
        self._sure.timeout.connect(self.flush)
        app.installEventFilter(self)

    def set_timing(self, timing: ScanTiming) -> None:
        """Another scanner, or newly learnt times."""
        self.flush()
        self._run = ScanRun(timing)

    @property
    def timing(self) -> ScanTiming:
        """The times in force."""
        return self._run.timing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._delivering or kind not in _KEY_KINDS or not watched.isWindowType() or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._released(event)
        if Qt.Key(event.key()) in _MODIFIER_KEYS:
            return False
        # Twice the same digit within a millisecond is told as a repeat by some platforms.
        if event.isAutoRepeat() and not self._run.too_soon_to_repeat(self._stroke(event)):
            return self._repeated(event)
        if kind == QEvent.Type.ShortcutOverride:
            return self._before_shortcuts(event)
        return self._pressed(event)

    def flush(self) -> None:
        """The held keys are typing: deliver them now, in order."""
        held, self._held = self._held, []
        self._run.drop()
        self._silence.stop()
        self._sure.stop()
        at_first = self._app.focusWidget()
        for key in held:
            target = key.target
            if self._app.focusWidget() is not at_first or target is None or not isValid(target):
                # The keys themselves moved the keyboard, as the first letter of a search does.
                target = _has_keyboard()
            self._deliver(target, key.event)

    def _before_shortcuts(self, event: QKeyEvent) -> bool:
        """Keep a key from the shortcuts if it is, or may be, part of a scan; it comes again as a press."""
        stroke = self._stroke(event)
        trial = ScanRun(self._run.timing)
        if self._run.waiting or trial.judge(stroke).verdict is not Verdict.LET_THROUGH:
            event.accept()
            return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        judgement = self._run.judge(self._stroke(event))
        if judgement.flush:
            self._flush_before(judgement, event)
        if judgement.verdict is Verdict.LET_THROUGH:
            if judgement.flush:
                # It was kept from the shortcuts a moment ago, so it is delivered as the others are.
                self._deliver(_has_keyboard(), event)
                return True
            return False
        if judgement.verdict is Verdict.HOLD:
            self._held.append(_Held(_copy(event), _has_keyboard()))
            # It was on its way when a late timer told of silence: the run goes on.
            self._sure.stop()
            self._silence.start(self._run.wait())
            return True
        if judgement.verdict is Verdict.SWALLOW:
            self._swallowed.add(event.key())
            return True
        self._take(judgement.code, event)
        return True

    def _flush_before(self, judgement: Judgement, event: QKeyEvent) -> None:
        """Deliver what was held; the run has begun anew if this key may start one."""
        self.flush()
        if judgement.verdict is Verdict.HOLD:
            self._run.judge(self._stroke(event))

    def _take(self, code: str, end: QKeyEvent) -> None:
        self._silence.stop()
        self._sure.stop()
        self.last_gaps = self._run.gaps()
        down = {held.event.key(): held.event.type() == QEvent.Type.KeyPress for held in self._held}
        self._swallowed.update(key for key, still in down.items() if still)
        self._swallowed.add(end.key())
        self._held.clear()
        self._run.drop()
        self.scanned.emit(code)

    def _released(self, event: QKeyEvent) -> bool:
        key = event.key()
        if any(held.event.type() == QEvent.Type.KeyPress and held.event.key() == key for held in self._held):
            self._held.append(_Held(_copy(event), _has_keyboard()))
            return True
        if key in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(key)
            return True
        return False

    def _repeated(self, event: QKeyEvent) -> bool:
        """A key kept down is never part of a scan."""
        if event.key() in self._swallowed:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self._held:
            self.flush()
        return False

    def _quiet(self) -> None:
        if self._held:
            self._sure.start()

    def _stroke(self, event: QKeyEvent) -> Stroke:
        key = Qt.Key(event.key())
        name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        char = _character(event)
        ends = key in _ENDS or char in _ENDING_CHARACTERS
        return Stroke("" if ends else char, ends, name, int(event.timestamp()), self._now())

    def _deliver(self, target: QObject | None, event: QKeyEvent) -> None:
        if target is None:
            return
        self._delivering = True
        try:
            self._send(target, event)
        finally:
            self._delivering = False

    def _send(self, target: QObject, event: QKeyEvent) -> None:
        if event.type() == QEvent.Type.KeyPress:
            override = QKeyEvent(
                QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
            )
            override.ignore()
            QApplication.sendEvent(target, override)
            if not override.isAccepted() and _trigger(event):
                return
        QApplication.sendEvent(target, event)


_KEY_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def _has_keyboard() -> QObject | None:
    """The widget that has the keyboard, or the window itself."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inside: QObject | None = popup.focusWidget()
        return popup if inside is None else inside
    for candidate in (QApplication.focusWidget(), QApplication.activeWindow()):
        if candidate is not None:
            return candidate
    return QGuiApplication.focusWindow()


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The event again, to be delivered later: Qt's own is gone once the filter returns."""
    again = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    again.setTimestamp(event.timestamp())
    return again


def _character(event: QKeyEvent) -> str:
    """The character a key stands for, control characters included; empty for keys that stand for none."""
    key, text = event.key(), event.text()
    if Qt.Key(key) in _ENDS or Qt.Key(key) in _EDITING or event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return ""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        # Some platforms send Ctrl ] without its text, some with the plain letter: both mean the control character.
        return chr(key & 0x1F) if _LETTER_FIRST <= key <= _LETTER_LAST else ""
    return text


def _trigger(event: QKeyEvent) -> bool:
    window = QApplication.activeWindow()
    return window is not None and press_verb(event, window)
