"""The payouts page: a file is chosen, shown, recorded and sent; the accounts of money on its way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer, exchange, settlement
from retailpos.ui.exchange.settlement_screen import PayoutsScreen
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

DATE = "2026-03-16"
CLEARING = "Card Clearing - Visa/MC"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    stage.set_meta("suggest_accounts", "1")
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    yield made
    stage.close()


def settled(qtbot: QtBot, page: QWidget) -> None:
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)  # type: ignore[attr-defined]  # every page here has it


def file_of(folder: Path, gross: str, fees: str, net: str) -> Path:
    file = folder / "payouts-march.csv"
    file.write_text(f"Payout ID,Deposit Date,Gross,Fees,Net\npo_1,2026-03-18,{gross},{fees},{net}\n")
    return file


def taken(page: PayoutsScreen, folder: Path) -> None:
    """The file is chosen from the sheet of files, by the keyboard alone."""
    page.folders = (folder,)
    sheet = page.open_files()
    sheet.search.setText("march")
    sheet.searched.emit("march")
    sheet.search.returnPressed.emit()


def words(page: PayoutsScreen) -> list[str]:
    return [row.sentence() for row in page.model.view.rows]


def test_a_file_is_shown_then_recorded_and_sent_and_card_clearing_is_zero(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.stage.company()
    exchange.send_day(window.shop, DATE)
    there = exchange.books_there(window.shop)[CLEARING]
    gross = f"{there // 100}.{there % 100:02d}"
    page = window.page("payouts")
    assert page.model.view.rows == ()
    file_of(tmp_path, gross, "1.00", f"{(there - 100) // 100}.{there % 100:02d}")
    taken(page, tmp_path)
    assert words(page)[0].endswith("New")
    page.bank.set_text("")
    page.verbs["go on"].trigger()
    assert page.bank.error()
    page.bank.set_text("Checking")
    page.processor.set_text("Stripe")
    assert audit(page, target=32) == []
    page.verbs["go on"].trigger()
    settled(qtbot, page)
    assert window.told == []
    assert words(page)[0].endswith("Verified")
    assert exchange.books_there(window.shop).get(CLEARING, 0) == 0
    page.model.turn_to(next(n for n, (key, _w) in enumerate(page.model.view.pages) if key == "accounts"))
    page.verbs["ask"].trigger()
    settled(qtbot, page)
    card = next(line for line in words(page) if line.startswith(CLEARING))
    assert card.endswith("As it should be")
    assert audit(page, target=32) == []


def test_the_same_file_again_has_nothing_new(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = window.page("payouts")
    file_of(tmp_path, "10.00", "1.00", "9.00")
    for again in (False, True):
        taken(page, tmp_path)
        page.bank.set_text("Checking")
        if again:
            assert words(page)[0].endswith("Recorded before")
            assert page.model.view.verb == ""
        else:
            page.verbs["go on"].trigger()
    assert len(page.model._recorded) == 1


def test_a_file_that_can_not_be_read_is_told_and_changes_nothing(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.page("payouts")
    (tmp_path / "march.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    taken(page, tmp_path)
    assert [error.code for error in window.told] == ["payout_file_not_text"]
    assert not page.model.has_file
    file_of(tmp_path, "10.00", "1.00", "9.50")
    page.model.take_file(str(tmp_path / "payouts-march.csv"))
    assert window.told[-1].code == "payout_does_not_add_up"


def test_a_payout_changed_in_quickbooks_is_put_back_from_its_row(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    company = window.stage.company()
    page = window.page("payouts")
    file_of(tmp_path, "10.00", "1.00", "9.00")
    taken(page, tmp_path)
    page.bank.set_text("Checking")
    page.verbs["go on"].trigger()
    settled(qtbot, page)
    company.switch("edit", {"id": page.model._recorded[0].row.quickbooks_id, "cents": 100})
    settlement.look_again(window.shop)
    page.model.read()
    page.model.choose(0)
    assert page.model.view.changed_there
    assert all(answer.isVisibleTo(page) for answer in page._answers)
    assert audit(page, target=32) == []
    page.verbs["put ours back"].trigger()
    settled(qtbot, page)
    assert words(page)[0].endswith("Verified")
    assert not page.model.view.changed_there
