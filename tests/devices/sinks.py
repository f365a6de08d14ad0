"""Printers to print on: over a real socket and on a real pseudo-terminal, well and ill."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import socket
import threading
import time
import tty
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from retailpos.devices.event import Event


@dataclass
class Behaviour:
    """What a printer on the other end does. `answers` False keeps it silent; `noise` is sent before every answer."""

    answers: bool = True
    paper: bool = True
    near_end: bool = False
    cover: bool = False
    noise: bytes = b""
    close_after: int = 0
    paper_lasts: int = 0
    confirms: bool = True


@dataclass
class FakePrinter:
    """Takes bytes, answers questions, keeps what it was given to print."""

    behaviour: Behaviour
    got: bytes = b""
    jobs: list[bytes] = field(default_factory=list)
    rest: bytes = b""

    def feed(self, data: bytes) -> bytes:
        """The answer to what has come in."""
        answer = b""
        self.rest += data
        while self.rest:
            if self.rest[:2] == b"\x10\x04" and len(self.rest) >= 3:
                answer += self._state(self.rest[2])
                self.rest = self.rest[3:]
            elif self.rest[:3] == b"\x1dr\x01":
                answer += b"\x00" if self._confirms() else b""
                self.rest = self.rest[3:]
            elif self.rest in (b"\x10", b"\x10\x04", b"\x1d", b"\x1dr"):
                break
            else:
                self.got += self.rest[:1]
                self.rest = self.rest[1:]
                if self.behaviour.paper_lasts and len(self.got) >= self.behaviour.paper_lasts:
                    self.behaviour.paper = False
        return self.behaviour.noise + answer if answer and self.behaviour.answers else b""

    def _confirms(self) -> bool:
        return self.behaviour.answers and self.behaviour.confirms and self.behaviour.paper

    def _state(self, question: int) -> bytes:
        well = self.behaviour.paper and not self.behaviour.cover
        if question == 1:
            return b"\x12" if well else b"\x1a"
        if question == 2:
            return bytes([0x12 | (0 if self.behaviour.paper else 0x20) | (0x04 if self.behaviour.cover else 0)])
        return bytes([0x12 | (0 if self.behaviour.paper else 0x60) | (0x0C if self.behaviour.near_end else 0)])

    def end(self) -> None:
        """A job is over."""
        if self.got:
            self.jobs.append(self.got)
        self.got = b""


@contextlib.contextmanager
def network_printer(behaviour: Behaviour) -> Iterator[tuple[int, FakePrinter]]:
    """A printer on a free port of this computer, one client at a time."""
    printer = FakePrinter(behaviour)
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()
        thread = threading.Thread(target=_serve, args=(server, printer, stop), daemon=True)
        thread.start()
        yield server.getsockname()[1], printer
        stop.set()
        thread.join(5)


def _serve(server: socket.socket, printer: FakePrinter, stop: threading.Event) -> None:
    server.settimeout(0.05)
    while not stop.is_set():
        with contextlib.suppress(OSError):
            connection, _ = server.accept()
            with connection:
                _talk(connection, printer, stop)
            printer.end()


def _talk(connection: socket.socket, printer: FakePrinter, stop: threading.Event) -> None:
    connection.settimeout(0.05)
    while not stop.is_set():
        try:
            data = connection.recv(4096)
        except TimeoutError:
            continue
        if not data:
            return
        connection.sendall(printer.feed(data))
        if printer.behaviour.close_after and len(printer.got) >= printer.behaviour.close_after:
            return


@contextlib.contextmanager
def terminal_printer(behaviour: Behaviour) -> Iterator[tuple[str, FakePrinter]]:
    """A printer on a pseudo-terminal."""
    printer = FakePrinter(behaviour)
    with terminal() as (ours, name):
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                if select.select([ours], [], [], 0.05)[0]:
                    with contextlib.suppress(OSError):
                        os.write(ours, printer.feed(os.read(ours, 4096)))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield name, printer
        stop.set()
        thread.join(5)


@contextlib.contextmanager
def terminal() -> Iterator[tuple[int, str]]:
    """Our end of a pseudo-terminal and the name of the other, which stays there when nobody holds it."""
    ours, other = pty.openpty()
    tty.setraw(other)
    try:
        yield ours, os.ttyname(other)
    finally:
        os.close(ours)
        os.close(other)


class Heard:
    """Keeps what devices report, and waits for it."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, event: Event) -> None:
        self.events.append(event)

    def codes(self) -> list[str]:
        return [event.code for event in self.events]

    def wait_for(self, code: str, times: int = 1) -> Event:
        """The event of this code, reported so many times by now."""
        until(lambda: self.codes().count(code) >= times, f"{code} in {self.codes()}")
        return [event for event in self.events if event.code == code][times - 1]


def until(true: Callable[[], object], what: str = "", seconds: float = 10.0) -> None:
    """Wait until it is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.005)
