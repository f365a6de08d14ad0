"""The other lists: customers, vendors, employees, classes, locations, items, payment methods, terms."""

from __future__ import annotations

import re
from decimal import Decimal

from retailpos.company.accounts import the_account
from retailpos.company.books import Body, Books, Leg
from retailpos.company.shape import cents, half_up, number
from retailpos.company.wrong import Wrong

PEOPLE = ("Customer", "Vendor", "Employee")
_BAD = re.compile(r"[:\t\n]")


def person(books: Books, kind: str, body: Body) -> tuple[Body, str]:
    """A customer, vendor or employee: one name over all three lists."""
    name = str(body.get("DisplayName") or "").strip()
    if not name:
        parts = ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
        name = " ".join(str(body[part]) for part in parts if body.get(part)).strip()
    if not name:
        raise Wrong("6080", "DisplayName or at least one part of the name is needed", "DisplayName")
    if _BAD.search(name):
        raise Wrong("2040", "DisplayName may hold no colon, tab or newline", "DisplayName")
    for other in PEOPLE:
        _free(books, other, name, body.get("Id") if other == kind else None)
    whole = {**body, "DisplayName": name, "Active": body.get("Active") is not False}
    if kind == "Customer":
        whole["FullyQualifiedName"] = name
    if kind == "Vendor" and body.get("TaxIdentifier"):
        whole["TaxIdentifier"] = "XXXXX" + str(body["TaxIdentifier"])[-4:]
    return whole, name


def opening(books: Books, kind: str, body: Body) -> list[Leg]:
    """What a new customer's or vendor's opening balance posts."""
    owed = cents(body.get("Balance") or 0, "Balance")
    if kind not in ("Customer", "Vendor") or not owed:
        return []
    side = 1 if kind == "Customer" else -1
    control = "Accounts Receivable" if kind == "Customer" else "Accounts Payable"
    equity = the_account(books, sub_type="OpeningBalanceEquity")
    party = (kind, str(body["Id"]))
    return [
        Leg(the_account(books, kind=control), side * owed, "Opening balance", party),
        Leg(equity, -side * owed, "Opening balance"),
    ]


def branch(books: Books, kind: str, body: Body) -> tuple[Body, str]:
    """A class or a location, where the plan has them."""
    if not any(plan in books.setting("plan") for plan in ("Plus", "Advanced")):
        raise Wrong("5020", f"Permission Denied Error : the plan has no {kind} tracking", kind)
    name = str(body["Name"])
    if ":" in name:
        raise Wrong("2040", "Name may hold no colon", "Name")
    full = name
    if body.get("ParentRef"):
        above = books.get(kind, str(body["ParentRef"].get("value"))) or {}
        full = f"{above['FullyQualifiedName']}:{name}"
        if full.count(":") > 4:
            raise Wrong("6180", "At most five levels are possible", "ParentRef")
    _free(books, kind, full, body.get("Id"))
    below = "SubClass" if kind == "Class" else "SubDepartment"
    whole = {**body, "FullyQualifiedName": full, "Active": body.get("Active") is not False}
    return {**whole, below: bool(body.get("ParentRef"))}, full


def plain(books: Books, kind: str, body: Body) -> tuple[Body, str]:
    """A payment method or a term."""
    name = str(body["Name"])
    _free(books, kind, name, body.get("Id"))
    return {**body, "Active": body.get("Active") is not False}, name


def item(books: Books, body: Body, old: Body | None) -> tuple[Body, str]:
    """A product or service."""
    name, kind = str(body["Name"]), str(body.get("Type") or "Service")
    if _BAD.search(name):
        raise Wrong("2040", "Name may hold no colon, tab or newline", "Name")
    full = name
    if body.get("ParentRef"):
        full = f"{(books.get('Item', str(body['ParentRef'].get('value'))) or {})['FullyQualifiedName']}:{name}"
    twin = books.named("Item", full)
    if twin is not None and twin["Id"] != body.get("Id"):
        why = "Another product or service is already using this name. Please use a different name."
        raise Wrong("6240", f"Duplicate Name Exists Error : {why} : Id={twin['Id']}", "Name")
    if kind != "Category":
        _item_accounts(books, kind, body)
    if old is not None and old.get("TrackQtyOnHand") and kind != "Inventory":
        raise Wrong.business("An inventory item stays one.", "TrackQtyOnHand")
    whole = {**body, "Type": kind, "FullyQualifiedName": full, "Active": body.get("Active") is not False}
    return {**whole, "SubItem": bool(body.get("ParentRef"))}, full


def _item_accounts(books: Books, kind: str, body: Body) -> None:
    if kind == "Inventory":
        needed = ["IncomeAccountRef", "ExpenseAccountRef", "AssetAccountRef", "QtyOnHand", "InvStartDate"]
        missing = [name for name in needed if body.get(name) is None]
        if missing or not body.get("TrackQtyOnHand"):
            raise Wrong.missing(missing or ["TrackQtyOnHand"])
    elif not body.get("IncomeAccountRef") and not body.get("ExpenseAccountRef"):
        raise Wrong.missing(["IncomeAccountRef"])
    wanted = {"ExpenseAccountRef": "Cost of Goods Sold", "AssetAccountRef": "Other Current Asset"}
    for name in ("IncomeAccountRef", "ExpenseAccountRef", "AssetAccountRef"):
        if not body.get(name):
            continue
        kind_of = (books.get("Account", str(body[name]["value"])) or {})["AccountType"]
        wrong_control = kind_of in ("Accounts Receivable", "Accounts Payable")
        if wrong_control or (kind == "Inventory" and kind_of != wanted.get(name, kind_of)):
            raise Wrong("6430", f"Invalid account type used : {kind_of} for {name}", name)


def stock(books: Books, body: Body) -> list[Leg]:
    """What a new item's stock at the start posts: quantity times cost, against opening balance equity."""
    worth = half_up(number(body.get("QtyOnHand") or 0, "QtyOnHand") * unit_cost(body) * 100)
    if body["Type"] != "Inventory" or not worth:
        return []
    equity = the_account(books, sub_type="OpeningBalanceEquity")
    return [Leg(str(body["AssetAccountRef"]["value"]), worth, "Starting stock"), Leg(equity, -worth, "Starting stock")]


def unit_cost(body: Body) -> Decimal:
    """What one of an item costs."""
    return number(body.get("PurchaseCost") or 0, "PurchaseCost")


def _free(books: Books, kind: str, name: str, own: object) -> None:
    twin = books.named(kind, name)
    if twin is not None and twin["Id"] != own:
        raise Wrong(
            "6240", f"Duplicate Name Exists Error : The name supplied already exists. : Id={twin['Id']}", "Name"
        )
