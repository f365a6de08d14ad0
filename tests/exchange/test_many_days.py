"""Many unsent days in one run: told one by one, stopped and gone on with, below the limits, in the same memory."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from retailpos.actions.check import check_shop
from retailpos.actions.exchange import Watch, send_waiting
from retailpos.core.outbox import READY, VERIFIED, OutboxRow
from retailpos.exchange.online.turns import PER_MINUTE, PER_SECOND, Turns
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.trading import PACE, Trading

LONG = bool(os.environ.get("RETAILPOS_LONG"))
MANY = 366 if LONG else 30
# In the short form the company takes five times as much, and it is asked five times as fast.
TIMES = 1 if LONG else 5
WARM, MOST_GROWTH = 10, 1.15


class Measured:
    """A stop-watch that stands still but for the waits, and says when each turn came."""

    def __init__(self) -> None:
        self.now = 0
        self.turns: list[int] = []

    def rest(self, milliseconds: int) -> None:
        """Time passes by waiting."""
        self.now += milliseconds

    def take(self, turns: Turns) -> None:
        """One request."""
        turns.wait()
        self.turns.append(self.now)

    def most_within(self, milliseconds: int) -> int:
        """The most turns that came within so long."""
        return max(sum(1 for at in self.turns if first <= at < first + milliseconds) for first in set(self.turns))


@pytest.mark.parametrize("pause", [0, 40, 700])
def test_turns_never_come_faster_than_they_may(pause: int) -> None:
    watch, dice = Measured(), random.Random(pause)
    turns = Turns(elapsed=lambda: watch.now, rest=watch.rest)
    for _ in range(1200):
        watch.now += dice.randint(0, pause)
        watch.take(turns)
    assert watch.most_within(1_000) <= PER_SECOND
    assert watch.most_within(60_000) <= PER_MINUTE
    if not pause:
        assert watch.most_within(60_000) == PER_MINUTE, "no slower than need be"


class Onlooker(Watch):
    """Reads the progress, and stops the run after so many documents."""

    def __init__(self, stop_after: int = 10**6) -> None:
        self.left = stop_after
        self.seen: list[tuple[int, int]] = []
        self.memory: list[int] = []

    def goes_on(self) -> bool:
        """Until so many were sent."""
        return self.left > 0

    def sent(self, row: OutboxRow, *, done: int, whole: int) -> None:
        """Keep what was told, and how much memory there is in use."""
        assert row.state == VERIFIED, (row.state, row.reason)
        self.left -= 1
        self.seen.append((done, whole))
        self.memory.append(pages_in_use())


def pages_in_use() -> int:
    """The memory that this program has, in pages."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


@pytest.fixture
def limited(tmp_path: Path) -> Iterator[CompanyProcess]:
    """A company that counts what is asked of it, and refuses what is too much."""
    process = start_company(tmp_path / "company.db")
    process.connect()
    process.switch("limits", {"per_second": 10 * TIMES, "per_minute": 500 * TIMES})
    yield process
    process.stop()


@pytest.fixture
def trading(limited: CompanyProcess, tmp_path: Path) -> Iterator[Trading]:
    """A shop that sends to it."""
    made = Trading(tmp_path / "many.shop", "MNY", limited, seed=366)
    yield made
    made.close()


@pytest.mark.timeout(1800 if LONG else 120)
def test_many_unsent_days_go_out_in_one_run(limited: CompanyProcess, trading: Trading) -> None:
    days = [(date(2025, 3, 1) + timedelta(days=n)).isoformat() for n in range(MANY)]
    for day in days:
        trading.sell_and_close(day)
    limited.switch("set", {"rate_limits": "true"})
    shop = trading.stage.shop
    shop.exchange = replace(trading.link, turns=Turns(PER_SECOND * TIMES, PER_MINUTE * TIMES))
    first, rest = Onlooker(stop_after=MANY // 3), Onlooker()
    send_waiting(shop, pace=PACE, watch=first)
    assert first.seen == [(n, MANY) for n in range(1, MANY // 3 + 1)]
    with shop.store.read() as tx:
        assert [row.state for row in tx.outbox.rows()] == [VERIFIED] * (MANY // 3) + [READY] * (MANY - MANY // 3)
    send_waiting(shop, pace=PACE, watch=rest)
    assert rest.seen[-1] == (MANY - MANY // 3, MANY - MANY // 3)
    asked = limited.switch("limits")
    limited.switch("set", {"rate_limits": "false"})
    growth = rest.memory[-1] / first.memory[WARM - 1]
    print(f"{MANY} days: {asked}, memory {growth:.3f} times")  # noqa: T201  # the figures are the result
    assert asked["refused"] == 0
    assert asked["requests"] >= 4 * MANY
    assert growth < MOST_GROWTH
    assert [len(trading.entries(day)) for day in days] == [1] * MANY
    assert check_shop(shop.store) == ()
