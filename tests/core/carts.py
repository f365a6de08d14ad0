"""Sales of every shape, for the properties that all of them must have."""

from __future__ import annotations

from hypothesis import strategies as st

from retailpos.core.cart import GOODS, OPEN, Cart, Discount, Line
from retailpos.core.errors import Refusal
from retailpos.core.tax import COMBINED, LINE, RECEIPT, Rate, SubRow, Terms
from retailpos.core.totals import totals

STATE, COUNTY = SubRow("a1", "State"), SubRow("a2", "County")
REDUCED = SubRow("a1", "State", "reduced")
RATES = (
    (),
    (Rate(STATE, 70_000),),
    (Rate(STATE, 62_500), Rate(COUNTY, 12_500)),
    (Rate(STATE, 40_000), Rate(STATE, 25_000), Rate(COUNTY, 3_750)),
    (Rate(REDUCED, 50_000),),
    (Rate(STATE, 62_500, over=17_500),),
)

terms = st.builds(Terms, st.booleans(), st.sampled_from((RECEIPT, LINE, COMBINED)), st.sampled_from((1, 5)))
discounts = st.one_of(
    st.none(),
    st.builds(Discount, st.integers(1, 10_000), reason=st.sampled_from(("", "Damaged"))),
    st.builds(Discount, st.just(0), st.integers(1, 500), st.sampled_from(("", "Loyal customer"))),
)


@st.composite
def line(draw: st.DrawFn, key: int) -> Line:
    price = draw(st.integers(0, 50_000))
    pieces = draw(st.booleans())
    milli = draw(st.integers(1, 9)) * 1000 if pieces else draw(st.integers(1, 9_000))
    kind = draw(st.sampled_from((GOODS, OPEN)))
    return Line(
        key,
        kind,
        f"Line {key}",
        milli,
        draw(st.sampled_from((price, price + 100, max(0, price - 100)))),
        price,
        item=f"i{key}" if kind == GOODS else "",
        unit="" if pieces else "kg",
        department=draw(st.sampled_from(("", "d1", "d2"))),
        tax_code=draw(st.sampled_from(("Taxable", "None"))),
        rates=draw(st.sampled_from(RATES)),
        discount=draw(discounts),
        price_reason="Price",
    )


@st.composite
def carts(draw: st.DrawFn, terms: st.SearchStrategy[Terms] = terms) -> Cart:
    """A sale that the shop would take (a discount above its price is given up)."""
    cart = Cart(draw(terms), exempt=draw(st.sampled_from(("", "", "resale"))))
    for key in range(1, draw(st.integers(1, 8)) + 1):
        cart = _kept(cart, cart.add(draw(line(key))))
    cart = _kept(cart, cart.with_discount(draw(discounts)))
    return cart if cart.lines else cart.add(Line(1, OPEN, "Only line", 1000, 100, 100))


def _kept(before: Cart, after: Cart) -> Cart:
    try:
        totals(after)
    except Refusal:
        return before
    return after
