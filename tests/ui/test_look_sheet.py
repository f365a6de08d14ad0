"""Look and sound: chosen at the register, held at once, kept for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication

from retailpos.actions.looks import Wishes, kept_wishes
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.theme.look import apply, look, theme
from tests.ui.audit import audit
from tests.ui.register_shop import MUG, Register, make_shop


def _open(register: Register) -> None:
    register.key(Qt.Key.Key_F10)
    register.type("look")
    register.key(Qt.Key.Key_Return)
    assert register.sheet("look sheet") is not None


def test_colours_change_while_one_chooses(register: Register) -> None:
    _open(register)
    register.click("pill Dark")
    assert theme().name == "dark"
    register.click("pill High contrast")
    assert theme().strong
    assert kept_wishes(register.till).theme == "high contrast"


def test_key_names_go_and_come(register: Register) -> None:
    blue = register.page.ticket.blue
    register.scan(MUG)
    assert blue.key_name() == "F12"
    _open(register)
    register.click("wish key_names")
    assert blue.key_name() == ""
    register.click("wish key_names")
    assert blue.key_name() == "F12"


def test_what_was_chosen_is_worn_at_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    first = Register(make_shop(tmp_path / "looks.shop"))
    _open(first)
    first.click("pill Dark")
    first.click("wish sounds")
    first.click("wish motion")
    first.close()
    apply(qapp, "system")
    second = Register(make_shop(tmp_path / "looks.shop"))
    try:
        assert theme().name == "dark"
        assert second.window.sheets.sounds.on
        assert not look().motion
        assert kept_wishes(second.till) == Wishes(theme="dark", motion=False, sounds=True)
    finally:
        second.close()
        look().motion = True


def test_a_theme_that_the_computer_is_told_to_wear_stays(qapp: QApplication, tmp_path: Path) -> None:
    first = Register(make_shop(tmp_path / "looks.shop"))
    _open(first)
    first.click("pill Dark")
    first.close()
    apply(qapp, "light")
    second = Register(make_shop(tmp_path / "looks.shop"))
    assert theme().name == "light"
    second.close()


@pytest.mark.parametrize("motion", [True, False])
def test_a_new_line_glows_only_where_motion_is_wished(dressed: None, motion: bool) -> None:
    look().motion = motion
    view = LinesView()
    view.set_rows((LineRow("Mug", "14.00", "1"),))
    view.set_rows((LineRow("Mug", "14.00", "1"), LineRow("Tea", "3.80", "1")))
    assert (view._fade.state() == QAbstractAnimation.State.Running) is motion
    view._fade.stop()
    look().motion = True


def test_the_sheet_holds(register: Register) -> None:
    _open(register)
    assert [fault for fault in audit(register.window) if not fault.startswith("faint")] == []
