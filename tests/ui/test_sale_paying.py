"""Payment, change and what follows, by key and by touch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.register_shop import CANDLE, MUG, Register, make_shop

F = {n: getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)}
CTRL = Qt.KeyboardModifier.ControlModifier


def test_pay_cash_get_change_next_sale_by_keys(register: Register) -> None:
    kicks = register.printer.kicks
    register.scan(MUG)
    register.key(F[12])
    assert register.now.face == "tender"
    register.type("2000")
    register.key(Qt.Key.Key_Return)
    assert register.now.face == "change"
    assert register.page.change_pane.figure.text() == "5.02"
    assert register.printer.kicks == kicks + 1
    assert len(register.printer.papers) == 1
    register.key(Qt.Key.Key_Return)
    assert register.now.face == "keys"
    assert register.now.idle


def test_pay_cash_by_touch(register: Register) -> None:
    register.click("tile candle")
    register.click("blue place")
    register.click("sum 20.00")
    register.click("blue place")
    assert register.page.change_pane.figure.text() == "0.20"
    register.click("blue place")
    assert register.now.face == "keys"


@pytest.mark.parametrize(("key", "held"), [(F[11], Qt.KeyboardModifier.NoModifier)])
def test_exact_cash_in_one_press(register: Register, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    register.scan(MUG)
    register.key(key, held)
    assert register.now.face == "change"
    assert register.now.last is not None
    assert register.now.last.total == 1498


def test_split_between_card_and_cash(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)
    register.key(F[12])
    register.key(F[3])
    register.type("2000")
    register.key(Qt.Key.Key_Return)
    assert register.page.tender_pane.left.text() == "14.78"
    register.key(F[2])
    register.key(Qt.Key.Key_Return)
    assert register.now.last is not None
    assert [(p.name, p.cents) for p in register.now.last.payments] == [("Visa/MC", 2000), ("Cash", 1478)]


def test_the_last_payment_can_be_taken_off(register: Register) -> None:
    register.scan(MUG)
    register.key(F[12])
    register.key(F[3])
    register.type("500")
    register.key(Qt.Key.Key_Return)
    register.key(Qt.Key.Key_Delete)
    assert register.now.cart.payments == ()
    assert register.page.tender_pane.left.text() == "14.98"


def test_escape_and_a_scan_go_back_to_the_sale_and_keep_payments(register: Register) -> None:
    register.scan(MUG)
    register.key(F[12])
    register.key(F[3])
    register.type("500")
    register.key(Qt.Key.Key_Return)
    register.key(Qt.Key.Key_Escape)
    assert register.now.face == "keys"
    register.key(F[12])
    register.scan(CANDLE)
    assert register.now.face == "keys"
    assert len(register.now.cart.lines) == 2
    assert len(register.now.cart.payments) == 1


def test_more_than_due_by_card_is_refused_and_the_amount_stays(register: Register) -> None:
    register.scan(MUG)
    register.key(F[12])
    register.key(F[3])
    register.type("2000")
    register.key(Qt.Key.Key_Return)
    assert register.now.face == "tender"
    assert register.page.tender_pane.amount.text() == "20.00"
    assert register.notices()


def test_arrows_go_through_quick_cash(register: Register) -> None:
    register.scan(MUG)
    register.key(F[12])
    register.key(Qt.Key.Key_Down)
    assert register.page.tender_pane.amount.text() == "15.00"
    register.key(Qt.Key.Key_Up)
    assert register.page.tender_pane.amount.text() == "14.98"


def test_a_scan_in_change_begins_the_next_sale(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.scan(CANDLE)
    assert register.now.face == "keys"
    assert [line.name for line in register.now.cart.lines] == ["Beeswax Candle"]


def test_the_last_receipt_again_is_a_copy(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.key(Qt.Key.Key_P, CTRL)
    assert len(register.printer.papers) == 2
    assert any("COPY" in line for line in register.printer.lines())


def test_void_needs_a_manager_and_a_reason(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.click("void this")
    register.key(Qt.Key.Key_Return)
    assert register.sheet("text sheet") is not None
    register.type("rung up twice")
    register.key(Qt.Key.Key_Return)
    register.type("7264")
    register.key(Qt.Key.Key_Return)
    with register.shop.store.read() as tx:
        voids = tx.documents.referring(register.now.last.id)
    assert [document.kind for document in voids] == ["void"]
    assert voids[0].reason == "rung up twice"


def test_no_sale_is_written_down(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    kicks = register.printer.kicks
    register.click("no sale")
    register.type("give change")
    register.key(Qt.Key.Key_Return)
    assert register.printer.kicks == kicks + 1


def test_cash_waits_for_the_drawer_and_the_float_opens_it(dressed: None, tmp_path) -> None:
    register = Register(make_shop(tmp_path / "closed.shop"), float_=None)
    try:
        assert register.sheet("amount sheet") is not None
        register.key(Qt.Key.Key_Escape)
        register.scan(MUG)
        register.key(F[11])
        assert register.now.face == "keys"
        assert "drawer" in register.notices()[0]
        register.click("notice button")
        register.type("15000")
        register.key(Qt.Key.Key_Return)
        register.key(F[11])
        assert register.now.face == "change"
    finally:
        register.close()


def test_a_whole_sale_comes_back_for_cash(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)
    register.key(F[11])
    register.key(Qt.Key.Key_Return)
    register.key(F[8])
    assert register.now.face == "return"
    register.click("receipt 1-000001")
    register.key(Qt.Key.Key_Plus)
    register.click("pill Faulty")
    assert register.total == "14.98"
    register.key(Qt.Key.Key_Return)
    assert register.now.face == "keys"
    assert register.now.cart.lines[0].back is not None
    register.key(F[12])
    register.key(Qt.Key.Key_Return)
    assert register.now.last is not None
    assert register.now.last.total == -1498


def test_a_scanned_receipt_opens_and_goods_choose_their_line(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)
    register.key(F[11])
    register.scan("1-000001")
    assert register.now.face == "return"
    register.scan(CANDLE)
    assert register.page.returning.now.coming == {2: 1000}
    register.key(Qt.Key.Key_Escape)
    assert register.now.cart.lines == ()


def test_an_even_exchange_is_finished(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.scan("1-000001")
    register.click("beside")
    register.click("pill Too small")
    register.click("blue place")
    register.scan(MUG)
    assert register.total == "0.00"
    register.key(F[12])
    register.key(Qt.Key.Key_Return)
    assert register.now.last is not None
    assert register.now.last.total == 0
    assert len(register.now.last.lines) == 2


def test_a_reason_is_asked_for(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.scan("1-000001")
    register.click("beside")
    register.click("blue place")
    assert register.now.face == "return"
    assert "reason" in register.notices()[0].lower()


def test_without_a_receipt_a_manager_allows_it(register: Register) -> None:
    register.key(F[8])
    register.click("without a receipt")
    register.type("stone")
    register.key(Qt.Key.Key_Return)
    register.click("pill Faulty")
    register.key(Qt.Key.Key_Return)
    register.type("7264")
    register.key(Qt.Key.Key_Return)
    assert register.now.cart.lines[0].back is not None
    assert register.total == "14.98"


@pytest.mark.parametrize("held", [CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier])
def test_second_keys_for_pay_and_exact_cash(register: Register, held: Qt.KeyboardModifier) -> None:
    register.scan(MUG)
    register.key(Qt.Key.Key_Return, held)
    assert register.now.face == ("tender" if held == CTRL else "change")


def test_a_receipt_is_found_by_number_date_or_amount(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.key(F[8])
    for asked in ("1-000001", "1", "14.98", "2026-03-17"):
        register.page.search(asked)
        assert [receipt.number for receipt in register.page.returning.now.found] == [1], asked
    register.key(Qt.Key.Key_Return)
    assert register.page.returning.now.receipt is not None


def test_an_older_receipt_can_be_voided_from_where_it_is_shown(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.scan("1-000001")
    register.click("void this receipt")
    register.click("pill Rung up twice")
    register.key(Qt.Key.Key_Return)
    register.type("7264")
    register.key(Qt.Key.Key_Return)
    with register.shop.store.read() as tx:
        assert [document.kind for document in tx.documents.referring(register.now.last.id)] == ["void"]


def test_a_printer_in_trouble_says_so_until_it_is_over(register: Register) -> None:
    register.window.device_told("printer", "no_paper", (("waiting", "1"),))
    assert register.notices() == ["No paper in the printer."]
    register.scan(MUG)
    assert register.notices() == ["No paper in the printer."]
    register.window.device_told("printer", "printer_ready", ())
    assert register.notices() == []


def test_goods_that_are_not_on_the_receipt_are_told(register: Register) -> None:
    register.scan(MUG)
    register.key(F[11])
    register.scan("1-000001")
    register.scan(CANDLE)
    assert register.notices() == ["Beeswax Candle is not on receipt 1-000001."]
    assert not register.page.returning.now.anything
