"""What else a shop's computer does: a report, an import and a send, each a process of its own, until told to stop."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Setting

NAMES = ("report", "import", "send")


class Load:
    """The three processes."""

    def __init__(self, path: Path, setting: Setting) -> None:
        self._path, self._folder = path, setting.folder
        self._running: dict[str, subprocess.Popen[str]] = {}
        self._done: dict[str, int] = {}

    def start(self) -> None:
        """Start them and wait until each has done something."""
        for name in NAMES:
            command = [sys.executable, "-m", "benchmarks.load_work", name, str(self._path), str(self._folder)]
            self._running[name] = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
        for name, process in self._running.items():
            assert process.stdout is not None
            if process.stdout.readline() != "ready\n":
                raise RuntimeError(f"the {name} did not start")

    def stop(self) -> None:
        """Tell them to end, and hear how often each did its work."""
        for name, process in self._running.items():
            said, _ = process.communicate("stop\n", timeout=120)
            self._done[name] = int(said.split()[-1])

    def done(self) -> dict[str, int]:
        """How often each did its work."""
        return self._done
