"""The practice company's own file: list entities, transactions, the ledger, answers already given, and tokens."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlcipher3 import dbapi2

_SCHEMA = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS entity (
  kind TEXT NOT NULL, id INTEGER NOT NULL, sync INTEGER NOT NULL, active INTEGER NOT NULL, name TEXT NOT NULL,
  doc_number TEXT NOT NULL, txn_date TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT;
CREATE INDEX IF NOT EXISTS entity_doc ON entity (kind, doc_number);
CREATE TABLE IF NOT EXISTS ledger (
  kind TEXT NOT NULL, id INTEGER NOT NULL, line INTEGER NOT NULL, account INTEGER NOT NULL, cents INTEGER NOT NULL,
  txn_date TEXT NOT NULL, party TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (kind, id, line)) STRICT;
CREATE INDEX IF NOT EXISTS ledger_account ON ledger (account);
CREATE TABLE IF NOT EXISTS answer (request TEXT PRIMARY KEY, status INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS token (
  token TEXT PRIMARY KEY, kind TEXT NOT NULL, until REAL NOT NULL, made REAL NOT NULL, family TEXT NOT NULL,
  extra TEXT NOT NULL) STRICT;
"""


class Books:
    """One company's file. Every change is one transaction; one writer at a time."""

    def __init__(self, path: str) -> None:
        self._db = dbapi2.connect(path, check_same_thread=False, isolation_level=None)
        self._db.row_factory = dbapi2.Row
        self._db.executescript(_SCHEMA)
        self._lock = threading.RLock()
        self._deep = 0

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing; may be entered again from within."""
        with self._lock:
            self._deep += 1
            if self._deep == 1:
                self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._deep -= 1
                if self._deep == 0:
                    self._db.execute("ROLLBACK")
                raise
            self._deep -= 1
            if self._deep == 0:
                self._db.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Rows of a query."""
        with self._lock:
            return list(self._db.execute(sql, values))

    def run(self, sql: str, *values: object) -> None:
        """One change."""
        with self._lock:
            self._db.execute(sql, values)

    # Settings

    def setting(self, name: str, default: str = "") -> str:
        """A setting of the company."""
        found = self.rows("SELECT value FROM setting WHERE name = ?", name)
        return str(found[0]["value"]) if found else default

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        self.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)

    # Entities

    def now(self) -> str:
        """This moment as the service writes it, in the company's offset."""
        skew = int(self.setting("clock_skew", "0"))
        moment = datetime.now(UTC) + timedelta(seconds=skew)
        return moment.astimezone(timezone(timedelta(hours=-8))).isoformat(timespec="milliseconds")

    def add(self, kind: str, body: dict[str, Any], *, name: str = "") -> dict[str, Any]:
        """Keep a new entity under the next id."""
        found = self.rows("SELECT coalesce(max(id), 0) + 1 AS n FROM entity WHERE kind = ?", kind)
        number, now = int(found[0]["n"]), self.now()
        stamp = {"CreateTime": now, "LastUpdatedTime": now}
        whole = {**body, "domain": "QBO", "sparse": False, "Id": str(number), "SyncToken": "0", "MetaData": stamp}
        self._write(kind, number, whole, name)
        return whole

    def save(self, kind: str, body: dict[str, Any], *, name: str = "") -> dict[str, Any]:
        """Keep a changed entity with the next sync token."""
        number = int(body["Id"])
        old = self.get(kind, str(number)) or {}
        token = int(old.get("SyncToken", "0")) + 1
        stamp = {**old.get("MetaData", {}), "LastUpdatedTime": self.now()}
        whole = {**body, "domain": "QBO", "sparse": False, "SyncToken": str(token), "MetaData": stamp}
        self._write(kind, number, whole, name)
        return whole

    def _write(self, kind: str, number: int, body: dict[str, Any], name: str) -> None:
        self.run(
            "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            kind,
            number,
            int(body["SyncToken"]),
            int(body.get("Active", True)),
            name.casefold(),
            str(body.get("DocNumber") or ""),
            str(body.get("TxnDate") or ""),
            body["MetaData"]["CreateTime"],
            body["MetaData"]["LastUpdatedTime"],
            json.dumps(body, ensure_ascii=False),
        )

    def get(self, kind: str, number: str) -> dict[str, Any] | None:
        """An entity by id."""
        if not number.isdigit():
            return None
        found = self.rows("SELECT body FROM entity WHERE kind = ? AND id = ? AND deleted = 0", kind, int(number))
        return json.loads(found[0]["body"]) if found else None

    def all(self, kind: str, *, changed_since: str = "", deleted: bool = False) -> list[dict[str, Any]]:
        """All entities of a kind, oldest first."""
        sql = "SELECT body FROM entity WHERE kind = ? AND deleted = ? AND updated >= ? ORDER BY id"
        return [json.loads(row["body"]) for row in self.rows(sql, kind, int(deleted), changed_since)]

    def named(self, kind: str, name: str) -> dict[str, Any] | None:
        """An entity by name, whatever the case."""
        sql = "SELECT body FROM entity WHERE kind = ? AND name = ? AND deleted = 0"
        found = self.rows(sql, kind, name.casefold())
        return json.loads(found[0]["body"]) if found else None

    def numbered(self, kind: str, doc_number: str) -> dict[str, Any] | None:
        """A transaction by document number."""
        sql = "SELECT body FROM entity WHERE kind = ? AND doc_number = ? AND deleted = 0"
        found = self.rows(sql, kind, doc_number)
        return json.loads(found[0]["body"]) if found else None

    def remove(self, kind: str, number: str) -> None:
        """Delete a transaction and what it posted; that it was deleted stays known."""
        self.run("UPDATE entity SET deleted = 1, updated = ? WHERE kind = ? AND id = ?", self.now(), kind, int(number))
        self.run("DELETE FROM ledger WHERE kind = ? AND id = ?", kind, int(number))

    # The ledger

    def post(self, kind: str, body: dict[str, Any], legs: list[tuple[str, int, str, str]]) -> None:
        """Post a transaction: (account id, debit-positive cents, party, note) legs that sum to zero."""
        if sum(leg[1] for leg in legs):
            raise ArithmeticError("a transaction that does not balance")
        number = int(body["Id"])
        self.run("DELETE FROM ledger WHERE kind = ? AND id = ?", kind, number)
        for n, (account, cents, party, note) in enumerate(legs):
            self.run(
                "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                kind,
                number,
                n,
                int(account),
                cents,
                str(body.get("TxnDate") or ""),
                party,
                note,
            )

    def balances(self, until: str = "9999") -> dict[str, int]:
        """Debit-positive cents by account id."""
        sql = "SELECT account, sum(cents) AS s FROM ledger WHERE txn_date <= ? GROUP BY account"
        return {str(row["account"]): int(row["s"]) for row in self.rows(sql, until)}
