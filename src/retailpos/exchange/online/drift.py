"""What became of sent documents in QuickBooks: what changed there since the last look, and by which lines."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from retailpos.core.errors import Refusal, Trouble
from retailpos.core.outbox import CHANGED_THERE, MISSING, VERIFIED, OutboxRow
from retailpos.exchange.entry import Line
from retailpos.exchange.online.amounts import MOST_NOTE, amount, cents, frozen, thawed
from retailpos.exchange.online.books import accounts
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.legs import JOURNAL_DETAIL as _DETAIL
from retailpos.exchange.online.legs import legs
from retailpos.exchange.online.papers import paper_of

ADJUSTMENT = "adjustment"
_OVERLAP = timedelta(minutes=5)
# QuickBooks tells at most so many changes in one answer: a full one may have left some out.
_MOST_CHANGES = 1000
_REFS = ("AccountRef", "ClassRef", "DepartmentRef", "TaxCodeRef")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found, by kind and id; an empty document was deleted.

    `whole` is True where everything of the days was read, so that what was not found is not there.
    `mark` is QuickBooks' own time of the look, from which the next one goes on.
    """

    found: dict[tuple[str, str], dict[str, Any]]
    whole: bool
    mark: str

    def state(self, row: OutboxRow) -> str:
        """The state that a sent row should have now; '' where the look tells nothing about it."""
        paper = paper_of(row.paper)
        there = self.found.get((paper.entity, row.quickbooks_id))
        if there is None:
            return MISSING if self.whole else ""
        if not there:
            return MISSING
        return VERIFIED if paper.same(row.body, there) else CHANGED_THERE


def seen(client: Client, entities: Collection[str], *, since: str, first: str) -> Seen:
    """What changed since the mark `since`; where that can't be told, all that is dated `first` or later."""
    return (_changes(client, entities, since) if since else None) or _everything(client, entities, first)


def _changes(client: Client, entities: Collection[str], since: str) -> Seen | None:
    """By change data capture; None where the last look is too long ago, or the answer may not be whole."""
    start = (datetime.fromisoformat(since) - _OVERLAP).isoformat()
    answer = client.get("cdc", entities=",".join(sorted(entities)), changedSince=start)
    if not answer.good:
        return None
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for part in answer.body.get("CDCResponse") or []:
        for group in part.get("QueryResponse") or []:
            for entity in entities:
                for one in group.get(entity) or []:
                    gone = one.get("status") == "Deleted"
                    found[entity, str(one.get("Id"))] = {} if gone else one
    return None if len(found) >= _MOST_CHANGES else Seen(found, whole=False, mark=str(answer.body.get("time") or since))


def _everything(client: Client, entities: Collection[str], first: str) -> Seen:
    """By query, day by day of the whole time looked at."""
    answer = client.get(f"companyinfo/{client.realm}")
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    found = {
        (entity, str(one.get("Id"))): one
        for entity in sorted(entities)
        for one in client.query(f"SELECT * FROM {entity} WHERE TxnDate >= '{first}'", entity)
    }
    return Seen(found, whole=True, mark=str(answer.body.get("time") or ""))


@dataclass(frozen=True, slots=True)
class Difference:
    """What must be entered, beside what stands in QuickBooks now, so that both together say what the shop says.

    `lines` can be shown (debit positive cents, accounts by name); `details` are the same lines' own words there.
    """

    lines: tuple[Line, ...]
    details: tuple[dict[str, Any], ...]


def difference(client: Client, row: OutboxRow, theirs: dict[str, Any]) -> Difference:
    """Ours less theirs, summed by account, customer, class and location. `theirs` is empty where it was deleted.

    Raises Refusal for a document that was moved to another date: no entry of one date makes up for that.
    """
    ours = thawed(row.body)
    if theirs and theirs.get("TxnDate") != ours["TxnDate"]:
        raise Refusal("moved_in_quickbooks", date=str(theirs.get("TxnDate")))
    sums: dict[tuple[str, ...], int] = {}
    details: dict[tuple[str, ...], dict[str, Any]] = {}
    names: dict[str, str] = {}
    for sign, document in ((1, ours), (-1, theirs)):
        for detail, whole in legs(client, row.paper, document):
            key = (*(_ref(detail, name) for name in _REFS), _ref(detail.get("Entity"), "EntityRef"))
            sums[key] = sums.get(key, 0) + sign * whole
            details.setdefault(key, detail)
            for ref in (detail.get("AccountRef"), (detail.get("Entity") or {}).get("EntityRef")):
                if ref and ref.get("name"):
                    names[str(ref["value"])] = str(ref["name"])
    left = {key: whole for key, whole in sums.items() if whole}
    chart = {account.id: account.name for account in accounts(client)} if left else {}
    lines = tuple(
        Line("", "", whole, chart.get(key[0], key[0]), "", names.get(key[-1], key[-1]), key[0])
        for key, whole in left.items()
    )
    return Difference(lines, tuple(details[key] for key in left))


def _ref(whole: dict[str, Any] | None, name: str) -> str:
    return str(((whole or {}).get(name) or {}).get("value") or "")


def number(row: OutboxRow, taken: Collection[str], letter: str = "A") -> str:
    """The next free document number of an entry beside this one: the same day and run, A where it adjusts."""
    parted = re.fullmatch(r"(.*-)[A-Z](\d+)(?:-\d+)?", row.doc_number)
    head, run = parted.groups() if parted else (f"{row.doc_number}-", "1")
    base, n = f"{head}{letter}{run}", 1
    while (base if n == 1 else f"{base}-{n}") in taken:
        n += 1
    return base if n == 1 else f"{base}-{n}"


def adjusting_body(row: OutboxRow, doc_number: str, off: Difference) -> str:
    """The bytes of the adjusting entry, written out before anything is sent."""
    return _written_out(row, doc_number, off, "adjusts")


def _written_out(row: OutboxRow, doc_number: str, off: Difference, what: str) -> str:
    lines = [
        {
            "Description": f"{what} {row.doc_number}",
            "Amount": amount(abs(line.cents)),
            "DetailType": _DETAIL,
            _DETAIL: _written(detail) | {"PostingType": "Debit" if line.cents > 0 else "Credit"},
        }
        for line, detail in zip(off.lines, off.details, strict=True)
    ]
    whole = {
        "DocNumber": doc_number,
        "TxnDate": thawed(row.body)["TxnDate"],
        "PrivateNote": f"{what.capitalize()} {row.doc_number}",
    }
    return frozen({**whole, "Line": lines})


def reversing(client: Client, row: OutboxRow, theirs: dict[str, Any]) -> Difference:
    """The lines that take back what stands in QuickBooks, one for each of its own."""
    found = tuple((detail, -whole) for detail, whole in legs(client, row.paper, theirs) if whole)
    chart = {account.id: account.name for account in accounts(client)}
    lines = tuple(_shown(detail, whole, chart) for detail, whole in found)
    return Difference(lines, tuple(detail for detail, _ in found))


def _shown(detail: dict[str, Any], whole: int, chart: dict[str, str]) -> Line:
    account = _ref(detail, "AccountRef")
    who = str(((detail.get("Entity") or {}).get("EntityRef") or {}).get("name") or "")
    return Line("", "", whole, chart.get(account, account), "", who, account)


def reversing_body(row: OutboxRow, doc_number: str, off: Difference) -> str:
    """The bytes of the entry that takes another back, written out before anything is sent."""
    return _written_out(row, doc_number, off, "reverses")


def dated(body: str, date: str, note: str) -> str:
    """An adjusting entry's bytes under the date and note that it is sent with."""
    document = thawed(body)
    lines = [
        {**line, "Amount": amount(cents(line["Amount"])), _DETAIL: _written(line[_DETAIL])} for line in document["Line"]
    ]
    adjusts = str(document["PrivateNote"]).partition(". ")[0]
    return frozen({**document, "TxnDate": date, "PrivateNote": f"{adjusts}. {note}"[:MOST_NOTE], "Line": lines})


def _written(detail: dict[str, Any]) -> dict[str, Any]:
    """A detail that can be written again; the tax on an adjusting line is none."""
    return detail | ({"TaxAmount": amount(0)} if "TaxAmount" in detail else {})
