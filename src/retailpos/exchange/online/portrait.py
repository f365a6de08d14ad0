"""What a company says of itself when it is looked at before the shop's days go there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.online.client import Answer, Client

# How the company reckons tax on its sales: not at all, by its own tax centre, by rates set up by hand, as VAT or GST.
NO_TAX, AUTOMATED, BY_HAND, VAT = "none", "automated", "by hand", "vat"
# A class on every line, or one for the whole document.
BY_LINE, BY_DOCUMENT = "line", "document"
AMERICA = ("US", "USA", "")
_ENDED = ("EXPIRED", "CANCELLED", "CANCELED", "SUSPENDED")


@dataclass(frozen=True, slots=True)
class Portrait:
    """One company: names and settings as it tells them. `classes` is BY_LINE, BY_DOCUMENT or ''."""

    realm: str
    name: str
    town: str
    country: str
    currency: str
    plan: str
    status: str
    closed_to: str
    tax: str
    agencies: int
    classes: str
    locations: bool
    location_word: str
    many_currencies: bool
    accounts: int
    account_numbers: bool
    keeps_numbers: bool

    @property
    def has_ended(self) -> bool:
        """True where the subscription is over: the books can be read, and nothing can be written."""
        return self.status.upper() in _ENDED


def portrait(client: Client) -> Portrait:
    """Read it. Goes over the network; raises Trouble where QuickBooks names a fault or does not answer."""
    info = _part(client.get(f"companyinfo/{client.realm}"), "CompanyInfo")
    prefs = _part(client.get("preferences"), "Preferences")
    books, forms = _inner(prefs, "AccountingInfoPrefs"), _inner(prefs, "SalesFormsPrefs")
    money, said = _inner(prefs, "CurrencyPrefs"), _named(info)
    country = str(info.get("Country") or "")
    tax = _tax(_inner(prefs, "TaxPrefs"), country)
    return Portrait(
        client.realm,
        str(info.get("CompanyName") or ""),
        str(_inner(info, "CompanyAddr").get("City") or ""),
        country,
        str(_inner(money, "HomeCurrency").get("value") or ""),
        said.get("OfferingSku", ""),
        said.get("SubscriptionStatus", ""),
        str(books.get("BookCloseDate") or ""),
        tax,
        _count(client, "TaxAgency") if tax != NO_TAX else 0,
        BY_LINE if books.get("ClassTrackingPerTxnLine") else BY_DOCUMENT if books.get("ClassTrackingPerTxn") else "",
        bool(books.get("TrackDepartments")),
        str(books.get("DepartmentTerminology") or "Location"),
        bool(money.get("MultiCurrencyEnabled")),
        _count(client, "Account"),
        bool(books.get("UseAccountNumbers")),
        bool(forms.get("CustomTxnNumbers")),
    )


def _tax(prefs: dict[str, Any], country: str) -> str:
    if not prefs.get("UsingSalesTax"):
        return NO_TAX
    if country not in AMERICA:
        return VAT
    return AUTOMATED if prefs.get("PartnerTaxEnabled") else BY_HAND


def _named(info: dict[str, Any]) -> dict[str, str]:
    pairs = info.get("NameValue") or []
    return {str(pair.get("Name")): str(pair.get("Value") or "") for pair in pairs if isinstance(pair, dict)}


def _count(client: Client, entity: str) -> int:
    return len(client.query(f"SELECT * FROM {entity}", entity))


def _inner(whole: dict[str, Any], name: str) -> dict[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _part(answer: Answer, name: str) -> dict[str, Any]:
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    return _inner(answer.body, name)
