"""One of the works that run beside the register. Started by `load`; ends when its input says so."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.filled import item_of
from retailpos.actions import reports
from retailpos.actions.books import planned
from retailpos.actions.exchange import send_day
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.standing import busy
from retailpos.settings import give_way
from retailpos.stories.company_process import start_company

# So many that no step holds the file longer than 20 ms.
_IMPORTED = 20
_STOP = threading.Event()


@contextmanager
def reporting(path: Path, _folder: Path) -> Iterator[Callable[[int], object]]:
    """The figures and the busy hours of one date after the other, read beside the register."""
    shop = beside(path)
    with shop.store.read() as tx:
        dates = [date for date, _closed in tx.periods.dates()]
    yield lambda n: (reports.figures(shop, dates[n % len(dates)]), busy(shop, dates[n % len(dates)]))
    shop.store.close()


@contextmanager
def importing(path: Path, _folder: Path) -> Iterator[Callable[[int], object]]:
    """Items written again in small steps, each a transaction of its own, with a breath between."""
    shop = beside(path)
    with shop.store.read() as tx:
        known = tx.lists.count_items()

    def step(n: int) -> None:
        some = [item_of((n * _IMPORTED + k) % known) for k in range(_IMPORTED)]
        codes = {item.barcodes[0].zfill(14): item.id for item in some}
        with shop.store.write() as tx:
            tx.lists.put_items(some, codes)
        _STOP.wait(0.05)

    yield step
    shop.store.close()


@contextmanager
def sending(path: Path, folder: Path) -> Iterator[Callable[[int], object]]:
    """One date after the other made ready, sent to a practice company and read back."""
    company_file = folder / "company.db"
    company_file.unlink(missing_ok=True)
    company = start_company(company_file)
    shop = beside(path)
    shop.exchange = company.connect()
    with shop.store.write() as tx:
        tx.lists.set_meta("suggest_accounts", "1")
        dates = [date for date, closed in tx.periods.dates() if closed]

    def send(n: int) -> None:
        if n >= len(dates):
            _STOP.wait(0.5)
            return
        with shop.store.read() as tx:
            rows = planned(tx, shop, dates[n], ((1, 1, dates[n], 1),), chain_head="0" * 64)
            rows = () if tx.outbox.of_day(dates[n]) else rows
        with shop.store.write() as tx:
            for row in rows:
                tx.outbox.add(row)
        send_day(shop, dates[n])

    yield send
    shop.store.close()
    company.stop()


def beside(path: Path) -> OpenShop:
    """The file as a program beside the register opens it."""
    clock = SystemClock()
    return open_shop(path, clock, TimeOrderedIds(clock))


def main() -> None:
    """Do the work named first, again and again."""
    name, path, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    work = {"report": reporting, "import": importing, "send": sending}[name]
    # As the commands of the terminal do.
    give_way()
    threading.Thread(target=listen, daemon=True).start()
    with work(path, folder) as act:
        act(0)
        print("ready", flush=True)
        done = 0
        while not _STOP.is_set():
            act(done)
            done += 1
    print(done, flush=True)


def listen() -> None:
    """Wait for a line on the input."""
    sys.stdin.readline()
    _STOP.set()


if __name__ == "__main__":
    main()
