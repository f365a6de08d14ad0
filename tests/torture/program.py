"""The program as a person runs it, to be driven by keys and killed: its data, its paper, its window."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

_NUMBER = re.compile(rb"1-\d{6}")
_Z = b"Z REPORT"


class PaperSink:
    """A printer at the other end of a socket: it keeps every byte and never answers.

    `on_number` is called at once when a receipt number that was not there before begins to come out.
    """

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self.on_number: Callable[[], None] | None = None
        self._bytes = bytearray()
        self._numbers: set[str] = set()
        self._open = True
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while self._open:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._read, args=(line,), daemon=True).start()

    def _read(self, line: socket.socket) -> None:
        with line:
            line.settimeout(10)
            try:
                while part := line.recv(65536):
                    self._take(part)
            except OSError:
                return

    def _take(self, part: bytes) -> None:
        self._bytes += part
        fresh = {found.decode() for found in _NUMBER.findall(bytes(self._bytes[-len(part) - 8 :]))} - self._numbers
        self._numbers |= fresh
        if fresh and self.on_number is not None:
            self.on_number()

    def numbers(self) -> set[str]:
        """The receipt numbers that came out on paper."""
        return set(self._numbers)

    def reports(self) -> int:
        """How many Z reports came out."""
        return bytes(self._bytes).count(_Z)

    def close(self) -> None:
        """Switch the printer off."""
        self._open = False
        self._server.close()


class Program:
    """`retailpos practice` in a process of its own, on a virtual screen."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._log = Path(environment["RETAILPOS_DATA"]) / "log" / "retailpos.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait for its first paint."""
        seen = self._paints()
        command = [sys.executable, "-m", "retailpos", "practice"]
        self._process = subprocess.Popen(command, env=self._environment, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while self._paints() == seen:
            if time.monotonic() > until or self._process.poll() is not None:
                message = "the register did not show itself"
                raise AssertionError(message)
            time.sleep(0.02)

    def _paints(self) -> int:
        return self._log.read_text(encoding="utf-8").count("first paint") if self._log.exists() else 0

    def keys(self, *words: str) -> bool:
        """Press keys from outside; False once the program is gone."""
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, check=False)
        return done.returncode == 0 and self.alive

    def focus(self) -> None:
        """Give the window the keyboard, as there is no window manager to do it."""
        self.keys("search", "--sync", "--onlyvisible", "--name", "retailpos|Harbor", "windowfocus")

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process is not None and self._process.poll() is None

    def kill_after(self, seconds: float) -> threading.Timer:
        """Pull the plug in so many seconds."""
        timer = threading.Timer(seconds, self.kill)
        timer.start()
        return timer

    def kill(self) -> None:
        """Pull the plug now."""
        if self.alive and self._process is not None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
