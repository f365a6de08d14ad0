"""The closed day and Today: their figures are the books', and they lead on."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from retailpos.actions import close_day, drawer
from retailpos.actions.books import preview
from retailpos.actions.reports import figures
from retailpos.ui.day.dates import amount, days_before, long_date, month_title, over_or_short
from retailpos.ui.today.model import Need
from tests.ui.day_helper import DAY, SHOP, DeskWindow, played

DATE = "2026-03-16"
MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[DeskWindow]:
    stage = played(SHOP, DAY)
    made = DeskWindow(stage)
    qtbot.addWidget(made.shell)
    yield made
    stage.close()


def close(window: DeskWindow, over: int = 0) -> None:
    drawer.close_drawer(window.till, drawer.expected(window.till) + over, 10_000)
    close_day.close_day(window.till)


def test_the_closed_day_shows_the_books_own_figures(window: DeskWindow) -> None:
    close(window, over=10)
    page = window.page("day")
    view, found = page.model.view, figures(window.shop, DATE)
    assert view.title == "Monday 16 March is closed"
    assert [card[0] for card in view.cards] == [
        amount(window.shop, found.net),
        amount(window.shop, found.tax),
        "3",
        "0.10 over",
    ]
    totals = [amount(window.shop, entry.debit_total) for entry in preview(window.shop, DATE)]
    assert view.foot == f"It balances at {totals[0]}."
    assert view.sold[-1].figure == view.paid[-1].figure == amount(window.shop, found.taken)


def test_the_drawer_column_adds_up(window: DeskWindow) -> None:
    close(window)
    pairs = {pair.name: pair.figure for pair in window.page("day").model.view.drawer}
    assert pairs["Paid out, Cleaning"] == f"{MINUS}18.60"
    assert pairs["Dropped to the safe"] == f"{MINUS}50.00"
    assert pairs["Should be"] == pairs["Counted"]


def test_an_open_day_is_closed_from_its_page(window: DeskWindow) -> None:
    page = window.page("day")
    page.model.close()
    assert window.told[-1].code == "drawer_still_open"
    drawer.close_drawer(window.till)
    page.verbs["next step"].trigger()
    assert page.model.view.title == "Monday 16 March is closed"
    assert page.verbs["look at entry"].isEnabled()


def test_the_z_is_printed_again(window: DeskWindow) -> None:
    close(window)
    page = window.page("day")
    before = len(window.stage.printer.papers)
    page.verbs["print z"].trigger()
    assert len(window.stage.printer.papers) == before + 1


def test_today_draws_the_hours_and_what_sold_best(window: DeskWindow, qtbot: QtBot) -> None:
    page = window.page("today")
    qtbot.waitUntil(lambda: bool(page.model.view.bars), timeout=20_000)
    bars = page.model.view.bars
    assert [bar.label for bar in bars] == ["9", "10 now", "11", "12", "13", "14", "15", "16"]
    assert [bool(bar.value) for bar in bars][2:] == [False] * 6
    assert page.model.view.best[0].name == "Shirt"


def test_today_tells_what_needs_somebody(window: DeskWindow) -> None:
    window.stage.set_clock("2026-03-17 10:00", second=False)
    page = window.page("today")
    titles = [need.title for need in page.model.view.needs]
    assert titles[0] == "16 March is not closed"
    assert "QuickBooks is not connected" in titles
    page.model.mend(page.model.view.needs[0])
    assert window.asked == "count"


def test_today_after_the_close_offers_the_ready_day(window: DeskWindow) -> None:
    close(window)
    page = window.page("today")
    found = [need for need in page.model.view.needs if need.page == "quickbooks"]
    assert found[0] == Need(
        "paper-plane-tilt", "accent", "1 day is ready to send", "since 16 March", "Look", "quickbooks", DATE
    )
    assert page.model.view.strip == ((DATE, "ready"),)


def test_words_for_dates_and_amounts(window: DeskWindow) -> None:
    assert long_date("2026-03-01") == "Sunday 1 March"
    assert month_title("2026-12-31") == "December 2026"
    assert days_before("2026-03-01", 1) == "2026-02-28"
    assert over_or_short(window.shop, -150) == "1.50 short"
    assert over_or_short(window.shop, 0) == "exact"
