"""Codes that say more than a number, at the counter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retailpos.actions import sell
from retailpos.core.errors import Refusal
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

SHOP = """
at 2026-03-02 09:00
item Mug price 14.00 barcode 4006381333931
item Cheese price 20.00 unit kg barcode 20000011
"""


@pytest.fixture
def stage() -> Iterator[Stage]:
    found = Stage()
    Player(found).play(SHOP)
    yield found
    found.close()


@pytest.mark.parametrize(
    "code",
    [
        "]d20104006381333931",
        "(01)04006381333931(10)AB12",
        "https://id.example.com/01/04006381333931",
        "]Q3https://example.com/01/04006381333931?17=270101",
        "]E04006381333931",
    ],
)
def test_the_item_behind_the_code_is_sold(stage: Stage, code: str) -> None:
    sell.scan(stage.till(), code)
    assert [line.name for line in stage.till().cart.lines] == ["Mug"]


def test_a_weight_in_the_code_is_the_quantity(stage: Stage) -> None:
    sell.scan(stage.till(), "]e001000000200000113103001250")
    assert [(line.name, line.milli) for line in stage.till().cart.lines] == [("Cheese", 1250)]


def test_goods_that_ran_out_are_refused_and_the_sale_is_as_it_was(stage: Stage) -> None:
    sell.scan(stage.till(), "4006381333931")
    with pytest.raises(Refusal, match="ran_out"):
        sell.scan(stage.till(), "]d201040063813339311726022810A")
    assert [line.milli for line in stage.till().cart.lines] == [1000]
