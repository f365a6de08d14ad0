"""Financial Exchange: the outbox at the desk of the sender, connecting, sending a day, and its state in words."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from retailpos.actions.approve import lacks_signature
from retailpos.actions.books import entries, part_of
from retailpos.actions.company_here import need_confirmed, need_same_company
from retailpos.actions.settlement_note import payout_note
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import Refusal, Trouble
from retailpos.core.outbox import (
    BLOCKED,
    CHANGED_THERE,
    LEFT_OUT,
    MISSING,
    POSTED,
    READY,
    REJECTED,
    REVERSED,
    SENDING,
    SUPERSEDED,
    UNKNOWN,
    VERIFIED,
    OutboxRow,
)
from retailpos.exchange.codes import STOPS_ALL
from retailpos.exchange.entry import Entry
from retailpos.exchange.guards import Guards
from retailpos.exchange.online.books import Company, balances, company
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.drift import ADJUSTMENT
from retailpos.exchange.online.scale import in_hundredths, in_shop_units
from retailpos.exchange.online.turns import Turns
from retailpos.exchange.sender import Desk, Pace, Sender
from retailpos.exchange.tokens import App, LiveTokens, Secrets, SignIn
from retailpos.logbook import masked_answer
from retailpos.store.store import Tx

# Kept alive by every step of a row; longer than the longest wait for one answer.
LEASE_MS = 300_000
# A person's word, kept by document number: the date it is entered on, and that it is sent beside a hand-made entry.
DATED, TOLD_TO_SEND = "dated/", "told_to_send/"
# What a person decides about is never sent along with the rest of its day.
_NOT_FOR_SENDING = (CHANGED_THERE, MISSING, REVERSED, SUPERSEDED, LEFT_OUT)
GUARD_BY_HAND = "guard_entered_by_hand"
T = TypeVar("T")


@dataclass(slots=True)
class Link:
    """A connection to a company: where it is, its app keys and the place of its tokens.

    `turns` keep what this program asks below the company's limits; `times` are the seconds to wait for a
    connection and for an answer.
    """

    base_url: str
    app: App
    kept: Secrets
    lock_file: Path | None = None
    turns: Turns = field(default_factory=Turns)
    times: tuple[int, int] = (10, 130)
    renewing: threading.Lock = field(default_factory=threading.Lock, compare=False)

    def client(self) -> Client:
        """A client for the connected company."""
        realm = self.kept.get("realm")
        if not realm:
            raise Refusal("not_connected")
        tokens = LiveTokens(self.app, self.kept, self.lock_file, lock=self.renewing)
        return Client(self.base_url, realm, tokens, times=self.times, turns=self.turns)

    def sender(
        self, client: Client, desk: Desk, now: Callable[[], int], *, pace: Pace | None, guards: Guards
    ) -> Sender:
        """What sends over this link."""
        return Sender(client, desk, now, pace=pace, guards=guards)


class OutboxDesk:
    """The store's outbox as the sender needs it: every step is on the disk before the next."""

    def __init__(
        self, shop: OpenShop, by: str, lease: Lease | None = None, *, answer: Callable[[], str] = lambda: ""
    ) -> None:
        """`answer` hands out what QuickBooks answered last, for the log."""
        self._shop = shop
        self._by = by
        self._lease = lease
        self._answer = answer

    def save(self, row: OutboxRow) -> None:
        """Keep a row and its line in the log in one transaction; refused where another sends by now."""
        with self._shop.store.write() as tx:
            if self._lease is not None:
                self._lease.take(tx)
            tx.outbox.save(row)
            # What was answered before a sending begins has nothing to do with it.
            raw = "" if row.state == SENDING else masked_answer(self._answer())
            tx.outbox.log(row, at=self._shop.now_ms(), by=self._by, raw=raw)

    def entry(self, row: OutboxRow) -> tuple[Entry, int]:
        """The row's entry under the newest mapping, on the date that a person chose where the books were closed."""
        with self._shop.store.read() as tx:
            if row.entry == ADJUSTMENT:
                entry = Entry(row.business_date, row.entry, (), ())
            else:
                entry = in_hundredths(part_of(tx, self._shop, row), self._shop.facts.decimals)
            date = tx.lists.meta(DATED + row.doc_number, entry.date)
            return replace(entry, date=date), tx.mappings.current().version

    def note(self, row: OutboxRow) -> str:
        """Whose day it is, its registers, and the head of the chain, which only an outside copy can prove."""
        facts = self._shop.facts
        registers = ", ".join(str(period[1]) for period in row.periods)
        with self._shop.store.read() as tx:
            moved = tx.lists.meta(DATED + row.doc_number)
            payout = payout_note(tx, self._shop, row)
        if payout:
            return payout
        why = f"Business of {row.business_date}, entered on the first open day as its books are closed. "
        return (why if moved else "") + (
            f"{facts.name}, {facts.store_name}, {row.business_date}, {row.entry}, registers {registers}, "
            f"run {row.run}. retailpos chain {row.chain_head}"
        )

    def shop_id(self) -> str:
        """The identity of this shop file."""
        with self._shop.store.read() as tx:
            return tx.lists.meta("shop_id")


def send_day(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Send every document of a date, as far as each goes now. A blocked day is refused and nothing leaves."""
    with shop.store.read() as tx:
        rows = tx.outbox.of_day(date)
        waiting = [row for row in rows if row.state in (READY, BLOCKED, REJECTED)]
        unmapped = [gap for row in waiting for e in entries(tx, shop, date, row.run) for gap in e.unmapped]
        closed = dict(tx.periods.dates(date, date)).get(date)
        unsigned = any(lacks_signature(tx, shop, row) for row in waiting)
    if closed is None:
        raise Refusal("nothing_on_that_day", date=date)
    if not closed and not rows:
        raise Refusal("day_not_closed", date=date)
    if unmapped:
        gap = unmapped[0]
        raise Refusal("day_blocked", date=date, slot=gap.slot, title=gap.title, cents=abs(gap.cents))
    if unsigned:
        raise Refusal("not_signed_off", date=date)
    if rows and all(row.state == LEFT_OUT for row in rows):
        raise Refusal("before_start", date=date)
    return _send(shop, tuple(row for row in rows if row.state not in _NOT_FOR_SENDING), by=by, pace=pace)


def send_waiting(
    shop: OpenShop, *, by: str = "", pace: Pace | None = None, watch: Watch | None = None, only_tried: bool = False
) -> tuple[OutboxRow, ...]:
    """Send all that waits, oldest first; a document that keeps failing is passed by and the rest goes on.

    `watch` is asked before each document whether to go on, and told how far each got.
    """
    now, longest = shop.now_ms(), (pace or Pace()).longest
    with shop.store.read() as tx:
        waiting = tx.outbox.rows(READY, UNKNOWN, "sending", POSTED)
        # Nothing waits longer than that: a moment further off was written before the clock was put right.
        due = (row for row in waiting if not now < row.retry_at <= now + longest)
        wanted = (row for row in due if row.was_tried or not only_tried)
        rows = tuple(row for row in wanted if not lacks_signature(tx, shop, row))
    return _send(shop, rows, by=by, pace=pace, watch=watch)


class Watch:
    """Somebody who looks on while a long run goes out, and may stop it between two documents."""

    def goes_on(self) -> bool:
        """False ends the run; what is left waits as it did."""
        return True

    def sent(self, row: OutboxRow, *, done: int, whole: int) -> None:
        """A document got this far; it was the `done`th of `whole`."""


def _send(
    shop: OpenShop, rows: tuple[OutboxRow, ...], *, by: str, pace: Pace | None, watch: Watch | None = None
) -> tuple[OutboxRow, ...]:
    """Send these rows, one after the other, until one meets what stops them all."""
    told = watch or Watch()

    def until_stopped(sender: Sender) -> tuple[OutboxRow, ...]:
        done: list[OutboxRow] = []
        for row in rows:
            if not told.goes_on():
                break
            done.append(sender.send(row))
            told.sent(done[-1], done=len(done), whole=len(rows))
            if done[-1].reason in STOPS_ALL:
                break
        return (*done, *rows[len(done) :])

    return with_sender(shop, by, pace, until_stopped)


def with_sender(shop: OpenShop, by: str, pace: Pace | None, act: Callable[[Sender], T]) -> T:
    """One sender a company at a time: the lease saves work, the request id and the look-up keep it safe."""
    with client_of(shop) as client, leased(shop, client.realm) as lease:
        link: Link = shop.exchange
        desk = OutboxDesk(shop, by, lease, answer=client.take_answer)
        return act(link.sender(client, desk, shop.now_ms, pace=pace, guards=_guards(shop)))


@contextmanager
def client_of(shop: OpenShop) -> Iterator[Client]:
    """A client for the connected company, let go of afterwards."""
    if shop.exchange is None:
        raise Refusal("not_connected")
    client: Client = shop.exchange.client()
    try:
        yield client
    finally:
        client.close()


@contextmanager
def leased(shop: OpenShop, realm: str) -> Iterator[Lease]:
    """The right to write to a company that this shop said yes to; Refusal where it did not, or another writes."""
    lease = Lease(shop, realm)
    with shop.store.write() as tx:
        need_confirmed(tx, realm)
        lease.take(tx)
    try:
        yield lease
    finally:
        with shop.store.write() as tx:
            lease.drop(tx)


class Lease:
    """The right to send to one company, of one thread of one program; it ends by itself where nobody renews it."""

    def __init__(self, shop: OpenShop, realm: str) -> None:
        self._shop, self._realm = shop, realm
        self._owner = f"{socket.gethostname()}/{os.getpid()}/{threading.get_native_id()}-{id(shop):x}"

    def take(self, tx: Tx) -> None:
        """Have it from now on, or go on having it; Refusal where another one sends."""
        before = tx.outbox.lease_owner(self._realm)
        if _is_dead(before):
            tx.outbox.drop_lease(self._realm, before)
        now = self._shop.now_ms()
        if not tx.outbox.take_lease(self._realm, self._owner, now=now, until=now + LEASE_MS):
            raise Refusal("another_sender_works")

    def drop(self, tx: Tx) -> None:
        """Let another send."""
        tx.outbox.drop_lease(self._realm, self._owner)


def _guards(shop: OpenShop) -> Guards:
    """What is asked before a first sending, as this shop has it."""

    def told(number: str) -> bool:
        with shop.store.read() as tx:
            return bool(tx.lists.meta(TOLD_TO_SEND + number))

    with shop.store.read() as tx:
        return Guards(by_hand=tx.lists.meta(GUARD_BY_HAND, "1") == "1", told=told)


def _is_dead(owner: str) -> bool:
    """True where the program that held the lease on this computer is surely gone: it was killed while it sent."""
    host, _, rest = owner.partition("/")
    number = rest.partition("/")[0]
    if os.name != "posix" or host != socket.gethostname() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def verify_day(shop: OpenShop, date: str, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Read a sent date back again and compare every line."""
    with shop.store.read() as tx:
        rows = [r for r in tx.outbox.of_day(date) if r.state in (POSTED, VERIFIED, CHANGED_THERE, MISSING)]
    return with_sender(shop, by, None, lambda sender: tuple(sender.look(row) for row in rows))


def restore_ours(shop: OpenShop, date: str, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Put our entries of a date back where they were edited or deleted in QuickBooks. A person's decision."""
    return _mend(shop, date, by, lambda sender, row: sender.restore(row))


def accept_theirs(shop: OpenShop, date: str, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Take a date's entries as they stand in QuickBooks, edited or deleted. A person's decision, kept in the log."""
    return _mend(shop, date, by, lambda sender, row: sender.accept(row))


def _mend(shop: OpenShop, date: str, by: str, act: Callable[[Sender, OutboxRow], OutboxRow]) -> tuple[OutboxRow, ...]:
    with shop.store.read() as tx:
        rows = tuple(row for row in tx.outbox.of_day(date) if row.state in (CHANGED_THERE, MISSING))
    if not rows:
        raise Refusal("nothing_to_mend", date=date)
    need_same_company(shop, rows)
    return with_sender(shop, by, None, lambda sender: tuple(act(sender, row) for row in rows))


def set_app(link: Link, open_address: Callable[[str], str]) -> str:
    """Sign in: `open_address` shows the address to a person and returns the one the browser came back to."""
    sign_in = SignIn(link.app)
    return sign_in.finish(open_address(sign_in.address), link.kept)


def auto_consent(address: str) -> str:
    """Against the practice company only: follow its immediate yes."""
    import requests

    session = requests.Session()
    session.trust_env = False
    try:
        reply = session.get(address, allow_redirects=False, timeout=(5, 30))
    except requests.RequestException:
        raise Trouble("no_connection") from None
    return reply.headers.get("Location", "")


def books_there(shop: OpenShop) -> dict[str, int]:
    """Every account's balance in the company, debit positive minor units of the shop's, read back by HTTP."""
    with client_of(shop) as client:
        return {name: in_shop_units(cents, shop.facts.decimals) for name, cents in balances(client).items()}


def company_there(shop: OpenShop) -> Company:
    """What the connected company says of itself."""
    with client_of(shop) as client:
        return company(client)
