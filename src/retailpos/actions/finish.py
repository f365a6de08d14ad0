"""Finishing a sale: the one place where a cart becomes a document."""

from __future__ import annotations

from retailpos.actions.credit import may_charge
from retailpos.actions.receipts import receipt_paper
from retailpos.actions.shop import Changes
from retailpos.actions.till import Till
from retailpos.core.cart import Line
from retailpos.core.document import RETURN, SALE, DocLine, Document
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.stock import OnHand
from retailpos.core.totals import LineTotal, Totals, totals
from retailpos.store.store import Tx


def need_open_drawer(till: Till) -> None:
    """Cash needs an open drawer; a card sale does not."""
    with till.shop.store.read() as tx:
        if not tx.documents.drawer(till.shop.facts.store, till.register)["opened_by"]:
            raise Refusal("drawer_not_open")


def finish(till: Till) -> Changes:
    """Record the sale in one transaction; the receipt and the drawer come after it."""
    document = _record(till)
    moves_cash = any(payment.kind == "cash" for payment in document.payments)
    till.last = document
    till.cart = till.fresh()
    till.forget_steps()
    if moves_cash:
        till.kick(document.id)
    till.print(receipt_paper(till.shop, document), document.id)
    return Changes(frozenset({"cart", "documents", "drawer", "stock"}), (document,))


def _record(till: Till) -> Document:
    shop, cart = till.shop, till.cart
    figures = totals(cart)
    with shop.store.write() as tx:
        may_charge(tx, cart)
        lines, stock = _lines(tx, till, figures)
        sells = any(not line.comes_back for line in lines)
        document = shop.record(
            tx,
            till.register,
            SALE if sells else RETURN,
            by=till.by,
            allowed_by=till.allowed_by,
            lines=lines,
            payments=cart.payments,
            taxes=figures.taxes,
            net=figures.net,
            tax=figures.tax,
            total=figures.total,
            customer=cart.customer,
            exempt=cart.exempt,
            refers=next((line.back_document for line in lines if line.back_document), ""),
            facts={"customer_name": cart.customer_name, "name": cart.name, "inclusive": int(cart.terms.inclusive)},
        )
        tx.documents.set_stock(stock)
        tx.drafts.drop(till.draft)
    return document


def _lines(tx: Tx, till: Till, figures: Totals) -> tuple[tuple[DocLine, ...], dict[str, OnHand]]:
    """The lines with the stock value each moves, and the stock they leave."""
    moved = dict.fromkeys(figure.line.item for figure in figures.lines if figure.line.item)
    stock = {item: OnHand() for item in moved} | (tx.documents.stocks(moved) if moved else {})
    lines = []
    for n, figure in enumerate(figures.lines, 1):
        cost = 0
        if figure.line.item:
            cost, stock[figure.line.item] = _move(till, figure.line, stock[figure.line.item])
        if figure.line.back and figure.line.back.document:
            _still_there(tx, figure.line, [line.line for line in figures.lines[: n - 1]])
        lines.append(_doc_line(n, figure, cost))
    return tuple(lines), stock


def _move(till: Till, line: Line, on_hand: OnHand) -> tuple[int, OnHand]:
    """Stock value out (positive) or back in (negative)."""
    if line.back is not None:
        cost = on_hand.worth(line.milli) if line.back.cost is None else line.back.cost
        return -cost, on_hand.put(line.milli, cost)
    if not till.shop.facts.stock_below_zero and line.milli > on_hand.milli:
        raise Refusal("not_enough_stock", name=line.name, left=str(Quantity(max(0, on_hand.milli))))
    return on_hand.take(line.milli)


def _still_there(tx: Tx, line: Line, earlier: list[Line]) -> None:
    """Nothing comes back twice, whatever happened since the line was put on the ticket."""
    back = line.back
    assert back is not None
    receipt = tx.documents.get(back.document)
    done = tx.documents.came_back(back.document).get(back.line, 0)
    done += sum(
        old.milli for old in earlier if old.back and (old.back.document, old.back.line) == (back.document, back.line)
    )
    sold = next((x.milli for x in receipt.lines if x.n == back.line), 0) if receipt else 0
    if any(other.kind == "void" for other in tx.documents.referring(back.document)):
        raise Refusal("receipt_is_void", number=back.number)
    if done + line.milli > sold:
        raise Refusal("came_back_before", name=line.name, left=str(Quantity(sold - done)), back=str(Quantity(done)))


def _doc_line(n: int, figure: LineTotal, cost: int) -> DocLine:
    line, back = figure.line, figure.line.back
    return DocLine(
        n,
        line.kind,
        line.name,
        -line.milli if back else line.milli,
        line.list_price,
        line.price,
        figure.full,
        figure.amount,
        figure.sales,
        figure.net,
        figure.discounts,
        figure.taxes,
        line.item,
        line.sku,
        line.unit,
        line.department,
        line.department_name,
        line.tax_code,
        figure.removed,
        cost,
        back.document if back else "",
        back.number if back else "",
        back.line if back else 0,
        back.reason if back else "",
    )
