"""Keys that are said to repeat: one kept down is typing, twice the same digit at once belongs to a scan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from retailpos.ui.scan_run import ScanTiming
from retailpos.ui.scans import ScanFilter


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def scanned(qapp: QApplication) -> Iterator[list[str]]:
    codes: list[str] = []
    scans = ScanFilter(qapp, ScanTiming())
    scans.scanned.connect(codes.append)
    yield codes
    qapp.removeEventFilter(scans)
    scans.deleteLater()


def press(field: QLineEdit, text: str, at: int, *, repeats: bool = False) -> None:
    """A key as the system tells it to the window, with its time in milliseconds."""
    key = Qt.Key.Key_Return if text == "\r" else Qt.Key(ord(text))
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeats)
        event.setTimestamp(at)
        QApplication.sendEvent(field.windowHandle(), event)


def test_the_same_digit_twice_at_once_belongs_to_the_scan(field: QLineEdit, scanned: list[str]) -> None:
    for n, (digit, repeats) in enumerate((("9", False), ("5", False), ("5", True), ("0", False), ("0", True))):
        press(field, digit, 1000 + 2 * n, repeats=repeats)
    press(field, "\r", 1012)
    assert scanned == ["95500"]
    assert field.text() == ""


def test_a_key_kept_down_is_typing(field: QLineEdit, scanned: list[str]) -> None:
    press(field, "1", 1000)
    for n in range(4):
        press(field, "1", 1500 + 33 * n, repeats=True)
    press(field, "\r", 1640)
    assert scanned == []
    assert field.text() == "11111"
