"""Money in integer minor units and quantities in thousandths. No float comes near either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from retailpos.core.errors import Refusal
from retailpos.core.rounding import half_away, largest_remainder

# A cap far above any sale and far below what an SQLite integer holds.
MOST_CENTS = 9_999_999_999
_AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?", re.ASCII)
_QUANTITY = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units of the shop's currency. Dividing it needs a rule: see `allocate`."""

    cents: int = 0

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def __neg__(self) -> Money:
        return Money(-self.cents)

    def __mul__(self, times: int) -> Money:
        return Money(self.cents * times)

    def __bool__(self) -> bool:
        return self.cents != 0

    @staticmethod
    def parse(text: str, decimals: int = 2) -> Money:
        """Read a plain decimal such as `18.60`. Refuses signs, grouping, exponents and too many decimals."""
        match = _AMOUNT.fullmatch(text.strip())
        whole, _, part = text.strip().partition(".")
        if match is None or len(part) > decimals:
            raise Refusal("amount_unreadable", text=text[:40])
        cents = int(whole) * 10**decimals + int(part.ljust(decimals, "0") or "0")
        if cents > MOST_CENTS:
            raise Refusal("amount_too_large", text=text[:40])
        return Money(cents)


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """How much of an item, in thousandths of its unit."""

    milli: int = 1000

    @staticmethod
    def of(whole: int) -> Quantity:
        """A whole number of pieces."""
        return Quantity(whole * 1000)

    @staticmethod
    def parse(text: str) -> Quantity:
        """Read `3`, `0.35` or `-2`. Refuses anything else."""
        if _QUANTITY.fullmatch(text.strip()) is None:
            raise Refusal("quantity_unreadable", text=text[:40])
        negative = text.strip().startswith("-")
        whole, _, part = text.strip().lstrip("-").partition(".")
        milli = int(whole) * 1000 + int(part.ljust(3, "0"))
        return Quantity(-milli if negative else milli)

    def __neg__(self) -> Quantity:
        return Quantity(-self.milli)

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.milli + other.milli)

    @property
    def is_whole(self) -> bool:
        """True for pieces, false for 0.350 kg."""
        return self.milli % 1000 == 0

    def times(self, price: Money) -> Money:
        """Price times quantity, rounded once."""
        return Money(half_away(Fraction(price.cents * self.milli, 1000)))

    def __str__(self) -> str:
        if self.is_whole:
            return str(self.milli // 1000)
        sign = "-" if self.milli < 0 else ""
        return f"{sign}{abs(self.milli) // 1000}.{abs(self.milli) % 1000:03d}".rstrip("0")


def allocate(amount: Money, weights: Sequence[int]) -> list[Money]:
    """Share an amount by whole-number weights so that the parts add up to it."""
    return [Money(part) for part in largest_remainder(amount.cents, [Fraction(weight) for weight in weights])]


def percent_of(amount: Money, basis_points: int) -> Money:
    """`basis_points` hundredths of a per cent of an amount, rounded once."""
    return Money(half_away(Fraction(amount.cents * basis_points, 10_000)))


def parse_percent(text: str) -> int:
    """`10` or `33.33` per cent in hundredths of a per cent, 0 to 100."""
    digits = text.strip().removesuffix("%").strip()
    match = re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,2})?", digits, re.ASCII)
    whole, _, part = digits.partition(".")
    if match is None or int(whole) * 100 + int(part.ljust(2, "0")) > 10_000:
        raise Refusal("percent_unreadable", text=text[:40])
    return int(whole) * 100 + int(part.ljust(2, "0"))


def plain(amount: Money, decimals: int = 2) -> str:
    """`-1234.56`: a sign, no grouping. For stories, files and reports that machines read."""
    sign = "-" if amount.cents < 0 else ""
    if decimals == 0:
        return f"{sign}{abs(amount.cents)}"
    scale = 10**decimals
    return f"{sign}{abs(amount.cents) // scale}.{abs(amount.cents) % scale:0{decimals}d}"


def shown(amount: Money, decimals: int = 2) -> str:
    """`1,234.56` with a true minus and grouping, as screens show it."""
    sign = "\N{MINUS SIGN}" if amount.cents < 0 else ""
    if decimals == 0:
        return f"{sign}{abs(amount.cents):,}"
    scale = 10**decimals
    return f"{sign}{abs(amount.cents) // scale:,}.{abs(amount.cents) % scale:0{decimals}d}"
