"""Auditing a shop file."""

from __future__ import annotations

from retailpos.store.checks import Broken, check
from retailpos.store.store import Store


def check_shop(store: Store) -> tuple[Broken, ...]:
    """Every invariant that does not hold, each by its name."""
    with store.snapshot() as tx:
        broken = check(tx.connection)
    older = (
        Broken("the file is as new as its mark", f"register {gap.register}: {gap.here} of {gap.known} documents")
        for gap in store.lost()
    )
    return (*broken, *older)
