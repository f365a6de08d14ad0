"""A person's word where a guard holds a day back from QuickBooks, kept in the log of the exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from retailpos.actions.exchange import DATED, GUARD_BY_HAND, TOLD_TO_SEND, company_there, send_day
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.core.outbox import READY, REJECTED, OutboxRow
from retailpos.exchange.guards import BOOKS_CLOSED, BY_HAND, first_open_day
from retailpos.exchange.sender import Pace

_CLOSED = (BOOKS_CLOSED, "fault_6200", "fault_6210")


def open_day_for(shop: OpenShop, date: str) -> str:
    """The first open day of the company's books for a date that is closed there; '' for one that is open.

    Asks QuickBooks.
    """
    closed_to = company_there(shop).closed_to
    return first_open_day(closed_to) if closed_to and date <= closed_to else ""


def send_on_first_open_day(
    shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None
) -> tuple[OutboxRow, ...]:
    """Enter a date whose books are closed on the first open day, with a note that says so. Only at a person's word.

    Raises Refusal where the books of that date are open, or nothing of it waits for them.
    """
    day = open_day_for(shop, date)
    rows = _held(shop, date, lambda row: row.reason in _CLOSED)
    if not day or not rows:
        raise Refusal("books_not_closed", date=date)
    _keep_word(shop, rows, DATED, day, reason="enter_on_first_open_day", said=day, by=by)
    return send_day(shop, date, by=by, pace=pace)


def send_all_the_same(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Send a date although an entry made by hand looks like it. Only at a person's word.

    Raises Refusal where nothing of the date was held back for that.
    """
    rows = _held(shop, date, lambda row: row.reason == BY_HAND)
    if not rows:
        raise Refusal("not_held_back", date=date)
    _keep_word(shop, rows, TOLD_TO_SEND, by or "1", reason="send_all_the_same", said="", by=by)
    return send_day(shop, date, by=by, pace=pace)


def set_guard(till: Till, *, on: bool) -> Changes:
    """Whether days that somebody may have entered by hand are held back."""
    till.need(rights.SETTINGS)
    with till.shop.store.write() as tx:
        tx.lists.set_meta(GUARD_BY_HAND, "1" if on else "0")
    return Changes(frozenset({"exchange"}))


def guard_is_on(shop: OpenShop) -> bool:
    """True where days that somebody may have entered by hand are held back."""
    with shop.store.read() as tx:
        return tx.lists.meta(GUARD_BY_HAND, "1") == "1"


def _held(shop: OpenShop, date: str, fits: Callable[[OutboxRow], bool]) -> tuple[OutboxRow, ...]:
    """The documents of a date that wait for a person."""
    with shop.store.read() as tx:
        return tuple(row for row in tx.outbox.of_day(date) if row.state in (READY, REJECTED) and fits(row))


def _keep_word(
    shop: OpenShop, rows: tuple[OutboxRow, ...], word: str, value: str, *, reason: str, said: str, by: str
) -> None:
    """A decision and its line in the log, at once."""
    with shop.store.write() as tx:
        for row in rows:
            tx.lists.set_meta(word + row.doc_number, value)
            kept = replace(row, reason=reason, said=said or row.said, retry_at=0)
            tx.outbox.save(kept)
            tx.outbox.log(kept, at=shop.now_ms(), by=by)
