"""Tax codes, rates and agencies, and the tax of a sales or purchase form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from retailpos.company import accounts, rules
from retailpos.company.books import Body, Books, Leg
from retailpos.company.shape import cents, half_up, money, number
from retailpos.company.wrong import Wrong


@dataclass(slots=True)
class TaxRow:
    """Tax of one rate on one form."""

    rate: str
    percent: Decimal
    net: int
    tax: int


def add_agency(books: Books, body: Body) -> tuple[Body, str]:
    """A tax agency; the account of what is owed to it comes with it."""
    name = str(body["DisplayName"])
    if books.named("TaxAgency", name) is not None:
        raise Wrong("6240", "Duplicate Name Exists Error : The name supplied already exists.", "DisplayName")
    return {"TaxTrackedOnSales": True, "TaxTrackedOnPurchases": False, **body}, name


def agency_account(books: Books, rate: str) -> str:
    """The id of the account that a rate's agency is owed on."""
    found = books.get("TaxRate", rate) or {}
    agency = books.get("TaxAgency", str((found.get("AgencyRef") or {}).get("value") or "1")) or {}
    name = str(agency.get("DisplayName") or "Sales Tax")
    full = books.setting(f"agency_account:{name}") or f"{name} Payable"
    known = books.named("Account", full)
    if known is not None:
        return str(known["Id"])
    sub_type = "SalesTaxPayable" if books.setting("country", "US") == "US" else "GlobalTaxPayable"
    wish = {"Name": full, "AccountType": "Other Current Liability", "AccountSubType": sub_type}
    whole, full = accounts.account(books, wish, None)
    return str(books.add("Account", whole, name=full)["Id"])


def new_code(books: Books, body: Body) -> Body:
    """POST taxservice/taxcode: a new code out of rates that are there or new ones."""
    name, details = str(body.get("TaxCode") or ""), body.get("TaxRateDetails") or []
    if not name or not details:
        raise Wrong.missing([n for n, v in (("TaxCode", name), ("TaxRateDetails", details)) if not v])
    if books.named("TaxCode", name) is not None:
        raise Wrong("6240", "Duplicate Name Exists Error : The name supplied already exists.", "TaxCode")
    ids = [str(detail.get("TaxRateId") or _new_rate(books, detail)) for detail in details]
    for rate in ids:
        if books.get("TaxRate", rate) is None:
            raise Wrong("2500", f"Invalid Reference Id : TaxRate element id {rate[:40]} not found", "TaxRateId")
    made = add_code(books, name, ids)
    return {
        **body,
        "TaxCodeId": made["Id"],
        "TaxRateDetails": [{**d, "TaxRateId": i} for d, i in zip(details, ids, strict=True)],
    }


def _new_rate(books: Books, detail: Body) -> str:
    missing = [name for name in ("TaxRateName", "RateValue", "TaxAgencyId") if detail.get(name) in (None, "")]
    if missing:
        raise Wrong.missing(missing)
    percent = number(detail["RateValue"], "RateValue")
    if not 0 <= percent <= 100:
        raise Wrong("2190", "RateValue lies between 0 and 100", "RateValue")
    if books.get("TaxAgency", str(detail["TaxAgencyId"])) is None:
        raise Wrong("2500", "Invalid Reference Id : TaxAgency not found", "TaxAgencyId")
    return add_rate(books, str(detail["TaxRateName"]), percent, str(detail["TaxAgencyId"]))


def add_rate(books: Books, name: str, percent: Decimal, agency: str) -> str:
    """A tax rate's id."""
    body = {
        "Name": name,
        "RateValue": percent,
        "AgencyRef": {"value": agency},
        "SpecialTaxType": "NONE" if percent else "ZERO_RATE",
        "DisplayType": "ReadOnly",
        "Active": True,
    }
    return str(books.add("TaxRate", body, name=name)["Id"])


def add_code(books: Books, name: str, rates: list[str]) -> Body:
    """A tax code out of rates."""
    listed = [{"TaxRateRef": {"value": rate}, "TaxTypeApplicable": "TaxOnAmount", "TaxOrder": 0} for rate in rates]
    both = {"TaxRateDetail": listed}
    body = {"Name": name, "Description": name, "Active": True, "Hidden": False, "Taxable": True, "TaxGroup": True}
    return books.add("TaxCode", {**body, "SalesTaxRateList": both, "PurchaseTaxRateList": both}, name=name)


def pseudo_codes(books: Books) -> list[Body]:
    """The two codes of a line in the United States."""
    if books.setting("country", "US") != "US":
        return []
    common = {"Active": True, "Hidden": False, "TaxGroup": False, "domain": "QBO", "sparse": False}
    return [{"Id": code, "Name": code, "Taxable": code == "TAX", **common} for code in ("TAX", "NON")]


def check_line_code(books: Books, detail: Body) -> str:
    """A line's tax code: TAX or NON in the United States (6100), elsewhere one on every line (6000)."""
    code = str((detail.get("TaxCodeRef") or {}).get("value") or "")
    country = books.setting("country", "US")
    if country == "US":
        if code not in ("", "TAX", "NON"):
            raise Wrong("6100", "Line TaxCode must be TAX or NON", "TaxCodeRef")
        return code or "NON"
    if not code:
        word = rules.TAX_WORDS.get(country, "sales tax")
        raise Wrong.business(f"Make sure all your transactions have a {word} rate before you save.", "TaxCodeRef")
    return code


def tax_of(books: Books, body: Body, nets: dict[str, int]) -> list[TaxRow]:
    """The tax of a form from the cents sold under each tax code; an explicit total is honoured and shared out."""
    given = body.get("TxnTaxDetail") or {}
    if body.get("GlobalTaxCalculation") == "NotApplicable":
        if given.get("TotalTax"):
            raise Wrong("6170", "", "TxnTaxDetail")
        return []
    if books.setting("country", "US") == "US":
        nets = _american(books, given, nets)
    rows = _rows(books, nets)
    _keep_given(rows, given)
    if given.get("TotalTax") is not None and rows:
        _share(rows, cents(given["TotalTax"], "TotalTax"))
    return rows


def _american(books: Books, given: Body, nets: dict[str, int]) -> dict[str, int]:
    """One code for the whole form: the company's own where the tax is automated, else the one that was sent."""
    if books.setting("tax") == "off":
        return {}
    code = str((given.get("TxnTaxCodeRef") or {}).get("value") or "")
    if books.setting("tax") == "automated" or (not code and given.get("TotalTax")):
        code = books.setting("default_tax_code")
    return {code: nets.get("TAX", 0)} if code else {}


def _rows(books: Books, nets: dict[str, int]) -> list[TaxRow]:
    found: dict[str, TaxRow] = {}
    for code, net in nets.items():
        listed = ((books.get("TaxCode", code) or {}).get("SalesTaxRateList") or {}).get("TaxRateDetail") or []
        for detail in listed:
            rate = str(detail["TaxRateRef"]["value"])
            percent = Decimal(str((books.get("TaxRate", rate) or {})["RateValue"]))
            row = found.setdefault(rate, TaxRow(rate, percent, 0, 0))
            row.net += net
    for row in found.values():
        row.tax = half_up(row.net * row.percent / 100)
    return list(found.values())


def _keep_given(rows: list[TaxRow], given: Body) -> None:
    for line in given.get("TaxLine") or []:
        rate = str(((line.get("TaxLineDetail") or {}).get("TaxRateRef") or {}).get("value") or "")
        for row in rows:
            if row.rate == rate and line.get("Amount") is not None:
                row.tax = cents(line["Amount"])


def _share(rows: list[TaxRow], total: int) -> None:
    """Share an explicit total over the rates by their own tax, without losing a cent."""
    if sum(row.tax for row in rows) == total:
        return
    weights = [Decimal(abs(row.tax)) or row.percent for row in rows]
    whole = sum(weights, Decimal(0)) or Decimal(1)
    left = total
    for row, weight in zip(rows, weights, strict=True):
        row.tax = half_up(total * weight / whole)
        left -= row.tax
    rows[0].tax += left


def tax_legs(books: Books, rows: list[TaxRow], side: int) -> list[Leg]:
    """The tax on the agencies' accounts."""
    return [Leg(agency_account(books, row.rate), side * row.tax, "Tax") for row in rows if row.tax]


def tax_detail(body: Body, rows: list[TaxRow]) -> Body:
    """The TxnTaxDetail of the answer."""
    lines = [
        {
            "Amount": money(row.tax),
            "DetailType": "TaxLineDetail",
            "TaxLineDetail": {
                "TaxRateRef": {"value": row.rate},
                "PercentBased": True,
                "TaxPercent": row.percent,
                "NetAmountTaxable": money(row.net),
            },
        }
        for row in rows
    ]
    kept = {k: v for k, v in (body.get("TxnTaxDetail") or {}).items() if k == "TxnTaxCodeRef"}
    return {**kept, "TotalTax": money(sum(row.tax for row in rows)), "TaxLine": lines}
