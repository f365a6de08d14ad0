"""Buttons of every kind: large enough, named, pressed on release with some slip, driven by one action each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from retailpos.ui.parts.action_key import ActionBar, ActionKey
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.close_key import CloseKey, PictureKey
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.painting import elided
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.stepper import Stepper
from retailpos.ui.parts.switch import Switch, Tick
from retailpos.ui.parts.tabs import Pill, TabPills
from retailpos.ui.parts.tile import Tile, TileFace, TileGrid, two_lines
from retailpos.ui.parts.verbs import Verb, Verbs, key_words, short_key
from retailpos.ui.theme.look import look

LONG = "Fisherman’s Wool Throw, undyed, hand-finished on the quay by those who stayed at home"

MADE: dict[str, Callable[[], Pressable]] = {
    "primary": lambda: Button("Pay", "primary", size="big", key="F12"),
    "secondary": lambda: Button("Show"),
    "slim": lambda: Button("Show", size="slim"),
    "quiet": lambda: Button("Change", "quiet"),
    "danger": lambda: Button("Void this sale", "danger"),
    "action key": lambda: ActionKey("Price", icon="tag", key="F5"),
    "picture key": lambda: Tile(TileFace("1", "Stoneware Mug", "14.00")),
    "pill": lambda: Pill("Kitchen"),
    "switch": lambda: Switch("Back on the shelf"),
    "tick": lambda: Tick("Only rows this shop uses"),
    "close": CloseKey,
    "picture": lambda: PictureKey("arrow-left", "Back"),
}


@pytest.mark.parametrize("kind", sorted(MADE))
def test_every_button_is_large_enough_for_a_finger_and_has_a_name(qtbot: QtBot, kind: str) -> None:
    part = MADE[kind]()
    qtbot.addWidget(part)
    assert part.sizeHint().width() >= 48
    assert part.sizeHint().height() >= 48
    assert part.objectName()
    assert part.accessibleName()
    told = QAccessible.queryAccessibleInterface(part)
    assert told.text(QAccessible.Text.Name) == part.accessibleName()
    assert told.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


@pytest.mark.parametrize("kind", sorted(MADE))
def test_a_finger_never_takes_the_keyboard(qtbot: QtBot, kind: str) -> None:
    window, part = QWidget(), MADE[kind]()
    qtbot.addWidget(window)
    row(window).addWidget(part)
    window.show()
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    assert not part.hasFocus()


def test_enter_and_space_press_what_has_the_keyboard(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("Take cash")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(pressed) == 3


@pytest.mark.parametrize(("away", "counts"), [(0, True), (11, True), (14, False)])
def test_a_press_counts_on_release_with_twelve_pixels_of_slip(qtbot: QtBot, away: int, counts: bool) -> None:
    pressed: list[int] = []
    window, button = QWidget(), Button("Hold")
    qtbot.addWidget(window)
    row(window, margin=(60, 60, 60, 60)).addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    window.show()
    edge = QPoint(button.width() - 1, 20)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=edge)
    assert pressed == []
    QTest.mouseMove(button, edge + QPoint(away, 0))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=edge + QPoint(away, 0))
    assert bool(pressed) is counts


def test_a_long_press_is_its_own_thing(qtbot: QtBot) -> None:
    pressed: list[str] = []
    tile = Tile(TileFace("1", "Mug"))
    qtbot.addWidget(tile)
    tile.clicked.connect(lambda: pressed.append("pressed"))
    tile.held.connect(lambda: pressed.append("held"))
    tile.resize(145, 117)
    tile.show()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pressed), timeout=2000)
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
    assert pressed == ["held"]


def test_one_action_drives_button_key_and_words(qtbot: QtBot) -> None:
    page, did = QWidget(), []
    qtbot.addWidget(page)
    verbs = Verbs(page)
    verb = Verb("hold", "Hold", "F6", "Ctrl+H", "pause")
    action = verbs.add(verb, lambda: did.append("hold"))
    button = Button()
    button.bind(action)
    row(page).addWidget(button)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button.click()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_F6)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert did == ["hold"] * 3
    assert (button.text(), button.key_name(), button.objectName()) == ("Hold", "F6", "hold")
    action.setText("Hold 3 lines")
    action.setEnabled(False)
    assert (button.text(), button.accessibleName(), button.isEnabled()) == ("Hold 3 lines", "Hold 3 lines", False)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_F6)
    assert len(did) == 3, "a key does no more than its button"
    with pytest.raises(ValueError, match="there already"):
        verbs.add(verb, lambda: None)


def test_keys_of_a_page_that_is_not_shown_do_nothing(qtbot: QtBot) -> None:
    window, did = QWidget(), []
    qtbot.addWidget(window)
    first, second = QWidget(), QWidget()
    across = row(window)
    for name, page in (("first", first), ("second", second)):
        across.addWidget(page)
        Verbs(page).add(Verb(name, name, "F6"), lambda name=name: did.append(name))
    second.hide()
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F6)
    assert did == ["first"]


def test_key_names_are_written_as_on_a_keyboard_and_can_be_hidden() -> None:
    assert [key_words(key) for key in ("Ctrl+Return", "Escape", "F12", "")] == ["Ctrl Enter", "Esc", "F12", ""]
    assert short_key("Ctrl+Z") == "^Z"
    look().show_keys = False
    assert key_words("F12") == ""


def test_busy_keeps_its_width(qtbot: QtBot) -> None:
    button = Button("Send to QuickBooks", "primary")
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.set_busy("Sending …")
    assert (button.sizeHint(), button.isEnabled()) == (before, False)
    button.set_busy("")
    assert button.isEnabled()


def test_a_stepper_steps_and_stops_at_its_limits(qtbot: QtBot) -> None:
    steps: list[int] = []
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.stepped.connect(steps.append)
    stepper.set_value("0", at_least=True)
    stepper.show()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Up):
        QTest.keyClick(stepper, key)
    ends = stepper.findChildren(QPushButton)
    QTest.mouseClick(next(end for end in ends if end.accessibleName() == "One less"), Qt.MouseButton.LeftButton)
    assert steps == [1, 1]


def test_the_pad_has_seven_eight_nine_on_top_and_says_what_was_pressed(qtbot: QtBot) -> None:
    typed: list[str] = []
    pad = Keypad("00")
    qtbot.addWidget(pad)
    pad.typed.connect(typed.append)
    pad.resize(348, 340)
    pad.show()
    top = sorted((key.y(), key.x(), sent) for sent, key in pad.keys.items())
    assert "".join(sent for _, _, sent in top[:3]) == "789"
    for sent in ("7", "00", "back"):
        pad.keys[sent].click()
    assert typed == ["7", "00", "back"]
    assert min(key.height() for key in pad.keys.values()) >= 64


def test_picture_keys_are_one_stop_with_arrows_inside(qtbot: QtBot) -> None:
    pressed: list[str] = []
    grid = TileGrid(5, 4)
    qtbot.addWidget(grid)
    grid.pressed.connect(pressed.append)
    grid.set_tiles(tuple(TileFace(str(number), f"Item {number}") for number in range(20)))
    grid.resize(774, 504)
    grid.show()
    assert sum(tile.focusPolicy() != Qt.FocusPolicy.NoFocus for tile in grid.tiles) == 1
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.focus_first()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(grid.focusWidget(), key)
    QTest.keyClick(grid.focusWidget(), Qt.Key.Key_Return)
    assert pressed == ["4"], "right, down, down, up, left, left ends on the last key of the first row"


def test_a_smaller_window_keeps_the_keys_it_cannot_show(qtbot: QtBot) -> None:
    grid = TileGrid(5, 4)
    qtbot.addWidget(grid)
    grid.set_tiles(tuple(TileFace(str(number), f"Item {number}") for number in range(20)))
    grid.set_grid(4, 4)
    assert len(grid.tiles) == 16
    grid.set_grid(6, 5)
    assert [tile.face.key for tile in grid.tiles] == [str(number) for number in range(20)]


def test_a_long_name_takes_two_lines_and_then_gives_way(qtbot: QtBot) -> None:
    tile = Tile(TileFace("1", LONG))
    lines = two_lines(LONG, tile.font(), 121)
    assert len(lines) == 2
    assert " ".join(lines) == LONG
    assert elided(tile.font(), lines[1], 121).endswith("…")


def test_more_than_fit_go_behind_more(qtbot: QtBot) -> None:
    chosen: list[int] = []
    tabs = TabPills()
    qtbot.addWidget(tabs)
    tabs.chosen.connect(chosen.append)
    tabs.resize(774, 48)
    tabs.show()
    tabs.set_names(tuple(f"Page {number}" for number in range(12)), 0)
    QApplication.processEvents()
    assert [pill.text() for pill in tabs.pills][-1] == "More"
    assert len(tabs.pills) <= 8
    assert sum(pill.width() for pill in tabs.pills) <= 774
    tabs.pills[1].click()
    assert chosen == [1]
    assert [pill.isChecked() for pill in tabs.pills[:3]] == [False, True, False]


def test_a_narrow_action_bar_keeps_more(qtbot: QtBot) -> None:
    line = tuple(ActionKey(name) for name in ("Price", "Discount", "Remove"))
    sale = tuple(ActionKey(name) for name in ("Return", "Hold", "Undo", "More"))
    window, bar = QWidget(), ActionBar(Stepper(height=72), line, sale)
    qtbot.addWidget(window)
    row(window).addWidget(bar)
    window.resize(774, 72)
    window.show()
    assert all(key.isVisible() for key in (*line, *sale))
    window.resize(512, 72)
    QApplication.processEvents()
    assert sale[-1].isVisible()
    assert not sale[0].isVisible()
    assert all(key.width() >= 72 for key in (*line, *sale) if key.isVisible())
