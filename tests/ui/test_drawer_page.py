"""The drawer page and the count, by press and by key."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from retailpos.actions import drawer
from retailpos.actions.counting import drawer_state, kept_count
from retailpos.core.catalogue import Employee
from retailpos.core.document import COUNT, DAY_CLOSE
from retailpos.core.money import Money, shown
from retailpos.ui.drawer.count_model import CLOSED, COMPARE, LEAVE
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    yield made
    stage.close()


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page._pad.keys[key].click()


def expected(window: DeskWindow) -> int:
    return drawer.expected(window.till)


def test_the_drawer_is_opened_with_a_float(qtbot: QtBot) -> None:
    stage = played(SHOP, "at 2026-03-16 09:00")
    window = DeskWindow(stage)
    qtbot.addWidget(window.shell)
    page = window.page("drawer")
    assert page.model.view.act == "open"
    press(page, "2", "0", "0", "00")
    assert page.model.view.button == "Open with 200.00"
    page._do_it.click()
    assert drawer_state(window.till)[0]
    assert expected(window) == 20_000
    stage.close()


def test_money_is_paid_out_for_a_reason_and_dropped(window: DeskWindow) -> None:
    page, before = window.page("drawer"), expected(window)
    page.verbs["paid_out"].trigger()
    press(page, "5", "00")
    assert not page.verbs["do"].isEnabled()
    page._pill(page.model.view.reasons.index("Postage"))
    page._do_it.click()
    assert page.model.view.done == "5.00 paid out."
    page.verbs["drop"].trigger()
    press(page, "1", "0", "00", "back", "0")
    page._do_it.click()
    assert expected(window) == before - 500 - 1000
    assert window.told == []


def test_keys_type_the_amount_and_enter_does_it(window: DeskWindow, qtbot: QtBot) -> None:
    page, before = window.page("drawer"), expected(window)
    page.verbs["drop"].trigger()
    page.setFocus()
    for key in (Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_0):
        qtbot.keyClick(page, key)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    qtbot.keyClick(page, Qt.Key.Key_0)
    page.verbs["do"].trigger()
    assert expected(window) == before - 700


def test_a_refusal_is_told_and_nothing_is_recorded(window: DeskWindow) -> None:
    window.till.employee = Employee("ana", "Ana", "cashier")
    page = window.page("drawer")
    assert not page.verbs["paid_out"].isEnabled()
    assert page.verbs["drop"].isEnabled()
    page.verbs["x"].trigger()
    assert "Should be in the drawer" not in [pair.name for pair in page.model.view.report]


def count_it(page: Any, cents: int) -> None:
    """Count an amount as notes and coins, by the pad."""
    for note in (10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1):
        number, cents = divmod(cents, note)
        page.model.choose(note)
        press(page, *str(number))


def test_the_count_is_blind_then_compared_then_closed(window: DeskWindow) -> None:
    should, page = expected(window), window.page("count")
    assert page.model.view.facts == ()
    count_it(page, should + 10)
    page._on.click()
    assert page.model.view.step == COMPARE
    facts = {pair.name: pair.figure for pair in page.model.view.facts}
    assert facts["Over"] == "0.10"
    assert facts["Should be"] == shown(Money(should))
    assert list(facts)[:2] == ["Float", "Cash taken"]
    page._on.click()
    assert page.model.view.step == LEAVE
    assert page.model.view.figure == "185.55"
    page._on.click()
    assert page.model.view.step == CLOSED
    facts = {pair.name: pair.figure for pair in page.model.view.facts}
    assert (facts["Over"], facts["Stays in the drawer"]) == ("0.10", "185.55")
    assert page.model.view.under.startswith("Counted, 0.10 over.")
    assert drawer_state(window.till) == (False, "2026-03-16", 18_555)
    assert window.changes[-1].documents[0].kind == COUNT


def test_after_the_count_the_day_is_closed_and_shown(window: DeskWindow) -> None:
    page = window.page("count")
    count_it(page, expected(window))
    for _step in range(3):
        page._on.click()
    assert page.model.view.button == "Close the day"
    page._on.click()
    assert window.asked == "day"
    assert window.changes[-1].documents[0].kind == DAY_CLOSE
    assert window.stage.printer.papers[-1].kind == "report"


def test_a_count_is_kept_as_it_is_typed(window: DeskWindow) -> None:
    page = window.page("count")
    page.model.choose(2000)
    press(page, "1", "8")
    page.model.step_by(1000, 1)
    assert kept_count(window.till)[0] == {2000: 18, 1000: 1}
    later = DeskWindow(window.stage)
    fresh = later.page("count")
    assert fresh.model.view.figure == "370.00"
    later.shell.close()


def test_the_whole_count_goes_by_keys(window: DeskWindow, qtbot: QtBot) -> None:
    page = window.page("count")
    page.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Backspace):
        qtbot.keyClick(page, key)
    assert kept_count(window.till)[0] == {10000: 2, 5000: 1}
    page.verbs["go on"].trigger()
    assert page.model.view.step == COMPARE


def test_more_than_the_limit_needs_a_manager(window: DeskWindow) -> None:
    from retailpos.actions.people import add_employee

    window.stage.set_facts(over_short_limit=500)
    add_employee(window.shop, "Joan Weber", "manager", "7391", cost="light")
    window.till.employee = Employee("ana", "Ana", "cashier")
    page, should = window.page("count"), expected(window)
    count_it(page, should - 1000)
    for _step in range(3):
        page._on.click()
    assert page.model.view.people == ("Joan Weber",)
    press(page, "1", "1", "1", "1")
    page._on.click()
    assert window.told[-1].code == "pin_does_not_fit"
    press(page, "7", "3", "9", "1")
    page._on.click()
    assert page.model.view.step == CLOSED
    count = window.changes[-1].documents[0]
    assert (count.facts["difference"], bool(count.allowed_by)) == (-1000, True)
