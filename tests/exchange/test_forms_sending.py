"""Days sent as sales receipts: each document arrives once, is proved, and is mended when somebody changes it."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
import requests

from retailpos.actions import books, exchange
from retailpos.core.document import Posting
from retailpos.core.errors import Trouble
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.sender import Sender
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence
from tests.exchange.trading import DAY, PACE, Trading

BOTH_SIDES = f"""
tender Visa kind card
item Cap price 10.00 department Apparel
form sales-receipt
at {DAY} 09:00
open float 100.00
customer Inn house-account 500.00
sale as "one"
  item Cap
  pay Visa
sale customer Inn
  open-item 7.00 department Apparel
  pay house-account
return of "one"
  item Cap x 1 reason "Scratched"
  refund cash
pay-account Inn check 5.00
close counted 88.00
close day
"""
KINDS = {"S1": "SalesReceipt", "X1": "RefundReceipt", "I1-1": "Invoice", "P1-1": "Payment", "J1": "JournalEntry"}


def rows(trading: Trading, date: str = DAY) -> dict[str, OutboxRow]:
    """The date's rows by the end of their number."""
    with trading.stage.shop.store.read() as tx:
        return {row.doc_number.split("-", 3)[3]: row for row in tx.outbox.of_day(date)}


def states(trading: Trading, date: str = DAY) -> dict[str, str]:
    return {end: row.state for end, row in rows(trading, date).items()}


def held(trading: Trading, entity: str, end: str, date: str = DAY) -> list[dict[str, Any]]:
    """What the company holds of a kind under a number, asked without any of the shop's own code."""
    under = "PaymentRefNum" if entity == "Payment" else "DocNumber"
    number = f"{trading.code}-1-{date[2:].replace('-', '')}-{end}"
    return asked(trading, f"select * from {entity} where {under} = '{number}'", entity)


def asked(trading: Trading, query: str, entity: str) -> list[dict[str, Any]]:
    reply = requests.get(
        f"{trading.company.url}/v3/company/{trading.link.kept.get('realm')}/query",
        params={"query": query, "minorversion": "75"},
        headers={"Authorization": f"Bearer {trading.token()}", "Accept": "application/json"},
        timeout=10,
    )
    found: list[dict[str, Any]] = reply.json()["QueryResponse"].get(entity, [])
    return found


def send(trading: Trading, date: str = DAY) -> dict[str, str]:
    exchange.send_day(trading.stage.shop, date, pace=PACE)
    return states(trading, date)


def close_to(trading: Trading, date: str, *, form: str = "sales-receipt", department: str = "Apparel") -> None:
    """A day with one sale, closed, in a form."""
    trading.play(f"form {form}")
    trading.sell_and_close(date, department=department)


def test_every_part_arrives_once_and_is_proved(trading: Trading) -> None:
    trading.play(BOTH_SIDES)
    assert send(trading) == dict.fromkeys(KINDS, "verified")
    for end, entity in KINDS.items():
        assert len(held(trading, entity, end)) == 1
    assert send(trading) == dict.fromkeys(KINDS, "verified")
    assert {end: len(held(trading, entity, end)) for end, entity in KINDS.items()} == dict.fromkeys(KINDS, 1)
    receipt = held(trading, "SalesReceipt", "S1")[0]
    assert (receipt["TotalAmt"], receipt["TxnTaxDetail"]["TotalTax"]) == (0, 0)


@pytest.mark.parametrize("fault", ["drop_after_commit", "6000_wait_saved", "500_before"])
def test_an_outcome_nobody_knows_ends_in_one_document(trading: Trading, fault: str) -> None:
    trading.play(BOTH_SIDES)
    for entity in KINDS.values():
        trading.fault(fault, match=f"/{entity.lower()}?requestid")
    assert send(trading) == dict.fromkeys(KINDS, "unknown")
    trading.stage.clock.moment = trading.stage.clock.moment.replace(hour=20)
    exchange.send_waiting(trading.stage.shop, pace=PACE)
    assert states(trading) == dict.fromkeys(KINDS, "verified")
    assert {end: len(held(trading, entity, end)) for end, entity in KINDS.items()} == dict.fromkeys(KINDS, 1)


def test_what_is_deleted_there_is_missing_and_can_be_put_back(trading: Trading) -> None:
    trading.play(BOTH_SIDES)
    send(trading)
    for end, row in rows(trading).items():
        trading.company.switch("delete", {"kind": KINDS[end], "id": row.quickbooks_id})
    exchange.verify_day(trading.stage.shop, DAY)
    assert states(trading) == dict.fromkeys(KINDS, "missing")
    exchange.restore_ours(trading.stage.shop, DAY)
    assert states(trading) == dict.fromkeys(KINDS, "verified")
    assert {end: len(held(trading, entity, end)) for end, entity in KINDS.items()} == dict.fromkeys(KINDS, 1)


def edited(trading: Trading, end: str) -> None:
    """Somebody in QuickBooks makes a document larger by 1.00."""
    found = held(trading, KINDS[end], end)[0]
    if end == "P1-1":
        change: dict[str, Any] = {"TotalAmt": found["TotalAmt"] + 1}
    else:
        lines = [dict(line) for line in found["Line"] if line["DetailType"] == "SalesItemLineDetail"]
        first, last = lines[0], lines[-1]
        first["Amount"] += 1
        if first is not last:
            last["Amount"] -= 1
        change = {"Line": lines}
    told = trading.company.switch("edit", {"kind": KINDS[end], "id": found["Id"], "set": change})
    assert "Id" in told, told


def figures(trading: Trading, end: str) -> tuple[list[Any], Any]:
    """The amounts of a document's lines, and its total."""
    found = held(trading, KINDS[end], end)[0]
    return [line.get("Amount") for line in found.get("Line", [])], found["TotalAmt"]


@pytest.mark.parametrize("answer", [exchange.restore_ours, exchange.accept_theirs])
def test_what_is_edited_there_is_seen_and_each_answer_leads_to_verified(trading: Trading, answer: Any) -> None:
    trading.play(BOTH_SIDES)
    send(trading)
    ends = ("S1", "X1", "I1-1", "P1-1")
    before = {end: figures(trading, end) for end in ends}
    for end in ends:
        edited(trading, end)
    exchange.verify_day(trading.stage.shop, DAY)
    assert states(trading) == {**dict.fromkeys(ends, "changed-in-quickbooks"), "J1": "verified"}
    answer(trading.stage.shop, DAY)
    exchange.verify_day(trading.stage.shop, DAY)
    assert states(trading) == dict.fromkeys(KINDS, "verified")
    restored = [end for end in ends if figures(trading, end) == before[end]]
    assert restored == (list(ends) if answer is exchange.restore_ours else [])


def test_items_are_found_again_and_never_changed(trading: Trading) -> None:
    department = f"Hats-{trading.code}"
    query = f"select * from Item where Name like 'POS sales {department}%' and Active in (true,false)"
    close_to(trading, DAY, department=department)
    assert send(trading) == {"S1": "verified"}
    first = asked(trading, query, "Item")
    close_to(trading, "2026-03-03", department=department)
    assert send(trading, "2026-03-03") == {"S1": "verified"}
    assert asked(trading, query, "Item") == first
    trading.play(f'map "sales/{department}" "Hats Sold"')
    close_to(trading, "2026-03-04", department=department)
    assert send(trading, "2026-03-04") == {"S1": "verified"}
    second = asked(trading, query, "Item")
    assert [one for one in second if one["Id"] == first[0]["Id"]] == first
    assert sorted(one["IncomeAccountRef"]["name"] for one in second) == [
        "Hats Sold",
        f"Merchandise Sales:{department}",
    ]
    told = trading.company.switch("write", {"kind": "Item", "body": {**first[0], "Active": False}})
    assert "Id" in told, told
    trading.play(f'map "sales/{department}" "Merchandise Sales:{department}"')
    close_to(trading, "2026-03-05", department=department)
    assert send(trading, "2026-03-05") == {"S1": "verified"}
    assert len(asked(trading, query, "Item")) == 3


@pytest.mark.parametrize("form", ["journal-entry", "sales-receipt"])
def test_an_account_made_inactive_there_is_made_again(trading: Trading, form: str) -> None:
    """QuickBooks renames what it makes inactive: the name is free, and the wish for it is no repeated request."""
    department = f"Hats-{trading.code}"
    close_to(trading, DAY, form=form, department=department)
    assert send(trading) == {"S1": "verified"}
    told = trading.company.switch("deactivate", {"name": f"Merchandise Sales:{department}"})
    assert told["Active"] is False
    close_to(trading, "2026-03-03", form=form, department=department)
    assert send(trading, "2026-03-03") == {"S1": "verified"}


def test_where_quickbooks_gives_the_numbers_nothing_is_sent(trading: Trading) -> None:
    """A number of its own could never be looked up: the day would go twice some time."""
    close_to(trading, DAY)
    trading.company.switch("set", {"CustomTxnNumbers": False})
    try:
        assert send(trading) == {"S1": "rejected"}
        assert rows(trading)["S1"].reason == "numbers_not_kept"
        assert held(trading, "SalesReceipt", "S1") == []
    finally:
        trading.company.switch("set", {"CustomTxnNumbers": True})
    assert send(trading) == {"S1": "verified"}


def test_an_account_that_is_not_quickbooks_own_receivable_is_a_persons_business(trading: Trading) -> None:
    trading.play(BOTH_SIDES + 'map house_charge "Customer Deposits"')
    trading.play('map house_payment "Customer Deposits"')
    found = send(trading)
    assert found == {**dict.fromkeys(KINDS, "verified"), "I1-1": "rejected", "P1-1": "rejected"}
    assert rows(trading)["I1-1"].reason == "other_receivable_account"


def test_a_restored_file_that_forgot_the_form_sends_nothing_twice(trading: Trading) -> None:
    both = ("sales-receipt", "journal-entry")
    for date, form, other in ((DAY, *both), ("2026-03-03", *reversed(both))):
        close_to(trading, date, form=form)
        trading.stage.shop.store.checkpoint()
        copy = trading.file.with_name(f"{form}.copy")
        with trading.stage.shop.store.read():
            shutil.copyfile(trading.file, copy)
        assert send(trading, date) == {"S1": "verified"}
        older = Stage(copy, 99, company=trading.company)
        try:
            older.clock.moment = trading.stage.clock.moment
            older.shop.exchange = trading.link
            Player(older, sentence).play(f"form {other}")
            found = exchange.send_day(older.shop, date, pace=PACE)
            assert [(row.state, row.reason) for row in found] == [("rejected", "sent_in_other_form")]
        finally:
            older.close()


def test_a_form_chosen_late_plans_what_was_never_tried_anew(trading: Trading) -> None:
    trading.play(BOTH_SIDES.replace("form sales-receipt", "form journal-entry"))
    assert states(trading) == {"S1": "ready"}
    trading.play("form sales-receipt")
    assert states(trading) == dict.fromkeys(KINDS, "ready")
    trading.play("cogs on")
    assert states(trading) == dict.fromkeys(KINDS, "ready")
    trading.fault("500_before", match="/invoice?requestid")
    assert send(trading) == {**dict.fromkeys(KINDS, "verified"), "I1-1": "unknown"}
    before = rows(trading)
    trading.play("form journal-entry")
    assert rows(trading) == before


def test_a_sender_that_read_the_old_plan_sends_nothing(trading: Trading) -> None:
    """The form changes between the moment a sender reads the rows and the moment it sends."""
    close_to(trading, DAY, form="journal-entry")
    desk, before = exchange.OutboxDesk(trading.stage.shop, ""), rows(trading)["S1"]
    trading.play("form sales-receipt")
    client = trading.link.client()
    sender = Sender(client, desk, trading.stage.shop.now_ms, pace=PACE)
    with pytest.raises(Trouble, match="planned_anew"):
        sender.send(before)
    client.close()
    assert held(trading, "JournalEntry", "S1") == []
    assert send(trading) == {"S1": "verified"}
    assert len(held(trading, "SalesReceipt", "S1")) == 1


def test_a_slot_nobody_has_code_for_goes_through_in_both_forms(trading: Trading) -> None:
    """Postings of a kind of document that comes later, with slots the forms have never seen."""
    legs = (
        Posting("breakage", "", -800, side="sale"),
        Posting("gift_used", "spring", 800, side="sale"),
        Posting("tips_out", "", 300),
        Posting("tender.foreign", "CAD", -300),
    )
    for date, form in ((DAY, "journal-entry"), ("2026-03-03", "sales-receipt")):
        close_to(trading, date, form=form)
        post(trading, date, legs)
        found = send(trading, date)
        assert found == ({"S1": "verified"} if form == "journal-entry" else {"S1": "verified", "J1": "verified"})
    there = held(trading, "JournalEntry", "S1")[0]
    assert len(there["Line"]) == 6
    receipt = held(trading, "SalesReceipt", "S1", "2026-03-03")[0]
    assert sorted(line["Amount"] for line in receipt["Line"]) == [-10, -8, 0, 8, 10]
    assert len(held(trading, "JournalEntry", "J1", "2026-03-03")[0]["Line"]) == 2


def post(trading: Trading, date: str, legs: tuple[Posting, ...]) -> None:
    """Write legs into a closed run's totals as a document of a later kind would, and plan the run anew."""
    from sqlalchemy import insert

    from retailpos.store import schema

    shop = trading.stage.shop
    with shop.store.write() as tx:
        for leg in legs:
            row = {name: getattr(leg, name) for name in Posting.__slots__}
            period = {"store": 1, "register": 1, "business_date": date, "run": 1, "count": 1}
            tx.documents._c.execute(insert(schema.period_total).values(**period, **row))
    books.set_form(trading.stage.till())
