"""Payments, deposits, transfers, bills and purchases."""

from __future__ import annotations

import pytest

from tests.company.asking import Asking, Body, sold


def _paid(kind: str, number: str, amount: float) -> Body:
    return {"Amount": amount, "LinkedTxn": [{"TxnId": number, "TxnType": kind}]}


def _cost(company: Asking, account: str, amount: float) -> Body:
    detail = {"AccountRef": company.ref(account)}
    return {"Amount": amount, "DetailType": "AccountBasedExpenseLineDetail", "AccountBasedExpenseLineDetail": detail}


def test_a_payment_settles_an_invoice_and_never_more_than_is_open(company: Asking) -> None:
    ann, bob, tea = company.customer("Ann"), company.customer("Bob"), company.item("Tea")
    invoice = company.make("Invoice", {"CustomerRef": ann, "Line": [sold(tea, "60")]})
    assert company.refused("Payment", {"CustomerRef": ann})[1].endswith("You must set a transaction amount.")
    body = {"CustomerRef": ann, "TotalAmt": 40, "Line": [_paid("Invoice", invoice["Id"], 40)]}
    made = company.make("Payment", body)
    assert (made["UnappliedAmt"], company.read("Invoice", invoice["Id"])["Balance"]) == (0, 20)
    assert company.balances() == {
        "Accounts Receivable": "20.00",
        "Merchandise Sales": "-60.00",
        "Undeposited Funds": "40.00",
    }
    assert company.refused("Payment", body)[0] == "6000"
    assert company.refused("Payment", {**body, "CustomerRef": bob})[0] == "6000"
    assert (
        company.refused("Payment", {**body, "TotalAmt": 5, "Line": [_paid("Invoice", invoice["Id"], 20)]})[0] == "6000"
    )
    assert company.refused("Payment", {**body, "Line": [_paid("Transfer", "1", 1)]})[0] == "620"
    assert company.refused("Payment", {**body, "Line": [_paid("Invoice", "99", 1)]})[0] == "2500"
    code, detail = company.refused("Invoice", invoice, operation="delete")
    assert (code, "linked" in detail) == ("6000", True)
    company.make("Payment", made, operation="delete")
    assert company.read("Invoice", invoice["Id"])["Balance"] == 60


def test_a_payment_settles_what_a_journal_entry_left_open(company: Asking) -> None:
    ann = company.customer("Ann")
    body = company.entry("Accounts Receivable", "Merchandise Sales", "60")
    body["Line"][0]["JournalEntryLineDetail"]["Entity"] = {"Type": "Customer", "EntityRef": ann}
    entry = company.make("JournalEntry", body)
    pay = {"CustomerRef": ann, "TotalAmt": 60, "Line": [_paid("JournalEntry", entry["Id"], 60)]}
    company.make("Payment", pay)
    assert company.read("Customer", ann["value"])["Balance"] == 0
    assert company.refused("Payment", pay)[0] == "6000"


def test_a_credit_memo_pays_for_an_invoice_without_money(company: Asking) -> None:
    ann, tea = company.customer("Ann"), company.item("Tea")
    invoice = company.make("Invoice", {"CustomerRef": ann, "Line": [sold(tea, "60")]})
    credit = company.make("CreditMemo", {"CustomerRef": ann, "Line": [sold(tea, "15")]})
    lines = [_paid("Invoice", invoice["Id"], 15), _paid("CreditMemo", credit["Id"], 15)]
    company.make("Payment", {"CustomerRef": ann, "TotalAmt": 0, "Line": lines})
    assert company.read("Invoice", invoice["Id"])["Balance"] == 45
    assert company.read("CreditMemo", credit["Id"])["RemainingCredit"] == 0


def test_a_deposit_banks_what_waits_and_freezes_it(company: Asking) -> None:
    ann, tea = company.customer("Ann"), company.item("Tea")
    receipt = company.make("SalesReceipt", {"CustomerRef": ann, "Line": [sold(tea, "60")]})
    fee = {
        "Amount": -1.5,
        "DetailType": "DepositLineDetail",
        "DepositLineDetail": {"AccountRef": company.ref("Merchant Fees")},
    }
    line = {"Amount": 60, "LinkedTxn": [{"TxnId": receipt["Id"], "TxnType": "SalesReceipt", "TxnLineId": "0"}]}
    body = {"DepositToAccountRef": company.ref("Checking"), "Line": [line, fee]}
    made = company.make("Deposit", body)
    assert made["TotalAmt"] == 58.5
    assert company.balances() == {"Checking": "58.50", "Merchandise Sales": "-60.00", "Merchant Fees": "1.50"}
    assert company.refused("Deposit", body)[0] == "620"
    assert company.refused("SalesReceipt", receipt, operation="delete")[0] == "6540"
    assert company.refused("SalesReceipt", {**receipt, "PrivateNote": "x"})[0] == "6540"
    company.make("Deposit", made, operation="delete")
    company.make("SalesReceipt", receipt, operation="delete")
    assert company.balances() == {}


def test_a_deposit_lines_account_is_another_one(company: Asking) -> None:
    line = {
        "Amount": 5,
        "DetailType": "DepositLineDetail",
        "DepositLineDetail": {"AccountRef": company.ref("Checking")},
    }
    body = {"DepositToAccountRef": company.ref("Checking"), "Line": [line]}
    assert company.refused("Deposit", body)[0] == "6000"
    assert company.refused("Deposit", {**body, "DepositToAccountRef": company.ref("Supplies")})[0] == "6430"


@pytest.mark.parametrize(
    ("source", "target", "amount", "code"),
    [
        ("Cash in Safe", "Checking", 0, "6000"),
        ("Cash in Safe", "Checking", -5, "6000"),
        ("Checking", "Checking", 5, "6000"),
        ("Checking", "Supplies", 5, "6430"),
        ("Accounts Receivable", "Checking", 5, "6430"),
    ],
)
def test_a_transfer_moves_money_between_two_places(
    company: Asking, source: str, target: str, amount: int, code: str
) -> None:
    body = {"FromAccountRef": company.ref(source), "ToAccountRef": company.ref(target), "Amount": amount}
    assert company.refused("Transfer", body)[0] == code


def test_a_transfer_is_posted(company: Asking) -> None:
    body = {"FromAccountRef": company.ref("Cash in Safe"), "ToAccountRef": company.ref("Checking"), "Amount": 300}
    company.make("Transfer", body)
    assert company.balances() == {"Cash in Safe": "-300.00", "Checking": "300.00"}


def test_a_bill_is_owed_until_it_is_paid(company: Asking) -> None:
    bob = company.vendor("Bob")
    assert company.refused("Bill", {"Line": [_cost(company, "Supplies", 24)]})[0] == "2020"
    bill = company.make("Bill", {"VendorRef": bob, "Line": [_cost(company, "Supplies", 24)], "DocNumber": "INV-7"})
    assert (bill["TotalAmt"], bill["Balance"]) == (24, 24)
    assert company.read("Vendor", bob["value"])["Balance"] == 24
    check = {"BankAccountRef": company.ref("Checking")}
    pay = {"VendorRef": bob, "TotalAmt": 24, "PayType": "Check", "Line": [_paid("Bill", bill["Id"], 24)]}
    assert company.refused("BillPayment", pay)[0] == "2020"
    assert (
        company.refused("BillPayment", {**pay, "CheckPayment": {"BankAccountRef": company.ref("Supplies")}})[0]
        == "6430"
    )
    company.make("BillPayment", {**pay, "CheckPayment": check})
    assert company.balances() == {"Checking": "-24.00", "Supplies": "24.00"}
    assert company.read("Bill", bill["Id"])["Balance"] == 0


def test_a_bills_number_is_the_vendors(company: Asking) -> None:
    bob, cat = company.vendor("Bob"), company.vendor("Cat")
    company.set(WarnDuplicateBillNumber="true")
    body = {"VendorRef": bob, "Line": [_cost(company, "Supplies", 24)], "DocNumber": "INV-7"}
    company.make("Bill", body)
    assert company.refused("Bill", body)[0] == "6140"
    assert company.make("Bill", {**body, "VendorRef": cat})


def test_a_vendor_credit_lowers_what_is_owed(company: Asking) -> None:
    bob = company.vendor("Bob")
    company.make("Bill", {"VendorRef": bob, "Line": [_cost(company, "Supplies", 24)]})
    company.make("VendorCredit", {"VendorRef": bob, "Line": [_cost(company, "Supplies", 4)]})
    assert company.balances() == {"Accounts Payable": "-20.00", "Supplies": "20.00"}


def test_a_purchase_is_paid_from_the_right_kind_of_account(company: Asking) -> None:
    body = {"PaymentType": "CreditCard", "AccountRef": company.ref("Checking"), "Line": [_cost(company, "Supplies", 9)]}
    assert company.refused("Purchase", body)[0] == "6430"
    company.make("Purchase", {**body, "AccountRef": company.ref("Credit Card")})
    company.make(
        "Purchase",
        {**body, "AccountRef": company.ref("Credit Card"), "Credit": True, "Line": [_cost(company, "Supplies", 2)]},
    )
    assert company.balances() == {"Credit Card": "-7.00", "Supplies": "7.00"}


def test_an_order_posts_nothing(company: Asking) -> None:
    bob = company.vendor("Bob")
    made = company.make("PurchaseOrder", {"VendorRef": bob, "Line": [_cost(company, "Supplies", 9)]})
    assert (made["POStatus"], company.balances()) == ("Open", {})
