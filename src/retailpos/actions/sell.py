"""Ringing up: one function for each thing a cashier does to the sale in progress."""

from __future__ import annotations

from dataclasses import replace

from retailpos.actions import finish
from retailpos.actions.shop import Changes
from retailpos.actions.till import Till
from retailpos.actions.weighed import Weighed, weighed_of
from retailpos.core import rights
from retailpos.core.barcode import looks_like_card, lookup_keys
from retailpos.core.cart import OPEN, Cart, Discount, Line, item_line
from retailpos.core.catalogue import CASH, Customer, Item
from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS, Money, Quantity
from retailpos.core.paper import printable
from retailpos.core.tender import is_settled, pay, refund
from retailpos.core.totals import totals
from retailpos.devices.gs1 import Gs1, read_gs1


def scan(till: Till, code: str, quantity: Quantity | None = None) -> Changes:
    """Add the item of this barcode; the same item again as the last line counts one more.

    A code that says more (GS1 in a DataMatrix, a DataBar or a web address) may bring its weight, and is refused
    where it says that its date is over. A label of the shop's scale brings its weight or its price.
    """
    weighed = weighed_of(till.shop, code) if quantity is None else None
    if weighed is not None:
        return _add_weighed(till, weighed)
    said = read_gs1(code)
    item = item_of_code(till, said.gtin if said else code)
    if said is not None:
        _still_good(till, item, said)
        if said.milli and item.unit and quantity is None:
            quantity = Quantity(said.milli)
    last = till.cart.lines[-1] if till.cart.lines else None
    if quantity is None and last and last.item == item.id and _plain(last, item):
        return set_quantity(till, last.key, last.quantity + Quantity())
    return add_item(till, item, quantity or Quantity())


def _add_weighed(till: Till, weighed: Weighed) -> Changes:
    """A line of its own for each label; the price that the scale printed needs nobody's right."""
    till.need(rights.SELL)
    line = replace(_line_of(till, weighed.item, weighed.quantity), list_price=weighed.price, price=weighed.price)
    return _changed(till, till.cart.add(line))


def _still_good(till: Till, item: Item, said: Gs1) -> None:
    """Refuse goods whose own code says that they ran out before today."""
    with till.shop.store.read() as tx:
        today = till.shop.today(tx, till.register)
    if said.expiry is not None and said.expiry.isoformat() < today:
        raise Refusal("ran_out", name=item.name, date=said.expiry.isoformat())


def item_of_code(till: Till, code: str) -> Item:
    """The item of a scanned code, whose control characters are dropped. What may be a payment card is not looked up."""
    code = printable(code).strip()[:100]
    if looks_like_card(code):
        raise Refusal("looks_like_a_card")
    with till.shop.store.read() as tx:
        item = tx.lists.item_by_code(lookup_keys(code))
    if item is None:
        raise Refusal("code_unknown", code=code)
    return item


def _plain(line: Line, item: Item) -> bool:
    """True for a line that one more of the item may join."""
    return line.back is None and line.discount is None and line.price == item.price and item.by_piece


def add_item(
    till: Till,
    item: Item,
    quantity: Quantity,
    *,
    price: int | None = None,
    discount: Discount | None = None,
    reason: str = "",
) -> Changes:
    """Add an item, perhaps at another price or with a discount."""
    till.need(rights.SELL)
    line = _line_of(till, item, quantity)
    if price is not None and price != item.price:
        _may_price(till, line)
        line = replace(line, price=_amount(price), price_reason=reason)
    if discount is not None:
        _may_discount(till, discount, line.quantity.times(Money(line.price)).cents)
        line = replace(line, discount=discount)
    return _changed(till, till.cart.add(line))


def _line_of(till: Till, item: Item, quantity: Quantity) -> Line:
    """A line at the item's own price, taxed by today's rates; refused for what is not sold any more."""
    if not item.active:
        raise Refusal("item_not_sold", name=item.name)
    shop = till.shop
    with shop.store.read() as tx:
        date = shop.today(tx, till.register)
    code = shop.tax_code_of(item)
    rates, department = shop.rates(code, date), shop.department_name(item.department)
    return replace(item_line(till.cart.next_key(), item, quantity, rates, department), tax_code=code)


def add_open_item(
    till: Till,
    price: int,
    department: str,
    *,
    name: str = "",
    tax_code: str = "",
    quantity: Quantity | None = None,
    discount: Discount | None = None,
) -> Changes:
    """Add a priced line without an item; `price` is cents a unit."""
    till.need(rights.SELL)
    line = _open_line(till, price, department, name=name, tax_code=tax_code)
    if quantity is not None:
        line = replace(line, milli=quantity.milli)
    if discount is not None:
        _may_discount(till, discount, line.quantity.times(Money(line.price)).cents)
        line = replace(line, discount=discount)
    return _changed(till, till.cart.add(line))


def _open_line(till: Till, price: int, department: str, *, name: str, tax_code: str) -> Line:
    shop = till.shop
    held = shop.listed.departments.get(department)
    code = tax_code or (held.tax_code if held and held.tax_code else "Taxable")
    with shop.store.read() as tx:
        rates = shop.rates(code, shop.today(tx, till.register))
    shown = printable(name).strip()[:200] or shop.department_name(department) or "Open item"
    price = _amount(price)
    return Line(
        till.cart.next_key(),
        OPEN,
        shown,
        1000,
        price,
        price,
        department=department,
        department_name=shop.department_name(department),
        tax_code=code,
        rates=rates,
    )


def set_quantity(till: Till, key: int, quantity: Quantity) -> Changes:
    """Sell another quantity of a line; none removes it."""
    if quantity.milli == 0:
        return remove(till, key)
    line = till.cart.line(key)
    if line.back is not None:
        raise Refusal("line_comes_back")
    return _changed(till, till.cart.put(replace(line, milli=quantity.milli)))


def set_price(till: Till, key: int, price: int, reason: str = "") -> Changes:
    """Sell a line at another price; below the list price the difference is a discount under its reason."""
    line = till.cart.line(key)
    _may_price(till, line)
    if line.back is not None:
        raise Refusal("line_comes_back")
    return _changed(till, till.cart.put(replace(line, price=_amount(price), price_reason=reason)))


def _may_price(till: Till, line: Line) -> None:
    """Another price needs the right; naming the price of what has none does not."""
    if line.list_price:
        till.need(rights.PRICE)


def discount_line(till: Till, key: int, discount: Discount | None) -> Changes:
    """Give a discount on a line (none takes it away)."""
    line = till.cart.line(key)
    if line.back is not None:
        raise Refusal("line_comes_back")
    if discount is not None:
        _may_discount(till, discount, line.quantity.times(Money(line.price)).cents)
    return _changed(till, till.cart.put(replace(line, discount=discount)))


def discount_sale(till: Till, discount: Discount | None) -> Changes:
    """Give a discount on the whole sale (none takes it away)."""
    if discount is not None:
        bare = totals(till.cart.with_discount(None))
        _may_discount(till, discount, sum(line.amount for line in bare.lines if line.line.back is None))
    return _changed(till, till.cart.with_discount(discount))


def remove(till: Till, key: int) -> Changes:
    """Take a line off."""
    return _changed(till, till.cart.remove(key))


def set_customer(till: Till, customer: Customer | None) -> Changes:
    """Sell to this customer; their exemption holds for the sale."""
    till.need(rights.SELL)
    return _changed(till, till.cart.for_customer(customer))


def undo(till: Till) -> Changes:
    """The sale as it was one step ago; up to the first payment."""
    if not till.before or till.cart.payments:
        raise Refusal("nothing_to_undo")
    till.undone.append(till.cart)
    return till.put(till.before.pop(), undo=False)


def redo(till: Till) -> Changes:
    """Take back an undo."""
    if not till.undone:
        raise Refusal("nothing_to_redo")
    till.before.append(till.cart)
    return till.put(till.undone.pop(), undo=False)


def hold(till: Till, name: str = "") -> Changes:
    """Set the sale aside under a name."""
    if not till.cart.lines:
        raise Refusal("nothing_to_hold")
    if any(payment.kind == "card" for payment in till.cart.payments):
        raise Refusal("card_payment_holds_sale")
    label = printable(name).strip()[:60] or (till.cart.lines[0].name if till.cart.lines else "")
    shop = till.shop
    with shop.store.write() as tx:
        if any(held_name == label for _, held_name, _, _ in tx.drafts.held()) and name:
            raise Refusal("held_name_taken", name=label)
        cart = replace(till.cart, held_as=label)
        tx.drafts.drop(till.draft)
        date = shop.today(tx, till.register)
        tx.drafts.put(shop.ids.new(), till.register, cart, at=shop.now_ms(), date=date, held=True)
    till.cart = till.fresh()
    till.forget_steps()
    return Changes(frozenset({"cart", "held"}))


def recall(till: Till, held: str) -> Changes:
    """Take a held sale up again, by its id or name."""
    if not till.cart.is_empty:
        raise Refusal("finish_this_sale_first", lines=len(till.cart.lines))
    with till.shop.store.write() as tx:
        for draft, name, _, kept in tx.drafts.held():
            if held in (draft, name):
                cart = replace(kept, held_as="")
                tx.drafts.drop(draft)
                till.keep(tx, cart)
                break
        else:
            raise Refusal("nothing_held_so", name=held)
    till.cart = cart
    till.forget_steps()
    return Changes(frozenset({"cart", "held"}))


def take(till: Till, tender: str, amount: int | None = None, *, number: str = "") -> Changes:
    """Take a payment; the one that brings what is due to zero finishes the sale."""
    till.need(rights.SELL)
    found = till.shop.tender(tender)
    if found.kind == CASH:
        finish.need_open_drawer(till)
    return _settle(till, pay(till.cart, found, amount, number[:21]))


def give_back(till: Till, tender: str, amount: int | None = None) -> Changes:
    """Give money back; another tender than the one paid with needs the right."""
    till.need(rights.RETURN)
    found = till.shop.tender(tender)
    if found.kind == CASH:
        finish.need_open_drawer(till)
    paid_with = {name for line in till.cart.lines if line.back for name in line.back.tenders}
    if paid_with and found.id not in paid_with:
        till.need(rights.REFUND_OTHER_TENDER, tender=found.name)
    return _settle(till, refund(till.cart, found, amount))


def take_off_payment(till: Till) -> Changes:
    """Take the last payment off again, before the sale is finished."""
    return till.put(till.cart.unpaid(), durable=True, undo=False)


def even_exchange(till: Till) -> Changes:
    """Finish an exchange in which nothing is owed either way."""
    if not is_settled(till.cart):
        raise Refusal("still_due", due=Money(totals(till.cart).due))
    return finish.finish(till)


def _settle(till: Till, cart: Cart) -> Changes:
    """A payment is on the disk before it is acknowledged; the last one finishes the sale."""
    if is_settled(cart):
        before, till.cart = till.cart, cart
        try:
            return finish.finish(till)
        except BaseException:
            till.cart = before
            raise
    return till.put(cart, durable=True, undo=False)


def _changed(till: Till, cart: Cart) -> Changes:
    """Check that the next cart still computes, then take it."""
    totals(cart)
    return till.put(cart)


def _amount(cents: int) -> int:
    if not 0 <= cents <= MOST_CENTS:
        raise Refusal("amount_out_of_range")
    return cents


def _may_discount(till: Till, discount: Discount, base: int) -> None:
    """Up to a tenth is everybody's; more needs the right; more than all is refused."""
    till.need(rights.DISCOUNT)
    if discount.cents < 0 or discount.cents > base:
        raise Refusal("discount_above_price", most=Money(base))
    share = discount.basis_points or (discount.cents * 10_000 // base if base else 0)
    if share > rights.MOST_DISCOUNT:
        till.need(rights.DISCOUNT_MORE, percent=share, most=rights.MOST_DISCOUNT)
