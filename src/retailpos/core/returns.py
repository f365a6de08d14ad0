"""What comes back of a receipt: cumulative shares, so that any sequence adds up to exactly what was paid."""

from __future__ import annotations

from retailpos.core.cart import GOODS, OPEN, Back, Line
from retailpos.core.document import DocLine, Document
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.rounding import cumulative
from retailpos.core.tax import LineTaxes


def back_line(
    key: int,
    receipt: Document,
    line: DocLine,
    milli: int,
    *,
    done: int,
    reason: str,
    inclusive: bool,
    tenders: tuple[str, ...] | None = None,
) -> Line:
    """A cart line that gives back `milli` of a receipt's line, of which `done` came back before.

    Tax is a cumulative share of each stored tax, net of the stored net; where prices include tax, shares
    are of gross and tax, net being the rest. `tenders` hold its money now, if not those it was paid with.
    """
    if line.comes_back or line.kind not in (GOODS, OPEN):
        raise Refusal("cannot_come_back", name=line.name)
    left = line.milli - done
    if milli > left:
        raise Refusal("came_back_before", name=line.name, left=str(Quantity(left)), back=str(Quantity(done)))
    net, taxes = _given_back(line, milli, done, inclusive=inclusive)
    cost = cumulative(line.cost, done, milli, line.milli)
    paid = tuple(payment.tender for payment in receipt.payments) if tenders is None else tenders
    back = Back(receipt.id, receipt.printed_number, line.n, reason, net, taxes, cost, paid)
    return Line(
        key,
        line.kind,
        line.name,
        milli,
        line.list_price,
        line.price,
        item=line.item,
        sku=line.sku,
        unit=line.unit,
        department=line.department,
        department_name=line.department_name,
        tax_code=line.tax_code,
        back=back,
    )


def _given_back(line: DocLine, milli: int, done: int, *, inclusive: bool) -> tuple[int, LineTaxes]:
    taxes = tuple((row, cumulative(cents, done, milli, line.milli)) for row, cents in line.taxes)
    if not inclusive:
        return cumulative(line.net, done, milli, line.milli), taxes
    gross = line.net + sum(cents for _, cents in line.taxes)
    return cumulative(gross, done, milli, line.milli) - sum(cents for _, cents in taxes), taxes
