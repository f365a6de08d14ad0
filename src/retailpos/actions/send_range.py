"""Sending a range of dates, the oldest first: it stops at the first that does not go, or passes it by with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retailpos.actions.books import state_of
from retailpos.actions.exchange import send_day
from retailpos.actions.shop import OpenShop
from retailpos.core.day import business_date
from retailpos.core.errors import PosError, Refusal
from retailpos.core.outbox import (
    APPROVED,
    BLOCKED,
    CHANGED_HERE,
    CLOSED,
    OPEN,
    POSTED,
    READY,
    REJECTED,
    SENDING,
    UNKNOWN,
    VERIFIED,
    OutboxRow,
)
from retailpos.exchange.codes import STOPS_ALL
from retailpos.exchange.sender import Pace

SENT, PASSED_BY, STOPPED = "sent", "passed by", "stopped"
_NOTHING_TO_DO = (VERIFIED, CLOSED)
_GOES = (READY, APPROVED, BLOCKED, CHANGED_HERE, REJECTED, UNKNOWN, SENDING, POSTED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one date: sent, passed by, or where the range stopped. `why` says it where it wasn't sent."""

    date: str
    what: str
    state: str
    why: PosError | None = None
    rows: tuple[OutboxRow, ...] = ()


def dates_between(shop: OpenShop, first: str, last: str) -> tuple[str, ...]:
    """The dates of a range that are still to be sent, oldest first; of those not closed only what was forgotten.

    Raises Refusal where the range ends before it begins, or none of its dates waits.
    """
    if last < first:
        raise Refusal("range_turned_round", first=first, last=last)
    today, _ = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)
    with shop.store.read() as tx:
        states = [(date, state_of(tx, shop, date)) for date, _ in tx.periods.dates(first, last)]
    found = tuple(date for date, state in states if state in _GOES or (state == OPEN and date < today))
    if not found:
        raise Refusal("nothing_waits_there", first=first, last=last)
    return found


def send_dates(
    shop: OpenShop,
    dates: tuple[str, ...],
    *,
    pass_by: bool = False,
    by: str = "",
    pace: Pace | None = None,
    goes_on: Callable[[int, str], bool] = lambda _done, _date: True,
) -> tuple[Outcome, ...]:
    """Send these dates, the oldest first. `goes_on` is asked before each, with how many are done, and may end it.

    A date that does not go through ends the range, or is passed by where `pass_by` is on; what would stop every
    other date as well (no connection, a pause, another company) ends it in any case.
    """
    done: list[Outcome] = []
    for n, date in enumerate(sorted(dates)):
        if not goes_on(n, date):
            break
        done.append(_one(shop, date, by=by, pace=pace, pass_by=pass_by))
        if done[-1].what == STOPPED:
            break
    return tuple(done)


def _one(shop: OpenShop, date: str, *, by: str, pace: Pace | None, pass_by: bool) -> Outcome:
    with shop.store.read() as tx:
        state = state_of(tx, shop, date)
    missed = PASSED_BY if pass_by else STOPPED
    if state in _NOTHING_TO_DO:
        return Outcome(date, PASSED_BY, state, Refusal("sent_already", date=date))
    if state not in _GOES:
        code = "day_not_closed" if state == OPEN else "waits_for_a_person"
        return Outcome(date, missed, state, Refusal(code, date=date))
    try:
        rows = send_day(shop, date, by=by, pace=pace)
    except Refusal as cause:
        ends = cause.code in ("not_connected", "another_sender_works")
        return Outcome(date, STOPPED if ends else missed, state, cause)
    with shop.store.read() as tx:
        state = state_of(tx, shop, date)
    stuck = next((row for row in rows if row.state not in (VERIFIED, POSTED)), None)
    if stuck is None:
        return Outcome(date, SENT, state, None, rows)
    ends = stuck.reason in STOPS_ALL or stuck.reason in ("no_connection", "no_secure_connection")
    return Outcome(date, STOPPED if ends else missed, state, Refusal("not_gone_through", date=date), rows)
