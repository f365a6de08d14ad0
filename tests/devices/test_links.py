"""Every way to a printer over real sockets, terminals, pipes and programs, also when the other end misbehaves."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retailpos.core.errors import Trouble
from retailpos.devices.links.file import FileLink
from retailpos.devices.links.link import Link
from retailpos.devices.links.serial_link import SerialLink
from retailpos.devices.links.spooler import SpoolerLink
from retailpos.devices.links.tcp import TcpLink
from retailpos.devices.status import Status, ask, confirmed
from tests.devices.sinks import Behaviour, network_printer, terminal, terminal_printer

DATA = bytes(range(0x20, 0x7F)) * 100


def hand_over(link: Link, data: bytes) -> None:
    with link.connect() as wire:
        wire.write(data)
        wire.finish()


def trouble_of(link: Link, data: bytes = DATA) -> str:
    with pytest.raises(Trouble) as caught:
        hand_over(link, data)
    assert caught.value.facts["where"] == link.where
    return caught.value.code


def test_network_hands_over_every_byte() -> None:
    with network_printer(Behaviour()) as (port, printer):
        with TcpLink("127.0.0.1", port).connect() as wire:
            wire.write(DATA)
            wire.finish()
        with TcpLink("localhost", port).connect() as wire:
            wire.write(b"second")
            wire.finish()
    assert printer.jobs == [DATA, b"second"]


def test_network_that_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert trouble_of(TcpLink("127.0.0.1", port)) == "printer_refused"


def test_network_name_that_nobody_knows() -> None:
    assert trouble_of(TcpLink("printer..nowhere", 9100)) == "printer_not_found"


def test_network_that_accepts_and_never_reads_costs_seconds_not_the_till() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        link = TcpLink("127.0.0.1", server.getsockname()[1], write_seconds=0.2)
        began = time.monotonic()
        assert trouble_of(link, DATA * 2000) == "printer_no_answer"
        assert time.monotonic() - began < 5


def test_network_that_never_says_goodbye_is_left_after_its_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        began = time.monotonic()
        with TcpLink("127.0.0.1", server.getsockname()[1], finish_seconds=0.2).connect() as wire:
            wire.write(b"short")
            wire.finish()
        assert 0.15 < time.monotonic() - began < 3


def test_network_that_hangs_up_in_the_middle() -> None:
    with network_printer(Behaviour(close_after=500)) as (port, _):
        assert trouble_of(TcpLink("127.0.0.1", port), DATA * 500) == "printer_cut_off"


def test_network_that_reads_slowly_gets_it_all() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        got = bytearray()

        def sip() -> None:
            connection, _ = server.accept()
            with connection:
                while data := connection.recv(3000):
                    got.extend(data)
                    time.sleep(0.001)

        thread = threading.Thread(target=sip)
        thread.start()
        with TcpLink("127.0.0.1", server.getsockname()[1]).connect() as wire:
            wire.write(DATA * 20)
            wire.finish()
        thread.join(10)
    assert bytes(got) == DATA * 20


def test_serial_hands_over_every_byte_and_hears_answers() -> None:
    with terminal_printer(Behaviour(near_end=True)) as (port, printer):
        with SerialLink(port).connect() as wire:
            assert ask(wire).near_end is True
            wire.write(DATA)
            assert confirmed(wire)
            wire.finish()
        assert printer.got == DATA


def test_serial_line_that_is_held() -> None:
    """Nobody reads the other end: the line fills up, as with a printer out of paper that holds it."""
    with terminal() as (_, port):
        assert trouble_of(SerialLink(port, write_seconds=0.2), DATA * 50) == "printer_no_answer"


def test_serial_port_that_is_not_there(tmp_path: Path) -> None:
    assert trouble_of(SerialLink(str(tmp_path / "ttyUSB7"))) == "printer_not_found"
    assert trouble_of(SerialLink("usb:1234:abcd")) == "printer_not_found"


def test_serial_port_in_use() -> None:
    with terminal() as (_, port), SerialLink(port).connect():
        assert trouble_of(SerialLink(port)) == "printer_busy"


def test_a_plain_file_takes_the_job_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "roll"
    path.write_bytes(b"before ")
    link = FileLink(path)
    assert not link.answers
    with link.connect() as wire:
        wire.write(DATA)
        wire.finish()
    assert path.read_bytes() == b"before " + DATA


def test_a_device_file_is_written_and_read() -> None:
    with terminal_printer(Behaviour(cover=True)) as (name, printer):
        link = FileLink(Path(name))
        assert link.answers
        with link.connect() as wire:
            assert ask(wire).trouble == "cover_open"
            wire.write(b"hello")
            assert confirmed(wire)
        assert printer.got == b"hello"


def test_a_file_that_is_missing_or_not_ours(tmp_path: Path) -> None:
    assert trouble_of(FileLink(tmp_path / "lp9")) == "printer_not_found"
    assert trouble_of(FileLink(tmp_path)) == "printer_not_found"
    assert not (tmp_path / "lp9").exists()


def test_a_pipe_without_a_reader_and_one_that_never_reads(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert trouble_of(FileLink(path)) == "printer_no_answer"
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    assert trouble_of(FileLink(path, write_seconds=0.2), DATA * 50) == "printer_no_answer"
    os.close(reader)


def lp(folder: Path, script: str) -> dict[str, str]:
    """Surroundings in which `lp` is this script."""
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "OUT": str(folder)}


def test_the_print_system_gets_the_bytes_unchanged(tmp_path: Path) -> None:
    link = SpoolerLink("receipts", surroundings=lp(tmp_path, 'echo "$@" > "$OUT/words"; cat > "$OUT/job"'))
    with link.connect() as wire:
        wire.write(DATA)
        wire.write(b"\x1b@")
        assert wire.read(1, 0.1) == b""
        assert not (tmp_path / "job").exists()
        wire.finish()
    assert (tmp_path / "job").read_bytes() == DATA + b"\x1b@"
    assert (tmp_path / "words").read_text().split() == ["-d", "receipts", "-o", "raw", "-s", "-"]


def test_the_print_system_that_refuses_hangs_or_is_missing(tmp_path: Path) -> None:
    refuses = SpoolerLink("gone", surroundings=lp(tmp_path, "cat > /dev/null; echo 'no such destination' >&2; exit 1"))
    assert trouble_of(refuses) == "printer_not_found"
    hangs = SpoolerLink("slow", write_seconds=0.2, surroundings=lp(tmp_path, "exec sleep 5"))
    assert trouble_of(hangs) == "printer_no_answer"
    assert trouble_of(SpoolerLink("x", surroundings={"PATH": str(tmp_path / "nowhere")})) == "no_print_system"


class Reader:
    """A wire that says what it is told to, in pieces."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def write(self, data: bytes) -> None:
        """Nobody listens."""

    def read(self, most: int, seconds: float) -> bytes:
        return self.pieces.pop(0)[:most] if self.pieces else b""

    def finish(self) -> None:
        """Nothing to see off."""


@pytest.mark.parametrize(
    ("pieces", "status"),
    [
        ([], Status()),
        ([b"\x12", b"\x12", b"\x12"], Status(True, True, False, False, False, False)),
        ([b"\x16", b"\x12", b"\x1e"], Status(True, True, True, False, False, True)),
        ([b"\x1a", b"\x32", b"\x7e"], Status(False, False, True, False, False, False)),
        ([b"\x1a", b"\x16", b"\x12"], Status(False, True, False, True, False, False)),
        ([b"\x1a", b"\x52", b"\x12"], Status(False, True, False, False, True, False)),
        ([b"\xff\x00\x99", b"\x12", b"\x12", b"\x12"], Status(True, True, False, False, False, False)),
        ([b"\x10\x00\x00\x0f\x12", b"", b""], Status(True, drawer_pin_high=False)),
        ([b"\xff"] * 50, Status()),
    ],
)
def test_what_a_printer_says_of_itself(pieces: list[bytes], status: Status) -> None:
    assert ask(Reader(pieces)) == status


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (Status(), ""),
        (Status(True, True, True, False, False, False), ""),
        (Status(False, False, True, False, False, False), "no_paper"),
        (Status(False, True, False, True, False, False), "cover_open"),
        (Status(False, True, False, False, True, False), "printer_fault"),
        (Status(False, True, False, False, False, False), "printer_offline"),
    ],
)
def test_what_keeps_it_from_printing(status: Status, trouble: str) -> None:
    assert status.trouble == trouble


@settings(max_examples=200)
@given(st.lists(st.binary(min_size=1, max_size=20), max_size=12))
def test_any_noise_is_survived(pieces: list[bytes]) -> None:
    assert ask(Reader(list(pieces))).trouble in ("", "no_paper", "cover_open", "printer_fault", "printer_offline")
    assert confirmed(Reader(list(pieces))) in (True, False)


def test_status_over_the_network() -> None:
    with network_printer(Behaviour(paper=False, noise=b"\xff\x00")) as (port, _):
        with TcpLink("127.0.0.1", port).connect() as wire:
            assert ask(wire).trouble == "no_paper"
        with TcpLink("127.0.0.1", port).connect() as wire:
            assert not confirmed(wire, 0.1)
