"""Bodies no client should send: each is refused in the service's words, and nothing is posted askew."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.company.asking import Asking, Body, sold

_NUMBERS = (0, -1, 10**40, 0.001, "999999", "-1", "1e400")
_ODD = (None, "", "x", True, [], {}, [{}], [1], {"value": []}, {"value": "1"}, {"value": "77"}, "\x00", "\ud7ff" * 5)
ODD = st.sampled_from((*_NUMBERS, *_ODD))
KINDS = (
    "JournalEntry SalesReceipt RefundReceipt Invoice Payment Bill BillPayment Purchase Deposit Transfer Account "
    "Customer Item Class Attachable"
).split()


def _good(company: Asking, kind: str) -> Body:
    """A body of the kind that the company takes."""
    if kind in ("Account", "Customer", "Item", "Class", "Attachable"):
        return {
            "Account": {"Name": "New", "AccountType": "Bank", "AccountSubType": "Checking", "Active": True},
            "Customer": {"DisplayName": "Ann", "BillAddr": {"Line1": "1 Road"}, "Balance": 5, "Active": True},
            "Item": {"Name": "Tea", "Type": "Service", "IncomeAccountRef": company.ref("Services"), "UnitPrice": 2.5},
            "Class": {"Name": "Shop", "ParentRef": None},
            "Attachable": {"Note": "hello", "AttachableRef": [{"EntityRef": {"type": "Bill", "value": "1"}}]},
        }[kind]
    who, whom, tea = company.customer("Ann"), company.vendor("Bob"), company.item("Tea")
    sale = {"CustomerRef": who, "Line": [sold(tea, "5", Qty=2, UnitPrice=2.5, TaxCodeRef={"value": "TAX"})]}
    cost = {"AccountRef": company.ref("Supplies")}
    line = {"Amount": 9, "DetailType": "AccountBasedExpenseLineDetail", "AccountBasedExpenseLineDetail": cost}
    banked = {"AccountRef": company.ref("Supplies"), "Entity": {"value": who["value"], "type": "CUSTOMER"}}
    till = company.ref("Checking")
    bodies: dict[str, Body] = {
        "JournalEntry": company.entry("Checking", "Services", "5", DocNumber="1", TxnTaxDetail={"TaxLine": []}),
        "SalesReceipt": {**sale, "DepositToAccountRef": till, "TxnTaxDetail": {"TotalTax": 0.4}},
        "RefundReceipt": {**sale, "DepositToAccountRef": till},
        "Invoice": {**sale, "DueDate": "2026-03-02"},
        "Payment": {"CustomerRef": who, "TotalAmt": 5, "Line": []},
        "Bill": {"VendorRef": whom, "Line": [line]},
        "BillPayment": {"VendorRef": whom, "TotalAmt": 5, "PayType": "Check", "CheckPayment": {"BankAccountRef": till}},
        "Purchase": {"PaymentType": "Cash", "AccountRef": till, "EntityRef": {"value": whom["value"]}, "Line": [line]},
        "Deposit": {
            "DepositToAccountRef": till,
            "Line": [{"Amount": 5, "DetailType": "DepositLineDetail", "DepositLineDetail": banked}],
        },
        "Transfer": {"FromAccountRef": till, "ToAccountRef": company.ref("Cash in Safe"), "Amount": 5},
    }
    return bodies[kind]


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a body where something could stand instead."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, part in inner for place in _places(part, (*path, key)))]


def _with(body: Body, place: tuple[Any, ...], odd: Any) -> Any:
    if not place:
        return odd
    changed = copy.deepcopy(body)
    holder: Any = changed
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = odd
    return changed


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_an_odd_value_anywhere_is_refused_or_taken_but_never_breaks_the_company(
    company: Asking, kind: str, data: st.DataObject
) -> None:
    company.switch("reset", {"seed": "US"})
    body = _good(company, kind)
    place, odd = data.draw(st.sampled_from(_places(body))), data.draw(ODD)
    reply = company.post(kind.lower(), _with(body, place, odd))
    assert reply.status_code in (200, 400), reply.text
    rows = company.get("reports/TrialBalance").json()["Rows"]["Row"]
    total = rows[-1]["Summary"]["ColData"]
    assert total[1]["value"] == total[2]["value"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bodies_left_alone_are_taken(company: Asking, kind: str) -> None:
    assert company.make(kind, _good(company, kind))["Id"]
