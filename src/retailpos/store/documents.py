"""The append-only journal: documents, their index rows, their postings, and the day totals kept beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from retailpos.core.document import Document, Posting
from retailpos.core.plain import canonical, from_plain
from retailpos.core.stock import OnHand
from retailpos.store import schema as t
from retailpos.store.quick import Driver, Quick

FORMAT = "1"
GENESIS = "0" * 64

_DIMENSIONS = [f.name for f in fields(Posting) if f.name != "cents"]
_DOCUMENT = Quick(insert(t.document))
_LINE, _TAX, _TENDER, _POSTING = (Quick(insert(x)) for x in (t.doc_line, t.doc_tax, t.doc_tender, t.posting))
_TOTAL = upsert(t.period_total)
_ADD_TOTAL = Quick(
    _TOTAL.on_conflict_do_update(
        set_={
            "cents": t.period_total.c.cents + _TOTAL.excluded.cents,
            "count": t.period_total.c["count"] + _TOTAL.excluded["count"],
        }
    )
)
_STOCK = upsert(t.stock)
_SET_STOCK = Quick(
    _STOCK.on_conflict_do_update(set_={name: _STOCK.excluded[name] for name in ("milli", "value", "last_cost")})
)
_COUNTER = upsert(t.counter)
_SET_COUNTER = Quick(_COUNTER.on_conflict_do_update(set_={"last": _COUNTER.excluded["last"]}))
_CHAIN = upsert(t.chain)
_SET_CHAIN = Quick(
    _CHAIN.on_conflict_do_update(set_={name: _CHAIN.excluded[name] for name in ("seq", "head", "business_date", "at")})
)
_GET_ON_HAND = Quick(
    select(t.stock.c.milli, t.stock.c.value, t.stock.c.last_cost).where(t.stock.c.item == bindparam("item"))
)
_GET_COUNTER = Quick(
    select(t.counter.c["last"]).where(
        t.counter.c.store == bindparam("store"),
        t.counter.c.register == bindparam("register"),
        t.counter.c.series == bindparam("series"),
    )
)
_GET_CHAIN = Quick(
    select(t.chain.c.seq, t.chain.c.head, t.chain.c.business_date, t.chain.c.at).where(
        t.chain.c.store == bindparam("store"), t.chain.c.register == bindparam("register")
    )
)
_DRAWER = ("opened_by", "business_date", "expected", "bag", "left_cents")
_GET_DRAWER = Quick(
    select(*(t.drawer.c[name] for name in _DRAWER)).where(
        t.drawer.c.store == bindparam("store"), t.drawer.c.register == bindparam("register")
    )
)
_ADD_CASH = Quick(
    update(t.drawer)
    .where(
        t.drawer.c.store == bindparam("at"),
        t.drawer.c.register == bindparam("till"),
        t.drawer.c.opened_by != text("''"),
    )
    .values(expected=t.drawer.c.expected + bindparam("cash"))
)
_BY_ID = select(t.document.c.body).where(t.document.c.id == bindparam("id"))


def digest(predecessor: str, body: str) -> str:
    """One link of a register's chain."""
    return hashlib.sha256(f"{FORMAT}\n{predecessor}\n{body}".encode()).hexdigest()


def read_body(body: str) -> Document:
    """The document that a stored body tells."""
    return from_plain(Document, json.loads(body))


class Documents:
    """Documents within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection
        self._d = Driver(connection)
        self.touched: set[tuple[int, int]] = set()

    def counters(self, store: int, register: int, series: Iterable[str]) -> dict[str, int]:
        """The last number of each of these series; 0 where none was given out."""
        return {name: self._last_number(store, register, name) for name in series}

    def _last_number(self, store: int, register: int, series: str) -> int:
        found = self._d.first(_GET_COUNTER, store=store, register=register, series=series)
        return int(found[0]) if found else 0

    def raise_counters(self, store: int, register: int, numbers: dict[str, int]) -> None:
        """Let series go on above these numbers."""
        for series, last in numbers.items():
            row = {"store": store, "register": register, "series": series, "last": last}
            self._d.run(_SET_COUNTER, [row])

    def next_number(self, store: int, register: int, series: str) -> int:
        """The next gap-free number of a series; taken only if this transaction commits."""
        number = self._last_number(store, register, series) + 1
        self.raise_counters(store, register, {series: number})
        return number

    def head(self, store: int, register: int) -> tuple[int, str, str, int]:
        """A register's chain: documents so far, last digest, last business date, last instant."""
        found = self._d.first(_GET_CHAIN, store=store, register=register)
        return (int(found[0]), str(found[1]), str(found[2]), int(found[3])) if found else (0, GENESIS, "", 0)

    def append(self, document: Document, legs: tuple[Posting, ...]) -> str:
        """Record a fact with its index rows, postings, day totals and stock. Returns the chain's new head."""
        seq, head, newest, _ = self.head(document.store, document.register)
        body = canonical(document)
        link = digest(head, body)
        self._d.run(_DOCUMENT, [_row(document, seq + 1, body, link)])
        chain = {
            "store": document.store,
            "register": document.register,
            "seq": seq + 1,
            "head": link,
            # A count belongs to the date its drawer was opened on; the register's own date stays the newest.
            "business_date": max(newest, document.business_date),
            "at": document.at,
        }
        self._d.run(_SET_CHAIN, [chain])
        self._index(document)
        self._post(document, legs)
        self.touched.add((document.store, document.register))
        return link

    def _index(self, document: Document) -> None:
        for statement, rows in index_rows(document):
            self._d.run(statement, rows)

    def _post(self, document: Document, legs: tuple[Posting, ...]) -> None:
        if not legs:
            return
        rows = posting_rows(document, legs)
        self._d.run(_POSTING, rows)
        period = {
            "store": document.store,
            "register": document.register,
            "business_date": document.business_date,
            "run": document.run,
            "count": 1,
        }
        self._d.run(_ADD_TOTAL, [{**row, **period} for row in rows])

    def stocks(self, items: Iterable[str]) -> dict[str, OnHand]:
        """What is on hand of several items; those never moved are left out."""
        rows = {item: self._d.first(_GET_ON_HAND, item=item) for item in items}
        return {item: OnHand(*row) for item, row in rows.items() if row}

    def stock(self, item: str) -> OnHand:
        """What is on hand of an item."""
        row = self._d.first(_GET_ON_HAND, item=item)
        return OnHand(*row) if row else OnHand()

    def set_stock(self, changed: dict[str, OnHand]) -> None:
        """Keep the new stock of the items a document moved."""
        rows = [
            {"item": item, "milli": hand.milli, "value": hand.value, "last_cost": hand.last_cost}
            for item, hand in changed.items()
        ]
        self._d.run(_SET_STOCK, rows)

    def get(self, document: str) -> Document | None:
        """A document by its id."""
        body = self._c.execute(_BY_ID, {"id": document}).scalar()
        return read_body(body) if body else None

    def by_number(self, store: int, register: int, number: int, series: str = "receipt") -> Document | None:
        """A document by its printed number."""
        found = select(t.document.c.body).where(
            t.document.c.store == store,
            t.document.c.register == register,
            t.document.c.series == series,
            t.document.c.number == number,
        )
        body = self._c.execute(found).scalar()
        return read_body(body) if body else None

    def referring(self, document: str) -> tuple[Document, ...]:
        """The documents that point back at this one."""
        found = select(t.document.c.body).where(t.document.c.refers == document).order_by(t.document.c.seq)
        return tuple(read_body(body) for body in self._c.execute(found).scalars())

    def came_back(self, document: str) -> dict[int, int]:
        """Thousandths of each line of a receipt that came back so far, voided returns left out."""
        voided = select(t.document.c.refers).where(t.document.c.kind == "void")
        found = (
            select(t.doc_line.c.back_line, func.sum(-t.doc_line.c.milli))
            .where(t.doc_line.c.back_document == document, t.doc_line.c.document.not_in(voided))
            .group_by(t.doc_line.c.back_line)
        )
        return {int(line): int(milli) for line, milli in self._c.execute(found)}

    def find_receipts(
        self, *, date: str = "", total: int | None = None, kinds: tuple[str, ...] = ("sale", "return"), most: int = 50
    ) -> tuple[Document, ...]:
        """Receipts of a date, of a total, or simply the newest."""
        found = select(t.document.c.body).where(t.document.c.kind.in_(kinds))
        if date:
            found = found.where(t.document.c.business_date == date)
        if total is not None:
            found = found.where(t.document.c.total == total)
        found = found.order_by(t.document.c.at.desc(), t.document.c.seq.desc()).limit(most)
        return tuple(read_body(body) for body in self._c.execute(found).scalars())

    def of_day(self, date: str) -> Iterator[Document]:
        """All documents of a business date, in the order they were recorded."""
        found = select(t.document.c.body).where(t.document.c.business_date == date)
        found = found.order_by(t.document.c.store, t.document.c.register, t.document.c.seq)
        for body in self._c.execute(found).scalars():
            yield read_body(body)

    def bodies(self) -> Iterator[tuple[int, int, int, str, str, str]]:
        """Every document as (store, register, seq, id, body, digest) in chain order."""
        d = t.document.c
        found = select(d.store, d.register, d.seq, d.id, d.body, d.digest).order_by(d.store, d.register, d.seq)
        for row in self._c.execute(found):
            yield row.store, row.register, row.seq, row.id, row.body, row.digest

    def postings_of(self, document: str) -> tuple[Posting, ...]:
        """The postings that were written with a document."""
        rows = self._c.execute(select(t.posting).where(t.posting.c.document == document).order_by(t.posting.c.n))
        return tuple(_posting(row) for row in rows)

    def last_of(self, register: int, kinds: tuple[str, ...]) -> Document | None:
        """The newest document of these kinds on a register."""
        d = t.document.c
        found = select(d.body).where(d.register == register, d.kind.in_(kinds)).order_by(d.seq.desc()).limit(1)
        body = self._c.execute(found).scalar()
        return read_body(body) if body else None

    def behind(self, date: str, slot: str, key: str) -> tuple[tuple[Document, int], ...]:
        """The documents of a date that one line of its entry is made of, with what each adds to it (cents)."""
        found = (
            select(t.document.c.body, func.sum(t.posting.c.cents))
            .join(t.posting, t.posting.c.document == t.document.c.id)
            .where(t.document.c.business_date == date, t.posting.c.slot == slot, t.posting.c.key == key)
            .group_by(t.document.c.id)
            .order_by(t.document.c.register, t.document.c.seq)
        )
        return tuple((read_body(body), int(cents)) for body, cents in self._c.execute(found))

    def session_cash(self, opening: str, register: int) -> int:
        """The cash that moved through a drawer since its opening document, from the postings (for `check`)."""
        start = select(t.document.c.seq).where(t.document.c.id == opening).scalar_subquery()
        found = (
            select(func.coalesce(func.sum(t.posting.c.cents), 0))
            .join(t.document, t.document.c.id == t.posting.c.document)
            .where(
                t.document.c.register == register,
                t.document.c.seq > start,
                t.posting.c.slot == "tender.cash",
                t.document.c.kind.not_in(("bank_deposit", "opening_cash")),
            )
        )
        return int(self._c.execute(found).scalar_one())

    def balance(self, kind: str, party: str) -> int:
        """What a party owes (house accounts), in cents."""
        b = t.balance.c
        return int(self._c.execute(select(b.cents).where(b.kind == kind, b.party == party)).scalar() or 0)

    def balances(self, kind: str) -> dict[str, int]:
        """Every party's balance of a kind."""
        rows = self._c.execute(select(t.balance.c.party, t.balance.c.cents).where(t.balance.c.kind == kind))
        return {str(party): int(cents) for party, cents in rows}

    def add_balance(self, kind: str, party: str, cents: int) -> None:
        """Change a balance by so many cents."""
        change = upsert(t.balance).values(kind=kind, party=party, cents=cents)
        self._c.execute(change.on_conflict_do_update(set_={"cents": t.balance.c.cents + cents}))

    def touch_drawer(self, store: int, register: int, **changes: object) -> None:
        """Keep the state of a drawer."""
        d = t.drawer
        where = (d.c.store == store) & (d.c.register == register)
        if self._c.execute(update(d).where(where).values(**changes)).rowcount == 0:
            fresh = {"opened_by": "", "business_date": "", "expected": 0, "bag": 0, "left_cents": None}
            self._c.execute(insert(d).values(store=store, register=register, **{**fresh, **changes}))

    def drawer(self, store: int, register: int) -> dict[str, Any]:
        """The state of a drawer; an unknown register has a shut and empty one."""
        row = self._d.first(_GET_DRAWER, store=store, register=register) or ("", "", 0, 0, None)
        return dict(zip(_DRAWER, row, strict=True))

    def add_cash(self, store: int, register: int, cents: int) -> None:
        """An open drawer should hold so much more; a shut one is nobody's business."""
        self._d.changed(_ADD_CASH, at=store, till=register, cash=cents)

    def open_drawers(self) -> tuple[tuple[int, str], ...]:
        """Registers whose drawer is open, with the business date it was opened on."""
        found = select(t.drawer.c.register, t.drawer.c.business_date).where(t.drawer.c.opened_by != "")
        return tuple((int(register), str(date)) for register, date in self._c.execute(found))

    def count(self) -> int:
        """How many documents there are."""
        return int(self._c.execute(select(func.count()).select_from(t.document)).scalar_one())

    def everything(self) -> Iterator[Document]:
        """Every document in the order it was recorded, register by register within a moment."""
        found = select(t.document.c.body).order_by(t.document.c.at, t.document.c.register, t.document.c.seq)
        for body in self._c.execute(found).scalars().all():
            yield read_body(body)

    def running_total(self) -> int:
        """The grand total of all receipts, in cents."""
        return int(self._c.execute(text("SELECT coalesce(sum(total), 0) FROM document")).scalar_one())


def _row(document: Document, seq: int, body: str, link: str) -> dict[str, object]:
    plain = ("id", "store", "register", "kind", "series", "number", "at", "business_date", "run", "by")
    row: dict[str, object] = {name: getattr(document, name) for name in plain}
    row |= {"customer": document.customer, "refers": document.refers, "total": document.total}
    return row | {"seq": seq, "body": body, "digest": link}


def index_rows(document: Document) -> tuple[tuple[Any, list[dict[str, object]]], ...]:
    """The rows that make a body searchable, derived from it alone (and derived again by `check`)."""
    lines = [
        {
            "document": document.id,
            "n": line.n,
            "kind": line.kind,
            "item": line.item,
            "department": line.department,
            "milli": line.milli,
            "net": line.net,
            "cost": line.cost,
            "back_document": line.back_document,
            "back_line": line.back_line,
        }
        for line in document.lines
    ]
    taxes = [
        {"document": document.id, "n": n, "agency": row.agency, "rate_name": row.rate_name, "cents": cents}
        for n, (row, cents) in enumerate(document.taxes)
    ]
    tenders = [
        {
            "document": document.id,
            "n": n,
            "tender": p.tender,
            "kind": p.kind,
            "cents": p.cents,
            "applied": p.applied,
        }
        for n, p in enumerate(document.payments)
    ]
    return (_LINE, lines), (_TAX, taxes), (_TENDER, tenders)


def posting_rows(document: Document, legs: tuple[Posting, ...]) -> list[dict[str, object]]:
    """Postings as rows."""
    names = [*_DIMENSIONS, "cents"]
    return [
        {"document": document.id, "n": n, **{name: getattr(leg, name) for name in names}} for n, leg in enumerate(legs)
    ]


def _posting(row: Any) -> Posting:
    return Posting(**{name: getattr(row, name) for name in [*_DIMENSIONS, "cents"]})
