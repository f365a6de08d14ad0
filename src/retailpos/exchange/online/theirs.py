"""The lists of a QuickBooks company as they are there: customers, vendors, products and services."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.core.paper import printable
from retailpos.core.rounding import half_away
from retailpos.core.sharing import CUSTOMER, VENDOR, Person
from retailpos.exchange.online.client import Answer, Client

MOST_NAME, MOST_PHONE, MOST_EMAIL = 100, 30, 100
# The products that sales forms are written with are ours and are no goods.
_OURS = "POS "
_BUNDLES = ("Group", "Bundle", "Assembly")
_ENTITY = {CUSTOMER: "Customer", VENDOR: "Vendor"}
_MAKE = uuid.UUID("5d9c9f0e-2f70-4f51-9d7b-4f4c3a7a5d11")
STALE, NAME_TAKEN = "5010", "6240"


@dataclass(frozen=True, slots=True)
class TheirPerson:
    """A customer or vendor there. `at` is when it was last changed, in UTC milliseconds; `raw` goes back with it."""

    there: str
    token: str
    person: Person
    active: bool
    at: int
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TheirItem:
    """A product or service there: cents a unit, thousandths on hand. `why` is the reason that it can't be sold here."""

    there: str
    token: str
    name: str
    sku: str
    category: str
    price: int
    cost: int
    milli: int
    taxable: bool
    why: str = ""
    asset: str = ""


def people(client: Client, kind: str) -> tuple[TheirPerson, ...]:
    """All customers or vendors, inactive ones included."""
    entity = _ENTITY[kind]
    rows = client.query(f"SELECT * FROM {entity} WHERE Active IN (true,false)", entity)
    return tuple(_person(row) for row in rows)


def person(client: Client, kind: str, there: str) -> TheirPerson:
    """One customer or vendor as it is now."""
    return _person(_made(client.get(f"{_ENTITY[kind].lower()}/{there}"), kind))


def fitted(one: Person) -> Person:
    """The person as the shop can keep it: without control characters, each field as long as it may be."""
    name, phone, email = (" ".join(printable(words).split()) for words in (one.name, one.phone, one.email))
    return Person(name[:MOST_NAME].strip(), phone[:MOST_PHONE], email[:MOST_EMAIL])


def make_person(client: Client, kind: str, one: Person, known_as: str) -> TheirPerson:
    """Make a customer or vendor there; asking twice with the same `known_as` makes one.

    Raises Trouble('name_taken_there') where somebody else there has the name.
    """
    request_id = str(uuid.uuid5(_MAKE, f"{client.realm}/{kind}/{known_as}"))
    body = json.dumps(_fields({}, one), ensure_ascii=False)
    answer = client.post(_ENTITY[kind].lower(), body, request_id=request_id)
    if answer.code == NAME_TAKEN:
        raise Trouble("name_taken_there", name=one.name)
    return _person(_made(answer, kind))


def change_person(client: Client, kind: str, old: TheirPerson, one: Person, request_id: str) -> TheirPerson:
    """Change what is shared of a customer or vendor; the rest of it goes back as it was read.

    Raises Trouble('changed_meanwhile') where somebody changed it since it was read: nothing is overwritten.
    """
    body = json.dumps(_fields(old.raw, one), ensure_ascii=False)
    answer = client.post(_ENTITY[kind].lower(), body, request_id=request_id)
    if answer.code == STALE:
        raise Trouble("changed_meanwhile", name=one.name)
    if answer.code == NAME_TAKEN:
        raise Trouble("name_taken_there", name=one.name)
    return _person(_made(answer, kind))


def items(client: Client) -> tuple[TheirItem, ...]:
    """All products and services, those that can't be sold here with the reason."""
    rows = client.query("SELECT * FROM Item WHERE Active IN (true,false)", "Item")
    return tuple(_item(row) for row in rows if row.get("Type") != "Category")


def _person(row: dict[str, Any]) -> TheirPerson:
    phone = _part(row, "PrimaryPhone", "FreeFormNumber")
    email = _part(row, "PrimaryEmailAddr", "Address")
    whole = fitted(Person(str(row.get("DisplayName") or ""), phone, email))
    changed = _part(row, "MetaData", "LastUpdatedTime")
    return TheirPerson(
        str(row.get("Id")),
        str(row.get("SyncToken") or "0"),
        whole,
        bool(row.get("Active", True)) and bool(whole.name),
        _moment(changed),
        row,
    )


def _fields(raw: dict[str, Any], one: Person) -> dict[str, Any]:
    """The whole document with what is shared put in; an empty field is left out, which empties it there.

    What the shop keeps only a part of, since it is longer there, stays as it is there.
    """
    old = _person(raw).person if raw else Person("")
    whole = dict(raw)
    if one.name != old.name:
        whole["DisplayName"] = one.name.replace(":", "-")
    for field, outer, inner in (("phone", "PrimaryPhone", "FreeFormNumber"), ("email", "PrimaryEmailAddr", "Address")):
        value = getattr(one, field)
        if value and value != getattr(old, field):
            whole[outer] = {inner: value}
        elif not value:
            whole.pop(outer, None)
    return whole


def _item(row: dict[str, Any]) -> TheirItem:
    path = str(row.get("FullyQualifiedName") or row.get("Name") or "").split(":")
    tracked = row.get("Type") == "Inventory" and bool(row.get("TrackQtyOnHand"))
    found = TheirItem(
        str(row.get("Id")),
        str(row.get("SyncToken") or "0"),
        " ".join(printable(path[-1]).split())[:200],
        " ".join(printable(str(row.get("Sku") or "")).split())[:40],
        path[0] if len(path) > 1 else "",
        _scaled(row.get("UnitPrice"), 100),
        _scaled(row.get("PurchaseCost"), 100),
        _scaled(row.get("QtyOnHand"), 1000) if tracked else 0,
        bool(row.get("Taxable", True)),
        asset=_part(row, "AssetAccountRef", "value") if tracked else "",
    )
    return replace(found, why=_unsellable(row, found))


def _unsellable(row: dict[str, Any], found: TheirItem) -> str:
    """Why it is left out, as a code; '' where it can be sold."""
    reasons = {
        "inactive_there": not row.get("Active", True),
        "made_by_exchange": found.name.startswith(_OURS),
        "bundle": row.get("Type") in _BUNDLES,
        "only_bought": not row.get("IncomeAccountRef"),
        "name_needed": not found.name,
        "odd_figures": min(found.price, found.cost) < 0 or max(found.price, found.cost) > 10**9,
    }
    return next((why for why, so in reasons.items() if so), "")


def _scaled(value: object, scale: int) -> int:
    """A number of theirs in our whole units, rounded half away from zero; -1 where it is none."""
    try:
        exact = Decimal(str(value if value is not None else 0))
    except InvalidOperation:
        return -1
    return half_away(Fraction(exact) * scale) if exact.is_finite() else -1


def _part(row: dict[str, Any], outer: str, inner: str) -> str:
    held = row.get(outer)
    return str(held.get(inner) or "") if isinstance(held, dict) else ""


def _moment(text: str) -> int:
    try:
        return int(datetime.fromisoformat(text).timestamp() * 1000)
    except ValueError:
        return 0


def _made(answer: Answer, kind: str) -> dict[str, Any]:
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    found = answer.body.get(_ENTITY[kind])
    if not isinstance(found, dict) or "Id" not in found:
        raise Trouble("answer_unreadable")
    return found
