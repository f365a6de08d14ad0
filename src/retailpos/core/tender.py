"""Paying: what a tender may settle, change, and cash where small coins are gone."""

from __future__ import annotations

from dataclasses import replace

from retailpos.core.cart import Cart, Payment
from retailpos.core.catalogue import CASH, Tender
from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS, Money
from retailpos.core.rounding import to_step
from retailpos.core.totals import totals


def pay(cart: Cart, tender: Tender, amount: int | None = None, number: str = "") -> Cart:
    """Take `amount` cents by this tender; without an amount, what is due. Only cash gives change."""
    due = totals(cart).due
    if not cart.lines:
        raise Refusal("nothing_to_sell")
    if due < 0:
        raise Refusal("money_is_owed", amount=Money(-due))
    if due == 0 and is_settled(cart):
        raise Refusal("nothing_is_due")
    if amount is not None and (amount > MOST_CENTS or (amount <= 0 and due != 0)):
        raise Refusal("amount_out_of_range")
    if tender.kind == CASH:
        return cart.paid(_cash(due, amount, cart.terms.cash_step, tender))
    if due == 0:
        raise Refusal("nothing_is_due")
    taken = due if amount is None else amount
    if taken > due:
        raise Refusal("only_cash_gives_change", tender=tender.name, due=Money(due))
    return cart.paid(Payment(tender.id, tender.name, tender.kind, taken, taken, taken, number=number))


def refund(cart: Cart, tender: Tender, amount: int | None = None) -> Cart:
    """Give money back by this tender; without an amount, all that is owed to the customer."""
    due = totals(cart).due
    if due >= 0:
        raise Refusal("nothing_is_owed")
    given = -due if amount is None else amount
    if not 0 < given <= -due:
        raise Refusal("refund_above_owed", owed=Money(-due))
    cents = given
    if tender.kind == CASH:
        cents = to_step(given, cart.terms.cash_step)
        if cents != given and given + due:  # a part of what is owed
            raise _off_step(given, cart.terms.cash_step)
    return cart.paid(Payment(tender.id, tender.name, tender.kind, -given, -cents, -cents))


def is_settled(cart: Cart) -> bool:
    """True when the sale is finished: nothing is due and something settled it (or only goods were exchanged)."""
    if not cart.lines or totals(cart).due != 0:
        return False
    return bool(cart.payments) or any(line.back for line in cart.lines)


def quick_cash(due: int, step: int = 1) -> tuple[int, ...]:
    """What people mostly hand over for `due` cents: the exact sum, then the next round sums, five at most."""
    exact = to_step(due, step)
    sums = {exact}
    for note in (100, 500, 1000, 2000, 5000, 10000):
        sums.add(-(-exact // note) * note)
    return tuple(sorted(sums)[:5])


def forget_payments(cart: Cart) -> Cart:
    """The sale without its payments."""
    return replace(cart, payments=())


def _cash(due: int, amount: int | None, step: int, tender: Tender) -> Payment:
    """A cash payment: over what is due gives change, under it is a part payment."""
    rounded = to_step(due, step)
    handed = rounded if amount is None or amount == due else amount
    if handed % step:
        raise _off_step(handed, step)
    if handed >= rounded:
        return Payment(tender.id, tender.name, CASH, due, rounded, handed, handed - rounded)
    return Payment(tender.id, tender.name, CASH, handed, handed, handed)


def _off_step(cents: int, step: int) -> Refusal:
    """Cash of that sum does not exist here: name the two nearest."""
    below = cents // step * step
    return Refusal("cash_off_step", step=Money(step), below=Money(below), above=Money(below + step))
