"""Checks a body against its shape, in the order in which the service objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from retailpos.company.books import Books
from retailpos.company.shapes import SHAPES, Property
from retailpos.company.wrong import INACTIVE, Wrong

_MOST = Decimal(10) ** 15
_PLAIN: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "day": (str,),
    "enum": (str,),
    "amount": (int, Decimal, str),
    "number": (int, Decimal, str),
    "flag": (bool,),
    "ref": (dict,),
    "is": (dict,),
    "many": (list,),
}


def cents(value: object, element: str = "Amount") -> int:
    """An amount as whole cents; 2100 where it is none."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        raise Wrong("2100", f"{element} must be a decimal number", element) from None
    if not amount.is_finite() or abs(amount) >= _MOST or amount * 100 != int(amount * 100):
        raise Wrong("2100", f"{element} has more than two decimals or is too large", element)
    return int(amount * 100)


def money(whole: int) -> Decimal:
    """Cents as the amount the service shows."""
    return Decimal(whole).scaleb(-2)


def half_up(exact: Decimal) -> int:
    """An exact number of cents rounded half away from zero."""
    return int(exact.quantize(Decimal(1), rounding="ROUND_HALF_UP"))


def check_types(shape: str, body: dict[str, Any]) -> None:
    """2010 for a property the shape does not have, or one of the wrong JSON type."""
    known = SHAPES[shape]
    for name, value in body.items():
        prop = known.get(name)
        if prop is None:
            raise Wrong("2010", f"Property Name:{name[:60]} specified is unsupported or invalid", name[:60])
        if value is not None:
            _check_type(prop, value)


def _check_type(prop: Property, value: Any) -> None:
    wanted = _PLAIN.get(prop.type)
    odd = wanted is not None and (not isinstance(value, wanted) or (prop.type != "flag" and isinstance(value, bool)))
    if odd or (prop.type == "enum" and value == ""):
        raise Wrong("2010", f"Property Name:Can not construct instance of {prop.name} from the value given", prop.name)
    if prop.type == "is":
        check_types(prop.of, value)
    if prop.type == "many":
        for part in value:
            if not isinstance(part, dict):
                raise Wrong("2010", f"Property Name:{prop.name} holds something that is no object", prop.name)
            check_types(prop.of, part)


def check_needed(shape: str, body: dict[str, Any]) -> None:
    """2020 for every required property that is not there, all at once."""
    missing = [prop.name for prop, value, _ in walk(shape, body) if prop.needed and value in (None, "", {}, [])]
    if missing:
        raise Wrong.missing(missing)


def check_values(shape: str, body: dict[str, Any]) -> None:
    """Lengths, days, enumerations and decimals."""
    for prop, value, _ in walk(shape, body):
        if value is None or value == "":
            continue
        if prop.type == "text" and len(value) > int(prop.of):
            raise Wrong("2050", f"Min:0 Max:{prop.of} supported. Supplied length:{len(value)}", prop.name)
        if prop.type == "day":
            check_day(value, prop.name)
        if prop.type == "enum" and value not in prop.of.split("|"):
            raise Wrong("2170", f"{value[:40]} is none of {prop.of}", prop.name)
        if prop.type == "amount":
            cents(value, prop.name)
        if prop.type == "number":
            number(value, prop.name)


def check_day(value: str, name: str) -> None:
    """2060 for a day not written YYYY-MM-DD, 2070 for one the calendar does not have."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise Wrong("2060", f"Supplied value:{value[:40]}", name)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise Wrong("2070", f"Supplied value:{value[:40]}", name) from None


def number(value: object, name: str) -> Decimal:
    """A number; 2080 where it is none."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise Wrong("2080", f"{name} must be a number", name) from None
    if not found.is_finite() or abs(found) >= _MOST:
        raise Wrong("2080", f"{name} is out of range", name)
    return found


def check_references(books: Books, shape: str, body: dict[str, Any]) -> None:
    """2500 for a reference to nothing, 610 for one to something inactive; names are filled in."""
    for prop, value, holder in walk(shape, body):
        if prop.type == "ref" and value:
            holder[prop.name] = named(books, prop.of, value, prop.name)


def named(books: Books, kind: str, ref: dict[str, Any], element: str) -> dict[str, Any]:
    """The reference with the name of what it points to."""
    value = str(ref.get("value") or "")
    if kind == "TaxCode" and value in ("TAX", "NON"):
        return {"value": value}
    found = active(books, kind, value, element)
    shown = found.get("FullyQualifiedName") or found.get("DisplayName") or found.get("Name") or ""
    return {"value": value, "name": shown}


def active(books: Books, kind: str, value: str, element: str) -> dict[str, Any]:
    """The active entity of an id."""
    found = books.get(kind, value)
    if found is None:
        raise Wrong("2500", f"Invalid Reference Id : {kind} element id {value[:40]} not found", element)
    if not found.get("Active", True):
        raise Wrong("610", f"{INACTIVE} {kind} {value}", element)
    return found


def walk(shape: str, body: dict[str, Any]) -> Iterator[tuple[Property, Any, dict[str, Any]]]:
    """Every property of a body and of what lies in it: (property, value or None, the object that holds it)."""
    for prop in SHAPES[shape].values():
        value = body.get(prop.name)
        yield prop, value, body
        if prop.type == "is" and value is not None:
            yield from walk(prop.of, value)
        if prop.type == "many":
            for part in value or ():
                yield from walk(prop.of, part)
