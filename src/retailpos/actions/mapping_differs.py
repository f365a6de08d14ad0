"""What a change of the mapping would have made different: told before it is kept, and never done to what was sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from retailpos.actions.books import book, totals_of
from retailpos.actions.mapping import pinned
from retailpos.actions.mapping_settings import Settings
from retailpos.actions.mapping_titles import row_title
from retailpos.actions.shop import OpenShop
from retailpos.core.document import Posting
from retailpos.core.mapping import CLASS, LOCATION, WHOLE, Mapping, Mark, Row
from retailpos.core.outbox import CHANGED_THERE, JOURNAL, MISSING, PAYOUT, POSTED, REST, VERIFIED, OutboxRow
from retailpos.exchange import forms
from retailpos.exchange.entry import Book, Entry, Line, build, placed
from retailpos.exchange.suggest import suggestion, takes_class
from retailpos.store.store import Tx

_SENT = (POSTED, VERIFIED, CHANGED_THERE, MISSING)
# Documents that are journal entries: their lines have a location each, other documents have one for all.
_JOURNALS = (JOURNAL, REST, PAYOUT)


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


@dataclass(frozen=True, slots=True)
class Sent:
    """A document that was sent: what it says by slot and sub-row (debit positive cents), and under which mapping."""

    date: str
    doc_number: str
    version: int
    lines: tuple[tuple[str, str, int], ...]
    is_journal: bool


@dataclass(frozen=True, slots=True)
class Past:
    """All documents that were sent and the mappings they went out under: read once, compared as often as one likes.

    `of` stands for what was read: where nothing was sent since, it needs not be read again.
    """

    of: tuple[object, ...]
    book: Book
    mappings: dict[int, Mapping]
    sent: tuple[Sent, ...]


def past(shop: OpenShop, before: Past | None = None) -> Past:
    """Read what was sent (a year of days in a quarter second), or take it from `before` if nothing was sent since."""
    with shop.store.read() as tx:
        here = book(tx, shop)
        rows = tx.outbox.rows(*_SENT)
        mappings = {version: tx.mappings.version(version) for version in {row.mapping_version for row in rows}}
        of = (here.cogs, *((row.doc_number, row.revision, row.mapping_version) for row in rows))
        sent = before.sent if before and before.of == of else tuple(_sent(tx, row, here) for row in rows)
        return Past(of, here, mappings, sent)


def _sent(tx: Tx, row: OutboxRow, here: Book) -> Sent:
    sort, _, document = row.paper.partition("/")
    entry: Entry
    if sort == PAYOUT:
        legs: list[tuple[int, Posting]] = [(1, leg) for leg in tx.documents.postings_of(document)]
        entry = build(row.business_date, row.entry, legs, here)
    else:
        entry = forms.part(row.business_date, row.entry, totals_of(tx, row), here, row.paper)
    lines = [(line.slot, line.key, line.cents) for line in entry.lines]
    lines += [(gap.slot, gap.key, gap.cents) for gap in entry.unmapped]
    return Sent(row.business_date, row.doc_number, row.mapping_version, tuple(lines), sort in _JOURNALS)


def versions_sent(shop: OpenShop) -> frozenset[int]:
    """The versions of the mapping that anything was sent under."""
    with shop.store.read() as tx:
        return frozenset(row.mapping_version for row in tx.outbox.rows(*_SENT))


def would_differ(shop: OpenShop, settings: Settings, choices: tuple[Row | Mark, ...] = ()) -> tuple[SentDay, ...]:
    """The sent days whose entry would be another one under the newest mapping with these choices, newest first.

    Compares what each was sent under with what it would be sent under; the day itself is not asked for in QuickBooks.
    """
    return differing(past(shop), settings, choices)


def differing(there: Past, settings: Settings, choices: tuple[Row | Mark, ...] = ()) -> tuple[SentDay, ...]:
    """As `would_differ`, from what was read before."""
    wanted = pinned(there.book.mapping.for_company(settings.company).changed(choices), settings)
    compare = {version: _compared(there.book, mapping, wanted, settings) for version, mapping in there.mappings.items()}
    found = []
    for sent in there.sent:
        look = compare[sent.version]
        moved = tuple(
            replace(one, cents=cents) for slot, key, cents in sent.lines for one in look(slot, key, sent.is_journal)
        )
        if moved:
            found.append(SentDay(sent.date, sent.doc_number, sent.version, moved))
    return tuple(sorted(found, key=lambda day: (day.date, day.doc_number), reverse=True))


def _compared(
    here: Book, before: Mapping, wanted: Mapping, settings: Settings
) -> Callable[[str, str, bool], tuple[Moved, ...]]:
    """Tells, once for each sub-row, what of it would stand elsewhere."""
    old = replace(here, mapping=pinned(before.for_company(settings.company), settings))
    new = replace(here, mapping=wanted)

    @cache
    def look(slot: str, key: str, is_journal: bool) -> tuple[Moved, ...]:  # noqa: FBT001  # a key of what is remembered
        one, other = (_as_sent(slot, key, book, settings, is_journal=is_journal) for book in (old, new))
        return _changes(one, other, row_title(slot, key, here.names), settings) if one else ()

    return look


def _as_sent(slot: str, key: str, here: Book, settings: Settings, *, is_journal: bool) -> Line | None:
    """A sub-row's line with the class and the location that it has in its document."""
    mapping = here.mapping
    if slot == forms.CLEARING and mapping.find(slot, key) is None:
        here = replace(here, mapping=mapping.with_row(Row(slot, "", suggestion(slot, "", here.names))))
    line = placed(slot, key, 1, here)
    if line is None:
        return None
    whole = mapping.mark(CLASS, WHOLE, "") if takes_class(slot) else None
    klass = line.klass if settings.classes_on_lines else whole
    return replace(line, klass=klass, place=line.place if is_journal else mapping.mark(LOCATION, WHOLE, ""))


def _changes(old: Line, new: Line | None, name: str, settings: Settings) -> tuple[Moved, ...]:
    if new is None:
        return (Moved(name, 0, old.account, ""),)
    found = []
    if _account(old, settings) != _account(new, settings):
        found.append(Moved(name, 0, old.account, new.account))
    for kind, one, other in ((CLASS, old.klass, new.klass), (LOCATION, old.place, new.place)):
        if settings.tracks(kind) and _mark(one) != _mark(other):
            found.append(Moved(name, 0, one.name if one else "", other.name if other else "", kind))
    return tuple(found)


def _account(line: Line, settings: Settings) -> str:
    """What an account is, however it is called: its id where it has one by now."""
    there = settings.by_name.get(line.account.casefold())
    return line.account_id or (there.id if there else line.account.casefold())


def _mark(mark: Mark | None) -> str:
    return (mark.id or mark.name.casefold()) if mark else ""
