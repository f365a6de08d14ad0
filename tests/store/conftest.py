"""A shop file with a bit of everything in it, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence

STORY = """
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tax "State DOR" 6%
tax County 1.25%
department Toys
item Ball price 5.00 cost 2.00 department Toys stock 10 barcode 4006381333931
item Kite price 12.00 cost 5.00 department Toys stock 4
customer "Dale Farm" exempt "resale 12-345"
employee Ana pin 4821 role cashier
tender "Visa/MC" kind card
map sales/Toys "Toy Sales"
at 2026-03-02 09:00
open float 100.00
sale as "ball"
  item Ball x 2 discount 1.00
  pay cash 20.00
sale
  item Kite
  pay "Visa/MC" 5.00
  pay check number 12
sale customer "Dale Farm"
  item Kite
  pay "Visa/MC"
return of "ball"
  item Ball reason "Flat"
  refund cash
paid-out 5.00 reason Cleaning
void 1-000002 reason "Wrong item"
adjust Ball x -1 reason "Damaged"
close counted 110.00 leave 100.00
close day
at 2026-03-03 09:00
open float 100.00
sale
  item Ball
  pay cash
sale
  item Kite
hold "red hat"
"""


def play_into(path: Path, story: str, seed: int = 1) -> None:
    """Play a story into a shop file that is kept."""
    stage = Stage(path, seed)
    try:
        Player(stage, sentence).play(story)
    finally:
        stage.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop file everybody copies."""
    path = tmp_path_factory.mktemp("filled") / "harbor.shop"
    play_into(path, STORY)
    return path


@pytest.fixture
def shop_file(filled: Path, tmp_path: Path) -> Path:
    """A shop file of one's own, closed, with the mark that lies beside it."""
    for part in filled.parent.iterdir():
        if part.name.startswith("harbor.shop") and not part.name.endswith(".lock"):
            shutil.copy(part, tmp_path / part.name)
    return tmp_path / "harbor.shop"
