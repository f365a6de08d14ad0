"""The companies to practise with: settings and a chart of accounts each."""

from __future__ import annotations

from typing import Any

from retailpos.company import rules
from retailpos.company.books import Books

_CHART = """
Checking|Bank|Checking
Cash in Drawer|Bank|CashOnHand
Cash in Safe|Bank|CashOnHand
Accounts Receivable|Accounts Receivable|AccountsReceivable
Undeposited Funds|Other Current Asset|UndepositedFunds
Inventory Asset|Other Current Asset|Inventory
Inventory in Transit|Other Current Asset|OtherCurrentAssets
Accounts Payable|Accounts Payable|AccountsPayable
Sales tax - POS (manual)|Other Current Liability|OtherCurrentLiabilities
Sales tax agency payable|Other Current Liability|SalesTaxPayable
Gift Cards Outstanding|Other Current Liability|OtherCurrentLiabilities
Store Credit Outstanding|Other Current Liability|OtherCurrentLiabilities
Customer Deposits|Other Current Liability|OtherCurrentLiabilities
Layaway Deposits|Other Current Liability|OtherCurrentLiabilities
Employee Tips Payable|Other Current Liability|OtherCurrentLiabilities
Donations Collected|Other Current Liability|OtherCurrentLiabilities
Unbilled Purchases|Other Current Liability|OtherCurrentLiabilities
Opening Balance Equity|Equity|OpeningBalanceEquity
Retained Earnings|Equity|RetainedEarnings
Merchandise Sales|Income|SalesOfProductIncome
Services|Income|ServiceFeeIncome
Sales Returns|Income|DiscountsRefundsGiven
Sales Discounts|Income|DiscountsRefundsGiven
Shipping Income|Income|SalesOfProductIncome
Service Charges|Income|ServiceFeeIncome
Card Surcharges|Income|ServiceFeeIncome
Cash Rounding|Other Income|OtherMiscellaneousIncome
Forfeited Deposits|Other Income|OtherMiscellaneousIncome
Gift Card Breakage|Other Income|OtherMiscellaneousIncome
Exchange Gain or Loss|Other Income|OtherMiscellaneousIncome
Cash Over/Short|Expense|OtherBusinessExpenses
Merchant Fees|Expense|BankCharges
Chargebacks|Expense|OtherBusinessExpenses
Office Supplies|Expense|SuppliesMaterials
Cost of Goods Sold|Cost of Goods Sold|SuppliesMaterialsCogs
Inventory Shrinkage|Cost of Goods Sold|SuppliesMaterialsCogs
Freight & Shipping|Cost of Goods Sold|ShippingFreightDeliveryCos
Purchase Discounts|Cost of Goods Sold|SuppliesMaterialsCogs
Old Till (deleted)|Bank|CashOnHand
"""

_US: dict[str, str] = {
    "country": "US",
    "currency": "USD",
    "plan": "QuickBooks Online Plus",
    "company_name": "Harbor Goods LLC",
}
SEEDS: dict[str, dict[str, str]] = {
    "US": {**_US, "tax": "legacy"},
    "US legacy tax": {**_US, "tax": "legacy"},
    "AST": {**_US, "tax": "automated"},
    "UK VAT": {**_US, "country": "GB", "currency": "GBP", "tax": "vat", "company_name": "Harbour Goods Ltd"},
    "CA HST": {**_US, "country": "CA", "currency": "CAD", "tax": "hst", "company_name": "Harbour Goods Inc"},
    "strict": {
        **_US,
        "tax": "legacy",
        "close_date": "2025-12-31",
        "classes": "line",
        "locations": "on",
        "WarnDuplicateJournalNumber": "true",
    },
    "expired": {**_US, "tax": "legacy", "status": "EXPIRED"},
    "multi-currency": {**_US, "tax": "legacy", "multicurrency": "true"},
}


def plant(books: Books, seed: str, realm: str) -> None:
    """Fill a new company once; one that is there stays as it is."""
    if books.setting("realm"):
        return
    with books.change():
        for name, value in {"status": "PAID", **SEEDS[seed], "realm": realm, "seed": seed}.items():
            books.set(name, value)
        for line in _CHART.strip().splitlines():
            name, kind, sub_type = line.split("|")
            active = not name.endswith("(deleted)")
            body: dict[str, Any] = {"Name": name, "AccountType": kind, "AccountSubType": sub_type, "Active": active}
            whole, full = rules.account(books, body)
            books.add("Account", whole, name=full)


def company_info(books: Books) -> dict[str, Any]:
    """What CompanyInfo answers."""
    names = {"OfferingSku": books.setting("plan"), "SubscriptionStatus": books.setting("status")}
    return {
        "CompanyName": books.setting("company_name"),
        "LegalName": books.setting("company_name"),
        "Country": books.setting("country"),
        "FiscalYearStartMonth": "January",
        "NameValue": [{"Name": name, "Value": value} for name, value in names.items()],
        "domain": "QBO",
        "sparse": False,
        "Id": "1",
        "SyncToken": "0",
    }


def preferences(books: Books) -> dict[str, Any]:
    """What Preferences answers."""
    classes, tax = books.setting("classes"), books.setting("tax")
    accounting: dict[str, Any] = {
        "ClassTrackingPerTxn": classes == "txn",
        "ClassTrackingPerTxnLine": classes == "line",
        "TrackDepartments": bool(books.setting("locations")),
        "UseAccountNumbers": False,
    }
    if books.setting("close_date"):
        accounting["BookCloseDate"] = books.setting("close_date")
    warn = books.setting("WarnDuplicateJournalNumber", "false")
    return {
        "AccountingInfoPrefs": accounting,
        "TaxPrefs": {"UsingSalesTax": True, "PartnerTaxEnabled": tax == "automated"},
        "CurrencyPrefs": {
            "MultiCurrencyEnabled": books.setting("multicurrency") == "true",
            "HomeCurrency": {"value": books.setting("currency")},
        },
        "SalesFormsPrefs": {"CustomTxnNumbers": True, "AllowDiscount": True, "AllowDeposit": True},
        "OtherPrefs": {"NameValue": [{"Name": "WarnDuplicateJournalNumber", "Value": warn}]},
        "domain": "QBO",
        "sparse": False,
        "Id": "1",
        "SyncToken": "0",
    }
