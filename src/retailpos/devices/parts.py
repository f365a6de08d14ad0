"""What a register's devices can be asked: one small protocol a kind, and the value that holds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from retailpos.core.paper import Paper


@dataclass(frozen=True, slots=True)
class Event:
    """What a device reports: `device`, a code for the words, and facts."""

    device: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()


Report = Callable[[Event], None]


class Printer(Protocol):
    """A receipt printer with a cash drawer behind it. Every call returns at once; the work is queued."""

    def print(self, paper: Paper) -> None:
        """Queue a paper."""

    def kick(self) -> None:
        """Queue a drawer pulse."""

    def waiting(self) -> int:
        """How many papers wait."""

    def close(self) -> None:
        """Finish what can be finished in a few seconds and let go of the device."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices of one register."""

    printer: Printer


class MissingPrinter:
    """No printer: papers go nowhere, and saying so is the strip's business."""

    def print(self, paper: Paper) -> None:
        """Nothing to print on."""

    def kick(self) -> None:
        """No drawer to open."""

    def waiting(self) -> int:
        """Nothing ever waits."""
        return 0

    def close(self) -> None:
        """Nothing to let go of."""


class PaperPrinter:
    """A printer that keeps its roll to be looked at: for practice, training and tests."""

    def __init__(self, columns: int = 42) -> None:
        self.columns = columns
        self.papers: list[Paper] = []
        self.kicks = 0

    def print(self, paper: Paper) -> None:
        """Add to the roll."""
        self.papers.append(paper)

    def kick(self) -> None:
        """Count the pulse."""
        self.kicks += 1

    def waiting(self) -> int:
        """Paper never waits."""
        return 0

    def close(self) -> None:
        """Nothing to let go of."""
