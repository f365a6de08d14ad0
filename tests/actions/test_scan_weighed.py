"""Labels of the shop's own scale at the counter: a weight or a price inside the code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.actions import sell, weighed
from retailpos.actions.check import check_shop
from retailpos.core.barcode import check_digit
from retailpos.core.catalogue import Employee
from retailpos.core.embedded import Layout, verifier_of
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, Quantity
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage


def label(body: str) -> str:
    return body + check_digit(body)


def american(cents: int) -> str:
    """A label of twelve digits with a price in four and the digit that guards it."""
    figures = f"{cents:04d}"
    return label(f"212345{verifier_of(figures)}{figures}")


SHOP = f"""
tax "State DOR" 7%
item Cheese price 18.90 unit kg stock 40 barcode {label("211234500000")}
item Ham price 24.00 unit kg stock 40 barcode {label("21234500000")}
item Basket price 10.00 stock 9 barcode {label("215432100000")}
at 2026-03-02 09:00
open float 100.00
"""
KILOGRAMS, PRICED = Layout("21IIIIIWWWWWC", 3), Layout("2IIIIIVPPPPC", 2)
ANA = Employee("ana", "Ana", "cashier")


@pytest.fixture
def stage() -> Iterator[Stage]:
    found = Stage()
    Player(found).play(SHOP)
    weighed.keep_layouts(found.shop, (KILOGRAMS, PRICED))
    yield found
    found.close()


def lines(stage: Stage) -> list[tuple[str, int, int, int]]:
    return [(line.name, line.milli, line.price, line.list_price) for line in stage.till().cart.lines]


def test_a_weight_inside_is_the_quantity(stage: Stage) -> None:
    sell.scan(stage.till(), label("211234501250"))
    assert lines(stage) == [("Cheese", 1250, 1890, 1890)]


def test_every_label_is_a_line_of_its_own(stage: Stage) -> None:
    for _ in range(2):
        sell.scan(stage.till(), label("211234501250"))
    assert len(lines(stage)) == 2


@pytest.mark.parametrize("mark", ["", "]E0"])
def test_a_price_inside_is_what_the_customer_pays(stage: Stage, mark: str) -> None:
    code = american(754)
    sell.scan(stage.till(), f"{mark}0{code}" if mark else code)
    [(name, milli, price, list_price)] = lines(stage)
    assert (name, milli, price, list_price) == ("Ham", 314, 2400, 2400)
    assert Quantity(milli).times(Money(price)).cents == 754


def test_a_price_on_something_sold_by_the_piece_is_its_price_and_no_discount(stage: Stage) -> None:
    weighed.keep_layouts(stage.shop, (Layout("21IIIIIPPPPPC", 2),))
    sell.scan(stage.till(), label("215432100600"))
    assert lines(stage) == [("Basket", 1000, 600, 600)]


@given(st.integers(1, 9_999), st.integers(100, 9_999))
def test_a_printed_price_is_never_changed(cents: int, price: int) -> None:
    quantity, unit_price = weighed._that_comes_to(cents, price)
    assert quantity.times(Money(unit_price)).cents == cents


def test_a_cashier_needs_no_right_for_the_scales_price_and_the_books_are_sound(stage: Stage) -> None:
    Player(stage).play("sign-in Ana pin 4821") if False else None
    sell.scan(stage.till(), american(9999))
    sell.take(stage.till(), "check")
    assert check_shop(stage.shop.store) == ()


@pytest.mark.parametrize("code", [american(0), label("211234500000"), label("2123459" + "0754")])
def test_a_label_that_says_nothing_or_does_not_add_up_is_asked_about(stage: Stage, code: str) -> None:
    with pytest.raises(Refusal, match="embedded_price_damaged"):
        sell.scan(stage.till(), code)
    assert lines(stage) == []


@pytest.mark.parametrize("code", [label("219999901250"), "2112345012507", label("201234501250")])
def test_what_is_no_label_of_ours_is_looked_up_as_it_stands(stage: Stage, code: str) -> None:
    with pytest.raises(Refusal, match="code_unknown"):
        sell.scan(stage.till(), code)


def test_without_a_layout_such_a_code_is_a_code_like_any_other(stage: Stage) -> None:
    weighed.keep_layouts(stage.shop, ())
    with pytest.raises(Refusal, match="code_unknown"):
        sell.scan(stage.till(), label("211234501250"))
    sell.scan(stage.till(), label("211234500000"))
    assert lines(stage) == [("Cheese", 1000, 1890, 1890)]


@pytest.mark.parametrize("pattern", ["40IIIIIWWWWWC", "1IIIIIVPPPPC"])
def test_a_layout_for_other_peoples_numbers_is_refused(stage: Stage, pattern: str) -> None:
    with pytest.raises(Refusal, match="barcode_layout_not_understood"):
        weighed.keep_layouts(stage.shop, (Layout(pattern, 2),))
    assert weighed.kept_layouts(stage.shop) == (KILOGRAMS, PRICED)
