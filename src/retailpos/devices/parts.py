"""What a register's devices can be asked: one small protocol a kind, and the value that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from retailpos.core.paper import Paper
from retailpos.devices.event import Event, Report
from retailpos.devices.missing import MissingPrinter, MissingScanner
from retailpos.devices.paper_printer import PaperPrinter

__all__ = [
    "Devices",
    "Drawer",
    "Event",
    "MissingPrinter",
    "MissingScanner",
    "PaperPrinter",
    "Printer",
    "Report",
    "Scanner",
]


class Drawer(Protocol):
    """A cash drawer. The call returns at once; a pulse that can't be given now is dropped and reported, never kept."""

    def kick(self, job: str = "") -> None:
        """Queue a drawer pulse, ahead of the papers that wait."""


class Printer(Drawer, Protocol):
    """A receipt printer with a cash drawer behind it. Every call returns at once; the work is queued."""

    def print(self, paper: Paper, job: str = "") -> None:
        """Queue a paper. `job` comes back in what is reported about it; a reprint is a new job."""

    def waiting(self) -> int:
        """How many papers wait."""

    def waiting_jobs(self) -> tuple[str, ...]:
        """The jobs of those papers, the next one first."""

    @property
    def trouble(self) -> str:
        """What is wrong at the moment, by the code it was reported under, or ''; no_printer where there is none."""

    def cancel(self, job: str) -> bool:
        """Take a waiting paper out of the queue; False when it is out, or being printed."""

    def retry(self) -> None:
        """Try again now what waits for a cure."""

    def close(self) -> None:
        """Finish what can be finished in a few seconds and let go of the device."""


class Scanner(Protocol):
    """A scanner on a cable of its own. Codes go to the callback it was made with, from its own thread."""

    def start(self) -> None:
        """Begin to listen."""

    @property
    def trouble(self) -> str:
        """scanner_unplugged, no_scanner, or ''."""

    def close(self) -> None:
        """Stop listening and let go of the device."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices of one register."""

    printer: Printer
    scanner: Scanner = field(default_factory=MissingScanner)

    @property
    def drawer(self) -> Drawer:
        """The drawer hangs on the printer."""
        return self.printer

    def close(self) -> None:
        """Let go of everything, scanner first."""
        self.scanner.close()
        self.printer.close()
