"""A day's entry as a QuickBooks journal entry: its frozen bytes, and the proof that every line arrived."""

from __future__ import annotations

from typing import Any

from retailpos.exchange.entry import Entry
from retailpos.exchange.online import books
from retailpos.exchange.online.amounts import amount, cents, described, frozen, thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.items import untaxed_code
from retailpos.exchange.online.marks import journal_refs, settled

ENTITY = "JournalEntry"
PATH = "journalentry"


def made(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes to send, after seeing to the accounts, classes, locations and customers they name."""
    there = settled(office, entry)
    names = {line.name for line in entry.lines if line.name and line.slot.startswith("house_")}
    customers = books.ensure_customers(office.client, sorted(names))
    lines = _lines(there, customers, _untaxed(office))
    return frozen({"DocNumber": doc_number, **office.heading(entry.date, note), "Line": lines})


def _untaxed(office: Office) -> dict[str, Any]:
    """What a line says of tax: nothing in the United States, elsewhere that none is reckoned on it.

    The tax that was collected is a line of its own, as the shop's receipts have it to the cent.
    """
    if office.in_america:
        return {}
    return {"TaxCodeRef": {"value": untaxed_code(office)}, "TaxApplicableOn": "Sales", "TaxAmount": amount(0)}


def _lines(entry: Entry, customers: dict[str, str], untaxed: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of an entry that is settled. `customers` gives QuickBooks ids by full name."""
    lines = []
    for line in entry.lines:
        detail: dict[str, Any] = {
            "PostingType": "Debit" if line.cents > 0 else "Credit",
            "AccountRef": {"value": line.account_id},
            **journal_refs(line),
            **untaxed,
        }
        if line.name and line.name in customers and line.slot != "tax":
            detail["Entity"] = {"Type": "Customer", "EntityRef": {"value": customers[line.name]}}
        lines.append(
            {
                "Description": described(line.slot, line.title),
                "Amount": amount(abs(line.cents)),
                "DetailType": "JournalEntryLineDetail",
                "JournalEntryLineDetail": detail,
            }
        )
    return lines


def same(sent: str, found: dict[str, Any]) -> bool:
    """True when what QuickBooks holds is, line by line, what was sent."""
    ours = thawed(sent)
    if (found.get("DocNumber"), found.get("TxnDate")) != (ours["DocNumber"], ours["TxnDate"]):
        return False
    return sorted(map(_line, ours["Line"])) == sorted(_line(x) for x in found.get("Line", []) if _counts(x))


def body_of(found: dict[str, Any]) -> str:
    """An entry that QuickBooks holds, as bytes that `same` compares with."""
    lines = []
    for line in filter(_counts, found.get("Line", [])):
        kept = {name: line[name] for name in ("Description", "DetailType", "JournalEntryLineDetail") if name in line}
        lines.append({**kept, "Amount": amount(cents(line.get("Amount")))})
    whole = {name: found.get(name) for name in ("DocNumber", "TxnDate", "PrivateNote")}
    return frozen({**whole, "Line": lines})


def difference(sent: str, found: dict[str, Any]) -> int:
    """By how many cents the debits QuickBooks holds differ from those sent."""
    return debits(found.get("Line", [])) - debits(thawed(sent)["Line"])


def debits(lines: list[dict[str, Any]]) -> int:
    """The sum of the debit lines, in cents."""
    return sum(line[1] for line in map(_line, filter(_counts, lines)) if line[0] == "Debit")


def _counts(line: dict[str, Any]) -> bool:
    return line.get("DetailType") == "JournalEntryLineDetail"


def _line(line: dict[str, Any]) -> tuple[str, int, str, str, str, str, str, str]:
    detail = line.get("JournalEntryLineDetail") or {}
    entity = (detail.get("Entity") or {}).get("EntityRef") or {}
    return (
        str(detail.get("PostingType")),
        cents(line.get("Amount")),
        str((detail.get("AccountRef") or {}).get("value")),
        str(entity.get("value") or ""),
        str((detail.get("ClassRef") or {}).get("value") or ""),
        str((detail.get("DepartmentRef") or {}).get("value") or ""),
        str((detail.get("TaxCodeRef") or {}).get("value") or "").replace("NON", ""),
        str(line.get("Description") or ""),
    )
