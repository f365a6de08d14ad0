"""From nothing to a day sent and read back, at the real program, by at most 25 inputs and none into a terminal.

`RETAILPOS_STEP_PICTURES=FOLDER` keeps a picture of every step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from PySide6.QtWidgets import QApplication

from retailpos.actions.books import day_state
from retailpos.actions.first_days import kept_fact, last_days
from retailpos.core.outbox import READY, REJECTED, VERIFIED, OutboxRow
from retailpos.stories.company_process import CompanyProcess
from retailpos.ui.exchange.words import told
from tests.program.hands import pictures_wanted
from tests.program.newcomer import Newcomer, NewcomerWindow, look_into, places_of, shop_with_history

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(240)]

MOST_INPUTS = 25
Entry = dict[str, list[dict[str, dict[str, object]]]]
SOURCE = str(Path(__file__).resolve().parents[2] / "src")
ROOT = str(Path(__file__).resolve().parents[2])


@dataclass(slots=True)
class Place:
    """A newcomer's shop file, its company, the program's environment, and where the browser writes down its visits."""

    file: Path
    company: CompanyProcess
    environment: dict[str, str]
    visits: Path


@pytest.fixture
def place(request: pytest.FixtureRequest, window_environment: dict[str, str], tmp_path: Path) -> Iterator[Place]:
    browser, visits = Path(__file__).with_name("browser.py"), tmp_path / "visits"
    environment = {
        **window_environment,
        "PYTHONPATH": f"{SOURCE}:{ROOT}",
        "RETAILPOS_THEME": "light",
        "BROWSER": f"{sys.executable} {browser} %s",
        "BROWSER_LOG": str(visits),
    }
    visits.touch()
    folder = tmp_path / "shop"
    folder.mkdir()
    company = shop_with_history(folder / "new.shop", request.param)
    yield Place(folder / "new.shop", company, environment, visits)
    company.stop()


def to_the_last_page(hands: Newcomer, place: Place, called: str) -> None:
    """Sign in, find the set-up, connect, answer, take the accounts, see seven days, send the newest."""
    pictures = pictures_wanted()

    def seen(step: str) -> None:
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            hands.settle().save(str(pictures / f"newcomer-{called}-{step}.png"))

    hands.settle()
    hands.keys(*"4821", "Return")
    hands.settle()
    hands.keys("Escape")
    hands.settle()
    for way in ("Menu", "rail quickbooks", "connect"):
        hands.press(way)
    seen("1-connect")
    hands.blue()
    hands.wait(lambda: place.visits.read_text(encoding="utf-8") != "")
    hands.settle()
    seen("2-company")
    for step in ("3-booking", "4-accounts", "5-week", "6-first-day"):
        hands.blue()
        seen(step)
    hands.blue()
    hands.wait(lambda: newest(place).state not in (READY, "sending"))
    hands.settle()
    seen("7-sent")


def newest(place: Place) -> OutboxRow:
    """The document of the newest day."""
    shop = look_into(place.file)
    try:
        with shop.store.read() as tx:
            return tx.outbox.rows()[-1]
    finally:
        shop.store.close()


@pytest.mark.parametrize(("place", "coded"), [("strict", False), ("UK VAT", True)], indirect=["place"])
def test_a_newcomer_comes_to_a_verified_day(qapp: QApplication, place: Place, coded: bool) -> None:
    hands = Newcomer(NewcomerWindow(place.environment, place.file), places_of(qapp, place.file))
    try:
        to_the_last_page(hands, place, "uk" if coded else "strict")
        hands.keys("ctrl+o")
        hands.wait(lambda: place.visits.read_text(encoding="utf-8").count("\n") == 2)
        hands.blue()
    finally:
        hands.real.close()
    row = newest(place)
    assert row.state == VERIFIED
    assert hands.inputs <= MOST_INPUTS
    shown = place.visits.read_text(encoding="utf-8").splitlines()[1].split("\t")
    assert shown == [f"{place.company.url}/journal/{row.quickbooks_id}", shown[0], "200"]
    codes = [line["JournalEntryLineDetail"].get("TaxCodeRef") for line in entry_there(place.company, row)["Line"]]
    assert all(codes) if coded else not any(codes)
    shop = look_into(place.file)
    assert kept_fact(shop, "set_up") == "done"
    assert [day.state for day in last_days(shop)] == [VERIFIED] + [READY] * 6
    shop.store.close()


@pytest.mark.parametrize("place", ["expired"], indirect=True)
def test_a_company_whose_subscription_ended_says_so_and_what_to_do(qapp: QApplication, place: Place) -> None:
    hands = Newcomer(NewcomerWindow(place.environment, place.file), places_of(qapp, place.file))
    try:
        to_the_last_page(hands, place, "expired")
        assert hands.inputs <= MOST_INPUTS
    finally:
        hands.real.close()
    row, shop = newest(place), look_into(place.file)
    assert day_state(shop, row.business_date) == REJECTED
    telling = told(shop, REJECTED, row)
    shop.store.close()
    assert telling.headline == "The company's QuickBooks subscription has ended."
    assert telling.text == "Renew it there; the days wait."


def entry_there(company: CompanyProcess, row: OutboxRow) -> Entry:
    """The entry as QuickBooks holds it, asked for by somebody else than the program."""
    token = company.switch("token")["access_token"]
    address = f"{company.url}/v3/company/{company.ready['realm']}/journalentry/{row.quickbooks_id}"
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    with requests.Session() as session:
        session.trust_env = False
        found: Entry = session.get(address, headers=headers, timeout=10).json()["JournalEntry"]
    return found
