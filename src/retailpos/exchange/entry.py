"""A day's entry: its postings through one version of the mapping. Pure; the same for preview, sending and paper."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from retailpos.core.document import Posting
from retailpos.core.mapping import CLASS, LOCATION, WHOLE, Mapping, Mark
from retailpos.core.slots import EXEMPT, ORDER
from retailpos.exchange.suggest import Names, suggestion, takes_class

LETTERS = {"sales": "S", "receiving": "R", "stock": "K", "transfer": "T", "settlement": "M"}
# Not part of a day: each of these documents is sent by itself.
ON_ITS_OWN = ("settlement",)
STOCK_SLOTS = ("cogs", "inventory")
WITH_CUSTOMER = ("house_charge", "house_payment")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: debit positive cents for a slot's sub-row, and the account it goes to.

    `name` is the customer of a receivable or the rate of a named tax; `title` says the sub-row in words. `klass` and
    `place` are the class and the location chosen for it, whether or not the company tracks such just now. `taxed` ones
    were sold with tax, which matters where QuickBooks keeps the tax.
    """

    slot: str
    key: str
    cents: int
    account: str
    title: str
    name: str = ""
    account_id: str = ""
    postings: int = 0
    klass: Mark | None = None
    place: Mark | None = None
    taxed: bool = False

    @property
    def side(self) -> str:
        """`Dr` or `Cr`."""
        return "Dr" if self.cents > 0 else "Cr"


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A sub-row with money in it and no account."""

    slot: str
    key: str
    cents: int
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one QuickBooks document of a day will say. Sendable when nothing is unmapped.

    `klass` and `place` are those of the whole document, for where a company wants one on it and none on its lines.
    `company` is the QuickBooks company that the ids in it belong to; '' where that is not known. `tax_there` tells its
    tax as tax, for a shop that files it from QuickBooks.
    """

    date: str
    kind: str
    lines: tuple[Line, ...]
    unmapped: tuple[Unmapped, ...]
    klass: Mark | None = None
    place: Mark | None = None
    company: str = ""
    tax_there: bool = False

    @property
    def debit_total(self) -> int:
        """The sum of all debits, in cents."""
        return sum(line.cents for line in self.lines if line.cents > 0)


@dataclass(frozen=True, slots=True)
class Book:
    """How this shop books: the mapping, whether suggestions stand in for missing rows, and whether stock goes along.

    `tax_there` where the shop files its sales tax from QuickBooks.
    """

    mapping: Mapping
    names: Names
    suggest: bool = False
    cogs: bool = False
    tax_there: bool = False


def kinds(postings: Iterable[Posting], book: Book) -> tuple[str, ...]:
    """The kinds of entry these postings make, in the order they are sent."""
    having = {posting.entry for posting in postings if posting.cents and _goes(posting, book)}
    return tuple(kind for kind in LETTERS if kind in having and kind not in ON_ITS_OWN)


def build(
    date: str,
    kind: str,
    totals: Iterable[tuple[int, Posting]],
    book: Book,
    *,
    taxed: Container[str] = (),
) -> Entry:
    """One entry: a line for every slot and sub-row, netted within it and never across; no zero lines.

    Sums to zero because every document did. What was sold under the tax codes `taxed` has lines of its own.
    """
    sums: dict[tuple[str, str, bool], tuple[int, int]] = {}
    for count, posting in totals:
        if posting.entry == kind and _goes(posting, book):
            row = (posting.slot, posting.key, _is_taxed(posting, taxed))
            cents, many = sums.get(row, (0, 0))
            sums[row] = (cents + posting.cents, many + count)
    lines = []
    unmapped: dict[tuple[str, str], int] = {}
    for (slot, key, with_tax), (cents, many) in sums.items():
        line = placed(slot, key, cents, book, many=many) if cents else None
        if line is not None:
            lines.append(replace(line, taxed=with_tax) if with_tax else line)
        elif cents:
            unmapped[slot, key] = unmapped.get((slot, key), 0) + cents
    if sum(cents for cents, _ in sums.values()):
        raise ArithmeticError(f"the {kind} entry of {date} does not balance")
    lines.sort(key=lambda line: (ORDER.get(line.slot, 99), line.title, line.key))
    whole = {kind: book.mapping.mark(kind, WHOLE, "") for kind in (CLASS, LOCATION)}
    gaps = tuple(Unmapped(slot, key, cents, book.names.of(slot, key)) for (slot, key), cents in unmapped.items())
    return Entry(date, kind, tuple(lines), gaps, whole[CLASS], whole[LOCATION], book.mapping.company)


def _is_taxed(posting: Posting, taxed: Container[str]) -> bool:
    """True for what was sold under one of these tax codes to somebody who pays tax."""
    return posting.slot != "tax" and posting.tax_code in taxed and not posting.key.endswith(f"/{EXEMPT}")


def placed(slot: str, key: str, cents: int, book: Book, *, many: int = 0) -> Line | None:
    """Where a sum of a sub-row goes: its account, class and location; None where it has no account."""
    account, account_id = _account(slot, key, book)
    if not account:
        return None
    klass = book.mapping.mark(CLASS, slot, key) if takes_class(slot) else None
    place = book.mapping.mark(LOCATION, slot, key)
    title = book.names.of(slot, key)
    return Line(slot, key, cents, account, title, _name(slot, key, book), account_id, many, klass, place)


def _goes(posting: Posting, book: Book) -> bool:
    """Leaving stock out of QuickBooks leaves out cost of goods, inventory and what only moves between them."""
    if book.cogs:
        return True
    return posting.slot not in STOCK_SLOTS and posting.entry not in ("stock", "transfer")


def _account(slot: str, key: str, book: Book) -> tuple[str, str]:
    row = book.mapping.find(slot, key)
    if row is not None:
        return ("", "") if row.none else (row.account, row.account_id)
    return (suggestion(slot, key, book.names), "") if book.suggest else ("", "")


def _name(slot: str, key: str, book: Book) -> str:
    if slot in WITH_CUSTOMER:
        return book.names.of(slot, key)
    return key.partition("/")[2] if slot == "tax" else ""
