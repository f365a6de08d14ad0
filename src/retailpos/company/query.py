"""The query language: one entity, AND of comparisons, ordering and paging."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from retailpos.company.books import Books
from retailpos.company.wrong import Wrong

_SHAPE = re.compile(
    r"^\s*select\s+(?P<what>\*|count\(\*\)|[\w.,\s]+?)\s+from\s+(?P<kind>\w+)"
    r"(?:\s+where\s+(?P<where>.*?))?(?:\s+order\s*by\s+(?P<order>[\w.]+)(?:\s+(?P<down>asc|desc))?)?"
    r"(?:\s+startposition\s+(?P<start>\d+))?(?:\s+maxresults\s+(?P<most>\d+))?\s*;?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_TEST = re.compile(
    r"\s*(?P<name>[\w.]+)\s*(?P<op><=|>=|=|<|>|\bin\b|\blike\b)\s*"
    r"(?P<value>\((?:[^)']|'(?:[^'\\]|\\.)*')*\)|'(?:[^'\\]|\\.)*'|[\w.\-]+)\s*(?:\band\b|$)",
    re.IGNORECASE,
)
KINDS = (
    "Account Customer Vendor Item Class Department PaymentMethod Term TaxCode TaxRate TaxAgency JournalEntry "
    "CompanyInfo Preferences Employee"
).split()
_LISTS = ("Account", "Customer", "Vendor", "Item", "Class", "Department", "PaymentMethod", "Term", "Employee")


def run(books: Books, statement: str) -> dict[str, Any]:
    """The QueryResponse of a statement."""
    shape = _SHAPE.match(statement)
    if shape is None:
        raise Wrong("4000", "QueryParserError: the statement could not be read", "")
    kind = next((k for k in KINDS if k.lower() == shape["kind"].lower()), "")
    if not kind:
        raise Wrong("4001", f"QueryValidationError: Invalid context declaration: {shape['kind']}", "")
    start = int(shape["start"] or 1)
    if start < 1:
        raise Wrong("4001", "QueryValidationError: value 0 is too small. Min allowed value is 1", "")
    most = min(int(shape["most"] or 100), 1000)
    tests = _tests(shape["where"] or "")
    rows = books.all(kind)
    if kind in _LISTS and not any(name.lower() == "active" for name, _, _ in tests):
        rows = [row for row in rows if row.get("Active", True)]
    rows = [row for row in rows if all(_holds(row, *test) for test in tests)]
    if shape["order"]:
        rows.sort(
            key=lambda row: str(_value(row, shape["order"]) or ""), reverse=(shape["down"] or "").lower() == "desc"
        )
    if shape["what"].lower().startswith("count"):
        return {"totalCount": len(rows)}
    page = rows[start - 1 : start - 1 + most]
    return {kind: page, "startPosition": start, "maxResults": len(page)} if page else {}


def _tests(where: str) -> list[tuple[str, str, list[str]]]:
    found, place = [], 0
    while place < len(where):
        match = _TEST.match(where, place)
        if match is None:
            raise Wrong("4000", "QueryParserError: the condition could not be read", "")
        raw = match["value"]
        parts = re.findall(r"'(?:[^'\\]|\\.)*'|[^\s,()]+", raw) if raw.startswith("(") else [raw]
        found.append((match["name"], match["op"].lower(), [_bare(part) for part in parts]))
        place = match.end()
    return found


def _bare(part: str) -> str:
    return re.sub(r"\\(.)", r"\1", part[1:-1]) if part.startswith("'") else part


def _value(row: dict[str, Any], name: str) -> Any:
    value: Any = row
    for step in name.split("."):
        if not isinstance(value, dict):
            return None
        value = next((v for k, v in value.items() if k.lower() == step.lower()), None)
    return value.get("value") if isinstance(value, dict) else value


def _holds(row: dict[str, Any], name: str, op: str, wanted: list[str]) -> bool:
    value = _value(row, name)
    if value is None:
        return False
    shown = str(value).lower() if isinstance(value, bool) else str(value).casefold()
    if op in ("=", "in"):
        return any(shown == want.casefold() for want in wanted)
    if op == "like":
        pattern = "".join(".*" if mark == "%" else re.escape(mark) for mark in wanted[0].casefold())
        return re.fullmatch(pattern, shown, re.DOTALL) is not None
    left, right = _comparable(shown, wanted[0].casefold())
    return bool({"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[op])


def _comparable(left: str, right: str) -> tuple[Any, Any]:
    try:
        return Decimal(left), Decimal(right)
    except InvalidOperation:
        return left, right
