"""A document that stands in QuickBooks as the lines of a journal entry: to compare, to adjust, to take back."""

from __future__ import annotations

from typing import Any

from retailpos.core import outbox
from retailpos.core.errors import Refusal
from retailpos.exchange.online.amounts import amount, cents
from retailpos.exchange.online.client import Client

JOURNAL_DETAIL = "JournalEntryLineDetail"
_SALES_DETAIL, _DISCOUNT_DETAIL = "SalesItemLineDetail", "DiscountLineDetail"
# Amounts above zero are credits on what was sold, debits on what came back.
_SIGNS = {outbox.RECEIPT: -1, outbox.REFUND: 1}
Leg = tuple[dict[str, Any], int]


def legs(client: Client, paper: str, document: dict[str, Any]) -> tuple[Leg, ...]:
    """Each line as its journal detail and its debit positive cents. An item's line goes where its item goes.

    Raises Refusal for a kind of document that no journal entry can stand for: a customer's invoice or payment, or
    a receipt on which QuickBooks reckoned tax of its own.
    """
    if not document:
        return ()
    if paper.partition("/")[0] == outbox.TRANSFER:
        return _moved(document)
    if paper not in _SIGNS:
        if paper.partition("/")[0] in (outbox.INVOICE, outbox.PAYMENT, outbox.TRANSFER):
            raise Refusal("only_journals_are_adjusted", number=str(document.get("DocNumber") or ""))
        return tuple(_journal(line) for line in document.get("Line", []) if line.get("DetailType") == JOURNAL_DETAIL)
    if cents((document.get("TxnTaxDetail") or {}).get("TotalTax") or 0):
        raise Refusal("tax_reckoned_there", number=str(document.get("DocNumber") or ""))
    return _receipt(client, document, _SIGNS[paper])


def _moved(document: dict[str, Any]) -> tuple[Leg, ...]:
    """Money from one account to the other."""
    whole = cents(document.get("Amount") or 0)
    ends = (("ToAccountRef", whole), ("FromAccountRef", -whole))
    return tuple((_detail(_value(document.get(name)), {}, None), sum_) for name, sum_ in ends)


def _journal(line: dict[str, Any]) -> Leg:
    detail = line[JOURNAL_DETAIL]
    return detail, cents(line.get("Amount")) * (1 if detail.get("PostingType") == "Debit" else -1)


def _receipt(client: Client, document: dict[str, Any], sign: int) -> tuple[Leg, ...]:
    """Its lines by the accounts of their items, and what it put into or took out of the account it is deposited to."""
    lines = [line for line in document.get("Line", []) if line.get("DetailType") in (_SALES_DETAIL, _DISCOUNT_DETAIL)]
    accounts = _accounts(client, lines)
    place = document.get("DepartmentRef")
    found: list[Leg] = []
    for line in lines:
        kind = str(line["DetailType"])
        detail = line.get(kind) or {}
        taken_off = kind == _DISCOUNT_DETAIL
        account = _value(detail.get("DiscountAccountRef")) if taken_off else accounts[_value(detail.get("ItemRef"))]
        found.append((_detail(account, detail, place), cents(line.get("Amount") or 0) * (-sign if taken_off else sign)))
    total = -sum(whole for _, whole in found)
    if total:
        found.append((_detail(_value(document.get("DepositToAccountRef")), {}, place), total))
    return tuple(found)


def _accounts(client: Client, lines: list[dict[str, Any]]) -> dict[str, str]:
    """Income accounts by item, read from the company as they are now: items that were sent never change theirs."""
    items = sorted({_value((line.get(_SALES_DETAIL) or {}).get("ItemRef")) for line in lines} - {""})
    if not items:
        return {}
    wanted = ", ".join(f"'{item}'" for item in items)
    rows = client.query(f"SELECT * FROM Item WHERE Id IN ({wanted}) AND Active IN (true,false)", "Item")
    return {str(row["Id"]): _value(row.get("IncomeAccountRef")) for row in rows}


def _detail(account: str, detail: dict[str, Any], place: dict[str, Any] | None) -> dict[str, Any]:
    made: dict[str, Any] = {"AccountRef": {"value": account}}
    if detail.get("ClassRef"):
        made["ClassRef"] = {"value": _value(detail["ClassRef"])}
    if place:
        made["DepartmentRef"] = {"value": _value(place)}
    code = _value(detail.get("TaxCodeRef"))
    if code and code != "NON":
        made |= {"TaxCodeRef": {"value": code}, "TaxApplicableOn": "Sales", "TaxAmount": amount(0)}
    return made


def _value(ref: dict[str, Any] | None) -> str:
    return str((ref or {}).get("value") or "")
