"""The QuickBooks pages against the practice company over HTTP, and every state in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, correct, drawer
from retailpos.actions.books import day_state, preview
from retailpos.actions.by_itself import by_itself
from retailpos.actions.mapping import MISSING, SAME_NAME, TO_BE_MADE, rows
from retailpos.core import outbox as states
from retailpos.core.outbox import OutboxRow
from retailpos.exchange import sender
from retailpos.exchange.online.turns import unhurried
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.day.dates import amount
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.exchange.entry_correct import CorrectSheet
from retailpos.ui.exchange.entry_receipt import ReceiptSheet
from retailpos.ui.exchange.faults import FAULTS
from retailpos.ui.exchange.state_table import REASONS
from retailpos.ui.exchange.words import ALL_STATES, calendar_name, face, told
from retailpos.ui.exchange.work_how import HowSheet
from retailpos.ui.exchange.work_range import OutcomeSheet, RangeSheet
from retailpos.ui.icons import icons
from retailpos.ui.parts.calendar import STATES
from retailpos.ui.parts.sheet import Sheet
from tests.ui.day_helper import DAY, SHOP, DeskWindow

DATE = "2026-03-16"
Sheeted = TypeVar("Sheeted", bound=Sheet)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """One practice company; each test that connects begins with its books empty."""
    process = start_company(tmp_path_factory.mktemp("screens") / "company.db")
    yield process
    process.stop()


@pytest.fixture
def window(qtbot: QtBot, company: CompanyProcess) -> Iterator[DeskWindow]:
    stage = Stage(company=company)
    Player(stage).play(SHOP + DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    yield made
    stage.close()


@pytest.fixture
def connected(window: DeskWindow, company: CompanyProcess) -> DeskWindow:
    company.switch("reset")
    company.switch("set", {"rate_limits": "false"})
    window.stage.company()
    window.shop.exchange.turns = unhurried()
    return window


def suggestions(window: DeskWindow, *, on: bool) -> None:
    window.stage.set_meta("suggest_accounts", "1" if on else "0")


def settled(qtbot: QtBot, page: QWidget) -> None:
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)  # type: ignore[attr-defined]  # every page here has it


def test_a_day_is_sent_from_the_calendar_and_turns_green(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    assert page.model.view.send_words == "Send 1 ready day"
    page.verbs["send ready"].trigger()
    assert page.model.view.running
    settled(qtbot, page)
    cell = next(cell for cell in page.model.view.cells if cell.day == DATE)
    assert cell.state == "verified"
    assert page.model.view.telling.headline == "Sent, read back, and equal."
    assert connected.told == []


def test_only_verified_is_green() -> None:
    assert [state for state in ALL_STATES if face(state).tone == "ok"] == [states.VERIFIED]


def test_the_calendar_knows_every_state() -> None:
    assert {calendar_name(state) for state in ALL_STATES} == set(STATES)


def test_every_state_and_reason_says_what_happened_and_what_to_do(window: DeskWindow) -> None:
    row = OutboxRow("HG-1", 1, DATE, "sales", 1, (), "", states.READY)
    for state in ALL_STATES:
        telling = told(window.shop, state, None)
        assert telling.headline.endswith(".")
        assert telling.text.endswith(".")
        assert icons().pixmap(telling.face.icon, 16, "black") is not None
    for reason in REASONS:
        telling = told(window.shop, states.REJECTED, replace(row, reason=reason, said="1200"))
        assert telling.headline.endswith(".")
        assert "{" not in telling.headline + telling.text


def test_every_reason_the_sender_gives_has_words() -> None:
    from pathlib import Path
    from re import findall

    text = Path(sender.__file__).read_text(encoding="utf-8")
    given = {
        *findall(r"_keep\([^\"\n]*states\.[A-Z_]+, \"([a-z_]+)\"", text),
        *findall(r"(?:Trouble|Unknown|reason ==) ?\(?\"([a-z_]+)\"", text),
    }
    assert len(given) > 10
    assert given - {"", "quickbooks_said"} <= set(REASONS)


def test_a_fault_is_told_in_plain_words_and_its_answer_is_kept(window: DeskWindow) -> None:
    row = OutboxRow("HG-1", 1, DATE, "sales", 1, (), "", states.REJECTED, "fault_6210")
    telling = told(window.shop, states.REJECTED, replace(row, said="The account period has closed"))
    assert telling.headline == "The books are closed for this date."
    assert telling.said == "The account period has closed"
    assert "{" not in "".join(part for what, then, step in FAULTS.values() for part in (what, then, *step))


def test_an_edit_made_in_quickbooks_is_told_by_its_amount(window: DeskWindow) -> None:
    row = OutboxRow("HG-1", 1, DATE, "sales", 1, (), "", states.CHANGED_THERE, "differs_in_quickbooks", said="1200")
    assert (
        told(window.shop, states.CHANGED_THERE, row).headline
        == "QuickBooks holds other lines than were sent, by 12.00."
    )


def test_each_line_of_the_entry_is_the_sum_of_its_receipts(window: DeskWindow) -> None:
    window.page("quickbooks").model.choose(DATE)
    page = window.page("entry")
    assert page.model.view.balances
    entry = preview(window.shop, DATE)[0]
    assert page.model.view.foot[1] == amount(window.shop, entry.debit_total)
    for at in range(len(page.model.view.lines)):
        page.model.choose(at)
        assert page.model.view.chosen == at
        assert page.model.view.adds_up, page.model.view.line_title
        assert page.model.view.receipts


def test_an_unmapped_row_blocks_the_day_and_the_picker_is_right_there(connected: DeskWindow, qtbot: QtBot) -> None:
    suggestions(connected, on=False)
    connected.page("quickbooks").model.choose(DATE)
    page = connected.page("quickbooks")
    assert page.model.view.telling.state == states.BLOCKED
    assert page.model.view.telling.headline == "Apparel has no account in QuickBooks."
    assert "2 receipts of that day make 147.00 of it." in page.model.view.telling.text
    page.verbs["next step"].trigger()
    mapping = connected.made["mapping"]
    settled(qtbot, mapping)
    at = mapping.model.first_blocking()
    wanted = mapping.model.row_at(at)
    assert (wanted.title, wanted.why) == ("Apparel", MISSING)
    mapping.open_picker(at)
    sheet = connected.shell.findChild(PickerSheet)
    qtbot.keyClicks(sheet.search, "merch")
    qtbot.keyClick(sheet.search, Qt.Key.Key_Return)
    assert mapping.model.row_at(at).account == "Merchandise Sales:Apparel"
    mapping.verbs["save"].trigger()
    assert mapping.model.view.version == "Version 1"


def test_the_blocked_day_becomes_ready_once_every_row_has_an_account(connected: DeskWindow, qtbot: QtBot) -> None:
    suggestions(connected, on=False)
    connected.page("quickbooks").model.choose(DATE)
    page = connected.page("mapping")
    settled(qtbot, page)
    while (at := page.model.first_blocking()) >= 0:
        wanted = page.model.row_at(at)
        page.model.choose(wanted, page.model.choices(wanted, "")[0].key)
    assert day_state(connected.shop, DATE) == states.BLOCKED
    page.verbs["save"].trigger()
    assert day_state(connected.shop, DATE) == states.READY


def test_ticked_accounts_are_made_in_quickbooks(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("mapping")
    settled(qtbot, page)
    at = next(n for n in range(60) if (row := page.model.row_at(n)) is not None and row.why == TO_BE_MADE)
    name = page.model.row_at(at).account
    page.model.tick(at)
    assert page.model.view.make_words == "Make 1 account in QuickBooks"
    page.model.make()
    settled(qtbot, page)
    assert page.model.row_at(at).why == SAME_NAME
    assert name in [row.account for row in rows(connected.shop)]


BEHIND_OUR_BACK = (
    ("delete", states.MISSING, correct.OURS),
    ("edit", states.CHANGED_THERE, correct.OURS),
    ("edit", states.CHANGED_THERE, correct.THEIRS),
    ("edit", states.CHANGED_THERE, correct.BESIDE),
)


def sheet_of(window: DeskWindow, kind: type[Sheeted], qtbot: QtBot) -> Sheeted:
    """The sheet that lies over the window, once it is there."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.shell.findChildren(kind)), timeout=20_000)
    return next(one for one in window.shell.findChildren(kind) if one.isVisible())


@pytest.mark.parametrize(("act", "seen", "way"), BEHIND_OUR_BACK)
def test_what_was_done_behind_our_back_is_seen_and_each_way_is_written_out_first(
    connected: DeskWindow, qtbot: QtBot, *, act: str, seen: str, way: str
) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    page.model.send_ready()
    settled(qtbot, page)
    connected.stage.company().switch(act, {"id": row_of(connected).quickbooks_id, "cents": 1200})
    page._desk.go_on("read-back")
    settled(qtbot, page)
    assert page.model.view.telling.state == seen
    page.verbs["next step"].trigger()
    sheet = sheet_of(connected, CorrectSheet, qtbot)
    assert [row.cells[1].text or row.cells[2].text for row in sheet.table.rows() if not row.heading]
    sheet.tabs.chosen.emit(sheet._names.index(way))
    sheet.step.click()
    settled(qtbot, page)
    assert page.model.view.telling.state == states.VERIFIED


def test_a_sent_day_is_taken_back_and_sent_anew(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    page.model.send_ready()
    settled(qtbot, page)
    page.verbs["other step"].trigger()
    sheet = sheet_of(connected, CorrectSheet, qtbot)
    assert sheet._names == (correct.BACK,)
    assert len(sheet.table.rows()) == len(preview(connected.shop, DATE)[0].lines)
    qtbot.keyClick(sheet.step, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert page.model.view.telling.headline == "The entry was taken back."
    page.verbs["next step"].trigger()
    settled(qtbot, page)
    assert page.model.view.telling.state == states.VERIFIED


def test_what_came_in_after_sending_is_written_out_before_it_goes(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    page.model.send_ready()
    settled(qtbot, page)
    later = f'at {DATE} 19:40\nsale\n  item Mug\n  pay "Visa/MC"'
    Player(connected.stage).play(later)
    page.model.read()
    assert (page.model.view.telling.state, page.model.view.telling.verb) == (states.CHANGED_HERE, "close")
    close_day.close_day(connected.till)
    page.model.read()
    page.verbs["next step"].trigger()
    sheet = sheet_of(connected, CorrectSheet, qtbot)
    assert [tuple(cell.text for cell in row.cells) for row in sheet.table.rows()] == [
        ("Merchandise Sales:Kitchen", "", "14.00"),
        ("Sales Tax Payable - County", "", "0.18"),
        ("Sales Tax Payable - State DOR", "", "0.84"),
        ("Card Clearing - Visa/MC", "15.02", ""),
    ]
    sheet.step.click()
    settled(qtbot, page)
    assert page.model.view.telling.state == states.VERIFIED


def test_where_days_are_signed_off_the_next_step_is_a_signature(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    page.verbs["how"].trigger()
    sheet = sheet_of(connected, HowSheet, qtbot)
    qtbot.keyClick(sheet.signed, Qt.Key.Key_Space)
    sheet.close_sheet()
    assert (page.model.view.telling.verb, page.model.view.to_send) == ("sign-off", ())
    page.verbs["next step"].trigger()
    page.model.read()
    assert page.model.view.telling.state == states.APPROVED
    assert page.model.view.telling.headline.endswith(" signed it off.")
    page.verbs["other step"].trigger()
    page.model.read()
    assert page.model.view.telling.state == states.READY
    page.verbs["next step"].trigger()
    page.model.read()
    page.verbs["send ready"].trigger()
    settled(qtbot, page)
    assert page.model.view.telling.state == states.VERIFIED


def test_an_hour_is_kept_and_what_is_none_is_told_under_its_field(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.verbs["how"].trigger()
    sheet = sheet_of(connected, HowSheet, qtbot)
    qtbot.keyClick(sheet.alone, Qt.Key.Key_Space)
    qtbot.keyClicks(sheet.hour.input, "later")
    qtbot.keyClick(sheet.hour.input, Qt.Key.Key_Return)
    assert sheet.hour.error() == "later is not an hour of the day. Type it as 21:30, or leave it empty."
    sheet.hour.set_text("21:30")
    qtbot.keyClick(sheet.hour.input, Qt.Key.Key_Return)
    assert by_itself(connected.shop) == (True, "21:30")


def test_several_days_are_sent_and_what_did_not_go_is_told(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    connected.stage.company().switch("faults", {"next": [{"fault": "code:6430", "match": "journalentry?requestid"}]})
    page.verbs["several"].trigger()
    sheet = sheet_of(connected, RangeSheet, qtbot)
    assert (sheet.first.text(), sheet.last.text(), sheet.step.text()) == (DATE, DATE, "Send 1 day")
    sheet.last.set_text("2026-03-15")
    qtbot.keyClick(sheet.last.input, Qt.Key.Key_Return)
    assert sheet.last.error() == "2026-03-16 comes after 2026-03-15. Turn the two dates round."
    sheet.last.set_text(DATE)
    qtbot.keyClick(sheet.last.input, Qt.Key.Key_Return)
    told = sheet_of(connected, OutcomeSheet, qtbot)
    assert [cell.text for cell in told.table.rows()[0].cells] == [
        "Monday 16 March",
        "Rejected",
        "The account is of a kind this line can't use.",
    ]


def test_a_receipt_shows_the_entry_it_is_in(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.choose(DATE)
    page.model.send_ready()
    settled(qtbot, page)
    page.verbs["find receipt"].trigger()
    sheet = sheet_of(connected, ReceiptSheet, qtbot)
    qtbot.keyClicks(sheet.number.input, "1-000099")
    qtbot.keyClick(sheet.number.input, Qt.Key.Key_Return)
    assert sheet.number.error() == "No receipt has the number 1-000099. Look at it once more, or search by date."
    sheet.number.set_text("2")
    qtbot.keyClick(sheet.number.input, Qt.Key.Key_Return)
    row = row_of(connected)
    assert [(pair.name, pair.figure) for pair in sheet.facts.pairs()][:2] == [
        (row.doc_number, "Verified"),
        ("There as", row.quickbooks_id),
    ]
    sheet.step.click()
    assert connected.asked == "entry"


def row_of(window: DeskWindow) -> OutboxRow:
    """The day's entry in the outbox."""
    with window.shop.store.read() as tx:
        return tx.outbox.of_day(DATE)[0]


def test_sending_without_a_connection_leads_to_connecting(window: DeskWindow) -> None:
    page = window.page("quickbooks")
    page.model.send_ready()
    assert window.told[-1].code == "not_connected"
    assert window.asked == "connect"


def test_arrows_move_and_space_marks_a_ready_day(window: DeskWindow, qtbot: QtBot) -> None:
    page = window.page("quickbooks")
    page.model.choose("2026-03-15")
    qtbot.keyClick(page.calendar, Qt.Key.Key_Right)
    assert page.model.view.chosen == DATE
    qtbot.keyClick(page.calendar, Qt.Key.Key_Space)
    assert next(cell for cell in page.model.view.cells if cell.day == DATE).marked
    qtbot.keyClick(page.calendar, Qt.Key.Key_PageUp)
    assert page.model.view.title == "February 2026"


def test_the_log_has_a_row_for_every_attempt(connected: DeskWindow, qtbot: QtBot) -> None:
    page = connected.page("quickbooks")
    page.model.send_ready()
    settled(qtbot, page)
    words = [row.cells[2].text for row in connected.page("log").model.view.rows]
    assert words == ["Verified", "Posted", "Sending"]
