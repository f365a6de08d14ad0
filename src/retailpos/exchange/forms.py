"""The form a day's sales go to QuickBooks in: one journal entry, or a sales receipt with what belongs beside it.

As sales receipts, an entry is sent in up to three parts, each a document of its own that balances by itself: a sales
receipt of what was sold, a refund receipt of what came back, and a journal entry of the rest (cost of goods, drawer,
customers' accounts). Forms know slots and sides only, never what kind of document a posting came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from retailpos.core import outbox
from retailpos.core.document import Posting
from retailpos.core.mapping import Row
from retailpos.core.postings import RETURN_SIDE, SALE_SIDE
from retailpos.exchange.entry import LETTERS, STOCK_SLOTS, WITH_CUSTOMER, Book, Entry, build
from retailpos.exchange.suggest import suggestion

JOURNAL_ENTRY, SALES_RECEIPT = "journal-entry", "sales-receipt"
FORMS = (JOURNAL_ENTRY, SALES_RECEIPT)
CLEARING = "house_clearing"

Totals = Iterable[tuple[int, Posting]]
_SIDES = {outbox.RECEIPT: SALE_SIDE, outbox.REFUND: RETURN_SIDE}
_LETTERS = {outbox.RECEIPT: "S", outbox.REFUND: "X", outbox.REST: "J"}
_PARTS = (outbox.RECEIPT, outbox.REFUND, outbox.REST)


def plan(date: str, kind: str, totals: Totals, book: Book, form: str) -> tuple[str, ...]:
    """The papers that an entry is sent as, in the order they are sent; none where nothing has to be said.

    A side that does not balance by itself can't be a receipt of its own: then the whole entry is a journal.
    """
    known = tuple(totals)
    papers: tuple[str, ...] = (outbox.JOURNAL,)
    if form == SALES_RECEIPT and kind == "sales" and all(_balances(known, side) for side in _SIDES.values()):
        papers = _PARTS
    return tuple(paper for paper in papers if says_something(part(date, kind, known, book, paper)))


def part(date: str, kind: str, totals: Totals, book: Book, paper: str) -> Entry:
    """The lines of one paper of an entry; all papers of a plan together are the entry itself.

    A sales form's items can't point to receivables, so customers' accounts stand in the journal of the rest and meet
    the receipts in a clearing account, which comes to zero with them.
    """
    if paper == outbox.JOURNAL:
        return build(date, kind, totals, book)
    share = _rest(totals) if paper == outbox.REST else _receipt(totals, _SIDES[paper])
    mapping = book.mapping
    if mapping.find(CLEARING, "") is None:
        mapping = mapping.with_row(Row(CLEARING, "", suggestion(CLEARING, "", book.names)))
    return build(date, kind, share, replace(book, mapping=mapping))


def says_something(entry: Entry) -> bool:
    """True where there is anything to send, or anything that has no account yet."""
    return bool(entry.lines or entry.unmapped)


def number(code: str, store: int, date: str, kind: str, *, run: int, paper: str = outbox.JOURNAL) -> str:
    """The QuickBooks document number of a paper: derivable, so that a restored file makes the same one."""
    letter = _LETTERS.get(paper, LETTERS[kind])
    return f"{code}-{store}-{date[2:].replace('-', '')}-{letter}{run}"


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


def _rest(totals: Totals) -> list[tuple[int, Posting]]:
    """What no receipt says: stock, drawer, and customers' accounts, with what the receipts left in clearing."""
    found = []
    for count, posting in totals:
        on_receipt = any(_on_form(posting, side) for side in _SIDES.values())
        if posting.entry != "sales" or (on_receipt and posting.slot not in WITH_CUSTOMER):
            continue
        found.append((count, posting))
        if on_receipt:
            found.append((count, Posting(CLEARING, "", -posting.cents)))
    return found
