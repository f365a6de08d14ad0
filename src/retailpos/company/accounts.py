"""The chart of accounts: types, sub-types, and what makes an account acceptable."""

from __future__ import annotations

import re
from typing import Any

from retailpos.company.books import Body, Books
from retailpos.company.wrong import Wrong

CLASSIFICATION = {
    "Bank": "Asset",
    "Accounts Receivable": "Asset",
    "Other Current Asset": "Asset",
    "Fixed Asset": "Asset",
    "Other Asset": "Asset",
    "Accounts Payable": "Liability",
    "Credit Card": "Liability",
    "Other Current Liability": "Liability",
    "Long Term Liability": "Liability",
    "Equity": "Equity",
    "Income": "Revenue",
    "Other Income": "Revenue",
    "Expense": "Expense",
    "Other Expense": "Expense",
    "Cost of Goods Sold": "Expense",
}
# The first sub-type of a type is the one taken when none is named.
SUB_TYPES = {
    "Bank": "CashOnHand Checking MoneyMarket RentsHeldInTrust Savings TrustAccounts",
    "Accounts Receivable": "AccountsReceivable",
    "Accounts Payable": "AccountsPayable",
    "Credit Card": "CreditCard",
    "Other Current Asset": (
        "EmployeeCashAdvances AllowanceForBadDebts DevelopmentCosts OtherCurrentAssets Inventory "
        "Investment_MortgageRealEstateLoans Investment_Other Investment_TaxExemptSecurities "
        "Investment_USGovernmentObligations LoansToOfficers LoansToOthers LoansToStockholders PrepaidExpenses "
        "Retainage UndepositedFunds"
    ),
    "Fixed Asset": (
        "FurnitureAndFixtures AccumulatedDepletion AccumulatedDepreciation AccumulatedAmortization Buildings "
        "DepletableAssets FixedAssetComputers FixedAssetCopiers FixedAssetFurniture FixedAssetPhone "
        "FixedAssetPhotoVideo FixedAssetSoftware FixedAssetOtherToolsEquipment IntangibleAssets Land "
        "LeaseholdImprovements MachineryAndEquipment OtherFixedAssets Vehicles"
    ),
    "Other Asset": (
        "Licenses AccumulatedAmortizationOfOtherAssets Goodwill LeaseBuyout OrganizationalCosts OtherLongTermAssets "
        "SecurityDeposits"
    ),
    "Other Current Liability": (
        "OtherCurrentLiabilities DirectDepositPayable LineOfCredit LoanPayable GlobalTaxPayable GlobalTaxSuspense "
        "PayrollClearing PayrollTaxPayable PrepaidExpensesPayable RentsInTrustLiability TrustAccountsLiabilities "
        "FederalIncomeTaxPayable InsurancePayable SalesTaxPayable StateLocalIncomeTaxPayable"
    ),
    "Long Term Liability": "NotesPayable OtherLongTermLiabilities ShareholderNotesPayable",
    "Equity": (
        "OpeningBalanceEquity PartnersEquity RetainedEarnings AccumulatedAdjustment OwnersEquity "
        "PaidInCapitalOrSurplus PartnerContributions PartnerDistributions PreferredStock CommonStock TreasuryStock "
        "EstimatedTaxes Healthcare PersonalIncome PersonalExpense"
    ),
    "Income": (
        "OtherPrimaryIncome NonProfitIncome SalesOfProductIncome ServiceFeeIncome DiscountsRefundsGiven "
        "UnappliedCashPaymentIncome SalesRetail SalesWholesale RevenueGeneral"
    ),
    "Other Income": ("OtherInvestmentIncome DividendIncome InterestEarned OtherMiscellaneousIncome TaxExemptInterest"),
    "Expense": (
        "Travel AdvertisingPromotional Auto BadDebts BankCharges CharitableContributions CommissionsAndFees "
        "CostOfLabor DuesSubscriptions Entertainment EntertainmentMeals EquipmentRental FinanceCosts "
        "GlobalTaxExpense Insurance InterestPaid LegalProfessionalFees OfficeExpenses "
        "OfficeGeneralAdministrativeExpenses OtherBusinessExpenses OtherMiscellaneousServiceCost PayrollExpenses "
        "PromotionalMeals RentOrLeaseOfBuildings RepairMaintenance ShippingFreightDelivery SuppliesMaterials "
        "TaxesPaid TravelMeals UnappliedCashBillPaymentExpense Utilities"
    ),
    "Other Expense": (
        "Depreciation Amortization ExchangeGainOrLoss GasAndFuel HomeOffice OtherMiscellaneousExpense "
        "PenaltiesSettlements Vehicle"
    ),
    "Cost of Goods Sold": (
        "CostOfLaborCos EquipmentRentalCos OtherCostsOfServiceCos ShippingFreightDeliveryCos SuppliesMaterialsCogs"
    ),
}
_ONLY_ONE = (
    "OpeningBalanceEquity UndepositedFunds RetainedEarnings CashReceiptIncome CashExpenditureExpense ExchangeGainOrLoss"
).split()
_NUMBER_LENGTH = {"AU": 20, "CA": 20, "FR": 20}
BALANCE_SHEET = ("Asset", "Liability", "Equity")


def account(books: Books, body: Body, old: Body | None) -> tuple[Body, str]:
    """An account, complete; and its full name."""
    name = str(body["Name"])
    if re.search(r'[":]', name):
        raise Wrong("2040", "Name may hold neither a colon nor a double quote", "Name")
    kind, sub_type = _types(body)
    _check_number(books, body)
    full = _full_name(books, body, kind)
    twin = books.named("Account", full)
    if twin is not None and twin["Id"] != body.get("Id"):
        raise Wrong(
            "6240", f"Duplicate Name Exists Error : The name supplied already exists. : Id={twin['Id']}", "Name"
        )
    if sub_type in _ONLY_ONE and _another(books, sub_type, body.get("Id")):
        raise Wrong.business(f"Only one account of the detail type {sub_type} is allowed.", "AccountSubType")
    if old is not None and old["AccountType"] != kind and books.balances().get(old["Id"]):
        raise Wrong.business("The type of an account with entries in it stays as it is.", "AccountType")
    whole: dict[str, Any] = {
        **body,
        "FullyQualifiedName": full,
        "AccountType": kind,
        "AccountSubType": sub_type,
        "Classification": CLASSIFICATION[kind],
        "Active": body.get("Active") is not False,
        "SubAccount": bool(body.get("ParentRef")),
        "CurrencyRef": {"value": books.setting("currency", "USD")},
    }
    for told in ("CurrentBalance", "CurrentBalanceWithSubAccounts"):
        whole.pop(told, None)
    return whole, full


def _types(body: Body) -> tuple[str, str]:
    kind, sub_type = str(body.get("AccountType") or ""), str(body.get("AccountSubType") or "")
    if not kind and not sub_type:
        raise Wrong("6010", "AccountType or AccountSubType is required", "AccountType")
    if not kind:
        kind = next((name for name, subs in SUB_TYPES.items() if sub_type in subs.split()), "")
    if kind not in SUB_TYPES:
        raise Wrong("2170", f"Unknown account type {(kind or sub_type)[:40]}", "AccountType")
    subs = SUB_TYPES[kind].split()
    if sub_type and sub_type not in subs:
        raise Wrong("2170", f"Account detail type {sub_type[:40]} does not belong to {kind}", "AccountSubType")
    return kind, sub_type or subs[0]


def _check_number(books: Books, body: Body) -> None:
    number, most = str(body.get("AcctNum") or ""), _NUMBER_LENGTH.get(books.setting("country"), 7)
    if ":" in number:
        raise Wrong("2040", "AcctNum may hold no colon", "AcctNum")
    if len(number) > most:
        raise Wrong("2050", f"Min:0 Max:{most} supported. Supplied length:{len(number)}", "AcctNum")


def _full_name(books: Books, body: Body, kind: str) -> str:
    if not body.get("ParentRef"):
        return str(body["Name"])
    above = books.get("Account", str(body["ParentRef"].get("value"))) or {}
    if above["AccountType"] != kind:
        raise Wrong.business("A sub-account has the same type as the account above it.", "ParentRef")
    if above["AccountSubType"] in _ONLY_ONE:
        raise Wrong.business("This account can have no sub-accounts.", "ParentRef")
    full = f"{above['FullyQualifiedName']}:{body['Name']}"
    if full.count(":") > 4:
        raise Wrong.business("Accounts can be at most five levels deep.", "ParentRef")
    return full


def _another(books: Books, sub_type: str, own: object) -> bool:
    return any(a["AccountSubType"] == sub_type and a["Id"] != own for a in books.all("Account"))


def the_account(books: Books, *, sub_type: str = "", kind: str = "") -> str:
    """The id of the first active account of a type or sub-type; made where the company first needs it."""
    for found in books.all("Account"):
        if found["Active"] and (found["AccountSubType"] == sub_type if sub_type else found["AccountType"] == kind):
            return str(found["Id"])
    names = {"UndepositedFunds": "Undeposited Funds", "SalesTaxPayable": "Sales Tax Payable"}
    wish = {"Name": names.get(sub_type, kind or sub_type), "AccountType": kind, "AccountSubType": sub_type}
    whole, full = account(books, wish, None)
    return str(books.add("Account", whole, name=full)["Id"])
