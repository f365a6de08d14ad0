"""Accounts, people, items and the other lists."""

from __future__ import annotations

import pytest

from tests.company.asking import Asking, Body

ACCOUNTS = {
    "no name": ({"AccountType": "Bank"}, "2020"),
    "colon": ({"Name": "a:b", "AccountType": "Bank"}, "2040"),
    "quote": ({"Name": 'a"b', "AccountType": "Bank"}, "2040"),
    "long": ({"Name": "x" * 101, "AccountType": "Bank"}, "2050"),
    "no type": ({"Name": "New"}, "6010"),
    "odd type": ({"Name": "New", "AccountType": "Sofa"}, "2170"),
    "odd sub-type": ({"Name": "New", "AccountType": "Bank", "AccountSubType": "Travel"}, "2170"),
    "long number": ({"Name": "New", "AccountType": "Bank", "AcctNum": "12345678"}, "2050"),
    "same name": ({"Name": "cash in DRAWER", "AccountType": "Bank"}, "6240"),
    "only one": ({"Name": "New", "AccountSubType": "UndepositedFunds"}, "6000"),
}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_an_account_that_cannot_be_is_refused(company: Asking, name: str) -> None:
    body, code = ACCOUNTS[name]
    assert company.refused("Account", body)[0] == code


def test_a_type_brings_its_usual_detail_type_and_the_other_way_round(company: Asking) -> None:
    made = company.make("Account", {"Name": "Till 2", "AccountType": "Bank"})
    assert (made["AccountSubType"], made["Classification"], made["Active"]) == ("CashOnHand", "Asset", True)
    other = company.make("Account", {"Name": "Adverts", "AccountSubType": "AdvertisingPromotional"})
    assert (other["AccountType"], other["Classification"]) == ("Expense", "Expense")


def _below(company: Asking, parent: str, name: str, kind: str) -> Body:
    return {"Name": name, "AccountType": kind, "SubAccount": True, "ParentRef": {"value": parent}}


def test_sub_accounts_have_their_parents_type_and_a_full_name(company: Asking) -> None:
    parent = company.account("Merchandise Sales")
    made = company.make("Account", _below(company, parent, "Food", "Income"))
    assert (made["FullyQualifiedName"], made["SubAccount"]) == ("Merchandise Sales:Food", True)
    assert company.refused("Account", _below(company, parent, "food", "Income"))[0] == "6240"
    assert company.refused("Account", _below(company, parent, "Drink", "Bank"))[0] == "6000"
    for level in ("2", "3", "4"):
        made = company.make("Account", _below(company, made["Id"], level, "Income"))
    assert company.refused("Account", _below(company, made["Id"], "6", "Income"))[0] == "6000"


def test_a_renamed_account_takes_what_is_below_it_along(company: Asking) -> None:
    parent = company.account("Merchandise Sales")
    below = company.make("Account", _below(company, parent, "Food", "Income"))
    company.switch("rename", {"name": "Merchandise Sales", "to": "Goods Sold"})
    assert company.read("Account", below["Id"])["FullyQualifiedName"] == "Goods Sold:Food"
    assert company.account("Goods Sold") == parent


def test_an_inactive_account_is_told_only_when_asked_for_and_keeps_its_number(company: Asking) -> None:
    number = company.account("Supplies")
    company.switch("deactivate", {"name": "Supplies"})
    assert not company.query("select * from Account where Name like 'Suppl%'")
    gone = company.query("select * from Account where Active = false and Name like 'Suppl%'")
    assert [(one["Id"], one["Name"]) for one in gone] == [(number, "Supplies (deleted)")]
    assert company.make("Account", {"Name": "Supplies", "AccountType": "Expense"})["Id"] != number
    back = company.refused("Account", {**gone[0], "Active": True})
    assert back[0] == "6240"


def test_an_account_with_entries_keeps_its_type(company: Asking) -> None:
    company.make("JournalEntry", company.entry("Checking", "Merchandise Sales", "5"))
    old = company.read("Account", company.account("Checking"))
    body = {**old, "AccountType": "Expense", "AccountSubType": "Travel"}
    assert company.refused("Account", body)[0] == "6000"


def test_balances_are_told_for_the_balance_sheet_only(company: Asking) -> None:
    parent = company.account("Checking")
    company.make("Account", _below(company, parent, "Reserve", "Bank"))
    company.make("JournalEntry", company.entry("Checking:Reserve", "Merchandise Sales", "5"))
    company.make("JournalEntry", company.entry("Checking", "Merchandise Sales", "7"))
    checking = company.read("Account", parent)
    assert (checking["CurrentBalance"], checking["CurrentBalanceWithSubAccounts"]) == (7, 12)
    assert company.read("Account", company.account("Merchandise Sales"))["CurrentBalance"] == 0


PEOPLE = {
    "no name": ({"CompanyName": "Acme"}, "6080"),
    "colon": ({"DisplayName": "a:b"}, "2040"),
    "tab": ({"DisplayName": "a\tb"}, "2040"),
    "too long": ({"DisplayName": "x" * 501}, "2050"),
    "taken": ({"DisplayName": "ann"}, "6240"),
    "unknown term": ({"DisplayName": "Bob", "SalesTermRef": {"value": "99"}}, "2500"),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_customer_that_cannot_be_is_refused(company: Asking, name: str) -> None:
    company.vendor("Ann")
    body, code = PEOPLE[name]
    assert company.refused("Customer", body)[0] == code


def test_a_name_is_built_from_its_parts(company: Asking) -> None:
    made = company.make("Customer", {"GivenName": "Ann", "FamilyName": "Lee", "Suffix": "Jr."})
    assert (made["DisplayName"], made["FullyQualifiedName"]) == ("Ann Lee Jr.", "Ann Lee Jr.")


def test_an_opening_balance_is_posted_once(company: Asking) -> None:
    made = company.make("Customer", {"DisplayName": "Ann", "Balance": 12.5, "OpenBalanceDate": "2026-01-01"})
    company.make("Customer", {**made, "Notes": "likes tea"})
    assert company.balances() == {"Accounts Receivable": "12.50", "Opening Balance Equity": "-12.50"}
    assert company.read("Customer", made["Id"])["Balance"] == 12.5


def test_a_vendors_tax_number_is_masked(company: Asking) -> None:
    assert company.make("Vendor", {"DisplayName": "Bob", "TaxIdentifier": "123456789"})["TaxIdentifier"] == "XXXXX6789"


def test_lists_are_never_deleted(company: Asking) -> None:
    ann = company.make("Customer", {"DisplayName": "Ann"})
    assert company.refused("Customer", ann, operation="delete")[0] == "500"
    gone = company.make("Customer", {"Id": ann["Id"], "SyncToken": "0", "sparse": True, "Active": False})
    assert gone["DisplayName"] == "Ann (deleted)"
    assert company.query("select * from Customer") == []


def test_items_need_their_accounts(company: Asking) -> None:
    assert company.refused("Item", {"Name": "Tea"}) == (
        "2020",
        "Required parameter IncomeAccountRef is missing in the request",
    )
    receivable = {"Name": "Tea", "Type": "Service", "IncomeAccountRef": company.ref("Accounts Receivable")}
    assert company.refused("Item", receivable)[0] == "6430"
    company.item("Tea")
    code, detail = company.refused("Item", {**receivable, "IncomeAccountRef": company.ref("Services")})
    assert (code, "already using this name" in detail) == ("6240", True)


def test_stock_is_worth_its_cost_from_the_start(company: Asking) -> None:
    body = {
        "Name": "Cup",
        "Type": "Inventory",
        "IncomeAccountRef": company.ref("Merchandise Sales"),
        "ExpenseAccountRef": company.ref("Cost of Goods Sold"),
        "AssetAccountRef": company.ref("Inventory Asset"),
        "TrackQtyOnHand": True,
        "QtyOnHand": 3,
        "PurchaseCost": 1.25,
        "InvStartDate": "2026-01-01",
    }
    errors = {name: value for name, value in body.items() if name != "QtyOnHand"}
    assert company.refused("Item", errors)[0] == "2020"
    assert company.refused("Item", {**body, "AssetAccountRef": company.ref("Checking")})[0] == "6430"
    company.make("Item", body)
    assert company.balances() == {"Inventory Asset": "3.75", "Opening Balance Equity": "-3.75"}


def test_classes_need_a_plan_that_has_them(company: Asking) -> None:
    shop = company.make("Class", {"Name": "Shop"})
    below = company.make("Class", {"Name": "Front", "ParentRef": {"value": shop["Id"]}})
    assert (below["FullyQualifiedName"], below["SubClass"]) == ("Shop:Front", True)
    company.set(plan="QuickBooks Online Simple Start")
    assert company.refused("Class", {"Name": "Other"})[0] == "5020"


def test_terms_and_payment_methods_have_names_of_their_own(company: Asking) -> None:
    assert company.refused("PaymentMethod", {"Name": "cash"})[0] == "6240"
    assert company.refused("PaymentMethod", {"Name": "Barter", "Type": "GOODS"})[0] == "2170"
    assert company.make("Term", {"Name": "Net 15", "DueDays": 15})["DueDays"] == 15


def test_a_tax_code_is_made_of_rates(company: Asking) -> None:
    agency = company.make("TaxAgency", {"DisplayName": "City"})
    rate = {"TaxRateName": "City", "RateValue": 2, "TaxAgencyId": agency["Id"], "TaxApplicableOn": "Sales"}
    made = company.post(
        "taxservice/taxcode", {"TaxCode": "City and State", "TaxRateDetails": [rate, {"TaxRateId": "1"}]}
    )
    code = company.read("TaxCode", made.json()["TaxCodeId"])
    rates = [one["TaxRateRef"]["value"] for one in code["SalesTaxRateList"]["TaxRateDetail"]]
    assert [company.read("TaxRate", one)["RateValue"] for one in rates] == [2, 7]
    again = company.post("taxservice/taxcode", {"TaxCode": "city and state", "TaxRateDetails": [rate]})
    assert again.json()["Fault"]["Error"][0]["code"] == "6240"
    assert company.query("select * from TaxCode where Id = 'TAX'")[0]["Taxable"] is True
