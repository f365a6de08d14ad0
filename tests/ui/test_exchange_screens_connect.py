"""Connecting by the browser: a return on this computer or a pasted address, the state checked, the company asked."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from pytestqt.qtbot import QtBot

from retailpos.actions import connecting
from retailpos.actions.compose import App, Link, MemorySecrets
from retailpos.actions.connecting import BrowserSignIn, Keys, PastedSignIn, check_keys, company_facts, places, sign_in
from retailpos.actions.connection import PRODUCTION, SANDBOX
from retailpos.core.errors import PosError, Refusal, Trouble
from retailpos.exchange.loopback import Loopback
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.ui.exchange.connect_model import COMPANY, CONNECTED
from tests.ui.day_helper import SHOP, DeskWindow, played

ELSEWHERE = "https://shop.example.com/connected"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def visit(address: str) -> requests.Response:
    with requests.Session() as browser:
        browser.trust_env = False
        return browser.get(address, timeout=10)


def ends_on(address: str) -> str:
    """Where a browser ends that says Connect."""
    with requests.Session() as browser:
        browser.trust_env = False
        return browser.get(address, timeout=10, allow_redirects=False).headers["Location"]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    started = start_company(tmp_path_factory.mktemp("company") / "company.db")
    yield started
    started.stop()


def link_to(company: CompanyProcess, redirect: str = "", **changes: str) -> Link:
    ready = {**company.ready, **changes}
    redirect = redirect or f"http://localhost:{free_port()}/connected"
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


@pytest.mark.parametrize("given_up", [False, True])
def test_a_return_that_does_not_come_is_trouble(given_up: bool) -> None:
    waiting = Loopback(f"http://localhost:{free_port()}/connected")
    try:
        if given_up:
            waiting.give_up()
        with pytest.raises(Trouble, match="sign_in_not_finished"):
            waiting.wait(5 if given_up else 0)
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
    assert (facts.name, facts.currency, facts.country) == ("Harbor Goods LLC", "USD", "US")
    assert (facts.plan, facts.tax, facts.agencies) == ("QuickBooks Online Plus", connecting.BY_HAND, 2)
    assert facts.accounts > 20
    assert not facts.has_ended


def test_an_answer_of_another_sign_in_is_refused(company: CompanyProcess) -> None:
    link = link_to(company)

    def somebody_else(address: str) -> None:
        open_in_thread(f"{link.app.redirect_uri}?code=stolen&state=guessed&realmId=1")

    with pytest.raises(PosError, match="sign_in_not_ours"):
        sign_in(link, somebody_else, seconds=20)
    assert link.kept.get("refresh") == ""


def test_a_sign_in_can_be_given_up(company: CompanyProcess) -> None:
    under_way = BrowserSignIn(link_to(company))
    with pytest.raises(Trouble, match="sign_in_not_finished"):
        under_way.run(lambda _address: under_way.give_up())
    assert under_way.address.startswith(f"{company.url}/connect/oauth2?")


def test_production_keys_come_back_by_a_pasted_address(company: CompanyProcess) -> None:
    company.switch("set", {"production_keys": "true"})
    try:
        assert visit(asked_at(company, "http://localhost:8765/connected")).status_code == 400
    finally:
        company.switch("set", {"production_keys": "false"})
    under_way = PastedSignIn(link_to(company, ELSEWHERE))
    ended = ends_on(under_way.address)
    assert ended.startswith(f"{ELSEWHERE}?")
    with pytest.raises(Refusal, match="address_says_nothing"):
        under_way.finish(ELSEWHERE)
    with pytest.raises(Refusal, match="sign_in_not_ours"):
        under_way.finish(f"{ELSEWHERE}?code=x&state=of+somebody&realmId=1")
    assert under_way.finish(f"  {ended}\n").name == "Harbor Goods LLC"
    with pytest.raises(Refusal, match="sign_in_used"):
        under_way.finish(ended)


def asked_at(company: CompanyProcess, redirect: str) -> str:
    """The address that asks for consent with this return address."""
    return PastedSignIn(link_to(company, redirect)).address


def test_an_address_that_waited_too_long_says_so(company: CompanyProcess) -> None:
    under_way = PastedSignIn(link_to(company, ELSEWHERE))
    ended = ends_on(under_way.address)
    company.switch("skew", {"seconds": 3600})
    try:
        with pytest.raises(Refusal, match="sign_in_too_old"):
            under_way.finish(ended)
    finally:
        company.switch("skew", {"seconds": 0})


def test_keys_that_are_not_the_apps_say_so(company: CompanyProcess) -> None:
    link = link_to(company, ELSEWHERE, client_secret="another")
    under_way = PastedSignIn(link)
    with pytest.raises(Refusal, match="app_keys_do_not_fit"):
        under_way.finish(ends_on(under_way.address))
    assert link.kept.get("refresh") == ""


@pytest.mark.parametrize(
    ("base", "redirect", "wrong"),
    [
        (PRODUCTION, "http://localhost:8765/connected", "redirect_needs_https"),
        (PRODUCTION, "https://127.0.0.1/connected", "redirect_needs_https"),
        (PRODUCTION, "https://", "redirect_needs_https"),
        (PRODUCTION, ELSEWHERE, ""),
        (SANDBOX, "http://localhost:8765/connected", ""),
        (SANDBOX, ELSEWHERE, ""),
        (SANDBOX, "somewhere", "redirect_not_here"),
    ],
)
def test_what_quickbooks_would_refuse_is_refused_before_the_browser_opens(base: str, redirect: str, wrong: str) -> None:
    keys = Keys(base, "https://example.com/discovery", "id", "secret", redirect)
    if wrong:
        with pytest.raises(Refusal, match=wrong):
            check_keys(keys)
    else:
        check_keys(keys)


def test_a_relay_that_was_set_up_brings_its_keys(company: CompanyProcess, tmp_path: Path) -> None:
    stage = played(SHOP)
    told = {
        "name": "Harbor relay",
        "base_url": company.url,
        **{k: company.ready[k] for k in ("discovery_url", "client_id", "client_secret")},
    }
    (tmp_path / connecting.RELAY_FILE).write_text(json.dumps(told))
    relay = places(stage.shop, tmp_path)[0]
    assert (relay.kind, relay.name, relay.asks_keys) == (connecting.RELAY, "Harbor relay", False)
    link = Link(
        relay.keys.base_url,
        replace(relay.keys, redirect_uri=f"http://localhost:{free_port()}/c").app(),
        MemorySecrets(),
    )
    assert sign_in(link, open_in_thread, seconds=20).name == "Harbor Goods LLC"
    stage.close()


def test_a_connected_shop_shows_its_company(company: CompanyProcess, qtbot: QtBot) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    stage.company()
    page = window.page("connect")
    qtbot.waitUntil(lambda: bool(page.model.view.company), timeout=10_000)
    assert page.model.view.step == CONNECTED
    assert page.model.view.facts[0].text == "USD, same as the shop"
    assert page.model.view.ends.startswith("The connection renews itself.")
    stage.close()


def test_a_company_of_another_currency_is_not_taken(qtbot: QtBot, company: CompanyProcess) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    page = window.page("connect")
    link = company.link()
    known = replace(company_facts(company.connect()), currency="EUR")
    page.model._link, page.model._step = link, "waiting"
    page.model._told(known)
    assert page.model.view.step == COMPANY
    assert "EUR" in page.model.view.warning[0]
    assert not page.verbs["go on"].isEnabled()
    stage.close()


def test_the_keys_page_says_what_is_missing(qtbot: QtBot) -> None:
    stage = played(SHOP)
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    page = window.page("connect")
    assert [place.title for place in page.model.view.places] == ["QuickBooks Online", "Sandbox", "Another address"]
    page.model.choose_place(1)
    page.keys.passphrase.set_text("a long passphrase")
    page.verbs["go on"].trigger()
    assert "keys" in page.model.view.trouble[0]
    assert "keys" in page.keys.trouble.words()
    stage.close()
