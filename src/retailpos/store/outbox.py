"""The outbox: rows written by the day close, moved on by the exchange, each attempt logged for ever."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from retailpos.core.document import SETTLEMENT
from retailpos.core.errors import Trouble
from retailpos.core.outbox import OutboxRow
from retailpos.store import schema as t

_ORDER = (t.outbox.c.business_date, t.outbox.c.run, t.outbox.c.entry, t.outbox.c.paper)


class Outbox:
    """The outbox within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def add(self, row: OutboxRow) -> None:
        """A new row; the same document number twice is a bug and refused by the table."""
        self._c.execute(insert(t.outbox).values(**_columns(row)))

    def save(self, row: OutboxRow) -> None:
        """Move a row on. Raises Trouble where the day was planned anew since it was read: then nothing may leave."""
        columns = _columns(row)
        number, paper = columns.pop("doc_number"), columns.pop("paper")
        there = (t.outbox.c.doc_number == number) & (t.outbox.c.paper == paper)
        if self._c.execute(update(t.outbox).where(there).values(**columns)).rowcount != 1:
            raise Trouble("planned_anew", number=number)

    def take_out(self, row: OutboxRow) -> None:
        """Take out a row that was never tried."""
        untouched = (t.outbox.c.attempts == 0) & (t.outbox.c.body == "") & (t.outbox.c.quickbooks_id == "")
        self._c.execute(delete(t.outbox).where((t.outbox.c.doc_number == row.doc_number) & untouched))

    def get(self, doc_number: str) -> OutboxRow | None:
        """A row by its document number."""
        row = self._c.execute(select(t.outbox).where(t.outbox.c.doc_number == doc_number)).first()
        return _row(row) if row else None

    def of_day(self, date: str) -> tuple[OutboxRow, ...]:
        """The rows of a business date; payouts reach the bank on a date and belong to none."""
        of_date = (t.outbox.c.business_date == date) & (t.outbox.c.entry != SETTLEMENT)
        found = select(t.outbox).where(of_date).order_by(*_ORDER[1:])
        return tuple(_row(row) for row in self._c.execute(found))

    def payouts(self) -> tuple[OutboxRow, ...]:
        """The rows of card payouts, the newest first."""
        found = select(t.outbox).where(t.outbox.c.entry == SETTLEMENT)
        found = found.order_by(t.outbox.c.business_date.desc(), t.outbox.c.doc_number)
        return tuple(_row(row) for row in self._c.execute(found))

    def papers(self, *states: str) -> tuple[tuple[str, int, str], ...]:
        """What is in these states as (business date, run, paper): years of them, without their bodies."""
        o = t.outbox.c
        found = select(o.business_date, o.run, o.paper).where(o.state.in_(states))
        return tuple((date, run, paper) for date, run, paper in self._c.execute(found))

    def rows(self, *states: str) -> tuple[OutboxRow, ...]:
        """Rows in these states (or all), oldest day first."""
        found = select(t.outbox).order_by(*_ORDER)
        if states:
            found = found.where(t.outbox.c.state.in_(states))
        return tuple(_row(row) for row in self._c.execute(found))

    def log(self, row: OutboxRow, *, at: int, by: str, raw: str = "") -> None:
        """One attempt, in plain words, kept for ever; `raw` is the answer that led to it, secrets masked."""
        n = int(self._c.execute(select(func.max(t.attempt.c.n))).scalar() or 0) + 1
        self._c.execute(
            insert(t.attempt).values(
                n=n,
                doc_number=row.doc_number,
                at=at,
                by=by,
                mapping_version=row.mapping_version,
                request_id=row.request_id,
                state=row.state,
                reason=row.reason,
                quickbooks_id=row.quickbooks_id,
                said=row.said,
                raw=raw,
            )
        )

    def attempts(self, doc_number: str = "", most: int = 200) -> tuple[dict[str, Any], ...]:
        """The newest attempts."""
        found = select(t.attempt).order_by(t.attempt.c.n.desc()).limit(most)
        if doc_number:
            found = found.where(t.attempt.c.doc_number == doc_number)
        return tuple(dict(row) for row in self._c.execute(found).mappings())

    def lease_owner(self, name: str) -> str:
        """Who may send now, or ''."""
        held = self._c.execute(select(t.lease).where(t.lease.c.name == name)).first()
        return str(held.owner) if held is not None and held.until else ""

    def take_lease(self, name: str, owner: str, *, now: int, until: int) -> bool:
        """True when `owner` may send until then; another's lease that has not run out says no.

        One that runs on past `until` was taken before the clock was set back, and counts for nothing.
        """
        held = self._c.execute(select(t.lease).where(t.lease.c.name == name)).first()
        if held is not None and held.owner != owner and now < held.until <= until:
            return False
        change = upsert(t.lease).values(name=name, owner=owner, until=until)
        self._c.execute(change.on_conflict_do_update(set_={"owner": owner, "until": until}))
        return True

    def drop_lease(self, name: str, owner: str) -> None:
        """Let another send."""
        held = (t.lease.c.name == name) & (t.lease.c.owner == owner)
        self._c.execute(update(t.lease).where(held).values(until=0))


def _columns(row: OutboxRow) -> dict[str, Any]:
    columns = {name: getattr(row, name) for name in OutboxRow.__slots__}
    columns["periods"] = json.dumps(columns["periods"])
    return columns


def _row(row: Any) -> OutboxRow:
    columns = dict(row._mapping)
    columns["periods"] = tuple((int(a), int(b), str(c), int(d)) for a, b, c, d in json.loads(columns["periods"]))
    return OutboxRow(**columns)
