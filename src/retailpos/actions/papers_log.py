"""The log of every attempt as a file: a table for a spreadsheet, or text for whoever has to find out why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from retailpos.actions.shop import OpenShop
from retailpos.core.day import moment
from retailpos.core.errors import Trouble
from retailpos.words import sentence

CSV, TEXT = "csv", "txt"
_MOST = 100_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_HEAD = ("When", "Document", "State", "What happened", "QuickBooks said", "Number there", "Mapping", "Request", "By")


def log_file(shop: OpenShop, kind: str) -> bytes:
    """Every attempt, the newest first. The table has a row each; the text has the whole answer too, secrets masked."""
    with shop.store.read() as tx:
        attempts = tx.outbox.attempts(most=_MOST)
        people = {person.id: person.name for person in tx.lists.employees()}
    rows = (_row(shop, attempt, people) for attempt in attempts)
    if kind == CSV:
        return _table(rows)
    return "\n".join(_told(row, attempt) for row, attempt in zip(rows, attempts, strict=True)).encode()


def _row(shop: OpenShop, attempt: dict[str, Any], people: dict[str, str]) -> tuple[str, ...]:
    """An attempt's cells, in the order of the head."""
    when = moment(int(attempt["at"])).astimezone(ZoneInfo(shop.facts.zone)).strftime("%Y-%m-%d %H:%M:%S")
    reason = str(attempt["reason"])
    happened = sentence(Trouble(reason)) if reason else ""
    names = ("quickbooks_id", "mapping_version", "request_id")
    there, version, request = (str(attempt[name]) for name in names)
    who = people.get(str(attempt["by"]), str(attempt["by"]))
    said = str(attempt["said"])
    return (when, str(attempt["doc_number"]), str(attempt["state"]), happened, said, there, version, request, who)


def _table(rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(_HEAD)
    for row in rows:
        table.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row)
    return out.getvalue().encode()


def _told(row: tuple[str, ...], attempt: dict[str, Any]) -> str:
    """One attempt as a paragraph, its answer indented below."""
    pairs = (f"{name}: {cell}" for name, cell in zip(_HEAD, row, strict=True) if cell)
    answer = "".join(f"    {line}\n" for line in str(attempt["raw"]).splitlines())
    return "\n".join(pairs) + "\n" + answer
