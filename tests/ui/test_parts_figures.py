"""Lines, amounts and figures: names give way, amounts never, and only what changed is painted anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from retailpos.ui.fonts import font, sized
from retailpos.ui.parts import painting
from retailpos.ui.parts.lines import LineRow, LinesModel, LinesView
from retailpos.ui.parts.money_edit import MoneyEdit
from retailpos.ui.parts.pins import PinDots
from retailpos.ui.parts.ticket import HeadFace, Ticket
from retailpos.ui.parts.words import Figure, Words, fitting

WIDEST = "\N{MINUS SIGN}1,234,567.89"
ROWS = st.lists(st.sampled_from([LineRow(name, "1.00") for name in "abcdef"]), max_size=12).map(tuple)


@given(before=ROWS, after=ROWS)
def test_the_list_shows_exactly_what_it_was_told(
    qapp: QApplication, before: tuple[LineRow, ...], after: tuple[LineRow, ...]
) -> None:
    owner = QWidget()
    model = LinesModel(owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take(before)
    model.take(after)
    assert model.rows == after
    assert model.rowCount() == len(after)
    del tester


def told_of(model: LinesModel) -> list[str]:
    """What the model tells its view from now on."""
    told: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"new {first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"gone {first}-{last}"))
    model.dataChanged.connect(lambda first, last: told.append(f"changed {first.row()}-{last.row()}"))
    model.modelReset.connect(lambda: told.append("all"))
    return told


def test_a_scan_adds_one_row_and_repaints_no_other(qapp: QApplication) -> None:
    owner = QWidget()
    model = LinesModel(owner)
    mug, tea = LineRow("Mug", "14.00", "1"), LineRow("Tea", "5.00", "1")
    model.take((mug, tea))
    told = told_of(model)
    assert model.take((mug, tea, LineRow("Soap", "6.50", "1"))) == (2,)
    model.take((LineRow("Mug", "28.00", "2"), tea, LineRow("Soap", "6.50", "1")))
    model.take((tea, LineRow("Soap", "6.50", "1")))
    assert told == ["new 2-2", "changed 0-0", "gone 0-0"]


def test_a_touched_row_is_told_and_the_chosen_one_is_shown(qtbot: QtBot) -> None:
    touched: list[int] = []
    view = LinesView()
    qtbot.addWidget(view)
    view.chosen.connect(touched.append)
    view.resize(560, 432)
    view.set_rows(tuple(LineRow(f"Item {n}", "1.00", "1") for n in range(30)), 29)
    view.show()
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    assert view.currentIndex().row() == 29
    place = view.visualRect(view.model().index(27, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert touched == [27]
    assert view.sizeHintForRow(0) == 48


def test_a_row_says_its_whole_sentence() -> None:
    row = LineRow(
        "Linen Shirt",
        "\N{MINUS SIGN}49.00",
        "\N{MINUS SIGN}1",
        "too small",
        struck="55.00",
        lead="Return",
        tone="return",
    )
    assert row.sentence() == "\N{MINUS SIGN}1, Linen Shirt, Return, too small, \N{MINUS SIGN}49.00, was 55.00"


@pytest.mark.parametrize(("role", "px"), [("line figure", 17), ("line figure", 20), ("total", 48)])
def test_the_widest_amount_takes_no_more_than_its_measured_room(qapp: QApplication, role: str, px: int) -> None:
    room = {17: 128, 20: 150, 48: 340}[px]
    assert painting.width_of(sized(role, px), WIDEST) <= room


@pytest.mark.parametrize("width", [120, 200, 340, 740])
@pytest.mark.parametrize("role", ["hero", "total", "left to pay", "page figure"])
def test_a_figure_steps_down_until_it_fits(qapp: QApplication, role: str, width: int) -> None:
    px = fitting(role, WIDEST, width)
    assert painting.width_of(sized(role, px), WIDEST) <= width or px == 20


def test_a_figure_is_told_to_a_screen_reader(qtbot: QtBot) -> None:
    figure = Figure("total")
    qtbot.addWidget(figure)
    figure.set_text("282.94")
    assert figure.accessibleName() == "282.94"


def test_nothing_of_the_ticket_moves_between_its_faces(qtbot: QtBot) -> None:
    ticket = Ticket()
    qtbot.addWidget(ticket)
    other = ticket.add_face(QWidget())
    ticket.resize(560, 680)
    ticket.blue.set_text("Pay 282.94")
    ticket.show()
    places = [part.geometry() for part in (ticket.head, ticket.body, ticket.sums, ticket.total, ticket.blue)]
    ticket.body.setCurrentWidget(other)
    ticket.head.set_face(HeadFace("Receipt 1-004231", "printed", icon="check", tone="ok"))
    ticket.total.set_total("Change", "17.06")
    ticket.blue.set_text("Next sale")
    ticket.beside.setVisible(True)
    assert [part.geometry() for part in (ticket.head, ticket.body, ticket.sums, ticket.total, ticket.blue)] == places
    assert [part.height() for part in (ticket.head, ticket.body, ticket.sums, ticket.total)] == [56, 432, 48, 60]


def test_words_elide_and_keep_themselves_whole_as_a_tip(qtbot: QtBot) -> None:
    words = Words("Fisherman’s Wool Throw, undyed, hand-finished")
    qtbot.addWidget(words)
    words.resize(100, 22)
    words.show()
    words.grab()
    assert words.toolTip() == words.text()


def test_quantity_one_is_lighter_than_two(qapp: QApplication) -> None:
    assert font("line figure light").weight() < font("line figure").weight()


def typed(edit: MoneyEdit, keys: str) -> str:
    """The amount after these keys of the pad, `<` for backspace."""
    for key in keys:
        edit.type("back" if key == "<" else key)
    return edit.text()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("1", "0.01"),
        ("1234", "12.34"),
        ("1234<", "1.23"),
        ("9999999999", "99,999,999.99"),
        ("99999999999", "99,999,999.99"),
        ("<", "10.00"),
    ],
)
def test_digits_come_in_from_the_right(qtbot: QtBot, keys: str, shown: str) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.set_cents(10000)
    assert typed(edit, keys) == shown


def test_a_proposed_amount_is_replaced_by_the_first_digit_and_told(qtbot: QtBot) -> None:
    told: list[Any] = []
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.changed.connect(told.append)
    edit.set_cents(8294)
    edit.type("5")
    edit.type("00")
    assert told == [5, 500]


@given(st.text(max_size=20))
def test_no_key_makes_an_amount_that_cannot_be(qapp: QApplication, keys: str) -> None:
    edit = MoneyEdit()
    for key in keys:
        edit.type(key)
    assert 0 <= edit.cents() <= 9_999_999_999


def press(edit: QWidget, key: Qt.Key, text: str, stamp: int) -> None:
    """A key with its own time."""
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(stamp)
    QApplication.sendEvent(edit, event)


@pytest.mark.parametrize(("after", "takes"), [(5, False), (119, False), (120, True)])
def test_an_enter_right_after_a_key_takes_nothing(qtbot: QtBot, after: int, takes: bool) -> None:
    taken: list[int] = []
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.entered.connect(lambda: taken.append(edit.cents()))
    press(edit, Qt.Key.Key_7, "7", 5000)
    press(edit, Qt.Key.Key_Return, "\r", 5000 + after)
    assert bool(taken) is takes
    assert edit.cents() == 7, "the amount stays"


def test_dots_show_how_many_never_which(qtbot: QtBot) -> None:
    heard: list[str] = []
    dots = PinDots()
    qtbot.addWidget(dots)
    dots.typed.connect(heard.append)
    dots.entered.connect(lambda: heard.append("enter"))
    for key in (Qt.Key.Key_4, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        QTest.keyClick(dots, key)
    dots.set_filled(3)
    assert heard == ["4", "back", "enter"]
    assert dots.accessibleName() == "PIN, 3 digits typed"
