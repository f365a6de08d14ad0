"""What the company accepts: one function an entity, in the order in which the service would object."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from retailpos.company.books import Books
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
_ONLY_ONE = ("OpeningBalanceEquity", "UndepositedFunds", "RetainedEarnings", "ExchangeGainOrLoss")
_ACCOUNT_FIELDS = (
    "Name AccountType AccountSubType AcctNum Description ParentRef SubAccount CurrencyRef TaxCodeRef Active "
    "FullyQualifiedName Classification CurrentBalance CurrentBalanceWithSubAccounts"
).split()
_JOURNAL_FIELDS = (
    "DocNumber TxnDate PrivateNote CurrencyRef ExchangeRate Line Adjustment GlobalTaxCalculation TxnTaxDetail TotalAmt"
).split()
_COMMON = ("Id", "SyncToken", "MetaData", "domain", "sparse")
_TERMS = {"GB": "VAT rate", "AU": "GST rate", "CA": "GST/HST rate"}


def known(body: dict[str, Any], fields: list[str]) -> None:
    """Refuse a property the entity does not have."""
    for name in body:
        if name not in fields and name not in _COMMON:
            raise Wrong("2010", f"Property Name:{name} specified is unsupported or invalid", name)


def text(body: dict[str, Any], name: str, most: int) -> str:
    """A text property within its length."""
    value = body.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Wrong("2010", f"Property Name:Can not construct instance of String for {name}", name)
    if len(value) > most:
        raise Wrong("2050", f"Min:0 Max:{most} Supplied length:{len(value)}", name)
    return value


def day(body: dict[str, Any], default: str) -> str:
    """A transaction's date."""
    value = text(body, "TxnDate", 10) or default
    try:
        date.fromisoformat(value)
    except ValueError:
        raise Wrong("2060", f"Supplied value: {value[:40]}", "TxnDate") from None
    return value


def cents(value: object) -> int:
    """An amount as whole cents."""
    try:
        amount = Decimal(str(value)) if isinstance(value, (int, Decimal, str)) and not isinstance(value, bool) else None
    except InvalidOperation:
        amount = None
    if amount is None or not amount.is_finite():
        raise Wrong("2100", "Amount must be a decimal number", "Amount")
    scaled = amount * 100
    if scaled != scaled.to_integral_value() or abs(scaled) > 10**17:
        raise Wrong("2100", "Amount has more than two decimals or is too large", "Amount")
    return int(scaled)


def account(books: Books, body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """A new account, complete; and its full name."""
    known(body, _ACCOUNT_FIELDS)
    name = text(body, "Name", 100)
    if not name:
        raise Wrong("2020", "Required parameter Name is missing in the request", "Name")
    if re.search(r'[":]', name):
        raise Wrong("2040", "Name may hold neither a colon nor a double quote", "Name")
    kind = text(body, "AccountType", 100)
    if not kind and not body.get("AccountSubType"):
        raise Wrong("6010", "", "AccountType")
    if kind not in CLASSIFICATION:
        raise Wrong("2170", f"Unknown account type {kind[:40]}", "AccountType")
    full, parent = name, body.get("ParentRef")
    if parent:
        above = reference(books, "Account", parent, "ParentRef")
        if above["AccountType"] != kind:
            raise Wrong("6000", "Business Validation Error: A sub-account must have its parent's type.", "ParentRef")
        full = f"{above['FullyQualifiedName']}:{name}"
        if full.count(":") > 4:
            raise Wrong("6000", "Business Validation Error: Accounts can be at most five levels deep.", "ParentRef")
    twin = books.named("Account", full)
    if twin is not None and twin["Id"] != body.get("Id"):
        raise Wrong("6240", f"The name supplied already exists. : Id={twin['Id']}", "Name")
    sub_type = text(body, "AccountSubType", 100)
    if sub_type in _ONLY_ONE and any(
        other["AccountSubType"] == sub_type and other["Id"] != body.get("Id") for other in books.all("Account")
    ):
        raise Wrong("6000", f"Business Validation Error: Only one {sub_type} account is allowed.", "AccountSubType")
    whole = {
        **body,
        "FullyQualifiedName": full,
        "Classification": CLASSIFICATION[kind],
        "Active": body.get("Active", True),
        "SubAccount": bool(parent),
        "CurrencyRef": {"value": books.setting("currency", "USD")},
    }
    return whole, full


def reference(books: Books, kind: str, ref: object, element: str) -> dict[str, Any]:
    """The entity a reference names: there, and active."""
    value = ref.get("value") if isinstance(ref, dict) else None
    found = books.get(kind, str(value)) if value is not None else None
    if found is None:
        raise Wrong("2500", f"Invalid Reference Id : {kind} element id {str(value)[:40]} not found", element)
    if not found.get("Active", True):
        raise Wrong(
            "610",
            f"Object Not Found : Something you're trying to use has been made inactive. {kind} {value}",
            element,
        )
    return found


def named(books: Books, kind: str, body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """A customer or vendor: one name over both lists."""
    name = text(body, "DisplayName", 500).strip()
    if not name:
        parts = ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
        name = " ".join(text(body, part, 100) for part in parts if body.get(part)).strip()
    if not name:
        raise Wrong("6080", "At least one name part is needed", "DisplayName")
    if re.search(r"[:\t\n]", name):
        raise Wrong("2040", "DisplayName may hold no colon, tab or newline", "DisplayName")
    for other in ("Customer", "Vendor"):
        twin = books.named(other, name)
        if twin is not None and (other != kind or twin["Id"] != body.get("Id")):
            raise Wrong("6240", f"The name supplied already exists. : Id={twin['Id']}", "DisplayName")
    extra = {"FullyQualifiedName": name, "Balance": 0} if kind == "Customer" else {"Balance": 0}
    return {**extra, **body, "DisplayName": name, "Active": body.get("Active", True)}, name


Legs = list[tuple[str, int, str, str]]


def journal(books: Books, body: dict[str, Any]) -> tuple[dict[str, Any], Legs]:
    """A journal entry, and what it posts."""
    known(body, _JOURNAL_FIELDS)
    text(body, "PrivateNote", 4000)
    text(body, "DocNumber", 21)
    when = day(body, books.now()[:10])
    lines = body.get("Line")
    if not isinstance(lines, list):
        raise Wrong("2020", "Required parameter Line is missing in the request", "Line")
    kept, legs = [], []
    for n, line in enumerate(lines):
        if not isinstance(line, dict):
            raise Wrong("2010", "Property Name:Line holds something that is no line", "Line")
        kept.append({"Id": str(n), **{k: v for k, v in line.items() if k != "Id"}})
        if line.get("DetailType") != "DescriptionOnly":
            legs.append(_leg(books, line))
    if len(legs) < 2:
        raise Wrong("6000", "Business Validation Error: Fill out at least two detail lines to continue.", "Line")
    if sum(leg[1] for leg in legs):
        raise Wrong("2300", "Please balance your debits and credits.", "Line")
    closed(books, when)
    doc_number(books, "JournalEntry", body, "WarnDuplicateJournalNumber")
    currency = {"value": books.setting("currency", "USD")}
    whole = {"Adjustment": False, **body, "TxnDate": when, "Line": kept, "CurrencyRef": currency, "TotalAmt": 0}
    return {"TxnTaxDetail": {}, **whole}, legs


def _leg(books: Books, line: dict[str, Any]) -> tuple[str, int, str, str]:
    if line.get("DetailType") != "JournalEntryLineDetail" or not isinstance(line.get("JournalEntryLineDetail"), dict):
        raise Wrong("2020", "Required parameter DetailType is missing in the request", "DetailType")
    text(line, "Description", 4000)
    detail = line["JournalEntryLineDetail"]
    if detail.get("PostingType") not in ("Debit", "Credit"):
        raise Wrong("2260", "", "PostingType")
    if "AccountRef" not in detail:
        raise Wrong("2020", "Required parameter AccountRef is missing in the request", "AccountRef")
    if "Amount" not in line:
        raise Wrong("2020", "Required parameter Amount is missing in the request", "Amount")
    amount = cents(line["Amount"])
    if amount < 0:
        raise Wrong("2290", "", "Amount")
    target = reference(books, "Account", detail["AccountRef"], "AccountRef")
    party = _party(books, target["AccountType"], detail.get("Entity"))
    _line_tax(books, detail)
    _line_class(books, detail)
    sign = 1 if detail["PostingType"] == "Debit" else -1
    return target["Id"], sign * amount, party, str(line.get("Description") or "")


def _party(books: Books, kind: str, entity: object) -> str:
    named_kind = str(entity.get("Type") or "") if isinstance(entity, dict) else ""
    if kind == "Accounts Receivable" and named_kind != "Customer":
        raise Wrong(
            "6000",
            "Business Validation Error: When you use Accounts Receivable, you must choose a customer in the Name field.",
            "Entity",
        )
    if kind == "Accounts Payable" and named_kind != "Vendor":
        raise Wrong(
            "6000",
            "Business Validation Error: When you use Accounts Payable, you must choose a vendor in the Name field.",
            "Entity",
        )
    if not isinstance(entity, dict):
        return ""
    if named_kind not in ("Customer", "Vendor", "Employee"):
        raise Wrong("2170", f"Unknown entity type {named_kind[:40]}", "Entity")
    found = reference(books, named_kind, entity.get("EntityRef"), "EntityRef")
    return str(found["DisplayName"])


def _line_tax(books: Books, detail: dict[str, Any]) -> None:
    if books.setting("country", "US") not in ("GB", "AU", "IN") or "TaxCodeRef" not in detail:
        return
    if "TaxApplicableOn" not in detail:
        raise Wrong("2270", "", "TaxApplicableOn")
    if "TaxAmount" not in detail:
        raise Wrong("2280", "", "TaxAmount")


def _line_class(books: Books, detail: dict[str, Any]) -> None:
    if "ClassRef" in detail:
        if books.setting("classes", "") == "":
            raise Wrong("5020", "Permission Denied Error : class tracking is off", "ClassRef")
        reference(books, "Class", detail["ClassRef"], "ClassRef")


def closed(books: Books, when: str) -> None:
    """Refuse a date on or before the closing date."""
    until = books.setting("close_date")
    if until and when <= until:
        raise Wrong(
            "6210",
            "The account period has closed and the account books cannot be updated through the QBO Services API. "
            "Please use the QBO website to make these changes.",
            "TxnDate",
        )


def doc_number(books: Books, kind: str, body: dict[str, Any], flag: str) -> None:
    """Refuse a number already used, where the company warns of that."""
    number = body.get("DocNumber")
    if not number or books.setting(flag, "false") != "true":
        return
    twin = books.numbered(kind, str(number))
    if twin is not None and twin["Id"] != body.get("Id"):
        raise Wrong(
            "6140",
            "Duplicate Document Number Error : You must specify a different number. This number has already been "
            f"used. DocNumber={number} is assigned to TxnType=Journal Entry with TxnId={twin['Id']}",
            "DocNumber",
        )


def class_or_location(books: Books, kind: str, body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """A class or a location, where the plan has them."""
    if books.setting("classes" if kind == "Class" else "locations", "") == "":
        raise Wrong("5020", f"Permission Denied Error : {kind} tracking is off", kind)
    name = text(body, "Name", 100)
    if not name:
        raise Wrong("2020", "Required parameter Name is missing in the request", "Name")
    twin = books.named(kind, name)
    if twin is not None and twin["Id"] != body.get("Id"):
        raise Wrong("6240", f"The name supplied already exists. : Id={twin['Id']}", "Name")
    return {**body, "FullyQualifiedName": name, "Active": body.get("Active", True)}, name


def tax_term(books: Books) -> str:
    """What the company's country calls its tax code."""
    return _TERMS.get(books.setting("country", "US"), "sales tax rate")
