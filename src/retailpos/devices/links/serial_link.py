"""A printer on a serial line or a USB port that looks like one."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from typing import TYPE_CHECKING

from retailpos.core.errors import Trouble
from retailpos.devices.links.link import WRITE_SECONDS, chunks

if TYPE_CHECKING:
    from serial import Serial

try:
    import termios

    GONE: tuple[type[Exception], ...] = (OSError, ValueError, termios.error)
except ImportError:
    GONE = (OSError, ValueError)


def port_named(name: str) -> str:
    """The port that a setting means: a port's own name, or `usb:VENDOR:PRODUCT[:SERIAL]` wherever it is plugged in.

    A device that was unplugged often comes back under another number, so it is known by its ids.
    """
    if not name.startswith("usb:"):
        return name
    from serial.tools.list_ports import comports

    vendor, product, *serial = name.split(":")[1:]
    for port in comports():
        ids = (f"{port.vid or 0:04x}", f"{port.pid or 0:04x}")
        if ids == (vendor.lower(), product.lower()) and (not serial or port.serial_number == serial[0]):
            return str(port.device)
    return name


class SerialLink:
    """A printer at a port such as /dev/ttyUSB0 or COM3, 8 data bits, no parity, 1 stop bit.

    `flow` is 'rtscts' (a printer that holds its line while it is busy), 'xonxoff' or 'none'.
    """

    answers = True

    def __init__(
        self, port: str, baud: int = 38400, *, flow: str = "none", write_seconds: float = WRITE_SECONDS
    ) -> None:
        self._port = port
        self._baud = baud
        self._flow = flow
        self._write_seconds = write_seconds

    @property
    def where(self) -> str:
        """The port."""
        return self._port

    @contextlib.contextmanager
    def connect(self) -> Iterator[_SerialWire]:
        """The port, ours alone, until the job is done."""
        with contextlib.closing(self._opened()) as port:
            yield _SerialWire(port, self._port)

    def _opened(self) -> Serial:
        import serial

        try:
            return serial.Serial(
                port_named(self._port),
                self._baud,
                timeout=0.2,
                write_timeout=self._write_seconds,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
                exclusive=True,
            )
        except GONE as closed:
            raise Trouble(_why(closed), where=self._port) from closed


def _why(closed: Exception) -> str:
    """The trouble behind a port that does not open."""
    number = getattr(closed, "errno", None)
    if number in (errno.EACCES, errno.EPERM):
        return "printer_not_allowed"
    if number in (errno.EAGAIN, errno.EBUSY):
        return "printer_busy"
    return "printer_not_found"


class _SerialWire:
    def __init__(self, port: Serial, where: str) -> None:
        self._port = port
        self._where = where

    def write(self, data: bytes) -> None:
        """Write all; a printer that holds its line for too long is in trouble, not we."""
        import serial

        try:
            for piece in chunks(data):
                self._port.write(piece)
        except serial.SerialTimeoutException as held:
            raise Trouble("printer_no_answer", where=self._where) from held
        except GONE as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone

    def read(self, most: int, seconds: float) -> bytes:
        """The first byte within the limit, with what came along."""
        try:
            self._port.timeout = seconds
            first = self._port.read(1)
            more = min(most - 1, self._port.in_waiting)
            return bytes(first + self._port.read(more)) if first and more > 0 else bytes(first)
        except GONE as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone

    def finish(self) -> None:
        """Wait until the last byte is on the line (pyserial's wait has no limit, so it is counted here)."""
        try:
            for _ in range(200):
                if not self._port.out_waiting:
                    return
                self._port.timeout = 0.05
                self._port.read(1)
        except GONE as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone
        raise Trouble("printer_no_answer", where=self._where)
