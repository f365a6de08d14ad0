"""Notices, sheets, the focus ring and the window's frame: in place, never in the way, never taking the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from retailpos.ui.notices import NoticeWords, words_for
from retailpos.ui.parts import notice
from retailpos.ui.parts.action_key import ActionKey
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.notice import NoticeStack
from retailpos.ui.parts.panes import Ground, TwoPanes, column
from retailpos.ui.parts.progress import Progress
from retailpos.ui.parts.rail import RailItem
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.status import StatusWord
from retailpos.ui.parts.ticket import Ticket
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.shell import Shape, Shell

REFUSED = words_for("code_unknown", {"code": "5012345678900"})
TROUBLE = words_for("no_paper", {})


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """A window with a register page and a desk page."""
    window = Shell()
    qtbot.addWidget(window)
    panes = TwoPanes(Ticket())
    pane = Ground()
    column(pane, margin=(16, 16, 16, 16)).addWidget(Button("Hold", name="hold"))
    panes.add(pane)
    window.add_page("register", panes, "register")
    window.add_page("today", Ground(), "desk")
    window.add_page("sign in", Ground(), "plain")
    window.show_page("register")
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def panes_of(shell: Shell) -> TwoPanes:
    """The two panes of the register page."""
    found = shell.findChild(TwoPanes)
    assert isinstance(found, TwoPanes)
    return found


def test_a_refusal_and_a_trouble_stand_over_the_left_pane_only(shell: Shell) -> None:
    panes = panes_of(shell)
    stack = NoticeStack(panes.left)
    field = QLineEdit(panes.left)
    field.show()
    field.setFocus()
    stack.trouble("printer", TROUBLE, lambda: None)
    stack.refuse(REFUSED, lambda: None, key="Ins")
    upper, lower = stack._boxes
    assert [box.notice.kind for box in (upper, lower)] == ["trouble", "refusal"]
    assert field.hasFocus(), "a notice never takes the keyboard"
    right = upper.mapTo(shell, QPoint(upper.width(), 0)).x() - notice._SHADOW
    assert right <= panes.left.width() - 16
    bottom = lower.mapTo(shell, QPoint(0, lower.height())).y() - notice._SHADOW
    assert bottom == 640, "eight above the action bar"
    assert all(button.height() >= 48 for box in (upper, lower) for button in box.findChildren(Button))


def test_two_notices_at_most_and_the_rest_is_counted(shell: Shell) -> None:
    stack = NoticeStack(panes_of(shell).left)
    for place in ("printer", "scanner", "disk"):
        stack.trouble(place, NoticeWords(f"The {place} is gone.", "Selling goes on."))
    assert [shown.key for shown in stack.shown()] == ["scanner", "disk"]
    assert panes_of(shell).left.findChildren(notice.NoticeBox)[-2].more == 1
    stack.over("disk")
    assert [shown.key for shown in stack.shown()] == ["printer", "scanner"]


def test_a_refusal_goes_with_the_next_thing_that_works_but_not_at_once(shell: Shell, qtbot: QtBot) -> None:
    stack = NoticeStack(panes_of(shell).left)
    stack.refuse(REFUSED)
    stack.worked()
    assert stack.shown(), "it can still be read"
    stack._young.setInterval(0)
    stack._young.start()
    qtbot.waitUntil(lambda: not stack.shown())
    stack.trouble("printer", TROUBLE)
    stack.worked()
    assert stack.shown(), "a trouble stays until it is over"


def test_the_timers_are_those_of_the_rules(shell: Shell) -> None:
    stack = NoticeStack(panes_of(shell).left)
    assert (stack._young.interval(), stack._old.interval()) == (4_000, 30_000)


def test_what_was_done_can_be_undone(shell: Shell) -> None:
    undone: list[int] = []
    stack = NoticeStack(panes_of(shell).left)
    stack.done("Removed Oat Soap Bar × 3.", lambda: undone.append(1))
    box = panes_of(shell).left.findChildren(notice.NoticeBox)[-1]
    assert box.button is not None
    box.button.click()
    assert undone == [1]
    assert stack.shown() == ()


def test_a_sheet_keeps_keyboard_and_keys_to_itself_and_gives_them_back(shell: Shell, qtbot: QtBot) -> None:
    did: list[str] = []
    Verbs(panes_of(shell)).add(Verb("pay", "Pay", "F12"), lambda: did.append("pay"))
    before = QLineEdit(panes_of(shell).left)
    before.show()
    before.setFocus()
    sheet = Sheet(shell, width=480)
    sheet.set_head("How many?")
    field = Field("Quantity")
    sheet.content.addWidget(field)
    allow = Button("Use 3", "primary")
    sheet.add_buttons(allow)
    Verbs(sheet).add(Verb("use", "Use 3", "Ctrl+Return"), lambda: did.append("use"))
    sheet.open(field.input)
    qtbot.waitUntil(field.input.hasFocus)
    for _ in range(5):
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(QApplication.focusWidget())
    allow.setFocus()
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_F12)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert did == ["use"], "the page below keeps still"
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert before.hasFocus()
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_F12)
    assert did == ["use", "pay"]


def test_letters_typed_over_a_sheet_do_not_reach_the_page(shell: Shell) -> None:
    heard: list[str] = []
    shell.typed.connect(heard.append)
    sheet = Sheet(shell)
    sheet.set_head("Joan’s PIN")
    sheet.open()
    QTest.keyClick(shell.windowHandle(), "x")
    sheet.close_sheet()
    QTest.keyClick(shell.windowHandle(), "y")
    assert heard == ["y"]


def test_a_second_sheet_takes_the_place_of_the_first(shell: Shell) -> None:
    first, second = Sheet(shell), Sheet(shell)
    closed: list[int] = []
    first.closed.connect(lambda: closed.append(1))
    first.open()
    second.open()
    assert (first.isVisible(), second.isVisible(), closed) == (False, True, [1])


def test_a_sheet_stays_in_the_middle_of_the_smallest_window(shell: Shell) -> None:
    sheet = Sheet(shell, width=960)
    sheet.set_head("A title")
    sheet.open()
    shell.resize(1024, 700)
    assert sheet.rect() == shell.rect()
    assert shell.rect().contains(sheet.card.geometry())
    assert abs(sheet.card.geometry().center().x() - 512) <= 1


def test_the_ring_comes_with_the_keyboard_and_goes_with_a_finger(shell: Shell, qtbot: QtBot) -> None:
    hold = shell.findChild(Button, "hold")
    assert isinstance(hold, Button)
    hold.setFocus()
    assert shell.ring.around() is None
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Tab)
    assert shell.ring.around() is QApplication.focusWidget()
    drawn = shell.ring.geometry()
    part = QApplication.focusWidget()
    assert drawn.topLeft() + QPoint(5, 5) == part.mapTo(shell, part.drawn().topLeft())
    QTest.mouseClick(shell.top, Qt.MouseButton.LeftButton, pos=QPoint(300, 2))
    assert shell.ring.around() is None


def test_a_field_always_shows_its_ring(shell: Shell) -> None:
    shell.top.search.setFocus()
    assert shell.ring.around() is shell.top.search


def test_letters_without_a_field_open_the_search_and_keys_of_verbs_do_not(shell: Shell) -> None:
    heard: list[str] = []
    shell.typed.connect(heard.append)
    shell.no_focus()
    QTest.keyClick(shell.windowHandle(), "s")
    QTest.keyClick(shell.windowHandle(), "3")
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_F5)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["s", "3"]


@pytest.mark.parametrize(
    ("size", "shape", "ticket"),
    [
        ((1366, 768), Shape(), 560),
        ((1920, 1080), Shape(large=True), 680),
        ((1024, 700), Shape(narrow=True, tiny=True), 480),
        ((1150, 768), Shape(narrow=True), 480),
    ],
)
def test_the_frame_follows_the_size_of_the_window(
    shell: Shell, size: tuple[int, int], shape: Shape, ticket: int
) -> None:
    shell.resize(1400, 800)
    shell.resize(*size)
    QApplication.processEvents()
    assert shell.shape == shape
    assert panes_of(shell).right.width() == ticket
    assert shell.top.height() == 56
    assert panes_of(shell).height() == size[1] - 56 - 32
    assert shell.rail.minimumWidth() == (72 if shape.tiny else 208)


def test_each_page_wears_its_own_frame(shell: Shell) -> None:
    seen = {}
    for key in ("register", "today", "sign in"):
        shell.show_page(key)
        seen[key] = (shell.top.isVisible(), shell.rail.isVisible(), shell.strip.isVisible())
    expected = {"register": (True, False, True), "today": (False, True, False), "sign in": (False, False, True)}
    assert seen == expected


def test_words_of_the_strip_can_be_hit_by_a_finger_and_say_what_is_wrong(shell: Shell) -> None:
    pressed: list[str] = []
    shell.strip.pressed.connect(pressed.append)
    shell.strip.set_words(
        (StatusWord("printer", "printer", "No paper", "warn"), StatusWord("drawer", "calculator", "Open"))
    )
    QApplication.processEvents()
    words = [child for child in shell.strip.findChildren(QWidget) if child.objectName().startswith("status ")]
    assert [(word.height() >= 48, word.width() >= 48) for word in words] == [(True, True)] * 2
    QTest.mouseClick(words[0], Qt.MouseButton.LeftButton)
    assert pressed == ["printer"]


def test_the_rail_tells_what_waits(shell: Shell) -> None:
    chosen: list[str] = []
    shell.rail.chosen.connect(chosen.append)
    shell.rail.set_items(
        (RailItem("today", "Today", "house"), RailItem("quickbooks", "QuickBooks", "calendar", 2)), "today"
    )
    buttons = [child for child in shell.rail.findChildren(QWidget) if child.objectName().startswith("rail ")]
    waiting = next(button for button in buttons if "QuickBooks" in button.accessibleName())
    assert waiting.accessibleName() == "QuickBooks, 2 waiting"
    shell.show_page("today")
    QTest.mouseClick(waiting, Qt.MouseButton.LeftButton)
    assert chosen == ["quickbooks"]


def test_progress_is_quiet_first_and_then_counts(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    progress = Progress()
    column(window).addWidget(progress)
    window.show()
    progress.begin("Sending days", 366)
    progress.set_count(12)
    assert progress.isHidden()
    qtbot.waitUntil(progress.isVisible, timeout=2000)
    assert progress.text() == "Sending days, 12 of 366"
    progress.end()
    assert progress.isHidden()


def test_closing_is_told_before_the_window_goes(shell: Shell) -> None:
    told: list[bool] = []
    shell.closing.connect(lambda: told.append(shell.isVisible()))
    shell.closeEvent(QCloseEvent())
    assert told == [True]


def test_a_key_off_is_told_apart_from_one_that_is_on(qtbot: QtBot) -> None:
    key = ActionKey("Price", icon="tag", key="F5")
    qtbot.addWidget(key)
    key.resize(80, 72)
    on = key.grab().toImage()
    key.setEnabled(False)
    off = key.grab().toImage()
    key.setEnabled(True)
    key.setDown(True)
    down = key.grab().toImage()
    assert on != off != down != on
