"""A new shop without goods."""

from __future__ import annotations

from pathlib import Path

from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, create_shop, open_shop
from retailpos.core.catalogue import Shop

FACTS = Shop("Harbor Goods", "HG", "USD", 2, "America/New_York", "03:00", 1, "Main")


def bare_shop(file: Path) -> OpenShop:
    """Make it and open it."""
    clock = SystemClock()
    create_shop(file, FACTS, shop_id=TimeOrderedIds(clock).new())
    return open_shop(file, clock, TimeOrderedIds(clock))
