"""Killed with -9 at random moments while it sends, to a company that drops connections before and after the commit."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retailpos.actions.check import check_shop
from retailpos.store.store import Store
from tests.exchange.trading import POSTING, Trading

LONG = bool(os.environ.get("RETAILPOS_LONG"))
KILLS = 300 if LONG else 30


class Senders:
    """Children that send, one after the other."""

    def __init__(self, plan: dict[str, str]) -> None:
        self._plan = json.dumps(plan) + "\n"
        here = Path(__file__).with_name("sending_child.py")
        self._parent = subprocess.Popen(
            [sys.executable, str(here)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def run(self, seconds: float) -> bool:
        """Let a child send for a while, then kill it; True where it ended by itself before that."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(self._plan)
        child = int(self._parent.stdout.readline())
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return int(self._parent.stdout.readline()) == 0

    def close(self) -> None:
        """No more children."""
        self._parent.communicate("", timeout=10)


def plan_of(trading: Trading) -> dict[str, str]:
    kept, app = trading.link.kept, trading.link.app
    return {
        "file": str(trading.file),
        "url": trading.link.base_url,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "discovery": app.discovery,
        **{name: kept.get(name) for name in ("realm", "access", "refresh")},
    }


@pytest.mark.timeout(900)
def test_every_day_arrives_once_however_often_the_sender_is_killed(trading: Trading) -> None:
    days = [f"2026-{1 + n // 28:02d}-{1 + n % 28:02d}" for n in range(KILLS)]
    for day in days:
        trading.sell_and_close(day)
    trading.close()
    dice = random.Random(20260302)
    kinds = ["drop_before", "drop_after_commit", "cut_reply"]
    trading.company.switch("faults", {"random": {"rate": 0.15, "seed": 5, "kinds": kinds, "match": POSTING}})
    senders = Senders(plan_of(trading))
    kills = sum(not senders.run(dice.uniform(0.02, 0.2)) for _ in range(KILLS))
    trading.company.switch("faults", {"off": True})
    for _ in range(100):
        if senders.run(10 if LONG else 4):
            break
    senders.close()
    assert kills >= KILLS // 3, "too few children were killed at work for this to say anything"
    store = Store(trading.file)
    with store.read() as tx:
        assert {row.state for row in tx.outbox.rows()} == {"verified"}
        assert len(tx.outbox.rows()) == len(days)
    assert check_shop(store) == ()
    store.close()
    assert [len(trading.entries(day)) for day in days] == [1] * len(days)
