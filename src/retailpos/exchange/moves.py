"""Money that only changes its place: a drop into the safe, a deposit at the bank, cash fetched from there.

Where the shop wants it, each goes to QuickBooks as a transfer of its own, which a bank statement can be matched with;
the day's entry is then sent without them. Both ways make the same books.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from retailpos.core import outbox
from retailpos.core.document import Posting

# Where money can be besides the drawer.
PLACES = ("safe", "bank")
Totals = Iterable[tuple[int, Posting]]


def is_move(posting: Posting) -> bool:
    """True for the side of a move that is not the drawer."""
    return posting.entry == "sales" and posting.slot in PLACES


def of_register(register: int, totals: Totals) -> tuple[tuple[int, Posting], ...]:
    """A register's moves, marked with it: the money came out of that register's drawer."""
    return tuple((count, replace(posting, party=str(register))) for count, posting in totals if is_move(posting))


def papers(totals: Totals) -> tuple[str, ...]:
    """A paper for each place that a register's money went to or came from, in a lasting order."""
    sums: dict[tuple[str, str, str], int] = {}
    for _, posting in totals:
        if is_move(posting):
            key = (posting.party, posting.slot, posting.key)
            sums[key] = sums.get(key, 0) + posting.cents
    return tuple(f"{outbox.TRANSFER}/{'/'.join(key)}" for key, cents in sorted(sums.items()) if cents)


def of_paper(paper: str, totals: Totals) -> tuple[tuple[int, Posting], ...]:
    """One transfer: what went to the place, and what left the drawer for it."""
    _, register, slot, key = paper.split("/", 3)
    found = []
    for count, posting in totals:
        if is_move(posting) and (posting.party, posting.slot, posting.key) == (register, slot, key):
            found += [(count, posting), (count, Posting("tender.cash", register, -posting.cents))]
    return tuple(found)


def without(totals: Totals) -> tuple[tuple[int, Posting], ...]:
    """Everything but the moves; the drawer as it would be had they not been made."""
    found = []
    for count, posting in totals:
        back = Posting("tender.cash", posting.party, posting.cents)
        found.append((count, back if is_move(posting) else posting))
    return tuple(found)
