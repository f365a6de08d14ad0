"""Closing the day: freeze its periods, write its outbox rows, both in one transaction."""

from __future__ import annotations

from retailpos.actions.books import planned
from retailpos.actions.shop import BACK_OFFICE, Changes
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.document import DAY_CLOSE
from retailpos.core.errors import Refusal
from retailpos.store.store import Tx


def close_day(till: Till, date: str = "") -> Changes:
    """Close the oldest open date (or refuse another than that).

    Refused while a drawer of the date is open or a sale of it is unfinished, saying what. Selling today does
    not wait for a day forgotten overnight.
    """
    till.need(rights.CLOSE_DAY)
    shop = till.shop
    with shop.store.write() as tx:
        oldest = tx.periods.oldest_open()
        if not oldest:
            raise Refusal("no_day_to_close")
        if date and date != oldest:
            raise Refusal("older_day_first", date=oldest) if date > oldest else Refusal("day_closed_already", date=date)
        _nothing_open(tx, oldest)
        periods = tx.periods.open_periods(oldest)
        run = periods[0][3]
        heads = {str(register): tx.documents.head(store, register)[1] for store, register, _, _ in periods}
        facts = {"periods": [list(period) for period in periods], "heads": heads, "closed_run": run}
        document = shop.record(
            tx, BACK_OFFICE, DAY_CLOSE, by=till.by, allowed_by=till.allowed_by, business_date=oldest, facts=facts
        )
        tx.periods.close(oldest, document.id)
        _queue(tx, till, oldest, periods)
    shop.store.checkpoint()
    return Changes(frozenset({"days", "documents"}), (document,))


def _nothing_open(tx: Tx, date: str) -> None:
    for register, opened in tx.documents.open_drawers():
        if opened <= date:
            raise Refusal("drawer_still_open", register=register, date=date)
    unfinished = tx.drafts.unfinished(date)
    if unfinished:
        raise Refusal("sale_unfinished", register=unfinished[0], date=date)


def _queue(tx: Tx, till: Till, date: str, periods: tuple[tuple[int, int, str, int], ...]) -> None:
    """One row for every QuickBooks document of these periods."""
    shop = till.shop
    head = tx.documents.head(shop.facts.store, periods[0][1])[1]
    for row in planned(tx, shop, date, periods, chain_head=head):
        tx.outbox.add(row)
