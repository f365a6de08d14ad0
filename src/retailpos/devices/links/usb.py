"""A printer straight on USB through libusb, for systems that give it no device file."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.devices.links.link import WRITE_SECONDS, chunks

PRINTER_CLASS = 7
_WHY = {errno.EACCES: "printer_not_allowed", errno.EBUSY: "printer_busy", errno.ENODEV: "printer_not_found"}


class UsbLink:
    """A printer by vendor and product number, and by serial number where several are alike.

    `core` is pyusb's `usb.core`, or a stand-in with its `find`; the endpoints are read from the descriptors.
    """

    answers = True

    def __init__(
        self, vendor: int, product: int, serial: str = "", *, core: Any = None, write_seconds: float = WRITE_SECONDS
    ) -> None:
        self._vendor, self._product, self._serial = vendor, product, serial
        self._core = core
        self._write_ms = int(write_seconds * 1000)

    @property
    def where(self) -> str:
        """Vendor and product number, as the system lists them."""
        return f"USB {self._vendor:04x}:{self._product:04x}"

    @contextlib.contextmanager
    def connect(self) -> Iterator[_UsbWire]:
        """The printer's interface, taken from the kernel's own driver and given back afterwards."""
        core = self._core or _pyusb_core()
        device = self._found(core)
        with contextlib.ExitStack() as undo:
            try:
                interface = _printer_interface(device, self.where)
                number = interface.bInterfaceNumber
                if _kernel_holds(device, number):
                    device.detach_kernel_driver(number)
                    undo.callback(_give_back, device, number, core.USBError)
                _claim(device, number)
                undo.callback(_release, device, number)
                out, back = _endpoints(interface)
            except core.USBError as closed:
                raise Trouble(_WHY.get(closed.errno, "printer_not_found"), where=self.where) from closed
            if out is None:
                raise Trouble("printer_not_found", where=self.where)
            yield _UsbWire(out, back, core.USBError, self.where, write_ms=self._write_ms)

    def _found(self, core: Any) -> Any:
        try:
            alike = list(core.find(find_all=True, idVendor=self._vendor, idProduct=self._product) or ())
        except core.NoBackendError as missing:
            raise Trouble("no_usb_library", where=self.where) from missing
        except core.USBError as closed:
            raise Trouble(_WHY.get(closed.errno, "printer_not_found"), where=self.where) from closed
        for device in alike:
            if not self._serial or _serial_of(device) == self._serial:
                return device
        raise Trouble("printer_not_found", where=self.where)


def _pyusb_core() -> Any:
    import usb.core

    return usb.core


def _serial_of(device: Any) -> str:
    """The device's serial number, '' where it has none or won't tell without rights."""
    try:
        return str(device.serial_number or "")
    except (ValueError, OSError):
        return ""


def _printer_interface(device: Any, where: str) -> Any:
    """The interface that says it is a printer, else the first."""
    configuration = device.get_active_configuration()
    interfaces = list(configuration)
    if not interfaces:
        raise Trouble("printer_not_found", where=where)
    return next((each for each in interfaces if each.bInterfaceClass == PRINTER_CLASS), interfaces[0])


def _endpoints(interface: Any) -> tuple[Any, Any]:
    """The bulk endpoints out and in; bit 7 of an address means towards us, type 2 is bulk."""
    bulk = [each for each in interface if each.bmAttributes & 3 == 2]
    out = next((each for each in bulk if not each.bEndpointAddress & 0x80), None)
    return out, next((each for each in bulk if each.bEndpointAddress & 0x80), None)


def _kernel_holds(device: Any, number: int) -> bool:
    try:
        return bool(device.is_kernel_driver_active(number))
    except NotImplementedError:
        return False


def _give_back(device: Any, number: int, error: type[Exception]) -> None:
    with contextlib.suppress(error, NotImplementedError):
        device.attach_kernel_driver(number)


def _claim(device: Any, number: int) -> None:
    import usb.util

    usb.util.claim_interface(device, number)


def _release(device: Any, number: int) -> None:
    import usb.util

    with contextlib.suppress(OSError):
        usb.util.release_interface(device, number)
    usb.util.dispose_resources(device)


class _UsbWire:
    def __init__(self, out: Any, back: Any, error: type[OSError], where: str, *, write_ms: int) -> None:
        self._out, self._back = out, back
        self._error = error
        self._where = where
        self._write_ms = write_ms

    def write(self, data: bytes) -> None:
        """Write all; no limit of zero, which would wait for ever."""
        for piece in chunks(data):
            rest = piece
            while rest:
                try:
                    rest = rest[self._out.write(rest, self._write_ms) :]
                except self._error as broken:
                    code = "printer_no_answer" if broken.errno == errno.ETIMEDOUT else "printer_cut_off"
                    raise Trouble(code, where=self._where) from broken

    def read(self, most: int, seconds: float) -> bytes:
        """What the printer says within the limit; silence of a printer without a way back is no trouble."""
        if self._back is None:
            return b""
        try:
            return bytes(self._back.read(max(most, self._back.wMaxPacketSize), max(1, int(seconds * 1000))))
        except self._error as broken:
            if broken.errno == errno.ETIMEDOUT:
                return b""
            raise Trouble("printer_cut_off", where=self._where) from broken

    def finish(self) -> None:
        """Bulk transfers end with their last packet."""
