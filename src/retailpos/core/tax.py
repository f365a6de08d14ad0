"""Sales tax and value-added tax: what a receipt owes to each agency, and each line's share of it.

An agency's tax is a *sub-row*: (agency, rate name). Agencies without named rates have one sub-row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from retailpos.core.rounding import by_remainder, half_away

RECEIPT, LINE, COMBINED = "receipt", "line", "combined"


@dataclass(frozen=True, slots=True, order=True)
class SubRow:
    """One line of tax on a receipt: the agency's stable id, its name when sold, and the rate's name or ''."""

    agency: str
    agency_name: str
    rate_name: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """One agency's rate within a tax code. `ppm` is millionths: 7 % is 70,000.

    `over` taxes only the part of a unit's price above that many cents; `since` is the first
    business date on which the rate is due ('' for always).
    """

    row: SubRow
    ppm: int
    over: int = 0
    since: str = ""

    @property
    def share(self) -> Fraction:
        """The rate as an exact fraction."""
        return Fraction(self.ppm, 1_000_000)


@dataclass(frozen=True, slots=True)
class Terms:
    """How this shop computes: fixed when a sale begins and kept with it."""

    inclusive: bool = False
    rounding: str = RECEIPT
    cash_step: int = 1


@dataclass(frozen=True, slots=True)
class Taxable:
    """An amount to be taxed: `cents` for `milli` thousandths of a unit, under `rates`."""

    cents: int
    milli: int
    rates: tuple[Rate, ...]


LineTaxes = tuple[tuple[SubRow, int], ...]


def line_taxes(amounts: Sequence[Taxable], terms: Terms) -> list[LineTaxes]:
    """The tax of each amount by sub-row, in cents; together they are what the receipt owes.

    Each sub-row is rounded once per receipt (or once per line, or the agencies' sum once per receipt,
    as the terms say) and shared over the amounts by largest remainder, ties to the earlier.
    """
    exact = [_exact(amount, inclusive=terms.inclusive) for amount in amounts]
    rows = _in_order(exact)
    if terms.rounding == LINE:
        return [tuple((row, half_away(owed[row])) for row in rows if row in owed) for owed in exact]
    sums = [sum((owed.get(row, Fraction(0)) for owed in exact), Fraction(0)) for row in rows]
    if terms.rounding == COMBINED:
        totals = by_remainder(half_away(sum(sums, Fraction(0))), sums)
    else:
        totals = [half_away(value) for value in sums]
    shared: list[dict[SubRow, int]] = [{} for _ in amounts]
    for row, total in zip(rows, totals, strict=True):
        having = [n for n, owed in enumerate(exact) if row in owed]
        for n, part in zip(having, by_remainder(total, [exact[n][row] for n in having]), strict=True):
            shared[n][row] = part
    return [tuple((row, owed[row]) for row in rows if row in owed) for owed in shared]


def _exact(amount: Taxable, *, inclusive: bool) -> dict[SubRow, Fraction]:
    """The unrounded tax of one amount; rates of one sub-row add up."""
    owed: dict[SubRow, Fraction] = {}
    whole = sum((rate.share for rate in amount.rates if not rate.over), Fraction(0))
    for rate in amount.rates:
        free = Fraction(rate.over * amount.milli, 1000)
        base = max(Fraction(0), Fraction(amount.cents) - free) if rate.over else Fraction(amount.cents)
        divisor = 1 + (whole if not rate.over else rate.share) if inclusive else Fraction(1)
        owed[rate.row] = owed.get(rate.row, Fraction(0)) + base * rate.share / divisor
    return owed


def _in_order(exact: Sequence[dict[SubRow, Fraction]]) -> list[SubRow]:
    """Sub-rows in the order in which they first appear."""
    return list(dict.fromkeys(row for owed in exact for row in owed))


def total_tax(taxes: Sequence[LineTaxes]) -> int:
    """All the tax of a receipt, in cents."""
    return sum(cents for owed in taxes for _, cents in owed)
