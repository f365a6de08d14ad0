"""From connected to trusted: from which day on, what the last days would say, and one day seen on both sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from retailpos.actions.books import entries, state_of
from retailpos.actions.connection import PRODUCTION, SANDBOX
from retailpos.actions.exchange import Link, client_of
from retailpos.actions.left_out import left_out_before
from retailpos.actions.mapping import CHOSEN, FOLLOWS, NONE, RENAMED, MapRow, rows, save
from retailpos.actions.mapping_settings import ChartAccount, Settings, read_settings
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.day import business_date, is_date
from retailpos.core.errors import Refusal
from retailpos.core.mapping import Row
from retailpos.core.outbox import BLOCKED, INVOICE, LEFT_OUT, PAYMENT, READY, RECEIPT, REFUND, OutboxRow
from retailpos.exchange.online.amounts import cents, thawed
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.papers import paper_of

WEEK = 7
# So many rows change in one transaction, so that a sale never waits for it.
_AT_ONCE = 40
_SHORT_HISTORY = 31
# Where QuickBooks shows itself to people, and what it calls the page of each paper.
_APPS = {PRODUCTION: "https://qbo.intuit.com", SANDBOX: "https://sandbox.qbo.intuit.com"}
_PAGES = {RECEIPT: "salesreceipt", REFUND: "refundreceipt", INVOICE: "invoice", PAYMENT: "recvpayment"}


@dataclass(frozen=True, slots=True)
class Starts:
    """From which day a shop can begin: its first one, the first of a month, the first open one, today; one proposed."""

    first: str
    month: str
    after_closing: str
    today: str
    proposed: str


def starts(shop: OpenShop, closed_to: str = "") -> Starts:
    """What days to choose from. `closed_to` is the date up to which the company's books are closed."""
    today = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]
    with shop.store.read() as tx:
        dates = [date for date, _closed in tx.periods.dates()]
    first = dates[0] if dates else today
    week = dates[-WEEK] if len(dates) >= WEEK else first
    month = f"{week[:8]}01"
    after = _next(closed_to) if is_date(closed_to) else ""
    long = (dt.date.fromisoformat(today) - dt.date.fromisoformat(first)).days > _SHORT_HISTORY
    return Starts(first, month, after, today, max(first, month if long else first, after))


def _next(date: str) -> str:
    return (dt.date.fromisoformat(date) + dt.timedelta(days=1)).isoformat()


def set_start(till: Till, date: str) -> Changes:
    """Send days from this date on; what was not sent of the days before never is, until a person begins earlier."""
    till.need(rights.SETTINGS)
    if not is_date(date):
        raise Refusal("date_unreadable", text=date[:40])
    shop = till.shop
    with shop.store.write() as tx:
        tx.lists.set_meta("quickbooks_start", date)
        waiting = tx.outbox.rows(READY, BLOCKED, LEFT_OUT)
    changed = [row for old in waiting if (row := left_out_before(date, old)) != old]
    for at in range(0, len(changed), _AT_ONCE):
        with shop.store.write() as tx:
            for row in changed[at : at + _AT_ONCE]:
                tx.outbox.save(row)
    return Changes(frozenset({"days", "exchange"}))


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a day would say: its state, lines, the sum of its debits (cents), and the rows without an account."""

    date: str
    state: str
    documents: int
    lines: int
    debits: int
    missing: tuple[str, ...]

    @property
    def sends(self) -> bool:
        """True where it could go out now."""
        return self.state == READY and not self.missing


def last_days(shop: OpenShop, days: int = WEEK) -> tuple[DayPlan, ...]:
    """The last days with business, the newest first, as they would be sent now. Nothing is sent by looking."""
    with shop.store.read() as tx:
        dates = [date for date, _closed in tx.periods.dates()][-days:]
        found = []
        for date in reversed(dates):
            planned = entries(tx, shop, date)
            missing = tuple(gap.title or gap.slot for entry in planned for gap in entry.unmapped)
            lines = sum(len(entry.lines) for entry in planned)
            debits = sum(entry.debit_total for entry in planned)
            documents = len(tx.outbox.of_day(date)) or len(planned)
            found.append(DayPlan(date, state_of(tx, shop, date), documents, lines, debits, missing))
    return tuple(found)


def suggestions(shop: OpenShop, settings: Settings) -> tuple[MapRow, ...]:
    """Every row this shop uses and may send money in, with the account it has or that is suggested for it."""
    return tuple(row for row in rows(shop, settings) if row.slot)


def take_suggestions(till: Till, settings: Settings, *, anew: bool = False) -> Changes:
    """Choose the suggested account wherever none is chosen; `anew` keeps all of it as a version in any case."""
    wanted = suggestions(till.shop, settings)
    choices = tuple(_choice(row, settings.by_name) for row in wanted if anew or not is_chosen(row))
    return save(till, choices, settings) if choices else Changes()


def is_chosen(row: MapRow) -> bool:
    """True where somebody chose the account (or that there is none), and it is there."""
    return row.why in (CHOSEN, NONE, FOLLOWS, RENAMED)


def _choice(row: MapRow, known: dict[str, ChartAccount]) -> Row:
    if row.why == NONE:
        return Row(row.slot, row.key, "", none=True)
    if row.why == RENAMED:
        return Row(row.slot, row.key, row.now, row.account_id)
    name = row.account or row.suggested
    there = known.get(name.casefold())
    if there is None or not there.active:
        return Row(row.slot, row.key, name if there is None else row.suggested)
    return Row(row.slot, row.key, there.name, there.id)


def read_company(shop: OpenShop) -> Settings:
    """The company's chart and lists, read anew and kept. Goes over the network."""
    return read_settings(shop)


@dataclass(frozen=True, slots=True)
class Proved:
    """One account (or item) of a sent day: what was sent and what QuickBooks holds, debit positive cents."""

    name: str
    sent: int
    there: int


def proof(shop: OpenShop, date: str) -> tuple[Proved, ...]:
    """A sent date line by line beside what QuickBooks holds of it, read anew. Goes over the network."""
    with shop.store.read() as tx:
        sent = [row for row in tx.outbox.of_day(date) if row.quickbooks_id]
    with client_of(shop) as client:
        pairs = [(thawed(row.body), _there(client, row)) for row in sent]
    names: dict[str, str] = {}
    sums: dict[str, list[int]] = {}
    for ours, theirs in pairs:
        for at, document in enumerate((ours, theirs)):
            for key, name, amount in _amounts(document):
                names[key] = name or names.get(key, "")
                sums.setdefault(key, [0, 0])[at] += amount
    found = (Proved(names[key] or key, sent_, there) for key, (sent_, there) in sums.items() if sent_ or there)
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def _there(client: Client, row: OutboxRow) -> dict[str, Any]:
    paper = paper_of(row.paper)
    answer = client.get(f"{paper.path}/{row.quickbooks_id}")
    found = answer.body.get(paper.entity) if answer.good else None
    return found if isinstance(found, dict) else {}


def _amounts(document: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Each line as (id, name, debit positive cents); a document without lines of accounts as its one sum."""
    lines = [line for line in document.get("Line", []) if isinstance(line, dict)]
    seen = False
    for line in lines:
        journal, sold = line.get("JournalEntryLineDetail"), line.get("SalesItemLineDetail")
        ref = (journal or {}).get("AccountRef") or (sold or {}).get("ItemRef") or {}
        if not ref:
            continue
        seen = True
        sign = -1 if journal and journal.get("PostingType") == "Credit" else 1
        kind = "account" if journal else "item"
        yield f"{kind} {ref.get('value')}", str(ref.get("name") or ""), sign * cents(line.get("Amount") or 0)
    if not seen and "TotalAmt" in document:
        yield "total", "", cents(document["TotalAmt"])


def address_there(shop: OpenShop, date: str) -> str:
    """Where a browser shows the date's first document in QuickBooks; '' where nothing of it is there."""
    link: Link | None = shop.exchange
    with shop.store.read() as tx:
        sent = [row for row in tx.outbox.of_day(date) if row.quickbooks_id]
    if link is None or not sent:
        return ""
    row = sent[0]
    name, number = _PAGES.get(row.paper.partition("/")[0], "journal"), row.quickbooks_id
    if link.base_url in _APPS:
        return f"{_APPS[link.base_url]}/app/{name}?txnId={number}"
    return f"{link.base_url}/journal" + (f"/{number}" if name == "journal" else "")


def keep_company_facts(till: Till, **facts: str) -> None:
    """Keep a few things that were answered while connecting, such as where the shop files its sales tax."""
    till.need(rights.SETTINGS)
    with till.shop.store.write() as tx:
        for name, value in facts.items():
            tx.lists.set_meta(f"quickbooks_{name}", value)


def kept_fact(shop: OpenShop, name: str) -> str:
    """What was answered, or ''."""
    with shop.store.read() as tx:
        return tx.lists.meta(f"quickbooks_{name}")


def start_of(shop: OpenShop) -> str:
    """The date from which days are sent; '' where all are."""
    return kept_fact(shop, "start")
