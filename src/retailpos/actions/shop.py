"""An open shop: the file, the clock, the id source, the devices and the exchange, put together once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from retailpos.core.catalogue import HOUSE, Department, Item, Shop, TaxCode, Tender
from retailpos.core.day import business_date, milliseconds
from retailpos.core.document import OPENING_BALANCE, SERIES, Document, Posting
from retailpos.core.errors import Refusal
from retailpos.core.postings import postings
from retailpos.core.tax import Rate, SubRow, Terms
from retailpos.devices.parts import Devices, MissingPrinter
from retailpos.store.engine import RegisterLock
from retailpos.store.store import Store, Tx

BACK_OFFICE = 0
_IN_DRAWER = ("bank_deposit", "opening_cash")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This moment, in UTC."""


class Ids(Protocol):
    """A source of identities."""

    def new(self) -> str:
        """A new 16-byte identity as 32 hex digits, later ones sorting later."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)


class TimeOrderedIds:
    """Identities of 6 bytes of time and 10 of chance."""

    def __init__(self, clock: Clock, chance: Callable[[], bytes] | None = None) -> None:
        self._clock = clock
        self._chance = chance or (lambda: secrets.token_bytes(10))

    def new(self) -> str:
        """A new identity."""
        return f"{milliseconds(self._clock.now()):012x}{self._chance().hex()}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed, so that screens know what to draw again."""

    kinds: frozenset[str] = frozenset()
    documents: tuple[Document, ...] = ()


@dataclass(slots=True)
class Listed:
    """The small lists, read once and again after a change."""

    departments: dict[str, Department]
    tax_codes: dict[str, TaxCode]
    tenders: dict[str, Tender]


class OpenShop:
    """Everything an action needs, opened once by whoever composes the program."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, devices: Devices, exchange: Any = None) -> None:
        self.store = store
        self.clock = clock
        self.ids = ids
        self.devices = devices
        self.exchange = exchange
        self.clock_lags = False
        self.lock: RegisterLock | None = None
        self.facts: Shop
        self.listed: Listed
        self.terms: Terms
        self.read_lists()

    def read_lists(self) -> None:
        """Read settings and small lists again."""
        with self.store.read() as tx:
            self.facts = tx.lists.shop()
            self.listed = Listed(
                {d.id: d for d in tx.lists.departments()},
                {c.id: c for c in tx.lists.tax_codes()},
                {x.id: x for x in tx.lists.tenders()},
            )
            self.terms = Terms(
                tx.lists.meta("prices", "exclude") == "include",
                tx.lists.meta("tax_rounding", "receipt"),
                int(tx.lists.meta("cash_step", "1")),
            )

    def close(self) -> None:
        """Finish with the devices, leave the file as one file, and let another program sell from it."""
        self.devices.close()
        self.store.close()
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def now_ms(self) -> int:
        """This moment, UTC milliseconds."""
        return milliseconds(self.clock.now())

    def today(self, tx: Tx, register: int) -> str:
        """The business date of a register now, never before its last document's."""
        last = tx.documents.head(self.facts.store, register)[2] if register else ""
        date, self.clock_lags = business_date(self.clock.now(), self.facts.zone, self.facts.day_ends, last)
        return date

    def rates(self, tax_code: str, date: str) -> tuple[Rate, ...]:
        """The rates of a tax code on a date; of one sub-row, those that began last."""
        code = self.listed.tax_codes.get(tax_code)
        begun = [rate for rate in code.rates if rate.since <= date] if code else []
        newest: dict[SubRow, str] = {}
        for rate in begun:
            newest[rate.row] = max(newest.get(rate.row, ""), rate.since)
        return tuple(rate for rate in begun if rate.since == newest[rate.row])

    def tax_code_of(self, item: Item) -> str:
        """The item's tax code, else its department's, else Taxable."""
        if item.tax_code:
            return item.tax_code
        department = self.listed.departments.get(item.department)
        return department.tax_code if department and department.tax_code else "Taxable"

    def department_name(self, department: str) -> str:
        """The name of a department now."""
        found = self.listed.departments.get(department)
        return found.name if found else ""

    def tender(self, tender: str) -> Tender:
        """A tender by id or name; a charge to the customer's account is one too."""
        if tender == HOUSE:
            return Tender(HOUSE, "House account", HOUSE)
        for found in self.listed.tenders.values():
            if tender in (found.id, found.name):
                return found
        raise Refusal("no_such_tender", name=tender)

    def record(self, tx: Tx, register: int, kind: str, **facts: Any) -> Document:
        """Write one document with number, period, chain and postings. Part of the caller's transaction."""
        store = self.facts.store
        date = facts.pop("business_date", "") or self.today(tx, register)
        run = tx.periods.run_for(store, register, date) if register else 1
        series = SERIES.get(kind, kind)
        document = Document(
            facts.pop("id", "") or self.ids.new(),
            store,
            register,
            kind,
            series,
            tx.documents.next_number(store, register, series),
            self.now_ms(),
            date,
            run,
            facts.pop("by", ""),
            **facts,
        )
        original = tx.documents.postings_of(document.refers) if kind == "void" else ()
        legs = postings(document, original)
        tx.documents.append(document, legs)
        self._move_cash(tx, document, legs)
        self._move_balances(tx, document, legs)
        return document

    def _move_balances(self, tx: Tx, document: Document, legs: tuple[Posting, ...]) -> None:
        """Keep what customers owe on their house accounts."""
        for leg in legs:
            if leg.slot in ("house_charge", "house_payment"):
                tx.documents.add_balance(HOUSE, leg.key, leg.cents)
        if document.kind == OPENING_BALANCE:
            tx.documents.add_balance(HOUSE, document.customer, document.total)

    def _move_cash(self, tx: Tx, document: Document, legs: tuple[Posting, ...]) -> None:
        """Keep what the drawer should hold; money to and from the bank moves the till bag instead."""
        cash = sum(leg.cents for leg in legs if leg.slot == "tender.cash" and leg.key == str(document.register))
        if not cash:
            return
        if document.kind in _IN_DRAWER:
            drawer = tx.documents.drawer(document.store, document.register)
            tx.documents.touch_drawer(document.store, document.register, bag=drawer["bag"] + cash)
        else:
            tx.documents.add_cash(document.store, document.register, cash)


def open_shop(
    path: Path,
    clock: Clock,
    ids: Ids,
    devices: Devices | None = None,
    exchange: Any = None,
    *,
    to_sell: bool = False,
    accept_older: bool = False,
) -> OpenShop:
    """Open an existing shop file for work.

    One program at a time opens a file `to_sell`; reading, backup and the exchange run beside it. Selling from a
    file older than its mark is refused until a restore document says so (`actions.restore`).
    """
    lock = RegisterLock(path) if to_sell and path.exists() else None
    if lock is not None:
        lock.take()
    try:
        shop = OpenShop(Store(path), clock, ids, devices or Devices(MissingPrinter()), exchange)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    shop.lock = lock
    if to_sell and shop.store.lost() and not accept_older:
        gap = shop.store.lost()[0]
        shop.close()
        raise Refusal("older_file", path=str(path), here=gap.here, known=gap.known)
    return shop


def shop_code(name: str) -> str:
    """The short code that document numbers begin with: the initials, else the first letters; A-Z and digits."""
    plain = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in name).upper().split()
    code = "".join(word[0] for word in plain)[:4] if len(plain) > 1 else (plain[0][:3] if plain else "SHOP")
    return code or "SHOP"


def create_shop(path: Path, facts: Shop, **settings: str) -> None:
    """Make a new shop file with its settings, the built-in tenders and tax codes Taxable and None."""
    if path.exists():
        raise Refusal("shop_file_exists", path=str(path))
    store = Store(path, may_create=True)
    with store.write() as tx:
        tx.lists.set_shop(facts)
        for name, value in settings.items():
            tx.lists.set_meta(name, value)
        tx.lists.put(TaxCode("Taxable", "Taxable"))
        tx.lists.put(TaxCode("None", "None"))
        tx.lists.put(Tender("cash", "Cash", "cash", position=1))
        tx.lists.put(Tender("check", "Check", "check", position=50))
    store.close()
