"""Sent days and what became of them in QuickBooks: the daily look, and the entry that makes up for a change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar_date
from datetime import timedelta

from retailpos.actions.company_here import need_same_company
from retailpos.actions.exchange import client_of, with_sender
from retailpos.actions.shop import OpenShop
from retailpos.core.day import business_date
from retailpos.core.errors import Refusal
from retailpos.core.outbox import (
    CHANGED_THERE,
    JOURNAL,
    MISSING,
    PAYOUT,
    READY,
    RECEIPT,
    REFUND,
    REST,
    TRANSFER,
    VERIFIED,
    OutboxRow,
)
from retailpos.exchange.entry import Line
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.drift import ADJUSTMENT, Difference, adjusting_body, number, seen
from retailpos.exchange.online.papers import paper_of
from retailpos.exchange.sender import Pace, Sender

DAYS_BACK = 35
_MARK, _DAY = "drift_mark/", "drift_day/"


def look(shop: OpenShop, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Compare what was sent in the last 35 days with QuickBooks; the rows whose state changed.

    Asks for the changes since the last look, else reads those days again. Raises Trouble where QuickBooks can't be
    reached: then the next look goes on from where the last good one ended.
    """
    with client_of(shop) as client:
        return with_sender(shop, by, None, lambda sender: _look(shop, client, sender))


def look_once_a_day(shop: OpenShop, *, by: str = "") -> tuple[OutboxRow, ...]:
    """As `look`, but nothing where this day's look is done."""
    if shop.exchange is None:
        return ()
    realm = shop.exchange.kept.get("realm")
    with shop.store.read() as tx:
        if tx.lists.meta(_DAY + str(realm)) == _today(shop):
            return ()
    return look(shop, by=by)


def _today(shop: OpenShop) -> str:
    return business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]


def _look(shop: OpenShop, client: Client, sender: Sender) -> tuple[OutboxRow, ...]:
    today = _today(shop)
    first = (calendar_date.fromisoformat(today) - timedelta(days=DAYS_BACK)).isoformat()
    with shop.store.read() as tx:
        since = tx.lists.meta(_MARK + client.realm)
        rows = [row for row in tx.outbox.rows(VERIFIED, CHANGED_THERE, MISSING) if row.business_date >= first]
    rows = [row for row in rows if row.company == client.realm and row.quickbooks_id]
    found = None
    changed: list[OutboxRow] = []
    if rows:
        found = seen(client, {paper_of(row.paper).entity for row in rows}, since=since, first=first)
        changed = [sender.look(row) for row in rows if found.state(row) not in ("", row.state)]
    with shop.store.write() as tx:
        tx.lists.set_meta(_DAY + client.realm, today)
        if found is not None:
            tx.lists.set_meta(_MARK + client.realm, found.mark)
    return tuple(changed)


@dataclass(frozen=True, slots=True)
class Adjusting:
    """What an adjusting entry for a document would say; no lines where only words were changed there."""

    doc_number: str
    lines: tuple[Line, ...]


def adjustments(shop: OpenShop, date: str) -> tuple[Adjusting, ...]:
    """The lines, written out, that would make up for what was changed in QuickBooks. Sends nothing."""
    rows = _changed(shop, date)
    return with_sender(
        shop, "", None, lambda sender: tuple(Adjusting(row.doc_number, sender.difference(row).lines) for row in rows)
    )


def adjust(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Leave what was changed in QuickBooks as it is and enter the difference beside it. A person's decision.

    The difference is a document of its own, letter A, kept before it is sent; until it is proved the day shows how
    far it got. Raises Refusal where nothing was changed, or what was changed is a customer's invoice or payment.
    """
    rows = _changed(shop, date)

    def act(sender: Sender) -> tuple[OutboxRow, ...]:
        done: list[OutboxRow] = []
        for row in rows:
            made = _written_out(shop, sender, row, by)
            done += [sender.send(one) if one.entry == ADJUSTMENT and one.state == READY else one for one in made]
        return tuple(done)

    return with_sender(shop, by, pace, act)


def _changed(shop: OpenShop, date: str) -> tuple[OutboxRow, ...]:
    with shop.store.read() as tx:
        rows = tuple(row for row in tx.outbox.of_day(date) if row.state in (CHANGED_THERE, MISSING))
    if not rows:
        raise Refusal("nothing_to_mend", date=date)
    need_same_company(shop, rows)
    for row in rows:
        if row.paper.partition("/")[0] not in (JOURNAL, REST, RECEIPT, REFUND, PAYOUT, TRANSFER):
            raise Refusal("only_journals_are_adjusted", number=row.doc_number)
    return rows


def _written_out(shop: OpenShop, sender: Sender, row: OutboxRow, by: str) -> tuple[OutboxRow, ...]:
    """Keep in one transaction that theirs stands and, where cents differ, the entry that makes up for it."""
    off = sender.difference(row)
    theirs, _cents = sender.as_theirs(row)
    with shop.store.write() as tx:
        beside = _entry(row, off, frozenset(one.doc_number for one in tx.outbox.rows())) if off.lines else None
        kept = replace(theirs, state=VERIFIED, reason="adjusted", said=beside.doc_number if beside else "", retry_at=0)
        tx.outbox.save(kept)
        tx.outbox.log(kept, at=shop.now_ms(), by=by)
        if beside is None:
            return (kept,)
        tx.outbox.add(beside)
        tx.outbox.log(beside, at=shop.now_ms(), by=by)
    return kept, beside


def _entry(row: OutboxRow, off: Difference, taken: frozenset[str]) -> OutboxRow:
    doc_number = number(row, taken)
    return OutboxRow(
        doc_number,
        row.store,
        row.business_date,
        ADJUSTMENT,
        row.run,
        row.periods,
        row.chain_head,
        READY,
        reason="adjusts",
        body=adjusting_body(row, doc_number, off),
    )
