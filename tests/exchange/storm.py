"""One shop's days brought to QuickBooks through everything that goes wrong, step by step as the dice say.

Faults of the network and of the company, tokens that change and race, a backup put back, two programs at once, a
program that dies at any step, kill -9. When the storm is over, each day must be there exactly once, as the shop has it.
"""

from __future__ import annotations

import copy
import json
import random
import shutil
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from retailpos.actions.check import check_shop
from retailpos.actions.close_day import close_day
from retailpos.actions.exchange import Lease, OutboxDesk, restore_ours, send_day, send_waiting
from retailpos.actions.restore import accept_restored
from retailpos.actions.shop import OpenShop, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.errors import PosError
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.vault import AccessInMemory, FileSecrets
from retailpos.stories.company_process import CompanyProcess
from retailpos.stories.stage import FixedClock
from tests.exchange.killed import Senders
from tests.exchange.outside import held
from tests.exchange.sending_child import link_of
from tests.exchange.trading import PACE, POSTING

DAYS = tuple(f"2026-03-{day:02d}" for day in range(2, 6))
FAULTS = (
    "drop_before drop_after_commit cut_reply empty_reply 500_before 502_after 503_html html_login 200_fault "
    "6000_wait_saved 6000_wait_unsaved 429 401"
).split()


class Died(BaseException):
    """The program stopped here."""


class DyingDesk(OutboxDesk):
    """The real desk of a program that dies at its n-th step, before or after the step is on the disk."""

    def __init__(self, shop: OpenShop, lease: Lease, step: int, *, kept: bool) -> None:
        super().__init__(shop, "", lease)
        self._left, self._kept = step, kept

    def save(self, row: OutboxRow) -> None:
        """Keep the row, or die."""
        self._left -= 1
        if self._left == 0 and not self._kept:
            raise Died
        super().save(row)
        if self._left == 0:
            raise Died


@dataclass(slots=True)
class Place:
    """Where the storm blows: the company, the vault with the tokens, and the children that are killed."""

    company: CompanyProcess
    vault: FileSecrets
    plan: dict[str, str]
    senders: Senders

    def sign_in(self) -> None:
        """A person connects anew."""
        link = self.company.connect()
        self.vault.put("refresh_before", "")
        for name in ("realm", "refresh"):
            self.vault.put(name, link.kept.get(name))


@dataclass(slots=True)
class Storm:
    """One script. `told` is what was done, to be read where something went wrong."""

    place: Place
    file: Path
    seed: int
    kind: str = "Sender"
    told: list[str] = field(default_factory=list)
    dice: random.Random = field(init=False)
    clock: FixedClock = field(default_factory=FixedClock)
    shop: OpenShop = field(init=False)
    backup: Path = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.backup = self.file.with_suffix(".backup")
        self.clock.moment += timedelta(days=10)
        self.shop = self.open()

    def open(self) -> OpenShop:
        """A program starts: it has its own connection to the file, its own look into the vault."""
        ids = TimeOrderedIds(self.clock)
        shop = open_shop(self.file, self.clock, ids, to_sell=False)
        shop.exchange = link_of({**self.place.plan, "kind": self.kind}, AccessInMemory(copy.deepcopy(self.place.vault)))
        return shop

    def blow(self, steps: int = 9) -> None:
        """So many steps, some of them after a day was closed."""
        acts = (self.send, self.send, self.send_one, self.fault, self.fault, self.rotate, self.expire)
        rare = (
            self.keep_backup,
            self.put_back,
            self.together,
            self.die,
            self.die,
            self.kill,
            self.kill,
            self.edit_there,
        )
        for _ in range(steps):
            if self.dice.random() < 0.5:
                self.close_one()
            act = self.dice.choice(acts + rare + rare)
            self.told.append(act.__name__)
            act()

    def close_one(self) -> None:
        """The oldest open day is closed."""
        with self.shop.store.read() as tx:
            closed = [date for date, done in tx.periods.dates() if not done]
        if closed:
            close_day(Till(self.shop, 1, Employee("owner", "Owner", "owner")))

    def wait(self, minutes: int = 10) -> None:
        """Time passes, and the company forgets the request ids that it has seen: it promises no time for that."""
        self.clock.moment += timedelta(minutes=minutes)
        if self.dice.random() < 0.5:
            self.place.company.switch("forget")

    def send(self) -> None:
        """The worker looks at what waits."""
        self.wait()
        self._try(self.shop)

    def _try(self, shop: OpenShop, date: str = "") -> None:
        try:
            _ = send_day(shop, date, pace=PACE) if date else send_waiting(shop, pace=PACE)
        except PosError as cause:
            self.told.append(cause.code)

    def send_one(self) -> None:
        """Somebody presses Send for a day, not caring what is due."""
        self._try(self.shop, self.dice.choice(DAYS))

    def fault(self) -> None:
        """From now on some requests go wrong, or none."""
        match = self.dice.choice((POSTING, POSTING, "/v3/"))
        rate = self.dice.choice((0, 0.3, 0.6))
        plan = {"rate": rate, "seed": self.dice.randrange(10**6), "kinds": FAULTS, "match": match}
        self.place.company.switch("faults", {"random": plan})

    def rotate(self) -> None:
        """The company gives out a new token at the next renewal."""
        self.place.company.switch("rotate")

    def expire(self) -> None:
        """The hour's access is over for every program."""
        self.place.company.switch("expire")

    def keep_backup(self) -> None:
        """A backup is made."""
        self.backup.unlink(missing_ok=True)
        self.shop.store.backup(self.backup)

    def put_back(self) -> None:
        """The backup takes the file's place; what was sent since then is forgotten here."""
        if not self.backup.exists():
            return
        self.shop.close()
        for extra in ("-wal", "-shm"):
            Path(f"{self.file}{extra}").unlink(missing_ok=True)
        shutil.move(self.backup, self.file)
        shop = open_shop(self.file, self.clock, self.shop.ids, to_sell=False, accept_older=True)
        if shop.store.lost():
            accept_restored(shop)
        shop.close()
        self.shop = self.open()

    def together(self) -> None:
        """A second program sends at the same moment, with the same tokens, just when access has ended."""
        self.wait()
        self.place.company.switch("expire")
        self.place.company.switch("rotate")
        other = self.open()
        threads = [threading.Thread(target=self._try, args=(shop,)) for shop in (self.shop, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        other.store.close()

    def die(self) -> None:
        """The program dies at a step of its sending, and is started again."""
        self.wait()
        link, step = self.shop.exchange, self.dice.randint(1, 4)
        client = link.client()
        lease = Lease(self.shop, client.realm)
        desk = DyingDesk(self.shop, lease, step, kept=self.dice.random() < 0.5)
        sender = link.sender(client, desk, self.shop.now_ms, pace=PACE, guards=None)
        with self.shop.store.read() as tx:
            rows = tx.outbox.rows("ready", "unknown", "sending", "posted")
        try:
            for row in rows:
                sender.send(row)
        except Died:
            self.told.append(f"died at {step}")
        except PosError as cause:
            self.told.append(cause.code)
        client.close()
        self.shop.close()
        self.shop = self.open()

    def kill(self) -> None:
        """A program of its own is killed at work."""
        self.wait()
        ended = self.place.senders.run(self.dice.uniform(0.01, 0.12), file=str(self.file), kind=self.kind)
        self.told.append("ended" if ended else "killed")
        # What the killed program sent last is on its way to the company, whose clock can't be put forward.
        time.sleep(0.1)

    def edit_there(self) -> None:
        """An answer is lost, and somebody changes the entry in QuickBooks before it is looked up."""
        lost = {"rate": 1, "kinds": ["drop_after_commit"], "match": POSTING}
        self.place.company.switch("faults", {"random": lost})
        self.send()
        self.place.company.switch("faults", {"off": True})
        for row in self._left():
            for entry in self._there(row):
                self.place.company.switch("edit", {"id": entry["Id"], "cents": 100})
                return

    def calm(self) -> None:
        """Everything works again; people do what the screen asks of them until nothing is left to do."""
        self.place.company.switch("faults", {"off": True})
        for _ in DAYS:
            self.close_one()
        for _ in range(6):
            self.wait(120)
            self.shop.exchange.kept.put("access", "")
            self._try(self.shop)
            for row in self._left():
                self._as_asked(row)
            if not self._left():
                return

    def _as_asked(self, row: OutboxRow) -> None:
        """What a person does about a day that does not go on by itself."""
        if row.reason == "reconnect":
            self.place.sign_in()
        if row.reason in ("other_entry_has_this_number", "differs_in_quickbooks"):
            for entry in self._there(row):
                self.place.company.switch("delete", {"id": entry["Id"]})
        if row.state == "missing":
            restore_ours(self.shop, row.business_date)
        self._try(self.shop, row.business_date)

    def _there(self, row: OutboxRow) -> list[dict[str, Any]]:
        return held(self.place.company, self.place.plan["realm"], row.doc_number)

    def _left(self) -> list[OutboxRow]:
        with self.shop.store.read() as tx:
            return [row for row in tx.outbox.rows() if row.state != "verified"]

    def wrong(self) -> list[str]:
        """What is not as it should be: lost, there twice, other than the shop has it, or an invariant broken."""
        with self.shop.store.read() as tx:
            rows = tx.outbox.rows()
        found = [f"{row.doc_number} is {row.state} ({row.reason})" for row in rows if row.state != "verified"]
        found += [f"{date} was never planned" for date in set(DAYS) - {row.business_date for row in rows}]
        for row in rows:
            there = self._there(row)
            if len(there) != 1:
                found.append(f"{row.doc_number} is there {len(there)} times")
            elif _cents(there[0]) != _cents(json.loads(row.body)):
                found.append(f"{row.doc_number} says something else there")
        return found + [str(broken) for broken in check_shop(self.shop.store)]

    def close(self) -> None:
        """The script is over."""
        self.shop.close()


def _cents(entry: dict[str, Any]) -> Counter[tuple[str, int]]:
    """Side and cents of each line."""
    return Counter(
        (line["JournalEntryLineDetail"]["PostingType"], round(Decimal(str(line["Amount"])) * 100))
        for line in entry["Line"]
    )
