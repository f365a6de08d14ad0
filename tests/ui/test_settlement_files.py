"""What the exchange pages write into files: a day in three kinds, and the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer, exchange, papers
from retailpos.ui.exchange.export_sheet import ExportSheet
from retailpos.ui.exchange.log_screen import AnswerSheet
from retailpos.ui.tasks import Tasks
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

DATE = "2026-03-16"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    stage.set_meta("suggest_accounts", "1")
    drawer.close_drawer(made.till)
    yield made
    stage.close()


def test_a_day_is_saved_from_its_entry_in_three_kinds(window: DeskWindow, tmp_path: Path) -> None:
    close_day.close_day(window.till)
    page = window.page("entry")
    page._desk.take_up(DATE)
    page.model.read()
    page.verbs["save as a file"].trigger()
    sheet = window.shell.findChild(ExportSheet)
    assert sheet is not None
    sheet.folder = tmp_path
    assert audit(sheet, target=48) == []
    for kind in papers.KINDS:
        sheet.buttons[kind].click()
        place = tmp_path / papers.file_name(window.shop, DATE, kind)
        assert place.read_bytes() == papers.day_file(window.shop, DATE, kind)
        assert place.name in sheet.told.text()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".iif", ".pdf"]


def test_a_day_that_is_still_open_is_told_and_nothing_is_written(window: DeskWindow, tmp_path: Path) -> None:
    sheet = ExportSheet(window.page("entry"), window.made["entry"]._desk, DATE)  # type: ignore[attr-defined]  # the page's own
    sheet.folder = tmp_path
    sheet.open()
    sheet.buttons["csv"].click()
    assert [error.code for error in window.told] == ["day_not_closed"]
    assert list(tmp_path.iterdir()) == []


def test_the_log_shows_the_whole_answer_and_is_saved(window: DeskWindow, qapp: QApplication, tmp_path: Path) -> None:
    close_day.close_day(window.till)
    window.stage.company()
    exchange.send_day(window.shop, DATE)
    page = window.page("log")
    page.folder = tmp_path
    assert audit(page, target=32) == []
    sheet = page.show_answer()
    assert isinstance(sheet, AnswerSheet)
    assert '"JournalEntry": {' in sheet.text.text()
    sheet.findChild(QWidget, "copy answer").click()
    assert qapp.clipboard().text().startswith("GET journalentry/")
    assert audit(sheet, target=48) == []
    sheet.close_sheet()
    for verb in ("save table", "save text"):
        page.verbs[verb].trigger()
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".txt"}
    assert "Tokens and keys are masked." in page.banner.words()
    assert window.told == []


def test_beside_the_window_a_process_writes_the_day_and_reads_the_payouts(
    window: DeskWindow, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    close_day.close_day(window.till)
    window.shop.store.checkpoint()
    window.tasks = Tasks(qapp)
    try:
        sheet = ExportSheet(window.page("entry"), window.made["entry"]._desk, DATE)  # type: ignore[attr-defined]  # the page's own
        sheet.folder = tmp_path
        sheet.open()
        sheet.buttons["csv"].click()
        qtbot.waitUntil((tmp_path / papers.file_name(window.shop, DATE, "csv")).exists, timeout=30_000)
        page = window.page("payouts")
        (tmp_path / "odd.csv").write_text("hello\n")
        (tmp_path / "march.csv").write_text("payout,date,gross,net\npo_1,2026-03-18,10.00,9.00\n")
        page.model.take_file(str(tmp_path / "odd.csv"))
        qtbot.waitUntil(lambda: bool(window.told), timeout=30_000)
        assert [error.code for error in window.told] == ["payout_file_not_text"]
        with qtbot.waitSignal(page.model.taken, timeout=30_000):
            page.model.take_file(str(tmp_path / "march.csv"))
        assert page.model.view.rows[0].cells[1].text == "po_1"
    finally:
        window.tasks.shut()
