"""Versions of the mapping from slots to QuickBooks accounts. A version, once kept, never changes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from retailpos.core.mapping import Mapping, Mark, Row
from retailpos.store import schema as t


@dataclass(frozen=True, slots=True)
class Kept:
    """When (UTC milliseconds) and by whom a version was kept."""

    version: int
    at: int
    by: str


class Mappings:
    """Mapping versions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def current(self) -> Mapping:
        """The newest version; version 0 is empty."""
        newest = self._c.execute(select(func.max(t.mapping_version.c.version))).scalar()
        return self.version(int(newest or 0))

    def version(self, version: int) -> Mapping:
        """One version, as it was kept."""
        rows = self._c.execute(select(t.mapping_row).where(t.mapping_row.c.version == version))
        found = tuple(Row(r.slot, r.key, r.account, r.account_id, bool(r.none)) for r in rows)
        marks = self._c.execute(select(t.mapping_mark).where(t.mapping_mark.c.version == version))
        marked = tuple(Mark(m.slot, m.key, m.kind, m.name, m.id) for m in marks)
        company = self._c.execute(
            select(t.mapping_version.c.company).where(t.mapping_version.c.version == version)
        ).scalar()
        return Mapping(version, found, marked, str(company or ""))

    def history(self) -> tuple[Kept, ...]:
        """Every version that was kept, the newest first."""
        rows = self._c.execute(select(t.mapping_version).order_by(t.mapping_version.c.version.desc()))
        return tuple(Kept(r.version, r.at, r.by) for r in rows)

    def keep(self, rows: tuple[Row, ...], *, at: int, by: str) -> Mapping:
        """Keep these rows as the next version, with the classes, locations and company of the one before."""
        before = self.current()
        return self.keep_whole(Mapping(before.version, rows, before.marks, before.company), at=at, by=by)

    def keep_whole(self, mapping: Mapping, *, at: int, by: str) -> Mapping:
        """Keep a mapping, its classes and locations included, as the next version."""
        version = self.current().version + 1
        kept = insert(t.mapping_version).values(version=version, at=at, by=by, company=mapping.company)
        self._c.execute(kept)
        rows = [
            {
                "version": version,
                "slot": row.slot,
                "key": row.key,
                "account": row.account,
                "account_id": row.account_id,
                "none": int(row.none),
            }
            for row in mapping.rows
        ]
        marks = [
            {"version": version, "slot": m.slot, "key": m.key, "kind": m.kind, "name": m.name, "id": m.id}
            for m in mapping.marks
        ]
        for table, values in ((t.mapping_row, rows), (t.mapping_mark, marks)):
            if values:
                self._c.execute(insert(table), values)
        return Mapping(version, mapping.rows, mapping.marks, mapping.company)
