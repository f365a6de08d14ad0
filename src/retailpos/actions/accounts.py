"""House accounts: charging a sale to a customer, payments on account, and what is owed."""

from __future__ import annotations

from retailpos.actions import finish
from retailpos.actions.receipts import slip_paper
from retailpos.actions.shop import BACK_OFFICE, Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.cart import Payment
from retailpos.core.catalogue import CASH, HOUSE, Customer
from retailpos.core.document import ACCOUNT_PAYMENT, OPENING_BALANCE
from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS
from retailpos.core.rounding import to_step
from retailpos.wording import _


def owed(shop: OpenShop, customer: Customer) -> int:
    """What a customer owes, in cents; below zero where they paid ahead."""
    with shop.store.read() as tx:
        return tx.documents.balance(HOUSE, customer.id)


def pay_account(till: Till, customer: Customer, tender: str, amount: int, *, number: str = "") -> Changes:
    """Take a payment on account; it may be more than is owed."""
    till.need(rights.SELL)
    shop = till.shop
    found = shop.tender(tender)
    if found.kind == HOUSE:
        raise Refusal("no_such_tender", name=tender)
    if not 0 < amount <= MOST_CENTS:
        raise Refusal("amount_out_of_range")
    cents = amount
    if found.kind == CASH:
        finish.need_open_drawer(till)
        cents = to_step(amount, shop.terms.cash_step)
    payment = Payment(found.id, found.name, found.kind, amount, cents, cents, number=number)
    with shop.store.write() as tx:
        document = shop.record(
            tx, till.register, ACCOUNT_PAYMENT, by=till.by, customer=customer.id, payments=(payment,), total=amount
        )
        left = tx.documents.balance(HOUSE, customer.id)
    figures: list[tuple[str, int | str]] = [(customer.name, ""), (found.name, cents), (_("Now owed"), left)]
    till.print(slip_paper(shop, document, _("PAYMENT ON ACCOUNT"), figures), document.id)
    if found.kind == CASH:
        till.kick(document.id)
    return Changes(frozenset({"documents", "drawer", "customers"}), (document,))


def opening_balance(shop: OpenShop, customer: Customer, cents: int) -> Changes:
    """What a customer owed before this shop file began; never posted."""
    with shop.store.write() as tx:
        document = shop.record(tx, BACK_OFFICE, OPENING_BALANCE, customer=customer.id, total=cents)
    return Changes(frozenset({"customers"}), (document,))
