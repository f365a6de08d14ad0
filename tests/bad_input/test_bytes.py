"""Bytes from a serial scanner, hostile names on their way to the printer, story files from anywhere."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from retailpos.actions import sell
from retailpos.actions.check import check_shop
from retailpos.core.errors import Refusal
from retailpos.core.paper import Banner, Columns, Pair, Paper, Text
from retailpos.devices.escpos_bytes import paper_bytes
from retailpos.devices.profile import PROFILES
from retailpos.devices.serial_scanner import MOST_CODE, CodeReader
from retailpos.stories.language import StoryFault
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence
from tests.bad_input.cases import KEPT, NAMES, Case
from tests.bad_input.test_register import ids, said_plainly
from tests.devices.reading import commands, lines

BALL = b"4006381333931"
OURS = {
    *(b"\x1b@", b"\x1bt", b"\x1d!", b"\x1bE", b"\x1ba", b"\x1dB", b"\x1dV", b"\x1bd", b"\x1dv", b"\x1c.", b"\n"),
}
# Bytes as they come in, and how many lines of the ball they sell.
FROM_A_CABLE = {
    "the plain code": (BALL + b"\r", 1),
    "carriage return and line feed": (BALL + b"\r\n", 1),
    "a tab": (BALL + b"\t", 1),
    "start and end of text around it": (b"\x02" + BALL + b"\x03\r", 1),
    "a parity bit on every byte": (bytes(byte | 0x80 for byte in BALL) + b"\r", 0),
    "NUL between the digits": (b"\x00".join(bytes([byte]) for byte in BALL) + b"\r", 1),
    "a drawer kick inside": (BALL[:5] + b"\x1bp\x00\x19\xfa" + BALL[5:] + b"\r", 0),
    "a status question inside": (BALL[:5] + b"\x10\x04\x01" + BALL[5:] + b"\r", 1),
    "delete": (BALL[:5] + b"\x7f" + BALL[5:] + b"\r", 1),
    "two codes, each ended": (BALL + b"\r" + BALL + b"\r", 2),
    "two codes run together": (BALL + BALL + b"\r", 0),
    "half a code": (BALL[:6] + b"\r", 0),
    "a letter put in": (BALL[:6] + b"x" + BALL[6:] + b"\r", 0),
    "bytes that are no UTF-8": (b"\xff\xfe\xfd" + BALL + b"\r", 0),
    "an overlong slash": (b"\xc0\xaf" + BALL + b"\r", 0),
    "a surrogate": (b"\xed\xa0\x80" + BALL + b"\r", 0),
    "only line ends": (b"\r\n\r\n\t\t", 0),
    "only separators": (b"\x1d\x1d\x1d\r", 0),
    "noise without an end": (bytes(range(256)) * 8, 0),
    "far too long": (b"9" * (MOST_CODE + 1) + b"\r", 0),
    "far too long, then a code": (b"9" * 100_000 + b"\r" + BALL + b"\r", 1),
    "a card's stripe": (b"%B4111111111111111^DOE/JANE^30121011000?\r", 0),
    "escape sequences of a terminal": (b"\x1b[31m\x1b]0;x\x07" + BALL + b"\r", 0),
    "right-to-left override": ("\u202e".encode() + BALL + b"\r", 1),
    "zero-width blanks": ("\u200b".encode().join([BALL[:6], BALL[6:]]) + b"\r", 1),
}
STORIES = {
    "nothing": "",
    "only remarks": "# a\n# b",
    "a NUL": "sale\x00",
    "an unknown verb": "explode the shop",
    "an unclosed quote": 'item "Ball price 5.00',
    "a step without a statement": "  item Ball",
    "no amount": "open float",
    "an amount below zero": "open float -5.00",
    "an amount beyond all measure": "open float " + "9" * 400,
    "a date that is none": "at 2026-02-30 09:00",
    "an hour that is none": "at 2026-03-02 29:00",
    "a verb quoted": '"sale"',
    "one line of a million characters": "sale " + "x" * 1_000_000,
    "ten thousand lines of nonsense": "nonsense\n" * 10_000,
    "tabs for blanks": "sale\n\titem Ball",
    "right-to-left": "\u202esale",
    "a lone surrogate": "item \ud800 price 5.00",
    "another alphabet's verb": "s\u0430le",
    "a byte order mark": "\ufeffexplode",
    "carriage returns only": "explode\rsale\r",
    "a format string": "expect total {0.__class__}",
    "a path": "at ../../etc/passwd",
    "a return of nothing": "return of 1-999999\n  item Ball\n  refund cash",
    "money for nothing": "sale\n  pay cash 5.00",
    "a register beyond all": "on register 99999999999999999999",
}


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    found = Stage()
    Player(found).play("item Ball price 5.00 stock 50 barcode 4006381333931\nat 2026-03-02 09:00\nopen float 100.00")
    yield found
    found.close()


@pytest.mark.parametrize(
    ("come_in", "balls"), FROM_A_CABLE.values(), ids=[name.replace(" ", "-") for name in FROM_A_CABLE]
)
def test_bytes_of_a_scanner(stage: Stage, come_in: bytes, balls: int) -> None:
    till = stage.till()
    before, reader, sold = till.cart, CodeReader(), 0
    for code in [*reader.feed(come_in), *reader.silence()]:
        try:
            sell.scan(till, code)
            sold += 1
        except Refusal as refusal:
            said_plainly(refusal)
    assert sold == balls
    assert sum(line.milli for line in till.cart.lines) == sum(line.milli for line in before.lines) + 1000 * balls
    till.put(before, undo=False)
    assert check_shop(stage.shop.store) == ()


@pytest.mark.parametrize("case", NAMES, ids=ids)
def test_no_name_commands_the_printer(case: Case) -> None:
    """Whatever reaches a paper, past every form: only our own commands come out, and no line is too long."""
    name = case.text
    paper = Paper(
        (Text(name), Pair(name, "5.00"), Pair("Ball", name), Columns((name, "1", "5.00"), (4, 9)), Banner(name))
    )
    for profile in PROFILES:
        stream = paper_bytes(paper, profile)
        assert commands(stream) <= OURS
        assert all(len(line) <= profile.columns for line in lines(stream, profile.page))


@pytest.mark.parametrize("text", STORIES.values(), ids=[name.replace(" ", "-") for name in STORIES])
def test_a_story_from_anywhere_ends_in_a_sentence_at_a_line(text: str) -> None:
    with contextlib.closing(Stage()) as stage:
        if not text.replace("#", "").strip(" ab\n"):
            Player(stage, sentence).play(text)
            return
        with pytest.raises(StoryFault) as fault:
            Player(stage, sentence).play(text)
    assert fault.value.line >= 1
    assert 0 < len(fault.value.text) < 2_000
    assert "Traceback" not in fault.value.text


def test_enough_cases() -> None:
    assert len(FROM_A_CABLE) + len(STORIES) + len([case for case in NAMES if case.code != KEPT]) >= 60
