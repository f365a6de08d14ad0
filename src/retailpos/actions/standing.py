"""How the shop stands just now: which drawers are open, which days are not closed, and what waits for QuickBooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from retailpos.actions.books import state_of
from retailpos.actions.shop import OpenShop
from retailpos.core import document as kinds
from retailpos.core.day import business_date, moment
from retailpos.core.document import Document
from retailpos.core.outbox import OPEN, OutboxRow

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Closed:
    """Who closed a date, when, and under which number. `heads` is the end of each register's chain."""

    number: str
    at: int
    by: str
    run: int
    heads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Today's date, drawers that are open as (register, date), dates not closed, and the states of the rest."""

    today: str
    drawers: tuple[tuple[int, str], ...]
    open_days: tuple[str, ...]
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Busy:
    """A day hour by hour: net cents of each of its 24 hours, and what sold best as (name, net cents)."""

    hours: tuple[int, ...]
    best: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]


def standing(shop: OpenShop, days: int = 62) -> Standing:
    """How the shop stands. Looks at the newest dates with business only."""
    today, _lags = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)
    with shop.store.read() as tx:
        dates = tx.periods.dates()
        open_days = tuple(date for date, closed in dates if not closed)
        states = tuple((date, state_of(tx, shop, date)) for date, _closed in dates[-days:])
        return Standing(today, tx.documents.open_drawers(), open_days, states)


def waiting(states: Iterable[tuple[str, str]], *wanted: str) -> tuple[str, ...]:
    """The dates in one of these states, oldest first."""
    return tuple(date for date, state in states if state in wanted)


def closings(shop: OpenShop, date: str) -> tuple[Closed, ...]:
    """Every closing a date has had, the newest first."""
    with shop.store.read() as tx:
        people = {person.id: person.name for person in tx.lists.employees()}
        found = tx.documents.find_receipts(date=date, kinds=(kinds.DAY_CLOSE,))
    return tuple(
        Closed(
            document.printed_number,
            document.at,
            people.get(document.by, ""),
            int(document.facts.get("closed_run", 1)),
            tuple(sorted(document.facts.get("heads", {}).items())),
        )
        for document in found
    )


def busy(shop: OpenShop, date: str) -> Busy:
    """A date hour by hour. Reads every receipt of the date over a connection of its own: not for the main thread."""
    hours = [0] * 24
    best: dict[str, int] = {}
    served: dict[str, int] = {}
    zone = ZoneInfo(shop.facts.zone)
    with shop.store.snapshot() as tx:
        people = {person.id: person.name for person in tx.lists.employees()}
        receipts = tx.documents.find_receipts(date=date, most=_MOST)
    for receipt in receipts:
        hours[moment(receipt.at).astimezone(zone).hour] += _net(receipt)
        who = people.get(receipt.by, "")
        served[who] = served.get(who, 0) + 1
        for line in receipt.lines:
            best[line.name] = best.get(line.name, 0) + line.net
    return Busy(tuple(hours), _largest(best), _largest({who: n for who, n in served.items() if who}))


def _net(receipt: Document) -> int:
    return sum(line.net for line in receipt.lines)


def _largest(sums: dict[str, int], most: int = 5) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def is_open(state: str) -> bool:
    """True for a date that can still take sales."""
    return state == OPEN


def documents_of(shop: OpenShop, date: str) -> tuple[OutboxRow, ...]:
    """What a date sends to QuickBooks, and how far each document got."""
    with shop.store.read() as tx:
        return tx.outbox.of_day(date)


def attempts_of(shop: OpenShop, doc_number: str = "", most: int = 200) -> tuple[dict[str, Any], ...]:
    """The newest attempts, each with what QuickBooks answered."""
    with shop.store.read() as tx:
        return tx.outbox.attempts(doc_number, most)
