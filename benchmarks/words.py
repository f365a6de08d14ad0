"""Names for a great many items, the same in every run."""

from __future__ import annotations

_WHAT = (
    "Mug", "Candle", "Bowl", "Plate", "Towel", "Soap", "Tea", "Coffee", "Jam", "Honey", "Lamp", "Basket", "Brush",
    "Knife", "Board", "Apron", "Vase", "Clock", "Frame", "Notebook", "Pen", "Card", "Ribbon", "Blanket", "Pillow",
    "Kettle", "Pan", "Pot", "Jug", "Glass",
)  # fmt: skip
_OF = (
    "Stoneware", "Beeswax", "Linen", "Olive", "Cedar", "Copper", "Enamel", "Bamboo", "Cotton", "Wool", "Lavender",
    "Ceylon", "Walnut", "Maple", "Marble", "Slate", "Amber", "Indigo", "Ivory", "Coral", "Crème", "Granite",
    "Juniper", "Rosemary", "Saffron", "Cobalt", "Pewter", "Willow", "Birch", "Cherry", "Garnet", "Opal", "Onyx",
)  # fmt: skip
_HOW = ("small", "large", "tall", "round", "square", "striped", "plain", "glazed", "set of 4", "set of 6", "gift box")


def goods(n: int) -> str:
    """The name of the n-th kind of goods."""
    return f"{_OF[n % len(_OF)]} {_WHAT[n // 7 % len(_WHAT)]}, {_HOW[n // 3 % len(_HOW)]}"


def typed() -> tuple[str, ...]:
    """What people type into the search: words, two words, the number of an item, a SKU."""
    return ("stoneware mug", "bees", "creme candle", "set of 4 glass", "sku-4711", "honey", "wool bl", "8123", "o")
