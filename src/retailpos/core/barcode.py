"""What a scanned code means: the keys under which its item may be kept, and what must never be taken for one."""

from __future__ import annotations

import re

_AIM = re.compile(r"^\][A-Za-z][0-9a-zA-Z]")
_CARD = re.compile(r"^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|5)|3(?:0[0-5]|[68]))")


def check_digit(body: str) -> str:
    """The GTIN check digit of the digits before it (weights 3 and 1 from the right)."""
    total = sum(int(digit) * (3 if n % 2 == 0 else 1) for n, digit in enumerate(reversed(body)))
    return str(-total % 10)


def is_gtin(code: str) -> bool:
    """True for 8, 12, 13 or 14 digits whose check digit is right."""
    return code.isascii() and code.isdigit() and len(code) in (8, 12, 13, 14) and check_digit(code[:-1]) == code[-1]


def canonical(code: str) -> str:
    """The key under which a code is kept: a GTIN as 14 digits, anything else as it stands."""
    return code.zfill(14) if is_gtin(code) else code


def upc_e_to_a(code: str) -> str:
    """The 12 digits that an 8-digit UPC-E stands for, or '' where it is none."""
    if not (len(code) == 8 and code.isascii() and code.isdigit() and code[0] in "01"):
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


def lookup_keys(code: str) -> tuple[str, ...]:
    """The keys to look an item up by, in order: as scanned, as a GTIN, as the UPC-A behind a UPC-E."""
    bare = _AIM.sub("", code)
    keys = [canonical(bare), bare]
    if expanded := upc_e_to_a(bare):
        keys.append(canonical(expanded))
    return tuple(dict.fromkeys(key for key in keys if key))


def looks_like_card(code: str) -> bool:
    """True for what may be a payment card's number or stripe: never looked up, kept or logged."""
    if code.startswith(("%B", ";")) and "=" in code + "^":
        return any(part.isdigit() and len(part) >= 12 for part in re.split(r"[%B;^=?]", code))
    digits = code.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdigit() and 15 <= len(digits) <= 19 and _CARD.match(digits)):
        return False
    doubled = [int(d) * (2 if n % 2 else 1) for n, d in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
