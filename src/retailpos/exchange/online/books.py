"""The company's lists: read what is there, make what is missing and was asked for, read balances back."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.core.mapping import CLASS, LOCATION
from retailpos.exchange.online.amounts import MOST_NOTE, cents
from retailpos.exchange.online.client import Client
from retailpos.exchange.suggest import account_type

_MAKE = uuid.UUID("0b8b1c5a-5f0e-4d6e-9a39-6a3c2f0f7a11")
# How a company tracks classes: not at all, a class on each line, or one on the whole transaction.
UNTRACKED, BY_LINE, BY_DOCUMENT = "", "line", "document"
_LISTS = {CLASS: "Class", LOCATION: "Department"}


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the company's chart."""

    id: str
    name: str
    type: str
    sub_type: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list that lines can be marked with: a class or a location."""

    id: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Company:
    """What the company says of itself. `keeps_numbers`: sales forms keep the number they are sent with.

    `class_by` says where classes stand (BY_LINE, BY_DOCUMENT), `location_word` what this company calls a location.
    """

    realm: str
    name: str
    country: str
    currency: str
    plan: str
    closed_to: str
    tracks_classes: bool
    multicurrency: bool
    keeps_numbers: bool = False
    class_by: str = UNTRACKED
    tracks_locations: bool = False
    location_word: str = "Location"
    tax_automated: bool = False

    def tracks(self, kind: str) -> bool:
        """True where lines can be marked with a class, or a location."""
        return bool(self.class_by) if kind == CLASS else self.tracks_locations


def company(client: Client) -> Company:
    """The company behind the connection, and the settings that steer posting."""
    info = _good(client.get(f"companyinfo/{client.realm}")).get("CompanyInfo", {})
    prefs = _good(client.get("preferences")).get("Preferences", {})
    accounting, money = prefs.get("AccountingInfoPrefs", {}), prefs.get("CurrencyPrefs", {})
    values = {pair.get("Name"): pair.get("Value") for pair in info.get("NameValue", [])}
    by_line, by_document = accounting.get("ClassTrackingPerTxnLine"), accounting.get("ClassTrackingPerTxn")
    return Company(
        client.realm,
        str(info.get("CompanyName", "")),
        str(info.get("Country", "")),
        str((money.get("HomeCurrency") or {}).get("value", "")),
        str(values.get("OfferingSku") or ""),
        str(accounting.get("BookCloseDate") or ""),
        bool(by_document or by_line),
        bool(money.get("MultiCurrencyEnabled")),
        bool((prefs.get("SalesFormsPrefs") or {}).get("CustomTxnNumbers")),
        BY_LINE if by_line else BY_DOCUMENT if by_document else UNTRACKED,
        bool(accounting.get("TrackDepartments")),
        str(accounting.get("DepartmentTerminology") or "Location"),
        bool((prefs.get("TaxPrefs") or {}).get("PartnerTaxEnabled")),
    )


class Office:
    """A company as one round of sending sees it: how to reach it, and its settings, asked for once when needed."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._company: Company | None = None
        self._listed: dict[str, tuple[Listed, ...]] = {}

    @property
    def company(self) -> Company:
        """The company's settings."""
        if self._company is None:
            self._company = company(self.client)
        return self._company

    @property
    def in_america(self) -> bool:
        """True where lines are taxed or not, and need no code that says how."""
        return self.company.country in ("US", "USA", "")

    def listed(self, kind: str) -> tuple[Listed, ...]:
        """The company's classes or locations."""
        if kind not in self._listed:
            self._listed[kind] = listed(self.client, kind)
        return self._listed[kind]

    def heading(self, date: str, note: str) -> dict[str, Any]:
        """What every document says before its lines; the currency only where the company keeps several."""
        said = {"TxnDate": date, "PrivateNote": note[:MOST_NOTE]}
        return {**said, "CurrencyRef": {"value": self.company.currency}} if self.company.multicurrency else said


def accounts(client: Client) -> tuple[Account, ...]:
    """The whole chart, inactive accounts included."""
    rows = client.query("SELECT * FROM Account WHERE Active IN (true,false)", "Account")
    return tuple(
        Account(
            str(row.get("Id")),
            str(row.get("FullyQualifiedName") or row.get("Name")),
            str(row.get("AccountType") or ""),
            str(row.get("AccountSubType") or ""),
            bool(row.get("Active", True)),
        )
        for row in rows
    )


def listed(client: Client, kind: str) -> tuple[Listed, ...]:
    """All classes or locations by full name, inactive ones included."""
    entity = _LISTS[kind]
    rows = client.query(f"SELECT * FROM {entity} WHERE Active IN (true,false)", entity)
    found = (
        Listed(str(row.get("Id")), str(row.get("FullyQualifiedName") or row.get("Name")), bool(row.get("Active", True)))
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def ensure_accounts(client: Client, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by name of these (account, slot) pairs; missing ones are made with the slot's type, parents first."""
    chart = {account.name.casefold(): account for account in accounts(client)}
    ids = {}
    for name, slot in wanted:
        ids[name] = _ensure(client, chart, name, slot)
    return ids


def _ensure(client: Client, chart: dict[str, Account], name: str, slot: str) -> str:
    found = chart.get(name.casefold())
    if found is not None:
        if not found.active:
            raise Trouble("account_inactive", account=name)
        return found.id
    parent, _, last = name.rpartition(":")
    kind, sub_type = account_type(slot)
    wish: dict[str, Any] = {"Name": last, "AccountType": kind, "AccountSubType": sub_type}
    if parent:
        _ensure(client, chart, parent, slot)
        above = chart[parent.casefold()]
        wish |= {"ParentRef": {"value": above.id}, "SubAccount": True, "AccountType": above.type}
        if above.type != kind:
            wish["AccountSubType"] = above.sub_type
    made = make(client, "account", "Account", wish, f"{name}/{len(chart)}")
    chart[name.casefold()] = Account(made["Id"], name, str(wish["AccountType"]), str(wish["AccountSubType"]))
    return str(made["Id"])


def ensure_customers(client: Client, names: Iterable[str]) -> dict[str, str]:
    """Ids by display name; missing customers are made."""
    return {name: _customer(client, name) for name in names}


def _customer(client: Client, name: str) -> str:
    shown = name.replace("\\", "\\\\").replace("'", "\\'")
    every = f"SELECT * FROM Customer WHERE Active IN (true,false) AND DisplayName LIKE '{shown}%'"
    rows = client.query(every, "Customer")
    for row in rows:
        if str(row.get("DisplayName")).casefold() == name.casefold() and row.get("Active", True):
            return str(row["Id"])
    return str(make(client, "customer", "Customer", {"DisplayName": name}, f"{name}/{len(rows)}")["Id"])


def undeposited(client: Client) -> str:
    """The id of the account of payments that wait to be deposited, which QuickBooks keeps itself, by whatever name."""
    rows = client.query("SELECT * FROM Account WHERE AccountSubType = 'UndepositedFunds'", "Account")
    if not rows:
        raise Trouble("no_undeposited_funds")
    return str(rows[0]["Id"])


def make(client: Client, path: str, entity: str, wish: dict[str, Any], known_as: str) -> dict[str, Any]:
    """Make something that was found missing; asking twice makes it once.

    `known_as` is its name and how many of its like were there: what was made before and is gone by now (QuickBooks
    renames what it makes inactive) is made again, and is no repeated request.
    """
    request_id = str(uuid.uuid5(_MAKE, f"{client.realm}/{entity}/{known_as}"))
    answer = client.post(path, json.dumps(wish, ensure_ascii=False), request_id=request_id)
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    found = answer.body.get(entity)
    if not isinstance(found, dict) or "Id" not in found:
        raise Trouble("answer_unreadable")
    return found


def balances(client: Client) -> dict[str, int]:
    """Debit positive cents of every account with a balance, by full name, from the trial balance."""
    report = _good(client.get("reports/TrialBalance"))
    found = {}
    for row in (report.get("Rows") or {}).get("Row", []):
        columns = row.get("ColData")
        if columns and len(columns) == 3:
            name, debit, credit = (str(column.get("value") or "") for column in columns)
            found[name] = cents(debit or "0") - cents(credit or "0")
    return found


def _good(answer: Any) -> dict[str, Any]:
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    body: dict[str, Any] = answer.body
    return body
