"""A scan that comes while the program is busy for a moment is still one scan, and none of it lands in a field."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import need_tool

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(120)]

CODE, SCANS = "9520700001370", 60
SOURCE = str(Path(__file__).resolve().parents[2] / "src")
WINDOW = str(Path(__file__).with_name("busy_window.py"))


def test_slow_work_in_the_middle_of_a_scan_splits_nothing(window_environment: dict[str, str]) -> None:
    tool = need_tool("xdotool")
    environment = {**window_environment, "PYTHONPATH": SOURCE}
    command = [sys.executable, WINDOW, "60", "97"]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        number = window.stdout.readline().strip()
        subprocess.run([tool, "windowfocus", "--sync", number], env=environment, check=True)
        for _scan in range(SCANS):
            subprocess.run([tool, "type", "--delay", "10", f"{CODE}\n"], env=environment, check=True)
            time.sleep(0.4)
        window.stdin.write("\n")
        window.stdin.flush()
        told = json.loads(window.stdout.readline())
    # A scan that the tool itself typed unevenly is typing by rule, and is the only kind that may miss here.
    assert told["scanned"].count(CODE) >= SCANS - told["broken"]
    assert told["field"] == "" or told["broken"]
