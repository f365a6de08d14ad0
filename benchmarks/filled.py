"""The shop file everything is measured on: made once, from a few sales really rung up and then copied row by row.

The copies are whole documents (body, digest chain, lines, taxes, tenders, postings, day totals, stock), so that
`retailpos check` finds the file sound; they are written past the program only to save the hour it would take.
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.measure import Setting
from benchmarks.words import goods
from retailpos.actions import drawer, lists, people, sell
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, create_shop, open_shop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Department, Employee, Item, Shop, Tender
from retailpos.core.money import Quantity
from retailpos.core.tax import Rate, SubRow
from retailpos.devices.parts import Devices, PaperPrinter
from retailpos.store.documents import digest

PIN = "4821"
A_DAY = 1_000
SOLD = 60
DEPARTMENTS = ("kitchen", "food", "bath", "garden", "paper")
_TEMPLATES = 40
_SHOP = Shop("Harbor Goods", "HG", "USD", 2, "America/New_York", "03:00", 1, "Main", practice=True)


@dataclass(slots=True)
class SetClock:
    """A clock that stands where it is put and moves a second with every look."""

    moment: datetime

    def now(self) -> datetime:
        """That moment."""
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(slots=True)
class Template:
    """The rows of one sale that was really rung up."""

    document: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def code_of(n: int) -> str:
    """The barcode of the n-th item: eleven digits and the check digit of a UPC-A."""
    body = f"{20_000_000_000 + n:011d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


def item_of(n: int) -> Item:
    """The n-th item."""
    name = f"{goods(n)} {n}"
    price = 99 + n * 7919 % 9_900
    return Item(f"i{n:06d}", name, price, price // 2, DEPARTMENTS[n % 5], "", f"SKU-{n}", (code_of(n),))


def filled(setting: Setting) -> Path:
    """A fresh copy of the filled file, made where there is none yet."""
    kept = setting.folder / f"filled-{setting.items}-{setting.sales}.shop"
    if not kept.exists():
        making = kept.with_suffix(".making")
        making.unlink(missing_ok=True)
        make(making, items=setting.items, sales=setting.sales)
        making.replace(kept)
        making.with_name(making.name + ".mark").unlink(missing_ok=True)
        making.with_name(making.name + ".lock").unlink(missing_ok=True)
    fresh = setting.folder / "work.shop"
    for old in setting.folder.glob("work.shop*"):
        old.unlink()
    shutil.copy(kept, fresh)
    return fresh


def opened(path: Path) -> OpenShop:
    """The file opened as a register opens it."""
    clock = SystemClock()
    return open_shop(path, clock, TimeOrderedIds(clock), Devices(PaperPrinter()), to_sell=True)


def manager(shop: OpenShop) -> Employee:
    """Who works here."""
    with shop.store.read() as tx:
        return tx.lists.employees()[0]


def till_of(shop: OpenShop) -> Till:
    """A register with somebody signed in and the drawer open."""
    till = Till(shop)
    till.employee = manager(shop)
    with shop.store.read() as tx:
        is_open = tx.documents.drawer(1, 1)["opened_by"]
    if not is_open:
        drawer.open_drawer(till, 20_000)
    return till


def make(path: Path, *, items: int, sales: int) -> None:
    """A shop with its lists, a history, and today's drawer open."""
    days = sales // A_DAY + 1
    clock = SetClock(datetime.now(UTC).replace(hour=15, minute=0, second=0) - timedelta(days=days + 1))
    counter = itertools.count(1)
    ids = TimeOrderedIds(clock, lambda: next(counter).to_bytes(10, "big"))
    create_shop(path, _SHOP, shop_id=ids.new())
    shop = open_shop(path, clock, ids, Devices(PaperPrinter()), to_sell=True)
    fill_lists(shop, items)
    till = till_of(shop)
    for number in range(_TEMPLATES):
        ring_up(till, range(number, number + 3), sold=min(SOLD, items))
        sell.take(till, "cash" if number % 3 else "visa")
    drawer.close_drawer(till)
    shop.close()
    with dbapi2.connect(str(path), isolation_level=None) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("BEGIN")
        copy_sales(raw, max(0, sales - _TEMPLATES))
        raw.execute("COMMIT")
    raw.close()
    shop = opened(path)
    till_of(shop)
    shop.store.checkpoint()
    shop.close()


def fill_lists(shop: OpenShop, items: int) -> None:
    """Taxes, departments, tenders, somebody to sell, and so many items; the first of them with stock."""
    lists.add_rate(shop, "Taxable", Rate(SubRow("state", "State DOR"), 70_000))
    lists.add_rate(shop, "Taxable", Rate(SubRow("city", "City DOR"), 12_500))
    for name, colour in zip(DEPARTMENTS, ("clay", "green", "blue", "olive", "slate"), strict=True):
        lists.put_department(shop, Department(name, name.title(), "None" if name == "food" else "", colour))
    lists.put_tender(shop, Tender("visa", "Visa/MC", "card", position=10))
    people.add_employee(shop, "Joan Weber", "manager", PIN, cost="light")
    lists.add_items(shop, [(item_of(n), Quantity.of(90_000), n + 1) for n in range(min(SOLD, items))])
    for start in range(SOLD, items, 5_000):
        some = [item_of(n) for n in range(start, min(start + 5_000, items))]
        codes = {item.barcodes[0].zfill(14): item.id for item in some}
        with shop.store.write() as tx:
            tx.lists.put_items(some, codes)


def ring_up(till: Till, numbers: range | list[int], *, sold: int) -> None:
    """One line for each of these items, the way a scanner brings them."""
    for number in numbers:
        sell.scan(till, code_of(number % sold))


def copy_sales(raw: Any, sales: int) -> None:
    """Write so many more sales after the last document of register 1, a thousand a day."""
    raw.row_factory = dbapi2.Row
    templates = read_templates(raw)
    head = dict(raw.execute("SELECT * FROM chain WHERE register = 1").fetchone())
    number = raw.execute("SELECT last FROM counter WHERE register = 1 AND series = 'receipt'").fetchone()[0]
    first = date.fromisoformat(head["business_date"]) + timedelta(days=1)
    chance = random.Random(1)
    picked = [chance.randrange(len(templates)) for _ in range(sales)]
    writer = Writer(raw)
    for n, which in enumerate(picked):
        day = (first + timedelta(days=n // A_DAY)).isoformat()
        writer.add(templates[which], head, number + n + 1, day)
    writer.flush()
    raw.execute(
        "UPDATE chain SET seq = ?, head = ?, business_date = ?, at = ? WHERE register = 1",
        (head["seq"], head["head"], head["business_date"], head["at"]),
    )
    raw.execute("UPDATE counter SET last = ? WHERE register = 1 AND series = 'receipt'", (number + sales,))
    days = [(first + timedelta(days=n)).isoformat() for n in range(-(-sales // A_DAY))]
    raw.executemany("INSERT INTO period VALUES (1, 1, ?, 1, 'history')", [(day,) for day in days])
    add_up(raw, first.isoformat())


def read_templates(raw: Any) -> list[Template]:
    """The sales there are, with all their rows."""
    found = []
    for row in raw.execute("SELECT * FROM document WHERE kind = 'sale' ORDER BY seq").fetchall():
        template = Template(dict(row))
        for table in ("doc_line", "doc_tax", "doc_tender", "posting"):
            rows = raw.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY n", (row["id"],))
            template.rows[table] = [dict(one) for one in rows]
        found.append(template)
    return found


class Writer:
    """Copies of sales, written in handfuls."""

    def __init__(self, raw: Any, handful: int = 2_000) -> None:
        self._raw, self._handful = raw, handful
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, template: Template, head: dict[str, Any], number: int, day: str) -> None:
        """One more sale; `head` goes on with it."""
        made = dict(template.document)
        seq = head["seq"] + 1
        at = int(datetime.fromisoformat(f"{day}T16:00:00+00:00").timestamp()) * 1000 + seq % A_DAY * 1000
        made |= {"id": f"{at:012x}{seq:020x}", "seq": seq, "number": number, "at": at, "business_date": day}
        body = json.loads(made["body"])
        body |= {name: made[name] for name in ("id", "number", "at", "business_date")}
        made["body"] = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        made["digest"] = digest(head["head"], made["body"])
        head |= {"seq": seq, "head": made["digest"], "business_date": day, "at": at}
        self._waiting.setdefault("document", []).append(tuple(made.values()))
        for table, rows in template.rows.items():
            into = self._waiting.setdefault(table, [])
            into.extend((made["id"], *tuple(row.values())[1:]) for row in rows)
        if len(self._waiting["document"]) >= self._handful:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        for table, rows in self._waiting.items():
            marks = ",".join("?" * len(rows[0])) if rows else ""
            if rows:
                self._raw.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._waiting = {}


def add_up(raw: Any, first: str) -> None:
    """Day totals and stock of the copied sales, summed from their rows."""
    raw.execute(
        "INSERT INTO period_total SELECT d.store, d.register, d.business_date, d.run, p.entry, p.side, p.slot, p.key, "
        "p.department, p.reason, p.tax_code, p.party, sum(p.cents), count(*) FROM posting p JOIN document d "
        "ON d.id = p.document WHERE d.business_date >= ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
        (first,),
    )
    raw.execute(
        "UPDATE stock SET milli = moved.milli, value = moved.value FROM (SELECT item, sum(-milli) AS milli, "
        "sum(-cost) AS value FROM doc_line WHERE item <> '' GROUP BY item) AS moved WHERE moved.item = stock.item"
    )
