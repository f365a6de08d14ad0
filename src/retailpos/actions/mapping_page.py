"""The page for the accountant: the mapping in force, row by row, and one day's entry as QuickBooks gets it."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.actions.books import book, entries
from retailpos.actions.mapping import MapRow, rows
from retailpos.actions.mapping_settings import Settings, kept_settings, marks_said
from retailpos.actions.mapping_signed import Signature, Version, history, signature
from retailpos.actions.mapping_titles import row_title
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS
from retailpos.core.money import Money, shown
from retailpos.exchange.entry import WITH_CUSTOMER, Entry
from retailpos.exchange.suggest import Names


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A line of the sample entry; amounts in words, '' on the other side."""

    title: str
    account: str
    name: str
    klass: str
    place: str
    debit: str
    credit: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry of the sample day, with what its debits come to."""

    kind: str
    lines: tuple[SampleLine, ...]
    total: str


@dataclass(frozen=True, slots=True)
class AccountantPage:
    """All that stands on the page. `location_word` and `classes` say which columns it has."""

    shop: str
    company: str
    version: Version | None
    signed: Signature | None
    rows: tuple[MapRow, ...]
    classes: bool
    location_word: str
    form: str
    date: str
    samples: tuple[Sample, ...]


def accountant_page(shop: OpenShop, date: str = "") -> AccountantPage:
    """What the page says, with the entry of a date; without one, of the newest closed date, else of the newest."""
    settings, kept = kept_settings(shop), history(shop)
    current = kept[0] if kept else None
    with shop.store.read() as tx:
        dates = tx.periods.dates()
        newest = [day for day, closed in dates if closed] or [day for day, _closed in dates] or [""]
        date = date or newest[-1]
        called = book(tx, shop).names
        made = entries(tx, shop, date) if date else ()
    facts = shop.facts
    return AccountantPage(
        f"{facts.name}, {facts.store_name}",
        settings.name,
        current,
        signature(shop, current.version) if current else None,
        rows(shop, settings),
        settings.tracks(CLASS),
        settings.location_word if settings.tracks_locations else "",
        facts.form,
        date,
        tuple(_sample(entry, called, settings, facts.decimals) for entry in made),
    )


def _sample(entry: Entry, called: Names, settings: Settings, decimals: int) -> Sample:
    lines = []
    for line in entry.lines:
        klass, place = marks_said(settings, entry, line)
        name = line.name if line.slot in WITH_CUSTOMER else ""
        sides = ("", shown(Money(-line.cents), decimals))
        if line.cents > 0:
            sides = (shown(Money(line.cents), decimals), "")
        lines.append(SampleLine(row_title(line.slot, line.key, called), line.account, name, klass, place, *sides))
    return Sample(entry.kind, tuple(lines), shown(Money(entry.debit_total), decimals))
