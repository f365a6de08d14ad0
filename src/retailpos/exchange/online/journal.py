"""A day's entry as a QuickBooks journal entry: its frozen bytes, and the proof that every line arrived."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from retailpos.exchange.entry import Entry

ENTITY = "JournalEntry"
PATH = "journalentry"
MOST_NOTE = 4000


def body(entry: Entry, doc_number: str, accounts: dict[str, str], customers: dict[str, str], note: str) -> str:
    """The exact bytes to send. `accounts` and `customers` give QuickBooks ids by full name."""
    lines = []
    for line in entry.lines:
        detail: dict[str, Any] = {
            "PostingType": "Debit" if line.cents > 0 else "Credit",
            "AccountRef": {"value": line.account_id or accounts[line.account]},
        }
        if line.name and line.name in customers and line.slot != "tax":
            detail["Entity"] = {"Type": "Customer", "EntityRef": {"value": customers[line.name]}}
        lines.append(
            {
                "Description": _described(line.slot, line.title),
                "Amount": _amount(abs(line.cents)),
                "DetailType": "JournalEntryLineDetail",
                "JournalEntryLineDetail": detail,
            }
        )
    document = {"DocNumber": doc_number, "TxnDate": entry.date, "PrivateNote": note[:MOST_NOTE], "Line": lines}
    return _bytes(document)


def _bytes(document: dict[str, Any]) -> str:
    """The JSON of a document. Amounts are written as digits from whole cents: a marker makes way for the number."""
    return re.sub(r'"¤(-?\d+\.\d\d)"', r"\1", json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def _described(slot: str, title: str) -> str:
    words = slot.replace(".", " ").replace("_", " ")
    return f"{words}: {title}"[:MOST_NOTE] if title else words


def _amount(cents: int) -> str:
    return f"¤{cents // 100}.{cents % 100:02d}"


def same(sent: str, found: dict[str, Any]) -> bool:
    """True when what QuickBooks holds is, line by line, what was sent."""
    ours = json.loads(sent, parse_float=Decimal)
    if (found.get("DocNumber"), found.get("TxnDate")) != (ours["DocNumber"], ours["TxnDate"]):
        return False
    return sorted(map(_line, ours["Line"])) == sorted(_line(x) for x in found.get("Line", []) if _counts(x))


def body_of(found: dict[str, Any]) -> str:
    """An entry that QuickBooks holds, as bytes that `same` compares with."""
    lines = []
    for line in filter(_counts, found.get("Line", [])):
        kept = {name: line[name] for name in ("Description", "DetailType", "JournalEntryLineDetail") if name in line}
        lines.append({**kept, "Amount": _amount(cents(line.get("Amount")))})
    whole = {name: found.get(name) for name in ("DocNumber", "TxnDate", "PrivateNote")}
    return _bytes({**whole, "Line": lines})


def difference(sent: str, found: dict[str, Any]) -> int:
    """By how many cents the debits QuickBooks holds differ from those sent."""
    return debits(found.get("Line", [])) - debits(json.loads(sent, parse_float=Decimal)["Line"])


def debits(lines: list[dict[str, Any]]) -> int:
    """The sum of the debit lines, in cents."""
    return sum(line[1] for line in map(_line, filter(_counts, lines)) if line[0] == "Debit")


def _counts(line: dict[str, Any]) -> bool:
    return line.get("DetailType") == "JournalEntryLineDetail"


def _line(line: dict[str, Any]) -> tuple[str, int, str, str, str, str]:
    detail = line.get("JournalEntryLineDetail") or {}
    entity = (detail.get("Entity") or {}).get("EntityRef") or {}
    return (
        str(detail.get("PostingType")),
        cents(line.get("Amount")),
        str((detail.get("AccountRef") or {}).get("value")),
        str(entity.get("value") or ""),
        str((detail.get("ClassRef") or {}).get("value") or ""),
        str(line.get("Description") or ""),
    )


def cents(amount: object) -> int:
    """An amount of an answer in whole cents; -1 where it is none, which no amount of ours equals."""
    try:
        value = Decimal(str(amount)) * 100
    except InvalidOperation:
        return -1
    return int(value) if value == value.to_integral_value() else -1
