"""A printer behind the system's own queue (`lp` of CUPS, the Windows spooler): it takes jobs and never answers."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.devices.links.link import WRITE_SECONDS


class SpoolerLink:
    """The system's printer queue of this name. A job is handed over whole, unchanged, when it is finished."""

    answers = False

    def __init__(
        self, queue: str, *, write_seconds: float = WRITE_SECONDS, surroundings: Mapping[str, str] | None = None
    ) -> None:
        self._queue = queue
        self._write_seconds = write_seconds
        self._surroundings = surroundings

    @property
    def where(self) -> str:
        """The queue's name."""
        return self._queue

    @contextlib.contextmanager
    def connect(self) -> Iterator[_SpoolerWire]:
        """A job being gathered."""
        yield _SpoolerWire(self._win32 if sys.platform == "win32" else self._lp)

    def _lp(self, data: bytes) -> None:
        surroundings = dict(os.environ if self._surroundings is None else self._surroundings)
        program = shutil.which("lp", path=surroundings.get("PATH"))
        if program is None:
            raise Trouble("no_print_system", where=self._queue)
        command = [program, "-d", self._queue, "-o", "raw", "-s", "-"]
        try:
            done = subprocess.run(
                command, input=data, capture_output=True, timeout=self._write_seconds, check=False, env=surroundings
            )
        except subprocess.TimeoutExpired as silent:
            raise Trouble("printer_no_answer", where=self._queue) from silent
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()[:200]
            raise Trouble("printer_not_found", where=self._queue, said=said)

    def _win32(self, data: bytes) -> None:
        try:
            import win32print
        except ImportError as missing:
            raise Trouble("no_print_system", where=self._queue) from missing
        spooler: Any = win32print
        try:
            printer = spooler.OpenPrinter(self._queue)
            try:
                spooler.StartDocPrinter(printer, 1, ("Receipt", None, "RAW"))
                spooler.WritePrinter(printer, data)
                spooler.EndDocPrinter(printer)
            finally:
                spooler.ClosePrinter(printer)
        except spooler.error as refused:
            raise Trouble("printer_not_found", where=self._queue, said=str(refused)[:200]) from refused


class _SpoolerWire:
    def __init__(self, hand_over: Any) -> None:
        self._hand_over = hand_over
        self._gathered = b""

    def write(self, data: bytes) -> None:
        """Gather."""
        self._gathered += data

    def read(self, most: int, seconds: float) -> bytes:  # noqa: ARG002  # a queue has nothing to say
        """Nothing: a queue does not answer."""
        return b""

    def finish(self) -> None:
        """Hand the job to the system."""
        if self._gathered:
            self._hand_over(self._gathered)
