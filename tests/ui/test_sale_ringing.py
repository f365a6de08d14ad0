"""Ringing up at the window, by scan, by touch and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.register_shop import CANDLE, MUG, TEA, Register

F = {n: getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)}
CTRL, SHIFT, PAD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def test_scan_begins_the_sale_and_the_same_again_counts_on(register: Register) -> None:
    register.scan(MUG)
    register.scan(MUG)
    register.scan(CANDLE)
    assert [(line.name, line.milli) for line in register.now.cart.lines] == [
        ("Stoneware Mug", 2000),
        ("Beeswax Candle", 1000),
    ]
    assert register.total == "49.76"


def test_a_picture_key_adds_one(register: Register) -> None:
    register.click("tile mug")
    register.click("tile mug")
    assert register.now.cart.lines[0].milli == 2000
    assert register.page.ticket.lines.rows()[0].quantity == "2"


def test_typing_anywhere_searches_and_enter_adds_the_best_hit(register: Register) -> None:
    register.type("cand")
    assert register.now.face == "search"
    assert register.page.ticket.lines.rows()[-1].tone == "waiting"
    register.key(Qt.Key.Key_Return)
    assert register.now.face == "keys"
    assert register.now.cart.lines[0].name == "Beeswax Candle"
    assert register.page.top.search.text() == ""


def test_three_times_before_an_item_means_three(register: Register) -> None:
    register.type("3*stone")
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.lines[0].milli == 3000
    register.type("2*")
    register.scan(CANDLE)
    assert register.now.cart.lines[1].milli == 2000


def test_part_of_a_piece_is_refused_in_words(register: Register) -> None:
    register.type("1.5*")
    register.scan(MUG)
    assert register.now.idle
    assert "Stoneware Mug" in register.notices()[0]


def test_escape_closes_the_search_and_keeps_the_sale(register: Register) -> None:
    register.scan(MUG)
    register.type("tea")
    register.key(Qt.Key.Key_Escape)
    assert register.now.face == "keys"
    assert len(register.now.cart.lines) == 1


def test_a_code_nobody_knows_offers_an_open_item(register: Register) -> None:
    register.scan("5012345678900")
    assert register.notices() == ["5012345678900 is not in the shop."]
    register.key(Qt.Key.Key_Insert)
    register.type("1250")
    register.key(Qt.Key.Key_Return)
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.lines[0].price == 1250


def test_keys_change_the_chosen_line(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)
    register.key(Qt.Key.Key_Up)
    assert register.now.line is not None
    assert register.now.line.name == "Stoneware Mug"
    register.key(Qt.Key.Key_Plus, PAD)
    register.key(Qt.Key.Key_Plus, PAD)
    assert register.now.line.milli == 3000
    register.key(Qt.Key.Key_Minus, PAD)
    assert register.now.line.milli == 2000
    register.key(F[3])
    register.type("7")
    register.key(Qt.Key.Key_Return)
    assert register.now.line.milli == 7000


def test_remove_undo_redo(register: Register) -> None:
    register.scan(MUG)
    register.key(Qt.Key.Key_Delete)
    assert register.now.idle
    register.key(Qt.Key.Key_Z, CTRL)
    assert register.now.cart.lines[0].name == "Stoneware Mug"
    register.key(Qt.Key.Key_Y, CTRL)
    assert register.now.idle


def test_below_one_removes_and_undo_brings_back(register: Register) -> None:
    register.scan(MUG)
    register.click("One less")
    assert register.now.idle
    register.click("notice button")
    assert register.now.cart.lines[0].milli == 1000


def test_ten_per_cent_is_everybodys(register: Register) -> None:
    register.scan(MUG)
    register.key(F[7])
    register.type("10")
    register.key(Qt.Key.Key_Return)
    assert register.page.ticket.lines.rows()[0].struck == "14.00"
    assert register.page.ticket.lines.rows()[0].amount == "12.60"


def test_discount_on_the_whole_sale(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)
    register.key(F[7], SHIFT)
    register.click("amount instead")
    register.type("2")
    register.key(Qt.Key.Key_Return)
    assert register.now.figures.discount == -200


def test_more_than_ten_needs_a_manager_and_scans_wait_behind(register: Register) -> None:
    register.scan(MUG)
    register.key(F[7])
    register.type("25")
    register.key(Qt.Key.Key_Return)
    assert register.sheet("override") is not None
    register.scan(CANDLE)
    assert len(register.now.cart.lines) == 1
    register.type("7264")
    register.key(Qt.Key.Key_Return)
    assert register.sheet() is None
    lines = register.now.cart.lines
    assert lines[0].discount is not None
    assert lines[0].discount.basis_points == 2500
    assert lines[1].name == "Beeswax Candle"


def test_a_wrong_pin_allows_nothing_and_escape_drops_only_the_wish(register: Register) -> None:
    register.scan(MUG)
    register.key(F[7])
    register.type("25")
    register.key(Qt.Key.Key_Return)
    register.type("1111")
    register.key(Qt.Key.Key_Return)
    assert register.sheet("override") is not None
    register.key(Qt.Key.Key_Escape)
    assert register.sheet() is None
    assert register.now.cart.lines[0].discount is None


def test_instead_of_asking_the_most_that_is_allowed(register: Register) -> None:
    register.scan(MUG)
    register.key(F[7])
    register.type("25")
    register.key(Qt.Key.Key_Return)
    register.click("instead")
    assert register.now.cart.lines[0].discount is not None
    assert register.now.cart.lines[0].discount.basis_points == 1000


def test_hold_and_take_up_again(register: Register) -> None:
    register.scan(MUG)
    register.key(F[6])
    register.type("blue coat")
    register.key(Qt.Key.Key_Return)
    assert register.now.idle
    assert "blue coat" in register.notices()[0]
    register.key(F[6])
    assert register.sheet("list sheet") is not None
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.lines[0].name == "Stoneware Mug"
    assert register.now.held == ()


def test_customer_by_name_brings_the_exemption(register: Register) -> None:
    register.scan(MUG)
    register.key(F[4])
    register.type("anne")
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.customer_name == "St. Anne Church"
    assert register.now.figures.tax == 0


def test_goods_by_weight_ask_for_the_weight(register: Register) -> None:
    register.click("tile tea")
    register.type("0.35")
    register.key(Qt.Key.Key_Return)
    row = register.page.ticket.lines.rows()[0]
    assert (row.quantity, row.second, row.amount) == ("0.350", "kg at 38.00", "13.30")
    register.scan(TEA)
    assert len(register.now.cart.lines) == 2


def test_an_item_at_any_amount_asks_for_it(register: Register) -> None:
    register.window.lock()
    register.sign_in("Joan Weber")
    register.click("tile gift")
    register.type("400")
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.lines[0].price == 400


@pytest.mark.parametrize(("key", "held"), [(F[10], Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, CTRL)])
def test_the_palette_finds_a_verb_by_name(register: Register, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    register.scan(MUG)
    register.key(key, held)
    register.type("remo")
    register.key(Qt.Key.Key_Return)
    assert register.now.idle


def test_a_page_of_keys_by_ctrl_and_a_digit(register: Register) -> None:
    register.key(Qt.Key.Key_2, CTRL)
    assert [tile.face.name for tile in register.page.keys.tiles.tiles] == ["Ceylon Tea, loose"]


def test_the_draft_survives_the_program(register: Register, tmp_path) -> None:
    from retailpos.actions.till import Till

    register.scan(MUG)
    register.scan(CANDLE)
    again = Till(register.shop)
    assert [line.name for line in again.cart.lines] == ["Stoneware Mug", "Beeswax Candle"]


@pytest.mark.parametrize(
    ("key", "sheet"), [(F[3], "number sheet"), (F[4], "list sheet"), (F[5], "amount sheet"), (F[7], "number sheet")]
)
def test_verbs_work_from_inside_the_search_field(register: Register, key: Qt.Key, sheet: str) -> None:
    register.scan(MUG)
    register.key(F[2])
    register.type("st")
    register.key(key)
    assert register.sheet(sheet) is not None
    register.key(Qt.Key.Key_Escape)
    assert register.sheet() is None
    assert len(register.now.cart.lines) == 1


def test_delete_inside_the_search_field_removes_no_line(register: Register) -> None:
    register.scan(MUG)
    register.key(F[2])
    register.type("st")
    register.key(Qt.Key.Key_Home)
    register.key(Qt.Key.Key_Delete)
    assert register.page.top.search.text() == "t"
    assert len(register.now.cart.lines) == 1


def test_a_scan_while_searching_goes_to_the_sale(register: Register) -> None:
    register.key(F[2])
    register.type("cand")
    register.scan(MUG)
    assert [line.name for line in register.now.cart.lines] == ["Stoneware Mug"]
    assert register.page.top.search.text() == ""


def test_a_scan_on_another_page_is_refused_there(register: Register) -> None:
    register.key(F[9])
    assert register.window.shown == "drawer"
    register.scan(MUG)
    assert register.now.idle
    register.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert register.window.shown == "register"


def test_every_verb_of_the_palette_can_be_pressed_or_rests(register: Register) -> None:
    register.scan(MUG)
    for action in tuple(register.page.verbs.all()):
        name = action.objectName()
        if name in ("lock", "drawer") or not action.isEnabled():
            continue
        action.trigger()
        register.window.close_sheets()
        register.page.model.back()
        if register.now.idle:
            register.scan(MUG)
    assert register.window.shown == "register"


def test_the_largest_price_is_typed_from_the_right(register: Register) -> None:
    register.key(Qt.Key.Key_Insert)
    register.type("99999999")
    register.key(Qt.Key.Key_Return)
    register.key(Qt.Key.Key_Return)
    row = register.page.ticket.lines.rows()[0]
    assert row.amount == "999,999.99"
    assert register.total == "999,999.99"
