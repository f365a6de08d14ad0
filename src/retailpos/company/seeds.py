"""The companies to practise with: settings, a chart of accounts and the first lists of each."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from retailpos.company import taxes
from retailpos.company.books import Books
from retailpos.company.write import write

_CHART = """
Checking|Bank|Checking
Cash in Drawer|Bank|CashOnHand
Cash in Safe|Bank|CashOnHand
Petty Cash|Bank|CashOnHand
Accounts Receivable|Accounts Receivable|AccountsReceivable
Undeposited Funds|Other Current Asset|UndepositedFunds
Card Clearing|Other Current Asset|OtherCurrentAssets
Inventory Asset|Other Current Asset|Inventory
Inventory in Transit|Other Current Asset|OtherCurrentAssets
Credit Card|Credit Card|CreditCard
Accounts Payable|Accounts Payable|AccountsPayable
Sales tax - POS (manual)|Other Current Liability|OtherCurrentLiabilities
Gift Cards Outstanding|Other Current Liability|OtherCurrentLiabilities
Store Credit Outstanding|Other Current Liability|OtherCurrentLiabilities
Customer Deposits|Other Current Liability|OtherCurrentLiabilities
Layaway Deposits|Other Current Liability|OtherCurrentLiabilities
Employee Tips Payable|Other Current Liability|OtherCurrentLiabilities
Donations Collected|Other Current Liability|OtherCurrentLiabilities
Unbilled Purchases|Other Current Liability|OtherCurrentLiabilities
Opening Balance Equity|Equity|OpeningBalanceEquity
Retained Earnings|Equity|RetainedEarnings
Owner's Draw|Equity|PersonalExpense
Merchandise Sales|Income|SalesOfProductIncome
Service Sales|Income|ServiceFeeIncome
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
Supplies|Expense|SuppliesMaterials
Office Supplies|Expense|OfficeExpenses
Postage|Expense|OfficeGeneralAdministrativeExpenses
Own Use|Expense|OtherBusinessExpenses
Samples|Expense|AdvertisingPromotional
Cost of Goods Sold|Cost of Goods Sold|SuppliesMaterialsCogs
Inventory Shrinkage|Cost of Goods Sold|SuppliesMaterialsCogs
Freight & Shipping|Cost of Goods Sold|ShippingFreightDeliveryCos
Purchase Discounts|Cost of Goods Sold|SuppliesMaterialsCogs
"""

_US = {
    "country": "US",
    "currency": "USD",
    "plan": "QuickBooks Online Plus",
    "company_name": "Harbor Goods LLC",
    "status": "PAID",
    "tax": "legacy",
    "CustomTxnNumbers": "true",
}
SEEDS: dict[str, dict[str, str]] = {
    "US": _US,
    "US legacy tax": _US,
    "AST": {**_US, "tax": "automated"},
    "UK VAT": {
        **_US,
        "country": "GB",
        "currency": "GBP",
        "tax": "vat",
        "company_name": "Harbour Goods Ltd",
        "journal_needs_tax_code": "true",
    },
    "CA HST": {**_US, "country": "CA", "currency": "CAD", "tax": "hst", "company_name": "Harbour Goods Inc"},
    "strict": {
        **_US,
        "close_date": "2025-12-31",
        "classes": "line",
        "locations": "on",
        "WarnDuplicateJournalNumber": "true",
        "rate_limits": "true",
    },
    "expired": {**_US, "status": "EXPIRED"},
    "multi-currency": {**_US, "multicurrency": "true"},
}
# Per country: agency, its account, and its codes as name=rate names and percents.
_TAX = {
    "US": [
        ("State DOR", "Sales tax agency payable", {"State": [("State", "7")]}),
        ("County", "County Payable", {"State and County": [("State", "7"), ("County", "1.25")]}),
    ],
    "GB": [
        (
            "VAT Control",
            "VAT Control",
            {
                "20.0% S": [("20.0% S", "20")],
                "5.0% R": [("5.0% R", "5")],
                "0.0% Z": [("0.0% Z", "0")],
                "Exempt": [("Exempt", "0")],
                "No VAT": [("No VAT", "0")],
            },
        )
    ],
    "CA": [
        (
            "Canada Revenue Agency",
            "GST/HST Payable",
            {"HST ON": [("HST ON", "13")], "Zero-rated": [("Zero-rated", "0")], "Exempt": [("Exempt", "0")],
             "Out of scope": [("Out of scope", "0")]},
        )
    ],
}  # fmt: skip


def plant(books: Books, seed: str, realm: str) -> None:
    """Fill a new company once; one that is there stays as it is."""
    if books.setting("realm"):
        return
    with books.change():
        for name, value in {**SEEDS[seed], "realm": realm, "seed": seed}.items():
            books.set(name, value)
        for line in _CHART.strip().splitlines():
            name, kind, sub_type = line.split("|")
            write(books, "Account", {"Name": name, "AccountType": kind, "AccountSubType": sub_type})
        _plant_tax(books)
        _plant_lists(books)


def _plant_tax(books: Books) -> None:
    rates: dict[str, str] = {}
    for agency, account, codes in _TAX[books.setting("country")]:
        made = write(books, "TaxAgency", {"DisplayName": agency})
        books.set(f"agency_account:{agency}", account)
        for code, parts in codes.items():
            for name, percent in parts:
                if name not in rates:
                    rates[name] = taxes.add_rate(books, name, Decimal(percent), made["Id"])
                taxes.agency_account(books, rates[name])
            kept = taxes.add_code(books, code, [rates[name] for name, _ in parts])
            books.set("default_tax_code", kept["Id"] if books.setting("country") == "US" else "1")


def _plant_lists(books: Books) -> None:
    old = write(books, "Account", {"Name": "Old Till", "AccountType": "Bank", "AccountSubType": "CashOnHand"})
    write(books, "Account", {**old, "Active": False})
    for name, kind in (("Cash", "NON_CREDIT_CARD"), ("Check", "NON_CREDIT_CARD"), ("Credit Card", "CREDIT_CARD")):
        write(books, "PaymentMethod", {"Name": name, "Type": kind})
    for days in (0, 30):
        write(books, "Term", {"Name": f"Net {days}" if days else "Due on receipt", "DueDays": days})
    if books.setting("classes"):
        for name in ("Shop", "Online"):
            write(books, "Class", {"Name": name})
    if books.setting("locations"):
        write(books, "Department", {"Name": "Main"})


def company_info(books: Books) -> dict[str, Any]:
    """What CompanyInfo answers."""
    names = {
        "NeoEnabled": "true",
        "OfferingSku": books.setting("plan"),
        "SubscriptionStatus": books.setting("status"),
    }
    return {
        "CompanyName": books.setting("company_name"),
        "LegalName": books.setting("company_name"),
        "CompanyAddr": {"Id": "1", "Line1": "1 Harbour Road", "Country": books.setting("country")},
        "Email": {"Address": "books@example.com"},
        "Country": books.setting("country"),
        "SupportedLanguages": "en",
        "CompanyStartDate": "2020-01-01",
        "FiscalYearStartMonth": "January",
        "NameValue": [{"Name": name, "Value": value} for name, value in names.items()],
        "domain": "QBO",
        "sparse": False,
        "Id": "1",
        "SyncToken": "0",
    }


def preferences(books: Books) -> dict[str, Any]:
    """What Preferences answers."""
    warn = ("WarnDuplicateJournalNumber", "WarnDuplicateBillNumber", "WarnDuplicateCheckNumber")
    others = {name: books.setting(name, "false") for name in warn}
    automated = {"PartnerTaxEnabled": books.setting("tax") == "automated"} if books.setting("tax") != "off" else {}
    return {
        "AccountingInfoPrefs": _accounting(books),
        "TaxPrefs": {"UsingSalesTax": books.setting("tax") != "off", **automated},
        "CurrencyPrefs": {
            "MultiCurrencyEnabled": books.on("multicurrency"),
            "HomeCurrency": {"value": books.setting("currency")},
        },
        "SalesFormsPrefs": {
            "CustomTxnNumbers": books.on("CustomTxnNumbers"),
            "AllowDiscount": True,
            "AllowDeposit": True,
            "AllowShipping": False,
        },
        "ProductAndServicesPrefs": {"ForSales": True, "ForPurchase": True, "QuantityOnHand": True},
        "VendorAndPurchasesPrefs": {"BillableExpenseTracking": False, "TrackingByCustomer": False},
        "ReportPrefs": {"ReportBasis": "Accrual"},
        "OtherPrefs": {"NameValue": [{"Name": name, "Value": value} for name, value in others.items()]},
        "domain": "QBO",
        "sparse": False,
        "Id": "1",
        "SyncToken": "0",
    }


def _accounting(books: Books) -> dict[str, Any]:
    classes, closed = books.setting("classes"), books.setting("close_date")
    found: dict[str, Any] = {
        "ClassTrackingPerTxn": classes == "txn",
        "ClassTrackingPerTxnLine": classes == "line",
        "TrackDepartments": bool(books.setting("locations")),
        "DepartmentTerminology": "Location",
        "UseAccountNumbers": False,
        "FirstMonthOfFiscalYear": "January",
        "CustomerTerminology": "Customers",
    }
    return {**found, "BookCloseDate": closed} if closed else found
