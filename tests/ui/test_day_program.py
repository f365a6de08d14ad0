"""The real program on a virtual screen: a sale, a drop, and the drawer counted and closed, by keys alone."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from retailpos.actions.counting import drawer_state
from retailpos.actions.till import Till
from retailpos.core.document import COUNT, DROP
from tests.ui.register_shop import MUG, make_shop
from tests.ui.test_sale_program import Program, start

__all__ = ["start"]

pytestmark = pytest.mark.xvfb


def test_the_drawer_is_emptied_counted_and_closed_by_keyboard(tmp_path: Path, start: Callable[[], Program]) -> None:
    make_shop(tmp_path / "small.shop").close()
    program = start()
    program.focus()
    program.type("4821")
    program.key("Return")
    time.sleep(1)
    program.type("20000")
    program.key("Return")
    program.type(f"{MUG}\n", gap=5)
    program.key("F11", "Return", "F9")
    time.sleep(1)
    program.type("5000")
    program.key("Return", "ctrl+d")
    time.sleep(1)
    for count in ("1", "1", "", "1", "1"):
        program.type(count or "0")
        program.key("Return")
    program.key("ctrl+Return", "ctrl+Return", "ctrl+Return")
    time.sleep(1)
    program.kill()

    shop = make_shop(tmp_path / "small.shop")
    with shop.store.read() as tx:
        (drop,) = tx.documents.find_receipts(kinds=(DROP,))
        (count,) = tx.documents.find_receipts(kinds=(COUNT,))
    is_open, _since, left = drawer_state(Till(shop))
    shop.close()
    assert drop.facts["cents"] == -5000
    assert (count.facts["expected"], count.facts["counted"]) == (20_000 - 5000 + 1498, 16_500)
    assert not is_open
    assert left == 16_500
