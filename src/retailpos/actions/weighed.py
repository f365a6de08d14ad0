"""Labels of the shop's own scale: a code with a weight or a price inside, read by the layouts that the shop keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass

from retailpos.actions.shop import Changes, OpenShop
from retailpos.core.barcode import without_aim
from retailpos.core.catalogue import Item
from retailpos.core.embedded import Embedded, Layout, read_embedded
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, Quantity
from retailpos.core.paper import printable

_KEPT = "barcode_layouts"
# Numbers that a shop may give out itself: only these can hold a price or a weight.
_OWN_NUMBERS = ("2", "02")
# Thousandths to try around the exact quantity, the nearest first.
_NEARBY = tuple(sorted(range(-40, 41), key=abs))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a label sells: the item, how much of it, and the cents a unit that bring the sum printed on it."""

    item: Item
    quantity: Quantity
    price: int


def kept_layouts(shop: OpenShop) -> tuple[Layout, ...]:
    """The layouts of this shop's labels; none where it has no scale that prints them."""
    with shop.store.read() as tx:
        kept = tx.lists.meta(_KEPT)
    return tuple(Layout(pattern, decimals) for pattern, decimals in json.loads(kept)) if kept else ()


def keep_layouts(shop: OpenShop, layouts: tuple[Layout, ...]) -> Changes:
    """Read labels by these layouts from the next scan on; the first that fits a code counts."""
    for layout in layouts:
        if not layout.pattern.startswith(_OWN_NUMBERS):
            raise Refusal("barcode_layout_not_understood", pattern=layout.pattern)
    with shop.store.write() as tx:
        tx.lists.set_meta(_KEPT, json.dumps([(layout.pattern, layout.decimals) for layout in layouts]))
    return Changes(frozenset({"settings"}))


def weighed_of(shop: OpenShop, code: str) -> Weighed | None:
    """What a label of the scale sells; None for every other code, and for a label of an item that is not here.

    Raises Refusal embedded_price_damaged where the label's own check fails or it says nothing at all.
    """
    bare = without_aim(printable(code)).strip()
    if not bare.startswith(_OWN_NUMBERS):
        return None
    found = read_embedded(bare, kept_layouts(shop))
    if found is None:
        return None
    with shop.store.read() as tx:
        item = tx.lists.item_by_code(list(found.keys))
    if item is None:
        return None
    if not (found.milli or found.cents):
        raise Refusal("embedded_price_damaged", code=bare)
    return Weighed(item, *_sold(item, found))


def _sold(item: Item, found: Embedded) -> tuple[Quantity, int]:
    """The quantity and the unit price. A printed price is never changed: what was weighed follows from it."""
    if found.milli is not None:
        return Quantity(found.milli), item.price
    assert found.cents is not None
    if not item.unit or not item.price:
        return Quantity(), found.cents
    return _that_comes_to(found.cents, item.price)


def _that_comes_to(cents: int, price: int) -> tuple[Quantity, int]:
    """The quantity at this unit price that comes to the sum; where thousandths are too coarse, at a price nearby."""
    nearest = max(1, (2 * cents * 1000 + price) // (2 * price))
    for off in _NEARBY[:7]:
        quantity = Quantity(max(1, nearest + off))
        if quantity.times(Money(price)).cents == cents:
            return quantity, price
    for off in _NEARBY:
        milli = max(1, nearest + off)
        near = (2 * cents * 1000 + milli) // (2 * milli)
        if Quantity(milli).times(Money(near)).cents == cents:
            return Quantity(milli), near
    return Quantity(), cents
