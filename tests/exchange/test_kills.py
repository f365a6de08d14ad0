"""Killed with -9 at random moments while it sends, to a company that drops connections before and after the commit."""

from __future__ import annotations

import os
import random

import pytest

from retailpos.actions.check import check_shop
from retailpos.store.store import Store
from tests.exchange.killed import Senders
from tests.exchange.trading import POSTING, Trading

LONG = bool(os.environ.get("RETAILPOS_LONG"))
KILLS = 300 if LONG else 30


@pytest.mark.timeout(900)
def test_every_day_arrives_once_however_often_the_sender_is_killed(trading: Trading) -> None:
    days = [f"2026-{1 + n // 28:02d}-{1 + n % 28:02d}" for n in range(KILLS)]
    for day in days:
        trading.sell_and_close(day)
    trading.close()
    dice = random.Random(20260302)
    kinds = ["drop_before", "drop_after_commit", "cut_reply"]
    trading.company.switch("faults", {"random": {"rate": 0.15, "seed": 5, "kinds": kinds, "match": POSTING}})
    senders = Senders(trading.plan())
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
