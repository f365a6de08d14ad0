"""The practice shop: its lists, its three weeks, and that nothing half-made is ever opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from retailpos.actions import books, people, reports
from retailpos.actions.check import check_shop
from retailpos.actions.compose import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.barcode import is_gtin
from retailpos.core.errors import Refusal
from retailpos.practice import catalogue
from retailpos.practice import shop as practice

TODAY = "2026-11-24"
COLOURS = set("blue clay amber violet green teal pink olive slate".split())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenShop]:
    file = tmp_path_factory.mktemp("practice") / "practice.shop"
    practice.make(file, TODAY)
    shop = open_shop(file, SystemClock(), TimeOrderedIds(SystemClock()))
    yield shop
    shop.store.close()


def test_items_in_ten_departments_each_with_a_barcode_a_picture_and_a_price(filled: OpenShop) -> None:
    rows = catalogue.rows("items.csv")
    with filled.store.read() as tx:
        items = tx.lists.items()
        assert {tx.lists.item_by_code((row["barcode"].zfill(14),)) for row in rows} == set(items)
        favourites = tx.lists.items_of("")
    assert len(items) == len(rows) >= 400
    assert len({item.department for item in items}) == 10
    assert all(item.icon.startswith("ph.") and 0 < item.cost < item.price for item in items)
    assert all(is_gtin(row["barcode"]) and len(row["barcode"]) == 13 for row in rows)
    # 952 is set apart for examples: no real article ever bears such a number.
    assert all(row["barcode"].startswith("952") for row in rows)
    assert len({row["sku"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)
    assert len(favourites) == 20


def test_departments_have_colours_of_the_look(filled: OpenShop) -> None:
    departments = filled.listed.departments.values()
    assert len(departments) == 10
    assert {department.colour for department in departments} <= COLOURS
    assert all(department.icon for department in departments)


def test_customers_of_whom_a_few_are_exempt(filled: OpenShop) -> None:
    with filled.store.read() as tx:
        customers = tx.lists.customers("", 100)
    assert len(customers) == 60
    assert 2 <= sum(bool(customer.exempt) for customer in customers) <= 10


def test_two_agencies_and_a_lower_rate_for_food(filled: OpenShop) -> None:
    taxable = {rate.row.agency_name: rate.ppm for rate in filled.rates("Taxable", TODAY)}
    food = {rate.row.agency_name: rate.ppm for rate in filled.rates("Food", TODAY)}
    assert taxable == {"State DOR": 70_000, "County": 12_500}
    assert food == {"State DOR": 20_000}


def test_everybody_signs_in_with_the_pin_that_the_practice_shop_tells(filled: OpenShop) -> None:
    import json

    with filled.store.read() as tx:
        pins = json.loads(tx.lists.meta(catalogue.PINS))
        staff = tx.lists.employees()
    assert {person.role for person in staff} == {"cashier", "manager", "owner"}
    till = Till(filled)
    for person in staff:
        people.sign_in(till, person, pins[person.name])
        with pytest.raises(Refusal):
            people.sign_in(till, person, "0000")
        people.sign_in(till, person, pins[person.name])


def test_three_weeks_end_yesterday_and_all_of_it_holds(filled: OpenShop) -> None:
    days = books.days(filled, "", "9999")
    yesterday = date.fromisoformat(TODAY) - timedelta(days=1)
    assert list(days) == [(yesterday - timedelta(days=n)).isoformat() for n in reversed(range(21))]
    assert {state for state, _net in days.values()} == {"ready"}
    assert check_shop(filled.store) == ()
    assert filled.facts.practice


def test_the_reports_have_something_to_show(filled: OpenShop) -> None:
    found = [reports.figures(filled, day) for day in books.days(filled, "", "9999")]
    assert sum(day.receipts for day in found) > 250
    assert {row.name for day in found for row in day.departments} >= set("Apparel Home Kitchen Paper Food".split())
    assert {row.name for day in found for row in day.tenders} == {"Cash", "Checks", "Visa/MC", "Amex"}
    assert any(day.returns for day in found)
    assert any(day.discounts for day in found)
    assert any(day.over > 0 for day in found)
    assert any(day.over < 0 for day in found)


def test_a_shop_that_was_not_finished_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "practice.shop"
    half = tmp_path / "practice-making"
    half.mkdir()
    (half / "practice.shop").write_bytes(b"half of it")
    (tmp_path / "practice.shop.mark").write_text("{}")
    practice.make(file, TODAY, history=False)
    assert not half.exists()
    shop = open_shop(file, SystemClock(), TimeOrderedIds(SystemClock()))
    assert check_shop(shop.store) == ()
    shop.store.close()
    practice.remove(file)
    assert list(tmp_path.iterdir()) == []


def test_a_shop_that_is_open_is_not_thrown_away(tmp_path: Path) -> None:
    file = tmp_path / "practice.shop"
    practice.make(file, TODAY, history=False)
    shop = open_shop(file, SystemClock(), TimeOrderedIds(SystemClock()), to_sell=True)
    with pytest.raises(Refusal, match="shop_file_in_use"):
        practice.reset(file)
    shop.close()
    practice.reset(file)
    assert not file.exists()
    file.write_bytes(b"damaged")
    practice.reset(file)
    assert not file.exists()


def test_stories_move_by_whole_days_and_keep_their_times() -> None:
    story = 'at 2026-03-15 18:05\nsale\n  item "at 2026-03-15"\n'
    days = practice.shift_of([story], "2026-04-01")
    assert practice.shifted(story, days) == 'at 2026-03-31 18:05\nsale\n  item "at 2026-03-15"\n'
