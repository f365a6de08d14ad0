"""Barcode to item beside a bare lookup, and the search after every key."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.filled import code_of, filled, opened, till_of
from benchmarks.measure import Figure, Setting, Times, shown, taking_turns
from benchmarks.sale import bare
from benchmarks.words import typed
from retailpos.actions import sell

_LOOKUP = "SELECT item.* FROM item JOIN barcode ON barcode.item = item.id WHERE barcode.code = ?"


def lookup(setting: Setting) -> Iterator[Figure]:
    """A code as it was scanned, to the item it sells."""
    path = filled(setting)
    shop = opened(path)
    till = till_of(shop)
    floor_file = bare(path)
    chance = random.Random(3)
    codes = [code_of(chance.randrange(setting.items)) for _ in range(setting.rounds * 5)]
    product, floor = taking_turns(
        len(codes),
        lambda n: sell.item_of_code(till, codes[n]),
        lambda n: floor_file.execute(_LOOKUP, (codes[n].zfill(14),)).fetchone(),
    )
    floor_file.close()
    shop.close()
    ratio = product.median / floor.median
    words = f"{product.words()}; floor {shown(floor.median)}; {ratio:.1f} x"
    yield Figure("barcode to item", words, "10 x floor", ratio <= 10)


def search(setting: Setting) -> Iterator[Figure]:
    """What the search field finds after every key, ranked and with what is on hand."""
    from PySide6.QtWidgets import QApplication

    from retailpos.ui.sale.counter import Counter
    from retailpos.ui.sale.finding import Finding

    app = QApplication.instance() or QApplication(["benchmarks"])
    shop = opened(filled(setting))
    finding = Finding(Counter(till_of(shop)))
    times = Times()
    slowest = (0.0, "")
    for _ in range(setting.some(0.05)):
        for words in typed():
            for end in range(1, len(words) + 1):
                part = words[:end]
                times.of(lambda part=part: finding.type(part))
                slowest = max(slowest, (times.taken[-1], part))
    shop.close()
    del app
    where = f"slowest: {slowest[1]!r}, {shown(slowest[0])}"
    yield Figure("search, per key", times.words(), "p99 16 ms", times.share(99) <= 0.016, where)
