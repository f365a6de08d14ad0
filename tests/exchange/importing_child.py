"""A program that imports a company's lists and waits to be killed in the middle of it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from retailpos.actions import importing
from retailpos.actions.exchange import Link
from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.tokens import App, MemorySecrets


def main() -> None:
    """Read one plan; after so many steps say so and wait."""
    plan = json.loads(sys.stdin.readline())
    kept = MemorySecrets()
    for name in ("realm", "access", "refresh"):
        kept.put(name, plan[name])
    app = App(plan["client_id"], plan["client_secret"], "http://localhost:8765/connected", plan["discovery"])
    clock = SystemClock()
    shop = open_shop(Path(plan["file"]), clock, TimeOrderedIds(clock))
    shop.exchange = Link(plan["url"], app, kept, turns=unhurried())
    left = plan["steps"]

    def told(_done: int, _whole: int) -> bool:
        nonlocal left
        if left == 0:
            sys.stdout.write("half-way\n")
            sys.stdout.flush()
            time.sleep(60)
        left -= 1
        return True

    importing.bring_in(shop, importing.look(shop), told=told)


if __name__ == "__main__":
    main()
