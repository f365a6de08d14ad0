"""The products and services that sales forms are written with: one for each row of an entry and its account."""

from __future__ import annotations

import re
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.entry import Line
from retailpos.exchange.online.amounts import described
from retailpos.exchange.online.books import Office, make

MOST_NAME = 100
_PREFIX = "POS "
_SOLD = ("Service", "NonInventory")
_MOST_TRIES = 20
_NOT_IN_NAMES = r'[:"\t\r\n]'
# What other countries call the code of a line that no tax is reckoned on, the plainest first.
_NO_TAX = ("no vat", "out of scope", "no tax", "exempt", "zero-rated")


def ensure_items(office: Office, lines: tuple[Line, ...]) -> dict[tuple[str, str], str]:
    """Ids by (slot, key) of the items that the lines are written with; missing ones are made as services.

    An item that points to another account, is inactive or keeps stock is left as it is and another name is taken:
    nothing that was sent before may change its account by what is sent today.
    """
    known = _known(office)
    ids = {}
    for line in lines:
        ids[line.slot, line.key] = _ensure(office, known, line, line.account_id)
    return ids


def item_name(slot: str, title: str) -> str:
    """What the item of a row is called: short enough, and without what QuickBooks takes in no name."""
    words = f"{_PREFIX}{described(slot, '')} {re.sub(_NOT_IN_NAMES, '-', title)}"
    return " ".join(words.split())[:MOST_NAME].strip()


def _known(office: Office) -> dict[str, dict[str, Any]]:
    rows = office.client.query(f"SELECT * FROM Item WHERE Active IN (true,false) AND Name LIKE '{_PREFIX}%'", "Item")
    return {str(row.get("FullyQualifiedName") or row.get("Name")).casefold(): row for row in rows}


def _ensure(office: Office, known: dict[str, dict[str, Any]], line: Line, account: str) -> str:
    for name in _names(item_name(line.slot, line.title), account):
        found = known.get(name.casefold())
        if found is None:
            wish = {"Name": name, "Type": "Service", "IncomeAccountRef": {"value": account}}
            found = known[name.casefold()] = {
                **wish,
                **make(office.client, "item", "Item", wish, f"{name}/{len(known)}"),
            }
        if _fits(found, account):
            return str(found["Id"])
    raise Trouble("no_item_name_left", name=item_name(line.slot, line.title))


def _names(plain: str, account: str) -> list[str]:
    """The plain name, then names that carry the account's id."""
    ends = [f" ({account})", *(f" ({account}-{n})" for n in range(2, _MOST_TRIES))]
    return [plain, *(plain[: MOST_NAME - len(end)].rstrip() + end for end in ends)]


def _fits(found: dict[str, Any], account: str) -> bool:
    there = (found.get("IncomeAccountRef") or {}).get("value")
    return bool(found.get("Active", True)) and found.get("Type") in _SOLD and str(there) == account


def untaxed_code(office: Office) -> str:
    """The tax code of a line that QuickBooks must add no tax to."""
    if office.in_america:
        return "NON"
    rows = office.client.query("SELECT * FROM TaxCode", "TaxCode")
    for words in _NO_TAX:
        for row in rows:
            if row.get("Active", True) and str(row.get("Name", "")).casefold().startswith(words):
                return str(row["Id"])
    raise Trouble("no_untaxed_code")
