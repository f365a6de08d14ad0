from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.cart import Cart, Discount
from retailpos.core.rounding import half_away
from retailpos.core.tax import COMBINED, LINE, RECEIPT, Terms
from retailpos.core.totals import totals
from tests.core.carts import carts


@given(carts())
def test_lines_add_up_to_the_receipt(cart: Cart) -> None:
    found = totals(cart)
    assert found.net == sum(line.net for line in found.lines)
    assert found.tax == sum(line.tax for line in found.lines) == sum(cents for _, cents in found.taxes)
    assert found.total == found.net + found.tax
    for line in found.lines:
        assert line.sales - sum(cents for _, cents in line.discounts) == line.net
        assert line.net >= 0
        assert all(cents >= 0 for _, cents in line.taxes)


@given(carts())
def test_the_ticket_adds_up_for_the_customer(cart: Cart) -> None:
    found = totals(cart)
    shown = sum(line.amount for line in found.lines)
    assert found.goods + found.discount == shown
    assert found.total == shown + (0 if cart.terms.inclusive else found.tax)


@given(carts(st.builds(Terms, st.just(False), st.just(RECEIPT))))
def test_an_agencys_tax_is_its_exact_tax_rounded_once(cart: Cart) -> None:
    found = totals(cart)
    exact: dict[object, Fraction] = {}
    for line in found.lines:
        for rate in line.line.rates if not cart.exempt else ():
            base = max(Fraction(0), line.amount - Fraction(rate.over * line.line.milli, 1000))
            exact[rate.row] = exact.get(rate.row, Fraction(0)) + base * rate.share
    assert dict(found.taxes) == {row: half_away(owed) for row, owed in exact.items()}


@given(carts(st.builds(Terms, st.just(False), st.just(COMBINED))))
def test_combined_tax_is_the_agencies_sum_rounded_once(cart: Cart) -> None:
    found = totals(cart)
    exact = Fraction(0)
    for line in found.lines:
        for rate in line.line.rates if not cart.exempt else ():
            exact += max(Fraction(0), line.amount - Fraction(rate.over * line.line.milli, 1000)) * rate.share
    assert found.tax == half_away(exact)


@given(carts(st.builds(Terms, st.booleans(), st.just(LINE))))
def test_by_the_line_a_receipt_is_the_sum_of_receipts_of_one_line(cart: Cart) -> None:
    bare = replace(cart, discount=None)
    alone = [totals(replace(bare, lines=(line,))) for line in bare.lines]
    assert totals(bare).tax == sum(found.tax for found in alone)


@given(carts(st.builds(Terms, st.just(True), st.just(RECEIPT))))
def test_where_prices_include_tax_the_total_is_what_the_prices_say(cart: Cart) -> None:
    found = totals(cart)
    gross = totals(replace(cart, exempt=""))
    off = sum(line.full - line.amount for line in gross.lines)
    assert gross.total == gross.goods - off
    if cart.exempt:
        assert (found.tax, found.net) == (0, gross.net)


@given(carts(), st.integers(1, 10_000))
def test_a_discount_on_the_sale_is_shared_to_the_last_cent(cart: Cart, points: int) -> None:
    bare = totals(replace(cart, discount=None, exempt=""))
    amount = sum(line.amount for line in bare.lines)
    cut = totals(replace(cart, discount=Discount(points, 0, "Sale"), exempt=""))
    assert sum(line.amount for line in cut.lines) == amount - half_away(Fraction(amount * points, 10_000))
    assert all(line.amount >= 0 for line in cut.lines)


@given(carts())
def test_an_exempt_sale_owes_no_tax_and_sells_for_the_same_net(cart: Cart) -> None:
    exempt, taxed = totals(replace(cart, exempt="resale")), totals(replace(cart, exempt=""))
    assert exempt.tax == 0
    assert exempt.net == taxed.net
    assert [line.removed for line in exempt.lines] == [line.tax > 0 for line in taxed.lines]
