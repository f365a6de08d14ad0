"""Telling a scan from typing, as a pure rule over keys and their times. No Qt here, so that every case can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

_FASTEST_LEARNT = 20
_SLOWEST_LEARNT = 60
_PREFIXED_SILENCE = 300


@dataclass(frozen=True, slots=True)
class ScanTiming:
    """How one scanner sends: gaps in milliseconds, how short a code may be, and the key it begins with, if it does."""

    gap: int = 35
    end_within: int = 80
    least: int = 4
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press.

    `char` is the character it stands for, empty for other keys; `ends` is Enter or Tab; `stamp` is the time the
    computer gave the key (0 when it gave none) and `seen` the time we saw it, both in milliseconds.
    """

    char: str
    ends: bool = False
    name: str = ""
    stamp: int = 0
    seen: int = 0


class Verdict(Enum):
    """What becomes of a key."""

    LET_THROUGH = "let through"
    HOLD = "hold"
    SCAN = "scan"
    SWALLOW = "swallow"


@dataclass(frozen=True, slots=True)
class Judgement:
    """First deliver what was held, if `flush`; then do this with the key. `code` is set for a scan only."""

    verdict: Verdict
    flush: bool = False
    code: str = ""


class ScanRun:
    """The run of keys that may be a scan.

    A run is a scan when it begins with the scanner's own prefix, or when at least four characters come no more than one
    gap apart and Enter or Tab follows in time. A run that is not a scan is typing, and is delivered in its order.
    """

    def __init__(self, timing: ScanTiming) -> None:
        self.timing = timing
        self._strokes: list[Stroke] = []
        self._prefixed = False
        self._ended: Stroke | None = None

    @property
    def waiting(self) -> bool:
        """Whether keys are held."""
        return bool(self._strokes)

    def wait(self) -> int:
        """After how many milliseconds of silence the held keys are typing."""
        if self._prefixed:
            return _PREFIXED_SILENCE
        return self.timing.end_within if self._count() >= self.timing.least else self.timing.gap

    def too_soon_to_repeat(self, stroke: Stroke) -> bool:
        """Whether a key that is said to repeat only follows its like: one kept down waits far longer than a gap."""
        return bool(self._strokes) and _apart(self._strokes[-1], stroke) <= self.timing.gap

    def drop(self) -> None:
        """The held keys were delivered or taken."""
        self._strokes.clear()
        self._prefixed = False

    def judge(self, stroke: Stroke) -> Judgement:
        """Decide about the next key, and hold it if need be."""
        ended, self._ended = self._ended, None
        if ended is not None and stroke.ends and _apart(ended, stroke) <= self.timing.end_within:
            # Some scanners end a code with two keys: the second belongs to the scan as well.
            self._ended = stroke
            return Judgement(Verdict.SWALLOW)
        flush = False
        if self._strokes and not self._belongs(stroke):
            flush = True
            self.drop()
        if not self._strokes:
            return Judgement(self._begin(stroke), flush)
        if stroke.ends:
            return self._end(stroke)
        self._strokes.append(stroke)
        return Judgement(Verdict.HOLD)

    def gaps(self) -> tuple[int, ...]:
        """The times between the held keys, for learning a scanner."""
        return tuple(_apart(first, second) for first, second in zip(self._strokes, self._strokes[1:], strict=False))

    def _begin(self, stroke: Stroke) -> Verdict:
        if self.timing.prefix:
            self._prefixed = self.timing.prefix in (stroke.name, stroke.char)
            starts = self._prefixed
        else:
            starts = bool(stroke.char) and not stroke.ends
        if starts:
            self._strokes.append(stroke)
        return Verdict.HOLD if starts else Verdict.LET_THROUGH

    def _end(self, stroke: Stroke) -> Judgement:
        least = 1 if self._prefixed else self.timing.least
        if self._count() < least:
            # Too short for a scan: the terminator is typing as well, and comes after what was held.
            self.drop()
            return Judgement(Verdict.LET_THROUGH, flush=True)
        code = "".join(held.char for held in self._goods())
        self._ended = stroke
        return Judgement(Verdict.SCAN, code=code)

    def _belongs(self, stroke: Stroke) -> bool:
        apart = _apart(self._strokes[-1], stroke)
        if self._prefixed:
            return apart <= _PREFIXED_SILENCE
        if stroke.ends and self._count() >= self.timing.least:
            return apart <= self.timing.end_within
        return apart <= self.timing.gap

    def _goods(self) -> list[Stroke]:
        return self._strokes[1:] if self._prefixed else self._strokes

    def _count(self) -> int:
        return sum(1 for stroke in self._goods() if stroke.char)


def _apart(first: Stroke, second: Stroke) -> int:
    """Milliseconds between two keys, by the computer's own times where both have one: a busy window bunches others."""
    if first.stamp and second.stamp:
        return second.stamp - first.stamp
    return second.seen - first.seen


def learnt(scans: Sequence[Sequence[int]], before: ScanTiming) -> ScanTiming:
    """The timing of a scanner from the gaps of some scans of one code: half as much again as its slowest gap."""
    slowest = max((gap for gaps in scans for gap in gaps), default=before.gap)
    gap = min(_SLOWEST_LEARNT, max(_FASTEST_LEARNT, slowest * 3 // 2 + 1))
    return ScanTiming(gap=gap, end_within=max(80, gap * 2), least=before.least, prefix=before.prefix)
