"""Sales receipts, refund receipts, invoices and credit memos."""

from __future__ import annotations

import pytest

from tests.company.asking import Asking, Body, sold


@pytest.fixture
def tea(company: Asking) -> Body:
    return company.item("Tea")


@pytest.fixture
def shop(company: Asking) -> Body:
    return company.customer("Daily Sales")


def test_a_days_receipt_posts_sales_tax_and_money(company: Asking, tea: Body, shop: Body) -> None:
    body = {
        "CustomerRef": shop,
        "TxnDate": "2026-03-02",
        "DocNumber": "HG-S1",
        "DepositToAccountRef": company.ref("Cash in Drawer"),
        "Line": [sold(tea, "100", TaxCodeRef={"value": "TAX"}), sold(tea, "-10", TaxCodeRef={"value": "NON"})],
        "TxnTaxDetail": {"TotalTax": 8.24},
    }
    made = company.make("SalesReceipt", body)
    assert (made["TotalAmt"], made["TxnTaxDetail"]["TotalTax"], made["DocNumber"]) == (98.24, 8.24, "HG-S1")
    assert (made["Line"][-1]["DetailType"], "Id" in made["Line"][-1]) == ("SubTotalLineDetail", False)
    assert [line["Id"] for line in made["Line"][:-1]] == ["1", "2"]
    found = company.balances()
    assert (found["Cash in Drawer"], found["Merchandise Sales"]) == ("98.24", "-90.00")
    taxes = [float(found[name]) for name in ("Sales tax agency payable", "County Payable")]
    assert sum(taxes) == pytest.approx(-8.24)
    assert taxes == [-6.99, -1.25]


def test_without_an_explicit_total_the_code_computes(company: Asking, tea: Body, shop: Body) -> None:
    code = company.query("select * from TaxCode where Name = 'State'")[0]["Id"]
    lines = [sold(tea, "10.10", TaxCodeRef={"value": "TAX"})] * 3
    body = {"CustomerRef": shop, "Line": lines, "TxnTaxDetail": {"TxnTaxCodeRef": {"value": code}}}
    assert company.make("SalesReceipt", body)["TxnTaxDetail"]["TotalTax"] == 2.12
    company.set(tax="off")
    assert company.make("SalesReceipt", body)["TotalAmt"] == 30.3


def test_automated_tax_takes_the_companys_own_code(company: Asking, tea: Body, shop: Body) -> None:
    company.set(tax="automated")
    state = company.query("select * from TaxCode where Name = 'State'")[0]["Id"]
    line = sold(tea, "100", TaxCodeRef={"value": "TAX"})
    body = {"CustomerRef": shop, "Line": [line], "TxnTaxDetail": {"TxnTaxCodeRef": {"value": state}}}
    assert company.make("SalesReceipt", body)["TotalAmt"] == 108.25
    assert company.get("preferences").json()["Preferences"]["TaxPrefs"]["PartnerTaxEnabled"] is True


REFUSED = {
    "no customer": ({"CustomerRef": None}, "2020"),
    "no lines": ({"Line": []}, "2020"),
    "only words": ({"Line": [{"DetailType": "DescriptionOnly", "Description": "hello"}]}, "2250"),
    "receivable": ({"DepositToAccountRef": "Accounts Receivable"}, "6430"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_receipt_that_cannot_be_is_refused(company: Asking, tea: Body, shop: Body, name: str) -> None:
    change, code = dict(REFUSED[name][0]), REFUSED[name][1]
    if isinstance(change.get("DepositToAccountRef"), str):
        change["DepositToAccountRef"] = company.ref(change["DepositToAccountRef"])
    assert company.refused("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5")], **change})[0] == code


LINES = {
    "quantity times price": ({"Qty": 3, "UnitPrice": 1.5}, "6070"),
    "a code by number": ({"TaxCodeRef": {"value": "2"}}, "6100"),
    "no item": ({"ItemRef": None}, "2020"),
    "unknown item": ({"ItemRef": {"value": "99"}}, "2500"),
    "unknown property": ({"Colour": "red"}, "2010"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_that_cannot_be_is_refused(company: Asking, tea: Body, shop: Body, name: str) -> None:
    change, code = LINES[name]
    assert company.refused("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5", **change)]})[0] == code


def test_a_total_below_zero_is_refused_and_a_zero_total_taken(company: Asking, tea: Body, shop: Body) -> None:
    body = {"CustomerRef": shop, "Line": [sold(tea, "5"), sold(tea, "-6")]}
    code, detail = company.refused("SalesReceipt", body)
    assert (code, "must be 0 or greater" in detail) == ("6000", True)
    tender = company.item("Cash taken", "Cash in Drawer")
    company.make("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5"), sold(tender, "-5")]})
    assert company.balances() == {"Cash in Drawer": "5.00", "Merchandise Sales": "-5.00"}


def test_money_without_an_account_waits_in_undeposited_funds(company: Asking, tea: Body, shop: Body) -> None:
    made = company.make("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5")]})
    assert made["DepositToAccountRef"]["name"] == "Undeposited Funds"
    assert company.balances()["Undeposited Funds"] == "5.00"


def test_a_discount_lowers_the_total_and_the_taxed_part(company: Asking, tea: Body, shop: Body) -> None:
    code = company.query("select * from TaxCode where Name = 'State'")[0]["Id"]
    off = {"DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": True, "DiscountPercent": 10}}
    lines = [sold(tea, "100", TaxCodeRef={"value": "TAX"}), off]
    body = {"CustomerRef": shop, "Line": lines, "TxnTaxDetail": {"TxnTaxCodeRef": {"value": code}}}
    assert company.make("SalesReceipt", body)["TotalAmt"] == 96.3
    found = company.balances()
    assert (
        float(found["Merchandise Sales"]) + sum(float(found.get(n, 0)) for n in ("Sales Discounts", "Sales Returns"))
        == -90
    )
    bare = {"DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": False}}
    assert company.refused("SalesReceipt", {**body, "Line": [lines[0], bare]})[0] == "6090"


def test_a_refund_goes_the_other_way_and_needs_its_account(company: Asking, tea: Body, shop: Body) -> None:
    body = {
        "CustomerRef": shop,
        "Line": [sold(tea, "5", TaxCodeRef={"value": "TAX"})],
        "TxnTaxDetail": {"TotalTax": 0.4},
    }
    assert (
        company.refused("RefundReceipt", body)[1] == "Required parameter DepositToAccountRef is missing in the request"
    )
    made = company.make("RefundReceipt", {**body, "DepositToAccountRef": company.ref("Cash in Drawer")})
    assert made["TotalAmt"] == 5.4
    found = company.balances()
    assert (found["Cash in Drawer"], found["Merchandise Sales"]) == ("-5.40", "5.00")


def test_both_forms_of_a_day_give_the_same_books(company: Asking, tea: Body, shop: Body) -> None:
    company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "45"))
    by_journal = company.balances()
    company.switch("reset")
    other, who = company.item("Tea"), company.customer("Daily Sales")
    money = company.ref("Cash in Drawer")
    company.make("SalesReceipt", {"CustomerRef": who, "DepositToAccountRef": money, "Line": [sold(other, "50")]})
    company.make("RefundReceipt", {"CustomerRef": who, "DepositToAccountRef": money, "Line": [sold(other, "5")]})
    assert company.balances() == by_journal


def test_the_company_numbers_its_forms_itself_unless_told_otherwise(company: Asking, tea: Body, shop: Body) -> None:
    body = {"CustomerRef": shop, "Line": [sold(tea, "5")], "DocNumber": "mine"}
    company.set(CustomTxnNumbers="false")
    assert company.make("SalesReceipt", body)["DocNumber"] == "1001"


def test_an_invoice_is_open_until_paid_and_a_credit_memo_until_used(company: Asking, tea: Body, shop: Body) -> None:
    invoice = company.make("Invoice", {"CustomerRef": shop, "Line": [sold(tea, "60")]})
    credit = company.make("CreditMemo", {"CustomerRef": shop, "Line": [sold(tea, "15")]})
    assert (invoice["Balance"], credit["RemainingCredit"]) == (60, 15)
    assert company.read("Customer", shop["value"])["Balance"] == 45
    assert company.balances() == {"Accounts Receivable": "45.00", "Merchandise Sales": "-45.00"}


def test_a_void_receipt_keeps_its_number_and_posts_nothing(company: Asking, tea: Body, shop: Body) -> None:
    made = company.make("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5")], "DocNumber": "HG-S1"})
    body = {"Id": made["Id"], "SyncToken": "0", "sparse": True}
    void = company.make("SalesReceipt", body, operation="update", include="void")
    assert (void["TotalAmt"], void["PrivateNote"], void["DocNumber"]) == (0, "Voided", "HG-S1")
    assert company.balances() == {}


def test_every_line_wants_its_vat(british: Asking) -> None:
    tea, shop = british.item("Tea"), british.customer("Daily Sales")
    code, detail = british.refused("SalesReceipt", {"CustomerRef": shop, "Line": [sold(tea, "5")]})
    assert (code, "have a VAT rate" in detail) == ("6000", True)
    codes = {one["Name"]: {"value": one["Id"]} for one in british.query("select * from TaxCode")}
    lines = [sold(tea, "10.10", TaxCodeRef=codes["20.0% S"])] * 3 + [sold(tea, "4", TaxCodeRef=codes["0.0% Z"])]
    made = british.make("SalesReceipt", {"CustomerRef": shop, "Line": lines})
    assert (made["TxnTaxDetail"]["TotalTax"], made["TotalAmt"]) == (6.06, 40.36)
    assert british.balances()["VAT Control"] == "-6.06"


def test_prices_with_tax_in_them_are_split(british: Asking) -> None:
    tea, shop = british.item("Tea"), british.customer("Daily Sales")
    codes = {one["Name"]: {"value": one["Id"]} for one in british.query("select * from TaxCode")}
    body = {
        "CustomerRef": shop,
        "GlobalTaxCalculation": "TaxInclusive",
        "Line": [sold(tea, "12", TaxCodeRef=codes["20.0% S"])],
    }
    made = british.make("SalesReceipt", body)
    assert (made["TotalAmt"], made["Line"][0]["Amount"]) == (12, 10)
    body |= {"GlobalTaxCalculation": "NotApplicable", "TxnTaxDetail": {"TotalTax": 2}}
    assert british.refused("SalesReceipt", body)[0] == "6170"
