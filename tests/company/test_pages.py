"""The pages to look at the company."""

from __future__ import annotations

import re

import pytest
import requests

from tests.company.asking import Asking

PLACES = ("/", "/journal", "/journal/1", "/journal/99", "/trial-balance", "/requests", "/faults")


@pytest.fixture
def entry(company: Asking) -> str:
    body = company.entry("Cash in Drawer", "Merchandise Sales", "1234.50", DocNumber="HG-<1>", PrivateNote="<b>day</b>")
    return str(company.make("JournalEntry", body)["Id"])


def _page(company: Asking, place: str) -> requests.Response:
    return requests.get(f"{company.url}{place}", timeout=20)


@pytest.mark.parametrize("place", PLACES)
def test_every_page_says_practice_and_escapes_what_it_tells(company: Asking, entry: str, place: str) -> None:
    page = _page(company, place)
    assert page.status_code == (404 if place.endswith("99") else 200)
    assert "PRACTICE" in page.text
    assert "<b>day" not in page.text
    assert "<1>" not in page.text
    assert "<script" not in page.text


def test_the_figures_of_an_entry_are_shown(company: Asking, entry: str) -> None:
    for place in ("/", "/journal", f"/journal/{entry}", "/trial-balance"):
        assert "1,234.50" in _page(company, place).text, place
    assert "HG-&lt;1&gt;" in _page(company, "/journal").text


def test_an_inactive_account_is_named_so(company: Asking) -> None:
    assert "Old Till (deleted)" in _page(company, "/").text


def test_the_last_requests_are_listed_without_any_token(company: Asking, entry: str) -> None:
    page = _page(company, "/requests").text
    assert "POST journalentry" in page
    assert company.ready["token_for_tests"] not in page


def _submit(company: Asking, place: str, act: str, **more: str) -> requests.Response:
    """Press the button of a form on a page."""
    page = _page(company, place).text
    form = next(form for form in re.findall(r"<form.*?</form>", page) if f'value="{act}"' in form)
    values = dict(re.findall(r'<input type=hidden name=(\w+) value="?([^">]*)"?>', form))
    return requests.post(f"{company.url}/switch", data={**values, **more}, allow_redirects=False, timeout=20)


def test_a_switch_on_the_page_breaks_the_next_request(company: Asking) -> None:
    assert _submit(company, "/faults", "503_html").status_code == 302
    assert "aria-pressed=true" in _page(company, "/faults").text
    assert company.get("preferences").status_code == 503
    assert "aria-pressed=true" not in _page(company, "/faults").text


def test_an_entry_is_edited_and_deleted_by_its_buttons(company: Asking, entry: str) -> None:
    assert _submit(company, f"/journal/{entry}", "edit").headers["Location"] == f"/journal/{entry}"
    assert company.balances()["Cash in Drawer"] == "1235.50"
    assert _submit(company, f"/journal/{entry}", "delete").headers["Location"] == "/journal"
    assert company.balances() == {}
    assert "No entries yet" in _page(company, "/journal").text


def test_a_form_from_anywhere_else_does_nothing(company: Asking, entry: str) -> None:
    reply = requests.post(f"{company.url}/switch", data={"act": "delete", "id": entry}, timeout=20)
    assert reply.status_code == 403
    assert company.balances()


def test_a_form_never_leads_elsewhere(company: Asking) -> None:
    reply = _submit(company, "/faults", "forget", back="//evil.example.com")
    assert reply.headers["Location"] == "/"
