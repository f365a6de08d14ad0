"""The practice company's own file: entities, the ledger, links, answers already given, and tokens."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from sqlcipher3 import dbapi2

_SCHEMA = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS entity (
  kind TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, doc_number TEXT NOT NULL, txn_date TEXT NOT NULL,
  updated TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT;
CREATE INDEX IF NOT EXISTS entity_doc ON entity (kind, doc_number);
CREATE INDEX IF NOT EXISTS entity_name ON entity (kind, name);
CREATE INDEX IF NOT EXISTS entity_updated ON entity (kind, updated);
CREATE TABLE IF NOT EXISTS ledger (
  kind TEXT NOT NULL, id INTEGER NOT NULL, line INTEGER NOT NULL, account INTEGER NOT NULL, cents INTEGER NOT NULL,
  txn_date TEXT NOT NULL, party_kind TEXT NOT NULL, party INTEGER NOT NULL, class INTEGER NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (kind, id, line)) STRICT;
CREATE INDEX IF NOT EXISTS ledger_account ON ledger (account, txn_date);
CREATE INDEX IF NOT EXISTS ledger_party ON ledger (party_kind, party);
CREATE TABLE IF NOT EXISTS link (
  kind TEXT NOT NULL, id INTEGER NOT NULL, to_kind TEXT NOT NULL, to_id INTEGER NOT NULL,
  cents INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS link_from ON link (kind, id);
CREATE INDEX IF NOT EXISTS link_to ON link (to_kind, to_id);
CREATE TABLE IF NOT EXISTS answer (request TEXT PRIMARY KEY, status INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, type TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS token (
  token TEXT PRIMARY KEY, kind TEXT NOT NULL, until REAL NOT NULL, made REAL NOT NULL, hard REAL NOT NULL,
  family TEXT NOT NULL, extra TEXT NOT NULL) STRICT;
"""
_LONG_IDS = {"Class": 5_000_000_000_000_012_000, "Department": 5_000_000_000_000_034_000}
_KEPT = ("client_id", "client_secret", "consent_at_start", "base")
_ZONE = timezone(timedelta(hours=-8))
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Leg:
    """One row of the ledger: debit-positive cents on an account, for a party (kind, id) where there is one."""

    account: str
    cents: int
    note: str = ""
    party: tuple[str, str] = ("", "0")
    klass: str = "0"


@dataclass(frozen=True, slots=True)
class Link:
    """So many cents of one transaction settle, or bank, another."""

    kind: str
    id: str
    cents: int


class Books:
    """One company's file. Every change is one transaction; one writer at a time."""

    def __init__(self, path: str) -> None:
        self._db = dbapi2.connect(path, check_same_thread=False, isolation_level=None)
        self._db.row_factory = dbapi2.Row
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_SCHEMA)
        self._lock = threading.RLock()
        self._deep = 0

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing. Entered again from within, a part may fail by itself and the rest still stand."""
        with self._lock:
            self._deep += 1
            mark = f"deep{self._deep}"
            self._db.execute("BEGIN IMMEDIATE" if self._deep == 1 else f"SAVEPOINT {mark}")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK" if self._deep == 1 else f"ROLLBACK TO {mark}")
                self._deep -= 1
                raise
            self._db.execute("COMMIT" if self._deep == 1 else f"RELEASE {mark}")
            self._deep -= 1

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Rows of a query."""
        with self._lock:
            return list(self._db.execute(sql, values))

    def run(self, sql: str, *values: object) -> None:
        """One change."""
        with self._lock:
            self._db.execute(sql, values)

    def empty(self) -> None:
        """Forget everything but the keys and tokens of the connection."""
        with self.change():
            for table in ("entity", "ledger", "link", "answer", "file"):
                self.run(f"DELETE FROM {table}")
            self.run(f"DELETE FROM setting WHERE name NOT IN {_KEPT}")

    # Settings

    def setting(self, name: str, default: str = "") -> str:
        """A setting of the company."""
        found = self.rows("SELECT value FROM setting WHERE name = ?", name)
        return str(found[0]["value"]) if found else default

    def on(self, name: str) -> bool:
        """A setting that is yes or no."""
        return self.setting(name) == "true"

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        self.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)

    # Time

    def moment(self) -> datetime:
        """This moment, with the practice skew."""
        return datetime.now(UTC) + timedelta(seconds=float(self.setting("clock_skew", "0")))

    def now(self) -> str:
        """This moment as the service writes it, in the company's offset."""
        return self.moment().astimezone(_ZONE).isoformat(timespec="milliseconds")

    def today(self) -> str:
        """The company's date."""
        return self.now()[:10]

    # Entities

    def add(self, kind: str, body: Body, *, name: str = "") -> Body:
        """Keep a new entity under the next id."""
        found = self.rows("SELECT max(id) AS n FROM entity WHERE kind = ?", kind)
        number, now = int(found[0]["n"] or _LONG_IDS.get(kind, 0)) + 1, self.now()
        stamp = {"CreateTime": now, "LastUpdatedTime": now}
        whole = {**body, "domain": "QBO", "sparse": False, "Id": str(number), "SyncToken": "0", "MetaData": stamp}
        self._write(kind, number, whole, name)
        return whole

    def save(self, kind: str, body: Body, *, name: str = "") -> Body:
        """Keep a changed entity with the next sync token."""
        number = int(body["Id"])
        old = self.get(kind, str(number)) or {}
        token = int(old.get("SyncToken", "0")) + 1
        stamp = {**old.get("MetaData", {}), "LastUpdatedTime": self.now()}
        whole = {**body, "domain": "QBO", "sparse": False, "SyncToken": str(token), "MetaData": stamp}
        self._write(kind, number, whole, name)
        return whole

    def _write(self, kind: str, number: int, body: Body, name: str) -> None:
        self.run(
            "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
            kind,
            number,
            name.casefold(),
            str(body.get("DocNumber") or ""),
            str(body.get("TxnDate") or ""),
            body["MetaData"]["LastUpdatedTime"],
            dump(body),
        )

    def get(self, kind: str, number: str) -> Body | None:
        """An entity by id."""
        if not (number.isascii() and number.isdigit() and len(number) < 20 and int(number) < 2**63):
            return None
        found = self.rows("SELECT body FROM entity WHERE kind = ? AND id = ? AND deleted = 0", kind, int(number))
        return load(found[0]["body"]) if found else None

    def all(self, kind: str, where: str = "deleted = 0", *values: object) -> list[Body]:
        """Entities of a kind, oldest first; `where` is a condition on the columns."""
        sql = f"SELECT body FROM entity WHERE kind = ? AND {where} ORDER BY id"
        return [load(row["body"]) for row in self.rows(sql, kind, *values)]

    def named(self, kind: str, name: str) -> Body | None:
        """An entity by name, whatever the case."""
        found = self.all(kind, "deleted = 0 AND name = ?", name.casefold())
        return found[0] if found else None

    def remove(self, kind: str, number: str) -> None:
        """Delete a transaction, what it posted and what it settled; that it was deleted stays known."""
        self.run("UPDATE entity SET deleted = 1, updated = ? WHERE kind = ? AND id = ?", self.now(), kind, int(number))
        self.run("DELETE FROM ledger WHERE kind = ? AND id = ?", kind, int(number))
        self.run("DELETE FROM link WHERE kind = ? AND id = ?", kind, int(number))

    # The ledger

    def post(self, kind: str, body: Body, legs: list[Leg], links: list[Link]) -> None:
        """Post a transaction: legs that sum to zero, in place of what it posted before."""
        if sum(leg.cents for leg in legs):
            raise ArithmeticError("a transaction that does not balance")
        number, day = int(body["Id"]), str(body.get("TxnDate") or self.today())
        self.run("DELETE FROM ledger WHERE kind = ? AND id = ?", kind, number)
        self.run("DELETE FROM link WHERE kind = ? AND id = ?", kind, number)
        for n, leg in enumerate(legs):
            party_kind, party = leg.party
            values = (
                kind,
                number,
                n,
                int(leg.account),
                leg.cents,
                day,
                party_kind,
                int(party),
                int(leg.klass),
                leg.note,
            )
            self.run("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *values)
        for link in links:
            self.run("INSERT INTO link VALUES (?, ?, ?, ?, ?)", kind, number, link.kind, int(link.id), link.cents)

    def balances(self, until: str = "9999-12-31", since: str = "") -> dict[str, int]:
        """Debit-positive cents by account id."""
        sql = "SELECT account, sum(cents) AS s FROM ledger WHERE txn_date BETWEEN ? AND ? GROUP BY account"
        return {str(row["account"]): int(row["s"]) for row in self.rows(sql, since, until)}

    def legs(self, kind: str, number: str) -> list[Any]:
        """What a transaction posted."""
        return self.rows("SELECT * FROM ledger WHERE kind = ? AND id = ? ORDER BY line", kind, int(number))

    def linked(self, kind: str, number: str, by: tuple[str, ...], but: tuple[str, str] = ("", "")) -> int:
        """Cents of a transaction that transactions of the kinds `by` settle, all but one of them."""
        sql = "SELECT kind, id, cents FROM link WHERE to_kind = ? AND to_id = ?"
        found = self.rows(sql, kind, int(number))
        return sum(row["cents"] for row in found if row["kind"] in by and (row["kind"], str(row["id"])) != but)


def dump(body: object) -> str:
    """JSON as the service writes it: amounts are numbers."""
    return json.dumps(body, ensure_ascii=False, default=_number)


def load(text: str) -> Body:
    """JSON with every amount exact."""
    found: Body = json.loads(text, parse_float=Decimal)
    return found


def _number(value: object) -> float:
    """Only at the edge: fifteen digits, so that the shortest decimal of the number is the amount itself."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
