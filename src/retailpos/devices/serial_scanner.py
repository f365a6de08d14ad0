"""A scanner on a serial line: listens on its own thread, survives being unplugged, and is found again by its ids."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from threading import Event as Flag
from threading import Thread
from typing import TYPE_CHECKING

from retailpos.devices.event import Event, Report
from retailpos.devices.links.serial_link import GONE, port_named

if TYPE_CHECKING:
    from serial import Serial

log = logging.getLogger(__name__)

SILENCE_SECONDS = 0.05
LOOK_SECONDS = 1.0
MOST_CODE = 4096
_ENDS = b"\r\n\t"
_SEPARATOR = 0x1D


class CodeReader:
    """Bytes to codes: one ends with CR, LF, CR LF or Tab, or with silence. Nothing that comes in is an error.

    Control bytes are left out, but for the group separator, which belongs to GS1 codes. A run longer than any
    barcode is noise and dropped whole.
    """

    def __init__(self) -> None:
        self._code = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> Iterator[str]:
        """The codes that these bytes complete."""
        for byte in data:
            if byte in _ENDS:
                yield from self.silence()
            elif byte == _SEPARATOR or 0x20 <= byte != 0x7F:
                self._too_long = self._too_long or len(self._code) >= MOST_CODE
                self._code.append(byte)
                del self._code[MOST_CODE:]

    def silence(self) -> Iterator[str]:
        """The code that nothing more belongs to, if there is one."""
        code, too_long = bytes(self._code), self._too_long
        self.forget()
        if code and not too_long:
            yield code.decode("utf-8") if _is_utf8(code) else code.decode("latin-1")

    def forget(self) -> None:
        """Half a code is no code."""
        self._code.clear()
        self._too_long = False


def _is_utf8(code: bytes) -> bool:
    try:
        code.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class SerialScanner:
    """A scanner at a port, or at `usb:VENDOR:PRODUCT[:SERIAL]`. `on_code` is called on the scanner's own thread."""

    def __init__(
        self,
        port: str,
        on_code: Callable[[str], None],
        *,
        report: Report,
        baud: int = 9600,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._port = port
        self._baud = baud
        self._on_code = on_code
        self._report = report
        self._look_seconds = look_seconds
        self._stop = Flag()
        self._told = ""
        self._thread = Thread(target=self._run, name="scanner", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    @property
    def trouble(self) -> str:
        """scanner_unplugged, or ''."""
        return "scanner_unplugged" if self._told == "scanner_unplugged" else ""

    def close(self) -> None:
        """Stop listening and let go of the port."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(2)

    def _run(self) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(*GONE), contextlib.closing(self._opened()) as port:
                self._tell("scanner_ready")
                self._listen(port)
            if not self._stop.is_set():
                self._tell("scanner_unplugged")
                self._stop.wait(self._look_seconds)

    def _opened(self) -> Serial:
        import serial

        return serial.Serial(port_named(self._port), self._baud, timeout=0.2, exclusive=True)

    def _listen(self, port: Serial) -> None:
        """Read until stopped or unplugged; what an unplugged scanner left half is forgotten."""
        reader = CodeReader()
        while not self._stop.is_set():
            port.timeout = 0.2
            data = port.read(1)
            while data:
                for code in reader.feed(data + port.read(port.in_waiting)):
                    self._deliver(code)
                port.timeout = SILENCE_SECONDS
                data = port.read(1)
            for code in reader.silence():
                self._deliver(code)

    def _deliver(self, code: str) -> None:
        """A listener's mistake must not silence the scanner; what was scanned is never logged."""
        try:
            self._on_code(code)
        except Exception as mistake:  # noqa: BLE001  # its text may hold the code, so only its kind is logged
            log.warning("A scanned code could not be passed on: %s", type(mistake).__name__)

    def _tell(self, code: str) -> None:
        """Once for each change."""
        if code != self._told:
            self._told = code
            self._report(Event("scanner", code, (("where", self._port),)))
