"""Codes that say more than a number: GS1 strings (DataMatrix, DataBar, GS1-128) and GS1 links in a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from retailpos.core.barcode import aim, without_aim

_GS1_AIMS = ("C1", "e0", "d2", "Q3", "J1")
_SEPARATOR = "\x1d"
_KILOGRAMS = "310"
_PRICE = "392"


@dataclass(frozen=True, slots=True)
class Gs1:
    """What such a code says of a thing on the counter: its 14 digits, its dates, what it weighs or costs."""

    gtin: str
    expiry: date | None = None
    best_before: date | None = None
    batch: str = ""
    serial: str = ""
    milli: int | None = None
    cents: int | None = None


def read_gs1(code: str) -> Gs1 | None:
    """The GS1 content of a scan, or None where it has none or is not understood.

    Only a code whose scanner mark, separator, brackets or web address say so is taken for one: a wrong EAN-13 would
    otherwise be read as another field. Nothing of a web address is opened.
    """
    text = code.strip(" ")
    if without_aim(text).lower().startswith(("http://", "https://")):
        return _from(_parsed(without_aim(text), "gs1_digital_link_uri"))
    if aim(text) in _GS1_AIMS or _SEPARATOR in text or text.startswith("(01)"):
        plain = without_aim(text)
        return _from(_parsed(_bracketless(plain) if plain.startswith("(") else text, "gs1_message"))
    return None


def _parsed(text: str, part: str) -> Any:
    import biip

    try:
        return getattr(biip.parse(text), part, None)
    except (biip.ParseError, ValueError, ArithmeticError):
        return None


def _bracketless(text: str) -> str:
    """The form printed for people, `(01)...(10)...`, as scanners send it; each field gets its end."""
    return "".join(_SEPARATOR + field.replace(")", "", 1) for field in text.split("(") if field)[1:]


def _from(content: Any) -> Gs1 | None:
    if content is None:
        return None
    strings = {string.ai.ai: string for string in content.element_strings}
    number = strings.get("01")
    if number is None or number.gtin is None:
        return None
    weight = next((string.decimal for ai, string in strings.items() if ai.startswith(_KILOGRAMS)), None)
    price = next((string.decimal for ai, string in strings.items() if ai.startswith(_PRICE)), None)
    return Gs1(
        gtin=number.gtin.as_gtin_14(),
        expiry=strings["17"].date if "17" in strings else None,
        best_before=strings["15"].date if "15" in strings else None,
        batch=strings["10"].value if "10" in strings else "",
        serial=strings["21"].value if "21" in strings else "",
        milli=_whole(weight, 1000),
        cents=_whole(price, 100),
    )


def _whole(amount: Decimal | None, parts: int) -> int | None:
    return None if amount is None else int((amount * parts).quantize(Decimal(1), "ROUND_HALF_UP"))
