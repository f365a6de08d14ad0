"""Going wrong on purpose: what is taken and what is not."""

from __future__ import annotations

import time

import pytest
import requests

from tests.company.asking import Asking, Body


def _send(company: Asking, request_id: str = "r1") -> requests.Response:
    return company.post("journalentry", company.entry("Checking", "Services", "5"), requestid=request_id)


def _arm(company: Asking, fault: str, **more: object) -> None:
    company.switch("faults", {"next": [{"fault": fault, "match": "journalentry", **more}]})


def _count(company: Asking) -> int:
    reply = company.get("query", query="select count(*) from JournalEntry")
    found: int = reply.json()["QueryResponse"]["totalCount"]
    return found


@pytest.mark.parametrize(
    ("fault", "taken"),
    [("drop_before", 0), ("hold_before:0.1", 0), ("drop_after_commit", 1), ("hold_after:0.1", 1), ("cut_reply", 1)],
)
def test_a_cut_line_is_met_as_such(company: Asking, fault: str, taken: int) -> None:
    _arm(company, fault)
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        _send(company)
    assert _count(company) == taken
    assert _send(company).status_code == 200
    assert _count(company) == 1


ANSWERS = {
    "429": (429, "3001", 0),
    "401": (401, "3200", 0),
    "403": (403, "3100", 0),
    "500_before": (500, "10000", 0),
    "6000_wait_unsaved": (400, "wait a few minutes", 0),
    "5010": (400, "Stale Object Error", 0),
    "503_html": (503, "<html>", 0),
    "html_login": (200, "<html>", 0),
    "502_after": (502, "<html>", 1),
    "200_fault": (200, '"Fault"', 1),
    "6000_wait_saved": (400, "wait a few minutes", 1),
}


@pytest.mark.parametrize("fault", ANSWERS)
def test_an_answer_is_what_the_fault_says(company: Asking, fault: str) -> None:
    status, words, taken = ANSWERS[fault]
    _arm(company, fault)
    reply = _send(company)
    assert (reply.status_code, words in reply.text) == (status, True), reply.text
    assert _count(company) == taken
    assert _send(company).status_code == 200
    assert _count(company) == 1


def test_an_empty_answer_comes_after_the_work(company: Asking) -> None:
    _arm(company, "empty_reply")
    assert _send(company).content == b""
    assert _count(company) == 1


def test_waiting_is_waited_for_and_others_go_on(company: Asking) -> None:
    _arm(company, "slow:0.4")
    started = time.monotonic()
    assert _send(company).status_code == 200
    assert time.monotonic() - started >= 0.4


def test_a_fault_meets_only_what_it_is_meant_for_and_only_so_often(company: Asking) -> None:
    _arm(company, "429", times=2)
    assert company.get("preferences").status_code == 200
    assert [_send(company).status_code for _ in range(3)] == [429, 429, 200]


def test_a_fault_for_nothing_in_particular_meets_the_next_request(company: Asking) -> None:
    company.switch("faults", {"next": [{"fault": "503_html"}]})
    assert company.get("preferences").status_code == 503
    company.switch("faults", {"next": [{"fault": "502_after"}]})
    assert company.get("preferences").status_code == 200
    assert _send(company).status_code == 502


def test_a_method_can_be_part_of_what_is_meant(company: Asking) -> None:
    body = company.entry("Checking", "Services", "5")
    company.switch("faults", {"next": [{"fault": "429", "match": "get /v3"}]})
    assert company.post("journalentry", body).status_code == 200
    assert company.get("preferences").status_code == 429


def test_a_share_of_all_requests_goes_wrong_the_same_way_each_time(company: Asking) -> None:
    def play() -> list[int]:
        company.switch("faults", {"random": {"seed": 7, "rate": 0.5, "kinds": ["429", "500_before"]}})
        found = [company.get("preferences").status_code for _ in range(40)]
        company.switch("faults", {"off": True})
        return found

    first = play()
    assert first == play()
    assert set(first) == {200, 429, 500}
    assert [company.get("preferences").status_code for _ in range(5)] == [200] * 5


def test_an_unknown_fault_or_switch_is_refused(company: Asking) -> None:
    headers = {"X-Practice-Switch": company.ready["switch"]}
    for place, wish, status in (
        ("faults", {"next": [{"fault": "meteor"}]}, 400),
        ("set", {"colour": "red"}, 400),
        ("edit", {"id": "77", "cents": 1}, 400),
        ("write", {}, 400),
        ("nothing", {}, 404),
    ):
        reply = requests.post(f"{company.url}/practice/{place}", json=wish, headers=headers, timeout=20)
        assert reply.status_code == status, place


@pytest.mark.parametrize("headers", [{}, {"X-Practice-Switch": "guess"}])
def test_the_switches_open_only_to_the_word_told_at_the_start(company: Asking, headers: Body) -> None:
    reply = requests.post(f"{company.url}/practice/revoke", json={}, headers=headers, timeout=20)
    assert reply.status_code == 403


def test_behind_our_back_an_entry_is_written_edited_and_deleted(company: Asking) -> None:
    body = company.entry("Checking", "Services", "5")
    made = company.switch("write", {"kind": "JournalEntry", "body": body})
    edited = company.switch("edit", {"id": made["Id"], "set": {"PrivateNote": "by hand"}})
    assert (edited["PrivateNote"], edited["SyncToken"]) == ("by hand", "1")
    company.switch("edit", {"id": made["Id"], "cents": 25})
    assert company.balances() == {"Checking": "5.25", "Services": "-5.25"}
    company.switch("delete", {"id": made["Id"]})
    assert company.balances() == {}


def test_a_company_can_be_filled_as_after_years_in_business(company: Asking) -> None:
    assert company.switch("fill", {"customers": 30, "vendors": 8, "items": 50})["Item"] == 50
    ledger, items = company.balances(), company.query("select * from Item maxresults 1000")
    worth = sum(round(one["PurchaseCost"] * 100) * one["QtyOnHand"] for one in items if one["Type"] == "Inventory")
    assert round(float(ledger["Inventory Asset"]) * 100) == worth
    owed = sum(one["Balance"] for one in company.query("select * from Customer maxresults 1000"))
    assert float(ledger["Accounts Receivable"]) == owed > 0
    assert len(company.query("select * from Vendor")) == 8
