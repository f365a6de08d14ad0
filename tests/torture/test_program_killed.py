"""kill -9 at random moments while the register sells, driven by keys, and its worker sends through a bad line.

Six kills here; `RETAILPOS_KILLS=300` for the long form.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.actions import close_day, drawer, exchange, sell
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
from tests.torture.program import PaperSink, Program

KILLS = int(os.environ.get("RETAILPOS_KILLS", "6"))
FAULTS = ["drop_before", "drop_after_commit", "502_after", "cut_reply"]
OWNER = Employee("owner", "Owner", "owner")
LAG = 5

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(60 + KILLS * 30)]


def open_here(file: Path) -> OpenShop:
    clock = SystemClock()
    return open_shop(file, clock, TimeOrderedIds(clock), to_sell=True)


@pytest.fixture
def paper() -> Iterator[PaperSink]:
    sink = PaperSink()
    yield sink
    sink.close()


@pytest.fixture
def shop_file(window_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, paper: PaperSink) -> Path:
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
    # Keys that another process types on a busy computer come less evenly than a scanner's.
    keep_scanner(shop, gap=250, end_within=400, least=8)
    drawer.open_drawer(Till(shop, 1, OWNER), 20000)
    shop.close()
    return file


@pytest.fixture
def dropping_company(shop_file: Path) -> Iterator[CompanyProcess]:
    there = practice_company.running(shop_file)
    there.switch("faults", {"random": {"percent": 30, "rate": 0.3, "seed": 7, "kinds": FAULTS}})
    yield there
    there.switch("stop")


def codes_of(file: Path) -> list[str]:
    shop = open_here(file)
    with shop.store.read() as tx:
        found = [row[0] for row in tx.connection.exec_driver_sql("SELECT code FROM barcode ORDER BY code")]
    shop.close()
    return [code.removeprefix("0") for code in found if len(code) == 14]


def sell_until_killed(program: Program, dice: random.Random, codes: list[str], paper: PaperSink) -> list[str]:
    """Sign in and ring up sale after sale by keys, each once the receipt before is in hand; what was scanned."""
    typed: list[str] = []
    program.focus()
    program.keys("type", "--delay", "60", "4821")
    program.keys("key", "Return", "sleep", "1")
    while program.alive:
        for code in dice.sample(codes, dice.randint(1, 4)):
            if not program.keys("type", "--delay", "2", code):
                return typed
            # The plug may be pulled while this key is on its way: the line may be there, or not.
            typed.append(code)
            if not program.keys("key", "Return"):
                return typed
        handed_over = len(paper.numbers())
        program.keys("sleep", "0.1", "key", "F11")
        while program.alive and len(paper.numbers()) == handed_over:
            time.sleep(0.02)
    return typed


def recorded_since(shop: OpenShop, before: int) -> list[str]:
    """The items of every line since then, those of the sale on the screen last."""
    with shop.store.read() as tx:
        documents = [d for d in tx.documents.everything() if d.kind == "sale"][before:]
    lines = [line.item for document in documents for line in document.lines]
    return lines + [line.item for line in Till(shop).cart.lines]


def items_of(shop: OpenShop, codes: list[str]) -> list[str]:
    with shop.store.read() as tx:
        found = [tx.lists.item_by_code([code.zfill(14)]) for code in codes]
    return [item.id for item in found if item is not None]


def test_nothing_is_lost_or_doubled_by_kills(
    window_environment: dict[str, str], shop_file: Path, dropping_company: CompanyProcess, paper: PaperSink
) -> None:
    need_tool("xdotool")
    dice = random.Random(int(os.environ.get("RETAILPOS_DICE", "11")))
    codes = codes_of(shop_file)
    program = Program(window_environment)
    sales = 0
    for kill in range(KILLS):
        program.start()
        timer = program.kill_after(dice.uniform(2.0, 7.0))
        typed = sell_until_killed(program, dice, codes, paper)
        timer.join()
        shop = open_here(shop_file)
        found, wanted = recorded_since(shop, sales), items_of(shop, typed)
        assert found == wanted[: len(found)], "a scan was lost, doubled or out of order"
        assert len(found) >= len(wanted) - LAG
        sales = settle(shop, close=kill % 3 == 2)
        assert numbers_of(shop) >= paper.numbers()
        assert check_shop(shop.store) == ()
        shop.close()
    everything_is_there_once(shop_file, dropping_company)


def settle(shop: OpenShop, *, close: bool) -> int:
    """Put the sale on the screen aside, so that the next round begins empty; now and then close the day."""
    till = Till(shop, 1, OWNER)
    if till.cart.lines:
        sell.hold(till)
    if close:
        drawer.close_drawer(till)
        close_day.close_day(till)
        drawer.open_drawer(till, 20000)
    with shop.store.read() as tx:
        return sum(1 for document in tx.documents.everything() if document.kind == "sale")


def numbers_of(shop: OpenShop) -> set[str]:
    with shop.store.read() as tx:
        return {d.printed_number for d in tx.documents.everything()}


def everything_is_there_once(file: Path, there: CompanyProcess) -> None:
    """With the faults over, every closed day is in QuickBooks, verified, once."""
    there.switch("faults", {"random": {"percent": 0, "rate": 0, "kinds": []}})
    shop = open_here(file)
    shop.exchange = there.connect()
    till = Till(shop, 1, OWNER)
    drawer.close_drawer(till)
    close_day.close_day(till)
    with shop.store.read() as tx:
        dates = [date for date, _closed in tx.periods.dates()]
    for date in dates:
        exchange.send_day(shop, date)
    with shop.store.read() as tx:
        rows = tx.outbox.rows()
    assert rows
    assert [(row.doc_number, row.state, row.reason, row.said) for row in rows if row.state != VERIFIED] == []
    client = shop.exchange.client()
    numbers = Counter(e["DocNumber"] for e in client.query("SELECT * FROM JournalEntry", "JournalEntry"))
    client.close()
    shop.close()
    assert numbers == Counter(row.doc_number for row in rows)
