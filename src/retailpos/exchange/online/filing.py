"""The tax of a sales form where the shop files it from QuickBooks: told as an explicit amount, and read back.

In a company with automated sales tax the total is told, and QuickBooks shares it over the agencies of the company's
place. Elsewhere in the United States each agency's amount is told under its own rate, of the one tax code whose
agencies are those of the receipts. What comes back is compared with what was told.
"""

from __future__ import annotations

from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.entry import Line
from retailpos.exchange.online.amounts import amount, cents
from retailpos.exchange.online.books import Office

TAX = "tax"
TAXED, UNTAXED = "TAX", "NON"


def told_apart(office: Office, lines: tuple[Line, ...], *, sign: int) -> tuple[Line, ...]:
    """The tax lines that are told as tax; none outside the United States, and none where they come to less than zero.

    Sales forms take no tax below zero: then it stays on lines of its own.
    """
    found = tuple(line for line in lines if line.slot == TAX)
    below = any(sign * line.cents < 0 for line in found)
    return () if below or not office.in_america else found


def tax_detail(office: Office, tax: tuple[Line, ...], *, sign: int, taxable: int) -> dict[str, Any]:
    """The TxnTaxDetail that tells these amounts. `taxable` are the cents they were reckoned on."""
    told: dict[str, Any] = {"TotalTax": amount(sum(sign * line.cents for line in tax))}
    if office.company.tax_automated or not tax:
        return told
    sums: dict[str, int] = {}
    for line in tax:
        agency = line.title.removesuffix(f" {line.name}").casefold()
        sums[agency] = sums.get(agency, 0) + sign * line.cents
    code, rates = _code(office, sums)
    listed = [_tax_line(rate, sums.get(agency, 0), taxable) for agency, rate in rates.items()]
    return {"TxnTaxCodeRef": {"value": code}, **told, "TaxLine": listed}


def rates_told(document: dict[str, Any]) -> list[tuple[str, int]]:
    """What stands under each rate, as (rate's id, cents); empty where only a total was told."""
    found = []
    for line in (document.get("TxnTaxDetail") or {}).get("TaxLine") or []:
        detail = line.get("TaxLineDetail") or {}
        found.append((str((detail.get("TaxRateRef") or {}).get("value") or ""), cents(line.get("Amount") or 0)))
    return sorted(one for one in found if one[1])


def kept(document: dict[str, Any]) -> dict[str, Any]:
    """The tax of a form that QuickBooks holds, as it would be told again."""
    found = document.get("TxnTaxDetail") or {}
    told: dict[str, Any] = {"TotalTax": amount(cents(found.get("TotalTax") or 0))}
    if found.get("TxnTaxCodeRef"):
        told = {"TxnTaxCodeRef": found["TxnTaxCodeRef"], **told}
    lines = [{**line, "Amount": amount(cents(line.get("Amount") or 0))} for line in found.get("TaxLine") or []]
    lines = [_without_net(line) for line in lines if found.get("TxnTaxCodeRef")]
    return {**told, "TaxLine": lines} if lines else told


def _without_net(line: dict[str, Any]) -> dict[str, Any]:
    detail = {k: v for k, v in (line.get("TaxLineDetail") or {}).items() if k in ("TaxRateRef", "PercentBased")}
    return {"Amount": line["Amount"], "DetailType": "TaxLineDetail", "TaxLineDetail": detail}


def _tax_line(rate: dict[str, Any], whole: int, taxable: int) -> dict[str, Any]:
    detail = {
        "TaxRateRef": {"value": str(rate["Id"])},
        "PercentBased": True,
        "TaxPercent": rate.get("RateValue", 0),
        "NetAmountTaxable": amount(taxable),
    }
    return {"Amount": amount(whole), "DetailType": "TaxLineDetail", "TaxLineDetail": detail}


def _code(office: Office, sums: dict[str, int]) -> tuple[str, dict[str, dict[str, Any]]]:
    """The tax code with the fewest rates that has one of each of these agencies, and its rates by agency."""
    client = office.client
    agencies = {str(one["Id"]): str(one["DisplayName"]).casefold() for one in client.query(_ALL["agency"], "TaxAgency")}
    rates = {str(one["Id"]): one for one in client.query(_ALL["rate"], "TaxRate")}
    fitting = []
    for code in client.query(_ALL["code"], "TaxCode"):
        by_agency = {}
        for detail in ((code.get("SalesTaxRateList") or {}).get("TaxRateDetail")) or []:
            rate = rates.get(str((detail.get("TaxRateRef") or {}).get("value")))
            if rate is not None:
                by_agency[agencies.get(str((rate.get("AgencyRef") or {}).get("value")), "")] = rate
        if code.get("Active", True) and set(sums) <= set(by_agency):
            fitting.append((len(by_agency), str(code["Id"]), by_agency))
    if not fitting:
        raise Trouble("no_tax_code_for_agencies", agencies=", ".join(sorted(sums)))
    _count, code_id, found = min(fitting, key=lambda one: one[:2])
    return code_id, found


_ALL = {"agency": "SELECT * FROM TaxAgency", "rate": "SELECT * FROM TaxRate", "code": "SELECT * FROM TaxCode"}
