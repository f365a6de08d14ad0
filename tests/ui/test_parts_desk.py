"""Parts of the desk: tables, pickers, fields, the calendar, paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from retailpos.core import paper
from retailpos.ui.parts.bars import Bar, Bars
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.calendar import STATES, CalendarGrid, DayCell
from retailpos.ui.parts.cards import Card, FigureCard, PairRow
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.paper_roll import PaperRoll
from retailpos.ui.parts.picker import Choice, Picker, PickerList, matching
from retailpos.ui.parts.table import Cell, Column, Table, TableModel, TableRow

ACCOUNTS = (
    Choice("1", "Merchandise Sales:Apparel", "Same name in QuickBooks"),
    Choice("2", "Merchandise Sales:Home"),
    Choice("3", "Service Sales"),
)
COLUMNS = (Column("In the shop", 0, "strong"), Column("Last 7 days", 120, "figure"), Column("Receipt", 120, "link"))


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """An empty window with a column."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    column(window, margin=(32, 32, 32, 32))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def put(page: QWidget, part: QWidget) -> None:
    """Lay a part into the page and let it settle."""
    layout = page.layout()
    assert layout is not None
    layout.addWidget(part)
    QApplication.processEvents()


def test_a_table_tells_which_row_is_acted_on_and_opens_links(page: QWidget) -> None:
    heard: list[str] = []
    table = Table(COLUMNS)
    table.chosen.connect(lambda key: heard.append(f"chosen {key}"))
    table.opened.connect(lambda key: heard.append(f"opened {key}"))
    put(page, table)
    rows = (
        TableRow("h", ("Sold, by department",), "heading"),
        TableRow("a", ("Apparel", "7,204.50", "1-004151")),
        TableRow("b", ("Home", Cell("5,870.15", tone="warn"), "1-004158")),
    )
    table.set_rows(rows, "b")
    assert heard == [], "showing a value tells nobody"
    model = table.model()
    for column_number in (0, 2):
        place = table.visualRect(model.index(1, column_number)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["chosen a", "opened a"]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard[2:] == ["chosen b", "opened b"]
    assert (table.rowHeight(0), table.rowHeight(1)) == (30, 44)
    assert sum(table.columnWidth(number) for number in range(3)) == table.viewport().width()


def test_the_tables_model_is_sound(qapp: QApplication) -> None:
    owner = QWidget()
    model = TableModel(COLUMNS, owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take((TableRow("a", ("Apparel",)),))
    model.take((TableRow("a", ("Apparel",)), TableRow("b", ("Home",))))
    model.take(())
    assert model.rowCount() == 0
    del tester


def test_the_best_match_comes_first_and_every_word_counts() -> None:
    assert [choice.key for choice in matching(ACCOUNTS, "sales")] == ["1", "2", "3"]
    assert [choice.key for choice in matching(ACCOUNTS, "serv")] == ["3"]
    assert [choice.key for choice in matching(ACCOUNTS, "sales home")] == ["2"]
    assert matching(ACCOUNTS, "garden") == ()


def test_a_picker_is_worked_by_keys_alone(page: QWidget, qtbot: QtBot) -> None:
    picked: list[str] = []
    picker = Picker("Choose an account …", name="account of Garden")
    picker.picked.connect(picked.append)
    put(page, picker)
    picker.set_choices(ACCOUNTS, tone="bad")
    assert picker.text() == "Choose an account …"
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    shown = page.findChild(PickerList)
    assert isinstance(shown, PickerList)
    qtbot.waitUntil(shown.search.hasFocus)
    QTest.keyClicks(shown.search, "home")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert (picked, picker.key(), picker.text()) == (["2"], "2", "Merchandise Sales:Home")
    assert picker.hasFocus(), "the keyboard goes back"


def test_esc_leaves_a_picker_as_it_was(page: QWidget, qtbot: QtBot) -> None:
    picker = Picker("Choose an account …")
    put(page, picker)
    picker.set_choices(ACCOUNTS, "1")
    picker.open()
    shown = page.findChild(PickerList)
    assert isinstance(shown, PickerList)
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.isHidden()
    assert picker.key() == "1"


def test_what_would_be_right_stands_whole_under_its_field(page: QWidget) -> None:
    field = Field("Barcode", hint="13 digits", desk=True)
    field.setFixedWidth(220)
    put(page, field)
    sentence = "Teapot 1.2 l has this barcode already. Use another, or open that item."
    field.set_error(sentence)
    QApplication.processEvents()
    assert field.error() == sentence
    assert field.input.property("state") == "error"
    assert field.input.accessibleDescription() == sentence
    assert field._below.height() >= 56, "three lines at this width"
    QTest.keyClicks(field.input, "4")
    assert field.error() == "", "typing takes it away"
    assert field.label.buddy() is field.input


def month() -> CalendarGrid:
    """March 2026 with some days."""
    grid = CalendarGrid()
    cells = (DayCell("2026-03-14", "4,902.36", "blocked"), DayCell("2026-03-16", "3,179.20", "ready"))
    grid.set_month(date(2026, 3, 1), cells, "2026-03-14")
    return grid


def test_the_calendar_moves_by_day_week_and_month(page: QWidget) -> None:
    heard: list[str] = []
    grid = month()
    grid.chosen.connect(heard.append)
    grid.opened.connect(lambda day: heard.append(f"open {day}"))
    grid.marked.connect(lambda day: heard.append(f"mark {day}"))
    grid.turned.connect(lambda step: heard.append(f"turn {step}"))
    put(page, grid)
    assert grid.accessibleName() == "2026-03-14, 4,902.36, Blocked"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        QTest.keyClick(grid, key)
    assert heard == ["2026-03-15", "2026-03-08", "open 2026-03-08", "mark 2026-03-08", "turn 1"]
    heard.clear()
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Up)
    assert heard == ["2026-03-01", "turn -1", "2026-02-22"]


def test_a_day_is_hit_where_it_is_drawn(page: QWidget) -> None:
    grid = month()
    put(page, grid)
    grid.resize(790, 646)
    for number in range(31):
        assert grid.day_at(grid.cell_area(number).center()) == date(2026, 3, number + 1).isoformat()
        assert grid.cell_area(number).width() >= 100
        assert grid.cell_area(number).height() >= 96
    assert grid.day_at(QPoint(780, 640)) == ""
    places = [grid.cell_area(number) for number in range(31)]
    assert not any(a.intersects(b) for a in places for b in places if a != b)


def test_every_state_of_a_day_has_a_word_and_an_icon_and_only_verified_is_green() -> None:
    assert {"verified", "blocked", "superseded", "left-out"} < set(STATES)
    assert all(state.word and state.icon for state in STATES.values())
    assert [name for name, state in STATES.items() if state.tone == "ok"] == ["verified"]
    assert len({state.icon for state in STATES.values()}) == len(STATES)


def test_a_paper_is_drawn_as_wide_as_its_columns(page: QWidget) -> None:
    roll = PaperRoll(columns=48)
    shown = paper.Paper(
        (paper.Text("Harbor Goods", "center", bold=True), paper.Pair("Mug", "14.00"), paper.Barcode("1-7"))
    )
    roll.set_paper(shown)
    put(page, roll)
    narrow = PaperRoll(columns=32)
    narrow.set_paper(shown)
    assert roll.width() > narrow.width()
    assert "14.00" in roll.accessibleName()
    picture = roll.grab().toImage()
    assert picture.pixelColor(roll.width() // 2, 4).name() == "#ffffff"


def test_cards_chips_bars_and_empty_pages_speak(qtbot: QtBot) -> None:
    figure = FigureCard("Net sales")
    figure.set_figure("3,179.20", "+8.4 % on last Monday", "ok")
    bars = Bars()
    bars.set_bars((Bar("9", 148, "148"), Bar("15", 250, usual=True)))
    parts = {
        figure: "Net sales 3,179.20, +8.4 % on last Monday",
        PairRow("Taken in", "3,504.46"): "Taken in 3,504.46",
        Card("Sold"): "Sold",
        Chip("Blocked", "bad", icon="prohibit"): "Blocked",
        bars: "9: 148, 15: usual",
        EmptyState(
            "receipt", "No returns today.", "They show here.", (Button("Sell"),)
        ): "No returns today. They show here.",
    }
    for part, spoken in parts.items():
        qtbot.addWidget(part)
        assert part.accessibleName() == spoken
        part.resize(300, 200)
        assert not part.grab().isNull()
