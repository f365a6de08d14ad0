"""The books by report."""

from __future__ import annotations

from tests.company.asking import Asking, Body, sold


def _rows(report: Body) -> dict[str, str]:
    return {row["group"]: row["Summary"]["ColData"][-1]["value"] for row in report["Rows"]["Row"]}


def test_the_trial_balance_is_even_and_ends_with_its_total(company: Asking) -> None:
    company.make("JournalEntry", company.entry("Checking", "Services", "5"))
    company.make("JournalEntry", company.entry("Supplies", "Checking", "2"))
    report = company.get("reports/TrialBalance").json()
    assert report["Header"]["ReportName"] == "TrialBalance"
    assert [column["ColTitle"] for column in report["Columns"]["Column"]] == ["", "Debit", "Credit"]
    rows = [[cell["value"] for cell in row["ColData"]] for row in report["Rows"]["Row"][:-1]]
    assert rows == [["Checking", "3.00", ""], ["Services", "", "5.00"], ["Supplies", "2.00", ""]]
    assert report["Rows"]["Row"][-1]["Summary"]["ColData"][1:] == [{"value": "5.00"}, {"value": "5.00"}]


def test_a_trial_balance_of_a_day_leaves_out_what_came_later(company: Asking) -> None:
    company.make("JournalEntry", company.entry("Checking", "Services", "5", TxnDate="2026-03-01"))
    company.make("JournalEntry", company.entry("Checking", "Services", "7", TxnDate="2026-03-02"))
    report = company.get("reports/TrialBalance", end_date="2026-03-01").json()
    assert report["Rows"]["Row"][0]["ColData"][1]["value"] == "5.00"
    assert company.get("reports/TrialBalance", end_date="yesterday").json()["Fault"]["Error"][0]["code"] == "2060"


def test_profit_and_the_balance_sheet_agree(company: Asking) -> None:
    company.make("JournalEntry", company.entry("Checking", "Services", "5"))
    company.make("JournalEntry", company.entry("Supplies", "Checking", "2"))
    profit = _rows(company.get("reports/ProfitAndLoss").json())
    assert (profit["Income"], profit["Expenses"], profit["NetIncome"]) == ("5.00", "2.00", "3.00")
    sheet = _rows(company.get("reports/BalanceSheet").json())
    assert (sheet["Assets"], sheet["Liabilities"], sheet["Equity"]) == ("3.00", "0.00", "3.00")


def test_the_general_ledger_tells_every_line(company: Asking) -> None:
    made = company.make("JournalEntry", company.entry("Checking", "Services", "5"))
    sections = company.get("reports/GeneralLedger").json()["Rows"]["Row"]
    found = {s["Header"]["ColData"][0]["value"]: s["Rows"]["Row"][0]["ColData"] for s in sections}
    assert [cell["value"] for cell in found["Checking"]] == ["2026-03-02", "JournalEntry", "", "5.00"]
    assert found["Services"][1]["id"] == made["Id"]


def test_an_unknown_report_is_named_so(company: Asking) -> None:
    assert company.get("reports/Horoscope").json()["Fault"]["Error"][0]["code"] == "2000"


def test_only_sales_forms_are_in_the_tax_report(company: Asking) -> None:
    company.make("JournalEntry", company.entry("Checking", "Sales tax agency payable", "5"))
    shop, tea = company.customer("Daily Sales"), company.item("Tea")
    lines = [sold(tea, "100", TaxCodeRef={"value": "TAX"})]
    body = {"CustomerRef": shop, "Line": lines, "TxnTaxDetail": {"TotalTax": 8.25}}
    company.make("SalesReceipt", body)
    rows = company.get("reports/TaxSummary").json()["Rows"]["Row"]
    assert [[cell["value"] for cell in row["ColData"]] for row in rows] == [
        ["State", "100.00", "7.00"],
        ["County", "100.00", "1.25"],
    ]
    assert company.balances()["Sales tax agency payable"] == "-12.00"
