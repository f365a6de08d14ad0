"""The set-up of QuickBooks page by page, with a real company and a browser that says Connect."""

import json
import os
import sys
import webbrowser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from retailpos.actions import connecting, first_days
from retailpos.actions.books import day_state
from retailpos.actions.connection import auto_send
from retailpos.core.outbox import LEFT_OUT, READY, VERIFIED
from retailpos.exchange.vault import secrets_file
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.ui.exchange.connect_model import (
    ACCOUNTS,
    BOOKING,
    COMPANY,
    CONNECTED,
    FIRST_DAY,
    KEYS,
    LOCKED,
    PASTE,
    WAITING,
    WEEK,
)
from retailpos.ui.exchange.connect_screen import ConnectScreen
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.theme.look import Choice, apply
from tests.ui.audit import audit
from tests.ui.day_helper import SHOP, DeskWindow, played

LOOKS = [("light", (1366, 768)), ("dark", (1920, 1080)), ("high contrast", (1024, 768))]
DATES = ("2026-03-15", "2026-03-16")
ONE_DAY = """
at {date} 09:00
open 200.00
sale
  item Shirt
  pay "Visa/MC"
close counted 200.00 leave 200.00
close day
"""
BROWSER = Path(__file__).parents[1] / "program" / "browser.py"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    started = start_company(tmp_path_factory.mktemp("company") / "company.db", "strict")
    started.switch("set", {"rate_limits": "false"})
    yield started
    started.stop()


class SetUp:
    """The page, and the keys and presses of a person on it."""

    def __init__(self, window: DeskWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.page: ConnectScreen = window.page("connect")

    @property
    def step(self) -> str:
        """Which page is shown."""
        view = self.page.model.view
        assert view is not None
        return view.step

    def on(self, *, until: str = "") -> None:
        """The blue button, once it can be pressed; then until a page is shown and can be gone on from."""
        blue = self.page.verbs["go on"]
        self._qtbot.waitUntil(blue.isEnabled, timeout=20_000)
        blue.trigger()
        if until:
            self._qtbot.waitUntil(lambda: self.step == until, timeout=20_000)
            self._qtbot.waitUntil(lambda: blue.isEnabled() or until == WAITING, timeout=20_000)

    def looks_right(self, theme: str, size: tuple[int, int]) -> None:
        """Nothing is cut, small or faint."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply(app, cast("Choice", theme))
        self.window.shell.resize(*size)
        self._qtbot.wait(60)
        assert audit(self.page) == []


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The browser of this computer says Connect, and writes down where it was."""
    log = tmp_path / "visits"
    monkeypatch.setenv("BROWSER_LOG", str(log))
    webbrowser.register("house", None, webbrowser.GenericBrowser([sys.executable, str(BROWSER), "%s"]), preferred=True)
    return log


def _is_done(work: ExchangeWork) -> bool:
    return not work.running


@pytest.fixture
def set_up(qtbot: QtBot, company: CompanyProcess, visits: Path) -> Iterator[Callable[[], SetUp]]:
    stages = []

    def make() -> SetUp:
        stage = played(SHOP, *(ONE_DAY.format(date=date) for date in DATES))
        stage.set_meta("suggest_accounts", "0")
        file = stage.shop.store.path
        file.with_name(f"{file.stem}-company.json").write_text(json.dumps(company.ready), encoding="utf-8")
        window = DeskWindow(stage)
        hands = SetUp(window, qtbot)
        stages.append((stage, window, hands.page._work))
        return hands

    yield make
    for stage, window, work in stages:
        # What is still asked of the company is waited for, as nobody is there to take the answer afterwards.
        qtbot.waitUntil(partial(_is_done, work), timeout=20_000)
        window.shell.close()
        stage.close()


def test_from_nothing_to_a_day_that_was_read_back(set_up: Callable[[], SetUp]) -> None:
    hands = set_up()
    shop = hands.window.shop
    pages = [COMPANY, BOOKING, ACCOUNTS, WEEK, FIRST_DAY, FIRST_DAY]
    looks = LOOKS if os.environ.get("RETAILPOS_LONG") else []
    for n, step in enumerate(pages):
        assert hands.step == ([KEYS, *pages])[n]
        for look in looks or [LOOKS[n % len(LOOKS)]]:
            hands.looks_right(*look)
        hands.on(until=step)
    first_day = hands.page.set_up[FIRST_DAY].model.view  # type: ignore[attr-defined]  # a page by its name
    assert first_day.verified
    assert [row.cells[1].text == row.cells[2].text for row in first_day.rows] == [True] * first_day.lines
    for look in looks or LOOKS[:2]:
        hands.looks_right(*look)
    hands.on()
    assert hands.window.asked == "quickbooks"
    assert [day_state(shop, date) for date in DATES] == [READY, VERIFIED]
    assert first_days.kept_fact(shop, "set_up") == "done"
    hands.window.page("connect")
    assert hands.step == CONNECTED
    hands.looks_right(*LOOKS[2])


def test_it_goes_on_where_it_was_stopped(set_up: Callable[[], SetUp], qtbot: QtBot) -> None:
    hands = set_up()
    hands.on(until=COMPANY)
    hands.on(until=BOOKING)
    hands.on(until=ACCOUNTS)
    hands.page.verbs["later"].trigger()
    assert hands.step == BOOKING
    hands.on(until=ACCOUNTS)
    hands.window.page("today")
    again = ConnectScreen(hands.page._desk, hands.page._work)
    qtbot.addWidget(again)
    again.model.read()
    assert again.model.view is not None
    assert again.model.view.step == ACCOUNTS
    hands.window.page("connect")
    hands.page.steps.chosen.emit(2)
    assert hands.step == BOOKING


def test_the_answer_about_sales_tax_proposes_the_form_and_days_before_the_start_stay(
    set_up: Callable[[], SetUp],
) -> None:
    hands = set_up()
    hands.on(until=COMPANY)
    hands.on(until=BOOKING)
    booking = hands.page.set_up[BOOKING].model  # type: ignore[attr-defined]  # a page by its name
    assert (booking.view.tax, booking.view.form) == ("elsewhere", "journal-entry")
    booking.answer("quickbooks")
    assert booking.view.form == "sales-receipt"
    booking.type_start("16 March")
    assert booking.view.error
    assert not hands.page.verbs["go on"].isEnabled()
    booking.type_start(DATES[1])
    assert booking.view.left_out == "1 day before it is not sent, and says so in the calendar."
    hands.on(until=ACCOUNTS)
    shop = hands.window.shop
    assert (shop.facts.form, first_days.kept_fact(shop, "sales_tax")) == ("sales-receipt", "quickbooks")
    assert day_state(shop, DATES[0]) == LEFT_OUT
    hands.on(until=WEEK)
    week = hands.page.set_up[WEEK].model.view  # type: ignore[attr-defined]  # a page by its name
    assert week.sends == (DATES[1],)


def test_who_sends_from_now_on_is_asked_at_the_end(set_up: Callable[[], SetUp]) -> None:
    hands = set_up()
    for step in (COMPANY, BOOKING, ACCOUNTS, WEEK, FIRST_DAY, FIRST_DAY):
        hands.on(until=step)
    assert not auto_send(hands.window.shop)
    hands.page.set_up[FIRST_DAY].model.set_by_itself(1)  # type: ignore[attr-defined]  # a page by its name
    assert auto_send(hands.window.shop)


def test_disconnecting_is_asked_once_and_leads_back_to_the_keys(
    set_up: Callable[[], SetUp], qtbot: QtBot, company: CompanyProcess
) -> None:
    hands = set_up()
    hands.on(until=COMPANY)
    hands.on(until=BOOKING)
    link = hands.window.shop.exchange
    hands.page.model.go_to(CONNECTED)
    hands.page.company.disconnect_asked.emit()
    QTest.keyClick(hands.window.shell, Qt.Key.Key_Escape)
    assert hands.window.shop.exchange is link
    hands.page.model.end_connection()
    qtbot.waitUntil(lambda: hands.step == KEYS, timeout=10_000)
    assert link.kept.get("refresh") == ""
    assert hands.window.shop.exchange is None


def test_a_browser_that_is_not_needed_any_more_is_given_up(
    set_up: Callable[[], SetUp], qtbot: QtBot, company: CompanyProcess
) -> None:
    company.switch("set", {"auto_consent": "false"})
    try:
        hands = set_up()
        hands.page.model._places = connecting.places(hands.window.shop, Path("nowhere"))
        hands.page.verbs["go on"].trigger()
        qtbot.waitUntil(lambda: hands.step in (WAITING, COMPANY), timeout=10_000)
        if hands.step == WAITING:
            hands.page.verbs["later"].trigger()
            assert hands.step == KEYS
            qtbot.waitUntil(lambda: not hands.page._work.running, timeout=10_000)
            assert hands.window.shop.exchange is None
    finally:
        company.switch("set", {"auto_consent": ""})


def test_an_https_page_asks_for_the_address_the_browser_ended_on(
    set_up: Callable[[], SetUp], qtbot: QtBot, company: CompanyProcess, visits: Path
) -> None:
    hands = set_up()
    model, page = hands.page.model, hands.page
    assert model.view is not None
    model.choose_place(len(model.view.places) - 1)
    fields = (page.keys.base, page.keys.id, page.keys.secret, page.keys.redirect, page.keys.passphrase)
    ready = company.ready
    values = (company.url, ready["client_id"], ready["client_secret"], "https://shop.example.com/c", "long passphrase")
    for field, value in zip(fields, values, strict=True):
        field.set_text(str(value))
    hands.looks_right(*LOOKS[2])
    hands.on(until=PASTE)
    hands.looks_right(*LOOKS[2])
    page.keys.pasted.set_text("https://shop.example.com/c")
    hands.on()
    qtbot.waitUntil(lambda: bool(page.keys.trouble.words()), timeout=10_000)
    assert "no answer of QuickBooks" in page.keys.trouble.words()
    ended = visits.read_text(encoding="utf-8").split("\t")[1]
    page.keys.pasted.set_text(ended)
    hands.on(until=COMPANY)
    hands.on(until=BOOKING)
    assert secrets_file(Path(os.environ["RETAILPOS_DATA"])).exists()
    hands.window.shop.exchange = None
    again = ConnectScreen(page._desk, page._work)
    qtbot.addWidget(again)
    again.model.read()
    assert again.model.view is not None
    assert again.model.view.step == LOCKED
    again.model.unlock("not that passphrase")
    assert "fit" in again.model.view.trouble[0]
    again.model.unlock("long passphrase")
    assert again.model.view.step == BOOKING
    qtbot.waitUntil(lambda: not page._work.running, timeout=10_000)
