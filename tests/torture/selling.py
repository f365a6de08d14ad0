"""A till that sells as fast as it can, made to be killed: it tells each receipt after its paper was handed over.

`python -m tests.torture.selling FILE [careless|early]`: told `careless`, it does not sync; told `early`, it hands the
paper over before the commit. Both are weakened on purpose, to show that the tests would notice.
"""

from __future__ import annotations

import os
import random
import sys
from contextlib import AbstractContextManager
from pathlib import Path

from retailpos.actions import drawer, sell
from retailpos.actions.compose import Devices, OpenShop, TimeOrderedIds
from retailpos.actions.shop import SystemClock
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.paper import Barcode, Paper
from retailpos.store.store import Store, Tx

STORY = """
item Ball price 5.00 cost 2.00 stock 100000 barcode 4006381333931
item Kite price 12.00 cost 5.00 stock 100000
tax "State DOR" 6.25%
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
"""


class TellingPrinter:
    """Hands each receipt's number to whoever reads, as the paper comes out."""

    def print(self, paper: Paper, job: str = "") -> None:
        """Tell the number on the paper."""
        for block in paper.blocks:
            if isinstance(block, Barcode):
                os.write(1, f"ACK {block.text}\n".encode())

    def kick(self, job: str = "") -> None:
        """The drawer springs open."""

    def waiting(self) -> int:
        """Nothing waits."""
        return 0

    def close(self) -> None:
        """Nothing to let go of."""


def sell_one(till: Till, dice: random.Random) -> None:
    """A sale of a few lines, paid in one of several ways; sometimes money goes to the safe."""
    for _ in range(dice.randint(1, 4)):
        sell.scan(till, "4006381333931")
    if dice.random() < 0.2:
        sell.take(till, "Visa", 100)
    sell.take(till, dice.choice(("cash", "Visa", "check")))
    if dice.random() < 0.1:
        drawer.drop(till, 100)


class CarelessStore(Store):
    """Weakened: nothing is ever synced."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._writer.exec_driver_sql("PRAGMA synchronous=OFF")
        self._loose = True

    def write(self, *, durable: bool = True) -> AbstractContextManager[Tx]:
        """As drafts are written."""
        return super().write(durable=False)


def open_till(path: Path, *, careless: bool = False) -> Till:
    """The till as the program opens it, with the owner signed in."""
    clock = SystemClock()
    store = CarelessStore(path) if careless else Store(path)
    shop = OpenShop(store, clock, TimeOrderedIds(clock), Devices(TellingPrinter()))
    return Till(shop, 1, Employee("owner", "Owner", "owner"))


def work(path: Path, seed: int, weakness: str = "", sales: int = 1_000_000) -> None:
    """Sell until killed."""
    till = open_till(path, careless=weakness == "careless")
    dice = random.Random(seed)
    for _ in range(sales):
        if weakness == "early":
            _paper_first(till)
        sell_one(till, dice)


def _paper_first(till: Till) -> None:
    """The number is told before anything is recorded."""
    with till.shop.store.read() as tx:
        last = tx.documents.last_of(1, ("sale",))
    os.write(1, f"ACK 1-{(last.number if last else 0) + 1:06d}\n".encode())


def main() -> None:
    """Children for kills where lines are read, one child's work otherwise."""
    path, weakness = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    if len(sys.argv) > 3:
        work(path, 1, weakness, int(sys.argv[3]))
        return
    for seed in sys.stdin:
        child = os.fork()
        if child == 0:
            work(path, int(seed), weakness)
            os._exit(0)
        os.write(1, f"PID {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"GONE\n")


if __name__ == "__main__":
    main()
