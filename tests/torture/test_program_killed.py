"""kill -9 at any moment while the register sells, counts, closes and sends through a bad line, all of it by keys.

The company at the other end hangs up before and after the commit, forgets request ids and does not mind a number that
it has already. Six lives here; `RETAILPOS_KILLS=300` for the long form, `RETAILPOS_DICE` for other dice.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from retailpos.actions import close_day, drawer, exchange, people
from retailpos.actions.check import check_shop
from retailpos.actions.scanners import keep_scanner
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.outbox import VERIFIED
from retailpos.practice import company as practice_company
from retailpos.practice.shop import make, practice_file
from retailpos.stories.company_process import CompanyProcess
from tests.conftest import need_tool
from tests.exchange.trading import POSTING
from tests.torture.hands import PIN, Found, Hands
from tests.torture.program import PaperSink, Program
from tests.torture.weakened import COMMIT_AFTER_PRINT, NOTHING_READ_BACK, weakened

KILLS = int(os.environ.get("RETAILPOS_KILLS", "6"))
DICE = int(os.environ.get("RETAILPOS_DICE", "11"))
FAULTS = ["drop_before", "drop_after_commit", "502_after", "cut_reply"]
LOST_ANSWER = {"fault": "drop_after_commit", "match": POSTING}
OWNER = Employee("owner", "Owner", "owner")
# Scans that may have been on their way when the plug was pulled.
ON_THE_WAY = 5
# Seconds after the first paint.
LATEST = {"sells": 7.0, "hands over": 60.0, "closes": 11.0, "sends": 60.0, "sends again": 60.0}
SOURCE = str(Path(__file__).resolve().parents[2] / "src")

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(120 + KILLS * 30)]
Begin = Callable[..., "Lives"]


class Later(SystemClock):
    """Ten minutes on: what was sent without an answer has settled by then, and is sent again where it isn't there."""

    def now(self) -> datetime:
        return super().now() + timedelta(minutes=10)


def open_here(file: Path, clock: SystemClock | None = None) -> OpenShop:
    clock = clock or SystemClock()
    return open_shop(file, clock, TimeOrderedIds(clock), to_sell=True)


@pytest.fixture
def paper() -> Iterator[PaperSink]:
    sink = PaperSink()
    yield sink
    sink.close()


@pytest.fixture
def shop_file(window_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, paper: PaperSink) -> Path:
    """A practice shop whose first person in the list may close the day, printing to the sink."""
    monkeypatch.setenv("RETAILPOS_DATA", window_environment["RETAILPOS_DATA"])
    file = practice_file()
    file.parent.mkdir(parents=True)
    make(file, SystemClock().now().date().isoformat(), history=False)
    shop = open_here(file)
    with shop.store.write() as tx:
        printer = {"printer": {"link": "tcp", "host": "127.0.0.1", "port": paper.port}}
        tx.lists.set_meta("devices-1", json.dumps(printer))
        tx.lists.set_meta("auto_send", "1")
        tx.lists.set_meta("exchange_wait_ms", "300")
    people.add_employee(shop, "Ada Abel", "manager", PIN, cost="light")
    # Keys that another process types on a busy computer come less evenly than a scanner's.
    keep_scanner(shop, gap=250, end_within=400, least=8)
    shop.close()
    return file


@pytest.fixture
def dropping_company(shop_file: Path) -> Iterator[CompanyProcess]:
    there = practice_company.running(shop_file)
    there.switch("set", {"WarnDuplicateJournalNumber": "false"})
    there.switch("faults", {"next": [LOST_ANSWER], "random": {"rate": 0.3, "seed": DICE, "kinds": FAULTS}})
    yield there
    there.switch("stop")


@pytest.fixture
def begin(
    window_environment: dict[str, str], shop_file: Path, dropping_company: CompanyProcess, paper: PaperSink
) -> Begin:
    need_tool("xdotool")

    def start(source: str = SOURCE) -> Lives:
        program = Program({**window_environment, "PYTHONPATH": source})
        return Lives(program, shop_file, dropping_company, paper, random.Random(DICE))

    return start


@dataclass
class Lives:
    """The program's lives, one after the other; `faults` says what was wrong after one of them."""

    program: Program
    file: Path
    company: CompanyProcess
    paper: PaperSink
    dice: random.Random
    known: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    deaths: Counter[str] = field(default_factory=Counter)

    def live(self, kinds: tuple[str, ...]) -> None:
        """A life of each kind, until something is wrong."""
        codes = codes_of(self.file)
        for kind in kinds:
            if self.faults:
                return
            shop = open_here(self.file)
            till = Till(shop)
            with shop.store.read() as tx:
                is_open = bool(tx.documents.drawer(shop.facts.store, 1)["opened_by"])
            found = Found(is_open, bool(till.cart.lines))
            shop.close()
            hands = Hands(self.program, self.paper, self.dice, codes)
            self._one(hands, found, kind)
            self._look(hands.typed, kind)
            self.company.switch("forget")

    def _one(self, hands: Hands, found: Found, kind: str) -> None:
        """`sells` dies at any moment of a few sales, `hands over` as a receipt comes out, `closes` while it closes.

        `sends` lives until its day was closed and sent and the answer was lost, `sends again` until it comes once more.
        """
        self.program.start()
        latest = LATEST[kind]
        surely = kind in ("hands over", "sends", "sends again")
        timer = self.program.kill_after(latest if surely else latest * self.dice.uniform(0.28, 1.0))
        if kind == "hands over":
            left = iter(range(self.dice.randint(0, 2), -1, -1))
            self.paper.on_number = lambda: self.program.kill() if next(left, 0) == 0 else None
        if kind in ("sends", "sends again"):
            threading.Thread(target=self._kill_when_sent, daemon=True).start()
        hands.live(found, closes=kind in ("closes", "sends"))
        self.paper.on_number = None
        timer.cancel()
        timer.join()
        self.program.kill()

    def _kill_when_sent(self) -> None:
        """The company has met the entry and the fault that waited for it: the plug is pulled a moment later."""
        while self.program.alive and self.company.switch("faults")["armed"]:
            time.sleep(0.1)
        time.sleep(0.5)
        self.program.kill()

    def _look(self, typed: list[str], kind: str) -> None:
        """What the file holds after a life: every receipt that came out, every line in its order, nothing broken."""
        shop = open_here(self.file)
        found, wanted = recorded(shop), self.known + items_of(shop, typed)
        if found != wanted[: len(found)]:
            self.faults.append("a scan was lost, doubled or out of order")
        if len(found) < max(len(wanted) - ON_THE_WAY, len(self.known)):
            self.faults.append(f"of {len(wanted)} scans {len(found)} are there")
        lost = self.paper.numbers() - numbers_of(shop)
        self.faults += [f"{number} was handed over and is not there" for number in sorted(lost)]
        self.faults += [str(broken) for broken in check_shop(shop.store)]
        self.known = found
        self.deaths[f"{kind}: {how_it_died(shop)}"] += 1
        shop.close()

    def end(self) -> None:
        """With the line mended, everything that was closed is in QuickBooks, verified, line by line, once."""
        self.company.switch("faults", {"off": True})
        shop = open_here(self.file, Later())
        shop.exchange = self.company.connect()
        close_what_is_open(shop)
        with shop.store.read() as tx:
            dates = [date for date, _closed in tx.periods.dates()]
        for date in dates:
            exchange.send_day(shop, date)
        with shop.store.read() as tx:
            rows = tx.outbox.rows()
        self.faults += [] if rows else ["nothing was closed"]
        self.faults += [f"{row.doc_number} is {row.state} ({row.reason})" for row in rows if row.state != VERIFIED]
        client = shop.exchange.client()
        there = client.query("SELECT * FROM JournalEntry", "JournalEntry")
        client.close()
        shop.close()
        counted = Counter(entry["DocNumber"] for entry in there)
        if counted != Counter(row.doc_number for row in rows):
            self.faults.append(f"in QuickBooks, and how often: {dict(counted)}")
        bodies = {row.doc_number: lines_of(json.loads(row.body)) for row in rows if row.body}
        differ = [entry["DocNumber"] for entry in there if lines_of(entry) != bodies.get(entry["DocNumber"])]
        self.faults += [f"{number} has other lines" for number in differ]


def lines_of(entry: dict[str, object]) -> list[tuple[str, str, str]]:
    """Account, side and amount of each line, whatever their order."""
    lines = entry["Line"]
    assert isinstance(lines, list)
    details = [(line["JournalEntryLineDetail"], line["Amount"]) for line in lines]
    return sorted((str(d["AccountRef"]["value"]), str(d["PostingType"]), f"{float(a):.2f}") for d, a in details)


def codes_of(file: Path) -> list[str]:
    shop = open_here(file)
    with shop.store.read() as tx:
        found = [row[0] for row in tx.connection.exec_driver_sql("SELECT code FROM barcode ORDER BY code")]
    shop.close()
    return [code.removeprefix("0") for code in found if len(code) == 14]


def recorded(shop: OpenShop) -> list[str]:
    """The items of every line ever sold, those of the sale on the screen last."""
    with shop.store.read() as tx:
        lines = [
            line.item for document in tx.documents.everything() if document.kind == "sale" for line in document.lines
        ]
    return lines + [line.item for line in Till(shop).cart.lines]


def items_of(shop: OpenShop, codes: list[str]) -> list[str]:
    with shop.store.read() as tx:
        found = [tx.lists.item_by_code([code.zfill(14)]) for code in codes]
    return [item.id for item in found if item is not None]


def numbers_of(shop: OpenShop) -> set[str]:
    with shop.store.read() as tx:
        return {d.printed_number for d in tx.documents.everything()}


def how_it_died(shop: OpenShop) -> str:
    """What was under way, for the account of the whole run."""
    with shop.store.read() as tx:
        is_open = bool(tx.documents.drawer(shop.facts.store, 1)["opened_by"])
        states = sorted({row.state for row in tx.outbox.rows() if row.state != VERIFIED})
    return ("drawer open" if is_open else "drawer closed") + (f", days {' '.join(states)}" if states else "")


def close_what_is_open(shop: OpenShop) -> None:
    """The sale on the screen is dropped, the drawer counted, the day closed where it is open."""
    till = Till(shop, 1, OWNER)
    for line in till.cart.lines:
        till.put(till.cart.remove(line.key))
    with shop.store.read() as tx:
        is_open = bool(tx.documents.drawer(shop.facts.store, 1)["opened_by"])
    if is_open:
        drawer.close_drawer(till)
    with shop.store.read() as tx:
        still = tx.periods.oldest_open()
    if still:
        close_day.close_day(till)


def test_nothing_is_lost_or_doubled_by_kills(begin: Begin) -> None:
    lives = begin()
    lives.live(tuple(("sells", "hands over", "closes")[kill % 3] for kill in range(KILLS)))
    if not lives.faults:
        lives.end()
    sys.stdout.write("".join(f"{times:4} {words}\n" for words, times in sorted(lives.deaths.items())))
    assert lives.faults == []


def test_a_commit_after_the_print_would_be_noticed(begin: Begin, tmp_path: Path) -> None:
    lives = begin(weakened(tmp_path, COMMIT_AFTER_PRINT))
    lives.live(("hands over",) * 3)
    assert any("was handed over and is not there" in fault for fault in lives.faults)


def test_sending_without_reading_back_would_be_noticed(
    begin: Begin, tmp_path: Path, dropping_company: CompanyProcess
) -> None:
    dropping_company.switch("faults", {"random": {"rate": 0}})
    lives = begin(weakened(tmp_path, NOTHING_READ_BACK))
    lives.live(("sends",))
    dropping_company.switch("faults", {"next": [{"fault": "slow:0.1", "match": POSTING}]})
    lives.live(("sends again",))
    lives.end()
    assert any("how often" in fault for fault in lives.faults)
