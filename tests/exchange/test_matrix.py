"""What can go wrong between the register and QuickBooks, row by row: where it stops, and that it ends in one entry."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from retailpos.actions import exchange
from retailpos.exchange.tokens import MemorySecrets
from tests.exchange.matrix import MATRIX, Row
from tests.exchange.trading import DAY, POSTING, Trading

ANY = "/v3/"


def test_the_table_has_every_row_once() -> None:
    assert [row.number for row in MATRIX] == list(range(1, 33))


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: f"{row.number} {row.fault}")
def test_every_row_is_tried_or_says_why_it_can_not_be_met(row: Row) -> None:
    assert bool(row.where) != bool(row.cannot)
    for where in row.where:
        file, _, name = where.partition("::")
        module = importlib.import_module("tests." + file.removesuffix(".py").replace("/", "."))
        assert callable(getattr(module, name)), where


@pytest.mark.parametrize(
    ("fault", "match", "state"),
    [
        ("html_login", POSTING, ("unknown", "login_page")),
        ("html_login", ANY, ("ready", "login_page")),
        ("drop_before", POSTING, ("unknown", "no_connection")),
        ("drop_before", ANY, ("ready", "no_connection")),
        ("drop_after_commit", POSTING, ("unknown", "no_connection")),
        ("cut_reply", POSTING, ("unknown", "no_answer")),
        ("empty_reply", POSTING, ("unknown", "answer_unreadable")),
        ("500_before", POSTING, ("unknown", "quickbooks_trouble")),
        ("503_html", POSTING, ("unknown", "quickbooks_trouble")),
        ("502_after", POSTING, ("unknown", "quickbooks_trouble")),
        ("200_fault", POSTING, ("unknown", "quickbooks_trouble")),
        ("6000_wait_unsaved", POSTING, ("unknown", "quickbooks_trouble")),
        ("6000_wait_saved", POSTING, ("unknown", "quickbooks_trouble")),
    ],
)
def test_an_outcome_nobody_knows_is_looked_up_and_ends_in_one_entry(
    trading: Trading, fault: str, match: str, state: tuple[str, str]
) -> None:
    trading.sell_and_close()
    trading.fault(fault, match=match)
    assert trading.send() == state
    assert trading.later(seconds=10) == state, "it waits until the first request can't be running any more"
    assert trading.later() == ("verified", "")
    assert len(trading.entries()) == 1


def test_where_nothing_left_the_day_is_ready_and_goes_later(trading: Trading) -> None:
    trading.sell_and_close()
    trading.stage.shop.exchange = replace(trading.link, base_url="http://127.0.0.1:9")
    assert trading.send() == ("ready", "no_connection")
    trading.stage.shop.exchange = trading.link
    assert trading.later() == ("verified", "")
    assert len(trading.entries()) == 1


def test_a_connection_that_is_not_safe_needs_a_person(trading: Trading) -> None:
    trading.sell_and_close()
    trading.stage.shop.exchange = replace(trading.link, base_url=trading.link.base_url.replace("http:", "https:"))
    assert trading.send() == ("rejected", "no_secure_connection")
    trading.stage.shop.exchange = trading.link
    assert trading.later() == ("rejected", "no_secure_connection"), "not by itself"
    assert trading.send() == ("verified", "")
    assert len(trading.entries()) == 1


def test_trouble_that_never_ends_becomes_a_persons_business_and_never_a_second_entry(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault(*["500_before"] * 5)
    assert trading.send() == ("unknown", "quickbooks_trouble")
    for _ in range(4):
        assert trading.later() == ("unknown", "quickbooks_trouble")
    assert trading.later() == ("rejected", "keeps_failing")
    first = trading.row()
    assert trading.send() == ("verified", "")
    assert (trading.row().revision, trading.row().request_id != first.request_id) == (first.revision + 1, True)
    assert len(trading.entries()) == 1


def test_too_many_requests_make_everybody_wait_with_the_same_key(trading: Trading) -> None:
    trading.sell_and_close()
    trading.sell_and_close("2026-03-03")
    trading.fault("429")
    exchange.send_waiting(trading.stage.shop)
    first = trading.row()
    assert (first.state, first.reason) == ("ready", "retry_at")
    assert trading.state("2026-03-03") == ("ready", ""), "the other one waits too"
    assert trading.row("2026-03-03").attempts == 0
    assert trading.later() == ("verified", "")
    assert trading.row().request_id == first.request_id
    assert trading.send("2026-03-03") == ("verified", "")


@pytest.mark.parametrize("match", [POSTING, "/query"])
def test_how_long_the_company_asks_to_be_left_alone_is_kept_to(trading: Trading, match: str) -> None:
    trading.sell_and_close()
    trading.fault("429:1800", match=match)
    exchange.send_waiting(trading.stage.shop)
    assert trading.state() == ("ready", "retry_at")
    assert trading.row().retry_at - trading.stage.shop.now_ms() == 1_800_000
    trading.stage.clock.moment += timedelta(seconds=900)
    exchange.send_waiting(trading.stage.shop)
    assert trading.row().attempts <= 1, "not before"
    trading.stage.clock.moment += timedelta(seconds=890)
    exchange.send_waiting(trading.stage.shop)
    assert trading.state() == ("ready", "retry_at"), "not before"
    assert trading.later(seconds=10) == ("verified", "")
    assert len(trading.entries()) == 1


def test_a_refused_entry_is_parked_and_the_others_go_on(trading: Trading) -> None:
    trading.play('map sales/Odd "Accounts Receivable"')
    trading.sell_and_close(department="Odd")
    trading.play('map sales "Accounts Receivable"')
    trading.sell_and_close("2026-03-03", department="Even")
    trading.play('map sales "Merchandise Sales"\nmap sales/Odd "Accounts Receivable"')
    assert trading.later()[0] == "rejected"
    assert trading.row().said
    assert trading.state("2026-03-03") == ("verified", "")
    trading.play('map sales/Odd "Merchandise Sales"')
    assert trading.send() == ("verified", "")
    assert len(trading.entries()) == 1


def test_somebody_elses_entry_under_our_number_is_never_touched(trading: Trading) -> None:
    trading.sell_and_close()
    other = trading.company.switch("write", {"kind": "JournalEntry", "body": by_hand(trading)})
    assert "done" in other, other
    assert trading.send() == ("rejected", "other_entry_has_this_number")
    assert [entry["PrivateNote"] for entry in trading.entries()] == ["Typed by hand"]


def by_hand(trading: Trading) -> dict[str, object]:
    lines = [
        {
            "Amount": 7.5,
            "DetailType": "JournalEntryLineDetail",
            "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": account}},
        }
        for side, account in (("Debit", "1"), ("Credit", "2"))
    ]
    return {"DocNumber": trading.number(), "TxnDate": DAY, "PrivateNote": "Typed by hand", "Line": lines}


def test_an_old_token_is_renewed_and_the_entry_goes(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("401")
    assert trading.send() == ("verified", "")
    assert len(trading.entries()) == 1


def test_access_that_is_gone_keeps_the_rows(trading: Trading) -> None:
    trading.sell_and_close()
    trading.sell_and_close("2026-03-03")
    kept = trading.link.kept
    gone = MemorySecrets()
    for name, value in (("realm", kept.get("realm")), ("access", "gone"), ("refresh", "gone too")):
        gone.put(name, value)
    trading.stage.shop.exchange = replace(trading.link, kept=gone)
    exchange.send_waiting(trading.stage.shop)
    assert trading.state() == ("ready", "reconnect")
    assert trading.state("2026-03-03") == ("ready", ""), "nothing more is tried"
    trading.stage.shop.exchange = trading.link
    assert trading.later() == ("verified", "")
    assert trading.send("2026-03-03") == ("verified", "")


def test_a_token_refused_twice_asks_for_a_new_sign_in(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("401", "401")
    assert trading.send() == ("ready", "reconnect")
    assert trading.later() == ("verified", "")
    assert len(trading.entries()) == 1


def test_the_wrong_company_stops_all_sending(trading: Trading) -> None:
    trading.sell_and_close()
    trading.sell_and_close("2026-03-03")
    trading.fault("403")
    exchange.send_waiting(trading.stage.shop)
    assert trading.state() == ("ready", "wrong_company")
    assert trading.state("2026-03-03") == ("ready", "")
    assert trading.entries() == trading.entries("2026-03-03") == []


def test_a_day_begun_for_one_company_never_goes_to_another(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("drop_after_commit")
    assert trading.send()[0] == "unknown"
    other = MemorySecrets()
    for name in ("access", "refresh"):
        other.put(name, trading.link.kept.get(name))
    other.put("realm", "9341450000000099")
    trading.stage.shop.exchange = replace(trading.link, kept=other)
    assert trading.later() == ("unknown", "wrong_company")
    trading.stage.shop.exchange = trading.link
    assert trading.later() == ("verified", "")
    assert len(trading.entries()) == 1


def test_what_was_frozen_is_sent_again_and_not_rendered_anew(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("drop_before")
    assert trading.send()[0] == "unknown"
    frozen = trading.row()
    trading.play('map sales "Service Sales"')
    assert trading.later() == ("verified", "")
    after = trading.row()
    assert (after.body, after.request_id, after.mapping_version) == (
        frozen.body,
        frozen.request_id,
        frozen.mapping_version,
    )


def test_an_entry_deleted_by_hand_is_reported_and_never_posted_again(trading: Trading) -> None:
    trading.sell_and_close()
    assert trading.send() == ("verified", "")
    trading.company.switch("delete", {"id": trading.row().quickbooks_id})
    assert trading.send()[0] == "missing"
    assert trading.later()[0] == "missing"
    assert trading.entries() == []


def test_an_entry_edited_by_hand_is_noticed(trading: Trading) -> None:
    trading.sell_and_close()
    assert trading.send() == ("verified", "")
    trading.company.switch("edit", {"id": trading.row().quickbooks_id, "cents": 100})
    exchange.verify_day(trading.stage.shop, DAY)
    assert trading.state() == ("changed-in-quickbooks", "differs_in_quickbooks")


def test_books_closed_for_the_date_park_the_day(trading: Trading, open_trading: Callable[[], Trading]) -> None:
    trading.sell_and_close()
    trading.company.switch("set", {"close_date": "2026-03-02"})
    try:
        assert trading.send() == ("ready", "books_closed")
        assert trading.row().said
        later = open_trading()
        later.sell_and_close("2026-03-03")
        assert later.send("2026-03-03") == ("verified", "")
    finally:
        trading.company.switch("set", {"close_date": ""})
    assert trading.send() == ("verified", "")
    assert len(trading.entries()) == 1
