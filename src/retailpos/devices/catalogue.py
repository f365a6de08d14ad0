"""From settings to devices: which printer and which scanner a register has, and how they are reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from retailpos.core.errors import Refusal
from retailpos.devices.escpos_printer import EscPosPrinter
from retailpos.devices.event import Event, Report
from retailpos.devices.links.file import FileLink
from retailpos.devices.links.link import Link
from retailpos.devices.links.serial_link import SerialLink
from retailpos.devices.links.spooler import SpoolerLink
from retailpos.devices.links.tcp import TcpLink
from retailpos.devices.links.usb import UsbLink
from retailpos.devices.missing import MissingPrinter, MissingScanner
from retailpos.devices.paper_printer import PaperPrinter
from retailpos.devices.parts import Devices, Printer, Scanner
from retailpos.devices.profile import Profile, profile_named
from retailpos.devices.queue import QueuedPrinter
from retailpos.devices.serial_scanner import SerialScanner
from retailpos.settings import resources_dir

Settings = Mapping[str, Any]


def _nobody(_told: Event | str) -> None:
    """Nobody listens."""


def open_devices(settings: Settings, report: Report = _nobody, *, on_code: Callable[[str], None] = _nobody) -> Devices:
    """The devices of a register, at work; a device that is switched off is no error, it reports its trouble.

    `settings` has a part `printer` and a part `scanner`, each with a `link`:
    printer: missing, paper (columns), tcp (host, port), serial (port, baud, flow), usb (vendor, product, serial),
    file (path), spooler (queue); all but the first two also profile, logo (a picture file) and look_seconds.
    scanner: missing, serial (port, baud). Raises Refusal device_not_known for any other, device_setting_missing.
    """
    printer = open_printer(settings.get("printer", {}), report)
    scanner = open_scanner(settings.get("scanner", {}), report, on_code=on_code)
    scanner.start()
    return Devices(printer, scanner)


def open_printer(settings: Settings, report: Report = _nobody) -> Printer:
    """The printer of these settings, its thread running."""
    kind = settings.get("link", "missing")
    if kind == "missing":
        return MissingPrinter()
    if kind == "paper":
        return PaperPrinter(int(settings.get("columns", 42)), report=report)
    worker = EscPosPrinter(printer_link(settings), _profile(settings), logo=_logo(settings))
    return QueuedPrinter(worker, report, look_seconds=settings.get("look_seconds", 15))


def open_scanner(settings: Settings, report: Report = _nobody, *, on_code: Callable[[str], None] = _nobody) -> Scanner:
    """The scanner of these settings, not yet listening."""
    kind = settings.get("link", "missing")
    if kind == "missing":
        return MissingScanner()
    if kind == "serial":
        return SerialScanner(_needed(settings, "port"), on_code, report=report, baud=int(settings.get("baud", 9600)))
    raise Refusal("device_not_known", link=kind)


def printer_link(settings: Settings) -> Link:
    """The way to the printer that these settings name."""
    match settings.get("link"):
        case "tcp":
            return TcpLink(_needed(settings, "host"), int(settings.get("port", 9100)))
        case "serial":
            flow = str(settings.get("flow", "none"))
            return SerialLink(_needed(settings, "port"), int(settings.get("baud", 38400)), flow=flow)
        case "usb":
            vendor, product = (int(_needed(settings, name), 16) for name in ("vendor", "product"))
            return UsbLink(vendor, product, str(settings.get("serial", "")))
        case "file":
            return FileLink(Path(_needed(settings, "path")))
        case "spooler":
            return SpoolerLink(_needed(settings, "queue"))
        case other:
            raise Refusal("device_not_known", link=str(other))


def _needed(settings: Settings, name: str) -> str:
    found = str(settings.get(name, "")).strip()
    if not found:
        raise Refusal("device_setting_missing", link=settings.get("link"), name=name)
    return found


def _profile(settings: Settings) -> Profile:
    return profile_named(str(settings.get("profile", "epson-80")))


def _logo(settings: Settings) -> bytes:
    """The shop's own picture, else the house's mark; none where the shop chose ''."""
    chosen = settings.get("logo")
    path = resources_dir() / "receipts" / "logo.png" if chosen is None else Path(str(chosen))
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""
