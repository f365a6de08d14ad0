"""What somebody should be told about Financial Exchange, each once: on the screen, and by e-mail where that is on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from pathlib import Path

from retailpos.actions import clearing
from retailpos.actions.connection import ending
from retailpos.actions.exchange import company_there
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.core.day import business_date
from retailpos.core.document import SETTLEMENT
from retailpos.core.errors import PosError
from retailpos.core.money import Money, shown
from retailpos.core.outbox import (
    BLOCKED,
    CHANGED_THERE,
    MISSING,
    POSTED,
    READY,
    REJECTED,
    SENDING,
    UNKNOWN,
    OutboxRow,
)
from retailpos.store.store import Tx
from retailpos.wording import _, plural

SCREEN, MAIL = "screen", "mail"
FAILED, UNSENT, CHANGED, TOKEN, CLOSING, STUCK = "failed", "unsent", "changed", "token", "closing", "stuck"
# After how many days a closed day that is not sent is told.
PATIENCE, USUAL_PATIENCE = "notice_unsent_days", 3
_CLOSING_NEAR = 7
_CLOSED_TO, _CLOSED_READ = "books_closed_to", "books_closed_read"
_TOLD = "told/"
_WAITING = (READY, BLOCKED, UNKNOWN, SENDING, REJECTED)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to be told. `key` stands for it for ever; `page` is where it is put right, `date` the day it is of."""

    key: str
    kind: str
    title: str
    text: str
    page: str = "quickbooks"
    date: str = ""


def notices(shop: OpenShop) -> tuple[Notice, ...]:
    """Everything there is to be told now, whether or not it was told before. Asks nobody."""
    today = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]
    with shop.store.read() as tx:
        rows = tx.outbox.rows(*_WAITING, CHANGED_THERE, MISSING, POSTED)
        patience = int(tx.lists.meta(PATIENCE, str(USUAL_PATIENCE)))
        closed_to = tx.lists.meta(_CLOSED_TO)
    found = [*_of_rows(rows), *_unsent(rows, today, patience), *_closing(rows, closed_to)]
    return (*found, *_token(shop), *_stuck(shop))


def fresh(shop: OpenShop, channel: str, found: Iterable[Notice] | None = None) -> tuple[Notice, ...]:
    """What was not told on this channel yet, of everything or of what was `found`."""
    with shop.store.read() as tx:
        before = _told(tx, channel)
    return tuple(notice for notice in (notices(shop) if found is None else found) if notice.key not in before)


def mark_told(shop: OpenShop, channel: str, told: Iterable[Notice], found: Iterable[Notice] | None = None) -> None:
    """These were told. What is over is forgotten, so that it is told again should it come again.

    `found` is everything there is to be told now, where that was looked up before.
    """
    now = {notice.key for notice in (notices(shop) if found is None else found)}
    with shop.store.write() as tx:
        keys = (_told(tx, channel) | {notice.key for notice in told}) & now
        tx.lists.set_meta(_TOLD + channel, json.dumps(sorted(keys)))


def notices_of_file(report: Callable[[int, int], object], shop_file: str) -> tuple[Notice, ...]:
    """As `notices`, for a process beside the window, which knows nothing of the connection: see `of_connection`."""
    clock = SystemClock()
    shop = open_shop(Path(shop_file), clock, TimeOrderedIds(clock))
    try:
        found = notices(shop)
    finally:
        shop.store.close()
    report(1, 1)
    return found


def of_connection(shop: OpenShop) -> tuple[Notice, ...]:
    """What is to be told of the connection itself; quickly known."""
    return tuple(_token(shop))


def set_patience(shop: OpenShop, days: int) -> None:
    """After how many days an unsent day is told; 1 to 60."""
    with shop.store.write() as tx:
        tx.lists.set_meta(PATIENCE, str(min(max(days, 1), 60)))


def read_closing_date(shop: OpenShop) -> None:
    """Ask QuickBooks once a day to when its books are closed; where it can't be reached, the last answer counts."""
    today = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]
    with shop.store.read() as tx:
        if tx.lists.meta(_CLOSED_READ) == today or shop.exchange is None:
            return
    try:
        closed_to = company_there(shop).closed_to
    except PosError:
        return
    with shop.store.write() as tx:
        tx.lists.set_meta(_CLOSED_TO, closed_to)
        tx.lists.set_meta(_CLOSED_READ, today)


def _told(tx: Tx, channel: str) -> set[str]:
    return set(json.loads(tx.lists.meta(_TOLD + channel) or "[]"))


def _of_rows(rows: Iterable[OutboxRow]) -> Iterator[Notice]:
    """Documents that QuickBooks did not take, and those that are not there as they were sent."""
    for row in rows:
        key, page = f"{row.doc_number}/{row.revision}", "payouts" if row.entry == SETTLEMENT else "quickbooks"
        if row.state == REJECTED:
            text = _("Selling goes on. Open the day under QuickBooks: it says why, and what to do.")
            title = _("QuickBooks did not take {number}.").format(number=row.doc_number)
            yield Notice(
                f"{FAILED}/{key}", FAILED, title, f"{text} {row.said}".strip(), page=page, date=row.business_date
            )
        elif row.state == CHANGED_THERE:
            title = _("{number} was changed in QuickBooks.").format(number=row.doc_number)
            text = _("Keep theirs, put yours back, or send the difference.")
            yield Notice(
                f"{CHANGED}/{key}/{row.sync_token}/{row.said}", CHANGED, title, text, page=page, date=row.business_date
            )
        elif row.state == MISSING:
            title = _("{number} is gone from QuickBooks.").format(number=row.doc_number)
            text = _("Put it back, or leave it out for good.")
            yield Notice(f"{CHANGED}/{key}/gone", CHANGED, title, text, page=page, date=row.business_date)


def _unsent(rows: Iterable[OutboxRow], today: str, patience: int) -> Iterator[Notice]:
    """Closed days that have been waiting for too long; one notice a day."""
    seen: set[str] = set()
    for row in rows:
        if row.state not in (READY, BLOCKED, UNKNOWN, SENDING) or row.business_date in seen:
            continue
        days = _between(row.business_date, today)
        if days >= patience:
            seen.add(row.business_date)
            many = plural("{n} day", "{n} days", days).format(n=days)
            title = _("{date} is not in QuickBooks after {days}.").format(date=row.business_date, days=many)
            text = _("It is kept safe here. Open the calendar: it says what the day waits for.")
            yield Notice(f"{UNSENT}/{row.business_date}", UNSENT, title, text, date=row.business_date)


def _closing(rows: Iterable[OutboxRow], closed_to: str) -> Iterator[Notice]:
    """Unsent days that the closing date of QuickBooks has reached, or is about to."""
    waiting = sorted({row.business_date for row in rows if row.state in _WAITING})
    if not closed_to or not waiting:
        return
    oldest = waiting[0]
    key = f"{CLOSING}/{closed_to}/{oldest}"
    if oldest <= closed_to:
        title = _("QuickBooks is closed to {closed}, and {date} is not sent.").format(closed=closed_to, date=oldest)
        text = _("Enter it on the first open day, or ask the bookkeeper.")
        yield Notice(key, CLOSING, title, text, date=oldest)
    elif _between(closed_to, oldest) <= _CLOSING_NEAR:
        title = _("The closing date in QuickBooks ({closed}) comes near.").format(closed=closed_to)
        text = _("{date} is not sent yet. Send it before the books are closed.").format(date=oldest)
        yield Notice(key, CLOSING, title, text, date=oldest)


def _token(shop: OpenShop) -> Iterator[Notice]:
    """The connection is about to end."""
    found = ending(shop)
    if found is None or not found.is_near:
        return
    on = min(day for day in (found.idle_on, found.hard_on) if day)
    title = _("The connection to QuickBooks ends on {date}.").format(date=on)
    text = _("Sign in again before then; nothing is lost if it ends.")
    yield Notice(f"{TOKEN}/{on}", TOKEN, title, text, page="connect")


def _stuck(shop: OpenShop) -> Iterator[Notice]:
    """Money that should have left an account on its way."""
    for one in clearing.watch(shop):
        if one.is_late:
            cents = shown(Money(one.expected), shop.facts.decimals)
            title = _("{amount} is still in {account}.").format(amount=cents, account=one.account)
            text = _("It is there since {date}. Import the payouts, or look at what is missing.").format(date=one.since)
            yield Notice(f"{STUCK}/{one.account}/{one.since}", STUCK, title, text, page="payouts", date=one.since)


def _between(first: str, last: str) -> int:
    return (calendar_date.fromisoformat(last) - calendar_date.fromisoformat(first)).days
