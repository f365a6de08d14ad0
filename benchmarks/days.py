"""The figures of a day, among ever more receipts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.filled import A_DAY, make, opened
from benchmarks.measure import Figure, Setting, Times, shown
from retailpos.actions import reports
from retailpos.actions.shop import OpenShop

_OLDEST = date(2019, 1, 1)
_FLAT = 1.5


def figures(setting: Setting) -> Iterator[Figure]:
    """Day totals at every size, and the whole report of a day."""
    small = setting.folder / "small.shop"
    for old in setting.folder.glob("small.shop*"):
        old.unlink()
    make(small, items=min(setting.items, 200), sales=min(setting.sales, 2_000))
    paths = {receipts: setting.folder / f"days-{receipts}.shop" for receipts in setting.receipts}
    for receipts, path in paths.items():
        if not path.exists():
            shutil.copy(small, path)
            ballast(path, receipts)
    medians = []
    for (receipts, _path), (totals, report) in zip(paths.items(), measured(list(paths.values()), setting), strict=True):
        medians.append(totals.median)
        yield Figure(
            f"figures of a day, {receipts:,} receipts",
            f"{totals.words()}; whole Z {shown(report.median)}",
            "1 ms",
            totals.median <= 0.001,
        )
    ratio = max(medians) / min(medians)
    words = f"slowest {ratio:.2f} times the quickest"
    yield Figure("figures of a day, whatever lies behind", words, "the same at every size", ratio <= _FLAT)


def measured(paths: list[Path], setting: Setting) -> list[tuple[Times, Times]]:
    """The rollup of a full day, and everything that a Z report shows of it; the files take turns."""
    shops = [opened(path) for path in paths]
    days = [full_day(shop) for shop in shops]
    found = [(Times(), Times()) for _ in paths]
    for _ in range(setting.some(1)):
        for shop, day, (totals, report) in zip(shops, days, found, strict=True):
            totals.of(lambda shop=shop, day=day: read_totals(shop, day))
            report.of(lambda shop=shop, day=day: reports.figures(shop, day))
    for shop in shops:
        shop.close()
    return found


def read_totals(shop: OpenShop, day: str) -> object:
    """The day's totals from the rollup."""
    with shop.store.read() as tx:
        return tx.periods.totals(day)


def full_day(shop: OpenShop) -> str:
    """The date in the middle of the history."""
    with shop.store.read() as tx:
        dates = tx.periods.dates()
    return dates[len(dates) // 2][0]


def ballast(path: Path, receipts: int) -> None:
    """Older receipts that only lie there: documents with a short body, and the totals of their days."""
    with dbapi2.connect(str(path), isolation_level=None) as raw:
        raw.execute("BEGIN")
        known = raw.execute("SELECT count(*) FROM document").fetchone()[0]
        missing = max(0, receipts - known)
        days = [(_OLDEST + timedelta(days=n)).isoformat() for n in range(-(-missing // A_DAY))]
        add_receipts(raw, days, missing)
        pattern = raw.execute("SELECT business_date FROM period_total ORDER BY count DESC LIMIT 1").fetchone()[0]
        raw.executemany(
            "INSERT INTO period_total SELECT store, register, ?, run, entry, side, slot, key, department, reason, "
            "tax_code, party, cents, count FROM period_total WHERE business_date = ?",
            [(day, pattern) for day in days],
        )
        raw.executemany("INSERT INTO period VALUES (1, 1, ?, 1, 'history')", [(day,) for day in days])
        raw.execute("COMMIT")
    raw.close()


def add_receipts(raw: Any, days: list[str], count: int) -> None:
    """A thousand receipts on each of these days."""
    raw.executemany(
        "INSERT INTO document VALUES (?, 1, 9, ?, 'sale', 'receipt', ?, 0, ?, 1, '', '', '', ?, '{}', '')",
        ((f"{n:032x}", n, n, days[(n - 1) // A_DAY], n % 9_000) for n in range(1, count + 1)),
    )
