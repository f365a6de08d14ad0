"""Vendors, and the links between our lists and those of a QuickBooks company."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from retailpos.core.catalogue import Vendor
from retailpos.core.plain import canonical, from_plain
from retailpos.core.sharing import Shared
from retailpos.store import schema as t
from retailpos.store.lists import folded


class Sharing:
    """What is in QuickBooks too, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def vendors(self) -> tuple[Vendor, ...]:
        """All vendors by name."""
        bodies = self._c.execute(select(t.vendor.c.body).order_by(t.vendor.c.name)).scalars()
        return tuple(from_plain(Vendor, json.loads(body)) for body in bodies)

    def vendor(self, vendor: str) -> Vendor | None:
        """A vendor by id."""
        body = self._c.execute(select(t.vendor.c.body).where(t.vendor.c.id == vendor)).scalar()
        return from_plain(Vendor, json.loads(body)) if body else None

    def put_vendors(self, vendors: Iterable[Vendor]) -> None:
        """Add or change vendors."""
        change = upsert(t.vendor)
        change = change.on_conflict_do_update(set_={n: change.excluded[n] for n in ("name", "folded", "body")})
        rows = [{"id": v.id, "name": v.name, "folded": folded(v.name), "body": canonical(v)} for v in vendors]
        if rows:
            self._c.execute(change, rows)

    def links(self, kind: str, company: str) -> dict[str, Shared]:
        """The links of one kind with a company, by our id."""
        s = t.shared.c
        rows = self._c.execute(select(t.shared).where(s.kind == kind, s.company == company))
        return {row.id: Shared(kind, row.id, row.there, row.token, row.seen, row.at) for row in rows}

    def put_links(self, company: str, links: Iterable[Shared]) -> None:
        """Add or change links."""
        change = upsert(t.shared)
        change = change.on_conflict_do_update(
            set_={n: change.excluded[n] for n in ("there", "token", "seen", "at")},
            index_elements=["kind", "company", "id"],
        )
        rows = [
            {
                "kind": x.kind,
                "company": company,
                "id": x.id,
                "there": x.there,
                "token": x.token,
                "seen": x.seen,
                "at": x.at,
            }
            for x in links
        ]
        if rows:
            self._c.execute(change, rows)
