"""Signing in, locking, and who may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.register_shop import MUG, Register, make_shop

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def nobody(dressed: None, tmp_path: Path):
    made = Register(make_shop(tmp_path / "nobody.shop"), signed_in=False)
    yield made
    made.close()


def test_a_pin_typed_from_anywhere_signs_the_chosen_person_in(nobody: Register) -> None:
    nobody.window.setFocus()
    nobody.type("4821")
    assert nobody.window.sign_in.pin.filled() == 4
    nobody.click("sign in")
    assert nobody.window.shown == "register"
    assert nobody.till.employee is not None
    assert nobody.till.employee.name == "Ana Reyes"


def test_a_pin_by_touch(nobody: Register) -> None:
    nobody.click("person Joan Weber")
    for digit in "7264":
        nobody.click(f"pad {digit}")
    nobody.click("sign in")
    assert nobody.window.shown == "register"


def test_a_pin_that_does_not_fit_is_told_and_forgotten(nobody: Register) -> None:
    nobody.type("0000")
    nobody.key(Qt.Key.Key_Return)
    assert nobody.window.shown == "sign-in"
    assert "Ana Reyes" in nobody.window.sign_in.wrong.text()
    assert nobody.window.sign_in.pin.filled() == 0


def test_escape_clears_the_pin(nobody: Register) -> None:
    nobody.type("48")
    nobody.key(Qt.Key.Key_Escape)
    assert nobody.window.sign_in.pin.filled() == 0


def test_goods_scanned_before_signing_in_are_refused_in_words(nobody: Register) -> None:
    nobody.scan(MUG)
    assert nobody.window.sign_in.wrong.text()
    assert nobody.till.cart.lines == ()


def test_the_lock_keeps_the_sale(register: Register) -> None:
    register.scan(MUG)
    register.key(Qt.Key.Key_L, CTRL)
    assert register.window.shown == "sign-in"
    assert register.till.employee is None
    register.sign_in("Ana Reyes")
    assert register.window.shown == "register"
    assert [line.name for line in register.now.cart.lines] == ["Stoneware Mug"]


def test_no_page_opens_while_nobody_is_signed_in(nobody: Register) -> None:
    nobody.window.open_page("register")
    assert nobody.window.shown == "sign-in"


def test_practice_is_said_on_both_pages(register: Register) -> None:
    assert register.window.top.practice.isVisible()
    register.window.lock()
    assert any(chip.isVisible() for chip in register.window.sign_in.findChildren(type(register.window.top.practice)))
