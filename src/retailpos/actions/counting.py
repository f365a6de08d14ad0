"""A count of the drawer while it goes on: kept as it is typed, so that nobody has to begin again."""

from __future__ import annotations

import json

from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.document import PAID_IN, PAID_OUT
from retailpos.core.rights import has_right

# Notes, then coins, in minor units. A currency that is not listed counts like the dollar.
_DENOMINATIONS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "USD": ((10000, 5000, 2000, 1000, 500, 200, 100), (50, 25, 10, 5, 1)),
    "CAD": ((10000, 5000, 2000, 1000, 500), (200, 100, 25, 10, 5)),
    "EUR": ((20000, 10000, 5000, 2000, 1000, 500), (200, 100, 50, 20, 10, 5, 2, 1)),
    "GBP": ((5000, 2000, 1000, 500), (200, 100, 50, 20, 10, 5, 2, 1)),
    "AUD": ((10000, 5000, 2000, 1000, 500), (200, 100, 50, 20, 10, 5)),
    "JPY": ((10000, 5000, 2000, 1000), (500, 100, 50, 10, 5, 1)),
}
_USUAL_IN = ("Change order",)
_USUAL_OUT = ("Cleaning", "Postage", "Supplies")


def denominations(currency: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The notes and the coins of a currency, largest first, in its minor units."""
    return _DENOMINATIONS.get(currency, _DENOMINATIONS["USD"])


def keep_count(till: Till, counts: dict[int, int], *, since: int = 0) -> None:
    """Keep a count as it stands; how many of each denomination, and when it was begun (UTC milliseconds)."""
    plain = json.dumps({"since": since, "counts": {str(cents): n for cents, n in counts.items()}})
    with till.shop.store.write(durable=False) as tx:
        tx.lists.set_meta(f"count_{till.register}", plain)


def kept_count(till: Till) -> tuple[dict[int, int], int]:
    """The count that was going on, and when it was begun; nothing where none was."""
    with till.shop.store.read() as tx:
        kept = tx.lists.meta(f"count_{till.register}")
    if not kept:
        return {}, 0
    plain = json.loads(kept)
    return {int(cents): int(n) for cents, n in plain["counts"].items()}, int(plain["since"])


def forget_count(till: Till) -> None:
    """The count is done."""
    with till.shop.store.write(durable=False) as tx:
        tx.lists.set_meta(f"count_{till.register}", "")


def drawer_state(till: Till) -> tuple[bool, str, int | None]:
    """Whether this register's drawer is open, since which date, and what was left in it at the last close."""
    with till.shop.store.read() as tx:
        state = tx.documents.drawer(till.shop.facts.store, till.register)
    left = state["left_cents"]
    return bool(state["opened_by"]), str(state["business_date"]), None if left is None else int(left)


def reasons(till: Till, kind: str, most: int = 6) -> tuple[str, ...]:
    """Reasons for money paid in or out: those used last first, then usual ones."""
    usual = {PAID_IN: _USUAL_IN, PAID_OUT: _USUAL_OUT}.get(kind, ("Change for a customer",))
    with till.shop.store.read() as tx:
        used = tx.documents.find_receipts(kinds=(kind,), most=50)
    found = dict.fromkeys([*(document.reason for document in used if document.reason), *usual])
    return tuple(found)[:most]


def who_may(till: Till, right: str) -> tuple[Employee, ...]:
    """Who else could allow something here, by name."""
    with till.shop.store.read() as tx:
        people = tx.lists.employees()
    return tuple(person for person in people if has_right(person.role, right) and person.id != till.by)
