"""What a scanned code means: the keys under which its item may be kept, and what must never be taken for one."""

from __future__ import annotations

import re

_AIM = re.compile(r"^\]([A-Za-z])([0-9a-zA-Z])")
_CARD = re.compile(r"^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|4[4-9]|5)|3(?:0[0-5]|[689])|62|35)")
_STRIPE = re.compile(r"(?:%[A-Za-z]|;)(\d{12,19})[\^=]")


def check_digit(body: str) -> str:
    """The GTIN check digit of the digits before it (weights 3 and 1 from the right)."""
    total = sum(int(digit) * (3 if n % 2 == 0 else 1) for n, digit in enumerate(reversed(body)))
    return str(-total % 10)


def is_gtin(code: str) -> bool:
    """True for 8, 12, 13 or 14 digits whose check digit is right."""
    return _digits(code) and len(code) in (8, 12, 13, 14) and check_digit(code[:-1]) == code[-1]


def canonical(code: str) -> str:
    """The key under which a code is kept: a GTIN as 14 digits, anything else as it stands."""
    return code.zfill(14) if is_gtin(code) else code


def without_aim(code: str) -> str:
    """The code without the three marks by which some scanners name its kind (`]E0`)."""
    return _AIM.sub("", code)


def aim(code: str) -> str:
    """Those marks without the bracket (`E0`), or ''. Makers disagree on them: a hint, never a proof."""
    found = _AIM.match(code)
    return found.group(1) + found.group(2) if found else ""


def upc_e_to_a(code: str) -> str:
    """The 12 digits that an 8-digit UPC-E stands for, or '' where it is none."""
    if not (len(code) == 8 and _digits(code) and code[0] in "01"):
        return ""
    system, a, b, c, d, e, last, check = tuple(code)
    if last in "012":
        body = f"{system}{a}{b}{last}0000{c}{d}{e}"
    elif last == "3":
        body = f"{system}{a}{b}{c}00000{d}{e}"
    elif last == "4":
        body = f"{system}{a}{b}{c}{d}00000{e}"
    else:
        body = f"{system}{a}{b}{c}{d}{e}0000{last}"
    return body + check if check_digit(body) == check else ""


def isbn_10_to_13(code: str) -> str:
    """The 13 digits of a book's old 10-place number, or '' where it is none."""
    bare = code.replace("-", "").upper()
    if not (len(bare) == 10 and _digits(bare[:9]) and (bare[9] == "X" or _digits(bare[9]))):
        return ""
    values = [10 if mark == "X" else int(mark) for mark in bare]
    if sum(value * (10 - n) for n, value in enumerate(values)) % 11:
        return ""
    body = f"978{bare[:9]}"
    return body + check_digit(body)


def lookup_keys(code: str) -> tuple[str, ...]:
    """The keys to look an item up by, in order: as a GTIN, as scanned, as the UPC-A behind a UPC-E, as a book.

    Eight digits may be an EAN-8 and a UPC-E at once; the first comes first. A code in which the scanner's mark says
    EAN-8 is not read as a UPC-E. A price or weight inside a code is `core.embedded`'s business.
    """
    bare = without_aim(code).strip()
    keys = [canonical(bare), bare]
    if aim(code) != "E4":
        keys.append(canonical(upc_e_to_a(bare)))
    keys.append(canonical(isbn_10_to_13(bare)))
    return tuple(dict.fromkeys(key for key in keys if key))


def looks_like_card(code: str) -> bool:
    """True for what may be a payment card's number or stripe: never looked up, kept or logged.

    A number of 13 to 19 digits that passes the cards' own check and begins like one. What is a good barcode of 13 or
    14 digits is a barcode.
    """
    if any(_passes_luhn(number) for number in _STRIPE.findall(code)):
        return True
    digits = without_aim(code.strip()).replace(" ", "").replace("-", "")
    if not (_digits(digits) and 13 <= len(digits) <= 19 and _CARD.match(digits)):
        return False
    return _passes_luhn(digits) and not is_gtin(digits)


def _passes_luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if n % 2 else 1) for n, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
