"""Clocks, medians, and the lines a run prints: a figure, its floor, and what is promised."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is made: where the filled files lie, how much is in them, and how often each act is done."""

    folder: Path
    items: int = 100_000
    sales: int = 100_000
    receipts: tuple[int, ...] = (10_000, 100_000, 1_000_000)
    rounds: int = 200

    def some(self, share: float, least: int = 3) -> int:
        """A share of the rounds, for acts that take long."""
        return max(least, int(self.rounds * share))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the run. `kept` is None where nothing is promised; `note` says where the time goes."""

    what: str
    shown: str
    promise: str = ""
    kept: bool | None = None
    note: str = ""

    def line(self) -> str:
        """The line as it is printed."""
        verdict = {None: "", True: "kept", False: "MISSED"}[self.kept]
        head = f"{self.what:<44} {self.shown:<58} {self.promise:<34} {verdict}".rstrip()
        return f"{head}\n    {self.note}" if self.note else head


@dataclass(slots=True)
class Times:
    """Durations in seconds, as they were measured."""

    taken: list[float] = field(default_factory=list)

    def add(self, seconds: float) -> None:
        """One more."""
        self.taken.append(seconds)

    def of(self, act: Callable[[], object]) -> None:
        """Do an act and add how long it took."""
        began = time.perf_counter()
        act()
        self.add(time.perf_counter() - began)

    def share(self, hundredths: int) -> float:
        """The time within which so many in a hundred were done."""
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, len(ordered) * hundredths // 100)]

    @property
    def median(self) -> float:
        """Half took less."""
        return self.share(50)

    def words(self) -> str:
        """Median and p99."""
        return f"median {shown(self.median)}, p99 {shown(self.share(99))}"


def shown(seconds: float) -> str:
    """A duration in the unit that suits it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


def taking_turns(
    rounds: int, *acts: Callable[[int], object], before: Callable[[], object] | None = None
) -> tuple[Times, ...]:
    """Every act once a round, one after the other, so that whatever else the computer does meets them alike.

    `before` is done ahead of each act and is not measured.
    """
    found = tuple(Times() for _ in acts)
    gc.collect()
    for n in range(rounds):
        for act, times in zip(acts, found, strict=True):
            if before is not None:
                before()
            began = time.perf_counter()
            act(n)
            times.add(time.perf_counter() - began)
    return found


def tell(figures: Iterable[Figure]) -> None:
    """Print each line as soon as it is known."""
    for figure in figures:
        print(figure.line(), flush=True)
