"""Auditing a shop file."""

from __future__ import annotations

from retailpos.store.checks import Broken, check
from retailpos.store.store import Store


def check_shop(store: Store) -> tuple[Broken, ...]:
    """Every invariant that does not hold, each by its name."""
    with store.snapshot() as tx:
        return check(tx.connection)
