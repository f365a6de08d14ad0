"""What somebody does in QuickBooks to a sent day: the daily look sees it, and each answer leads to a verified day."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from retailpos.actions import drift, exchange
from retailpos.actions.books import day_state
from retailpos.actions.exchange import books_there
from retailpos.actions.worker import ExchangeWorker, Sent, Timing
from retailpos.core.errors import Refusal
from retailpos.core.outbox import OutboxRow
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.trading import DAY, PACE, Trading

ANSWERS: dict[str, Callable[..., tuple[OutboxRow, ...]]] = {
    "restore ours": exchange.restore_ours,
    "accept theirs": exchange.accept_theirs,
    "adjust": drift.adjust,
}


@pytest.fixture(scope="module", params=["US", "strict"])
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company of its own, whose accounts nobody else moves."""
    process = start_company(tmp_path_factory.mktemp("drift") / "company.db", str(request.param))
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    yield process
    process.stop()


@pytest.fixture(scope="module")
def codes() -> Iterator[str]:
    return (f"{first}{letter}" for first in "DEF" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.fixture
def shop(books: CompanyProcess, tmp_path: Path, codes: Iterator[str]) -> Iterator[Trading]:
    """A shop with one day sent and verified."""
    code = next(codes)
    trading = Trading(tmp_path / "drift.shop", code, books, seed=sum(code.encode()) + 7000)
    trading.sell_and_close()
    assert trading.send() == ("verified", "")
    yield trading
    books.switch("faults", {"off": True})
    trading.close()


def look(shop: Trading) -> list[tuple[str, str]]:
    """The look of the day: (number, state) of what changed."""
    return [(row.doc_number, row.state) for row in drift.look(shop.stage.shop)]


def edited(shop: Trading, cents: int = 100) -> None:
    """Somebody makes the day's entry larger."""
    told = shop.company.switch("edit", {"id": shop.row().quickbooks_id, "cents": cents})
    assert "Id" in told, told


def deleted(shop: Trading) -> None:
    """Somebody takes the day's entry out."""
    shop.company.switch("delete", {"kind": "JournalEntry", "id": shop.row().quickbooks_id})


def line_added(shop: Trading) -> None:
    """Somebody adds two lines to the day's entry."""
    entry = shop.entries()[0]
    bank = shop.company.switch("rename", {"name": "Checking", "to": "Checking"})["Id"]
    fees = shop.company.switch("rename", {"name": "Merchant Fees", "to": "Merchant Fees"})["Id"]
    more = [
        {
            "Amount": 2.5,
            "DetailType": "JournalEntryLineDetail",
            "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": account}},
        }
        for side, account in (("Debit", fees), ("Credit", bank))
    ]
    told = shop.company.switch("edit", {"id": entry["Id"], "set": {"Line": [*entry["Line"], *more]}})
    assert "Id" in told, told


CHANGES: dict[str, Callable[[Trading], None]] = {"edited": edited, "line added": line_added, "deleted": deleted}


def attempts(shop: Trading) -> int:
    with shop.stage.shop.store.read() as tx:
        return len(tx.outbox.attempts(shop.number()))


@pytest.mark.parametrize("how", CHANGES)
@pytest.mark.parametrize("looked_before", [False, True])
def test_the_look_sees_what_was_done_there(shop: Trading, how: str, looked_before: bool) -> None:
    if looked_before:
        assert look(shop) == []
    CHANGES[how](shop)
    state = "missing" if how == "deleted" else "changed-in-quickbooks"
    assert look(shop) == [(shop.number(), state)]
    assert shop.state()[0] == state
    assert look(shop) == [], "it is told once"


def test_a_look_that_finds_nothing_writes_nothing(shop: Trading) -> None:
    before = attempts(shop)
    assert (look(shop), look(shop)) == ([], [])
    assert attempts(shop) == before


def test_what_is_mended_there_is_verified_again(shop: Trading) -> None:
    look(shop)
    edited(shop)
    assert look(shop) == [(shop.number(), "changed-in-quickbooks")]
    edited(shop, -100)
    assert look(shop) == [(shop.number(), "verified")]


def test_days_older_than_five_weeks_are_left_alone(shop: Trading) -> None:
    edited(shop)
    shop.stage.clock.moment += timedelta(days=36)
    assert look(shop) == []
    assert shop.state() == ("verified", "")


def test_a_look_too_long_ago_reads_the_days_again(shop: Trading) -> None:
    look(shop)
    with shop.stage.shop.store.write() as tx:
        tx.lists.set_meta(f"drift_mark/{shop.row().company}", "2020-01-01T00:00:00-08:00")
    deleted(shop)
    assert look(shop) == [(shop.number(), "missing")]


def test_the_look_is_made_once_a_day(shop: Trading) -> None:
    assert drift.look_once_a_day(shop.stage.shop) == ()
    edited(shop)
    assert drift.look_once_a_day(shop.stage.shop) == ()
    shop.stage.clock.moment += timedelta(days=1)
    assert [row.state for row in drift.look_once_a_day(shop.stage.shop)] == ["changed-in-quickbooks"]


def test_the_worker_looks_by_itself(shop: Trading) -> None:
    edited(shop)
    told: list[Sent] = []
    seen = threading.Event()

    def report(sent: Sent) -> None:
        told.append(sent)
        if any(row.state == "changed-in-quickbooks" for row in sent.rows):
            seen.set()

    stage = shop.stage
    worker = ExchangeWorker(
        shop.file, shop.link, report, clock=stage.clock, ids=stage.ids, timing=Timing(every=0.05, pace=PACE)
    )
    worker.by_itself = True
    worker.start()
    try:
        assert seen.wait(20), told
    finally:
        worker.stop()
    assert shop.state()[0] == "changed-in-quickbooks"


@pytest.mark.parametrize("how", CHANGES)
@pytest.mark.parametrize("answer", ANSWERS)
def test_each_answer_leads_to_a_verified_day(shop: Trading, how: str, answer: str) -> None:
    sent = books_there(shop.stage.shop)
    CHANGES[how](shop)
    look(shop)
    theirs = books_there(shop.stage.shop)
    assert theirs != sent
    ANSWERS[answer](shop.stage.shop, DAY, by="owner")
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert books_there(shop.stage.shop) == (theirs if answer == "accept theirs" else sent)
    exchange.verify_day(shop.stage.shop, DAY)
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert look(shop) == []


def test_the_difference_is_written_out_before_it_is_sent(shop: Trading) -> None:
    edited(shop, 250)
    look(shop)
    before = books_there(shop.stage.shop)
    (one,) = drift.adjustments(shop.stage.shop, DAY)
    assert one.doc_number == shop.number()
    lines = sorted((line.side, abs(line.cents), line.account) for line in one.lines)
    assert lines == [("Cr", 250, "Undeposited Funds"), ("Dr", 250, "Merchandise Sales")]
    assert books_there(shop.stage.shop) == before
    ours, beside = drift.adjust(shop.stage.shop, DAY, by="owner", pace=PACE)
    assert (ours.reason, ours.said) == ("adjusted", beside.doc_number)
    assert (beside.doc_number, beside.state) == (shop.number().replace("-S1", "-A1"), "verified")
    there = shop.numbered(beside.doc_number)[0]
    assert there["PrivateNote"].startswith(f"Adjusts {shop.number()}. ")
    assert {line["Amount"] for line in there["Line"]} == {2.5}


@pytest.mark.parametrize("fault", ["drop_before", "drop_after_commit", "6000_wait_saved", "500_before"])
def test_an_adjusting_entry_nobody_knows_of_arrives_once(shop: Trading, fault: str) -> None:
    sent = books_there(shop.stage.shop)
    edited(shop)
    look(shop)
    shop.fault(fault)
    beside = drift.adjust(shop.stage.shop, DAY, pace=PACE)[1]
    assert day_state(shop.stage.shop, DAY) == "unknown"
    shop.later()
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert len(shop.numbered(beside.doc_number)) == 1
    assert books_there(shop.stage.shop) == sent


def test_a_day_adjusted_twice_has_two_adjusting_entries(shop: Trading) -> None:
    sent = books_there(shop.stage.shop)
    for cents in (100, 300):
        edited(shop, cents)
        look(shop)
        drift.adjust(shop.stage.shop, DAY, pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert books_there(shop.stage.shop) == sent
    head = shop.number().replace("-S1", "-A1")
    assert [len(shop.numbered(number)) for number in (head, f"{head}-2", f"{head}-3")] == [1, 1, 0]


def test_an_adjusting_entry_that_is_edited_is_seen_and_mended(shop: Trading) -> None:
    edited(shop)
    look(shop)
    beside = drift.adjust(shop.stage.shop, DAY, pace=PACE)[1]
    shop.company.switch("edit", {"id": beside.quickbooks_id, "cents": 50})
    assert look(shop) == [(beside.doc_number, "changed-in-quickbooks")]
    exchange.restore_ours(shop.stage.shop, DAY)
    assert day_state(shop.stage.shop, DAY) == "verified"


def test_a_form_chosen_later_leaves_an_adjusting_entry_that_waits(shop: Trading) -> None:
    edited(shop)
    look(shop)
    shop.fault("429")
    drift.adjust(shop.stage.shop, DAY, pace=PACE)
    before = day_state(shop.stage.shop, DAY)
    shop.play("form sales-receipt")
    assert day_state(shop.stage.shop, DAY) == before == "ready"
    shop.later()
    assert day_state(shop.stage.shop, DAY) == "verified"


def test_what_comes_back_after_its_loss_was_accepted_is_seen(shop: Trading) -> None:
    entry = shop.entries()[0]
    deleted(shop)
    look(shop)
    exchange.accept_theirs(shop.stage.shop, DAY)
    assert shop.state() == ("verified", "accepted_theirs")
    again: dict[str, Any] = {name: entry[name] for name in ("DocNumber", "TxnDate")}
    lines = [{**line, "Amount": 99.0} for line in entry["Line"]]
    shop.company.switch("write", {"kind": "JournalEntry", "body": {**again, "Line": lines}})
    exchange.verify_day(shop.stage.shop, DAY)
    assert shop.state()[0] == "changed-in-quickbooks"


def test_only_words_changed_there_need_no_entry_beside(shop: Trading) -> None:
    lines = [{**line, "Description": "Reworded"} for line in shop.entries()[0]["Line"]]
    shop.company.switch("edit", {"id": shop.row().quickbooks_id, "set": {"Line": lines}})
    look(shop)
    assert drift.adjustments(shop.stage.shop, DAY)[0].lines == ()
    assert [row.state for row in drift.adjust(shop.stage.shop, DAY)] == ["verified"]


def test_what_moved_to_another_date_is_not_adjusted(shop: Trading) -> None:
    shop.company.switch("edit", {"id": shop.row().quickbooks_id, "set": {"TxnDate": "2026-03-05"}})
    look(shop)
    with pytest.raises(Refusal, match="moved_in_quickbooks"):
        drift.adjust(shop.stage.shop, DAY)
    assert shop.state()[0] == "changed-in-quickbooks"


def test_a_day_nobody_touched_is_not_adjusted(shop: Trading) -> None:
    with pytest.raises(Refusal, match="nothing_to_mend"):
        drift.adjust(shop.stage.shop, DAY)
