"""Scans with keys that really come from an X server, typed by another program into a real window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import need_tool

_TRIES = 6
WINDOW = Path(__file__).with_name("scan_window.py")


def played(display: str, *steps: str) -> list[str]:
    """What the window heard while xdotool typed these steps: text, or `wait` in ms, or a key after a colon."""
    tool = need_tool("xdotool")
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": "src"}
    with subprocess.Popen(
        [sys.executable, str(WINDOW)], env=env, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        ready = window.stdout.readline().split()
        assert ready[0] == "ready"
        subprocess.run([tool, "windowfocus", "--sync", ready[1]], env=env, check=True, timeout=10)
        for step in steps:
            kind, _, what = step.partition(":")
            command = {
                "type": ["type", "--delay", "3", what],
                "slow": ["type", "--delay", "90", what],
                "key": ["key", "--delay", "3", *what.split()],
            }[kind]
            subprocess.run([tool, *command], env=env, check=True, timeout=20)
        said, _ = window.communicate("done\n", timeout=20)
    return said.split("\n")[:-1]


def scanned(display: str, *steps: str) -> list[str]:
    """The same, played again where a busy computer did not let xdotool type as fast as a scanner."""
    for _ in range(_TRIES):
        *heard, broken = played(display, *steps)
        if broken == "broken 0":
            return heard
    pytest.skip("this computer is too busy to type as fast as a scanner")


@pytest.mark.xvfb
def test_a_real_scan_reaches_only_the_register(display: str) -> None:
    heard = scanned(display, "type:4006381333931\n", "type:5012345678900\n")
    assert heard == ["scanned 4006381333931", "scanned 5012345678900", "field ''"]


@pytest.mark.xvfb
def test_real_control_characters_start_nothing(display: str) -> None:
    heard = scanned(display, "key:ctrl+d 4 0 0 6 ctrl+bracketright ctrl+z 1 Return")
    assert heard == ["scanned '\\x044006\\x1d\\x1a1'", "field ''"]


@pytest.mark.xvfb
def test_real_typing_lands_in_the_field_and_its_shortcuts_work(display: str) -> None:
    *heard, _ = played(display, "slow:mug 3", "key:ctrl+d")
    assert heard == ["did close the day", "field 'mug 3'"]
