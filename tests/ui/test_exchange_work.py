"""What the window does with QuickBooks always comes to an end, even by our own fault."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from retailpos.actions.compose import Link
from retailpos.actions.shop import OpenShop
from retailpos.exchange.tokens import App, MemorySecrets
from retailpos.ui.day.context import Desk
from retailpos.ui.exchange.work import ExchangeWork
from tests.ui.day_helper import SHOP, DeskWindow, played


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    made.shop.exchange = Link("http://127.0.0.1:1", App("id", "secret", "", ""), MemorySecrets())
    yield made
    stage.close()


def test_our_own_fault_is_logged_told_and_over(
    window: DeskWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    work = ExchangeWork(Desk(window))

    def stumbles(_shop: OpenShop) -> None:
        raise ValueError("no such leg")

    with caplog.at_level(logging.ERROR):
        work.ask("Working …", stumbles, lambda _found: None)
        qtbot.waitUntil(lambda: not work.running, timeout=5_000)
    assert [error.code for error in window.told] == ["our_fault"]
    assert str(window.told[0].facts["reference"]) in caplog.text
    assert "no such leg" in caplog.text
