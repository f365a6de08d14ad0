"""What one day at the practice shop begins with, and how it is looked at from outside when it is over."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from retailpos.actions import books, counting, drawer
from retailpos.actions.check import check_shop
from retailpos.actions.scanners import keep_scanner
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.document import OPENING_STOCK, Document
from retailpos.practice.shop import make, practice_file

_GAP_MS = 90


@dataclass(frozen=True, slots=True)
class Day:
    """The shop file, its twin's, and what is sold: barcodes, and what stands on picture keys."""

    file: Path
    twin_file: Path
    codes: tuple[str, ...]
    tiles: tuple[str, ...]


def prepare(twin_folder: Path) -> Day:
    """A practice shop without history, and a copy of it."""
    file = practice_file()
    file.parent.mkdir(parents=True)
    clock = SystemClock()
    make(file, clock.now().date().isoformat(), history=False)
    twin_folder.mkdir()
    for beside in file.parent.iterdir():
        shutil.copy(beside, twin_folder / beside.name)
    shop = open_shop(file, clock, TimeOrderedIds(clock))
    # A busy computer stretches the gaps between the keys that the tool sends: this shop's scanner was learnt as one
    # that does the same. The usual times have tests of their own.
    keep_scanner(shop, gap=_GAP_MS, end_within=2 * _GAP_MS, least=4)
    with shop.store.read() as tx:
        rows = tx.connection.exec_driver_sql("SELECT item, code FROM barcode").all()
        printed = {item: code.removeprefix("0") for item, code in rows}
        items = [item for item in tx.lists.items_of("", 60) if item.by_piece and item.price and item.id in printed]
    shop.close()
    codes = tuple(printed[item.id] for item in items)
    return Day(file, twin_folder / file.name, codes, tuple(f"tile {item.id}" for item in items))


def pieces(till: Till) -> tuple[int, ...]:
    """How many of each note and coin lie in a drawer that is right, the largest first."""
    left = drawer.expected(till)
    numbers = []
    for cents in (part for kinds in counting.denominations(till.shop.facts.currency) for part in kinds):
        numbers.append(left // cents)
        left %= cents
    return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a shop file holds when the day is over, without the stock that it began with."""

    documents: tuple[Document, ...]
    wrong: tuple[object, ...]
    state: str

    @property
    def kinds(self) -> list[str]:
        """The documents' kinds, in order."""
        return [document.kind for document in self.documents]

    @property
    def lines(self) -> list[list[tuple[str, int, int]]]:
        """Each document's lines: name, thousandths, amount in cents."""
        return [[(line.name, line.milli, line.amount) for line in document.lines] for document in self.documents]

    @property
    def totals(self) -> list[int]:
        """Each document's total in cents."""
        return [document.total for document in self.documents]


def recorded(file: Path) -> Recorded:
    """Read a shop file that nobody changes."""
    clock = SystemClock()
    shop = open_shop(file, clock, TimeOrderedIds(clock))
    try:
        with shop.store.read() as tx:
            documents = tuple(each for each in tx.documents.everything() if each.kind != OPENING_STOCK)
        return Recorded(documents, tuple(check_shop(shop.store)), state_of(shop))
    finally:
        shop.close()


def state_of(shop: OpenShop) -> str:
    """How the only day stands."""
    with shop.store.read() as tx:
        dates = [date for date, _closed in tx.periods.dates()]
    return books.day_state(shop, dates[0]) if dates else ""
