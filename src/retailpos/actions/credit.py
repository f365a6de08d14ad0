"""Who may buy on account, and up to what."""

from __future__ import annotations

from retailpos.core.cart import Cart
from retailpos.core.catalogue import HOUSE
from retailpos.core.errors import Refusal
from retailpos.core.money import Money
from retailpos.store.store import Tx


def may_charge(tx: Tx, cart: Cart) -> None:
    """Refuse a charge to nobody, to a customer without an account, or above the limit."""
    charge = sum(payment.cents for payment in cart.payments if payment.kind == HOUSE)
    if not any(payment.kind == HOUSE for payment in cart.payments):
        return
    customer = tx.lists.customer(cart.customer) if cart.customer else None
    if customer is None:
        raise Refusal("choose_customer_first")
    if customer.house_limit is None:
        raise Refusal("no_house_account", name=customer.name)
    owes = tx.documents.balance(HOUSE, customer.id)
    if charge > 0 and owes + charge > customer.house_limit:
        left = Money(max(0, customer.house_limit - owes))
        raise Refusal("house_limit", name=customer.name, limit=Money(customer.house_limit), owes=Money(owes), left=left)
