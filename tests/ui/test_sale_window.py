"""The window that joins the pages: every page opens, what changed is told, nothing is asked after it closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from retailpos.core.errors import Trouble
from retailpos.ui.day.pages import FRAMES
from retailpos.ui.parts.calendar import CalendarGrid
from tests.ui.register_shop import MUG, Register


@pytest.mark.parametrize("name", FRAMES)
def test_every_page_opens_and_the_way_back_is_known(register: Register, name: str) -> None:
    faults: list[str] = []
    register.window.counter.faulted.connect(faults.append)
    register.window.lock()
    register.sign_in("Joan Weber")
    register.window.open_page(name)
    assert faults == []
    assert register.window.shown == name
    register.click("rail register") if FRAMES[name] == "desk" else register.window.open_page("register")
    assert register.window.shown == "register"


def test_practice_is_said_where_there_is_no_bar(register: Register) -> None:
    register.window.open_page("today")
    mark = next(part for part in register.window.rail.children() if part.objectName() == "practice mark")
    assert mark.isVisible()


def test_a_fault_of_ours_is_one_calm_page_and_the_sale_is_kept(register: Register) -> None:
    register.scan(MUG)

    def broken() -> None:
        raise ZeroDivisionError

    assert not register.window.counter.do(broken)
    sheet = register.sheet("said sheet")
    assert sheet is not None
    register.click("step")
    assert register.sheet() is None
    assert [line.name for line in register.now.cart.lines] == ["Stoneware Mug"]


def test_trouble_stays_until_something_works_again(register: Register) -> None:
    def no_room() -> None:
        raise Trouble("disk_full")

    register.window.counter.do(no_room)
    assert register.notices()
    register.scan(MUG)
    assert register.notices() == []


def test_the_draft_is_synced_within_a_second(register: Register, qtbot) -> None:
    register.scan(MUG)
    assert register.shop.store._loose
    qtbot.waitUntil(lambda: not register.shop.store._loose, timeout=2_500)


def test_any_key_or_touch_begins_the_five_minutes_anew(register: Register) -> None:
    register.window._idle.stop()
    register.key(Qt.Key.Key_Up)
    assert register.window._idle.isActive()
    register.window._idle.stop()
    register.click("tile mug")
    assert register.window._idle.isActive()


def test_five_idle_minutes_lock_the_register(register: Register) -> None:
    register.scan(MUG)
    register.window._idle.timeout.emit()
    assert register.window.shown == "sign-in"
    assert register.till.employee is None


def test_the_strip_shows_the_last_paper(register: Register) -> None:
    register.scan(MUG)
    register.key(Qt.Key.Key_F11)
    register.click("status printer")
    assert register.sheet("said sheet") is not None
    register.key(Qt.Key.Key_Escape)
    assert register.now.face == "change"


def test_while_the_drawer_is_counted_nothing_is_searched_or_taken_up(register: Register) -> None:
    register.window.open_page("count")
    assert not register.window.top.search.isEnabled()
    assert not register.window.top.held.isEnabled()
    assert "refused" in register.window.top.search.placeholderText()
    register.window.open_page("register")
    assert register.window.top.search.isEnabled()
    assert register.window.top.search.placeholderText().startswith("Scan, or type")


def test_alt_and_left_go_back_from_the_calendar_too(register: Register) -> None:
    register.window.lock()
    register.sign_in("Joan Weber")
    register.window.open_page("quickbooks")
    grid = register.window.findChild(CalendarGrid)
    grid.setFocus()
    register.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert register.window.shown == "register"
