"""How days are booked, and the connection, from a terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.actions.books import days
from retailpos.cli.main import run
from retailpos.core.outbox import LEFT_OUT, READY
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

DATES = ("2026-03-02", "2026-03-03")
STORY = "shop Booking currency USD\n" + "".join(
    f"at {date} 15:00\nsale\n  open-item 10.00\n  pay check\nclose day\n" for date in DATES
)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "booking.shop")
    Player(made).play(STORY)
    yield made
    made.close()


def book(stage: Stage, *wish: str) -> int:
    return run(None, ["exchange", "book", "--shop", str(stage.shop.store.path), *wish])


def test_it_says_how_days_are_booked(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert book(stage) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Each day goes as a journal entry, cost of goods left out.",
        "Sales tax is filed elsewhere.",
        "All days are sent.",
    ]


def test_filing_in_quickbooks_proposes_the_sales_receipt(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert book(stage, "--sales-tax", "quickbooks", "--cogs", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"form": "sales-receipt", "cogs": True, "sales_tax": "quickbooks", "start": ""}
    assert book(stage, "--form", "journal-entry", "--json") == 0
    assert json.loads(capsys.readouterr().out)["form"] == "journal-entry"


def test_days_before_the_start_are_left_out(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert book(stage, "--start", DATES[1]) == 0
    assert f"Days are sent from {DATES[1]} on." in capsys.readouterr().out
    found = {date: state for date, (state, _net) in days(stage.shop, "", "9999").items()}
    assert found == {DATES[0]: LEFT_OUT, DATES[1]: READY}
    assert book(stage, "--start", "soon") == 2


def test_disconnecting_what_was_never_connected_is_told(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(None, ["exchange", "disconnect", "--yes", "--shop", str(stage.shop.store.path)]) in (1, 3)
    assert capsys.readouterr().err.strip()
