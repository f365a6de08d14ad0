"""A program that sends what waits, made to be killed.

It imports everything once, then makes a child for each line it reads and tells the child's number.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import requests

from retailpos.actions.exchange import send_waiting
from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
from retailpos.core.errors import PosError
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.sender import Pace
from retailpos.exchange.tokens import App, MemorySecrets, Secrets
from retailpos.exchange.vault import AccessInMemory, FileSecrets
from tests.exchange.weak_senders import LinkOf

PACE = Pace(settle=0, throttled=0, backoff=(0,))


def place_of(plan: dict[str, str], vaults: dict[str, FileSecrets]) -> Secrets:
    """Where the tokens are: in the plan itself, or in a vault, which is opened once for all children."""
    if "vault" in plan:
        if plan["vault"] not in vaults:
            vaults[plan["vault"]] = FileSecrets(Path(plan["vault"]), plan["passphrase"])
        return AccessInMemory(vaults[plan["vault"]])
    kept = MemorySecrets()
    for name in ("realm", "access", "refresh"):
        kept.put(name, plan[name])
    return kept


def link_of(plan: dict[str, str], kept: Secrets) -> LinkOf:
    """The link that the plan names."""
    app = App(plan["client_id"], plan["client_secret"], "http://localhost:8765/connected", plan["discovery"])
    lock = Path(plan["lock"]) if "lock" in plan else None
    return LinkOf(plan["url"], app, kept, lock, turns=unhurried(), kind=plan.get("kind", "Sender"))


def send(plan: dict[str, str], kept: Secrets) -> None:
    """Send everything, again and again, until it is killed or nothing waits."""
    clock = SystemClock()
    shop = open_shop(Path(plan["file"]), clock, TimeOrderedIds(clock), to_sell=False)
    shop.exchange = link_of(plan, kept)
    while True:
        with shop.store.read() as tx:
            if not tx.outbox.rows("ready", "unknown", "sending", "posted"):
                return
        try:
            send_waiting(shop, pace=PACE)
        except PosError:
            # Another program sends, or access is gone: whoever started this one sees to it.
            return


def tell(number: int) -> None:
    """A number, to whoever reads."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    """Read plans, one a line; make a child for each; tell its number, and how it ended."""
    requests.Session().close()
    vaults: dict[str, FileSecrets] = {}
    for line in sys.stdin:
        plan = json.loads(line)
        kept = place_of(plan, vaults)
        child = os.fork()
        if child == 0:
            send(plan, kept)
            os._exit(0)
        tell(child)
        tell(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
