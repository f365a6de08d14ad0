"""The one computation behind the screen, the receipt, the document and the books."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from retailpos.core.cart import DISCOUNTABLE, DONATION, FEES, GIFT_CARD, Cart, Discount, Line
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, percent_of
from retailpos.core.rounding import largest_remainder
from retailpos.core.tax import LineTaxes, SubRow, Taxable, line_taxes


@dataclass(frozen=True, slots=True)
class LineTotal:
    """The figures of one line, in cents; those of goods coming back are negative.

    `full` and `amount` are what the ticket shows before and after discounts (with tax where prices
    include it). `sales` less `discounts` is `net`, the revenue without tax. `removed` is true where an
    exemption spared a tax.
    """

    line: Line
    full: int
    amount: int
    sales: int
    discounts: tuple[tuple[str, int], ...]
    net: int
    taxes: LineTaxes
    removed: bool = False

    @property
    def tax(self) -> int:
        """All tax of the line."""
        return sum(cents for _, cents in self.taxes)


@dataclass(frozen=True, slots=True)
class Totals:
    """All figures of a sale, in cents."""

    lines: tuple[LineTotal, ...]
    taxes: tuple[tuple[SubRow, int], ...]
    goods: int
    discount: int
    net: int
    tax: int
    total: int
    paid: int

    @property
    def due(self) -> int:
        """Left to pay; negative when money is owed to the customer."""
        return self.total - self.paid


def totals(cart: Cart) -> Totals:
    """Compute every figure of a sale."""
    owed = _owed(replace(cart, payments=()) if cart.payments else cart)
    return replace(owed, paid=sum(payment.applied for payment in cart.payments)) if cart.payments else owed


# Screen, tender and document ask for the figures of one and the same frozen cart: worked out once.
@lru_cache(maxsize=16)
def _owed(cart: Cart) -> Totals:
    """The figures of a cart before its payments."""
    sold = [line for line in cart.lines if line.back is None]
    bare = [line for line in cart.lines if line.back is not None and not line.back.document]
    figures = dict(zip((line.key for line in sold), _sold(sold, cart), strict=True))
    if bare:
        figures |= zip((line.key for line in bare), _without_receipt(bare, cart), strict=True)
    lines = tuple(figures[line.key] if line.key in figures else _back(line, cart) for line in cart.lines)
    by_row: dict[SubRow, int] = {}
    for figure in lines:
        for row, cents in figure.taxes:
            by_row[row] = by_row.get(row, 0) + cents
    tax = sum(by_row.values())
    revenue = [figure for figure in lines if figure.line.kind not in (GIFT_CARD, DONATION, *FEES)]
    net = sum(figure.net for figure in revenue)
    return Totals(
        lines,
        tuple(by_row.items()),
        sum(figure.full for figure in lines),
        sum(figure.amount - figure.full for figure in lines),
        net,
        tax,
        sum(figure.net for figure in lines) + tax,
        0,
    )


def _sold(lines: list[Line], cart: Cart) -> list[LineTotal]:
    """The figures of the lines that are sold (not coming back)."""
    full = [line.quantity.times(Money(max(line.list_price, line.price))).cents for line in lines]
    cuts = [_line_cuts(line, whole) for line, whole in zip(lines, full, strict=True)]
    after = [whole - sum(cents for _, cents in cut) for whole, cut in zip(full, cuts, strict=True)]
    for cut, share in zip(cuts, _sale_discount(lines, after, cart.discount), strict=True):
        if share and cart.discount:
            cut.append((cart.discount.reason, share))
    amounts = [whole - sum(cents for _, cents in cut) for whole, cut in zip(full, cuts, strict=True)]
    taxes = _taxes(lines, amounts, cart)
    off = [sum(cents for _, cents in cut) for cut in cuts]
    inclusive = cart.terms.inclusive
    cut_taxes = _taxes(lines, off, cart) if inclusive else [()] * len(lines)
    found = []
    for n, line in enumerate(lines):
        net = amounts[n] - (sum(cents for _, cents in taxes[n]) if inclusive else 0)
        cut_net = off[n] - sum(cents for _, cents in cut_taxes[n])
        reasons = _by_reason(cuts[n], cut_net)
        removed = bool(cart.exempt) and any(cents for _, cents in taxes[n])
        owed = () if cart.exempt else taxes[n]
        shown = net if inclusive and removed else amounts[n]
        whole = net + cut_net if inclusive and removed else full[n]
        found.append(LineTotal(line, whole, shown, net + cut_net, reasons, net, owed, removed))
    return found


def _taxes(lines: list[Line], amounts: list[int], cart: Cart) -> list[LineTaxes]:
    """What the amounts of these lines owe, exemption aside."""
    taxable = [Taxable(cents, line.milli, line.rates) for line, cents in zip(lines, amounts, strict=True)]
    return line_taxes(taxable, cart.terms)


def _line_cuts(line: Line, full: int) -> list[tuple[str, int]]:
    """What comes off one line: a price below the list price, then the line's own discount."""
    cuts = []
    at_price = line.quantity.times(Money(line.price)).cents
    if at_price < full:
        cuts.append((line.price_reason, full - at_price))
    if line.discount:
        cuts.append((line.discount.reason, _cut(line.discount, at_price)))
    return cuts


def _cut(discount: Discount, base: int) -> int:
    """A discount in cents; never more than what it is taken from."""
    cents = percent_of(Money(base), discount.basis_points).cents if discount.basis_points else discount.cents
    if cents > base:
        raise Refusal("discount_above_price", most=Money(base))
    return cents


def _sale_discount(lines: list[Line], after: list[int], discount: Discount | None) -> list[int]:
    """The discount on the sale, shared over goods and services by what they cost after line discounts."""
    if discount is None:
        return [0] * len(lines)
    weights = [cents if line.kind in DISCOUNTABLE else 0 for line, cents in zip(lines, after, strict=True)]
    return largest_remainder(_cut(discount, sum(weights)), [Fraction(weight) for weight in weights])


def _by_reason(cuts: list[tuple[str, int]], net: int) -> tuple[tuple[str, int], ...]:
    """The line's discount without tax, split over its reasons."""
    parts = largest_remainder(net, [Fraction(cents) for _, cents in cuts])
    return tuple((reason, part) for (reason, _), part in zip(cuts, parts, strict=True))


def _without_receipt(lines: list[Line], cart: Cart) -> list[LineTotal]:
    """Goods coming back with no receipt: their tax is rounded as a sale of them would be, all of them together."""
    gross = [line.quantity.times(Money(line.price)).cents for line in lines]
    found = []
    for line, cents, owed in zip(lines, gross, _taxes(lines, gross, cart), strict=True):
        net = cents - (sum(tax for _, tax in owed) if cart.terms.inclusive else 0)
        taxes = () if cart.exempt else tuple((row, -tax) for row, tax in owed)
        shown = -net if cart.exempt else -cents
        found.append(LineTotal(line, shown, shown, -net, (), -net, taxes))
    return found


def _back(line: Line, cart: Cart) -> LineTotal:
    """Goods coming back give back exactly what was stored for them."""
    assert line.back is not None
    taxes = tuple((row, -cents) for row, cents in line.back.taxes)
    shown = -line.back.net + (sum(cents for _, cents in taxes) if cart.terms.inclusive else 0)
    return LineTotal(line, shown, shown, -line.back.net, (), -line.back.net, taxes)
