"""The form a day's sales go to QuickBooks in: one journal entry, or a sales receipt with what belongs beside it.

As sales receipts, an entry is sent in parts, each a document of its own that balances by itself: a sales receipt of
what was sold, a refund receipt of what came back, an invoice for each customer who charged something, a payment for
each who paid on account, and a journal entry of the rest (cost of goods, drawer). A sales form's items can't point to
receivables, so customers' accounts and the other parts meet in a clearing account, which comes to zero with them.
Forms know slots and sides only, never what kind of document a posting came from.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from retailpos.core import outbox
from retailpos.core.document import Posting
from retailpos.core.mapping import Row
from retailpos.core.postings import RETURN_SIDE, SALE_SIDE
from retailpos.exchange import moves
from retailpos.exchange.entry import LETTERS, STOCK_SLOTS, WITH_CUSTOMER, Book, Entry, build
from retailpos.exchange.suggest import suggestion

JOURNAL_ENTRY, SALES_RECEIPT = "journal-entry", "sales-receipt"
FORMS = (JOURNAL_ENTRY, SALES_RECEIPT)
CLEARING = "house_clearing"

Totals = Iterable[tuple[int, Posting]]
_SIDES = {outbox.RECEIPT: SALE_SIDE, outbox.REFUND: RETURN_SIDE}
_LETTERS = {outbox.RECEIPT: "S", outbox.REFUND: "X", outbox.REST: "J", outbox.INVOICE: "I", outbox.PAYMENT: "P"}
_LETTERS |= {outbox.TRANSFER: "B"}
# What a customer's paper is about, and the sign its sum must have: other sums stay in the journal of the rest.
_CUSTOMERS = {outbox.INVOICE: ("house_charge", 1), outbox.PAYMENT: ("house_payment", -1)}


def plan(date: str, kind: str, totals: Totals, book: Book, form: str, *, transfers: bool = False) -> tuple[str, ...]:
    """The papers that an entry is sent as; none where nothing has to be said.

    A side that does not balance by itself can't be a receipt of its own: then the whole entry is a journal.
    With `transfers` what was brought to the safe or the bank goes beside it, each place a document of its own.
    """
    known = tuple(totals)
    papers: tuple[str, ...] = (outbox.JOURNAL,)
    if form == SALES_RECEIPT and kind == "sales" and all(_balances(known, side) for side in _SIDES.values()):
        papers = (outbox.RECEIPT, outbox.REFUND, *_customer_papers(known), outbox.REST)
    moved = moves.papers(known) if transfers and kind == "sales" else ()
    if moved:
        apart = {paper: f"{paper}/{outbox.APART}" for paper in (outbox.JOURNAL, outbox.REST)}
        papers = (*(apart.get(paper, paper) for paper in papers), *moved)
    return tuple(paper for paper in papers if says_something(part(date, kind, known, book, paper)))


def part(date: str, kind: str, totals: Totals, book: Book, paper: str) -> Entry:
    """The lines of one paper of an entry; all papers of a plan together are the entry itself."""
    sort, _, more = paper.partition("/")
    known = tuple(moves.without(totals) if more == outbox.APART else totals)
    if sort in (outbox.JOURNAL, outbox.TRANSFER):
        return build(date, kind, known if sort == outbox.JOURNAL else moves.of_paper(paper, known), book)
    if sort in _SIDES:
        share = _receipt(known, _SIDES[sort])
    elif sort in _CUSTOMERS:
        share = _cleared(known, {paper})
    else:
        share = _rest(known)
    mapping = book.mapping
    if mapping.find(CLEARING, "") is None:
        mapping = mapping.with_row(Row(CLEARING, "", suggestion(CLEARING, "", book.names)))
    here = replace(book, mapping=mapping)
    if not (book.tax_there and sort in _SIDES):
        return build(date, kind, share, here)
    taxed = {posting.tax_code for _, posting in share if posting.slot == "tax" and posting.cents}
    return replace(build(date, kind, share, here, taxed=taxed), tax_there=True)


def says_something(entry: Entry) -> bool:
    """True where there is anything to send, or anything that has no account yet."""
    return bool(entry.lines or entry.unmapped)


def number(code: str, store: int, date: str, kind: str, *, run: int, paper: str = outbox.JOURNAL, n: int = 0) -> str:
    """The QuickBooks document number of a paper: derivable, so that a restored file makes the same one.

    `n` counts the customers' papers of one sort, and the transfers.
    """
    letter = _LETTERS.get(paper.partition("/")[0], LETTERS[kind])
    return f"{code}-{store}-{date[2:].replace('-', '')}-{letter}{run}" + (f"-{n}" if n else "")


def numbered(papers: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Each paper of a plan with its `n`: 0, or its place among the customers' papers of its sort, or the transfers."""
    counts: dict[str, int] = {}
    found = []
    for paper in papers:
        sort = paper.partition("/")[0]
        counts[sort] = counts.get(sort, 0) + 1
        found.append((paper, counts[sort] if sort in (*_CUSTOMERS, outbox.TRANSFER) else 0))
    return tuple(found)


def _balances(totals: Totals, side: str) -> bool:
    return sum(posting.cents for _, posting in totals if _on_form(posting, side)) == 0


def _on_form(posting: Posting, side: str) -> bool:
    return posting.entry == "sales" and posting.side == side and posting.slot not in STOCK_SLOTS


def _receipt(totals: Totals, side: str) -> list[tuple[int, Posting]]:
    """What one side's receipt says: its slots, and in place of customers' accounts the clearing account."""
    found = []
    for count, posting in totals:
        if _on_form(posting, side):
            house = posting.slot in WITH_CUSTOMER
            found.append((count, Posting(CLEARING, "", posting.cents) if house else posting))
    return found


def _customer_papers(totals: Totals) -> tuple[str, ...]:
    """The invoices and payments of the customers whose accounts moved, in the order of their lasting keys."""
    sums: dict[tuple[str, str], int] = {}
    for _, posting in totals:
        if posting.entry == "sales" and posting.slot in WITH_CUSTOMER:
            sums[posting.slot, posting.key] = sums.get((posting.slot, posting.key), 0) + posting.cents
    return tuple(
        f"{paper}/{key}"
        for paper, (slot, sign) in _CUSTOMERS.items()
        for (of, key), cents in sorted(sums.items())
        if of == slot and cents * sign > 0
    )


def _cleared(totals: Totals, papers: Container[str]) -> list[tuple[int, Posting]]:
    """Customers' accounts that stand on these papers, against clearing."""
    of_slot = {slot: paper for paper, (slot, _) in _CUSTOMERS.items()}
    found = []
    for count, posting in totals:
        if posting.entry == "sales" and f"{of_slot.get(posting.slot)}/{posting.key}" in papers:
            found += [(count, posting), (count, Posting(CLEARING, "", -posting.cents))]
    return found


def _rest(totals: Totals) -> list[tuple[int, Posting]]:
    """What no other paper says: stock, drawer, what was paid on account, and sums that fit on no customer's paper."""
    known = tuple(totals)
    found = []
    for count, posting in known:
        if posting.entry == "sales" and not any(_on_form(posting, side) for side in _SIDES.values()):
            house = posting.slot in WITH_CUSTOMER
            found.append((count, Posting(CLEARING, "", posting.cents) if house else posting))
    fitting = set(_customer_papers(known))
    others = {
        f"{paper}/{posting.key}"
        for _, posting in known
        for paper, (slot, _) in _CUSTOMERS.items()
        if posting.slot == slot and f"{paper}/{posting.key}" not in fitting
    }
    return found + _cleared(known, others)
