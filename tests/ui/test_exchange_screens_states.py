"""One shop in which every state of the calendar was reached by what people do, looked at in every theme and size."""

from collections.abc import Iterator
from itertools import product
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from retailpos.actions.books import day_state
from retailpos.core import outbox as states
from retailpos.exchange.online.turns import unhurried
from retailpos.practice.every_state import DAYS, EveryState
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.words import ALL_STATES, face
from retailpos.ui.parts.calendar import STATES
from retailpos.ui.theme.look import Choice, apply
from tests.ui.audit import audit
from tests.ui.day_helper import DeskWindow

THEMES = ("light", "dark", "high contrast")
SIZES = ((1366, 768), (1920, 1080))
TRYING = next(date for date, (state, _, _) in DAYS.items() if state == states.SENDING)
# The one that is on its way is signed off before and verified after.
STANDING = [date for date in DAYS if date != TRYING]


@pytest.fixture(scope="module")
def month(qapp: QApplication) -> Iterator[EveryState]:
    stage = Stage()
    stage.company()
    stage.shop.exchange.turns = unhurried()
    made = EveryState(stage)
    made.play()
    yield made
    stage.close()


@pytest.fixture(scope="module")
def window(month: EveryState) -> Iterator[DeskWindow]:
    made = DeskWindow(month.stage)
    made.page("quickbooks").model.choose("2026-03-14")
    yield made
    made.shell.close()


def test_every_state_there_is_occurs_in_the_month() -> None:
    assert {state for state, _, _ in DAYS.values()} == set(ALL_STATES)


@pytest.mark.parametrize("date", STANDING)
def test_each_day_is_in_its_state(month: EveryState, date: str) -> None:
    assert day_state(month.stage.shop, date) == DAYS[date][0]


@pytest.mark.parametrize("date", STANDING)
def test_each_state_has_its_word_icon_colour_and_next_step(window: DeskWindow, date: str) -> None:
    page = window.page("quickbooks")
    page.model.choose(date)
    telling, state = page.model.view.telling, DAYS[date][0]
    look = face(state)
    assert STATES[look_name(page, date)] is look
    assert page.side.chip.text() == look.word
    assert page.side.headline.text() == telling.headline
    assert telling.headline.endswith(".")
    assert telling.text.endswith(".")
    waits_for_nobody = (states.CLOSED, states.SUPERSEDED, states.LEFT_OUT)
    assert bool(telling.verb_words) == (state not in waits_for_nobody)
    assert page._step.isVisible() == bool(telling.verb_words)
    assert not telling.verb or telling.verb in page._desk.steps


def look_name(page: object, date: str) -> str:
    """What the calendar calls the state of a date."""
    cells = page.model.view.cells  # type: ignore[attr-defined]  # the calendar's page
    return str(next(cell for cell in cells if cell.day == date).state)


def test_the_states_can_be_told_apart_without_colour() -> None:
    assert len({look.word for look in STATES.values()}) == len(STATES)
    assert len({look.icon for look in STATES.values()}) == len(STATES)
    assert [name for name, look in STATES.items() if look.tone == "ok"] == [states.VERIFIED]


@pytest.mark.parametrize("nth", range(len(THEMES) * len(SIZES)))
def test_the_month_is_sound_in_every_theme_and_size(
    window: DeskWindow, qapp: QApplication, qtbot: QtBot, *, nth: int
) -> None:
    theme, size = list(product(THEMES, SIZES))[nth]
    apply(qapp, cast("Choice", theme))
    page = window.page("quickbooks")
    window.shell.resize(*size)
    # Every chosen day is looked at on the smallest screen, and a share of them in each of the other looks.
    for date in STANDING if nth == 0 else STANDING[nth::6]:
        page.model.choose(date)
        qtbot.wait(1)
        assert audit(page, target=32) == [], date


def test_a_day_on_its_way_says_so_until_the_answer_is_there(
    month: EveryState, window: DeskWindow, qtbot: QtBot
) -> None:
    page = window.page("quickbooks")
    page.model.choose(TRYING)
    assert page.model.view.telling.state == states.APPROVED
    month.hold_the_line()
    page.verbs["next step"].trigger()
    qtbot.waitUntil(lambda: day_state(month.stage.shop, TRYING) == states.SENDING, timeout=20_000)
    page.model.read()
    assert page.model.view.telling.state == states.SENDING
    assert page.model.view.telling.verb_words == ""
    assert look_name(page, TRYING) == states.SENDING
    assert audit(page, target=32) == []
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)
    assert page.model.view.telling.state == states.VERIFIED
