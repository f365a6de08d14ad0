"""The judge sees what it is there to see."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import audit


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setFixedSize(400, 300)
    window.setStyleSheet("QWidget { background: #ffffff; } QLabel, QPushButton { color: #101010; }")
    qtbot.addWidget(window)
    return window


def test_a_sound_window_is_sound(qtbot: QtBot) -> None:
    window = _window(qtbot)
    label = QLabel("Left to pay", window)
    label.setGeometry(20, 20, 200, 30)
    button = QPushButton("Pay", window)
    button.setGeometry(20, 80, 120, 64)
    window.show()
    assert audit(window) == []


def test_each_fault_is_named(qtbot: QtBot) -> None:
    window = _window(qtbot)
    QLabel("A name far too long for the room that it has", window).setGeometry(20, 20, 60, 30)
    QPushButton("+", window).setGeometry(20, 80, 24, 24)
    QLabel("Total", window).setGeometry(100, 100, 100, 30)
    QLabel("Change", window).setGeometry(110, 105, 100, 30)
    QLabel("Away", window).setGeometry(380, 250, 100, 30)
    faint = QLabel("Faint", window)
    faint.setGeometry(200, 200, 80, 30)
    faint.setStyleSheet("color: #cccccc")
    pane = QWidget(window)
    pane.setGeometry(20, 240, 60, 50)
    QPushButton("Pay now", pane).setGeometry(10, 0, 100, 48)
    window.show()
    found = audit(window)
    for word in ("cut at the side", "small", "overlap", "beyond the window", "faint", "covered"):
        assert any(problem.startswith(word) for problem in found), (word, found)
