"""The program as it is run, in a process and a window of its own, pressed from outside by real X events."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtGui import QImage

from tests.conftest import need_tool

_START_WITHIN = 40
_A_MOMENT = 0.12
# A scanner's keys; the program tells them from typing by their speed.
_SCANNER_GAP_MS = 3


class RealWindow:
    """`retailpos practice` on a virtual screen; size is set as a window manager would."""

    def __init__(self, environment: dict[str, str], size: tuple[int, int]) -> None:
        self._tool, self._camera = need_tool("xdotool"), need_tool("import")
        self._environment = environment
        self.process = subprocess.Popen([sys.executable, "-m", "retailpos", "practice"], env=environment)
        self._window = self._found()
        self._do("windowmove", "--sync", self._window, "0", "0")
        self._do("windowsize", self._window, *map(str, size))
        self._do("windowfocus", "--sync", self._window)

    def _found(self) -> str:
        until = time.monotonic() + _START_WITHIN
        while time.monotonic() < until:
            assert self.process.poll() is None, "the register did not stay open"
            found = self._do("search", "--onlyvisible", "--pid", str(self.process.pid))
            if found:
                return found.split()[-1]
            time.sleep(0.2)
        pytest.fail("no window came")

    def _do(self, *words: str) -> str:
        done = subprocess.run([self._tool, *words], env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def key(self, name: str) -> None:
        """Press and let go of a key, or of several held together, by its X name."""
        self._do("key", name)
        time.sleep(_A_MOMENT)

    def type(self, text: str) -> None:
        """Type as a person does."""
        self._do("type", "--delay", "170", text)
        time.sleep(_A_MOMENT)

    def scan(self, code: str) -> None:
        """The keys of a scanner, its Enter among them."""
        self._do("type", "--delay", str(_SCANNER_GAP_MS), f"{code}\n")
        time.sleep(_A_MOMENT)

    def click(self, x: int, y: int) -> None:
        """Move the pointer there and press its first button."""
        self._do("mousemove", "--window", self._window, str(x), str(y), "sleep", "0.05", "click", "1")
        time.sleep(_A_MOMENT)

    def picture(self) -> QImage:
        """What the screen shows of it now."""
        command = [self._camera, "-window", self._window, "png:-"]
        taken = subprocess.run(command, env=self._environment, capture_output=True, check=False)
        return QImage.fromData(taken.stdout).convertToFormat(QImage.Format.Format_RGB32)

    def close(self) -> None:
        """Ask it to end, and see that it does."""
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
            pytest.fail("the register did not close when it was told to")
