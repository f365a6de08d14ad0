"""A printer behind a device file (/dev/usb/lp0), or a plain file or named pipe that stands for one."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
from collections.abc import Iterator
from pathlib import Path

from retailpos.core.errors import Trouble
from retailpos.devices.links.link import WRITE_SECONDS

_WHY = {
    errno.EACCES: "printer_not_allowed",
    errno.EPERM: "printer_not_allowed",
    errno.EBUSY: "printer_busy",
    errno.ENXIO: "printer_no_answer",
}


class FileLink:
    """A device file, opened for each job. A plain file gets the job at its end; it is not made where it is missing."""

    def __init__(self, path: Path, *, write_seconds: float = WRITE_SECONDS) -> None:
        self._path = path
        self._write_seconds = write_seconds

    @property
    def where(self) -> str:
        """The path."""
        return str(self._path)

    @property
    def answers(self) -> bool:
        """True for a device; a plain file or pipe has nothing to say."""
        try:
            return stat.S_ISCHR(self._path.stat().st_mode)
        except OSError:
            return False

    @contextlib.contextmanager
    def connect(self) -> Iterator[_FileWire]:
        """The file, open until the job is done."""
        way = os.O_RDWR if self.answers else os.O_WRONLY | os.O_APPEND
        # Without a terminal's hold on us, and without waiting for a pipe's other end.
        flags = way | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        try:
            number = os.open(self._path, flags)
        except OSError as closed:
            raise Trouble(_WHY.get(closed.errno or 0, "printer_not_found"), where=self.where) from closed
        try:
            yield _FileWire(number, self.where, self._write_seconds)
        finally:
            os.close(number)


class _FileWire:
    def __init__(self, number: int, where: str, write_seconds: float) -> None:
        self._number = number
        self._where = where
        self._write_seconds = write_seconds

    def write(self, data: bytes) -> None:
        """Write all, as fast as the device takes it."""
        rest = memoryview(data)
        while rest:
            try:
                _, ready, _ = select.select([], [self._number], [], self._write_seconds)
                if not ready:
                    raise Trouble("printer_no_answer", where=self._where)
                rest = rest[os.write(self._number, rest) :]
            except BlockingIOError:
                continue
            except OSError as gone:
                raise Trouble("printer_cut_off", where=self._where) from gone

    def read(self, most: int, seconds: float) -> bytes:
        """What the device says within the limit."""
        try:
            ready, _, _ = select.select([self._number], [], [], seconds)
            return os.read(self._number, most) if ready else b""
        except BlockingIOError:
            return b""
        except OSError as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone

    def finish(self) -> None:
        """The kernel has it all."""
