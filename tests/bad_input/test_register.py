"""Each case at its surface: a plain refusal or a harmless carry; the sale in progress and the file stay sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retailpos.actions import drawer, giving_back, lists, people, sell
from retailpos.actions.check import check_shop
from retailpos.actions.till import Till
from retailpos.core.cart import Cart
from retailpos.core.catalogue import Customer, Department, Item
from retailpos.core.errors import PosError, Refusal
from retailpos.core.money import Money, Quantity, parse_percent
from retailpos.core.paper import printable, render_text
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import told
from tests.bad_input.cases import AMOUNTS, KEPT, NAMES, QUANTITIES, RECEIPTS, REFUSED, SCANS, Case

STORY = """
tax "State DOR" 7%
item Ball price 5.00 stock 20 barcode 4006381333931
item Cheese price 18.90 unit kg
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale
  item Ball
  pay cash
sale
  item Ball x 2
  item Cheese x 0.35
"""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    found = Stage(tmp_path_factory.mktemp("bad") / "harbor.shop")
    Player(found).play(STORY)
    yield found
    assert check_shop(found.shop.store) == ()
    found.close()


@pytest.fixture
def till(stage: Stage) -> Iterator[Till]:
    """A till with a sale in progress, audited after each case."""
    till = stage.till()
    before = till.cart
    yield till
    till.put(before, undo=False)
    assert check_shop(stage.shop.store) == ()


def ids(case: Case) -> str:
    return case.name.replace(" ", "-")


def said_plainly(refusal: PosError) -> None:
    """The words exist, and none of them frightens."""
    what, then = told(refusal)
    assert what
    text = f"{what} {then}".lower()
    assert not any(word in text.split() for word in ("invalid", "error", "failed", "exception", "none"))
    assert not any(ord(mark) < 32 for mark in text)
    assert len(text) < 400


def refused(case: Case, act: object) -> bool:
    """Do it: True where it was refused in plain words, with the code that the case names."""
    assert callable(act)
    code = ""
    try:
        act()
    except Refusal as refusal:
        said_plainly(refusal)
        code = refusal.code
    wanted = {KEPT: ("",), REFUSED: (code or "a refusal",)}.get(case.code, (case.code,))
    assert code in wanted
    return bool(code)


def as_before(till: Till, before: Cart) -> None:
    """The sale is untouched, in memory and on the disk."""
    assert till.cart == before
    with till.shop.store.read() as tx:
        assert tx.drafts.current(till.register) == before


@pytest.mark.parametrize("case", SCANS, ids=ids)
def test_scans(till: Till, case: Case) -> None:
    before = till.cart
    if refused(case, lambda: sell.scan(till, case.text)):
        as_before(till, before)
        return
    assert till.cart.lines[-1].name == "Ball"
    assert len(till.cart.lines) == len(before.lines) + 1


@pytest.mark.parametrize("case", AMOUNTS, ids=ids)
def test_amounts(till: Till, case: Case) -> None:
    before = till.cart
    assert refused(case, lambda: sell.take(till, "cash", Money.parse(case.text).cents))
    assert refused(case, lambda: drawer.paid_in(till, Money.parse(case.text).cents, "Change"))
    as_before(till, before)


@pytest.mark.parametrize("case", QUANTITIES, ids=ids)
def test_quantities(till: Till, case: Case) -> None:
    before = till.cart
    with till.shop.store.read() as tx:
        ball = tx.lists.item_named("Ball")
    assert ball is not None
    assert refused(case, lambda: sell.add_item(till, ball, Quantity.parse(case.text)))
    as_before(till, before)


@pytest.mark.parametrize("cents", [-1, 0, 10_000_000_000, 2**63, 2**80])
def test_sums_beyond_all_measure(till: Till, cents: int) -> None:
    before = till.cart
    for act in (
        lambda: drawer.paid_in(till, cents, "Change"),
        lambda: drawer.drop(till, cents),
        lambda: sell.take(till, "Visa", cents),
        lambda: sell.set_price(till, 1, cents or -5),
        lambda: drawer.bank_deposit(till, cents, "Checking"),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        said_plainly(refusal.value)
    as_before(till, before)


@pytest.mark.parametrize("text", ["101", "-1", "1e1", "NaN", "33.333", "", "\u0661\u0660", "%"])
def test_percentages(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_percent(text)
    said_plainly(refusal.value)


@pytest.mark.parametrize("case", NAMES, ids=ids)
def test_names_of_items(till: Till, case: Case) -> None:
    item = Item(till.shop.ids.new(), case.text, 100)
    if refused(case, lambda: lists.add_item(till.shop, item)):
        return
    with till.shop.store.read() as tx:
        kept = tx.lists.item(item.id)
        found = tx.lists.search_items(printable(case.text)[:20])
    assert kept is not None
    assert printable(kept.name) == kept.name, "what is kept is what may be printed"
    assert len(found) <= 20
    lists.add_item(till.shop, replace(kept, active=False))


@pytest.mark.parametrize("case", [case for case in NAMES if case.code != KEPT], ids=ids)
def test_names_of_people_departments_and_customers(till: Till, case: Case) -> None:
    shop = till.shop
    assert refused(case, lambda: lists.put_department(shop, Department("d", case.text)))
    assert refused(case, lambda: lists.put_customers(shop, [Customer("c", case.text)]))
    assert refused(case, lambda: people.add_employee(shop, case.text, "cashier", "4821", cost="light"))


@pytest.mark.parametrize("case", NAMES, ids=ids)
def test_names_of_open_items_never_reach_the_paper_raw(till: Till, stage: Stage, case: Case) -> None:
    before = till.cart
    try:
        sell.add_open_item(till, 100, "", name=case.text)
    except Refusal as refusal:
        said_plainly(refusal)
        as_before(till, before)
        return
    sell.take(till, "Visa")
    for columns in (32, 42, 48):
        lines = render_text(stage.printer.papers[-1], columns)
        assert all(ord(mark) >= 32 and not 127 <= ord(mark) < 160 for line in lines for mark in line)
    till.put(before, undo=False)


@pytest.mark.parametrize("case", RECEIPTS, ids=ids)
def test_receipt_numbers(till: Till, case: Case) -> None:
    before = till.cart
    assert refused(case, lambda: giving_back.find_receipt(till, case.text))
    as_before(till, before)


@pytest.mark.parametrize(
    "words", ["", "'", '"', "* NEAR(", "a" * 5000, "\x00", "\ud800", "ball OR 1=1", "-", "()", "^"]
)
def test_searches(till: Till, words: str) -> None:
    with till.shop.store.read() as tx:
        assert len(tx.lists.search_items(words)) <= 20
        assert len(tx.lists.customers(words)) <= 50


@pytest.mark.parametrize("pin", ["", "1", "123456789", "12a4", "\u0661\u0662\u0663\u0664", "1234\x00", " 1234"])
def test_pins(stage: Stage, pin: str) -> None:
    with pytest.raises(Refusal) as refusal:
        people.add_employee(stage.shop, f"Ana {pin!r}", "cashier", pin, cost="light")
    said_plainly(refusal.value)


def test_the_same_code_a_hundred_times(till: Till) -> None:
    for _ in range(100):
        sell.scan(till, "4006381333931")
    assert sum(line.milli for line in till.cart.lines if line.name == "Ball") == 102_000


def test_enough_cases() -> None:
    assert len(SCANS) + len(AMOUNTS) + len(QUANTITIES) + len(NAMES) + len(RECEIPTS) >= 80


def test_a_shop_file_is_where_it_was(stage: Stage) -> None:
    assert Path(stage.shop.store.path).exists()
