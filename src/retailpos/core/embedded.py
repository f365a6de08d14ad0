"""Codes with a price or a weight inside, as scales print them: the layout is the shop's own, so it is a setting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retailpos.core.barcode import canonical, check_digit, is_gtin, without_aim
from retailpos.core.errors import Refusal

# What v does to each digit before a verifier's digits are added up (GS1 General Specifications 7.9).
_TWO_MINUS = (0, 2, 4, 6, 8, 9, 1, 3, 5, 7)
_THREE = (0, 3, 6, 9, 2, 5, 8, 1, 4, 7)
_FIVE_PLUS = (0, 5, 1, 6, 2, 7, 3, 8, 4, 9)
_FIVE_MINUS = (0, 5, 9, 4, 8, 3, 7, 2, 6, 1)
_OF_FOUR = (_TWO_MINUS, _TWO_MINUS, _THREE, _FIVE_MINUS)
_OF_FIVE = (_FIVE_PLUS, _TWO_MINUS, _FIVE_MINUS, _FIVE_PLUS, _TWO_MINUS)


@dataclass(frozen=True, slots=True)
class Layout:
    """How such a code is laid out: digits that must be there, then I item, P price, W weight, V verifier, C check.

    `2IIIIIVPPPPC` is the usual one of 12 digits, `21IIIIIWWWWWC` one of 13. `decimals` says where the point stands in
    the price (2: cents) or the weight (3: grams for a kilogram).
    """

    pattern: str
    decimals: int

    def __post_init__(self) -> None:
        fixed = self.pattern.rstrip("IPWVC")
        ends_well = self.pattern.endswith("C") and self.pattern.count("C") == 1 and "I" in self.pattern
        one_kind = ("P" in self.pattern) != ("W" in self.pattern)
        if not (
            fixed.isdigit() and len(self.pattern) in (12, 13) and ends_well and one_kind and self.decimals in range(6)
        ):
            raise Refusal("barcode_layout_not_understood", pattern=self.pattern)


@dataclass(frozen=True, slots=True)
class Embedded:
    """What such a code says: keys to find the item by, and the price in cents or the amount in thousandths."""

    keys: tuple[str, ...]
    cents: int | None
    milli: int | None


def read_embedded(code: str, layouts: Iterable[Layout]) -> Embedded | None:
    """The price or weight in a code by the first layout that fits it; None for any other code.

    Raises Refusal embedded_price_damaged where the verifier disagrees: such a price is asked for, not believed.
    """
    bare = without_aim(code).strip()
    if len(bare) not in (12, 13) or not is_gtin(bare):
        return None
    for layout in layouts:
        digits = bare[1:] if len(layout.pattern) == 12 and len(bare) == 13 and bare[0] == "0" else bare
        if _fits(digits, layout.pattern):
            return _read(digits, layout)
    return None


def _fits(digits: str, pattern: str) -> bool:
    if len(digits) != len(pattern):
        return False
    return all(mark in "IPWVC" or mark == digit for mark, digit in zip(pattern, digits, strict=True))


def _read(digits: str, layout: Layout) -> Embedded:
    figures = _part(digits, layout.pattern, "PW")
    verifier = _part(digits, layout.pattern, "V")
    if verifier and verifier != verifier_of(figures):
        raise Refusal("embedded_price_damaged", code=digits)
    body = "".join(
        "0" if mark in "PWV" else digit for mark, digit in zip(layout.pattern[:-1], digits[:-1], strict=True)
    )
    zeroed = body + check_digit(body)
    keys = tuple(dict.fromkeys((canonical(zeroed), zeroed, body + "0", _part(digits, layout.pattern, "I"))))
    if "P" in layout.pattern:
        return Embedded(keys, _shifted(figures, 2 - layout.decimals), None)
    return Embedded(keys, None, _shifted(figures, 3 - layout.decimals))


def _part(digits: str, pattern: str, marks: str) -> str:
    return "".join(digit for mark, digit in zip(pattern, digits, strict=True) if mark in marks)


def _shifted(figures: str, places: int) -> int:
    """Whole cents or thousandths; what is finer than that is rounded, half away from zero."""
    value = int(figures)
    if places >= 0:
        return value * int("1" + "0" * places)
    finer = int("1" + "0" * -places)
    return (value + finer // 2) // finer


def verifier_of(figures: str) -> str:
    """The digit that guards a price of four or five digits, '' where there is none for this length."""
    if len(figures) == 4:
        total = sum(table[int(digit)] for table, digit in zip(_OF_FOUR, figures, strict=True))
        return str(total * 3 % 10)
    if len(figures) == 5:
        total = sum(table[int(digit)] for table, digit in zip(_OF_FIVE, figures, strict=True))
        return str(_FIVE_MINUS.index(-total % 10))
    return ""
