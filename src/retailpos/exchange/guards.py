"""Asked before the first byte of a day leaves: are the books open, and did nobody enter the day by hand?

A day that is held stays ready and untouched; what happens to it then is a person's decision. Nothing here ever asks
for a lower lock, and nothing is dated anew by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from retailpos.core.outbox import OutboxRow
from retailpos.exchange.entry import Entry
from retailpos.exchange.online.books import Office, accounts
from retailpos.exchange.online.client import Client
from retailpos.exchange.suggest import account_type

BOOKS_CLOSED, BY_HAND = "books_closed", "maybe_entered_by_hand"
_NUMBERED = re.compile(r"[^\s-]+-\d+-\d{6}-[A-Z]\d+(?:-\d+)?")
_INCOME = ("Income", "Other Income")
_WATCHED = ("JournalEntry", "SalesReceipt")
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Held:
    """Why a document is not sent, and what is known about it, to be shown as it is."""

    reason: str
    said: str


def first_open_day(closed_to: str) -> str:
    """The day after the closing date, 'YYYY-MM-DD'."""
    return (date.fromisoformat(closed_to) + timedelta(days=1)).isoformat()


class Guards:
    """The guards of one round of sending. The look for hand-entered days asks QuickBooks once a date and kind."""

    def __init__(self, *, by_hand: bool = True, told: Callable[[str], bool] = lambda _number: False) -> None:
        """`by_hand` turns the look for hand-entered days on; `told` says for which numbers a person decided."""
        self._by_hand = by_hand
        self._told = told
        self._others: dict[str, list[tuple[str, dict[str, Any]]]] = {}

    def hold(self, office: Office, row: OutboxRow, entry: Entry) -> Held | None:
        """What holds this document back, or None. `entry` carries the date that it will have in QuickBooks."""
        closed_to = office.company.closed_to
        if closed_to and entry.date <= closed_to:
            return Held(BOOKS_CLOSED, f"closed to {closed_to}, first open day {first_open_day(closed_to)}")
        first_time = not row.body
        if not (self._by_hand and first_time) or self._told(row.doc_number):
            return None
        lines = [line for line in entry.lines if account_type(line.slot)[0] in _INCOME]
        others = self._there(office.client, row.business_date) if lines else []
        if not others:
            return None
        ids = {account.name.casefold(): account.id for account in accounts(office.client)}
        ours = {line.account_id or ids.get(line.account.casefold(), "") for line in lines} - {""}
        touching = [_called(kind, other) for kind, other in others if ours & _touched(office.client, kind, other)]
        return Held(BY_HAND, ", ".join(touching[:_MOST_NAMED])) if touching else None

    def _there(self, client: Client, day: str) -> list[tuple[str, dict[str, Any]]]:
        """What stands in QuickBooks under a date and carries no number that this program gives."""
        if day not in self._others:
            self._others[day] = [
                (kind, found)
                for kind in _WATCHED
                for found in client.query(f"SELECT * FROM {kind} WHERE TxnDate = '{day}'", kind)
                if not _NUMBERED.fullmatch(str(found.get("DocNumber") or ""))
            ]
        return self._others[day]


def _called(kind: str, found: dict[str, Any]) -> str:
    """A document as a person finds it there: its kind, its number, its id."""
    words = {"JournalEntry": "journal entry", "SalesReceipt": "sales receipt"}[kind]
    number = str(found.get("DocNumber") or "without a number")
    return f"{words} {number} (id {found.get('Id')})"


def _touched(client: Client, kind: str, found: dict[str, Any]) -> set[str]:
    """The accounts that a document's lines go to, by id; a receipt's line goes where its item goes."""
    lines = [line for line in found.get("Line", []) if isinstance(line, dict)]
    if kind == "JournalEntry":
        return {_ref(line.get("JournalEntryLineDetail"), "AccountRef") for line in lines}
    details = [line.get("SalesItemLineDetail") for line in lines]
    items = sorted({_ref(detail, "ItemRef") for detail in details} - {""})
    named = {_ref(detail, "ItemAccountRef") for detail in details}
    if not items:
        return named
    wanted = ", ".join(f"'{item}'" for item in items)
    sold = client.query(f"SELECT * FROM Item WHERE Id IN ({wanted}) AND Active IN (true,false)", "Item")
    return named | {_ref(item, "IncomeAccountRef") for item in sold}


def _ref(whole: dict[str, Any] | None, name: str) -> str:
    return str(((whole or {}).get(name) or {}).get("value") or "")
