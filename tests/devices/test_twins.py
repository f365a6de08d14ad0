"""The twins and the catalogue: devices without cables, and devices out of settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from retailpos.core.errors import Refusal
from retailpos.core.paper import Paper, render_text
from retailpos.devices.catalogue import open_devices, open_printer, open_scanner, printer_link
from retailpos.devices.escpos_bytes import paper_bytes
from retailpos.devices.missing import MissingPrinter, MissingScanner
from retailpos.devices.paper_printer import PaperPrinter
from retailpos.devices.parts import Devices
from retailpos.devices.profile import profile_for
from tests.devices.papers import RECEIPT, SLIP
from tests.devices.sinks import Behaviour, Heard, network_printer, until


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_paper_printer_keeps_its_roll(columns: int) -> None:
    printer = PaperPrinter(columns)
    printer.print(RECEIPT, "a")
    printer.print(SLIP)
    printer.kick()
    cut = "- " * (columns // 2)
    assert printer.lines() == [*render_text(RECEIPT, columns), cut, *render_text(SLIP, columns), cut]
    assert (printer.papers, printer.kicks, printer.waiting()) == ([RECEIPT, SLIP], 1, 0)
    assert printer.raw() == paper_bytes(RECEIPT, profile_for(columns)) + paper_bytes(SLIP, profile_for(columns))


def test_the_paper_printer_plays_trouble() -> None:
    heard = Heard()
    printed: list[Paper] = []
    printer = PaperPrinter(report=heard, looking=printed.append)
    printer.play("no_paper")
    printer.print(SLIP, "a")
    printer.kick("k")
    printer.retry()
    assert (printer.waiting(), printer.papers, printer.kicks, printer.trouble) == (1, [], 0, "no_paper")
    printer.print(RECEIPT, "b")
    assert printer.waiting_jobs() == ("a", "b")
    assert printer.cancel("b")
    assert not printer.cancel("b")
    printer.play("")
    assert (printer.waiting(), printer.papers, printed) == (0, [SLIP], [SLIP])
    assert heard.codes() == ["no_paper", "no_paper", "drawer_not_opened", "no_paper", "printer_ready", "printed"]
    assert heard.events[1].fact("waiting") == "1"
    assert heard.events[-1].fact("job") == "a"


def test_the_missing_devices_take_everything() -> None:
    devices = Devices(MissingPrinter(), MissingScanner())
    devices.printer.print(RECEIPT)
    devices.drawer.kick()
    devices.printer.retry()
    assert (devices.printer.waiting(), devices.printer.waiting_jobs(), devices.printer.cancel("a")) == (0, (), False)
    assert (devices.printer.trouble, devices.scanner.trouble) == ("no_printer", "no_scanner")
    devices.close()


def test_settings_make_devices() -> None:
    heard = Heard()
    with network_printer(Behaviour()) as (port, sink):
        settings = {"printer": {"link": "tcp", "host": "127.0.0.1", "port": port, "profile": "epson-58"}}
        devices = open_devices(settings, heard)
        devices.printer.print(RECEIPT, "a")
        devices.drawer.kick("b")
        heard.wait_for("printed")
        heard.wait_for("kicked")
        devices.close()
        until(lambda: len(sink.jobs) == 2)
    receipt = max(sink.jobs, key=len)
    assert b"\x1dv0\x00" in receipt
    assert b"2026-03-17 14:27\n" in receipt


def test_settings_that_are_empty_make_missing_devices() -> None:
    devices = open_devices({})
    assert isinstance(devices.printer, MissingPrinter)
    assert isinstance(devices.scanner, MissingScanner)
    assert isinstance(open_printer({"link": "paper", "columns": "48"}), PaperPrinter)


@pytest.mark.parametrize(
    ("settings", "where"),
    [
        ({"link": "tcp", "host": "10.0.0.9"}, "10.0.0.9:9100"),
        ({"link": "serial", "port": "COM3", "baud": "9600", "flow": "rtscts"}, "COM3"),
        ({"link": "usb", "vendor": "04b8", "product": "0e28", "serial": "A1"}, "USB 04b8:0e28"),
        ({"link": "file", "path": "/dev/usb/lp0"}, "/dev/usb/lp0"),
        ({"link": "spooler", "queue": "Receipts"}, "Receipts"),
    ],
)
def test_every_link_has_its_settings(settings: dict[str, str], where: str) -> None:
    assert printer_link(settings).where == where


def test_settings_that_say_nothing_of_use_are_refused() -> None:
    with pytest.raises(Refusal, match="device_not_known"):
        open_printer({"link": "pigeon"})
    with pytest.raises(Refusal, match="device_not_known"):
        open_scanner({"link": "camera"})
    with pytest.raises(Refusal, match="device_setting_missing"):
        open_printer({"link": "tcp", "host": " "})


def test_a_logo_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    heard = Heard()
    roll = tmp_path / "roll"
    roll.touch()
    for logo in (str(tmp_path / "none.png"), None):
        printer = open_printer({"link": "file", "path": str(roll), "logo": logo}, heard)
        printer.print(RECEIPT)
        printer.close()
    assert heard.codes() == ["printed", "printed"]
    assert roll.read_bytes().count(b"\x1dv0\x00") == 1
