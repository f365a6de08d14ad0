"""The mapping page against the practice company: its columns, what QuickBooks changed, and the accountant."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer, exchange
from retailpos.actions.company_here import take_company
from retailpos.actions.mapping import FOLLOWS, GONE, INACTIVE, RENAMED, SAME_NAME
from retailpos.core.mapping import CLASS, LOCATION
from retailpos.stories.play import Player
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.day.table import Row, Table, places
from retailpos.ui.exchange.mapping_screen import MappingScreen
from retailpos.ui.exchange.mapping_sheets import AccountantSheet
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.tasks import Tasks
from retailpos.ui.theme.look import Choice, apply
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

DATE = "2026-03-16"
NEXT_DAY = """
at 2026-03-17 10:00
sale
  item Shirt
  item Mug
  pay "Visa/MC"
close day
"""
OFF = {"classes": "", "locations": ""}


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[DeskWindow]:
    """A shop with a day that was sent and one that waits, and a company of its own."""
    stage = played(SHOP, "department Garden\ndepartment Music", DAY)
    made = DeskWindow(stage)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    company = stage.company()
    Player(stage).play(NEXT_DAY)
    assert {row.state for row in exchange.send_day(stage.shop, DATE)} == {"verified"}
    for kind, name in (("Class", "Shop"), ("Class", "Workshop"), ("Department", "Main")):
        company.switch("write", {"kind": kind, "body": {"Name": name}})
    yield made
    made.shell.close()
    stage.close()


@pytest.fixture
def page(window: DeskWindow, qtbot: QtBot) -> Iterator[MappingScreen]:
    """The page, read anew, with no choices left over."""
    apply(cast("QApplication", QApplication.instance()), "light")
    window.shell.resize(1366, 768)
    found: MappingScreen = window.page("mapping")
    found.model.give_up()
    refreshed(found, qtbot)
    yield found
    for sheet in window.shell.findChildren(Sheet):
        sheet.close_sheet()
    window.stage.company().switch("set", OFF)


def refreshed(page: MappingScreen, qtbot: QtBot) -> None:
    """*Refresh QuickBooks settings* was pressed, and the answer is there."""
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)
    page.verbs["read quickbooks"].trigger()
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)


def tracked(window: DeskWindow, page: MappingScreen, qtbot: QtBot, *, classes: str = "line") -> None:
    window.stage.company().switch("set", {"classes": classes, "locations": "on"})
    refreshed(page, qtbot)


def titles(page: MappingScreen) -> list[str]:
    return [column.title for column in page.table.columns]


def at(page: MappingScreen, title: str) -> int:
    found = (n for n in range(99) if (row := page.model.row_at(n)) is not None and row.title == title)
    return next(found)


def shown(page: MappingScreen, title: str) -> Row:
    return page.table.rows()[at(page, title)]


def press(page: MappingScreen, qtbot: QtBot, title: str, column: int) -> None:
    """Press a row in one of its columns."""
    view = page.table.view
    index = page.table.model.index(at(page, title))
    view.scrollTo(index)
    area = view.visualRect(index)
    place = places(page.table.columns, area)[column]
    point = QPoint(place.left() + 20, area.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def sheet_of(page: MappingScreen, kind: type[Sheet] = Sheet) -> Sheet:
    return next(sheet for sheet in page.window().findChildren(kind) if sheet.isVisible())


def choose_account(page: MappingScreen, title: str, words: str) -> None:
    row = page.model.row_at(at(page, title))
    assert row is not None
    page.model.choose(row, page.model.choices(row, words)[0].key)


def test_the_columns_come_and_go_with_what_the_company_tracks(
    window: DeskWindow, page: MappingScreen, qtbot: QtBot
) -> None:
    assert "Class" not in titles(page)
    assert page._class.isHidden()
    tracked(window, page, qtbot)
    assert titles(page)[4:6] == ["Class", "Location"]
    assert shown(page, "State DOR").cells[4].text == "not used here"
    tracked(window, page, qtbot, classes="txn")
    assert shown(page, "Apparel").cells[4].text == "not used here"
    assert page.model.can_mark(at(page, "The whole entry"), CLASS)
    window.stage.company().switch("set", OFF)
    refreshed(page, qtbot)
    assert len(titles(page)) == 5
    assert all(row is None or row.slot for row in page.model._shown)


def test_a_press_on_the_class_column_opens_its_picker(window: DeskWindow, page: MappingScreen, qtbot: QtBot) -> None:
    tracked(window, page, qtbot)
    press(page, qtbot, "Kitchen", 4)
    sheet = cast("PickerSheet", sheet_of(page, PickerSheet))
    qtbot.keyClicks(sheet.search, "work")
    qtbot.keyClick(sheet.search, Qt.Key.Key_Return)
    assert shown(page, "Kitchen").cells[4].text == "Workshop"
    assert shown(page, "Apparel").cells[4].text == "None"
    press(page, qtbot, "Kitchen", 3)
    assert sheet_of(page, PickerSheet).accessibleName() == "Where does Kitchen go?"


def test_classes_and_locations_are_chosen_by_keys_alone(window: DeskWindow, page: MappingScreen, qtbot: QtBot) -> None:
    tracked(window, page, qtbot)
    window.shell.activateWindow()
    qtbot.waitUntil(window.shell.isActiveWindow)
    view = page.table.view
    view.setFocus()
    view.setCurrentIndex(page.table.model.index(at(page, "The whole entry")))
    for key, words, column in ((Qt.Key.Key_C, "shop", 4), (Qt.Key.Key_L, "main", 5)):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
        sheet = cast("PickerSheet", sheet_of(page, PickerSheet))
        qtbot.keyClicks(sheet.search, words)
        qtbot.keyClick(sheet.search, Qt.Key.Key_Return)
        assert shown(page, "Apparel").cells[column].text.casefold() == words
    view.setCurrentIndex(page.table.model.index(at(page, "State DOR")))
    assert not page.verbs[CLASS].isEnabled()
    assert page.verbs[LOCATION].isEnabled()


def test_the_entry_says_the_class_of_each_line_while_the_company_tracks_them(
    window: DeskWindow, page: MappingScreen, qtbot: QtBot
) -> None:
    tracked(window, page, qtbot)
    kitchen = page.model.row_at(at(page, "Kitchen"))
    assert kitchen is not None
    page.model.choose(kitchen, page.model.choices(kitchen, "work", CLASS)[0].key, CLASS)
    page.model.save()
    window.page("quickbooks").model.choose("2026-03-17")
    entry = window.page("entry")
    entry.model.read()
    said = [row.cells[0].text for row in entry.model.view.lines]
    assert any(words.endswith(" · Workshop") for words in said)
    window.stage.company().switch("set", OFF)
    refreshed(window.page("mapping"), qtbot)
    window.page("entry").model.read()
    assert not any("Workshop" in row.cells[0].text for row in entry.model.view.lines)


def test_what_quickbooks_renamed_switched_off_or_lost_is_marked_with_what_to_do(
    window: DeskWindow, page: MappingScreen, qtbot: QtBot
) -> None:
    company = window.stage.company()
    for name in ("Shirts", "Mugs"):
        body = {"Name": name, "AccountType": "Income", "AccountSubType": "SalesOfProductIncome"}
        company.switch("write", {"kind": "Account", "body": body})
    refreshed(page, qtbot)
    choose_account(page, "Apparel", "shirts")
    choose_account(page, "Kitchen", "mugs")
    page.model.save()
    company.switch("rename", {"name": "Shirts", "to": "Tops"})
    company.switch("deactivate", {"name": "Mugs"})
    refreshed(page, qtbot)
    rows = {row.title: row for row in page.model._rows}
    assert (rows["Apparel"].why, rows["Kitchen"].why) == (RENAMED, INACTIVE)
    assert shown(page, "Apparel").cells[-1].text == "Now called Tops"
    assert page.model.view is not None
    assert page.model.view.banner == "One row needs an account."
    assert page.model.view.banner_rest == "Saving is fine, but 17 March stays blocked by Kitchen."
    page.banner.pressed.emit()
    assert sheet_of(page, PickerSheet).accessibleName() == "Where does Kitchen go?"
    sheet_of(page).close_sheet()
    choose_account(page, "Kitchen", "merchandise")
    assert page.warning.words().startswith("One account was renamed in QuickBooks.")
    page.model.save()
    assert page.warning.words() == ""
    assert shown(page, "Apparel").cells[3].text == "Tops"
    assert page.model.view.banner == ""
    assert {row.why for row in page.model._rows}.isdisjoint({RENAMED, GONE, INACTIVE, FOLLOWS})


def test_sent_days_that_would_differ_are_shown_before_saving(page: MappingScreen, qtbot: QtBot) -> None:
    assert page.model.view is not None
    assert page.model.view.by_choice == ()
    before = page.model.view.version
    choose_account(page, "Discounts", "merchandise sales")
    assert page.model.view.differ_words == "Which sent days would differ? 1 day"
    page.verbs["save"].trigger()
    sheet = sheet_of(page)
    table = sheet.findChild(Table)
    assert table is not None
    words = [cell.text for cell in table.rows()[1].cells]
    assert words == ["Discounts", "5.60", "", "Sales Discounts", "Merchandise Sales"]
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert page.model.view.version == before
    page.verbs["save"].trigger()
    step = sheet_of(page).findChild(Button, "save")
    assert step is not None
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert page.model.view.version != before
    assert [day.date for day in page.model.view.differs] == [DATE]


def test_accounts_are_made_after_a_list_of_them_was_shown(page: MappingScreen, qtbot: QtBot) -> None:
    row = page.model.row_at(at(page, "Paid out, Cleaning"))
    assert row is not None
    page.model.choose(row, f"\x1fCleaning {row.slot}")
    page.model.tick(at(page, "Paid out, Cleaning"))
    page.verbs["make accounts"].trigger()
    sheet = sheet_of(page)
    table = sheet.findChild(Table)
    assert table is not None
    assert [line.cells[0].text for line in table.rows()] == ["Cleaning paid_out"]
    step = sheet.findChild(Button, "make them")
    assert step is not None
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)
    assert "Cleaning paid_out" in [account.name for account in page.model.settings.accounts]


def test_the_accountant_gets_a_page_and_signs_it_off(page: MappingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    choose_account(page, "Cash in the safe", "")
    page.model.save()
    page.accountant.folder = tmp_path
    page.verbs["accountant"].trigger()
    sheet = cast("AccountantSheet", sheet_of(page, AccountantSheet))
    qtbot.mouseClick(sheet.paper, Qt.MouseButton.LeftButton)
    (file,) = tmp_path.glob("Harbor Goods - what goes where - version *.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    assert str(tmp_path) in sheet.told.text()
    qtbot.mouseClick(sheet.step, Qt.MouseButton.LeftButton)
    assert sheet.name.error() == "A name is needed to sign off. Type who looked at the mapping."
    qtbot.keyClicks(sheet.name.input, "Anna Kim")
    qtbot.keyClick(sheet.name.input, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert page.head.second.text() == "Signed off by Anna Kim, 17 March"


def test_a_page_that_can_not_be_kept_says_so(page: MappingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("", encoding="utf-8")
    page.accountant.folder = in_the_way
    page.verbs["accountant"].trigger()
    sheet = cast("AccountantSheet", sheet_of(page, AccountantSheet))
    qtbot.mouseClick(sheet.paper, Qt.MouseButton.LeftButton)
    assert "Look whether that folder can be written to." in sheet.told.text()


@pytest.mark.parametrize(
    ("theme", "size"),
    [("light", (1366, 768)), ("dark", (1920, 1080)), ("high contrast", (1366, 768)), ("light", (1024, 700))],
)
def test_the_page_with_all_its_columns_is_sound(
    window: DeskWindow, page: MappingScreen, qtbot: QtBot, *, theme: str, size: tuple[int, int]
) -> None:
    tracked(window, page, qtbot)
    apply(cast("QApplication", QApplication.instance()), cast("Choice", theme))
    window.shell.resize(*size)
    page.table.view.setCurrentIndex(page.table.model.index(at(page, "Apparel")))
    qtbot.wait(50)
    assert audit(page, target=32) == []
    page.verbs["accountant"].trigger()
    qtbot.wait(50)
    assert audit(sheet_of(page), target=32) == []


def test_what_was_read_is_there_when_the_page_is_opened_without_the_net(
    window: DeskWindow, page: MappingScreen
) -> None:
    connected = window.shop.exchange
    window.shop.exchange = None
    try:
        page.model.read()
        assert page.model.view is not None
        assert page.model.view.has_chart
        assert SAME_NAME in {row.why for row in page.model._rows}
    finally:
        window.shop.exchange = connected


def test_without_suggestions_all_of_them_are_taken_with_one_press(window: DeskWindow, page: MappingScreen) -> None:
    window.stage.set_meta("suggest_accounts", "0")
    try:
        page.model.read()
        blocking = [row.title for row in page.model._rows if row.blocks]
        assert len(blocking) > 1
        assert not page._all.isHidden()
        page.verbs["use suggestions"].trigger()
        assert not any(row.blocks for row in page.model._rows)
        assert page._tick.isVisible()
        page.verbs["tick all"].trigger()
        assert page.model.view is not None
        made = [name for name, _slot in page.model.view.to_make]
        assert {"Merchandise Sales:Garden", "Merchandise Sales:Music"} <= set(made)
        assert page.model.view.make_words == f"Make {len(made)} accounts in QuickBooks"
        assert page._tick.isHidden()
        assert page.model.view.unsaved
    finally:
        window.stage.set_meta("suggest_accounts", "1")


def test_what_was_chosen_for_another_company_is_kept_for_this_one_by_saving_it(
    window: DeskWindow, page: MappingScreen
) -> None:
    choose_account(page, "Returns", "")
    page.model.save()
    with window.shop.store.write() as tx:
        take_company(tx, "9130350000000001")
        take_company(tx, "9341450000000001")
    page.model.read()
    assert page.model.view is not None
    assert (
        page.warning.words()
        == "This was chosen for another company. Look it through and save it: nothing is sent before."
    )
    assert page.model.view.unsaved
    page.verbs["save"].trigger()
    assert page.warning.words() == ""
    assert not page.model.view.unsaved


def test_rows_that_this_shop_never_used_are_shown_when_asked_for(page: MappingScreen, qtbot: QtBot) -> None:
    used = [row.slot for row in page.model._rows]
    assert "gift_sold" not in used
    qtbot.mouseClick(page._used, Qt.MouseButton.LeftButton)
    assert {row.slot for row in page.model._rows} >= {"gift_sold", "order_in", "house_charge", "ap"}
    groups = [row.cells[0].text for row in page.table.rows() if row.heading]
    assert len(groups) == len(set(groups))
    assert page._used.text() == f"Only rows this shop uses: {len(used)} of {len(page.model._rows)}"
    qtbot.mouseClick(page._used, Qt.MouseButton.LeftButton)
    assert [row.slot for row in page.model._rows] == used


def test_the_page_is_written_by_a_process_of_its_own_where_there_is_one_to_spare(
    window: DeskWindow, page: MappingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    tasks = Tasks()
    window.tasks, page.accountant.folder = tasks, tmp_path
    try:
        page.verbs["accountant"].trigger()
        sheet = cast("AccountantSheet", sheet_of(page, AccountantSheet))
        qtbot.mouseClick(sheet.paper, Qt.MouseButton.LeftButton)
        assert sheet.told.text() == "Writing the page …"
        qtbot.waitUntil(lambda: "The page is in" in sheet.told.text(), timeout=30_000)
    finally:
        tasks.shut()
        window.tasks = None
    assert len(list(tmp_path.glob("*.pdf"))) == 1
