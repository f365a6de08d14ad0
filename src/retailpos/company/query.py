"""The query language: one entity, AND of comparisons, ordering and paging."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from retailpos.company import show
from retailpos.company.books import Body, Books
from retailpos.company.shapes import LISTS, NAMED, SHAPES, TRANSACTIONS
from retailpos.company.wrong import Wrong

_SHAPE = re.compile(
    r"^\s*select\s+(?P<what>\*|count\s*\(\s*\*\s*\)|[\w.,\s]+?)\s+from\s+(?P<kind>\w+)"
    r"(?:\s+where\s+(?P<where>.*?))?(?:\s+order\s*by\s+(?P<order>[\w.]+)(?:\s+(?P<down>asc|desc))?)?"
    r"(?:\s+startposition\s+(?P<start>\d+))?(?:\s+maxresults\s+(?P<most>\d+))?\s*;?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_TEST = re.compile(
    r"\s*(?P<name>[\w.]+)\s*(?P<op><=|>=|=|<|>|\bin\b|\blike\b)\s*"
    r"(?P<value>\((?:[^)']|'(?:[^'\\]|\\.)*')*\)|'(?:[^'\\]|\\.)*'|[\w.\-+:]+)\s*(?P<more>\band\b|$)",
    re.IGNORECASE,
)
_COLUMNS = {"id": "id", "docnumber": "doc_number", "txndate": "txn_date"}
_ALWAYS = ("id", "active", "metadata", "synctoken", "domain", "sparse")
# The service filters transactions by few properties; a search by note, for one, is refused.
_FILTERED = (
    "docnumber txndate totalamt balance customerref vendorref duedate paymentrefnum departmentref classref "
    "deposittoaccountref paymentmethodref salestermref entityref accountref paymenttype"
).split()
Test = tuple[str, str, list[str]]


def run(books: Books, statement: str) -> dict[str, Any]:
    """The QueryResponse of a statement."""
    found = _SHAPE.match(statement)
    if found is None:
        raise Wrong("4000", "QueryParserError: the statement could not be read")
    kind = NAMED.get(found["kind"].lower(), "")
    if not kind:
        raise Wrong("4001", f"QueryValidationError: Invalid context declaration: {found['kind'][:40]}")
    start, most = int(found["start"] or 1), int(found["most"] or 100)
    if start < 1:
        raise Wrong("4001", f"QueryValidationError: value {start} is too small. Min allowed value is 1")
    if most > 1000:
        raise Wrong("4001", f"QueryValidationError: value {most} is too large. Max allowed value is 1000")
    tests = _tests(books, kind, found["where"] or "")
    rows = _rows(books, kind, tests)
    if found["order"]:
        _may_filter(kind, found["order"])
        order = found["order"]
        rows.sort(key=lambda row: _key(_value(row, order)), reverse=(found["down"] or "").lower() == "desc")
    if found["what"].lower().startswith("count"):
        return {"totalCount": len(rows)}
    page = rows[start - 1 : start - 1 + most]
    return {kind: page, "startPosition": start, "maxResults": len(page)} if page else {}


def _rows(books: Books, kind: str, tests: list[Test]) -> list[Body]:
    where, values = ["deleted = 0"], []
    for name, op, wanted in tests:
        column = _COLUMNS.get(name.lower())
        if column and op in ("=", "in"):
            where.append(f"{column} COLLATE NOCASE IN ({','.join('?' * len(wanted))})")
            values += wanted
    rows = show.all_of(books, kind, " AND ".join(where), *values)
    if kind in LISTS and not any(name.lower() == "active" for name, _, _ in tests):
        rows = [row for row in rows if row.get("Active", True)]
    return [row for row in rows if all(_holds(row, *test) for test in tests)]


def _tests(books: Books, kind: str, where: str) -> list[Test]:
    found: list[Test] = []
    place, more = 0, bool(where.strip())
    while place < len(where):
        match = _TEST.match(where, place)
        if match is None or not more:
            raise Wrong("4000", "QueryParserError: the condition could not be read")
        _may_filter(kind, match["name"])
        raw, op = match["value"], match["op"].lower()
        if match["name"].lower() == "id" and op not in ("=", "in"):
            raise Wrong("4001", "QueryValidationError: Id can be compared by = and IN only")
        parts = re.findall(r"'(?:[^'\\]|\\.)*'|[^\s,()]+", raw) if raw.startswith("(") else [raw]
        wanted = [_bare(books, part) for part in parts]
        for want in wanted:
            _key(want)
        found.append((match["name"], op, wanted))
        place, more = match.end(), match["more"] != ""
    if found and more:
        raise Wrong("4000", "QueryParserError: a condition is missing after AND")
    return found


def _may_filter(kind: str, name: str) -> None:
    """4001 for a property that the service does not search by."""
    first = name.partition(".")[0].lower()
    if first in _ALWAYS or kind not in SHAPES:
        return
    known = {prop.lower() for prop in SHAPES[kind]}
    if first not in known or (kind in TRANSACTIONS and first not in _FILTERED):
        raise Wrong("4001", f"QueryValidationError: Property {name[:40]} not found for Entity {kind}")


def _bare(books: Books, part: str) -> str:
    if part.upper() == "CURRENT_DATE":
        return books.today()
    return re.sub(r"\\(.)", r"\1", part[1:-1]) if part.startswith("'") else part


def _value(row: Body, name: str) -> Any:
    value: Any = row
    for step in name.split("."):
        if not isinstance(value, dict):
            return None
        value = next((v for k, v in value.items() if k.lower() == step.lower()), None)
    return value.get("value") if isinstance(value, dict) else value


def _holds(row: Body, name: str, op: str, wanted: list[str]) -> bool:
    value = _value(row, name)
    if value is None:
        return False
    shown = str(value).casefold()
    if op in ("=", "in"):
        return any(_key(shown) == _key(want.casefold()) for want in wanted)
    if op == "like":
        pattern = "".join(".*" if mark == "%" else re.escape(mark) for mark in wanted[0].casefold())
        return re.fullmatch(pattern, shown, re.DOTALL) is not None
    left, right = _key(shown), _key(wanted[0].casefold())
    return bool({"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[op])


def _key(value: Any) -> tuple[int, Any]:
    """Numbers as numbers, moments as moments, anything else as text."""
    text = str("" if value is None else value).casefold()
    try:
        return 0, Decimal(text)
    except InvalidOperation:
        pass
    if re.fullmatch(r"\d{4}-\d\d-\d\dt.+", text):
        try:
            moment = datetime.fromisoformat(text.upper())
        except ValueError:
            raise Wrong("4001", f"QueryValidationError: {text[:40]} is no moment") from None
        return 1, (moment if moment.tzinfo else moment.astimezone()).timestamp()
    return 2, text


def moment(text: str) -> float:
    """The seconds of a moment; 4001 where it is none. A bare day begins at its first minute in UTC."""
    rank, value = _key(f"{text}T00:00:00+00:00" if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text.replace(" ", "+"))
    if rank != 1:
        raise Wrong("4001", f"QueryValidationError: {text[:40]} is no moment", "changedSince")
    return float(value)


def changed(books: Books, kind: str, since: float) -> list[Body]:
    """Entities created or changed at or after a moment."""
    return [row for row in books.all(kind) if moment(str(row["MetaData"]["LastUpdatedTime"])) >= since]


def deleted(books: Books, kind: str, since: float) -> list[Body]:
    """Ids of what was deleted at or after a moment."""
    rows = books.rows("SELECT id, updated FROM entity WHERE kind = ? AND deleted = 1", kind)
    return [{"Id": str(r["id"]), "updated": r["updated"]} for r in rows if moment(str(r["updated"])) >= since]
