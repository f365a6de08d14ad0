"""Keeping the lists: items with their codes and opening stock, departments, taxes, tenders, customers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from retailpos.actions.shop import BACK_OFFICE, Changes, OpenShop
from retailpos.core.barcode import canonical
from retailpos.core.catalogue import Customer, Department, Item, TaxCode, Tender
from retailpos.core.document import ADJUST, OPENING_STOCK, DocLine
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, Quantity
from retailpos.core.paper import printable
from retailpos.core.stock import OnHand
from retailpos.core.tax import Rate
from retailpos.store.store import Tx


def clean_name(text: str, most: int) -> str:
    """A name as it may be kept; control characters are refused rather than dropped."""
    if any(unicodedata.category(mark) in ("Cc", "Cs") for mark in text):
        raise Refusal("name_has_control_characters")
    name = printable(text).strip()
    if not name:
        raise Refusal("name_needed")
    if len(text) > most:
        raise Refusal("name_too_long", most=most)
    return name


def put_department(shop: OpenShop, department: Department) -> Changes:
    """Add or change a department."""
    return _put(shop, replace(department, name=clean_name(department.name, 30)))


def put_tax_code(shop: OpenShop, code: TaxCode) -> Changes:
    """Add or change a tax code."""
    return _put(shop, replace(code, name=clean_name(code.name, 100)))


def add_rate(shop: OpenShop, code: str, rate: Rate) -> Changes:
    """Add a rate to a tax code."""
    clean_name(rate.row.agency_name, 100)
    held = shop.listed.tax_codes.get(code, TaxCode(code, code))
    return _put(shop, replace(held, rates=(*held.rates, rate)))


def put_tender(shop: OpenShop, tender: Tender) -> Changes:
    """Add or change a way to pay."""
    return _put(shop, replace(tender, name=clean_name(tender.name, 100)))


def _put(shop: OpenShop, value: Department | TaxCode | Tender) -> Changes:
    with shop.store.write() as tx:
        tx.lists.put(value)
    shop.read_lists()
    return Changes(frozenset({"lists"}))


def put_customers(shop: OpenShop, customers: Iterable[Customer]) -> Changes:
    """Add or change customers."""
    now = shop.now_ms()
    with shop.store.write() as tx:
        tx.lists.put_customers([replace(c, name=clean_name(c.name, 100), changed_at=now) for c in customers])
    return Changes(frozenset({"customers"}))


def add_item(shop: OpenShop, item: Item, stock: Quantity | None = None, position: int = 0) -> Item:
    """Add an item, with what is on hand of it at its cost. Opening stock is a document and posts nothing."""
    item = replace(item, name=clean_name(item.name, 200))
    with shop.store.write() as tx:
        _add(tx, shop, item, stock or Quantity(0), position)
    return item


def add_items(shop: OpenShop, items: Iterable[tuple[Item, Quantity, int]]) -> None:
    """Add many items with their stock and place on the keys, in one transaction."""
    with shop.store.write() as tx:
        for item, stock, position in items:
            _add(tx, shop, item, stock, position)


def _add(tx: Tx, shop: OpenShop, item: Item, stock: Quantity, position: int) -> None:
    keys = {}
    for code in item.barcodes:
        key = canonical(code)
        other = tx.lists.item_by_code((key,))
        if other is not None and other.id != item.id:
            raise Refusal("barcode_taken", code=code, name=other.name)
        keys[key] = item.id
    tx.lists.put_items([item], keys, position)
    if not stock.milli:
        tx.documents.set_stock({item.id: OnHand(0, 0, item.cost)})
        return
    value = stock.times(Money(item.cost)).cents
    line = DocLine(1, "goods", item.name, -stock.milli, item.price, item.price, 0, 0, 0, 0, item=item.id, cost=-value)
    shop.record(tx, BACK_OFFICE, OPENING_STOCK, lines=(line,))
    tx.documents.set_stock({item.id: OnHand(stock.milli, value, item.cost)})


def adjust_stock(shop: OpenShop, item: Item, change: Quantity, reason: str, *, by: str = "") -> Changes:
    """Change what is on hand, under a reason; the value that leaves or comes is posted to it."""
    if not reason.strip():
        raise Refusal("reason_needed")
    with shop.store.write() as tx:
        hand = tx.documents.stock(item.id)
        if change.milli < 0:
            cost, after = hand.take(-change.milli)
        else:
            cost = -hand.worth(change.milli)
            after = hand.put(change.milli, -cost)
        line = DocLine(
            1,
            "goods",
            item.name,
            -change.milli,
            item.price,
            item.price,
            0,
            0,
            0,
            0,
            item=item.id,
            cost=cost,
            department=item.department,
        )
        document = shop.record(tx, 1, ADJUST, by=by, reason=reason, lines=(line,))
        tx.documents.set_stock({item.id: after})
    return Changes(frozenset({"stock"}), (document,))
