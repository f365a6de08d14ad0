"""What must hold of a day before it is sent, proved from its documents and not from the sums that are sent.

Nothing is mended here and nothing is plugged: where a proof does not hold, the documents that break it are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retailpos.actions.books import entries
from retailpos.actions.reports import figures_of
from retailpos.actions.shop import OpenShop
from retailpos.core.document import RECEIPT_KINDS, Document, Posting
from retailpos.core.errors import Refusal
from retailpos.core.outbox import SUPERSEDED, OutboxRow
from retailpos.exchange.entry import STOCK_SLOTS, Entry
from retailpos.store.store import Tx

BALANCE, RECEIPTS, TENDERS, LIABILITIES, TAX, DRAWERS, STOCK, ONCE = (
    "balance",
    "receipts",
    "tenders",
    "liabilities",
    "tax",
    "drawers",
    "stock",
    "once",
)
_LIABLE = tuple(
    "gift_sold gift_used credit_issued credit_used order_in order_out layaway_in layaway_out house_charge "
    "house_payment".split()
)
_ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that must hold: whether it does, how much it is about (cents, or a count), and what breaks it."""

    name: str
    holds: bool
    figure: int
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    """A date's documents with the legs that were written with each, its rollup, entries and outbox."""

    documents: tuple[tuple[Document, tuple[Posting, ...]], ...]
    rollup: tuple[Posting, ...]
    entries: tuple[Entry, ...]
    rows: tuple[OutboxRow, ...]


def proofs(shop: OpenShop, date: str) -> tuple[Proof, ...]:
    """The eight proofs of a date. Reads every document of it over a connection of its own: not for the main thread."""
    with shop.store.snapshot() as tx:
        day = _read(tx, shop, date)
        drawers = _drawers(tx, shop, date)
    return (
        _balance(day),
        _receipts(day),
        _slots(TENDERS, day, lambda leg: leg.slot.startswith("tender.")),
        _slots(LIABILITIES, day, lambda leg: leg.slot in _LIABLE),
        _tax(day),
        drawers,
        _stock(day),
        _once(day),
    )


def _read(tx: Tx, shop: OpenShop, date: str) -> _Day:
    documents = tuple((one, tx.documents.postings_of(one.id)) for one in tuple(tx.documents.of_day(date)))
    rollup = tuple(posting for _, posting in tx.periods.totals(date))
    try:
        made = entries(tx, shop, date)
    except Refusal:
        # No entry is made of sums that don't come to zero; the first proof says so.
        made = ()
    return _Day(documents, rollup, made, tx.outbox.of_day(date))


def _balance(day: _Day) -> Proof:
    """Debits are credits, entry by entry."""
    sums: Counter[str] = Counter()
    for leg in day.rollup:
        sums[leg.entry] += leg.cents
    off = [kind for kind, cents in sums.items() if cents]
    gaps = sum(max(0, gap.cents) for entry in day.entries for gap in entry.unmapped)
    return Proof(BALANCE, not off, sum(entry.debit_total for entry in day.entries) + gaps, tuple(off))


def _receipts(day: _Day) -> Proof:
    """Every document balances by itself, and a receipt's payments are its total."""
    off = [one.printed_number for one, legs in day.documents if sum(leg.cents for leg in legs)]
    return Proof(RECEIPTS, not off, sum(1 for one, _ in day.documents if one.kind in RECEIPT_KINDS), tuple(off))


def _slots(name: str, day: _Day, counts: Callable[[Posting], bool]) -> Proof:
    """What is sent of these slots, row by row, is what their documents say."""
    said = _sums(leg for _, legs in day.documents for leg in legs if counts(leg))
    kept = _sums(leg for leg in day.rollup if counts(leg))
    off = sorted({" ".join(row) for row in {*said, *kept} if said[row] != kept[row]})
    return Proof(name, not off, sum(kept.values()), tuple(off))


def _tax(day: _Day) -> Proof:
    """Tax is what the receipts printed, rate by rate; never a rate times the day."""
    off = []
    for one, legs in day.documents:
        if one.kind in RECEIPT_KINDS:
            printed = sum(cents for _, cents in one.taxes)
            if printed != -sum(leg.cents for leg in legs if leg.slot == "tax"):
                off.append(one.printed_number)
    whole = _slots(TAX, day, lambda leg: leg.slot == "tax")
    return Proof(TAX, whole.holds and not off, -whole.figure, (*off, *whole.broken))


def _drawers(tx: Tx, shop: OpenShop, date: str) -> Proof:
    """What a drawer began with and what moved is what it should hold; counted less that is over or short."""
    found = figures_of(tx, shop, date).drawers
    off = [
        str(one.register)
        for one in found
        if one.opening + sum(move.cents for move in one.moves) != one.expected
        or (one.counted is not None and one.counted - one.expected != one.over)
    ]
    return Proof(DRAWERS, not off, sum(one.over for one in found), tuple(off))


def _stock(day: _Day) -> Proof:
    """Stock moves by what the lines say their goods cost."""
    off = []
    for one, legs in day.documents:
        moved = sum(leg.cents for leg in legs if leg.slot == "inventory")
        if one.kind in RECEIPT_KINDS and moved != -sum(line.cost for line in one.lines if line.moves_stock):
            off.append(one.printed_number)
    whole = _slots(STOCK, day, lambda leg: leg.slot == "inventory")
    return Proof(STOCK, whole.holds and not off, whole.figure, (*off, *whole.broken))


def _once(day: _Day) -> Proof:
    """Every document with money is in one entry of its day: in none while its period is open, never in two."""
    rows = [row for row in day.rows if row.state != SUPERSEDED and row.entry != _ADJUSTMENT]
    off, inside = [], 0
    said = {entry.kind for entry in day.entries}
    closed = {period for row in day.rows for period in row.periods}
    for one, legs in day.documents:
        period = (one.store, one.register, one.business_date, one.run)
        if not legs or period not in closed:
            continue
        kinds = {leg.entry for leg in legs if leg.cents and leg.slot not in STOCK_SLOTS} & said
        papers = Counter((row.entry, row.paper) for row in rows if period in row.periods and row.entry in kinds)
        inside += 1
        if any(count > 1 for count in papers.values()) or kinds - {entry for entry, _ in papers}:
            off.append(one.printed_number)
    return Proof(ONCE, not off, inside, tuple(off))


def _sums(legs: Iterable[Posting]) -> Counter[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for leg in legs:
        sums[leg.slot, leg.key] += leg.cents
    return sums
