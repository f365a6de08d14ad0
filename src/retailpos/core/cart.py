"""A sale being rung up: a frozen value whose verbs return the next value. Undo is the value before.

Nothing derived is stored here: `core.totals.totals` computes every figure from this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from retailpos.core.catalogue import Customer, Item
from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS, Money, Quantity
from retailpos.core.tax import LineTaxes, Rate, Terms

GOODS, OPEN, GIFT_CARD = "goods", "open", "gift_card"
SHIPPING, SERVICE_CHARGE, SURCHARGE, DONATION = "shipping", "service_charge", "surcharge", "donation"
FEES = (SHIPPING, SERVICE_CHARGE, SURCHARGE)
DISCOUNTABLE = (GOODS, OPEN)
MOST_LINES = 2_000
MOST_MILLI = 9_999_000


@dataclass(frozen=True, slots=True)
class Discount:
    """Money off: hundredths of a per cent, or an amount in cents for the whole line or sale."""

    basis_points: int = 0
    cents: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """Goods coming back: which line of which receipt, and the stored figures given back (positive cents).

    `document` is '' for a return without a receipt, whose figures are worked out from the line as those of a sale.
    """

    document: str
    number: str
    line: int
    reason: str
    net: int = 0
    taxes: LineTaxes = ()
    cost: int | None = None
    tenders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sale. Names, prices and rates are copied in when it is added. Prices are cents a unit."""

    key: int
    kind: str
    name: str
    milli: int
    list_price: int
    price: int
    item: str = ""
    sku: str = ""
    unit: str = ""
    department: str = ""
    department_name: str = ""
    tax_code: str = ""
    rates: tuple[Rate, ...] = ()
    discount: Discount | None = None
    price_reason: str = ""
    back: Back | None = None

    @property
    def quantity(self) -> Quantity:
        """How much is sold (never negative; `back` says that it returns)."""
        return Quantity(self.milli)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money taken (negative: given back). `applied` is what it settles, `cents` what the tender gains.

    They differ by cash rounding only. `tendered` is what was handed over, `change` what went back.
    """

    tender: str
    name: str
    kind: str
    applied: int
    cents: int
    tendered: int
    change: int = 0
    number: str = ""

    @property
    def rounding(self) -> int:
        """Cents lost (positive) or gained (negative) by rounding cash."""
        return self.applied - self.cents


@dataclass(frozen=True, slots=True)
class Cart:
    """The sale in progress."""

    terms: Terms
    lines: tuple[Line, ...] = ()
    payments: tuple[Payment, ...] = ()
    discount: Discount | None = None
    customer: str = ""
    customer_name: str = ""
    exempt: str = ""
    held_as: str = ""
    name: str = ""
    returning: bool = False

    @property
    def is_empty(self) -> bool:
        """True when nothing would be lost by dropping it."""
        return not self.lines and not self.payments

    def line(self, key: int) -> Line:
        """The line with this key."""
        for line in self.lines:
            if line.key == key:
                return line
        raise Refusal("no_such_line")

    def next_key(self) -> int:
        """A key no line of this cart has."""
        return max((line.key for line in self.lines), default=0) + 1

    def add(self, line: Line) -> Cart:
        """With one more line at the end."""
        if len(self.lines) >= MOST_LINES:
            raise Refusal("too_many_lines", most=MOST_LINES)
        check_line(line)
        return replace(self, lines=(*self.lines, line))

    def put(self, line: Line) -> Cart:
        """With this line in place of the one with its key."""
        self.line(line.key)
        check_line(line)
        return replace(self, lines=tuple(line if old.key == line.key else old for old in self.lines))

    def remove(self, key: int) -> Cart:
        """Without that line; a discount on the sale goes with the last line."""
        self.line(key)
        lines = tuple(line for line in self.lines if line.key != key)
        return replace(self, lines=lines, discount=self.discount if lines else None)

    def with_discount(self, discount: Discount | None) -> Cart:
        """With this discount on the whole sale (or none)."""
        return replace(self, discount=discount)

    def for_customer(self, customer: Customer | None) -> Cart:
        """For this customer, whose exemption holds for the whole sale."""
        if customer is None:
            return replace(self, customer="", customer_name="", exempt="")
        return replace(self, customer=customer.id, customer_name=customer.name, exempt=customer.exempt)

    def paid(self, payment: Payment) -> Cart:
        """With one more payment."""
        return replace(self, payments=(*self.payments, payment))

    def unpaid(self) -> Cart:
        """Without the last payment."""
        if not self.payments:
            raise Refusal("nothing_paid_yet")
        return replace(self, payments=self.payments[:-1])


def check_line(line: Line) -> None:
    """Refuse what no shop sells: no quantity, part of a piece, or a sum beyond the cap."""
    if not 0 < line.milli <= MOST_MILLI:
        raise Refusal("quantity_out_of_range", quantity=str(line.quantity))
    if line.kind == GOODS and not line.unit and line.milli % 1000:
        raise Refusal("quantity_not_whole", name=line.name, quantity=str(line.quantity))
    if line.price < 0 or line.quantity.times(Money(max(line.price, line.list_price))).cents > MOST_CENTS:
        raise Refusal("amount_too_large", text=line.name)


def item_line(key: int, item: Item, quantity: Quantity, rates: tuple[Rate, ...], department_name: str) -> Line:
    """A line that sells an item at its list price."""
    return Line(
        key,
        GOODS,
        item.name,
        quantity.milli,
        item.price,
        item.price,
        item=item.id,
        sku=item.sku,
        unit=item.unit,
        department=item.department,
        department_name=department_name,
        tax_code=item.tax_code,
        rates=rates,
    )
