"""Whatever dies at whatever moment: one entry a day. And the weaker ways of sending are caught by the same look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from retailpos.actions.exchange import OutboxDesk
from retailpos.actions.restore import accept_restored
from retailpos.actions.shop import open_shop
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.sender import Sender
from tests.exchange.trading import DAY, PACE, POSTING, Trading
from tests.exchange.weak_senders import NewKeys, NoLookUp


class Died(BaseException):
    """The program stopped here."""


class DyingDesk(OutboxDesk):
    """The real desk of a program that dies at its n-th step, before or after the step is on the disk."""

    def __init__(self, trading: Trading, step: int, *, kept: bool) -> None:
        super().__init__(trading.stage.shop, "")
        self._left, self._kept = step, kept

    def save(self, row: OutboxRow) -> None:
        """Keep the row, or die."""
        self._left -= 1
        if self._left == 0 and not self._kept:
            raise Died
        super().save(row)
        if self._left == 0:
            raise Died


@pytest.mark.parametrize(
    "fault",
    [
        "",
        "drop_before",
        "drop_after_commit",
        "cut_reply",
        "empty_reply",
        "500_before",
        "502_after",
        "200_fault",
        "html_login",
        "6000_wait_saved",
        "6000_wait_unsaved",
        "429",
        "401",
    ],
)
@pytest.mark.parametrize("kept", [False, True])
def test_dying_at_every_step_leaves_one_entry(trading: Trading, fault: str, kept: bool) -> None:
    trading.sell_and_close()
    if fault:
        trading.fault(fault)
    for step in range(1, 4):
        client = trading.link.client()
        sender = Sender(client, DyingDesk(trading, step, kept=kept), trading.stage.shop.now_ms, pace=PACE)
        with pytest.raises(Died):
            keep_sending(sender, trading, step + 1)
        client.close()
    assert trading.later() == ("verified", "")
    assert len(trading.entries()) == 1


def keep_sending(sender: Sender, trading: Trading, times: int) -> None:
    for _ in range(times):
        sender.send(trading.row())
        trading.stage.clock.moment += timedelta(minutes=10)


def backed_up(trading: Trading, story: str) -> None:
    """A backup is made, the day goes on and is sent; then the backup is put back in its place."""
    backup = trading.file.with_suffix(".backup")
    trading.stage.shop.store.backup(backup)
    trading.play(story)
    assert trading.send() == ("verified", "")
    trading.close()
    for extra in ("-wal", "-shm"):
        Path(f"{trading.file}{extra}").unlink(missing_ok=True)
    shutil.move(backup, trading.file)
    stage = trading.stage
    shop = open_shop(trading.file, stage.clock, stage.ids, accept_older=True)
    accept_restored(shop)
    shop.close()
    trading.reopen()


def test_after_a_restored_backup_the_same_day_is_found_and_not_sent_again(trading: Trading) -> None:
    trading.play(f"at {DAY} 10:00\nsale\n  open-item 10.00\n  pay check")
    backed_up(trading, "close day")
    trading.play("close day")
    assert trading.send() == ("verified", "")
    assert len(trading.entries()) == 1


def test_after_a_restored_backup_a_day_that_differs_needs_a_person(trading: Trading) -> None:
    trading.play(f"at {DAY} 10:00\nsale\n  open-item 10.00\n  pay check")
    backed_up(trading, "sale\n  open-item 3.00\n  pay check\nclose day")
    trading.play("close day")
    assert trading.send() == ("rejected", "other_entry_has_this_number")
    assert len(trading.entries()) == 1


FAULTS = ("drop_before", "drop_after_commit", "cut_reply", "502_after", "500_before", "html_login")


def sent_once(trading: Trading, kind: Callable[..., Sender], seed: int) -> bool:
    """Ten days through faults by dice, the company forgetting its keys as it does in time: each there exactly once."""
    days = [f"2026-03-{day:02d}" for day in range(2, 12)]
    for day in days:
        trading.sell_and_close(day)
    plan = {"rate": 0.4, "seed": seed, "kinds": list(FAULTS), "match": POSTING}
    trading.company.switch("faults", {"random": plan})
    for _ in range(12):
        trading.stage.clock.moment += timedelta(minutes=10)
        client = trading.link.client()
        sender = kind(client, OutboxDesk(trading.stage.shop, ""), trading.stage.shop.now_ms, pace=PACE)
        for day in days:
            if trading.row(day).state in ("ready", "unknown", "sending", "posted"):
                sender.send(trading.row(day))
        client.close()
        trading.company.switch("forget")
    trading.company.switch("faults", {"off": True})
    states = [trading.state(day)[0] == "verified" for day in days]
    return all(states) and all(len(trading.entries(day)) == 1 for day in days)


def test_through_faults_by_dice_every_day_arrives_once(trading: Trading) -> None:
    assert sent_once(trading, Sender, seed=7)


@pytest.mark.parametrize("weak", [NoLookUp, NewKeys])
def test_weaker_ways_of_sending_are_caught(trading: Trading, weak: type[Sender]) -> None:
    trading.company.switch("set", {"WarnDuplicateJournalNumber": "false"})
    try:
        assert not sent_once(trading, weak, seed=7)
    finally:
        trading.company.switch("set", {"WarnDuplicateJournalNumber": "true"})
