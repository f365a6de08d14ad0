"""A range of days sent from the window: told day by day, stopped after the day under way, and gone on with."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from retailpos.core.outbox import READY, VERIFIED
from retailpos.exchange.online.turns import Turns
from tests.exchange.trading import Trading
from tests.ui.day_helper import DeskWindow

DAYS = tuple(f"2026-03-{day:02d}" for day in range(2, 12))
STOP_AT = 3


def test_a_range_is_told_day_by_day_stopped_and_gone_on_with(trading: Trading, qtbot: QtBot) -> None:
    for day in DAYS:
        trading.sell_and_close(day)
    # Slow enough for a hand to stop it.
    trading.stage.shop.exchange = replace(trading.link, turns=Turns(40, 0))
    window = DeskWindow(trading.stage)
    qtbot.addWidget(window.shell)
    work = window.page("quickbooks")._work
    seen: list[tuple[int, int]] = []

    def follow() -> None:
        if work.running and work.whole:
            seen.append((work.done, work.whole))
        if work.done == STOP_AT:
            work.stop()

    work.changed.connect(follow)
    work.send(DAYS)
    qtbot.waitUntil(lambda: not work.running, timeout=30_000)
    work.changed.disconnect(follow)
    states = [trading.state(day)[0] for day in DAYS]
    sent = states.count(VERIFIED)
    assert STOP_AT <= sent < len(DAYS)
    assert states == [VERIFIED] * sent + [READY] * (len(DAYS) - sent), "no day was left half-way"
    assert seen == sorted(seen), "it never goes backwards"
    assert seen[-1] == (seen[-1][0], len(DAYS))
    work.send(DAYS[sent:])
    qtbot.waitUntil(lambda: not work.running, timeout=30_000)
    assert [trading.state(day)[0] for day in DAYS] == [VERIFIED] * len(DAYS)
    assert [len(trading.entries(day)) for day in DAYS] == [1] * len(DAYS)
    assert window.told == []
