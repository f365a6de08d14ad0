"""X, Z, rollup and entry are one figure."""

from collections.abc import Iterator

import pytest

from retailpos.actions import books, close_day, drawer
from retailpos.actions.reports import Figures, figures
from retailpos.actions.reports_paper import print_x, print_z, report_paper
from retailpos.actions.standing import busy, closings, standing, waiting
from retailpos.core.catalogue import Employee
from retailpos.core.outbox import READY
from retailpos.core.paper import render_text
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

DAY = """
shop "Harbor Goods" currency USD
tax "State DOR" 6%
tax "County" 1.25%
department Apparel
department Kitchen
item Shirt price 49.00 department Apparel
item Mug price 14.00 department Kitchen
tender "Visa/MC" kind card
at 2026-03-16 09:00
open 200.00
sale
  item Shirt
  item Mug x 4 discount 10% reason "Set of four"
  pay cash 150.00
at 2026-03-16 10:30
sale
  item Shirt x 2
  pay "Visa/MC"
return of 1-000001
  item Shirt x 1 reason "Too small"
  refund cash
sale
  item Shirt
  back Mug x 1 of 1-000001 reason "Chipped"
  pay "Visa/MC"
paid-in 50.00 reason "Change order" to "Cash in Safe"
paid-out 18.60 reason "Cleaning"
drop 75.00
"""


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    Player(made).play(DAY)
    yield made
    made.close()


def close(stage: Stage, over: int = 0) -> None:
    till = stage.till()
    drawer.close_drawer(till, drawer.expected(till) + over, 20_000)
    close_day.close_day(till)


def entry_sum(stage: Stage, *slots: str) -> int:
    return sum(
        line.cents
        for entry in books.preview(stage.shop, "2026-03-16")
        for line in entry.lines
        if line.slot.split(".")[0] in slots
    )


def test_what_was_taken_in_is_net_and_tax_and_all_the_rest(stage: Stage) -> None:
    found = figures(stage.shop, "2026-03-16")
    assert found.full == 4 * 4900 + 4 * 1400
    assert found.discounts == -560
    assert found.returns == -(4900 + 1260)
    assert found.net == found.full + found.discounts + found.returns
    assert found.taken == found.net + found.tax + sum(row.cents for row in found.others)
    assert found.receipts == 4


def test_the_figures_are_the_entrys_to_the_cent(stage: Stage) -> None:
    close(stage, over=10)
    found = figures(stage.shop, "2026-03-16")
    assert found.net == -entry_sum(stage, "sales", "discounts", "returns")
    assert found.tax == -entry_sum(stage, "tax")
    assert found.over == -entry_sum(stage, "over_short") == 10
    moved = sum(move.cents for drawer in found.drawers for move in drawer.moves if move.slot != "tender.cash")
    assert found.taken + moved + found.over == entry_sum(stage, "tender")


def test_the_drawer_adds_up_from_float_to_count(stage: Stage) -> None:
    open_still = figures(stage.shop, "2026-03-16").drawers[0]
    assert open_still.is_open
    assert open_still.opening + sum(move.cents for move in open_still.moves) == open_still.expected
    assert open_still.expected == drawer.expected(stage.till())
    close(stage, over=-25)
    counted = figures(stage.shop, "2026-03-16").drawers[0]
    assert not counted.is_open
    assert (counted.counted, counted.over) == (open_still.expected - 25, -25)
    names = [move.name for move in counted.moves]
    assert names == ["Cash taken", "Paid in, Change order", "Paid out, Cleaning", "Dropped to the safe"]


def test_x_of_a_register_and_z_of_the_day_agree_where_there_is_one_register(stage: Stage) -> None:
    x = figures(stage.shop, "2026-03-16", register=1)
    z = figures(stage.shop, "2026-03-16")
    assert (x.net, x.taxes, x.tenders, x.receipts) == (z.net, z.taxes, z.tenders, z.receipts)


def text_of(stage: Stage, found: Figures) -> str:
    return "\n".join(render_text(report_paper(stage.shop, found), 42))


def test_a_cashiers_x_says_nothing_of_what_the_drawer_should_hold(stage: Stage) -> None:
    till = stage.till()
    till.employee = Employee("ana", "Ana", "cashier")
    print_x(till, "2026-03-16")
    paper = "\n".join(render_text(stage.printer.papers[-1], 42))
    assert "X REPORT" in paper
    assert "Should be" not in paper
    assert "Should be" in text_of(stage, figures(stage.shop, "2026-03-16"))


def test_the_z_names_who_closed_it_and_the_end_of_the_chain(stage: Stage) -> None:
    close(stage)
    print_z(stage.till(), "2026-03-16")
    paper = " ".join(" ".join(render_text(stage.printer.papers[-1], 42)).split())
    closed = closings(stage.shop, "2026-03-16")[0]
    assert "Z REPORT" in paper
    assert closed.number in paper
    assert dict(closed.heads)["1"] in paper.replace(" ", "")


def test_how_the_shop_stands(stage: Stage) -> None:
    before = standing(stage.shop)
    assert before.drawers == ((1, "2026-03-16"),)
    assert before.open_days == ("2026-03-16",)
    close(stage)
    after = standing(stage.shop)
    assert after.drawers == after.open_days == ()
    assert waiting(after.states, READY) == ("2026-03-16",)


def test_a_day_hour_by_hour_adds_up_to_its_net(stage: Stage) -> None:
    found = busy(stage.shop, "2026-03-16")
    assert sum(found.hours) == figures(stage.shop, "2026-03-16").net
    assert found.hours[9] == 4900 + 5040
    assert found.best[0] == ("Shirt", 3 * 4900)
