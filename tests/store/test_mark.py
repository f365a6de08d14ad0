"""An older file put back is named, refused for selling, and goes on above the numbers once given out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from retailpos.actions import drawer
from retailpos.actions.check import check_shop
from retailpos.actions.restore import accept_restored
from retailpos.actions.shop import open_shop
from retailpos.core.errors import Refusal
from retailpos.store import mark
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

DAY = """
department Toys
item Kite price 10.00 department Toys
at 2026-03-02 09:00
open float 100.00
sale
  item Kite
  pay cash
"""
SALE = "sale\n  item Kite\n  pay cash\n"


def test_an_older_file_is_named_and_goes_on_above(tmp_path: Path) -> None:
    file, aside = tmp_path / "shop", tmp_path / "aside"
    stage = Stage(file)
    player = Player(stage)
    player.play(DAY)
    stage.shop.store.backup(aside)
    player.play(SALE + SALE)
    clock, ids = stage.clock, stage.ids
    stage.close()
    for tail in ("-wal", "-shm"):
        (tmp_path / f"shop{tail}").unlink(missing_ok=True)
    shutil.copyfile(aside, file)

    with pytest.raises(Refusal, match="older_file"):
        open_shop(file, clock, ids, to_sell=True)
    shop = open_shop(file, clock, ids, to_sell=True, accept_older=True)
    assert [broken.invariant for broken in check_shop(shop.store)] == ["the file is as new as its mark"]
    accept_restored(shop)
    assert check_shop(shop.store) == ()
    shop.close()

    again = Stage(file)
    Player(again).play("at 2026-03-02 10:00\n" + SALE)
    assert again.last_receipt is not None
    assert again.last_receipt.printed_number == "1-000004"
    assert check_shop(again.shop.store) == ()
    assert drawer.expected(again.till()) == 12000
    again.close()


def test_a_file_ahead_of_its_mark_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "shop"
    stage = Stage(file)
    Player(stage).play(DAY)
    mark = (tmp_path / "shop.mark").read_bytes()
    Player(stage).play(SALE)
    stage.close()
    (tmp_path / "shop.mark").write_bytes(mark)
    shop = open_shop(file, stage.clock, stage.ids, to_sell=True)
    assert check_shop(shop.store) == ()
    shop.close()


def test_nothing_is_accepted_where_nothing_was_lost(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "shop")
    Player(stage).play(DAY)
    with pytest.raises(Refusal, match="nothing_was_lost"):
        accept_restored(stage.shop)
    stage.close()


def test_a_mark_half_written_counts_as_none_and_the_next_sale_mends_it(tmp_path: Path) -> None:
    file, beside = tmp_path / "shop", tmp_path / "shop.mark"
    stage = Stage(file)
    Player(stage).play(DAY)
    older = beside.read_bytes()
    Player(stage).play(SALE)
    newer = beside.read_bytes()
    beside.write_bytes(newer[:90] + older[90:])
    assert older[90:] != newer[90:]
    assert mark.read(file) == {}
    Player(stage).play(SALE)
    assert mark.read(file)["1/1"]["seq"] == 4
    stage.close()
