"""What a device tells the rest of the program, from a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """What a device reports: `device` ('printer', 'scanner'), a code for the words, and facts.

    The printer's codes: printed (job, confirmed: yes, no or unknown), kicked, drawer_not_opened, ready,
    paper_near_end, and the troubles no_paper, cover_open, offline, printer_fault, no_answer, not_found, refused,
    busy, not_allowed, cut_off (each with waiting, the number of papers that wait).
    The scanner's: ready, and the troubles not_found, busy, not_allowed.
    """

    device: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """One fact, or '' where it is not told."""
        return dict(self.facts).get(name, "")


Report = Callable[[Event], None]
