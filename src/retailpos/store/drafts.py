"""Sales in progress and held sales: the only sale records that change, gone when the sale is recorded."""

from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from retailpos.core.cart import Cart
from retailpos.core.plain import canonical, from_plain
from retailpos.store import schema as t
from retailpos.store.quick import Driver, Quick

_DRAFT = upsert(t.draft)
_PUT = Quick(
    _DRAFT.on_conflict_do_update(
        set_={name: _DRAFT.excluded[name] for name in ("register", "name", "held", "at", "business_date", "body")}
    )
)
_DROP = Quick(delete(t.draft).where(t.draft.c.id == bindparam("gone")))


class Drafts:
    """Drafts within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection
        self._d = Driver(connection)

    def put(self, draft: str, register: int, cart: Cart, *, at: int, date: str, held: bool = False) -> None:
        """Keep a sale as it stands."""
        row = {
            "id": draft,
            "register": register,
            "name": cart.held_as,
            "held": int(held),
            "at": at,
            "business_date": date,
            "body": canonical(cart),
        }
        self._d.run(_PUT, [row])

    def drop(self, draft: str) -> None:
        """Forget a draft."""
        self._d.run(_DROP, [{"gone": draft}])

    def current(self, register: int) -> Cart | None:
        """The sale that was in progress on a register."""
        found = select(t.draft.c.body).where(t.draft.c.id == f"current-{register}")
        body = self._c.execute(found).scalar()
        return from_plain(Cart, json.loads(body)) if body else None

    def held(self) -> tuple[tuple[str, str, int, Cart], ...]:
        """Held sales, newest first, as (id, name, held at, cart)."""
        found = select(t.draft).where(t.draft.c.held == 1).order_by(t.draft.c.at.desc(), t.draft.c.id.desc())
        return tuple(
            (row.id, row.name, row.at, from_plain(Cart, json.loads(row.body))) for row in self._c.execute(found)
        )

    def marked(self) -> tuple[dict[str, object], ...]:
        """All drafts as they stand, to be put back by `back_to`."""
        return tuple(dict(row) for row in self._c.execute(select(t.draft)).mappings())

    def back_to(self, marked: tuple[dict[str, object], ...]) -> None:
        """Exactly the drafts that were marked."""
        self._c.execute(delete(t.draft))
        if marked:
            self._c.execute(insert(t.draft), list(marked))

    def unfinished(self, date: str) -> tuple[int, ...]:
        """Registers with a sale of that date in progress."""
        found = select(t.draft.c.register).where(t.draft.c.held == 0, t.draft.c.business_date <= date)
        return tuple(self._c.execute(found).scalars())
