"""A sent day put right: written anew in place, adjusted beside, taken back and sent anew; the books follow each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.actions import correct, drift
from retailpos.actions.books import day_state, map_slot, set_form
from retailpos.actions.exchange import books_there, client_of, send_day
from retailpos.core.errors import Refusal
from retailpos.exchange.forms import JOURNAL_ENTRY, SALES_RECEIPT
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.trading import DAY, PACE, Trading

OLD, NEW = "Merchandise Sales:Toys", "Merchandise Sales:Games"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company of its own."""
    process = start_company(tmp_path_factory.mktemp("correct") / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false", "CustomTxnNumbers": "true"})
    yield process
    process.stop()


@pytest.fixture(scope="module")
def codes() -> Iterator[str]:
    return (f"{first}{letter}" for first in "RST" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.fixture(params=[JOURNAL_ENTRY, SALES_RECEIPT])
def shop(
    books: CompanyProcess, tmp_path: Path, codes: Iterator[str], request: pytest.FixtureRequest
) -> Iterator[Trading]:
    """A shop in either form with one day of toys sent and verified, and toys mapped anew since."""
    code = next(codes)
    trading = Trading(tmp_path / "correct.shop", code, books, seed=sum(code.encode()) + 9000)
    trading.play("department Toys\ndepartment Food")
    set_form(trading.stage.till(), form=str(request.param))
    trading.sell_and_close(department="Toys")
    sent = send_day(trading.stage.shop, DAY, pace=PACE)
    assert {row.state for row in sent} == {"verified"}
    yield trading
    books.switch("faults", {"off": True})
    trading.close()


def map_anew(trading: Trading) -> None:
    toys = next(d.id for d in trading.stage.shop.listed.departments.values() if d.name == "Toys")
    map_slot(trading.stage.till(), "sales", toys, NEW)


def moved(trading: Trading, before: dict[str, int]) -> dict[str, int]:
    """What moved in the company's books since."""
    after = books_there(trading.stage.shop)
    return {
        name: after.get(name, 0) - before.get(name, 0)
        for name in {*before, *after}
        if after.get(name, 0) != before.get(name, 0)
    }


def written(found: tuple[correct.Written, ...]) -> dict[str, int]:
    return {line.account: line.cents for one in found for line in one.lines}


def test_a_day_that_would_be_booked_the_same_has_nothing_to_correct(shop: Trading) -> None:
    assert [one.lines for one in correct.differences(shop.stage.shop, DAY)] == [()]
    for act in (correct.replace_in_place, correct.adjust_sent):
        with pytest.raises(Refusal, match="nothing_differs"):
            act(shop.stage.shop, DAY)


@pytest.mark.parametrize("way", [correct.replace_in_place, correct.adjust_sent])
def test_the_difference_is_written_out_and_then_stands_there(shop: Trading, way: object) -> None:
    before = books_there(shop.stage.shop)
    map_anew(shop)
    told = written(correct.differences(shop.stage.shop, DAY))
    assert told == {OLD: 1000, NEW: -1000}
    assert moved(shop, before) == {}, "looking sends nothing"
    assert callable(way)
    way(shop.stage.shop, DAY, by="owner")
    assert moved(shop, before) == told
    assert day_state(shop.stage.shop, DAY) == "verified"


def test_replacing_keeps_the_document_and_adjusting_adds_one(shop: Trading) -> None:
    map_anew(shop)
    first = shop.row().quickbooks_id
    correct.replace_in_place(shop.stage.shop, DAY)
    assert (shop.row().quickbooks_id, shop.row().sync_token) == (first, "1")
    with shop.stage.shop.store.read() as tx:
        assert len(tx.outbox.of_day(DAY)) == 1


def test_what_quickbooks_refuses_to_replace_stands_as_it_was(shop: Trading) -> None:
    map_anew(shop)
    assert correct.differences(shop.stage.shop, DAY)[0].lines, "and what it needs is made by now"
    before = books_there(shop.stage.shop)
    shop.fault("code:6540", match="requestid")
    correct.replace_in_place(shop.stage.shop, DAY)
    assert shop.state() == ("verified", "fault_6540")
    assert moved(shop, before) == {}
    assert written(correct.differences(shop.stage.shop, DAY)) == {OLD: 1000, NEW: -1000}


def test_a_replacement_without_an_answer_is_proved_by_reading_it_back(shop: Trading) -> None:
    map_anew(shop)
    assert correct.differences(shop.stage.shop, DAY)[0].lines, "and what it needs is made by now"
    shop.fault("drop_after_commit", match="requestid")
    correct.replace_in_place(shop.stage.shop, DAY)
    assert shop.state()[0] == "posted"
    send_day(shop.stage.shop, DAY, pace=PACE)
    assert shop.state() == ("verified", "")
    assert written(correct.differences(shop.stage.shop, DAY)) == {}


def test_a_day_is_taken_back_and_sent_anew(shop: Trading) -> None:
    before = books_there(shop.stage.shop)
    told = written(correct.reversals(shop.stage.shop, DAY))
    assert told == {OLD: 1000, "Undeposited Funds": -1000}
    correct.reverse(shop.stage.shop, DAY, by="owner", pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "reversed"
    assert moved(shop, before) == told
    with pytest.raises(Refusal, match="nothing_sent"):
        correct.reverse(shop.stage.shop, DAY)
    map_anew(shop)
    correct.send_anew(shop.stage.shop, DAY, by="owner", pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert moved(shop, before) == {OLD: 1000, NEW: -1000}
    with shop.stage.shop.store.read() as tx:
        found = {row.doc_number.partition(f"{shop.code}-1-260302-")[2]: row.state for row in tx.outbox.of_day(DAY)}
    assert found == {"S1": "superseded", "V1": "verified", "S1-2": "verified"}
    correct.reverse(shop.stage.shop, DAY, pace=PACE)
    assert moved(shop, before) == {OLD: 1000, "Undeposited Funds": -1000}


def test_a_day_with_transfers_is_taken_back_whole(shop: Trading) -> None:
    day = "2026-03-05"
    till = shop.stage.till()
    before = books_there(shop.stage.shop)
    moves = f"""
at {day} 09:00
open float 100.00
sale
  open-item 80.00 department Toys
  pay cash
drop 50.00
close counted 130.00
"""
    shop.play(moves)
    set_form(till, transfers=True)
    shop.play("close day")
    sent = send_day(shop.stage.shop, day, pace=PACE)
    assert [row.state for row in sent] == ["verified"] * len(sent)
    assert any(row.paper.startswith("transfer/") for row in sent)
    assert moved(shop, before)
    correct.reverse(shop.stage.shop, day, pace=PACE)
    assert day_state(shop.stage.shop, day) == "reversed"
    assert moved(shop, before) == {}
    assert correct.send_anew(shop.stage.shop, day, pace=PACE)
    assert day_state(shop.stage.shop, day) == "verified"


def test_taking_back_with_no_answer_is_looked_up_and_never_done_twice(shop: Trading) -> None:
    before = books_there(shop.stage.shop)
    shop.fault("drop_after_commit")
    correct.reverse(shop.stage.shop, DAY, pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "unknown"
    send_day(shop.stage.shop, DAY, pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "reversed"
    assert moved(shop, before) == {OLD: 1000, "Undeposited Funds": -1000}


def test_what_was_edited_there_can_be_adjusted_in_either_form(shop: Trading) -> None:
    before = books_there(shop.stage.shop)
    row = shop.row()
    kind = "JournalEntry" if row.paper == "journal" else "SalesReceipt"
    if kind == "JournalEntry":
        change: dict[str, object] = {"cents": 250}
    else:
        with client_of(shop.stage.shop) as client:
            there = client.get(f"salesreceipt/{row.quickbooks_id}").body["SalesReceipt"]
        lines = [line for line in there["Line"] if line["DetailType"] == "SalesItemLineDetail"]
        for line in lines:
            sign = 1 if line["Amount"] > 0 else -1
            line["Amount"] = json.loads(f"{sign * 12}.50")
        change = {"set": {"Line": lines}}
    told = shop.company.switch("edit", {"kind": kind, "id": row.quickbooks_id, **change})
    assert "Id" in told, told
    assert [one.state for one in drift.look(shop.stage.shop)] == ["changed-in-quickbooks"]
    assert set(moved(shop, before).values()) == {250, -250}
    drift.adjust(shop.stage.shop, DAY, pace=PACE)
    assert day_state(shop.stage.shop, DAY) == "verified"
    assert moved(shop, before) == {}


def test_a_day_entered_by_hand_can_count_as_entered(shop: Trading, books: CompanyProcess) -> None:
    other = "2026-03-04"
    sales = str(books.switch("rename", {"name": OLD, "to": "Toys"})["Id"])
    bank = str(books.switch("rename", {"name": "Checking", "to": "Checking"})["Id"])
    lines = [
        {
            "Amount": 10.0,
            "DetailType": "JournalEntryLineDetail",
            "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": account}},
        }
        for side, account in (("Debit", bank), ("Credit", sales))
    ]
    made = books.switch("write", {"kind": "JournalEntry", "body": {"TxnDate": other, "Line": lines}})
    assert "Id" in made, made
    shop.sell_and_close(other, department="Toys")
    send_day(shop.stage.shop, other, pace=PACE)
    assert shop.state(other) == ("ready", "maybe_entered_by_hand")
    before = books_there(shop.stage.shop)
    correct.leave_to_theirs(shop.stage.shop, other, by="owner")
    assert day_state(shop.stage.shop, other) == "superseded"
    send_day(shop.stage.shop, other, pace=PACE)
    assert moved(shop, before) == {}
    books.switch("delete", {"kind": "JournalEntry", "id": made["Id"]})
