"""Scans in a window: no character of a code reaches a field, a shortcut or a button; typing does, in its order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from retailpos.ui.scan_run import ScanTiming
from retailpos.ui.scans import ScanFilter

CODE = "4006381333931"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Counter(QWidget):
    """A window with everything a scan must not touch: a field, a focused button, shortcuts on letters and control."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.button = QPushButton("Pay", self)
        self.pressed = 0
        self.did: list[str] = []
        self.button.clicked.connect(self._count)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        for name, key in (("close the day", "Ctrl+D"), ("undo", "Ctrl+Z"), ("send", "Ctrl+]"), ("pay", "F12")):
            action = QAction(name, self)
            action.setShortcut(key)
            action.triggered.connect(lambda _=False, name=name: self.did.append(name))
            self.addAction(action)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    window = Counter()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    return window


@pytest.fixture
def scans(qapp: QApplication) -> Iterator[tuple[ScanFilter, list[str]]]:
    seen: list[str] = []
    judge = ScanFilter(qapp, ScanTiming())
    judge.scanned.connect(seen.append)
    yield judge, seen
    judge.flush()
    qapp.removeEventFilter(judge)
    judge.deleteLater()


def burst(window: QWidget, text: str, *, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Keys as a scanner sends them: all at once, Enter last. A control character comes with Ctrl held."""
    handle = window.windowHandle()
    for char in text:
        if char < " ":
            QTest.keyClick(handle, Qt.Key(ord(char) + 0x40), CONTROL)
        else:
            QTest.keyClick(handle, char)
    QTest.keyClick(handle, end)


Scans = tuple[ScanFilter, list[str]]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scan_goes_to_the_register_and_to_nobody_else(counter: Counter, scans: Scans, end: Qt.Key) -> None:
    burst(counter, CODE, end=end)
    assert scans[1] == [CODE]
    QTest.qWait(120)
    assert counter.field.text() == ""
    assert counter.field.hasFocus(), "not even its Tab moves the keyboard"


def test_a_space_in_a_code_presses_no_button(counter: Counter, scans: Scans) -> None:
    counter.button.setFocus()
    burst(counter, "ABC 123 X")
    QTest.qWait(120)
    assert scans[1] == ["ABC 123 X"]
    assert counter.pressed == 0


@pytest.mark.parametrize("code", ["\x04\x1a4006", "0104006381333931\x1d10AB", "4006\x043931", "\x1dABCD"])
def test_control_characters_in_a_code_start_nothing(counter: Counter, scans: Scans, code: str) -> None:
    burst(counter, code)
    QTest.qWait(120)
    assert scans[1] == [code]
    assert counter.did == []
    assert counter.field.text() == ""


def test_typing_arrives_whole_and_in_order(counter: Counter, scans: Scans, qtbot: QtBot) -> None:
    for char in "mug":
        QTest.keyClick(counter.windowHandle(), char)
        QTest.qWait(50)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Left)
    QTest.keyClick(counter.windowHandle(), "a")
    qtbot.waitUntil(lambda: counter.field.text() == "muag", timeout=500)
    assert scans[1] == []


def test_a_fast_pair_of_keys_and_enter_stay_typing(counter: Counter, scans: Scans) -> None:
    heard: list[str] = []
    counter.field.returnPressed.connect(lambda: heard.append(counter.field.text()))
    burst(counter, "12")
    assert heard == ["12"]
    assert scans[1] == []


def test_a_person_can_still_undo(counter: Counter, scans: Scans, qtbot: QtBot) -> None:
    counter.button.setFocus()
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: counter.did == ["undo"], timeout=500)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_F12)
    assert counter.did == ["undo", "pay"], "other keys wait for nothing"


def test_the_first_key_of_a_run_waits_no_longer_than_one_gap(counter: Counter, scans: Scans, qtbot: QtBot) -> None:
    QTest.keyClick(counter.windowHandle(), "a")
    assert counter.field.text() == ""
    qtbot.waitUntil(lambda: counter.field.text() == "a", timeout=200)


def test_keys_that_wait_go_where_they_were_typed(counter: Counter, scans: Scans, qtbot: QtBot) -> None:
    other = QLineEdit(counter)
    other.show()
    QTest.keyClick(counter.windowHandle(), "7")
    other.setFocus()
    qtbot.waitUntil(lambda: counter.field.text() == "7", timeout=500)
    assert other.text() == ""


def test_a_key_kept_down_is_no_scan(counter: Counter, scans: Scans) -> None:
    handle = counter.windowHandle()
    for repeat in (False, True, True, True, True):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", repeat)
            event.setTimestamp(1000)
            QApplication.sendEvent(handle, event)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    assert scans[1] == []
    assert counter.field.text() == "11111"


def test_two_scans_in_a_row_are_two(counter: Counter, scans: Scans) -> None:
    burst(counter, CODE)
    burst(counter, "5012345678900")
    assert scans[1] == [CODE, "5012345678900"]


def test_with_a_prefix_typing_is_not_held_at_all(counter: Counter, scans: Scans) -> None:
    scans[0].set_timing(ScanTiming(prefix="F13"))
    QTest.keyClick(counter.windowHandle(), "a")
    assert counter.field.text() == "a"
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_F13)
    burst(counter, "77")
    assert scans[1] == ["77"]
    assert counter.field.text() == "a"


def test_the_gaps_of_a_scan_can_be_learnt(counter: Counter, scans: Scans) -> None:
    burst(counter, "1234")
    assert len(scans[0].last_gaps) == 3
