"""A printer straight on USB, against a stand-in for the bus: descriptors are read, the kernel gets its device back."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest
import usb.core
import usb.util

from retailpos.core.errors import Trouble
from retailpos.devices.links.usb import UsbLink


class Endpoint:
    def __init__(self, address: int, kind: int, device: Device) -> None:
        self.wMaxPacketSize = 64
        self.bEndpointAddress, self.bmAttributes, self.device = address, kind, device

    def write(self, data: bytes, timeout: int) -> int:
        assert timeout > 0
        if self.device.stuck:
            raise usb.core.USBTimeoutError("full", errno=errno.ETIMEDOUT)
        if self.device.gone:
            raise usb.core.USBError("gone", errno=errno.ENODEV)
        self.device.got += data[:1000]
        return min(len(data), 1000)

    def read(self, size: int, timeout: int) -> list[int]:
        assert size >= 64
        assert timeout > 0
        if not self.device.says:
            raise usb.core.USBTimeoutError("silent", errno=errno.ETIMEDOUT)
        return [*self.device.says]


class Interface:
    def __init__(self, number: int, kind: int, endpoints: list[Endpoint]) -> None:
        self.bInterfaceNumber, self.bInterfaceClass, self.endpoints = number, kind, endpoints

    def __iter__(self) -> Iterator[Endpoint]:
        return iter(self.endpoints)


class Device:
    """A printer whose second interface is the printing one, with its endpoints at unusual addresses."""

    def __init__(self, serial: str = "A1") -> None:
        self.serial_number = serial
        self.got, self.says, self.stuck, self.gone = b"", b"\x12", False, False
        self.detached: list[int] = []
        self.attached: list[int] = []
        self.refuses: int = 0
        keyboard = Interface(0, 3, [Endpoint(0x81, 3, self)])
        self.interfaces = [
            keyboard,
            Interface(1, 7, [Endpoint(0x83, 3, self), Endpoint(0x02, 2, self), Endpoint(0x84, 2, self)]),
        ]

    def get_active_configuration(self) -> list[Interface]:
        if self.refuses:
            raise usb.core.USBError("no", errno=self.refuses)
        return self.interfaces

    def is_kernel_driver_active(self, number: int) -> bool:
        return number not in self.detached

    def detach_kernel_driver(self, number: int) -> None:
        self.detached.append(number)

    def attach_kernel_driver(self, number: int) -> None:
        self.attached.append(number)


class Bus:
    USBError, NoBackendError = usb.core.USBError, usb.core.NoBackendError

    def __init__(self, *devices: Device, backend: bool = True) -> None:
        self.devices, self.backend = devices, backend

    def find(self, *, find_all: bool, **ids: int) -> Iterator[Device]:
        if not self.backend:
            raise usb.core.NoBackendError("none")
        assert find_all
        assert ids == {"idVendor": 0x04B8, "idProduct": 0x0E28}
        return iter(self.devices)


@pytest.fixture(autouse=True)
def no_real_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own calls are pyusb's business; here they are let pass."""
    for name in ("claim_interface", "release_interface", "dispose_resources"):
        monkeypatch.setattr(usb.util, name, lambda *_: None)


def link(bus: Bus, serial: str = "") -> UsbLink:
    return UsbLink(0x04B8, 0x0E28, serial, core=bus, write_seconds=0.5)


def test_writes_everything_to_the_printing_interface_and_gives_it_back() -> None:
    device = Device()
    with link(Bus(device)).connect() as wire:
        wire.write(b"x" * 10_000)
        assert wire.read(1, 0.1) == b"\x12"
        device.says = b""
        assert wire.read(1, 0.1) == b""
        wire.finish()
    assert device.got == b"x" * 10_000
    assert device.detached == device.attached == [1]


def test_the_serial_number_chooses_among_twins() -> None:
    first, second = Device("A1"), Device("B2")
    with link(Bus(first, second), "B2").connect() as wire:
        wire.write(b"hi")
    assert (first.got, second.got) == (b"", b"hi")


@pytest.mark.parametrize(
    ("bus", "code"),
    [
        (Bus(), "printer_not_found"),
        (Bus(Device("other")), "printer_not_found"),
        (Bus(backend=False), "no_usb_library"),
    ],
)
def test_what_is_not_there(bus: Bus, code: str) -> None:
    with pytest.raises(Trouble, match=code), link(bus, "A1").connect():
        pass


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "printer_not_allowed"), (errno.EBUSY, "printer_busy"), (errno.EIO, "printer_not_found")],
)
def test_what_cannot_be_opened(number: int, code: str) -> None:
    device = Device()
    device.refuses = number
    with pytest.raises(Trouble, match=code), link(Bus(device)).connect():
        pass


def test_stuck_and_gone() -> None:
    device = Device()
    with link(Bus(device)).connect() as wire:
        device.stuck = True
        with pytest.raises(Trouble, match="printer_no_answer"):
            wire.write(b"x")
        device.stuck, device.gone = False, True
        with pytest.raises(Trouble, match="printer_cut_off"):
            wire.write(b"x")
    assert device.attached == [1]
