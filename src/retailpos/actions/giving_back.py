"""Returns and exchanges, voids, and printing again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retailpos.actions import finish
from retailpos.actions.paid_with import changes_of, paid_with
from retailpos.actions.receipts import receipt_paper, slip_paper
from retailpos.actions.shop import Changes
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.cart import GOODS, OPEN, Back, Cart, Line
from retailpos.core.catalogue import Item
from retailpos.core.document import RECEIPT_KINDS, VOID, DocLine, Document
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.returns import back_line
from retailpos.core.stock import OnHand
from retailpos.core.totals import totals
from retailpos.store.store import Tx
from retailpos.wording import _


def find_receipt(till: Till, number: str) -> Document:
    """The receipt of this printed number, as typed or scanned."""
    register, _dash, digits = number.strip().partition("-")
    ours = number.isascii() and register.isdigit() and digits.isdigit()
    if not (ours and len(register) <= 6 and len(digits) <= 12):
        raise Refusal("receipt_not_found", number=number[:40])
    with till.shop.store.read() as tx:
        found = tx.documents.by_number(till.shop.facts.store, int(register), int(digits))
    if found is None:
        raise Refusal("receipt_not_found", number=number[:40])
    return found


def returnable(till: Till, receipt: Document) -> dict[int, int]:
    """Thousandths of each line of a receipt that may still come back."""
    with till.shop.store.read() as tx:
        _not_void(tx, receipt)
        done = tx.documents.came_back(receipt.id)
    return {line.n: line.milli - done.get(line.n, 0) for line in receipt.lines if not line.comes_back}


def give_back_line(till: Till, receipt: Document, n: int, quantity: Quantity, reason: str) -> Changes:
    """Put goods of a receipt on the ticket, coming back."""
    till.need(rights.RETURN)
    if not reason.strip():
        raise Refusal("reason_needed")
    with till.shop.store.read() as tx:
        _not_void(tx, receipt)
        done = tx.documents.came_back(receipt.id).get(n, 0)
        buyer = tx.lists.customer(receipt.customer) if receipt.customer else None
        tenders = tuple(paid_with(tx, receipt))
    line = next((line for line in receipt.lines if line.n == n), None)
    if line is None:
        raise Refusal("no_such_line")
    done += sum(
        old.milli for old in till.cart.lines if old.back and (old.back.document, old.back.line) == (receipt.id, n)
    )
    inclusive = bool(receipt.facts.get("inclusive"))
    back = back_line(
        till.cart.next_key(),
        receipt,
        line,
        quantity.milli,
        done=done,
        reason=reason,
        inclusive=inclusive,
        tenders=tenders,
    )
    # What comes back belongs to whoever bought it, unless somebody is named on the ticket already.
    cart = till.cart.for_customer(buyer) if buyer and not till.cart.customer else till.cart
    return _add(till, cart, back)


def give_back_without_receipt(
    till: Till, item: Item, quantity: Quantity, reason: str, price: int | None = None
) -> Changes:
    """Put goods on the ticket, coming back with no receipt: at today's price and tax, and with the right to do so."""
    till.need(rights.RETURN)
    till.need(rights.RETURN_NO_RECEIPT)
    if not reason.strip():
        raise Refusal("reason_needed")
    shop = till.shop
    with shop.store.read() as tx:
        date = shop.today(tx, till.register)
    code = shop.tax_code_of(item)
    line = Line(
        till.cart.next_key(),
        GOODS if item.id else OPEN,
        item.name,
        quantity.milli,
        item.price,
        item.price if price is None else price,
        item=item.id,
        sku=item.sku,
        unit=item.unit,
        department=item.department,
        department_name=shop.department_name(item.department),
        tax_code=code,
        rates=shop.rates(code, date),
        back=Back("", "", 0, reason),
    )
    return _add(till, till.cart, line)


def _add(till: Till, cart: Cart, line: Line) -> Changes:
    cart = cart.add(line)
    totals(cart)
    return till.put(cart)


def void(till: Till, receipt: Document, reason: str) -> Changes:
    """Undo a recorded receipt with a second document; both are kept."""
    till.need(rights.VOID)
    if not reason.strip():
        raise Refusal("reason_needed")
    shop = till.shop
    with shop.store.read() as tx:
        moves_cash = "cash" in paid_with(tx, receipt)
    if moves_cash:
        finish.need_open_drawer(till)
    with shop.store.write() as tx:
        _not_void(tx, receipt)
        came_back = tx.documents.came_back(receipt.id)
        if receipt.kind not in RECEIPT_KINDS or any(came_back.values()):
            raise Refusal("came_back_so_no_void", number=receipt.printed_number)
        document = shop.record(
            tx,
            till.register,
            VOID,
            by=till.by,
            allowed_by=till.allowed_by,
            refers=receipt.id,
            reason=reason,
            lines=tuple(_turned_lines(receipt)),
            facts={"number": receipt.printed_number, "cents": receipt.total, **_moves(tx, receipt)},
        )
        changed: dict[str, OnHand] = {}
        for line in receipt.lines:
            if line.moves_stock:
                on_hand = changed.get(line.item) or tx.documents.stock(line.item)
                changed[line.item] = on_hand.put(line.milli, line.cost)
        tx.documents.set_stock(changed)
    slip: list[tuple[str, int | str]] = [(_("Receipt"), receipt.printed_number), (_("Total"), receipt.total)]
    till.print(slip_paper(shop, document, _("VOID"), slip), document.id)
    if moves_cash:
        till.kick(document.id)
    return Changes(frozenset({"documents", "drawer", "stock"}), (document,))


def _moves(tx: Tx, receipt: Document) -> dict[str, list[dict[str, Any]]]:
    """Money of the receipt that was moved to another tender since: it is given back from there."""
    names = ("cents", "from_kind", "from_tender", "to_kind", "to_tender")
    moved = [{name: change.facts[name] for name in names} for change in changes_of(tx, receipt)]
    return {"moved": moved} if moved else {}


def _turned_lines(receipt: Document) -> list[DocLine]:
    """The lines of a voided receipt, moving stock the other way and nothing else."""
    return [
        replace(
            line,
            milli=-line.milli,
            full=-line.full,
            amount=-line.amount,
            sales=-line.sales,
            net=-line.net,
            cost=-line.cost,
            discounts=(),
            taxes=(),
            back_document="",
            back_number="",
            back_line=0,
        )
        for line in receipt.lines
    ]


def print_again(till: Till, receipt: Document | None = None) -> Changes:
    """The last receipt (or another) once more, marked as a copy."""
    found = receipt or till.last
    if found is None:
        with till.shop.store.read() as tx:
            found = tx.documents.last_of(till.register, RECEIPT_KINDS)
    if found is None:
        raise Refusal("nothing_printed_yet")
    till.print(receipt_paper(till.shop, found, copy=True), f"{found.id} copy")
    return Changes()


def _not_void(tx: Tx, receipt: Document) -> None:
    if any(other.kind == VOID for other in tx.documents.referring(receipt.id)):
        raise Refusal("receipt_is_void", number=receipt.printed_number)
