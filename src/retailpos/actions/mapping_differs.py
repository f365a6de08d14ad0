"""What a change of the mapping would have made different: told before it is kept, and never done to what was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retailpos.actions.books import book
from retailpos.actions.mapping import pinned
from retailpos.actions.mapping_settings import Settings
from retailpos.actions.reports import title
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS, LOCATION, Mapping, Mark, Row
from retailpos.core.outbox import CHANGED_THERE, JOURNAL, MISSING, POSTED, REST, VERIFIED, OutboxRow
from retailpos.exchange import forms
from retailpos.exchange.entry import Book, Line
from retailpos.exchange.suggest import takes_class
from retailpos.store.store import Tx

_SENT = (POSTED, VERIFIED, CHANGED_THERE, MISSING)


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that would stand elsewhere: debit positive cents, and where it stands and would stand.

    `sort` says what differs: the account, the class or the location; '' on one side is none.
    """

    title: str
    cents: int
    before: str
    after: str
    sort: str = "account"


@dataclass(frozen=True, slots=True)
class SentDay:
    """A day that was sent and would be another entry today. `version` is the mapping it went out under."""

    date: str
    doc_number: str
    version: int
    moved: tuple[Moved, ...]


def would_differ(shop: OpenShop, settings: Settings, choices: tuple[Row | Mark, ...]) -> tuple[SentDay, ...]:
    """The sent days whose entry would be another one under the newest mapping with these choices, newest first.

    Compares what each was sent under with what it would be sent under; the day itself is not asked for in QuickBooks.
    """
    with shop.store.read() as tx:
        here = book(tx, shop)
        wanted = pinned(here.mapping.for_company(settings.company).changed(choices), settings)
        mappings: dict[int, Mapping] = {}
        found = []
        for row in tx.outbox.rows(*_SENT):
            if row.mapping_version not in mappings:
                before = tx.mappings.version(row.mapping_version).for_company(settings.company)
                mappings[row.mapping_version] = pinned(before, settings)
            books = [replace(here, mapping=mapping) for mapping in (mappings[row.mapping_version], wanted)]
            moved = _moved(tx, row, books, settings)
            if moved:
                found.append(SentDay(row.business_date, row.doc_number, row.mapping_version, moved))
    return tuple(sorted(found, key=lambda day: (day.date, day.doc_number), reverse=True))


def _moved(tx: Tx, row: OutboxRow, books: list[Book], settings: Settings) -> tuple[Moved, ...]:
    if not _may_differ(*(there.mapping for there in books)):
        return ()
    totals = tx.periods.totals(row.business_date, row.run)
    before, after = (_as_sent(row, totals, there, settings) for there in books)
    found: list[Moved] = []
    for key, line in before.items():
        found += _changes(line, after.get(key), title(*key, books[0].names), settings)
    return tuple(found)


def _as_sent(row: OutboxRow, totals: forms.Totals, there: Book, settings: Settings) -> dict[tuple[str, str], Line]:
    """The lines of a document, each with the class and the location that it has there."""
    entry = forms.part(row.business_date, row.entry, totals, there, row.paper)
    on_each = row.paper in (JOURNAL, REST)
    found = {}
    for line in entry.lines:
        whole = entry.klass if takes_class(line.slot) else None
        klass = line.klass if settings.classes_on_lines else whole
        found[line.slot, line.key] = replace(line, klass=klass, place=line.place if on_each else entry.place)
    return found


def _may_differ(before: Mapping, after: Mapping) -> bool:
    return (set(before.rows), set(before.marks)) != (set(after.rows), set(after.marks))


def _changes(old: Line, new: Line | None, name: str, settings: Settings) -> list[Moved]:
    if new is None:
        return [Moved(name, old.cents, old.account, "")]
    found = []
    if _account(old, settings) != _account(new, settings):
        found.append(Moved(name, old.cents, old.account, new.account))
    for kind, one, other in ((CLASS, old.klass, new.klass), (LOCATION, old.place, new.place)):
        if settings.tracks(kind) and _mark(one) != _mark(other):
            found.append(Moved(name, old.cents, one.name if one else "", other.name if other else "", kind))
    return found


def _account(line: Line, settings: Settings) -> str:
    """What an account is, however it is called: its id where it has one by now."""
    there = settings.by_name.get(line.account.casefold())
    return line.account_id or (there.id if there else line.account.casefold())


def _mark(mark: Mark | None) -> str:
    return (mark.id or mark.name.casefold()) if mark else ""
