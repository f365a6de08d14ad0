"""Receipts made of any cart, paid as chance has it: what a finished sale records, without a shop file."""

from __future__ import annotations

from hypothesis import strategies as st

from retailpos.core.cart import Cart
from retailpos.core.catalogue import CARD, CASH, Tender
from retailpos.core.document import RETURN, SALE, DocLine, Document
from retailpos.core.tender import is_settled, pay, refund
from retailpos.core.totals import LineTotal, totals

DRAWER, VISA, CHECK = Tender("cash", "Cash", CASH), Tender("visa", "Visa", CARD), Tender("check", "Check", "check")


def doc_line(n: int, figure: LineTotal, cost: int = 0) -> DocLine:
    """A line as it is recorded."""
    line, back = figure.line, figure.line.back
    return DocLine(
        n,
        line.kind,
        line.name,
        -line.milli if back else line.milli,
        line.list_price,
        line.price,
        full=figure.full,
        amount=figure.amount,
        sales=figure.sales,
        net=figure.net,
        discounts=figure.discounts,
        taxes=figure.taxes,
        item=line.item,
        unit=line.unit,
        department=line.department,
        tax_code=line.tax_code,
        removed=figure.removed,
        cost=cost,
        back_document=back.document if back else "",
        reason=back.reason if back else "",
    )


def receipt(cart: Cart, *, number: int = 1, costs: tuple[int, ...] = ()) -> Document:
    """The document of a paid cart."""
    found = totals(cart)
    cost = [*costs, *([0] * len(found.lines))]
    lines = tuple(doc_line(n + 1, figure, cost[n]) for n, figure in enumerate(found.lines))
    kind = SALE if any(not line.comes_back for line in lines) else RETURN
    return Document(
        f"{number:032x}",
        1,
        1,
        kind,
        "receipt",
        number,
        at=1_770_000_000_000,
        business_date="2026-03-02",
        run=1,
        by="ana",
        lines=lines,
        payments=cart.payments,
        taxes=found.taxes,
        net=found.net,
        tax=found.tax,
        total=found.total,
        exempt=cart.exempt,
        facts={"inclusive": int(cart.terms.inclusive)},
    )


def settled(cart: Cart, share: int) -> Cart:
    """Paid: `share` per cent of what is due by card, the rest by check and cash."""
    due = totals(cart).due
    if due > 0 and due * share // 100:
        cart = pay(cart, VISA, due * share // 100)
    if totals(cart).due > 0 and share % 2:
        cart = pay(cart, CHECK, max(1, totals(cart).due // 3))
    due = totals(cart).due
    if due < 0:
        return refund(cart, DRAWER if share % 2 else VISA)
    return cart if is_settled(cart) else pay(cart, DRAWER)


shares = st.integers(0, 100)
