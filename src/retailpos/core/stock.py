"""Stock as quantity and value. A unit cost is only shown; value is what moves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from retailpos.core.rounding import half_away


@dataclass(frozen=True, slots=True)
class OnHand:
    """Thousandths on hand, their value in cents, and the last known cost of a unit in cents."""

    milli: int = 0
    value: int = 0
    last_cost: int = 0

    def take(self, milli: int) -> tuple[int, OnHand]:
        """Sell `milli`: the value that leaves, and what is left. What is not there leaves at the last cost."""
        if self.milli <= 0:
            cost = half_away(Fraction(self.last_cost * milli, 1000))
        elif milli >= self.milli:
            cost = self.value + half_away(Fraction(self.last_cost * (milli - self.milli), 1000))
        else:
            cost = self.value - half_away(Fraction(self.value * (self.milli - milli), self.milli))
        return cost, OnHand(self.milli - milli, self.value - cost, self.last_cost)

    def put(self, milli: int, cost: int) -> OnHand:
        """Take `milli` worth `cost` cents into stock."""
        return OnHand(self.milli + milli, self.value + cost, self.last_cost)

    def worth(self, milli: int) -> int:
        """What `milli` would cost at today's average (or the last cost where there is none)."""
        if self.milli > 0:
            return half_away(Fraction(self.value * milli, self.milli))
        return half_away(Fraction(self.last_cost * milli, 1000))
