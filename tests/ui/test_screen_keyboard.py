"""The keyboard on the screen: a register that is only touched can search, name and find."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from retailpos.ui.parts.screen_keyboard import FACES, HEIGHT, ScreenKeyboard, keyboard_of
from retailpos.ui.parts.sheet import Sheet
from tests.ui.audit import audit
from tests.ui.register_shop import MUG, Register


def _touch(register: Register, *keys: str) -> None:
    for key in keys:
        register.click(f"key {key}")


def _board(register: Register) -> ScreenKeyboard:
    return keyboard_of(register.window)


def _place(register: Register, part: QWidget) -> QRect:
    return QRect(part.mapTo(register.window, QPoint(0, 0)), part.size())


def test_an_item_is_found_and_sold_by_touch_alone(register: Register) -> None:
    register.click("search keyboard")
    _touch(register, *"mug", "enter")
    assert [line.name for line in register.now.cart.lines] == ["Stoneware Mug"]
    assert not _board(register).isVisible()


def test_a_sale_is_held_under_a_name_by_touch_alone(register: Register) -> None:
    register.scan(MUG)
    register.click("hold")
    register.click("keyboard of words")
    _touch(register, "shift", *"jo", "blank", "back", "accents", "ë", "letters", "l", "signs", "&", "enter")
    assert [name for _draft, name, _lines, _total in register.now.held] == ["Joël&"]


def test_what_is_touched_never_passes_for_a_scan(register: Register) -> None:
    register.click("search keyboard")
    _touch(register, *MUG)
    assert register.page.top.search.text() == MUG
    assert register.now.cart.lines == ()


def test_a_scan_beside_it_goes_to_the_sale(register: Register) -> None:
    register.click("search keyboard")
    register.scan(MUG)
    assert [line.name for line in register.now.cart.lines] == ["Stoneware Mug"]


def test_it_leaves_ticket_and_blue_place_free(register: Register) -> None:
    register.scan(MUG)
    before = _place(register, register.page.ticket)
    register.click("search keyboard")
    _touch(register, *"mug")
    assert _place(register, register.page.ticket) == before
    assert not _place(register, _board(register)).intersects(before)
    hits = _place(register, register.page.search_pane.view)
    assert not hits.intersects(_place(register, _board(register)))


def test_a_sheet_makes_room_and_takes_it_back(register: Register) -> None:
    register.key(Qt.Key.Key_F4)
    sheet = register.sheet("list sheet")
    assert isinstance(sheet, Sheet)
    before = _place(register, sheet.card)
    register.click("keyboard of find")
    assert _place(register, sheet.card).bottom() < register.window.height() - HEIGHT
    ring = register.window.ring
    assert ring.geometry().contains(_place(register, sheet.field.input).center())
    register.click("key hide")
    assert _place(register, sheet.card) == before


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
def test_every_key_can_be_hit_in_every_size(register: Register, size: tuple[int, int]) -> None:
    register.window.resize(*size)
    register.click("search keyboard")
    for face in FACES:
        if face != _board(register).face:
            _touch(register, face)
        keys = _board(register).keys.values()
        assert min(min(key.width(), key.height()) for key in keys) >= 48
        assert [fault for fault in audit(register.window) if "key " in fault] == []


def test_a_field_at_the_foot_pushes_it_to_the_top(register: Register) -> None:
    from retailpos.ui.parts.field import Input

    field = Input("note at the foot")
    field.setParent(register.window)
    field.setGeometry(100, register.window.height() - 100, 300, 48)
    field.show()
    board = _board(register)
    board.open_for(field)
    assert board.y() == 0


def test_a_field_that_is_gone_takes_nothing_more(register: Register) -> None:
    from retailpos.ui.parts.field import Input

    field = Input("gone")
    field.setParent(register.window)
    field.show()
    board = _board(register)
    board.open_for(field)
    shiboken6.delete(field)
    board.show()
    board.keys["a"].click()
    assert not board.isVisible()
    assert register.now.cart.lines == ()


def test_another_part_with_the_keyboard_puts_it_away(register: Register) -> None:
    register.click("search keyboard")
    assert _board(register).isVisible()
    register.window.no_focus()
    assert not _board(register).isVisible()


def test_its_own_button_puts_it_away_again(register: Register) -> None:
    register.click("search keyboard")
    register.click("search keyboard")
    assert not _board(register).isVisible()
