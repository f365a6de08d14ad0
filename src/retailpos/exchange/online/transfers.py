"""Money between two accounts as a QuickBooks transfer. It has no number of its own: ours begins its note."""

from __future__ import annotations

from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.entry import Entry
from retailpos.exchange.online.amounts import amount, cents, frozen, thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.marks import settled

ENTITY, PATH = "Transfer", "transfer"
_KEPT = ("TxnDate", "PrivateNote", "FromAccountRef", "ToAccountRef")


def made(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes of a transfer, from the account that is credited to the one that is debited."""
    there = settled(office, entry)
    into = next(line for line in there.lines if line.cents > 0)
    out_of = next(line for line in there.lines if line.cents < 0)
    if into.account_id == out_of.account_id:
        raise Trouble("transfer_within_one_account", account=into.account)
    document = {
        **office.heading(entry.date, f"{doc_number}: {note}"),
        "FromAccountRef": {"value": out_of.account_id},
        "ToAccountRef": {"value": into.account_id},
        "Amount": amount(into.cents),
    }
    return frozen(document)


def number(found: dict[str, Any]) -> str:
    """Our document number, from the beginning of the note; '' in what somebody else made."""
    return str(found.get("PrivateNote") or "").partition(":")[0]


def same(sent: str, found: dict[str, Any]) -> bool:
    """True when the transfer QuickBooks holds is the one that was sent."""
    return _told(found) == _told(thawed(sent))


def difference(sent: str, found: dict[str, Any]) -> int:
    """By how many cents the transfer QuickBooks holds differs from the one sent."""
    return cents(found.get("Amount")) - cents(thawed(sent)["Amount"])


def body_of(found: dict[str, Any]) -> str:
    """A transfer that QuickBooks holds, as bytes that `same` compares with."""
    kept = {name: found[name] for name in _KEPT if name in found}
    return frozen({**kept, "Amount": amount(cents(found.get("Amount")))})


def _told(document: dict[str, Any]) -> tuple[str, str, str, str, int]:
    ends = (str((document.get(name) or {}).get("value")) for name in ("FromAccountRef", "ToAccountRef"))
    out_of, into = ends
    return number(document), str(document.get("TxnDate")), out_of, into, cents(document.get("Amount"))
