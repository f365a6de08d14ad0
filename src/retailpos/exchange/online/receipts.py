"""A side of a day as a zero-sum sales receipt or refund receipt: its frozen bytes, and the proof that it arrived.

Sold goods, tax and discounts stand against how they were paid, each on an item of its own that points to the row's
account, so that the document comes to zero and its books are those of the journal entry. Where the shop files its tax
from QuickBooks, the tax is told as tax instead and stands on the accounts that QuickBooks keeps for its agencies.
"""

from __future__ import annotations

from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.online import books, filing
from retailpos.exchange.online.amounts import amount, cents, described, frozen, thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.items import ensure_items, untaxed_code
from retailpos.exchange.online.marks import form_refs, line_refs, on_lines, settled

SOLD, BACK = "SalesReceipt", "RefundReceipt"
CUSTOMER = "POS Daily Sales"
_KEPT = ("DocNumber", "TxnDate", "PrivateNote", "CustomerRef", "DepositToAccountRef", "ClassRef", "DepartmentRef")
_HEAD_REFS = ("CustomerRef", "ClassRef", "DepartmentRef")
_LINE = ("Description", "DetailType", "SalesItemLineDetail", "DiscountLineDetail")


def sold(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes of a sales receipt: credits of the entry are amounts above zero."""
    return _made(office, entry, doc_number, note, sign=-1)


def came_back(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes of a refund receipt: debits of the entry are amounts above zero."""
    return _made(office, entry, doc_number, note, sign=1)


def _made(office: Office, entry: Entry, doc_number: str, note: str, *, sign: int) -> str:
    """Sees to the accounts, items and the customer it names. No tax is left to QuickBooks to reckon.

    Raises Trouble where QuickBooks would number the form itself: it could never be looked up again.
    """
    if not office.company.keeps_numbers:
        raise Trouble("numbers_not_kept")
    there = settled(office, entry)
    tax = filing.told_apart(office, there.lines, sign=sign) if entry.tax_there else ()
    lines = tuple(line for line in there.lines if line not in tax)
    taxable = sum(sign * line.cents for line in lines if line.taxed)
    customer = books.ensure_customers(office.client, [CUSTOMER])[CUSTOMER]
    document = {
        "DocNumber": doc_number,
        **office.heading(entry.date, note),
        "CustomerRef": {"value": customer},
        "DepositToAccountRef": {"value": books.undeposited(office.client)},
        **form_refs(office, there),
        "Line": item_lines(office, on_lines(office, lines), sign=sign, taxed=bool(tax)),
        "TxnTaxDetail": filing.tax_detail(office, tax, sign=sign, taxable=taxable),
    }
    return frozen(document)


def item_lines(office: Office, lines: tuple[Line, ...], *, sign: int, taxed: bool = False) -> list[dict[str, Any]]:
    """The lines of a settled entry on a sales form, each on the item of its row; `sign` -1 makes credits positive.

    With `taxed` those that were sold with tax are told to be.
    """
    code = untaxed_code(office)
    items = ensure_items(office, lines)
    return [
        {
            "Description": described(line.slot, line.title),
            "Amount": amount(sign * line.cents),
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": {
                "ItemRef": {"value": items[line.slot, line.key]},
                "TaxCodeRef": {"value": filing.TAXED if taxed and line.taxed else code},
                **line_refs(line),
            },
        }
        for line in lines
    ]


def same(sent: str, found: dict[str, Any]) -> bool:
    """True when what QuickBooks holds is, line by line, what was sent, and it added no tax of its own."""
    ours = thawed(sent)
    if head(found) != head(ours):
        return False
    told = filing.rates_told(ours)
    if told and told != filing.rates_told(found):
        return False
    if _tax(found) != _tax(ours) or cents(found.get("TotalAmt") or 0) != _total(ours):
        return False
    return sorted(map(_line, _lines(ours))) == sorted(map(_line, _lines(found)))


def head(document: dict[str, Any]) -> tuple[str, ...]:
    """What a document says before its lines: its number, its day, whose it is, and its class and location."""
    number = document.get("DocNumber") or document.get("PaymentRefNum")
    refs = (str((document.get(name) or {}).get("value") or "") for name in _HEAD_REFS)
    return str(number), str(document.get("TxnDate")), *refs


def body_of(found: dict[str, Any]) -> str:
    """A receipt that QuickBooks holds, as bytes that `same` compares with."""
    lines = [
        {**{name: line[name] for name in _LINE if name in line}, "Amount": amount(cents(line.get("Amount") or 0))}
        for line in _lines(found)
    ]
    whole = {name: found[name] for name in _KEPT if name in found}
    return frozen({**whole, "Line": lines, "TxnTaxDetail": filing.kept(found)})


def difference(sent: str, found: dict[str, Any]) -> int:
    """By how many cents the tax and the lines above zero that QuickBooks holds differ from those sent."""
    ours = thawed(sent)
    return _above_zero(found) + _tax(found) - _above_zero(ours) - _tax(ours)


def _above_zero(document: dict[str, Any]) -> int:
    return sum(max(0, line[1]) for line in map(_line, _lines(document)))


def _lines(document: dict[str, Any]) -> list[dict[str, Any]]:
    """All lines but the subtotal that QuickBooks adds."""
    return [line for line in document.get("Line", []) if line.get("DetailType") != "SubTotalLineDetail"]


def _tax(document: dict[str, Any]) -> int:
    return cents((document.get("TxnTaxDetail") or {}).get("TotalTax") or 0)


def _total(document: dict[str, Any]) -> int:
    return sum(_line(line)[1] for line in _lines(document)) + _tax(document)


def _line(line: dict[str, Any]) -> tuple[str, int, str, str, str, str]:
    kind = str(line.get("DetailType"))
    detail = line.get(kind) or {}
    whole = cents(line.get("Amount") or 0)
    refs = (detail.get("ItemRef") or detail.get("DiscountAccountRef"), detail.get("TaxCodeRef"), detail.get("ClassRef"))
    target, code, klass = (str((ref or {}).get("value") or "") for ref in refs)
    sign = -1 if kind == "DiscountLineDetail" else 1
    return kind, sign * whole, target, code, klass, str(line.get("Description") or "")
