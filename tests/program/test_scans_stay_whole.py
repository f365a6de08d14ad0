"""A scan that comes while the program is busy, or that has the same digit twice, is one scan and lands in no field."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need_tool

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(120)]

CODE, DOUBLED, SCANS = "9520700001370", "5500770088440", 60
SOURCE = str(Path(__file__).resolve().parents[2] / "src")
WINDOW = str(Path(__file__).with_name("busy_window.py"))


def scanned_into_a_field(environment: dict[str, str], code: str, *, gap_ms: int, slow_ms: int) -> dict[str, Any]:
    """Scan a code again and again into a window whose timers work so slowly; what reached it."""
    tool = need_tool("xdotool")
    environment = {**environment, "PYTHONPATH": SOURCE}
    command = [sys.executable, WINDOW, str(slow_ms), "97"]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        number = window.stdout.readline().strip()
        subprocess.run([tool, "windowfocus", "--sync", number], env=environment, check=True)
        for _scan in range(SCANS):
            subprocess.run([tool, "type", "--delay", str(gap_ms), f"{code}\n"], env=environment, check=True)
            time.sleep(0.4)
        window.stdin.write("\n")
        window.stdin.flush()
        told: dict[str, Any] = json.loads(window.stdout.readline())
        return told


@pytest.mark.parametrize(("code", "gap_ms", "slow_ms"), [(CODE, 10, 60), (DOUBLED, 1, 0)], ids=["busy", "doubled"])
def test_no_scan_is_split(window_environment: dict[str, str], code: str, gap_ms: int, slow_ms: int) -> None:
    told = scanned_into_a_field(window_environment, code, gap_ms=gap_ms, slow_ms=slow_ms)
    # A scan that the tool itself typed unevenly is typing by rule, and is the only kind that may miss here.
    assert told["scanned"].count(code) >= SCANS - told["broken"]
    assert told["field"] == "" or told["broken"]
