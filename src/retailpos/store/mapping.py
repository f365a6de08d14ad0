"""Versions of the mapping from slots to QuickBooks accounts. A version, once kept, never changes."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from retailpos.core.mapping import Mapping, Row
from retailpos.store import schema as t


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
        return Mapping(version, tuple(Row(r.slot, r.key, r.account, r.account_id, bool(r.none)) for r in rows))

    def keep(self, rows: tuple[Row, ...], *, at: int, by: str) -> Mapping:
        """Keep these rows as the next version."""
        version = self.current().version + 1
        self._c.execute(insert(t.mapping_version).values(version=version, at=at, by=by))
        if rows:
            self._c.execute(
                insert(t.mapping_row),
                [
                    {
                        "version": version,
                        "slot": row.slot,
                        "key": row.key,
                        "account": row.account,
                        "account_id": row.account_id,
                        "none": int(row.none),
                    }
                    for row in rows
                ],
            )
        return Mapping(version, rows)
