"""Slow answers, late work, forgotten keys, another's answer, a copied file, a clock that was wrong: still one entry."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

from retailpos.actions import exchange
from retailpos.actions.shop import open_shop
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.sender import Sender
from tests.exchange.trading import DAY, PACE, Trading

# Seconds that the tests' own patience lasts, and for which the company holds a line: longer than that.
PATIENCE, HELD = 1, 2


def test_an_answer_slower_than_our_patience_is_waited_out_and_found(trading: Trading) -> None:
    trading.sell_and_close()
    trading.stage.shop.exchange = replace(trading.link, times=(5, PATIENCE))
    trading.fault(f"hold_after:{HELD}")
    assert trading.send() == ("unknown", "no_answer")
    assert trading.send() == ("verified", ""), "it is there already: found at once, at a person's word"
    assert len(trading.entries()) == 1


def test_what_is_taken_only_after_we_gave_up_is_not_sent_beside_it(trading: Trading) -> None:
    trading.sell_and_close()
    trading.stage.shop.exchange = replace(trading.link, times=(5, PATIENCE))
    trading.fault(f"slow:{HELD}")
    assert trading.send()[0] == "unknown"
    first = trading.row()
    assert trading.send()[0] == "unknown", "not even at a person's word: the first request may still be at work"
    assert (trading.row().attempts, trading.row().request_id) == (first.attempts, first.request_id)
    time.sleep(HELD)
    assert trading.later(seconds=131) == ("verified", "")
    assert trading.row().attempts == first.attempts, "found, and not sent again"
    assert len(trading.entries()) == 1


class UnderAnother(Sender):
    """A sender that takes another document's key for its own."""

    key = ""

    def _post(self, row: OutboxRow) -> OutboxRow:
        return super()._post(replace(row, request_id=self.key))


def test_another_requests_answer_is_none(trading: Trading) -> None:
    trading.sell_and_close()
    trading.sell_and_close("2026-03-03")
    assert trading.send("2026-03-03") == ("verified", "")
    shop, client = trading.stage.shop, trading.link.client()
    sender = UnderAnother(client, exchange.OutboxDesk(shop, ""), shop.now_ms, pace=PACE)
    # The company gives the answer that it kept for the other day.
    sender.key = trading.row("2026-03-03").request_id
    sender.send(trading.row())
    client.close()
    assert trading.state() == ("unknown", "answer_of_another_request")
    assert trading.later() == ("verified", "")
    assert [len(trading.entries()), len(trading.entries("2026-03-03"))] == [1, 1]


def test_a_twin_of_the_file_sends_nothing_twice(trading: Trading) -> None:
    trading.sell_and_close()
    twin = trading.file.with_name("twin.shop")
    trading.stage.shop.store.backup(twin)
    assert trading.send() == ("verified", "")
    other = open_shop(twin, trading.stage.clock, trading.stage.ids, exchange=trading.link)
    (row,) = exchange.send_day(other, DAY, pace=PACE)
    other.close()
    assert (row.state, row.quickbooks_id) == ("verified", trading.row().quickbooks_id)
    assert len(trading.entries()) == 1


def test_a_clock_that_was_a_year_ahead_leaves_nothing_waiting(trading: Trading) -> None:
    trading.sell_and_close()
    shop, year = trading.stage.shop, timedelta(days=365)
    trading.stage.clock.moment += year
    with shop.store.write() as tx:
        # A program on a computer whose name is not ours holds the lease, and was never heard of again.
        tx.outbox.take_lease(trading.link.kept.get("realm"), "elsewhere/1", now=shop.now_ms(), until=shop.now_ms() + 1)
    trading.stage.clock.moment += timedelta(seconds=1)
    trading.fault("drop_before")
    assert trading.send()[0] == "unknown"
    trading.stage.clock.moment -= year
    with shop.store.write() as tx:
        far = shop.now_ms() + 300_000_000
        tx.outbox.take_lease(trading.link.kept.get("realm"), "elsewhere/1", now=shop.now_ms(), until=far)
    assert trading.later(seconds=1) == ("verified", "")
    assert len(trading.entries()) == 1


def test_a_key_that_the_company_forgot_is_made_up_for_by_the_look(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("drop_after_commit")
    assert trading.send()[0] == "unknown"
    trading.company.switch("forget")
    trading.company.switch("set", {"WarnDuplicateJournalNumber": "false"})
    try:
        assert trading.later() == ("verified", "")
    finally:
        trading.company.switch("set", {"WarnDuplicateJournalNumber": "true"})
    assert len(trading.entries()) == 1
