from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS, Money, Quantity, parse_percent, plain, shown


@given(st.integers(0, MOST_CENTS))
def test_an_amount_is_read_as_it_is_written(cents: int) -> None:
    assert Money.parse(plain(Money(cents))) == Money(cents)


@given(st.integers(0, 99_999), st.sampled_from((0, 2, 3)))
def test_currencies_with_other_decimals_are_read_back(minor: int, decimals: int) -> None:
    assert Money.parse(plain(Money(minor), decimals), decimals) == Money(minor)


@given(st.integers(-9_999_000, 9_999_000))
def test_a_quantity_is_read_as_it_is_written(milli: int) -> None:
    assert Quantity.parse(str(Quantity(milli))) == Quantity(milli)


def test_amounts_are_shown_with_a_true_minus_and_groups() -> None:
    assert [shown(Money(cents)) for cents in (0, 5, -1860, 123_456_789)] == [
        "0.00",
        "0.05",
        "\N{MINUS SIGN}18.60",
        "1,234,567.89",
    ]
    assert shown(Money(-1500), 0) == "\N{MINUS SIGN}1,500"


@pytest.mark.parametrize("text", ["10", "10%", " 12.5 %", "0", "100", "33.33%"])
def test_percentages_are_read(text: str) -> None:
    assert 0 <= parse_percent(text) <= 10_000


@pytest.mark.parametrize("text", ["", "%", "101", "-1", "1e2", "33.333", "\u0661\u0660", "ten"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_percent(text)


@given(st.integers(1, 9_999_000), st.integers(0, 1_000_000))
def test_price_times_quantity_is_rounded_once(milli: int, cents: int) -> None:
    product = Quantity(milli).times(Money(cents)).cents
    assert abs(product * 1000 - milli * cents) * 2 <= 1000
