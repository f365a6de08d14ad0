"""Every face of the register judged by measure, in three themes and three sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retailpos.ui.icons import icons
from retailpos.ui.theme.look import apply
from tests.ui.audit import audit
from tests.ui.register_shop import CANDLE, MUG, Register, make_shop


def _allowed(fault: str, *, sheet: bool) -> bool:
    """What lies under a sheet is dimmed on purpose."""
    return sheet and fault.startswith("faint")


def _sign_in(register: Register) -> None:
    register.window.lock()


def _ringing(register: Register) -> None:
    register.scan(MUG)
    register.scan(CANDLE)


def _search(register: Register) -> None:
    register.type("stone")


def _tender(register: Register) -> None:
    _ringing(register)
    register.key(Qt.Key.Key_F12)
    register.key(Qt.Key.Key_F3)
    register.type("500")
    register.key(Qt.Key.Key_Return)


def _change(register: Register) -> None:
    _ringing(register)
    register.key(Qt.Key.Key_F12)
    register.type("10000")
    register.key(Qt.Key.Key_Return)


def _return(register: Register) -> None:
    _change(register)
    register.scan("1-000001")
    register.key(Qt.Key.Key_Plus)


def _discount(register: Register) -> None:
    _ringing(register)
    register.key(Qt.Key.Key_F7)


def _keyboard(register: Register) -> None:
    register.click("search keyboard")
    register.click("key m")


def _override(register: Register) -> None:
    _ringing(register)
    register.key(Qt.Key.Key_F7)
    register.type("25")
    register.key(Qt.Key.Key_Return)


def _palette(register: Register) -> None:
    register.key(Qt.Key.Key_F10)


def _refusal(register: Register) -> None:
    register.scan("5012345678900")


FACES: dict[str, Callable[[Register], None]] = {
    "sign-in": _sign_in,
    "empty": lambda _register: None,
    "ringing": _ringing,
    "search": _search,
    "tender": _tender,
    "change": _change,
    "return": _return,
    "override": _override,
    "palette": _palette,
    "discount": _discount,
    "keyboard": _keyboard,
    "refusal": _refusal,
}


@pytest.mark.parametrize(
    ("theme", "size"), [("light", (1366, 768)), ("dark", (1024, 700)), ("high contrast", (1920, 1080))]
)
@pytest.mark.parametrize("face", FACES)
@pytest.mark.usefixtures("dressed")
def test_the_face_holds(qapp: QApplication, tmp_path: Path, theme: str, size: tuple[int, int], face: str) -> None:
    apply(qapp, theme)
    icons().load()
    register = Register(make_shop(tmp_path / "judged.shop"))
    try:
        register.window.resize(*size)
        QApplication.processEvents()
        FACES[face](register)
        QApplication.processEvents()
        QTest.qWait(60)
        found = [fault for fault in audit(register.window) if not _allowed(fault, sheet=register.sheet() is not None)]
        assert found == []
    finally:
        register.close()
