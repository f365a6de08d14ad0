"""What a device tells the rest of the program, from a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """What a device reports: `device` ('printer', 'scanner'), a code for the words, and facts.

    The printer: printed (job, confirmed: yes or unknown), unconfirmed (job: it may have come out or not, a copy can
    be printed), kicked (job), drawer_not_opened (job, why), printer_ready, paper_near_end, left_unprinted (waiting),
    not_printable (job: our fault), and the troubles no_paper, cover_open, printer_offline, printer_fault,
    printer_no_answer, printer_not_found, printer_refused, printer_busy, printer_not_allowed, printer_cut_off,
    no_print_system, no_usb_library; a trouble says `waiting`, the number of papers that wait, and `where`.
    The scanner: scanner_ready, scanner_unplugged (where).
    """

    device: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """One fact, or '' where it is not told."""
        return dict(self.facts).get(name, "")


Report = Callable[[Event], None]
