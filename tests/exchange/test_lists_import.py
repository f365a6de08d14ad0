"""The first import of a company's lists: shown, killed half-way, repeated, and nothing there twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.actions import importing, lists
from retailpos.actions.check import check_shop
from retailpos.actions.exchange import books_there
from retailpos.actions.shop import OpenShop
from retailpos.core.catalogue import Customer, Item
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.sharing import CUSTOMER, ITEM, VENDOR
from retailpos.exchange.online.turns import unhurried
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.bare_shop import bare_shop

LONG = bool(os.environ.get("RETAILPOS_LONG"))
WISH = {"customers": 300, "vendors": 80, "items": 2000} if LONG else {"customers": 30, "vendors": 8, "items": 130}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company that has been in business for years."""
    process = start_company(tmp_path_factory.mktemp("filled") / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    process.switch("fill", dict(WISH))
    yield process
    process.stop()


@pytest.fixture
def shop(filled: CompanyProcess, tmp_path: Path) -> Iterator[OpenShop]:
    """A new shop, connected to that company."""
    shop = bare_shop(tmp_path / "new.shop")
    shop.exchange = filled.link()
    shop.exchange.turns = unhurried()
    yield shop
    shop.close()


def on_hand(shop: OpenShop) -> tuple[int, int]:
    """Thousandths and cents of all goods."""
    with shop.store.read() as tx:
        stock = tx.documents.stocks(item.id for item in tx.lists.items(most=10**6)).values()
    return sum(one.milli for one in stock), sum(one.value for one in stock)


def names(shop: OpenShop) -> Counter[str]:
    """How often each name stands in the lists."""
    with shop.store.read() as tx:
        found = [item.name for item in tx.lists.items(most=10**6)]
        found += [f"customer {one.name}" for one in tx.lists.customers(most=10**6)]
        found += [f"vendor {one.name}" for one in tx.sharing.vendors()]
    return Counter(found)


def test_everything_comes_with_quantity_and_value_and_nothing_is_changed_by_looking(shop: OpenShop) -> None:
    before = names(shop)
    preview = importing.look(shop)
    assert names(shop) == before
    counts = importing.counted(preview)
    assert counts[CUSTOMER, "new"] >= WISH["customers"]
    assert counts[VENDOR, "new"] >= WISH["vendors"]
    assert counts[ITEM, "new"] == WISH["items"]
    did = importing.bring_in(shop, preview)
    assert (did.items, did.people.new_here) == (WISH["items"], counts[CUSTOMER, "new"] + counts[VENDOR, "new"])
    there = books_there(shop)["Inventory Asset"]
    milli, value = on_hand(shop)
    assert value == there == preview.worth == preview.worth_there == did.worth
    assert milli == sum(row.milli for row in preview.rows if row.deed == "new")
    assert not check_shop(shop.store)


def test_a_second_import_brings_nothing(shop: OpenShop) -> None:
    importing.bring_in(shop, importing.look(shop))
    before, worth = names(shop), on_hand(shop)
    again = importing.look(shop)
    assert not any(row.deed == "new" for row in again.rows)
    assert importing.bring_in(shop, again).items == 0
    assert (names(shop), on_hand(shop)) == (before, worth)


def test_an_old_preview_brings_nothing_twice(shop: OpenShop) -> None:
    preview = importing.look(shop)
    importing.bring_in(shop, preview)
    worth = on_hand(shop)
    assert importing.bring_in(shop, preview).items == 0
    assert on_hand(shop) == worth


def test_stopped_half_way_and_begun_again(shop: OpenShop) -> None:
    preview = importing.look(shop)
    did = importing.bring_in(shop, preview, told=lambda done, _whole: done < 40)
    assert (did.whole, did.items) == (False, 40)
    assert importing.bring_in(shop, importing.look(shop)).items == WISH["items"] - 40
    assert set(names(shop).values()) == {1}
    assert on_hand(shop)[1] == books_there(shop)["Inventory Asset"]


def test_items_of_the_shop_are_known_by_sku_or_name_and_never_changed(shop: OpenShop) -> None:
    mine = Item("mine", "Oak Mug 0002", 999, 100, sku="")
    other = Item("other", "Our own word for it", 555, 50, sku="qb00003")
    lists.add_item(shop, mine, Quantity(7000))
    lists.add_item(shop, other)
    lists.put_customers(shop, [Customer("c1", "Somebody Else", email="CUSTOMER4@example.com")])
    preview = importing.look(shop)
    known = {row.detail: row for row in preview.rows if row.deed == "known"}
    assert {"Oak Mug 0002", "Our own word for it", "Somebody Else"} <= set(known)
    assert known["Our own word for it"].why == "other_figures"
    did = importing.bring_in(shop, preview)
    assert (did.known, did.items) == (2, WISH["items"] - 2)
    with shop.store.read() as tx:
        assert tx.lists.item("mine") == mine
        assert tx.documents.stock("mine").milli == 7000
        assert tx.lists.item("other") is not None
        found = [one for one in tx.lists.customers("", 10**6) if one.email.casefold() == "customer4@example.com"]
    assert [one.id for one in found] == ["c1"]


def test_two_of_ours_with_one_sku_are_told_apart_by_a_person(shop: OpenShop) -> None:
    for name in ("first", "second"):
        lists.add_item(shop, Item(name, f"The {name}", 100, sku="QB00005"))
    preview = importing.look(shop)
    unclear = [row for row in preview.rows if row.deed == "unclear"]
    assert [(row.kind, row.detail, row.why) for row in unclear] == [(ITEM, "QB00005", "several_here")]
    importing.bring_in(shop, preview)
    with shop.store.read() as tx:
        assert sum(item.sku == "QB00005" for item in tx.lists.items(most=10**6)) == 2


def test_without_a_connection_nothing_is_asked(tmp_path: Path) -> None:
    shop = bare_shop(tmp_path / "alone.shop")
    with pytest.raises(Refusal, match="not_connected"):
        importing.look(shop)
    shop.close()


def test_killed_half_way_and_repeated(shop: OpenShop, filled: CompanyProcess) -> None:
    link, file = shop.exchange, shop.store.path
    shop.store.checkpoint()
    kept = {name: link.kept.get(name) for name in ("realm", "access", "refresh")}
    plan = {**kept, "file": str(file), "url": filled.url, "discovery": str(filled.ready["discovery_url"])}
    plan |= {name: str(filled.ready[name]) for name in ("client_id", "client_secret")}
    child = Path(__file__).with_name("importing_child.py")
    for steps in (0, 1, 3):
        with subprocess.Popen(
            [sys.executable, str(child)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps({**plan, "steps": steps}) + "\n")
            process.stdin.flush()
            assert process.stdout.readline() == "half-way\n"
            process.send_signal(signal.SIGKILL)
        assert not check_shop(shop.store)
    importing.bring_in(shop, importing.look(shop))
    assert set(names(shop).values()) == {1}
    assert on_hand(shop)[1] == books_there(shop)["Inventory Asset"]
    assert not check_shop(shop.store)
