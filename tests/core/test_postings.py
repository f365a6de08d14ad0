from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.cart import Cart, Payment
from retailpos.core.document import Document, Posting
from retailpos.core.money import Quantity
from retailpos.core.postings import postings
from retailpos.core.returns import back_line
from retailpos.core.totals import totals
from tests.core.carts import carts
from tests.core.papers import receipt, settled, shares


def by_slot(legs: tuple[Posting, ...]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for leg in legs:
        sums[leg.slot] = sums.get(leg.slot, 0) + leg.cents
    return sums


@given(carts(), shares, st.lists(st.integers(0, 9_999), min_size=8, max_size=8))
def test_a_receipts_postings_sum_to_zero_and_say_what_the_receipt_says(
    cart: Cart, share: int, costs: list[int]
) -> None:
    document = receipt(settled(cart, share), costs=tuple(costs))
    legs = postings(document)
    sums = by_slot(legs)
    assert sum(sums.values()) == 0
    assert -sums.get("tax", 0) == document.tax
    assert -(sums.get("sales", 0) + sums.get("discounts", 0)) == document.net
    tenders = sum(cents for slot, cents in sums.items() if slot.startswith("tender."))
    assert tenders + sums.get("rounding", 0) == document.total
    assert sums.get("cogs", 0) == sum(line.cost for line in document.lines)
    assert all(leg.cents for leg in legs)
    assert len({(x.slot, x.key, x.side, x.department, x.reason, x.tax_code) for x in legs}) == len(legs)


@given(carts(), shares, st.data())
def test_an_exchange_balances_on_the_side_that_sells_and_on_the_side_that_takes_back(
    cart: Cart, share: int, data: st.DataObject
) -> None:
    sold = receipt(settled(cart, share))
    line = data.draw(st.sampled_from(sold.lines))
    pieces = data.draw(st.integers(1, line.milli // 1000)) if not line.unit else 0
    milli = pieces * 1000 or data.draw(st.integers(1, line.milli))
    new = data.draw(carts(st.just(cart.terms)))
    back = back_line(99, sold, line, milli, done=0, reason="Too small", inclusive=cart.terms.inclusive)
    exchange = receipt(settled(new.add(back), share), number=2)
    sides = {side: sum(leg.cents for leg in postings(exchange) if leg.side == side) for side in ("sale", "return")}
    assert sides == {"sale": 0, "return": 0}


@given(carts(), shares)
def test_a_void_turns_every_leg_round(cart: Cart, share: int) -> None:
    document = receipt(settled(cart, share))
    legs = postings(document)
    void = Document("f" * 32, 1, 1, "void", "void", 1, 0, "2026-03-03", 1, "ana", refers=document.id)
    turned = postings(void, legs)
    assert [(leg.slot, leg.key, leg.side, -leg.cents) for leg in turned] == [
        (leg.slot, leg.key, leg.side, leg.cents) for leg in legs
    ]


@given(carts(), st.data())
def test_a_receipt_comes_back_piece_by_piece_to_the_last_cent(cart: Cart, data: st.DataObject) -> None:
    sold = receipt(settled(cart, 100))
    for line in sold.lines:
        net, taxes, done = 0, {row: 0 for row, _ in line.taxes}, 0
        while done < line.milli:
            milli = data.draw(st.integers(1, line.milli - done))
            back = back_line(1, sold, line, milli, done=done, reason="r", inclusive=cart.terms.inclusive).back
            assert back is not None
            net += back.net
            for row, cents in back.taxes:
                taxes[row] += cents
            done += Quantity(milli).milli
        assert net == line.net
        assert taxes == dict(line.taxes)


@given(carts(), shares)
def test_what_is_paid_settles_and_only_cash_is_rounded(cart: Cart, share: int) -> None:
    paid = settled(cart, share)
    assert totals(paid).due == 0
    for payment in paid.payments:
        assert isinstance(payment, Payment)
        if payment.kind == "cash":
            assert payment.cents % cart.terms.cash_step == 0
            assert payment.tendered - payment.change == payment.cents
        else:
            assert (payment.rounding, payment.change) == (0, 0)
