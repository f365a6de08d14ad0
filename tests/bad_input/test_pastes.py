"""What is pasted into the window's fields: huge, hostile or from another alphabet, it is carried or refused calmly."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from retailpos.actions.check import check_shop
from retailpos.ui.theme.look import apply
from retailpos.ui.top_bar import SearchField
from tests.ui.register_shop import MUG, Register, make_shop

PASTES = {
    "a million characters": "x" * 1_000_000,
    "ten thousand lines": "mug\n" * 10_000,
    "control marks": "mu\x00g\x07\x1bp\x00\x19\xfa\x7f\x9b",
    "only line breaks": "\r\n\r\n\r\n",
    "right-to-left override": "\u202egum\u202c",
    "Hebrew and Arabic": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "zero-width marks": "m\u200bu\u200dg\ufeff",
    "a tower of accents": "Z" + "\u0301" * 5_000,
    "emoji families": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 200,
    "a lone surrogate": "mug \ud800",
    "a search pattern": '* NEAR("mug" OR 1=1) -- \'',
    "markup": "<img src=x onerror=1><b>mug</b>&amp;%s{0.__class__}",
    "a card number": "4111 1111 1111 1111",
    "a whole barcode": MUG,
    "digits without end": "9" * 40_000,
}
# The key that opens a field, and whether it needs a line on the sale first.
# The key that opens each field.
FIELDS = {
    "search": Qt.Key.Key_F2,
    "quantity": Qt.Key.Key_F3,
    "customer": Qt.Key.Key_F4,
    "price": Qt.Key.Key_F5,
    "hold": Qt.Key.Key_F6,
    "discount": Qt.Key.Key_F7,
    "return": Qt.Key.Key_F8,
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("shop") / "small.shop"
    make_shop(file).close()
    return file


@pytest.fixture(scope="module")
def register(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, template: Path) -> Iterator[Register]:
    apply(qapp, "light").show_keys = True
    file = tmp_path_factory.mktemp("pasted") / "small.shop"
    shutil.copy(template, file)
    made = Register(make_shop(file))
    made.scan(MUG)
    yield made
    assert check_shop(made.shop.store) == ()
    made.close()


@pytest.mark.parametrize("key", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("pasted", PASTES.values(), ids=[name.replace(" ", "-") for name in PASTES])
def test_a_paste_is_carried_or_refused_and_the_sale_stays(register: Register, key: Qt.Key, pasted: str) -> None:
    faults: list[str] = []
    register.window.counter.faulted.connect(faults.append)
    before = register.now.cart.lines
    QApplication.clipboard().setText(pasted)
    register.key(key)
    register.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    told = register.notices()
    for _ in range(3):
        register.key(Qt.Key.Key_Escape)
    register.window.counter.faulted.disconnect(faults.append)
    assert faults == []
    assert register.now.cart.lines == before
    assert register.sheet() is None
    assert register.window.shown == "register"
    assert all(mark.isprintable() for text in told for mark in text)


def test_a_paste_does_reach_the_search(register: Register) -> None:
    QApplication.clipboard().setText(PASTES["markup"])
    register.key(Qt.Key.Key_F2)
    register.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    field = register.window.findChild(SearchField)
    assert field is not None
    assert field.text() == PASTES["markup"]
    register.key(Qt.Key.Key_Escape)
