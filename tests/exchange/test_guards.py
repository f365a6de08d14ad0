"""Guards before the first sending: closed books, and days that somebody entered by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from retailpos.actions import guards
from retailpos.actions.exchange import OutboxDesk
from retailpos.core.errors import Refusal
from retailpos.exchange.online.client import Answer, Client
from retailpos.exchange.sender import Sender
from retailpos.exchange.tokens import LiveTokens
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.words import told
from tests.exchange.trading import DAY, PACE, Trading

CLOSED_DAY, OPEN_DAY = "2025-12-30", "2026-01-01"


@pytest.fixture(scope="module", params=["US", "strict"])
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company of its own: what is entered by hand here must meet no other test."""
    process = start_company(tmp_path_factory.mktemp("books") / "company.db", str(request.param))
    process.connect()
    process.switch("set", {"rate_limits": "false", "close_date": "2025-12-31"})
    yield process
    process.stop()


@pytest.fixture
def shop(books: CompanyProcess, tmp_path: Path, codes: Iterator[str]) -> Iterator[Trading]:
    """A shop that sends to it."""
    code = next(codes)
    trading = Trading(tmp_path / "guards.shop", code, books, seed=sum(code.encode()) + 4000)
    yield trading
    books.switch("faults", {"off": True})
    trading.close()


@pytest.fixture(scope="module")
def codes() -> Iterator[str]:
    return (f"{first}{letter}" for first in "GHK" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def account(books: CompanyProcess, name: str) -> str:
    """The id of one of the company's first accounts: a change that changes nothing tells it."""
    return str(books.switch("rename", {"name": name, "to": name})["Id"])


def by_hand(books: CompanyProcess, date: str, *, credit: str = "Merchandise Sales", number: str = "Jan sales") -> str:
    """Somebody types a day's sales into QuickBooks."""
    lines = [
        {
            "Amount": 10.0,
            "DetailType": "JournalEntryLineDetail",
            "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": account(books, name)}},
        }
        for side, name in (("Debit", "Undeposited Funds"), ("Credit", credit))
    ]
    return written(books, "JournalEntry", {"DocNumber": number, "TxnDate": date, "Line": lines})


def written(books: CompanyProcess, kind: str, body: dict[str, Any]) -> str:
    """Somebody enters something there; its id."""
    made = books.switch("write", {"kind": kind, "body": body})
    assert "Id" in made, made
    return str(made["Id"])


def log(trading: Trading) -> list[tuple[str, str]]:
    """Who did what with the date's entry, oldest first."""
    with trading.stage.shop.store.read() as tx:
        found = [one for row in tx.outbox.rows() for one in tx.outbox.attempts(row.doc_number)]
    return [(str(one["by"]), str(one["reason"])) for one in sorted(found, key=lambda one: int(one["n"]))]


def test_a_day_of_closed_books_is_held_and_nothing_leaves(shop: Trading) -> None:
    shop.sell_and_close(CLOSED_DAY)
    assert shop.send(CLOSED_DAY) == ("ready", "books_closed")
    assert shop.row(CLOSED_DAY).said == f"closed to 2025-12-31, first open day {OPEN_DAY}"
    assert (shop.row(CLOSED_DAY).body, shop.row(CLOSED_DAY).attempts) == ("", 0)
    assert shop.entries(CLOSED_DAY) == []
    assert guards.open_day_for(shop.stage.shop, CLOSED_DAY) == OPEN_DAY


def test_at_a_persons_word_it_is_entered_on_the_first_open_day(shop: Trading) -> None:
    shop.sell_and_close(CLOSED_DAY)
    shop.send(CLOSED_DAY)
    guards.send_on_first_open_day(shop.stage.shop, CLOSED_DAY, by="owner", pace=PACE)
    assert shop.state(CLOSED_DAY) == ("verified", "")
    there = shop.entries(CLOSED_DAY)
    assert [one["TxnDate"] for one in there] == [OPEN_DAY]
    assert there[0]["PrivateNote"].startswith(f"Business of {CLOSED_DAY}, entered on the first open day")
    assert ("owner", "enter_on_first_open_day") in log(shop)
    assert guards.open_day_for(shop.stage.shop, OPEN_DAY) == ""


def test_an_outcome_nobody_knows_keeps_the_day_it_was_entered_on(shop: Trading) -> None:
    shop.sell_and_close(CLOSED_DAY)
    shop.send(CLOSED_DAY)
    shop.fault("drop_after_commit")
    guards.send_on_first_open_day(shop.stage.shop, CLOSED_DAY, pace=PACE)
    assert shop.state(CLOSED_DAY)[0] == "unknown"
    shop.send(CLOSED_DAY)
    assert shop.state(CLOSED_DAY) == ("verified", "")
    assert [one["TxnDate"] for one in shop.entries(CLOSED_DAY)] == [OPEN_DAY]


def test_books_that_close_again_hold_it_again(shop: Trading, books: CompanyProcess) -> None:
    shop.sell_and_close(CLOSED_DAY)
    shop.send(CLOSED_DAY)
    shop.fault("500_before")
    guards.send_on_first_open_day(shop.stage.shop, CLOSED_DAY, pace=PACE)
    books.switch("close", {"date": "2026-01-31"})
    try:
        shop.send(CLOSED_DAY)
        assert shop.state(CLOSED_DAY) == ("unknown", "quickbooks_trouble"), "the first request may still be at work"
        shop.stage.clock.moment += timedelta(minutes=5)
        shop.send(CLOSED_DAY)
        assert shop.entries(CLOSED_DAY) == []
        guards.send_on_first_open_day(shop.stage.shop, CLOSED_DAY, pace=PACE)
        assert shop.state(CLOSED_DAY) == ("verified", "")
        assert [one["TxnDate"] for one in shop.entries(CLOSED_DAY)] == ["2026-02-01"]
    finally:
        books.switch("close", {"date": "2025-12-31"})


def test_an_open_day_is_never_dated_anew(shop: Trading) -> None:
    shop.sell_and_close("2026-03-10")
    with pytest.raises(Refusal, match="books_not_closed"):
        guards.send_on_first_open_day(shop.stage.shop, "2026-03-10")
    assert shop.send("2026-03-10") == ("verified", "")


def test_a_day_entered_by_hand_waits_for_a_person(shop: Trading, books: CompanyProcess) -> None:
    found = by_hand(books, DAY)
    try:
        shop.sell_and_close()
        assert shop.send() == ("ready", "maybe_entered_by_hand")
        assert shop.row().said == f"journal entry Jan sales (id {found})"
        assert shop.entries() == []
        assert shop.later(7200) == ("ready", "maybe_entered_by_hand")
        guards.send_all_the_same(shop.stage.shop, DAY, by="owner", pace=PACE)
        assert shop.state() == ("verified", "")
        assert ("owner", "send_all_the_same") in log(shop)
        with pytest.raises(Refusal, match="not_held_back"):
            guards.send_all_the_same(shop.stage.shop, DAY)
    finally:
        books.switch("delete", {"kind": "JournalEntry", "id": found})


def test_a_persons_word_outlives_a_net_that_is_down(shop: Trading, books: CompanyProcess) -> None:
    found = by_hand(books, DAY)
    try:
        shop.sell_and_close()
        shop.send()
        shop.fault("500_before")
        guards.send_all_the_same(shop.stage.shop, DAY, pace=PACE)
        assert shop.state()[0] == "unknown"
        assert shop.later() == ("verified", "")
    finally:
        books.switch("delete", {"kind": "JournalEntry", "id": found})


def test_what_is_taken_out_there_lets_the_day_go(shop: Trading, books: CompanyProcess) -> None:
    found = by_hand(books, DAY)
    shop.sell_and_close()
    assert shop.send() == ("ready", "maybe_entered_by_hand")
    books.switch("delete", {"kind": "JournalEntry", "id": found})
    assert shop.send() == ("verified", "")


@pytest.mark.parametrize("other", ["another account", "another day", "another shop of ours", "switched off"])
def test_what_is_no_double_holds_nothing(shop: Trading, books: CompanyProcess, other: str) -> None:
    changes: dict[str, dict[str, Any]] = {
        "another account": {"credit": "Customer Deposits"},
        "another shop of ours": {"number": f"OTHER-2-260302-S{sum(shop.code.encode())}"},
    }
    found = by_hand(books, "2026-03-09" if other == "another day" else DAY, **changes.get(other, {}))
    try:
        shop.sell_and_close()
        guards.set_guard(shop.stage.till(), on=other != "switched off")
        assert guards.guard_is_on(shop.stage.shop) == (other != "switched off")
        assert shop.send() == ("verified", "")
    finally:
        books.switch("delete", {"kind": "JournalEntry", "id": found})


def test_a_sales_receipt_of_a_hand_counts_by_what_its_item_earns(shop: Trading, books: CompanyProcess) -> None:
    income = account(books, "Merchandise Sales")
    item = {"Name": f"Typed {shop.code}", "Type": "Service", "IncomeAccountRef": {"value": income}}
    sold = written(books, "Item", item)
    line = {
        "Amount": 10.0,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": sold}, "Qty": 1, "UnitPrice": 10.0},
    }
    customer = written(books, "Customer", {"DisplayName": f"Walk-in {shop.code}"})
    body = {"TxnDate": DAY, "Line": [line], "DocNumber": "1042", "CustomerRef": {"value": customer}}
    found = written(books, "SalesReceipt", body)
    try:
        shop.sell_and_close()
        assert shop.send() == ("ready", "maybe_entered_by_hand")
        assert shop.row().said == f"sales receipt 1042 (id {found})"
    finally:
        books.switch("delete", {"kind": "SalesReceipt", "id": found})


@pytest.mark.parametrize("code", ["books_not_closed", "not_held_back", "moved_in_quickbooks"])
def test_each_refusal_says_what_to_do(code: str) -> None:
    what, then = told(Refusal(code, date=DAY))
    assert DAY in what
    assert then.endswith(".")


class Listening(Client):
    """A real client that keeps what it asked."""

    asked: tuple[str, ...] = ()

    def get(self, path: str, **params: str) -> Answer:
        """Ask, and keep the question."""
        self.asked = (*self.asked, params.get("query", path))
        return super().get(path, **params)


def test_the_look_asks_once_for_each_kind_of_document(shop: Trading) -> None:
    shop.sell_and_close("2026-03-20")
    tokens = LiveTokens(shop.link.app, shop.link.kept, shop.link.lock_file)
    client = Listening(shop.link.base_url, shop.link.kept.get("realm"), tokens)
    sender = Sender(client, OutboxDesk(shop.stage.shop, ""), shop.stage.shop.now_ms, pace=PACE)
    assert sender.send(shop.row("2026-03-20")).state == "verified"
    assert len([one for one in client.asked if "TxnDate" in one]) == 2
    client.close()
