"""Receipts of 32 columns as a second decoder by other people reads them; the drawer's pulses as it counts them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image

from retailpos.core.paper import Banner, Pair, Paper, render_text
from retailpos.devices.escpos_bytes import drawer_bytes, paper_bytes
from retailpos.devices.escpos_printer import EscPosPrinter
from retailpos.devices.links.tcp import TcpLink
from retailpos.devices.profile import Profile, profile_for, profile_named
from retailpos.settings import resources_dir
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from tests.devices.second_decoder import Decoded, decode
from tests.devices.sinks import Behaviour, network_printer, until

NARROW = profile_for(32)
SMALL = profile_named("generic-58")
MARK = (resources_dir() / "receipts" / "logo.png").read_bytes()

SALE = """
shop "Crème & Fils" currency EUR
tax "State DOR" 6%
tax County 1.25%
item "Crème brûlée torch, 20 € of gas included, hand-finished brass" price 128.00 stock 9
item "Señor Peña’s Jalapeño “Mild”" price 4.50 stock 100
item Müsli price 19.50 unit kg stock 40
at 2026-03-02 09:00
open float 100.00
sale
  item "Crème brûlée torch, 20 € of gas included, hand-finished brass" discount 8.00
  item "Señor Peña’s Jalapeño “Mild”" x 3
  item Müsli x 1.250
  discount 10%
  pay cash 200.00
"""


@pytest.fixture(scope="module")
def receipt() -> Iterator[Paper]:
    stage = Stage()
    Player(stage).play(SALE)
    yield stage.printer.papers[-1]
    stage.close()


def sheet(found: Decoded) -> list[str]:
    """The words of each line that holds any."""
    kept = [" ".join(line.text.split()) for line in found.lines()]
    return [line for line in kept if line]


def expected(paper: Paper) -> list[str]:
    """The same of the paper on the screen, in the letters that the printer has; its mark and bars are pictures."""
    letters = str.maketrans({"\u2019": "'", "\u201c": '"', "\u201d": '"'})
    kept = [" ".join(line.translate(letters).split()) for line in render_text(paper, 32)]
    return [line.replace("||| 1-000001 |||", "1-000001") for line in kept if line and line != "~ ~ ~"]


@pytest.mark.parametrize("profile", [NARROW, SMALL], ids=lambda profile: profile.name)
def test_the_receipt_says_the_same_to_a_stranger(receipt: Paper, profile: Profile) -> None:
    found = decode(paper_bytes(receipt, profile, MARK))
    assert sheet(found) == expected(receipt)
    assert any("Crème brûlée torch, 20 €" in line for line in sheet(found))
    assert any("Señor Peña's Jalapeño" in line for line in sheet(found))
    assert [line for line in found.lines() if line.columns > 32] == []


def test_figures_end_at_the_last_column(receipt: Paper) -> None:
    ends = [line for line in decode(paper_bytes(receipt, NARROW)).lines() if line.text[-3:-2] == "."]
    assert len(ends) >= 9
    assert {line.columns for line in ends if not line.text.startswith("  ")} == {32}


def test_the_mark_is_a_picture_in_the_middle(receipt: Paper) -> None:
    found = decode(paper_bytes(receipt, NARROW, MARK))
    [picture] = found.pictures()
    ink = sum(line.count("#") for line in picture)
    assert 100 < ink < len(picture) * len(picture[0])
    at = next(n for n, row in enumerate(found.rows) if "dots" in row)
    assert found.rows[at - 1] == {"command": "ESC a", "data": [1]}


def test_bars_drawn_for_a_small_printer_scan_from_the_strangers_dots(receipt: Paper) -> None:
    [bars] = decode(paper_bytes(receipt, SMALL)).pictures()
    picture = Image.new("L", (len(bars[0]) + 80, len(bars) + 80), "white")
    for y, line in enumerate(bars):
        for x, dot in enumerate(line):
            if dot == "#":
                picture.putpixel((x + 40, y + 40), 0)
    read = [(code.text, code.format) for code in zxingcpp.read_barcodes(picture)]
    assert read == [("1-000001", zxingcpp.BarcodeFormat.Code128)]


def test_bars_that_the_printer_draws_itself_carry_the_number(receipt: Paper) -> None:
    """GS k with the printer's Code 128 (73): alphabet B for the head of the number, C for its pairs of digits."""
    [data] = decode(paper_bytes(receipt, NARROW)).arguments("GS k")
    assert data == [73, 9, *b"{B1-{C", 0, 0, 1]


def test_a_receipt_ends_with_a_cut_and_holds_no_pulse(receipt: Paper) -> None:
    found = decode(paper_bytes(receipt, NARROW, MARK))
    assert found.rows[-1] == {"command": "GS V", "data": [66, 0]}
    assert found.count("ESC p") == 0


def test_every_pulse_of_the_drawer_is_counted(receipt: Paper) -> None:
    """Over the wire, from the printer's own class: two receipts and three kicks are two cuts and three pulses."""
    with network_printer(Behaviour()) as (port, other_end):
        printer = EscPosPrinter(TcpLink("127.0.0.1", port), NARROW)
        for job in (receipt, None, None, receipt, None):
            if job is None:
                printer.kick()
            else:
                printer.print(job)
        until(lambda: len(other_end.jobs) == 5)
    found = decode(b"".join(other_end.jobs))
    assert found.arguments("ESC p") == [[0, 25, 250]] * 3
    assert found.count("GS V") == 2


def test_a_pulse_in_a_name_is_no_pulse() -> None:
    hostile = Paper((Pair("Oats \x1bp\x00\x19\xfa \x10\x14\x01\x00\x01", "4.00"), Banner("\x1bp\x001\x19")))
    found = decode(paper_bytes(hostile, NARROW))
    assert {row["command"] for row in found.rows} == {
        "ESC @",
        "ESC t",
        "GS !",
        "ESC E",
        "ESC a",
        "GS B",
        "text",
        "GS V",
    }
    assert sheet(found)[0].startswith("Oats pú")


def test_what_it_does_not_understand_is_a_fault(receipt: Paper) -> None:
    """The stranger is strict: one byte of a command that no printer knows and it gives up."""
    with pytest.raises(AssertionError, match="Can not parse"):
        decode(drawer_bytes(NARROW) + b"\x1b\x7e\x01" + paper_bytes(receipt, NARROW))


def test_its_lock_names_every_part_by_its_digest_and_nobodys_address() -> None:
    text = (resources_dir().parent / "requirements" / "npos" / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    parts = {name: part for name, part in json.loads(text)["packages"].items() if name}
    assert len(parts) >= 8
    assert [name for name, part in parts.items() if not str(part.get("integrity")).startswith("sha512-")] == []
