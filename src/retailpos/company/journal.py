"""Journal entries."""

from __future__ import annotations

from retailpos.company import rules
from retailpos.company.books import Body, Books, Leg
from retailpos.company.rules import Made
from retailpos.company.shape import cents
from retailpos.company.taxes import agency_account
from retailpos.company.wrong import Wrong

_CONTROL = ("Accounts Receivable", "Accounts Payable")
_SYSTEM_TAX = ("SalesTaxPayable", "GlobalTaxPayable", "GlobalTaxSuspense")


def journal(books: Books, body: Body) -> Made:
    """A journal entry, and what it posts."""
    lines = [line for line in body["Line"] if line["DetailType"] != "DescriptionOnly"]
    for line in lines:
        _check_amounts(line)
    if len(lines) < 2:
        raise Wrong.business("Fill out at least two detail lines to continue.", "Line")
    legs = [_leg(books, line) for line in lines] + _tax_legs(books, body)
    if sum(leg.cents for leg in legs):
        raise Wrong("2300", "Please balance your debits and credits.", "Line")
    if books.on("one_control_account"):
        _one_control(books, legs)
    kept = {"Adjustment": False, **body, "Line": rules.numbered(body["Line"], 0), "TotalAmt": 0}
    for line in kept["Line"]:
        line.pop("LineNum", None)
    return Made({**kept, "TxnTaxDetail": body.get("TxnTaxDetail") or {}}, legs)


def _check_amounts(line: Body) -> None:
    detail = rules.detail_of(line)
    if not detail.get("PostingType"):
        raise Wrong("2260", "PostingType is missing in the request", "PostingType")
    if line.get("Amount") is None:
        raise Wrong.missing(["Amount"])
    if cents(line["Amount"]) < 0:
        raise Wrong("2290", "Negative amounts are not supported on transaction lines", "Amount")


def _leg(books: Books, line: Body) -> Leg:
    detail = line["JournalEntryLineDetail"]
    target = rules.account_of(books, detail["AccountRef"])
    who = rules.party(books, target["AccountType"], detail.get("Entity"))
    if target["AccountSubType"] in _SYSTEM_TAX and books.setting("tax_by_journal") == "refuse":
        raise Wrong(
            "6470", f"{target['Name']} is kept by the sales tax system and takes no journal lines", "AccountRef"
        )
    _check_tax(books, detail)
    side = 1 if detail["PostingType"] == "Debit" else -1
    note = str(line.get("Description") or "")
    return Leg(str(target["Id"]), side * cents(line["Amount"]), note, who, rules.dimensions(books, detail))


def _check_tax(books: Books, detail: Body) -> None:
    country = books.setting("country", "US")
    if country == "US":
        return
    if not detail.get("TaxCodeRef"):
        if books.on("journal_needs_tax_code"):
            word = rules.TAX_WORDS.get(country, "sales tax")
            raise Wrong.business(f"Make sure all your transactions have a {word} rate before you save.", "TaxCodeRef")
        return
    if country in ("GB", "AU", "IN"):
        if not detail.get("TaxApplicableOn"):
            raise Wrong("2270", "TaxApplicableOn is missing in the request", "TaxApplicableOn")
        if detail.get("TaxAmount") is None:
            raise Wrong("2280", "TaxAmount is missing in the request", "TaxAmount")


def _tax_legs(books: Books, body: Body) -> list[Leg]:
    """Tax lines given beside the entry are posted as they stand: positive is tax owed."""
    legs = []
    for line in (body.get("TxnTaxDetail") or {}).get("TaxLine") or []:
        ref = (line.get("TaxLineDetail") or {}).get("TaxRateRef")
        if ref and line.get("Amount"):
            legs.append(Leg(agency_account(books, str(ref["value"])), -cents(line["Amount"]), "Tax"))
    return legs


def _one_control(books: Books, legs: list[Leg]) -> None:
    used = {leg.account for leg in legs}
    if sum((books.get("Account", one) or {})["AccountType"] in _CONTROL for one in used) > 1:
        raise Wrong.business("A transaction can have only one receivable or payable account.", "Line")
