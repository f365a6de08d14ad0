"""Drops and deposits as transfers: the same books as in the entry, each once, each proved."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from retailpos.actions import books, exchange
from retailpos.core.outbox import OutboxRow
from tests.exchange.trading import DAY, PACE, Trading

STORY = """
tender Visa kind card
at {day} 09:00
open float 100.00
sale
  open-item 80.00
  pay cash
drop 50.00
close counted 130.00
bank-deposit 60.00 to "Checking {code}"
close day
"""


def traded(trading: Trading, *, transfers: bool, form: str = "journal-entry") -> None:
    till = trading.stage.till()
    trading.play(STORY.format(day=DAY, code=trading.code).partition("close day")[0])
    books.set_form(till, form=form, transfers=transfers)
    trading.play("close day")


def rows(trading: Trading) -> dict[str, OutboxRow]:
    with trading.stage.shop.store.read() as tx:
        return {row.doc_number.split("-", 3)[3]: row for row in tx.outbox.of_day(DAY)}


def held(trading: Trading, number: str) -> list[dict[str, Any]]:
    """The transfers whose note begins with a number, asked without any of the shop's own code."""
    reply = requests.get(
        f"{trading.company.url}/v3/company/{trading.link.kept.get('realm')}/query",
        params={"query": f"select * from Transfer where TxnDate = '{DAY}' maxresults 1000", "minorversion": "75"},
        headers={"Authorization": f"Bearer {trading.token()}", "Accept": "application/json"},
        timeout=10,
    )
    found = reply.json()["QueryResponse"].get("Transfer", [])
    return [one for one in found if str(one.get("PrivateNote")).startswith(f"{number}:")]


@pytest.mark.parametrize("form", ["journal-entry", "sales-receipt"])
def test_each_move_is_a_transfer_of_its_own_and_the_books_are_the_same(
    trading: Trading, form: str, other: Trading
) -> None:
    traded(trading, transfers=True, form=form)
    traded(other, transfers=False, form=form)
    found = rows(trading)
    assert sorted(end for end, row in found.items() if row.paper.startswith("transfer/")) == ["B1-1", "B1-2"]
    before = exchange.books_there(trading.stage.shop)
    exchange.send_day(trading.stage.shop, DAY, pace=PACE)
    assert {row.state for row in rows(trading).values()} == {"verified"}
    between = exchange.books_there(trading.stage.shop)
    exchange.send_day(other.stage.shop, DAY, pace=PACE)
    after = exchange.books_there(trading.stage.shop)
    bank, other_bank = f"Checking {trading.code}", f"Checking {other.code}"
    with_transfers = moved(before, between, but=bank)
    assert with_transfers == moved(between, after, but=other_bank)
    assert between[bank] - before.get(bank, 0) == after[other_bank] == 6_000
    assert with_transfers["Cash in Safe"] == 5_000
    ends = {(one["Amount"], one["TxnDate"]) for n in (1, 2) for one in held(trading, f"{head(trading)}B1-{n}")}
    assert ends == {(60, DAY), (50, DAY)}


@pytest.fixture
def other(open_trading: Any) -> Trading:
    return open_trading()


def head(trading: Trading) -> str:
    return trading.number()[: -len("S1")]


def moved(before: dict[str, int], after: dict[str, int], but: str) -> dict[str, int]:
    changed = {name: after.get(name, 0) - before.get(name, 0) for name in before.keys() | after.keys()}
    return {name: cents for name, cents in changed.items() if cents and name != but}


@pytest.mark.parametrize("fault", ["drop_after_commit", "drop_before", "cut_reply", "500_before"])
def test_a_transfer_whose_answer_was_lost_stands_there_once(trading: Trading, fault: str) -> None:
    traded(trading, transfers=True)
    trading.fault(fault, match="/transfer?requestid")
    exchange.send_day(trading.stage.shop, DAY, pace=PACE)
    trading.later()
    trading.later()
    assert {end: row.state for end, row in rows(trading).items()} == dict.fromkeys(rows(trading), "verified")
    assert [len(held(trading, f"{head(trading)}B1-{n}")) for n in (1, 2)] == [1, 1]


def test_a_transfer_changed_there_is_noticed_and_put_back(trading: Trading) -> None:
    traded(trading, transfers=True)
    exchange.send_day(trading.stage.shop, DAY, pace=PACE)
    (there,) = held(trading, f"{head(trading)}B1-1")
    changed = {**there, "Amount": 1.00}
    reply = requests.post(
        f"{trading.company.url}/v3/company/{trading.link.kept.get('realm')}/transfer",
        json=changed,
        headers={"Authorization": f"Bearer {trading.token()}", "Accept": "application/json"},
        timeout=10,
    )
    assert reply.status_code == 200
    exchange.verify_day(trading.stage.shop, DAY)
    assert rows(trading)["B1-1"].state == "changed-in-quickbooks"
    exchange.restore_ours(trading.stage.shop, DAY)
    assert rows(trading)["B1-1"].state == "verified"
    assert held(trading, f"{head(trading)}B1-1")[0]["Amount"] == there["Amount"]


def test_turning_it_on_or_off_plans_anew_only_what_was_never_tried(trading: Trading) -> None:
    traded(trading, transfers=False)
    assert sorted(rows(trading)) == ["S1"]
    books.set_form(trading.stage.till(), transfers=True)
    assert sorted(rows(trading)) == ["B1-1", "B1-2", "S1"]
    exchange.send_day(trading.stage.shop, DAY, pace=PACE)
    books.set_form(trading.stage.till(), transfers=False)
    assert sorted(rows(trading)) == ["B1-1", "B1-2", "S1"]
    exchange.verify_day(trading.stage.shop, DAY)
    assert {row.state for row in rows(trading).values()} == {"verified"}
