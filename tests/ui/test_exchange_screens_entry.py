"""The entry page: what is behind a line opens by keys and by pointer, each receipt shows its entry, proofs are told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer, guards
from retailpos.actions.books import day_state, entry_of
from retailpos.actions.exchange import send_day
from retailpos.actions.proofs import BALANCE, DRAWERS, ONCE, RECEIPTS, TAX, TENDERS, proofs
from retailpos.core import outbox as states
from retailpos.core.errors import Refusal
from retailpos.exchange.online.turns import unhurried
from retailpos.ui.exchange.entry_proofs import ProofSheet
from retailpos.ui.exchange.entry_receipt import ReceiptSheet
from retailpos.ui.parts.sheet import Sheet
from tests.store.hostile import sql, unprotected
from tests.ui.audit import audit
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

DATE = "2026-03-16"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    drawer.close_drawer(made.till)
    close_day.close_day(made.till)
    yield made
    stage.close()


@pytest.fixture
def entry(window: DeskWindow, qtbot: QtBot) -> QWidget:
    window.page("quickbooks").model.choose(DATE)
    page: QWidget = window.page("entry")
    qtbot.waitUntil(lambda: bool(page.proving.found), timeout=10_000)  # type: ignore[attr-defined]  # the entry's page
    return page


def over(window: DeskWindow, kind: type[Sheet]) -> Sheet:
    """The sheet that lies over the window."""
    return next(one for one in window.shell.findChildren(kind) if one.isVisible())


def test_receipts_behind_a_line_open_by_keys_alone(window: DeskWindow, entry: QWidget, qtbot: QtBot) -> None:
    lines, behind = entry.table.view, entry.behind.table.view  # type: ignore[attr-defined]  # the entry's page
    qtbot.waitUntil(lambda: window.shell.focusWidget() is lines)
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert window.shell.focusWidget() is behind
    qtbot.keyClick(behind, Qt.Key.Key_Return)
    sheet = over(window, ReceiptSheet)
    assert isinstance(sheet, ReceiptSheet)
    assert sheet.document is not None
    assert sheet.document.printed_number == "1-000001"
    assert [pair.name for pair in sheet.facts.pairs()] == [entry_of(window.shop, sheet.document)[0].doc_number]
    assert [words for words in audit(sheet.card, target=32) if "faint" not in words] == []
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_receipts_behind_a_line_open_by_pointer_alone(window: DeskWindow, entry: QWidget, qtbot: QtBot) -> None:
    view = entry.table.view  # type: ignore[attr-defined]  # the entry's page
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view.viewport(), left, pos=view.visualRect(view.model().index(1, 0)).center())
    qtbot.mouseClick(entry.behind.open_receipt, left, pos=QPoint(10, 10))  # type: ignore[attr-defined]  # the entry's page
    assert over(window, ReceiptSheet)


def test_what_is_no_receipt_has_no_paper_to_open(entry: QWidget) -> None:
    model = entry.model  # type: ignore[attr-defined]  # the entry's page
    cleaning = next(n for n, row in enumerate(model.view.lines) if "Cleaning" in row.cells[1].text)
    model.choose(cleaning)
    assert model.opened is None
    assert not entry.verbs["open receipt"].isEnabled()  # type: ignore[attr-defined]  # the entry's page


def test_the_proofs_of_a_day_are_told_on_its_entry(window: DeskWindow, entry: QWidget, qtbot: QtBot) -> None:
    button = entry._proofs  # type: ignore[attr-defined]  # the entry's page
    assert button.text() == "8 proofs hold"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    sheet = over(window, ProofSheet)
    assert isinstance(sheet, ProofSheet)
    assert [row.cells[0].icon for row in sheet.table.rows()] == ["check-circle"] * 8
    assert {row.key: row.cells[1].text for row in sheet.table.rows()} | {
        BALANCE: "228.31",
        RECEIPTS: "3",
        TAX: "10.76",
        DRAWERS: "0.00",
        ONCE: "5",
    } == {row.key: row.cells[1].text for row in sheet.table.rows()}


def test_a_sum_that_is_not_what_its_receipts_say_breaks_its_proof(window: DeskWindow, qtbot: QtBot) -> None:
    assert all(proof.holds for proof in proofs(window.shop, DATE))
    least = "(SELECT min(cents) FROM period_total WHERE slot = 'tax')"
    less_tax = f"UPDATE period_total SET cents = cents - 5 WHERE slot = 'tax' AND cents = {least}"
    more_card = "UPDATE period_total SET cents = cents + 5 WHERE slot = 'tender.card'"
    unprotected(window.shop.store.path, sql(less_tax, more_card))
    found = {proof.name: proof for proof in proofs(window.shop, DATE)}
    assert {name for name, proof in found.items() if not proof.holds} == {TAX, TENDERS}
    assert "tender.card" in found[TENDERS].broken[0]
    unprotected(window.shop.store.path, sql("UPDATE period_total SET cents = cents + 1 WHERE slot = 'safe'"))
    assert [proof.name for proof in proofs(window.shop, DATE) if not proof.holds] == [BALANCE, TENDERS, TAX]
    page = window.page("quickbooks")
    page.model.choose(DATE)
    telling = page.model.view.telling
    assert (telling.state, telling.headline) == (states.BLOCKED, "The sums of this day do not balance.")
    with pytest.raises(Refusal, match="out_of_balance"):
        send_day(window.shop, DATE)
    page.verbs["next step"].trigger()
    entry = window.made["entry"]
    qtbot.waitUntil(lambda: entry._proofs.text() == "3 proofs do not hold", timeout=10_000)


def test_closed_books_offer_the_first_open_day(window: DeskWindow, qtbot: QtBot) -> None:
    company = window.stage.company()
    window.shop.exchange.turns = unhurried()
    company.switch("close", {"date": "2026-03-31"})
    page = window.page("quickbooks")
    page.model.choose(DATE)
    page.model.send_ready()
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)
    telling = page.model.view.telling
    assert (telling.state, telling.headline) == (states.READY, "The books are closed for this date.")
    assert telling.said == "closed to 2026-03-31, first open day 2026-04-01"
    assert guards.open_day_for(window.shop, DATE) == "2026-04-01"
    assert telling.verb_words == "Enter it on the first open day"
    page.verbs["next step"].trigger()
    qtbot.waitUntil(lambda: not page._work.running, timeout=20_000)
    assert day_state(window.shop, DATE) == states.VERIFIED
