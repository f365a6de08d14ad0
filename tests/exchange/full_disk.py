"""A till and a sender on a disk that gets full, then has room again; told as one JSON line.

`python -m tests.exchange.full_disk FILE PLAN`: FILE lies on a disk of its own, PLAN says how to reach the company.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from retailpos.actions import sell
from retailpos.actions.check import check_shop
from retailpos.actions.close_day import close_day
from retailpos.actions.compose import Devices, OpenShop, TimeOrderedIds
from retailpos.actions.exchange import OutboxDesk, send_waiting
from retailpos.actions.shop import SystemClock
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.errors import Trouble
from retailpos.core.outbox import SENDING, OutboxRow
from retailpos.core.totals import totals
from retailpos.exchange.sender import Sender
from retailpos.store.store import Store
from retailpos.words import sentence
from tests.exchange.sending_child import PACE, link_of, place_of
from tests.torture.selling import TellingPrinter

BALLAST, STEP = "ballast", 4096


class Disk:
    """The disk that the shop file lies on, made full and empty at will."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / BALLAST

    def fill(self, leave: int = 0) -> None:
        """Write until there is no room, then give back so many bytes."""
        with self._ballast.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(STEP))
            except OSError:
                pass
            file.truncate(max(0, self._ballast.stat().st_size - leave))

    def free(self) -> None:
        """Room again."""
        self._ballast.unlink()


class FillingDesk(OutboxDesk):
    """The real desk; the disk gets full as soon as the first byte is about to leave."""

    def __init__(self, shop: OpenShop, disk: Disk) -> None:
        super().__init__(shop, "")
        self._disk = disk

    def save(self, row: OutboxRow) -> None:
        """Keep it, then there is no room any more."""
        super().save(row)
        if row.state == SENDING:
            self._disk.fill()


def sell_until_full(till: Till) -> dict[str, Any]:
    """Ring up sales until one is refused; what was recorded before, and what was said."""
    numbers: list[str] = []
    while True:
        sell.scan(till, "4006381333931")
        before = till.cart
        try:
            done = sell.take(till, "check")
        except Trouble as cause:
            kept = totals(till.cart).due == totals(before).due and len(till.cart.lines) == len(before.lines)
            return {"told": numbers, "code": cause.code, "said": sentence(cause), "kept": kept}
        numbers += [document.printed_number for document in done.documents]


def sell_all(shop: OpenShop, disk: Disk) -> dict[str, Any]:
    """Sell until the disk is full, make room, pay the same sale, and close the day."""
    till = Till(shop, 1, Employee("owner", "Owner", "owner"))
    disk.fill(leave=800_000)
    told = sell_until_full(till)
    disk.free()
    told["after"] = [document.printed_number for document in sell.take(till, "check").documents]
    close_day(till)
    with shop.store.read() as tx:
        there = [d.printed_number for d in tx.documents.everything() if d.series == "receipt"]
    return {**told, "there": there, "broken": [str(one) for one in check_shop(shop.store)]}


def send_full(shop: OpenShop, disk: Disk) -> dict[str, Any]:
    """Send while `posted` can't be saved, make room, and send what waits."""
    client = shop.exchange.client()
    with shop.store.read() as tx:
        (row,) = tx.outbox.rows()
    sender = Sender(client, FillingDesk(shop, disk), shop.now_ms, pace=PACE)
    try:
        sender.send(row)
        code = ""
    except Trouble as cause:
        code = cause.code
    client.close()
    with shop.store.read() as tx:
        left = tx.outbox.rows()[0].state
    disk.free()
    (after,) = send_waiting(shop, pace=PACE)
    return {"code": code, "left": left, "state": after.state, "number": after.doc_number}


def main() -> None:
    """Everything, one after the other."""
    path, plan = Path(sys.argv[1]), json.loads(sys.argv[2])
    clock, link = SystemClock(), link_of(plan, place_of(plan, {}))
    shop = OpenShop(Store(path), clock, TimeOrderedIds(clock), Devices(TellingPrinter()), link)
    disk = Disk(path.parent)
    told: dict[str, Any] = {"sold": sell_all(shop, disk), "sent": send_full(shop, disk)}
    told["broken"] = [str(one) for one in check_shop(shop.store)]
    shop.close()
    os.write(1, b"TOLD " + json.dumps(told).encode() + b"\n")


if __name__ == "__main__":
    main()
