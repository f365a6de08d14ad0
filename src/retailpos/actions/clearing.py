"""The clearing-account watch: money on its way, account by account, as the shop knows it and as QuickBooks has it.

An account of money on its way is right when it comes to zero: card takings once the processor paid them out, checks
once they lie in the bank. What stays there longer than it should is told, with the day it came from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date as calendar_date

from retailpos.actions.books import book
from retailpos.actions.exchange import books_there
from retailpos.actions.reports import title
from retailpos.actions.shop import OpenShop
from retailpos.core.day import business_date
from retailpos.core.outbox import CHANGED_THERE, PAYOUT, POSTED, VERIFIED
from retailpos.exchange.entry import Book
from retailpos.exchange.forms import CLEARING
from retailpos.exchange.suggest import suggestion
from retailpos.store.store import Tx

# Slots whose accounts come to zero again, and those that only have to be what the shop counted.
_COME_TO_ZERO = ("tender.card", "tender.check", "tender.other", CLEARING)
_STAY = ("tender.cash", "safe")
_THERE = (POSTED, VERIFIED, CHANGED_THERE)
PATIENCE, USUAL_PATIENCE = "clearing_days", 7


@dataclass(frozen=True, slots=True)
class Watched:
    """One account. Cents, debit positive: what the shop sent into it and took out again, and what QuickBooks has.

    `there` is None until QuickBooks was asked. `since` is the oldest day whose money is still in it, 'YYYY-MM-DD'.
    """

    account: str
    titles: tuple[str, ...]
    expected: int
    there: int | None = None
    since: str = ""
    days: int = 0
    patience: int = USUAL_PATIENCE
    comes_to_zero: bool = True
    waiting: tuple[tuple[str, int], ...] = field(default=())

    @property
    def off(self) -> int:
        """What QuickBooks has more than the shop knows of."""
        return 0 if self.there is None else self.there - self.expected

    @property
    def is_late(self) -> bool:
        """True where money should have left it by now."""
        return self.comes_to_zero and self.expected != 0 and self.days >= self.patience

    @property
    def is_right(self) -> bool:
        """True where nobody has to look."""
        return not self.is_late and not self.off


def watch(shop: OpenShop, there: dict[str, int] | None = None) -> tuple[Watched, ...]:
    """Every account of money on its way that this shop uses, those to look at first.

    `there` are the balances of QuickBooks by account, debit positive cents, where they were asked for.
    """
    today = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]
    with shop.store.read() as tx:
        moved, titles, zero = _moved(tx, shop)
        patience = int(tx.lists.meta(PATIENCE, str(USUAL_PATIENCE)))
    known = {name.casefold(): cents for name, cents in (there or {}).items()}
    found = []
    for account, days in moved.items():
        waiting = _oldest_first(days)
        since = waiting[0][0] if waiting else ""
        late = (calendar_date.fromisoformat(today) - calendar_date.fromisoformat(since)).days if since else 0
        balance = None if there is None else known.get(account.casefold(), 0)
        names = tuple(sorted(titles[account]))
        ends = account in zero
        total = sum(days.values())
        found.append(
            Watched(account, names, total, balance, since, max(late, 0), patience, comes_to_zero=ends, waiting=waiting)
        )
    return tuple(sorted(found, key=lambda one: (one.is_right, not one.comes_to_zero, one.account)))


def look(shop: OpenShop) -> tuple[Watched, ...]:
    """As `watch`, with the balances of QuickBooks. Raises Trouble where it can't be reached."""
    return watch(shop, books_there(shop))


def set_patience(shop: OpenShop, days: int) -> None:
    """After how many days money still on its way is told; 1 to 60."""
    with shop.store.write() as tx:
        tx.lists.set_meta(PATIENCE, str(min(max(days, 1), 60)))


def _moved(tx: Tx, shop: OpenShop) -> tuple[dict[str, dict[str, int]], dict[str, set[str]], set[str]]:
    """What was sent into each account and out of it by date, what it is called here, and which come to zero."""
    here = book(tx, shop)
    moved: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    titles: dict[str, set[str]] = defaultdict(set)
    zero: set[str] = set()
    for date, slot, key, cents in _sent(tx):
        account = _account(slot, key, here)
        if account:
            moved[account][date] += cents
            titles[account].add(title(slot, key, here.names))
            if slot in _COME_TO_ZERO:
                zero.add(account)
    return {name: dict(days) for name, days in moved.items()}, titles, zero


def _sent(tx: Tx) -> list[tuple[str, str, str, int]]:
    """What went to QuickBooks in the watched slots, as (date, slot, sub-row, cents)."""
    sent = tuple((date, run, *paper.partition("/")[::2]) for date, run, paper in tx.outbox.papers(*_THERE))
    runs = {(date, run) for date, run, sort, _of in sent if sort != PAYOUT}
    slots = (*_COME_TO_ZERO, *_STAY)
    found = [
        (date, slot, key, cents) for date, run, slot, key, cents in tx.periods.moved_in(slots) if (date, run) in runs
    ]
    for date, _run, sort, document in sent:
        if sort == PAYOUT:
            legs = tx.documents.postings_of(document)
            found += [(date, leg.slot, leg.key, leg.cents) for leg in legs if leg.slot in slots]
    return found


def _account(slot: str, key: str, here: Book) -> str:
    row = here.mapping.find(slot, key)
    if row is not None:
        return "" if row.none else row.account
    return suggestion(slot, key, here.names) if here.suggest else ""


def _oldest_first(days: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """What is still in the account, by the day it came: what left it left in the order it had come."""
    left = sum(days.values())
    if not left:
        return ()
    sign = 1 if left > 0 else -1
    found = []
    for date, cents in sorted(days.items(), reverse=True):
        if left * sign <= 0:
            break
        if cents * sign > 0:
            share = sign * min(cents * sign, left * sign)
            found.append((date, share))
            left -= share
    return tuple(reversed(found))
