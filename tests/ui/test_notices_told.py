"""What nobody was told yet is told once, to somebody who can do something about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer
from retailpos.actions.people import sign_out
from retailpos.core.catalogue import Employee
from retailpos.core.errors import PosError
from retailpos.ui.exchange.notices_tray import Teller
from retailpos.ui.notices import words_of
from retailpos.ui.tasks import Tasks
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    stage.clock.moment += timedelta(days=4)
    yield made
    stage.close()


def teller(window: DeskWindow) -> Teller:
    return Teller(window.shell, window.till, in_window=window.notify, open_page=window.open_page)


def told(window: DeskWindow) -> list[PosError]:
    return window.told


def test_an_unsent_day_is_told_once_in_the_window_where_there_is_no_tray(window: DeskWindow) -> None:
    telling = teller(window)
    telling.look()
    telling.look()
    (error,) = told(window)
    words = words_of(error)
    assert words.bold == "2026-03-16 is not in QuickBooks after 4 days."
    assert words.rest.startswith("It is kept safe here.")
    telling.end()
    teller(window).look()
    assert len(told(window)) == 1


@pytest.mark.parametrize("role", ["cashier", "assistant", ""])
def test_nobody_is_told_who_could_do_nothing(window: DeskWindow, role: str) -> None:
    owner = window.till.employee
    if role:
        window.till.employee = Employee("someone", "Some One", role)
    else:
        sign_out(window.till)
    teller(window).look()
    assert told(window) == []
    window.till.employee = owner
    teller(window).look()
    assert len(told(window)) == 1


def test_beside_the_window_a_process_looks(window: DeskWindow, qapp: QApplication, qtbot: QtBot) -> None:
    """Its clock is the computer's: the day of March has been waiting for long."""
    window.shop.store.checkpoint()
    tasks = Tasks(qapp)
    telling = Teller(window.shell, window.till, in_window=window.notify, open_page=window.open_page, tasks=tasks)
    try:
        telling.look()
        qtbot.waitUntil(lambda: bool(window.told), timeout=30_000)
    finally:
        tasks.shut()
    assert words_of(window.told[0]).bold.startswith("2026-03-16 is not in QuickBooks after")
    telling.end()
