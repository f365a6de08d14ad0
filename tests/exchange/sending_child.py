"""A program that sends what waits, made to be killed.

It imports everything once, then makes a child for each line it reads and tells the child's number.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import requests

from retailpos.actions.exchange import Link, send_waiting
from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.sender import Pace
from retailpos.exchange.tokens import App, MemorySecrets

PACE = Pace(settle=0, throttled=0, backoff=(0,))


def send(plan: dict[str, str]) -> None:
    """Send everything, again and again, until it is killed or nothing waits."""
    kept = MemorySecrets()
    for name in ("realm", "access", "refresh"):
        kept.put(name, plan[name])
    app = App(plan["client_id"], plan["client_secret"], "http://localhost:8765/connected", plan["discovery"])
    clock = SystemClock()
    shop = open_shop(Path(plan["file"]), clock, TimeOrderedIds(clock), to_sell=False)
    shop.exchange = Link(plan["url"], app, kept, turns=unhurried())
    while True:
        with shop.store.read() as tx:
            if not tx.outbox.rows("ready", "unknown", "sending", "posted"):
                return
        send_waiting(shop, pace=PACE)


def tell(number: int) -> None:
    """A number, to whoever reads."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    """Read plans, one a line; make a child for each; tell its number, and how it ended."""
    requests.Session().close()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            send(json.loads(line))
            os._exit(0)
        tell(child)
        tell(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
