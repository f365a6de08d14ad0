from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.money import Money, allocate, percent_of
from retailpos.core.rounding import by_remainder, cumulative, half_away, largest_remainder, to_step

CENTS = st.integers(-10_000_000, 10_000_000)
WEIGHTS = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=20)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_half_goes_away_from_zero_as_decimal_says(top: int, bottom: int) -> None:
    exact = Decimal(top) / Decimal(bottom)
    assert half_away(Fraction(top, bottom)) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_an_exact_half_goes_away_from_zero() -> None:
    assert [half_away(Fraction(n, 2)) for n in (-5, -3, -1, 1, 3, 5)] == [-3, -2, -1, 1, 2, 3]


@given(CENTS, WEIGHTS)
def test_shares_lose_no_cent_and_stay_within_a_cent_of_their_due(total: int, weights: list[int]) -> None:
    parts = [part.cents for part in allocate(Money(total), weights)]
    assert sum(parts) == total
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        if whole:
            assert abs(Fraction(part) - Fraction(total * weight, whole)) < 1
            assert weight or not part


@given(st.integers(0, 1000), st.integers(1, 12))
def test_ties_go_to_the_earlier_part(total: int, many: int) -> None:
    parts = largest_remainder(total, [Fraction(1)] * many)
    assert parts == sorted(parts, reverse=True)
    assert max(parts) - min(parts) <= 1


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12), st.integers(1, 999))
def test_exact_shares_are_rounded_to_their_rounded_sum(tops: list[int], bottom: int) -> None:
    exact = [Fraction(top, bottom) for top in tops]
    total = half_away(sum(exact, Fraction(0)))
    parts = by_remainder(total, exact)
    assert sum(parts) == total
    assert all(abs(part - share) <= 1 for part, share in zip(parts, exact, strict=True))


@given(CENTS, st.lists(st.integers(1, 5000), min_size=1, max_size=15))
def test_any_sequence_of_parts_adds_up_to_the_whole(total: int, parts: list[int]) -> None:
    whole, done, given_back = sum(parts), 0, 0
    for part in parts:
        given_back += cumulative(total, done, part, whole)
        done += part
    assert given_back == total


@given(st.integers(-100_000, 100_000), st.sampled_from((1, 5, 10, 20, 100)))
def test_cash_is_rounded_to_the_nearest_step(cents: int, step: int) -> None:
    rounded = to_step(cents, step)
    assert rounded % step == 0
    assert abs(rounded - cents) * 2 <= step
    assert to_step(-cents, step) == -rounded


@given(st.integers(0, 10**9), st.integers(0, 10_000))
def test_a_percentage_is_rounded_once(cents: int, points: int) -> None:
    exact = Decimal(cents) * points / 10_000
    assert percent_of(Money(cents), points).cents == int(exact.quantize(Decimal(1), ROUND_HALF_UP))
