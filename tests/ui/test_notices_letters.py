"""The letters sheet keeps what was typed, tells what does not fit, and writes a test to a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer
from retailpos.actions.books import sends_transfers
from retailpos.actions.notices_mail import SECRET, STARTTLS, TLS, post
from retailpos.actions.papers_attach import attaches
from retailpos.ui.exchange.notices_sheet import LettersSheet
from retailpos.ui.exchange.work_how import HowSheet
from tests.exchange.mail_server import MailServer
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    yield made
    stage.close()


def opened(window: DeskWindow) -> LettersSheet:
    page = window.page("quickbooks")
    page.verbs["letters"].trigger()
    sheet = window.shell.findChild(LettersSheet)
    assert sheet is not None
    return sheet


def filled(sheet: LettersSheet, port: int) -> None:
    fields = {"server": "127.0.0.1", "port": str(port), "writer": "till@example.com", "to": "owner@example.com"}
    for name, text in fields.items():
        getattr(sheet, name).set_text(text)
    sheet.security.chosen.emit(2)
    sheet.on.setChecked(True)


def test_what_was_typed_is_kept_and_a_test_letter_arrives(window: DeskWindow, qtbot: QtBot) -> None:
    window.stage.company()
    server = MailServer()
    sheet = opened(window)
    assert audit(sheet, target=48) == []
    filled(sheet, server.port)
    sheet.test.click()
    qtbot.waitUntil(lambda: bool(window.told), timeout=10_000)
    assert [error.code for error in window.told] == ["letter_sent"]
    assert len(server.kept.letters) == 1
    assert post(window.shop).on
    server.shut()


def test_the_password_goes_to_the_safe_place_and_is_not_shown_again(window: DeskWindow) -> None:
    window.stage.company()
    sheet = opened(window)
    filled(sheet, 587)
    sheet.security.chosen.emit(0)
    sheet.user.set_text("till")
    sheet.password.set_text("open sesame 7")
    sheet.keep.click()
    assert window.shop.exchange.kept.get(SECRET) == "open sesame 7"
    assert post(window.shop).security == TLS
    again = LettersSheet(window.shell, window.made["quickbooks"]._desk, window.made["quickbooks"]._work)  # type: ignore[attr-defined]  # the page's own
    assert again.password.text() == ""
    assert again.user.text() == "till"


@pytest.mark.parametrize("wrong", ["to", "server"])
def test_what_does_not_fit_is_told_in_the_sheet(window: DeskWindow, wrong: str) -> None:
    window.stage.company()
    sheet = opened(window)
    filled(sheet, 587)
    getattr(sheet, wrong).set_text("not so")
    sheet.keep.click()
    assert sheet.isVisible()
    assert sheet.told.text()
    assert post(window.shop).host == ""


def test_another_protection_brings_its_usual_port(window: DeskWindow) -> None:
    sheet = opened(window)
    assert (sheet.port.text(), post(window.shop).security) == ("587", STARTTLS)
    sheet.security.chosen.emit(0)
    assert sheet.port.text() == "465"


def test_transfers_and_the_days_paper_are_switched_on_at_once(window: DeskWindow) -> None:
    page = window.page("quickbooks")
    sheet = HowSheet(page, page._desk)
    sheet.open()
    assert audit(sheet, target=48) == []
    for switch, kept in ((sheet.transfers, sends_transfers), (sheet.paper, attaches)):
        switch.click()
        assert kept(window.shop)
        switch.click()
        assert not kept(window.shop)
