"""Statements that say what the shop is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import available_timezones

from retailpos.actions import accounts, lists, people
from retailpos.core.catalogue import Customer, Department, Item, TaxCode, Tender
from retailpos.core.currency import decimals_of, is_code
from retailpos.core.day import is_date
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.tax import Rate, SubRow
from retailpos.stories.language import NotYet, StoryFault, Words
from retailpos.stories.stage import Stage

Setting = Callable[[Stage, Words], None]


def shop(stage: Stage, words: Words) -> None:
    """shop NAME currency CUR timezone ZONE day-ends HH:MM store NAME register N"""
    name = lists.clean_name(words.next("the shop's name"), 100)
    currency = words.option("currency") or "USD"
    if not is_code(currency):
        raise StoryFault(words.line, f"not a currency: {currency}")
    if decimals_of(currency) > 2:
        raise NotYet("currencies with three decimals")
    stage.name_shop(name, currency)
    changes = {
        "zone": words.option("timezone"),
        "day_ends": words.option("day-ends"),
        "store_name": words.option("store"),
    }
    if changes["zone"] and changes["zone"] not in available_timezones():
        raise StoryFault(words.line, f"not a time zone: {changes['zone']}")
    if changes["day_ends"] and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", changes["day_ends"], re.ASCII) is None:
        raise StoryFault(words.line, f"not a time of day: {changes['day_ends']}")
    stage.set_facts(**{field: value for field, value in changes.items() if value})
    stage.register = register_number(words) or stage.register


def register_number(words: Words) -> int:
    """`register N` anywhere in the rest, else 0."""
    text = words.option("register")
    if text and (not text.isascii() or not text.isdigit() or not 0 < int(text) < 1_000):
        raise StoryFault(words.line, f"not a register: {text}")
    return int(text or 0)


def prices(stage: Stage, words: Words) -> None:
    """prices include|exclude tax"""
    how = words.next()
    if how not in ("include", "exclude") or not words.take("tax"):
        raise StoryFault(words.line, "prices include tax, or exclude tax")
    stage.set_meta("prices", how)


def tax(stage: Stage, words: Words) -> None:
    """tax AGENCY PERCENT [named NAME] [from DATE] [over AMOUNT]"""
    agency = words.next("the agency")
    lists.add_rate(stage.shop, "Taxable", _rate(stage, words, agency, words.next("the rate")))


def _rate(stage: Stage, words: Words, agency: str, percent: str) -> Rate:
    said = words.adjacent("named", "from", "over")
    since, over = said.get("from", ""), said.get("over", "")
    if since and not is_date(since):
        raise StoryFault(words.line, f"not a date: {since}")
    row = SubRow(stage.id_of("agency", agency), agency, said.get("named", ""))
    return Rate(row, _ppm(words, percent), words.parse(over) if over else 0, since)


def _ppm(words: Words, text: str) -> int:
    whole, _, part = text.removesuffix("%").partition(".")
    if not text.endswith("%") or not whole.isdigit() or (part and not part.isdigit()) or len(part) > 4:
        raise StoryFault(words.line, f"not a rate: {text}")
    return int(whole) * 10_000 + int(part.ljust(4, "0"))


def tax_code(stage: Stage, words: Words) -> None:
    """tax-code NAME [PERCENT AGENCY ...] [named NAME]"""
    name = words.next("the tax code")
    shop = stage.shop
    if name not in shop.listed.tax_codes:
        lists.put_tax_code(shop, TaxCode(name, name))
    while words and words.peek().endswith("%"):
        percent = words.next()
        agency = words.next("the agency")
        lists.add_rate(shop, name, _rate(stage, words, agency, percent))


def tax_rounding(stage: Stage, words: Words) -> None:
    """tax-rounding receipt|line|combined"""
    mode = words.next()
    if mode not in ("receipt", "line", "combined"):
        raise StoryFault(words.line, f"not a way to round tax: {mode}")
    stage.set_meta("tax_rounding", mode)


def cash_rounding(stage: Stage, words: Words) -> None:
    """cash-rounding STEP"""
    stage.set_meta("cash_step", "1" if words.take("none") else str(max(1, words.amount())))


def department(stage: Stage, words: Words) -> None:
    """department NAME [tax-code CODE]"""
    name = words.next("the department")
    held = next((x for x in stage.shop.listed.departments.values() if x.name == name), None)
    made = held or Department(stage.shop.ids.new(), name)
    lists.put_department(stage.shop, replace(made, tax_code=words.option("tax-code")))


def find_department(stage: Stage, name: str) -> str:
    """The id of a department; one that was never declared is made."""
    if not name:
        return ""
    for found in stage.shop.listed.departments.values():
        if found.name == name:
            return found.id
    made = Department(stage.shop.ids.new(), name)
    lists.put_department(stage.shop, made)
    return made.id


def item(stage: Stage, words: Words) -> None:
    """item NAME price P [cost C] [department D] [tax-code T] [barcode B] [sku S] [unit U] [stock N]"""
    name = words.next("the item")
    price, cost, stock = words.option("price"), words.option("cost"), words.option("stock")
    code = words.option("barcode")
    made = Item(
        stage.shop.ids.new(),
        name,
        words.parse(price) if price else 0,
        words.parse(cost) if cost else 0,
        find_department(stage, words.option("department")),
        words.option("tax-code"),
        words.option("sku"),
        (code,) if code else (),
        words.option("unit"),
    )
    lists.add_item(stage.shop, made, Quantity.parse(stock) if stock else None)


def customer(stage: Stage, words: Words) -> None:
    """customer NAME [house-account LIMIT] [exempt REASON]"""
    name = words.next("the customer")
    limit, exempt = words.option("house-account"), words.option("exempt")
    owes = words.option("owes")
    cents = words.parse(limit) if limit else None
    made = Customer(stage.id_of("customer", name), name, exempt, cents)
    lists.put_customers(stage.shop, [made])
    if owes:
        accounts.opening_balance(stage.shop, made, words.parse(owes))


def employee(stage: Stage, words: Words) -> None:
    """employee NAME pin DIGITS role ROLE"""
    name = words.next("the employee")
    people.add_employee(
        stage.shop, name, words.option("role") or "cashier", words.option("pin") or "0000", cost="light"
    )


def tender(stage: Stage, words: Words) -> None:
    """tender NAME kind card|other"""
    name, kind = words.next("the tender"), words.option("kind") or "card"
    if kind == "foreign":
        raise NotYet("foreign cash")
    if kind not in ("card", "other"):
        raise StoryFault(words.line, f"not a kind of tender: {kind}")
    if any(held.name == name for held in stage.shop.listed.tenders.values()):
        raise Refusal("name_taken", name=name)
    position = 10 + len(stage.shop.listed.tenders)
    lists.put_tender(stage.shop, Tender(stage.id_of("tender", name), name, kind, position=position))


def stock_below_zero(stage: Stage, words: Words) -> None:
    """stock-below-zero allowed|refused"""
    how = words.next()
    if how not in ("allowed", "refused"):
        raise StoryFault(words.line, "stock-below-zero allowed, or refused")
    stage.set_facts(stock_below_zero=how == "allowed")


def over_short_limit(stage: Stage, words: Words) -> None:
    """over-short-limit AMOUNT"""
    stage.set_facts(over_short_limit=None if words.take("none") else words.amount())


def company(stage: Stage, words: Words) -> None:
    """company SEED"""
    stage.company_seed = words.next("the company")


def gift_card(stage: Stage, words: Words) -> None:
    """gift-card CODE balance AMOUNT"""
    raise NotYet("gift cards")


def store_credit(stage: Stage, words: Words) -> None:
    """store-credit NAME balance AMOUNT"""
    raise NotYet("store credit")


SETTINGS: dict[str, Setting] = {
    "shop": shop,
    "prices": prices,
    "tax": tax,
    "tax-code": tax_code,
    "tax-rounding": tax_rounding,
    "cash-rounding": cash_rounding,
    "department": department,
    "item": item,
    "customer": customer,
    "employee": employee,
    "tender": tender,
    "stock-below-zero": stock_below_zero,
    "over-short-limit": over_short_limit,
    "company": company,
    "gift-card": gift_card,
    "store-credit": store_credit,
}
