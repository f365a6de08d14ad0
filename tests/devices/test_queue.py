"""A printer's queue: callers never wait, papers keep their order, trouble is told once and survived."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

import pytest

from retailpos.core.errors import Trouble
from retailpos.core.paper import Paper, Text
from retailpos.devices.escpos_bytes import drawer_bytes, drawer_now_bytes, paper_bytes
from retailpos.devices.escpos_printer import EscPosPrinter
from retailpos.devices.links.link import Link
from retailpos.devices.links.serial_link import SerialLink
from retailpos.devices.links.tcp import TcpLink
from retailpos.devices.profile import profile_named
from retailpos.devices.queue import QueuedPrinter
from tests.devices.papers import RECEIPT, SLIP
from tests.devices.reading import lines
from tests.devices.sinks import Behaviour, Heard, network_printer, terminal_printer, until

EPSON = profile_named("epson-80")


@contextmanager
def queued(link: Link, heard: Heard, *, back_off: float = 0.02, look_seconds: float = 0) -> Iterator[QueuedPrinter]:
    worker = EscPosPrinter(link, EPSON, answer_seconds=0.3, confirm_seconds=0.3)
    printer = QueuedPrinter(worker, heard, back_off=(back_off,), look_seconds=look_seconds)
    yield printer
    printer.close()


def test_prints_in_order_over_the_network_and_says_so() -> None:
    heard = Heard()
    with network_printer(Behaviour()) as (port, sink), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(RECEIPT, "a")
        printer.print(SLIP, "b")
        heard.wait_for("printed", 2)
        assert printer.waiting() == 0
        until(lambda: len(sink.jobs) == 2)
    assert sink.jobs == [paper_bytes(RECEIPT, EPSON), paper_bytes(SLIP, EPSON)]
    told = [(event.fact("job"), event.fact("confirmed")) for event in heard.events]
    assert told == [("a", "yes"), ("b", "yes")]


def test_prints_on_a_terminal() -> None:
    heard = Heard()
    with terminal_printer(Behaviour()) as (port, sink), queued(SerialLink(port), heard) as printer:
        printer.print(RECEIPT, "a")
        heard.wait_for("printed")
        printer.kick("k")
        heard.wait_for("kicked")
        until(lambda: sink.got == paper_bytes(RECEIPT, EPSON) + drawer_bytes(EPSON))


def test_callers_never_wait() -> None:
    """The other end accepts and stays silent; queueing fifty papers takes no time to speak of."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        worker = EscPosPrinter(TcpLink("127.0.0.1", server.getsockname()[1], finish_seconds=0.1), EPSON)
        printer = QueuedPrinter(worker, Heard(), close_seconds=0.1)
        began = time.perf_counter()
        for n in range(50):
            printer.print(RECEIPT, str(n))
            printer.kick(str(n))
        assert time.perf_counter() - began < 0.05
        printer.close()


def test_a_silent_printer_is_printed_on_but_never_called_confirmed() -> None:
    heard = Heard()
    with (
        network_printer(Behaviour(answers=False)) as (port, sink),
        queued(TcpLink("127.0.0.1", port), heard) as printer,
    ):
        printer.print(SLIP, "a")
        assert heard.wait_for("printed").fact("confirmed") == "unknown"
        until(lambda: sink.jobs == [paper_bytes(SLIP, EPSON)])


def test_no_paper_is_told_once_and_what_waits_comes_out_in_order() -> None:
    heard, behaviour = Heard(), Behaviour(paper=False)
    with network_printer(behaviour) as (port, sink), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(SLIP, "a")
        assert heard.wait_for("no_paper").fact("waiting") == "1"
        time.sleep(0.3)
        assert heard.codes() == ["no_paper"]
        printer.print(RECEIPT, "b")
        assert heard.wait_for("no_paper", 2).fact("waiting") == "2"
        assert printer.waiting() == 2
        assert sink.jobs == []
        behaviour.paper = True
        heard.wait_for("printed", 2)
        until(lambda: sink.jobs == [paper_bytes(SLIP, EPSON), paper_bytes(RECEIPT, EPSON)])
    assert heard.codes() == ["no_paper", "no_paper", "printed", "printer_ready", "printed"]
    assert [event.fact("job") for event in heard.events if event.code == "printed"] == ["a", "b"]


def test_a_printer_that_is_off_is_tried_again_on_demand() -> None:
    heard = Heard()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with queued(TcpLink("127.0.0.1", port), heard, back_off=60) as printer:
        printer.print(SLIP, "a")
        assert heard.wait_for("printer_refused").fact("where") == f"127.0.0.1:{port}"
        with socket.create_server(("127.0.0.1", port)) as server:
            got: list[bytes] = []

            def take() -> None:
                connection, _ = server.accept()
                with connection:
                    while data := connection.recv(4096):
                        got.append(data)

            thread = threading.Thread(target=take)
            thread.start()
            printer.retry()
            heard.wait_for("printed")
            thread.join(5)
        assert b"NO SALE" in b"".join(got)


def test_paper_that_ends_within_a_receipt_is_not_printed_twice() -> None:
    """All bytes are with the printer: it may finish them, so the shop is told and can print a copy."""
    heard, behaviour = Heard(), Behaviour(paper_lasts=100)
    with network_printer(behaviour) as (port, sink), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(RECEIPT, "a")
        assert heard.wait_for("unconfirmed").fact("job") == "a"
        heard.wait_for("no_paper")
        assert printer.waiting() == 0
        behaviour.paper_lasts, behaviour.paper = 0, True
        heard.wait_for("printer_ready")
        assert len(sink.jobs) == 1


def test_a_printer_that_hangs_up_after_the_last_byte_may_have_printed_it() -> None:
    heard = Heard()
    with (
        network_printer(Behaviour(close_after=200)) as (port, sink),
        queued(TcpLink("127.0.0.1", port), heard) as printer,
    ):
        printer.print(RECEIPT, "a")
        assert heard.wait_for("unconfirmed").fact("job") == "a"
        until(lambda: len(sink.jobs) == 1)
        time.sleep(0.1)
        assert (printer.waiting(), len(sink.jobs)) == (0, 1)


def test_a_printer_that_used_to_answer_and_falls_silent_is_in_trouble() -> None:
    heard, behaviour = Heard(), Behaviour()
    with network_printer(behaviour) as (port, _), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(SLIP, "a")
        heard.wait_for("printed")
        behaviour.answers = False
        printer.print(SLIP, "b")
        heard.wait_for("printer_no_answer")
        assert printer.waiting() == 1
        behaviour.answers = True
        heard.wait_for("printed", 2)


def test_the_drawer_opens_without_paper_but_never_late() -> None:
    heard, behaviour = Heard(), Behaviour(paper=False)
    with network_printer(behaviour) as (port, sink), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.kick("sale")
        heard.wait_for("kicked")
        until(lambda: sink.jobs == [drawer_now_bytes(EPSON)])
        behaviour.cover = True
        behaviour.paper = True
        printer.kick("late")
        assert heard.wait_for("drawer_not_opened").fact("why") == "cover_open"
        behaviour.cover = False
        heard.wait_for("printer_ready")
        time.sleep(0.1)
        assert sink.jobs == [drawer_now_bytes(EPSON)]


def test_a_waiting_paper_can_be_taken_back() -> None:
    heard, behaviour = Heard(), Behaviour(paper=False)
    with network_printer(behaviour) as (port, sink), queued(TcpLink("127.0.0.1", port), heard, back_off=60) as printer:
        printer.print(RECEIPT, "a")
        heard.wait_for("no_paper")
        printer.print(SLIP, "b")
        heard.wait_for("no_paper", 2)
        assert (printer.waiting_jobs(), printer.trouble) == (("a", "b"), "no_paper")
        until(lambda: printer.cancel("a"))
        assert not printer.cancel("a")
        behaviour.paper = True
        printer.retry()
        heard.wait_for("printed")
        until(lambda: sink.jobs == [paper_bytes(SLIP, EPSON)])
        until(lambda: printer.trouble == "")


def test_two_registers_share_a_printer_without_mixing_their_receipts() -> None:
    heard = Heard()
    with (
        network_printer(Behaviour()) as (port, sink),
        queued(TcpLink("127.0.0.1", port), heard) as first,
        queued(TcpLink("127.0.0.1", port), heard) as second,
    ):
        for n in range(6):
            first.print(RECEIPT, f"a{n}")
            second.print(SLIP, f"b{n}")
        heard.wait_for("printed", 12)
        until(lambda: len(sink.jobs) == 12)
    assert sorted(sink.jobs) == sorted([paper_bytes(RECEIPT, EPSON), paper_bytes(SLIP, EPSON)] * 6)


def test_a_pulse_goes_before_papers_that_wait() -> None:
    heard, behaviour = Heard(), Behaviour(paper=False)
    with network_printer(behaviour) as (port, _), queued(TcpLink("127.0.0.1", port), heard, back_off=60) as printer:
        printer.print(RECEIPT, "a")
        heard.wait_for("no_paper")
        printer.kick("k")
        heard.wait_for("kicked")
        assert printer.waiting() == 1


def test_an_idle_printer_is_looked_after() -> None:
    heard, behaviour = Heard(), Behaviour(near_end=True)
    with network_printer(behaviour) as (port, _), queued(TcpLink("127.0.0.1", port), heard, look_seconds=0.02):
        heard.wait_for("paper_near_end")
        behaviour.cover = True
        heard.wait_for("cover_open")
        behaviour.cover = False
        heard.wait_for("printer_ready")
    assert heard.codes() == ["paper_near_end", "cover_open", "printer_ready"]


def test_closing_finishes_what_goes_and_names_what_does_not() -> None:
    heard = Heard()
    with network_printer(Behaviour()) as (port, sink):
        with queued(TcpLink("127.0.0.1", port), heard) as printer:
            for n in range(5):
                printer.print(SLIP, str(n))
        until(lambda: len(sink.jobs) == 5)
    with network_printer(Behaviour(paper=False)) as (port, _), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(SLIP)
        printer.print(SLIP)
    assert heard.wait_for("left_unprinted").fact("waiting") == "2"


class WornCable:
    """A cable that gives up within every job."""

    where, answers = "worn", False

    def __init__(self) -> None:
        self.begun = 0

    @contextmanager
    def connect(self) -> Iterator[WornCable]:
        yield self

    def write(self, data: bytes) -> None:
        self.begun += 1
        raise Trouble("printer_cut_off", where=self.where)

    def read(self, most: int, seconds: float) -> bytes:
        return b""

    def finish(self) -> None:
        """Nothing to see off."""


def test_a_printer_that_hangs_up_within_every_receipt_does_not_eat_the_roll() -> None:
    heard, cable = Heard(), WornCable()
    with queued(cable, heard) as printer:
        printer.print(RECEIPT, "a")
        assert heard.wait_for("unconfirmed").fact("job") == "a"
        heard.wait_for("printer_ready")
    assert (cable.begun, printer.waiting()) == (3, 0)
    assert heard.codes()[:2] == ["printer_cut_off", "unconfirmed"]


def test_a_mistake_of_ours_costs_one_paper_not_the_printer() -> None:
    """A number where a text belongs: no type checker would let it pass, the thread outlives it."""
    heard, wrong = Heard(), cast("str", 5)
    with network_printer(Behaviour()) as (port, sink), queued(TcpLink("127.0.0.1", port), heard) as printer:
        printer.print(Paper((Text(wrong),)), "bad")
        printer.print(SLIP, "good")
        heard.wait_for("printed")
        until(lambda: sink.jobs == [paper_bytes(SLIP, EPSON)])
    assert [(event.code, event.fact("job")) for event in heard.events] == [
        ("not_printable", "bad"),
        ("printed", "good"),
    ]


def test_the_profile_decides_what_is_asked() -> None:
    """A printer known not to answer is never asked, one known to answer is in trouble when it stays silent."""
    heard = Heard()
    with network_printer(Behaviour(answers=False)) as (port, sink):
        mute = EscPosPrinter(TcpLink("127.0.0.1", port), replace(EPSON, answers=False))
        assert mute.print(SLIP).came_out is None
        until(lambda: len(sink.jobs) == 1)
        assert lines(sink.jobs[0])[0].strip() == "NO SALE"
        sure = EscPosPrinter(TcpLink("127.0.0.1", port), replace(EPSON, answers=True), answer_seconds=0.1)
        with pytest.raises(Trouble, match="printer_no_answer"):
            sure.print(SLIP)
    assert heard.events == []
