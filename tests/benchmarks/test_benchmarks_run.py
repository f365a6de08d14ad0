"""The benchmarks come to their end and print every line; how long anything took is not looked at here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINES = (
    "durable sale of ten lines", "barcode to item", "search, per key", "figures of a day, 300 receipts",
    "figures of a day, 600 receipts", "figures of a day, whatever lies behind", "bytes of a receipt, 48 columns",
    "bytes of a receipt, 32 columns", "start to the first paint, no screen", "start to the first paint, X screen",
    "scan's last key to the end of the paint", "the same while a report, an import, a send run",
)  # fmt: skip


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(PROJECT / "src"), str(PROJECT)))}
    command = [sys.executable, "-m", "benchmarks", *words, "--quick", "--folder", str(folder)]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=170, check=False)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_every_promise_has_its_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert [line for line in LINES if not any(said.startswith(line) for said in told)] == []
    loaded = next(line for line in told if "report:" in line)
    assert "send:" in loaded
    assert "import:" in loaded


def test_a_name_that_is_not_measured_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "teleport")
    assert done.returncode == 2
    assert "teleport" in done.stderr
