"""What every way to a printer promises: a connection that can be written to, may answer, and ends properly."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

CONNECT_SECONDS = 2.5
WRITE_SECONDS = 10.0
FINISH_SECONDS = 3.0
CHUNK = 4096


class Wire(Protocol):
    """An open connection, good for one job. Every call ends within seconds or raises `Trouble`."""

    def write(self, data: bytes) -> None:
        """Hand over all of it."""

    def read(self, most: int, seconds: float) -> bytes:
        """What has arrived after at most so long: up to `most` bytes, or nothing."""

    def finish(self) -> None:
        """Say that nothing more comes and see it off; a job that needs this is lost without it."""


class Link(Protocol):
    """How a printer is reached. `where` is its name for people; `answers` is False for a way without a way back."""

    @property
    def where(self) -> str:
        """The printer's place, as a person knows it."""

    @property
    def answers(self) -> bool:
        """True when the printer can be heard over it."""

    def connect(self) -> AbstractContextManager[Wire]:
        """Open it, or raise `Trouble`: printer_not_found, printer_refused, printer_no_answer, printer_busy,
        printer_not_allowed, printer_cut_off. Leaving the context lets go whatever happened.
        """


def chunks(data: bytes) -> list[bytes]:
    """Data in pieces that a small buffer takes."""
    return [data[n : n + CHUNK] for n in range(0, len(data), CHUNK)]
