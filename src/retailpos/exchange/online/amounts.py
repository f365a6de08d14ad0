"""Amounts on their way to QuickBooks and back: whole cents here, digits with two decimals there."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

MOST_NOTE = 4000
NO_AMOUNT = -(10**18)


def amount(cents: int) -> str:
    """Whole cents as a marker that `frozen` turns into a JSON number: digits, never a binary fraction."""
    sign, whole = ("-" if cents < 0 else ""), abs(cents)
    return f"¤{sign}{whole // 100}.{whole % 100:02d}"


def frozen(document: dict[str, Any]) -> str:
    """The JSON of a document, byte for byte the same for the same document."""
    return re.sub(r'"¤(-?\d+\.\d\d)"', r"\1", json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def thawed(body: str) -> dict[str, Any]:
    """The document behind its bytes, amounts exact."""
    document: dict[str, Any] = json.loads(body, parse_float=Decimal)
    return document


def cents(value: object) -> int:
    """An amount of an answer in whole cents; NO_AMOUNT, which nothing of ours equals, where it is none."""
    try:
        exact = Decimal(str(value)) * 100
    except InvalidOperation:
        return NO_AMOUNT
    return int(exact) if exact.is_finite() and exact == exact.to_integral_value() else NO_AMOUNT


def described(slot: str, title: str) -> str:
    """What a line says of itself: the slot in words, and its sub-row."""
    words = slot.replace(".", " ").replace("_", " ")
    return f"{words}: {title}"[:MOST_NOTE] if title else words
