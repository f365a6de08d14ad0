"""Filling a new practice shop with its lists: taxes, departments, items, tenders, people and customers."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

from retailpos.actions import lists, people
from retailpos.actions.compose import OpenShop, create_shop
from retailpos.actions.shop import shop_code
from retailpos.core.catalogue import Customer, Department, Item, Shop, Tender
from retailpos.core.money import Money, Quantity
from retailpos.core.tax import Rate, SubRow
from retailpos.settings import resources_dir

# What the practice shop's sign-in page shows: {name: PIN} as JSON, in the shop file's settings.
PINS = "practice_pins"


def practice_resources() -> Path:
    """The folder of the practice shop's lists and stories."""
    return resources_dir() / "practice"


def read_shop() -> dict[str, Any]:
    """The practice shop's settings and small lists as they stand in its file."""
    with (practice_resources() / "shop.toml").open("rb") as file:
        return tomllib.load(file)


def shop_facts() -> Shop:
    """What holds for the whole practice shop."""
    told = read_shop()["shop"]
    return Shop(
        told["name"],
        shop_code(told["name"]),
        told["currency"],
        2,
        told["zone"],
        told["day_ends"],
        1,
        told["store_name"],
        practice=True,
        over_short_limit=Money.parse(told["over_short_limit"]).cents,
    )


def create(file: Path, shop_id: str) -> None:
    """A new, empty practice shop at this place."""
    create_shop(file, shop_facts(), suggest_accounts="1", shop_id=shop_id)


def fill(shop: OpenShop) -> None:
    """Put the practice shop's lists into a new shop file."""
    told = read_shop()
    agencies: dict[str, str] = {}
    for rate in told["rate"]:
        name = rate["agency"]
        row = SubRow(agencies.setdefault(name, shop.ids.new()), name)
        lists.add_rate(shop, rate["code"], Rate(row, _ppm(rate["percent"])))
    for one in told["department"]:
        made = Department(shop.ids.new(), one["name"], one.get("tax_code", ""), one["colour"], one["icon"])
        lists.put_department(shop, made)
    for place, one in enumerate(told["tender"]):
        lists.put_tender(shop, Tender(shop.ids.new(), one["name"], one["kind"], position=10 + place))
    for one in told["employee"]:
        people.add_employee(shop, one["name"], one["role"], one["pin"], cost="light")
    with shop.store.write() as tx:
        tx.lists.set_meta(PINS, json.dumps({one["name"]: one["pin"] for one in told["employee"]}))
    lists.put_customers(shop, _customers(shop))
    lists.add_items(shop, _items(shop))


def _ppm(percent: str) -> int:
    whole, _, part = percent.partition(".")
    return int(whole) * 10_000 + int(part.ljust(4, "0"))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the practice shop's tables."""
    with (practice_resources() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _customers(shop: OpenShop) -> list[Customer]:
    return [
        Customer(shop.ids.new(), row["name"], row["exempt"], None, row["phone"], row["email"], row["since"])
        for row in rows("customers.csv")
    ]


def _items(shop: OpenShop) -> list[tuple[Item, Quantity, int]]:
    departments = {held.name: held.id for held in shop.listed.departments.values()}
    found = []
    for row in rows("items.csv"):
        item = Item(
            shop.ids.new(),
            row["name"],
            Money.parse(row["price"]).cents,
            Money.parse(row["cost"]).cents,
            departments[row["department"]],
            "",
            row["sku"],
            (row["barcode"],),
            row["unit"],
            row["icon"],
        )
        found.append((item, Quantity.parse(row["stock"]), int(row["favourite"] or 0)))
    return found
