"""Paper as bytes: exactly these, right in each width, and never a command out of a text."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from retailpos.core.paper import Banner, Barcode, Block, Columns, Cut, Logo, Pair, Paper, Text
from retailpos.devices import code128
from retailpos.devices.escpos_bytes import drawer_bytes, drawer_now_bytes, paper_bytes
from retailpos.devices.profile import PROFILES, Profile, profile_for, profile_named
from retailpos.devices.raster import harmless
from retailpos.settings import resources_dir
from tests.devices.papers import RECEIPT
from tests.devices.reading import commands, lines, read

EPSON = profile_named("epson-80")
PLAIN = b"\x1d!\x00\x1bE\x00\x1ba\x00\x1dB\x00"


def test_golden_bytes_of_a_small_slip() -> None:
    slip = Paper((Text("NO SALE", "center", bold=True, double=True), Pair("Café crème", "€ 2.50"), Banner("COPY")))
    assert paper_bytes(slip, EPSON) == (
        b"\x1b@\x1bt\x13"
        b"\x1d!\x11\x1bE\x01\x1ba\x00\x1dB\x00        NO SALE\n"
        + PLAIN
        + b"Caf\x82 cr\x8ame                                \xd5 2.50\n"
        + b"\x1d!\x11\x1bE\x01\x1ba\x01\x1dB\x01 COPY \n"
        + PLAIN
        + b"\x1dVB\x00"
    )


def test_golden_bytes_of_a_barcode() -> None:
    assert paper_bytes(Paper((Barcode("1-004231"),)), EPSON) == (
        b"\x1b@\x1bt\x13" + PLAIN + b"\x1ba\x01\x1dh\x50\x1dw\x03\x1dH\x00\x1dkI\x09{B1-{C\x00\x2a\x1f\x1ba\x00"
        b"                    1-004231\n" + b"\x1dVB\x00"
    )


def test_the_drawer_has_bytes_of_its_own() -> None:
    assert drawer_bytes(EPSON) == b"\x1bp\x00\x19\xfa"
    assert drawer_bytes(Profile("x", 48, 576, drawer_pin=5)) == b"\x1bp\x01\x19\xfa"
    assert drawer_now_bytes(EPSON) == b"\x10\x14\x01\x00\x01"


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_receipt_keeps_to_its_columns(columns: int) -> None:
    stream = paper_bytes(RECEIPT, profile_for(columns))
    shown = lines(stream)
    double = False
    for token in read(stream):
        if token.command == b"\x1d!":
            double = token.data == b"\x11"
        if token.command == b"\n":
            assert len(token.data) <= (columns // 2 if double else columns)
    for figure in ("49.00", "128.00", "19.50", "17.69", "2026-03-17 14:27"):
        assert [len(line) for line in shown if line.endswith(figure)] == [columns]
    assert any(line.endswith("€ 282.94") for line in shown)
    assert any("Crème brûlée" in line for line in shown)
    assert any("Fisherman's" in line for line in shown)


def test_a_drawer_kick_in_an_item_name_is_only_letters() -> None:
    stream = paper_bytes(Paper((Pair("Milk \x1bp\x00\x19\xfa \x10\x14\x01\x00\x01", "1.00"),)), EPSON)
    assert drawer_bytes(EPSON)[:2] not in stream
    assert not commands(stream) & {b"\x1bp", b"\x10\x14"}
    assert lines(stream)[0].startswith("Milk pú")


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, st.text(max_size=60), st.sampled_from(["left", "center", "right"]), st.booleans(), st.booleans()),
    st.builds(Pair, st.text(max_size=60), st.text(max_size=12), st.booleans(), st.booleans()),
    st.builds(Columns, st.tuples(st.text(max_size=40), st.text(max_size=5), st.text(max_size=9)), st.just((5, 9))),
    st.builds(Banner, st.text(max_size=20)),
    st.builds(Barcode, st.text(max_size=30)),
    st.just(Cut()),
)
sent = {b"\x1b@", b"\x1bt", b"\x1d!", b"\x1bE", b"\x1ba", b"\x1dB", b"\x1dh", b"\x1dw", b"\x1dH", b"\x1dV", b"\x1bd"}
sent |= {b"\x1dkI", b"\x1dv", b"\x1c.", b"\n"}


@given(st.lists(blocks, max_size=4), st.sampled_from(PROFILES))
def test_no_text_ever_becomes_a_command(content: list[Block], profile: Profile) -> None:
    """The strict reader finds our own commands and lines without one byte below 0x20, whatever was typed."""
    stream = paper_bytes(Paper(tuple(content)), profile)
    assert commands(stream) <= sent
    assert all(len(line) <= profile.columns for line in lines(stream, profile.page))
    assert not any(bytes((0x10, second)) in stream for second in (0x04, 0x05, 0x14))


@given(st.binary(max_size=400))
def test_no_picture_ever_becomes_a_command(rows: bytes) -> None:
    made = harmless(rows)
    assert len(made) == len(rows)
    assert not any(bytes((0x10, second)) in made for second in (0x04, 0x05, 0x14))
    assert sum(a != b for a, b in zip(rows, made, strict=True)) <= rows.count(b"\x10")


def test_a_line_in_foreign_letters_is_drawn_where_a_font_has_them() -> None:
    stream = paper_bytes(Paper((Pair("Борщ украинский", "7.50"),)), EPSON)
    picture = next(token for token in read(stream) if token.command == b"\x1dv")
    assert len(picture.data) == 72 * 24
    assert any(picture.data)
    without = paper_bytes(Paper((Pair("Борщ", "7.50"),)), Profile("x", 48, 576, raster=False))
    assert lines(without)[0] == "Borshch" + " " * 37 + "7.50"


def test_what_no_font_has_becomes_question_marks() -> None:
    tofu = "\U00012000\U00012001"
    assert lines(paper_bytes(Paper((Pair(tofu, "1.00"),)), EPSON))[0].endswith("1.00")
    assert lines(paper_bytes(Paper((Pair(tofu, "1.00"),)), Profile("x", 32, 384, raster=False)))[0].startswith("?? ")


def test_the_house_mark_is_printed_small_and_in_the_middle() -> None:
    mark = (resources_dir() / "receipts" / "logo.png").read_bytes()
    stream = paper_bytes(Paper((Logo(),)), profile_for(32), mark)
    tokens = read(stream)
    picture = next(n for n, token in enumerate(tokens) if token.command == b"\x1dv")
    assert tokens[picture - 1].command == b"\x1ba"
    assert tokens[picture - 1].data == b"\x01"
    assert 100 < sum(byte.bit_count() for byte in tokens[picture].data) < 176 * 112


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_picture_leaves_the_receipt_whole(content: bytes) -> None:
    assert lines(paper_bytes(Paper((Logo(), Text("Hello"))), EPSON, content)) == ["Hello"]


def test_a_huge_picture_is_made_to_fit() -> None:
    made = io.BytesIO()
    Image.new("RGB", (3000, 2000), "black").save(made, "PNG")
    picture = next(t for t in read(paper_bytes(Paper((Logo(),)), EPSON, made.getvalue())) if t.command == b"\x1dv")
    assert len(picture.data) <= 72 // 2 * 128


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("1-004231", b"{B1-{C\x00\x2a\x1f"),
        ("ABC", b"{BABC"),
        ("12345", b"{B1{C\x17\x2d"),
        ("a{b", b"{Ba{{b"),
        ("161604", b"{C\x10\x10{B04"),
        ("1604", b"{C\x10{B04"),
        ("1620", b"{C\x10{B20"),
    ],
)
def test_code_128_data(text: str, data: bytes) -> None:
    found, _ = code128.data(text)
    assert found == data


@given(st.text(alphabet="0123456789-AB{", min_size=1, max_size=40))
def test_code_128_says_what_it_was_given(text: str) -> None:
    """Read back by the alphabets' rules, the bytes give the text; none is a command to the printer."""
    found, modules = code128.data(text)
    read_back, alphabet, at = "", "", 0
    while at < len(found):
        if found[at : at + 1] == b"{":
            mark = found[at + 1 : at + 2]
            if mark == b"{":
                read_back += "{"
            else:
                alphabet = mark.decode()
            at += 2
            continue
        read_back += f"{found[at]:02d}" if alphabet == "C" else chr(found[at])
        at += 1
    assert read_back == text
    assert modules <= 11 * (2 * len(text) + 3) + 13
    assert not any(bytes((0x10, second)) in found for second in (0x04, 0x05, 0x14))


@pytest.mark.parametrize("number", ["", "x" * 41, "tab\tin", "ümlaut", "W" * 40])
def test_a_number_that_bars_cannot_carry_is_printed_as_text(number: str) -> None:
    stream = paper_bytes(Paper((Barcode(number), Text("end"))), profile_for(32))
    assert b"\x1dkI" not in commands(stream)
    assert lines(stream)[-1] == "end"


def test_a_printer_without_bars_gets_them_drawn() -> None:
    stream = paper_bytes(Paper((Barcode("1-004231"),)), profile_named("generic-58"))
    assert b"\x1dv" in commands(stream)
    assert lines(stream) == [" " * 12 + "1-004231"]


def test_the_library_leaves_no_trace(tmp_path: Path) -> None:
    """In a fresh process: no handler on the root logger, nothing printed, its cache in our own folder, no variable."""
    program = (
        "import logging, os, sys\n"
        "from retailpos.devices.escpos_library import warm_up, style_bytes\n"
        "warm_up(); warm_up()\n"
        "assert not logging.root.handlers, logging.root.handlers\n"
        "assert 'ESCPOS_CAPABILITIES_PICKLE_DIR' not in os.environ\n"
    )
    env = {**os.environ, "RETAILPOS_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, timeout=50, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list((tmp_path / "cache").glob("*.pickle"))
