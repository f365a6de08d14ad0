"""The receipt on paper that other people's emulator prints: readable, scannable, the drawer's pulse counted."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image

from retailpos.core.paper import Logo, Paper, render_text
from retailpos.devices.catalogue import open_printer
from retailpos.devices.escpos_printer import EscPosPrinter
from retailpos.devices.links.link import Link
from retailpos.devices.links.serial_link import SerialLink
from retailpos.devices.links.tcp import TcpLink
from retailpos.devices.profile import Profile, profile_for
from retailpos.settings import resources_dir
from tests.devices.emupos import Emulator, running
from tests.devices.papers import RECEIPT, SLIP
from tests.devices.sinks import Heard, until

pytestmark = pytest.mark.timeout(90)


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    with running(tmp_path_factory.mktemp("emupos")) as found:
        yield found


COLUMNS = {"wide": 48, "line": 48, "middle": 42, "narrow": 32}


def reached(emulator: Emulator, device: str) -> tuple[Link, Profile]:
    if device == "line":
        return SerialLink(emulator.line, 9600), profile_for(48)
    return TcpLink("127.0.0.1", emulator.ports[device]), profile_for(COLUMNS[device])


def printed(emulator: Emulator, device: str, paper: Paper) -> None:
    """Print and wait for the paper to be cut."""
    link, profile = reached(emulator, device)
    before = len(emulator.receipts(device))
    mark = (resources_dir() / "receipts" / "logo.png").read_bytes()
    assert EscPosPrinter(link, profile, logo=mark).print(paper).came_out
    until(lambda: len(emulator.receipts(device)) == before + 1)


def words(lines: list[str]) -> list[str]:
    """Lines by their words: where double width widens the gaps, and a picture or bars stand for themselves."""
    kept = [" ".join(line.split()) for line in lines]
    return [line for line in kept if line and line != "~ ~ ~" and "1-004231 |||" not in line]


@pytest.mark.parametrize("device", COLUMNS)
def test_the_receipt_is_readable(emulator: Emulator, device: str) -> None:
    printed(emulator, device, RECEIPT)
    columns = COLUMNS[device]
    paper = emulator.text(device).splitlines()
    ours = words([line.replace("\u2019", "'") for line in render_text(RECEIPT, columns)])
    theirs = [line for line in words(paper) if line != "1-004231" and not line.startswith("[")]
    assert theirs == ours
    assert emulator.receipts(device)[0]["boundary"] == "cut"
    for figure in ("49.00", "128.00", "2026-03-17 14:27"):
        assert [len(line.rstrip()) for line in paper if line.rstrip().endswith(figure)] == [columns]


def with_margin(image: bytes) -> Image.Image:
    """The strip of paper on a white table."""
    with Image.open(io.BytesIO(image)) as picture:
        grey = picture.convert("L")
    framed = Image.new("L", (grey.width + 80, grey.height + 80), "white")
    framed.paste(grey, (40, 40))
    return framed


@pytest.mark.parametrize("device", COLUMNS)
def test_its_barcode_scans(emulator: Emulator, device: str) -> None:
    printed(emulator, device, RECEIPT)
    framed = with_margin(emulator.image(device))
    assert [(code.text, code.format) for code in zxingcpp.read_barcodes(framed)] == [
        ("1-004231", zxingcpp.BarcodeFormat.Code128)
    ]


@pytest.mark.parametrize("device", ["wide", "line"])
def test_each_pulse_is_told_as_an_opening(emulator: Emulator, device: str) -> None:
    """The emulator tells a pulse only when the drawer was shut, with the pin; so it is shut after each one.

    Pulses while it stands open are counted on the wire by the second decoder.
    """
    link, profile = reached(emulator, device)
    printer = EscPosPrinter(link, profile)
    emulator.ask(f"/devices/{device}/drawer/close", "POST")
    before = emulator.openings(device)
    for count in range(1, 4):
        printed(emulator, device, SLIP)
        assert emulator.openings(device) == before + count - 1
        printer.kick()
        until(lambda wanted=before + count: emulator.openings(device) == wanted)
        emulator.ask(f"/devices/{device}/drawer/close", "POST")


@pytest.mark.parametrize("device", ["wide", "line"])
def test_the_drawer_opens_once_for_each_pulse_and_for_nothing_else(emulator: Emulator, device: str) -> None:
    link, profile = reached(emulator, device)
    printer = EscPosPrinter(link, profile)
    for _ in range(2):
        emulator.ask(f"/devices/{device}/drawer/close", "POST")
        printed(emulator, device, RECEIPT)
        assert emulator.state(device)["drawer"] == "closed"
        printer.kick()
        until(lambda: emulator.state(device)["drawer"] == "open")


def test_the_mark_is_on_the_paper(emulator: Emulator) -> None:
    printed(emulator, "wide", Paper((Logo(),)))
    with Image.open(io.BytesIO(emulator.image("wide"))) as picture:
        left, top, right, bottom = Image.eval(picture.convert("L"), lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    assert abs((left + right) / 2 - 288) < 12
    assert 80 < bottom - top < 130


@pytest.mark.parametrize(
    ("fault", "code"), [("paper-out", "no_paper"), ("cover-open", "cover_open"), ("offline", "printer_offline")]
)
def test_faults_are_named_and_cured(emulator: Emulator, fault: str, code: str) -> None:
    heard = Heard()
    settings = {"link": "tcp", "host": "127.0.0.1", "port": emulator.ports["wide"], "look_seconds": 0}
    before = len(emulator.receipts("wide"))
    emulator.fault("wide", fault, there=True)
    printer = open_printer(settings, heard)
    printer.print(SLIP, "a")
    heard.wait_for(code)
    assert printer.waiting() == 1
    emulator.fault("wide", fault, there=False)
    printer.retry()
    assert heard.wait_for("printed").fact("confirmed") == "yes"
    printer.close()
    until(lambda: len(emulator.receipts("wide")) == before + 1)
