"""A receipt is proved line by line: whatever differs in QuickBooks is seen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from retailpos.exchange.online import customers, receipts
from retailpos.exchange.online.amounts import amount, frozen


def line(cents: int, item: str, description: str) -> dict[str, Any]:
    return {
        "Description": description,
        "Amount": amount(cents),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": item}, "TaxCodeRef": {"value": "NON"}},
    }


SENT = frozen(
    {
        "DocNumber": "HG-1-260302-S1",
        "TxnDate": "2026-03-02",
        "CustomerRef": {"value": "58"},
        "Line": [line(1070, "1", "sales"), line(-70, "2", "discounts"), line(-1000, "3", "tender cash")],
        "TxnTaxDetail": {"TotalTax": amount(0)},
    }
)


def there() -> dict[str, Any]:
    """What QuickBooks shows of it: lines numbered and in another order, names filled in, a subtotal added."""
    found: dict[str, Any] = json.loads(SENT)
    found["Line"].reverse()
    for n, one in enumerate(found["Line"], 1):
        one["Id"] = str(n)
        one["SalesItemLineDetail"]["ItemRef"]["name"] = "POS"
    found["Line"].append({"Amount": 0, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}})
    return {**found, "Id": "7", "SyncToken": "0", "TotalAmt": 0.0, "TxnTaxDetail": {"TotalTax": 0, "TaxLine": []}}


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(found: dict[str, Any]) -> None:
        *above, last = path.split(".")
        holder: Any = found
        for step in above:
            holder = holder[int(step)] if step.isdigit() else holder[step]
        holder[last] = value

    return change


CHANGES = {
    "another number": put("DocNumber", "HG-1-260302-S2"),
    "another day": put("TxnDate", "2026-03-03"),
    "another customer": put("CustomerRef.value", "59"),
    "another amount": put("Line.0.Amount", -9.99),
    "another item": put("Line.0.SalesItemLineDetail.ItemRef.value", "4"),
    "taxed now": put("Line.0.SalesItemLineDetail.TaxCodeRef.value", "TAX"),
    "a class of its own": put("Line.0.SalesItemLineDetail.ClassRef", {"value": "5"}),
    "other words": put("Line.0.Description", "tender card"),
    "tax added": put("TxnTaxDetail.TotalTax", 0.01),
    "another total": put("TotalAmt", 0.01),
    "no amount at all": put("Line.0.Amount", "NaN"),
    "a line less": lambda found: found["Line"].pop(0),
    "a line more": lambda found: found["Line"].append(copy.deepcopy(found["Line"][0])),
    "a discount more": lambda found: found["Line"].append(
        {"Amount": 5, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"DiscountAccountRef": {"value": "9"}}}
    ),
}


def test_the_same_receipt_is_the_same() -> None:
    assert receipts.same(SENT, there())
    assert receipts.difference(SENT, there()) == 0


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen(name: str) -> None:
    found = there()
    CHANGES[name](found)
    assert not receipts.same(SENT, found)


TOTALS = {
    "another day": 0,
    "another customer": 0,
    "other words": 0,
    "another item": 0,
    "another amount": 0.01,
    "tax added": 0.01,
    "a line less": 10.0,
    "a line more": -10.0,
    "a discount more": -5.0,
}


@pytest.mark.parametrize("name", TOTALS)
def test_what_is_taken_as_it_stands_there_is_the_same_from_then_on(name: str) -> None:
    found = {**there(), "TotalAmt": TOTALS[name]}
    CHANGES[name](found)
    assert receipts.same(receipts.body_of(found), found)


def test_a_payment_is_the_same_whatever_it_was_settled_against() -> None:
    sent = frozen(
        {
            "PaymentRefNum": "HG-1-260302-P1-1",
            "TxnDate": "2026-03-02",
            "CustomerRef": {"value": "61"},
            "TotalAmt": amount(6000),
            "DepositToAccountRef": {"value": "4"},
        }
    )
    found = {**json.loads(sent), "Line": [{"Amount": 60.0, "LinkedTxn": [{"TxnId": "5", "TxnType": "Invoice"}]}]}
    assert customers.same(sent, found)
    assert customers.same(customers.body_of(found), found)
    for change in (put("TotalAmt", 59.99), put("CustomerRef.value", "62"), put("DepositToAccountRef.value", "5")):
        edited = copy.deepcopy(found)
        change(edited)
        assert not customers.same(sent, edited)
        assert customers.same(customers.body_of(edited), edited)
