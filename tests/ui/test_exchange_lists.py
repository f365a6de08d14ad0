"""The lists page against a practice company over HTTP: shown first, then brought in; a conflict is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from retailpos.actions import lists
from retailpos.core.catalogue import Customer
from retailpos.exchange.online.turns import unhurried
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.exchange.lists_screen import ListsScreen
from tests.ui.audit import audit
from tests.ui.day_helper import SHOP, DeskWindow, played


@pytest.fixture
def company(tmp_path: Path) -> Iterator[CompanyProcess]:
    process = start_company(tmp_path / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    process.switch("fill", {"customers": 12, "vendors": 5, "items": 45})
    yield process
    process.stop()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    yield made
    stage.close()


def opened(window: DeskWindow, company: CompanyProcess, qtbot: QtBot) -> ListsScreen:
    window.shop.exchange = replace(company.link(), turns=unhurried())
    page = window.page("lists")
    assert isinstance(page, ListsScreen)
    qtbot.waitUntil(lambda: page.model.has_read, timeout=20_000)
    return page


def go_on(page: ListsScreen, qtbot: QtBot) -> None:
    page.verbs["go on"].trigger()
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)


def test_without_a_connection_the_page_leads_to_one(window: DeskWindow) -> None:
    page = window.page("lists")
    assert page._empty.isVisible()
    page.verbs["connect"].trigger()
    assert window.asked == "connect"


def test_the_lists_are_shown_then_brought_in(window: DeskWindow, company: CompanyProcess, qtbot: QtBot) -> None:
    page = opened(window, company, qtbot)
    view = page.model.view
    assert [figure for figure, _note in view.figures[1:]] == ["5", "45"]
    assert view.worth in view.worth_note
    assert not audit(window.shell, target=40)
    go_on(page, qtbot)
    view = page.model.view
    assert "45 items and" in view.done
    assert [figure for figure, _note in view.figures] == ["0", "0", "0"]
    assert view.verb == "Bring together"
    assert not audit(window.shell, target=40)


def test_a_conflict_is_asked_and_decided(window: DeskWindow, company: CompanyProcess, qtbot: QtBot) -> None:
    lists.put_customers(window.shop, [Customer("cleo", "Cleo Abbott", phone="555 9999", email="customer2@example.com")])
    page = opened(window, company, qtbot)
    go_on(page, qtbot)
    assert page.model.view.page == "questions"
    page.table.opened.emit(0)
    sheet = window.shell.findChild(PickerSheet)
    assert sheet is not None
    assert [row.key for row in sheet.table.rows()] == ["ours", "theirs"]
    sheet.table.opened.emit(1)
    go_on(page, qtbot)
    with window.shop.store.read() as tx:
        found = tx.lists.customer("cleo")
    assert found is not None
    assert found.phone == "555-0102"
    assert page.model.view.page != "questions"


def test_a_cashier_may_not(window: DeskWindow, company: CompanyProcess, qtbot: QtBot) -> None:
    page = opened(window, company, qtbot)
    assert window.till.employee is not None
    window.till.employee = replace(window.till.employee, role="cashier")
    page.verbs["go on"].trigger()
    assert [error.code for error in window.told] == ["needs_right"]
    assert not page._work.running
