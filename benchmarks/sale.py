"""A sale of ten lines put on the disk, beside a bare driver that writes the same rows with the same durability."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.filled import code_of, filled, opened, till_of
from benchmarks.measure import Figure, Setting, shown, taking_turns
from retailpos.actions import sell
from retailpos.actions.till import Till
from retailpos.store.engine import _SETTINGS

LINES = 10
_PLAIN = ("document", "doc_line", "doc_tax", "doc_tender", "posting")
_UPSERTS = {
    "period_total": (
        "INSERT INTO period_total VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET "
        "cents = cents + excluded.cents, count = count + excluded.count"
    ),
    "stock": (
        "INSERT INTO stock VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET milli = excluded.milli, "
        "value = excluded.value, last_cost = excluded.last_cost"
    ),
    "counter": "INSERT INTO counter VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET last = excluded.last",
    "chain": (
        "INSERT INTO chain VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET seq = excluded.seq, head = excluded.head, "
        "business_date = excluded.business_date, at = excluded.at"
    ),
    "drawer": ("INSERT INTO drawer VALUES (?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET expected = excluded.expected"),
}


def figures(setting: Setting) -> Iterator[Figure]:
    """The whole act of the last payment, from the key to a receipt that may be printed, beside its floor."""
    path = filled(setting)
    twin = path.with_name("floor.shop")
    shutil.copy(path, twin)
    shop = opened(path)
    till = till_of(shop)
    pairs = Pairs(till, path, twin, setting)
    rounds = setting.some(1)
    product, floor = taking_turns(rounds, pairs.product, pairs.floor, before=pairs.before)
    pairs.close()
    shop.close()
    ratio = product.median / floor.median
    yield Figure(
        "durable sale of ten lines",
        f"{product.words()}; floor {shown(floor.median)}; {ratio:.2f} x",
        "2.5 x floor, median 10 ms",
        ratio <= 2.5 and product.median <= 0.010,
        "above the floor: figures, postings, body and digest, receipt, and the mark beside the file",
    )


class Pairs:
    """A sale by the program, then the rows it wrote by the bare driver into a copy of the file."""

    def __init__(self, till: Till, path: Path, twin: Path, setting: Setting) -> None:
        self._till = till
        self._reader = dbapi2.connect(str(path), isolation_level=None)
        self._bare = bare(twin)
        self._chance = random.Random(7)
        self._items = setting.items
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._drafts: list[tuple[Any, ...]] = []

    def before(self) -> None:
        """Ten lines are rung up, each leaving its draft, unsynced as ever; the floor has the same drafts behind it.

        Neither is measured, but both files carry what their one sync has to put on the disk.
        """
        if self._till.cart.is_empty and self._till.last is not None and not self._rows:
            self._rows = rows_of(self._reader, self._till.last.id)
            write_drafts(self._bare, self._drafts)
        else:
            self._rows = {}
            self._ring_up()

    def product(self, _n: int) -> None:
        """Take the money: this is what is measured."""
        sell.take(self._till, "cash")

    def floor(self, _n: int) -> None:
        """The same rows by the bare driver, and nothing else."""
        write_rows(self._bare, self._rows)

    def _ring_up(self) -> None:
        self._drafts = []
        for number in self._chance.sample(range(self._items), min(LINES, self._items)):
            sell.scan(self._till, code_of(number))
            self._drafts += self._reader.execute("SELECT * FROM draft WHERE id = 'current-1'").fetchall()

    def close(self) -> None:
        """Let go of both files."""
        self._reader.close()
        self._bare.close()


def bare(path: Path) -> Any:
    """The driver alone, with the settings of the shop file."""
    connection = dbapi2.connect(str(path), isolation_level=None, cached_statements=256)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


def rows_of(reader: Any, document: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that a sale wrote."""
    found = {}
    for table in _PLAIN:
        column = "id" if table == "document" else "document"
        found[table] = reader.execute(f"SELECT * FROM {table} WHERE {column} = ?", (document,)).fetchall()
    day = found["document"][0][8]
    found["period_total"] = [
        (1, 1, day, 1, *(row[name] for name in (5, 6, 2, 3, 7, 8, 9, 10)), row[4], 1) for row in found["posting"]
    ]
    items = [row[3] for row in found["doc_line"]]
    marks = ",".join("?" * len(items))
    found["stock"] = reader.execute(f"SELECT * FROM stock WHERE item IN ({marks})", items).fetchall()
    found["counter"] = reader.execute("SELECT * FROM counter WHERE register = 1 AND series = 'receipt'").fetchall()
    found["chain"] = reader.execute("SELECT * FROM chain WHERE register = 1").fetchall()
    found["drawer"] = reader.execute("SELECT * FROM drawer").fetchall()
    return found


def write_rows(bare_file: Any, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """One transaction that puts these rows on the disk."""
    bare_file.execute("BEGIN IMMEDIATE")
    for table, some in rows.items():
        if some:
            marks = ",".join("?" * len(some[0]))
            bare_file.executemany(_UPSERTS.get(table) or f"INSERT INTO {table} VALUES ({marks})", some)
    bare_file.execute("DELETE FROM draft WHERE id = 'current-1'")
    bare_file.execute("COMMIT")


def write_drafts(bare_file: Any, drafts: list[tuple[Any, ...]]) -> None:
    """The sale as it grew, line by line, without a sync."""
    bare_file.execute("PRAGMA synchronous=NORMAL")
    for draft in drafts:
        bare_file.execute("BEGIN IMMEDIATE")
        bare_file.execute(f"INSERT OR REPLACE INTO draft VALUES ({','.join('?' * len(draft))})", draft)
        bare_file.execute("COMMIT")
    bare_file.execute("PRAGMA synchronous=FULL")
