"""Every desk page, judged by measure: nothing cut or overlapping, targets large enough, words that stand out."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer
from retailpos.ui.day.pages import FRAMES
from retailpos.ui.theme.look import Choice, apply
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

SIZES = {"light": (1366, 768), "dark": (1920, 1080), "high contrast": (1366, 768)}
TOUCHED = ("drawer", "count", "connect")


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    yield made
    made.shell.close()
    stage.close()


@pytest.mark.parametrize("theme", SIZES)
@pytest.mark.parametrize("name", FRAMES)
def test_a_page_is_sound(window: DeskWindow, qapp: QApplication, qtbot: QtBot, *, name: str, theme: str) -> None:
    apply(qapp, cast("Choice", theme))
    window.shell.resize(*SIZES[theme])
    page = window.page(name)
    qtbot.wait(50)
    assert audit(page, target=48 if name in TOUCHED else 32) == []
