"""The one place that rounds. Everything rounds half away from zero."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def half_away(value: Fraction) -> int:
    """The nearest integer; an exact half goes away from zero."""
    doubled = abs(value.numerator) * 2 + value.denominator
    whole = doubled // (value.denominator * 2)
    return whole if value >= 0 else -whole


def to_step(cents: int, step: int) -> int:
    """`cents` rounded to a multiple of `step` cents, as cash is where small coins are gone."""
    return half_away(Fraction(cents, step)) * step if step > 1 else cents


def largest_remainder(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Share `total` by weight so that the parts add up to it; ties go to the earlier part.

    With no weight anywhere, the first part takes all.
    """
    whole = sum(weights, Fraction(0))
    if not weights or whole == 0:
        return [total, *([0] * (len(weights) - 1))] if weights else []
    return by_remainder(total, [weight * total / whole for weight in weights])


def by_remainder(total: int, exact: Sequence[Fraction]) -> list[int]:
    """Round exact shares to integers that add up to `total`, which is near their sum.

    Every part is its exact share cut towards zero; what is left goes one by one to the largest
    remainders, ties to the earlier part.
    """
    parts = [int(share) for share in exact]
    left = total - sum(parts)
    step = 1 if left > 0 else -1
    order = sorted(range(len(exact)), key=lambda n: (-step * (exact[n] - parts[n]), n))
    for turn in range(abs(left) if exact else 0):
        parts[order[turn % len(order)]] += step
    return parts


def cumulative(total: int, done: int, more: int, whole: int) -> int:
    """The share of `total` that falls to `more` of `whole` when `done` were handed out before.

    Any sequence of such shares that reaches `whole` adds up to exactly `total`.
    """
    return half_away(Fraction(total * (done + more), whole)) - half_away(Fraction(total * done, whole))
