"""A serial scanner: every usual ending, any noise, and a cable that comes out."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.devices.serial_scanner import CodeReader, SerialScanner
from tests.devices.sinks import Heard, terminal, until


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\t", b""])
def test_every_usual_ending(ending: bytes) -> None:
    codes: list[str] = []
    heard = Heard()
    with terminal() as (ours, port):
        scanner = SerialScanner(port, codes.append, report=heard)
        scanner.start()
        heard.wait_for("scanner_ready")
        for code in (b"4006381333931", b"1-004231"):
            os.write(ours, code + ending)
            time.sleep(0.15)
        until(lambda: len(codes) == 2, str(codes))
        scanner.close()
    assert codes == ["4006381333931", "1-004231"]


def test_a_hundred_codes_in_a_rush_are_a_hundred_codes() -> None:
    codes: list[str] = []
    heard = Heard()
    with terminal() as (ours, port):
        scanner = SerialScanner(port, codes.append, report=heard)
        scanner.start()
        heard.wait_for("scanner_ready")
        for n in range(100):
            os.write(ours, b"%013d\r\n" % n)
        until(lambda: len(codes) == 100, str(len(codes)))
        scanner.close()
    assert codes == [f"{n:013d}" for n in range(100)]


def test_a_group_separator_stays_and_commands_go() -> None:
    reader = CodeReader()
    assert list(reader.feed(b"]d2010400638133393110AB\x1d17\x1bp\x00260430\x08\r")) == [
        "]d2010400638133393110AB\x1d17p260430"
    ]
    assert list(reader.feed("Käse\r".encode())) == ["Käse"]
    assert list(reader.feed(b"K\xe4se\r")) == ["Käse"]


def test_a_run_longer_than_any_barcode_is_noise() -> None:
    reader = CodeReader()
    assert list(reader.feed(b"7" * 5000 + b"\r" + b"123\r")) == ["123"]


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_any_noise_is_survived(pieces: list[bytes]) -> None:
    reader = CodeReader()
    codes = [code for piece in pieces for code in reader.feed(piece)]
    codes += list(reader.silence())
    assert all(code and not [mark for mark in code if mark < " " and mark != "\x1d"] for code in codes)


def test_unplugged_within_a_code_and_back_again(tmp_path: Path) -> None:
    """Half a code is forgotten, the strip is told once, and the scanner works again by itself under a new number."""
    codes: list[str] = []
    heard = Heard()
    port = tmp_path / "scanner"
    scanner = SerialScanner(str(port), codes.append, report=heard, look_seconds=0.02)
    scanner.start()
    heard.wait_for("scanner_unplugged")
    with terminal() as (ours, name):
        port.symlink_to(name)
        heard.wait_for("scanner_ready")
        os.write(ours, b"111\r")
        until(lambda: codes == ["111"])
        os.write(ours, b"22")
    port.unlink()
    heard.wait_for("scanner_unplugged", 2)
    time.sleep(0.1)
    with terminal() as (ours, name):
        port.symlink_to(name)
        heard.wait_for("scanner_ready", 2)
        os.write(ours, b"333\r")
        until(lambda: codes[-1].endswith("333"))
        scanner.close()
    assert heard.codes() == ["scanner_unplugged", "scanner_ready"] * 2
    assert codes[-1] == "333"  # and not 22333


def test_a_listener_that_fails_does_not_silence_the_scanner(caplog: pytest.LogCaptureFixture) -> None:
    codes: list[str] = []
    heard = Heard()

    def listen(code: str) -> None:
        codes.append(code)
        if len(codes) == 1:
            raise ValueError(code)

    with terminal() as (ours, port):
        scanner = SerialScanner(port, listen, report=heard)
        scanner.start()
        heard.wait_for("scanner_ready")
        os.write(ours, b"4111111111111111\r")
        until(lambda: len(codes) == 1)
        os.write(ours, b"5\r")
        until(lambda: len(codes) == 2)
        scanner.close()
    assert "ValueError" in caplog.text
    assert "4111" not in caplog.text


def test_a_port_in_use_is_waited_for() -> None:
    heard, other = Heard(), Heard()
    with terminal() as (_, port):
        first = SerialScanner(port, print, report=heard)
        first.start()
        heard.wait_for("scanner_ready")
        second = SerialScanner(port, print, report=other, look_seconds=0.02)
        second.start()
        other.wait_for("scanner_unplugged")
        first.close()
        other.wait_for("scanner_ready")
        second.close()
