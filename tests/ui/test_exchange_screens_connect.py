"""Connecting by the browser: a return on this computer, the state checked, the company asked."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests
from pytestqt.qtbot import QtBot

from retailpos.actions.compose import App, Link, MemorySecrets
from retailpos.actions.connecting import CompanyFacts, company_facts, places, sign_in
from retailpos.core.errors import PosError, Refusal, Trouble
from retailpos.exchange.loopback import Loopback
from retailpos.stories.company_process import CompanyProcess
from retailpos.ui.exchange.connect_model import COMPANY, CONNECTED
from tests.ui.day_helper import SHOP, DeskWindow, played


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def visit(address: str) -> requests.Response:
    with requests.Session() as browser:
        browser.trust_env = False
        return browser.get(address, timeout=10)


@pytest.fixture
def company() -> Iterator[CompanyProcess]:
    stage = played(SHOP)
    yield stage.company()
    stage.close()


def link_to(company: CompanyProcess) -> Link:
    ready = company.ready
    redirect = "http://localhost:8765/connected"
    app = App(ready["client_id"], ready["client_secret"], redirect, ready["discovery_url"])
    return Link(company.url, app, MemorySecrets())


def test_the_return_is_handed_over_whole_and_the_page_says_so() -> None:
    port = free_port()
    waiting = Loopback(f"http://localhost:{port}/connected")
    try:
        assert visit(f"http://127.0.0.1:{port}/favicon.ico").status_code == 404
        page = visit(f"http://127.0.0.1:{port}/connected?code=abc&state=xyz")
        assert "You can close this page" in page.text
        assert page.headers["Cache-Control"] == "no-store"
        assert waiting.wait(5) == f"http://localhost:{port}/connected?code=abc&state=xyz"
    finally:
        waiting.close()


def test_only_the_first_return_counts() -> None:
    port = free_port()
    waiting = Loopback(f"http://localhost:{port}/connected")
    try:
        visit(f"http://127.0.0.1:{port}/connected?code=first")
        visit(f"http://127.0.0.1:{port}/connected?code=second")
        assert waiting.wait(5).endswith("code=first")
    finally:
        waiting.close()


def test_a_return_that_does_not_come_is_trouble() -> None:
    waiting = Loopback(f"http://localhost:{free_port()}/connected")
    try:
        with pytest.raises(Trouble, match="sign_in_not_finished"):
            waiting.wait(0)
    finally:
        waiting.close()


@pytest.mark.parametrize("address", ["https://example.com/back", "http://example.com:80/x", "http://localhost/x", ""])
def test_an_address_elsewhere_is_refused(address: str) -> None:
    with pytest.raises(Refusal, match="redirect_not_here"):
        Loopback(address)


def test_a_port_in_use_is_trouble() -> None:
    port = free_port()
    first = Loopback(f"http://localhost:{port}/a")
    try:
        with pytest.raises(Trouble, match="redirect_port_taken"):
            Loopback(f"http://localhost:{port}/a")
    finally:
        first.close()


def open_in_thread(address: str) -> None:
    threading.Thread(target=visit, args=(address,), daemon=True).start()


def test_signing_in_by_the_browser_ends_with_the_company(company: CompanyProcess) -> None:
    facts = sign_in(link_to(company), open_in_thread, seconds=20)
    assert facts.name
    assert facts.currency == "USD"
    assert facts.accounts > 20


def test_an_answer_of_another_sign_in_is_refused(company: CompanyProcess) -> None:
    def somebody_else(address: str) -> None:
        open_in_thread("http://localhost:8765/connected?code=stolen&state=guessed&realmId=1")

    link = link_to(company)
    with pytest.raises(PosError, match="sign_in_not_ours"):
        sign_in(link, somebody_else, seconds=20)
    assert link.kept.get("refresh") == ""


def test_a_connected_shop_shows_its_company(company: CompanyProcess, qtbot: QtBot) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    stage.company()
    page = window.page("connect")
    qtbot.waitUntil(lambda: bool(page.model.view.company), timeout=10_000)
    assert page.model.view.step == CONNECTED
    assert page.model.view.facts[0].text == "USD, same as the shop"
    stage.close()


def test_a_company_of_another_currency_is_not_taken(qtbot: QtBot, company: CompanyProcess) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    page = window.page("connect")
    link = company.link()
    known: CompanyFacts = replace(company_facts(company.connect()), currency="EUR")
    page.model._link, page.model._step = link, "waiting"
    page.model._told(known)
    assert page.model.view.step == COMPANY
    assert "EUR" in page.model.view.warning
    assert not page.verbs["go on"].isEnabled()
    stage.close()


def test_the_keys_page_says_what_is_missing(qtbot: QtBot) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    page = window.page("connect")
    page._passphrase.set_text("a long passphrase")
    page.verbs["go on"].trigger()
    assert "keys" in page.model.view.trouble
    assert [name for name, _base, _discovery in places()] == ["QuickBooks Online", "Sandbox"]
    stage.close()
