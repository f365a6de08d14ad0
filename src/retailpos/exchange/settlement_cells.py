"""The cells of a table that came from outside: nothing in it is trusted, and what can't be read is said in words."""

from __future__ import annotations

import csv
import io
import re
import time
from dataclasses import dataclass
from datetime import date

from retailpos.core.errors import Refusal

MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_CELL = 5_000_000, 20_000, 200, 2_000
_DELIMITERS = ",;\t|"
# Digits with or without groups of three. A point before the only group of three could be either, and is refused.
_AMOUNT = re.compile(
    r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?|[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:\.\d{3}){2,}"
    r"|[1-9]\d{0,2}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?|\d+\.\d{2}0+|[.,]\d{2}"
)
_NUMBERS = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_SPELT = ("%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y")
_FIRST, _LAST = "2000-01-01", "2099-12-31"


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, and rows with the number they have in the file. Every row is as wide as the heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def table(raw: bytes) -> Table:
    """The cells of a CSV file. Raises Refusal where it is too big, no text, or no table."""
    if len(raw) > MOST_BYTES:
        raise Refusal("payout_file_too_big", most=MOST_BYTES // 1_000_000)
    text = _text(raw)
    lines = _read(text)
    head = tuple(clean(cell, 60) for cell in lines[0][1]) if lines else ()
    if len(head) < 2 or len(head) > MOST_COLUMNS or not any(head):
        raise Refusal("payout_file_not_text")
    if len(lines) == 1:
        raise Refusal("payout_file_empty")
    if len(lines) > MOST_ROWS:
        raise Refusal("payout_file_too_big", most=MOST_BYTES // 1_000_000)
    rows = []
    for n, cells in lines[1:]:
        if len(cells) > len(head) and any(cells[len(head) :]):
            raise Refusal("payout_row_unreadable", row=n, column="?", text=clean(cells[len(head)], 40))
        rows.append((n, tuple([*cells, *[""] * len(head)][: len(head)])))
    return Table(head, tuple(rows))


def _text(raw: bytes) -> str:
    """UTF-8, or what an older program writes; a picture or a workbook is no text."""
    if raw.startswith((b"PK", b"%PDF", b"\x89PNG")) or b"\0" in raw[:4_000].replace(b"\xff\xfe", b""):
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return _decoded(raw, "utf-16")
        raise Refusal("payout_file_not_text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(raw, "cp1252")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("payout_file_not_text") from None


def _read(text: str) -> list[tuple[int, list[str]]]:
    """The lines that hold anything, with their numbers."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, cells))
            if len(rows) > MOST_ROWS + 1 or any(len(cell) > MOST_CELL for cell in cells):
                raise Refusal("payout_file_too_big", most=MOST_BYTES // 1_000_000)
    except csv.Error:
        raise Refusal("payout_row_unreadable", row=reader.line_num, column="?", text="") from None
    return rows


def clean(text: str, most: int) -> str:
    """Text that may be kept and shown: one line, no control characters, not too long."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())[:most]


def cents_of(text: str, row: int, column: str) -> int:
    """An amount in cents: 1,234.56, (12.00), -$3.10, 1.234,56; an empty cell is 0. Parts of a cent are refused."""
    bare = text.strip().strip("$€£¥ ").replace("$", "").strip()
    if not bare:
        return 0
    minus = bare.startswith(("-", "\u2212")) or bare.endswith("-") or (bare.startswith("(") and bare.endswith(")"))
    digits = bare.strip("()+-\u2212 $€£¥\u00a0")
    digits = re.sub(r"^[A-Z]{3}\s*|\s*[A-Z]{3}$", "", digits)
    if len(digits) > 20 or not digits.isascii() or not _AMOUNT.fullmatch(digits):
        raise Refusal("payout_row_unreadable", row=row, column=column, text=clean(text, 40))
    whole, cents = _parted(digits)
    return (-1 if minus else 1) * (int(whole or "0") * 100 + int(cents.ljust(2, "0") or "0"))


def _parted(digits: str) -> tuple[str, str]:
    """Whole digits and cents: the last point or comma before one or two digits parts them."""
    digits = re.sub(r"(\.\d{2})0+$", r"\1", digits)
    found = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", digits)
    assert found is not None
    return re.sub(r"\D", "", found.group(1)), found.group(2) or ""


def day_comes_first(column: list[str], *, otherwise: bool) -> bool:
    """Whether 03/04 is the third of April in this column: any day above 12 in it tells, else `otherwise`."""
    pairs = [(int(found[1]), int(found[2])) for found in map(_NUMBERS.match, map(str.strip, column)) if found]
    if any(first > 12 for first, _ in pairs if first < 100):
        return True
    return otherwise and not any(second > 12 for _, second in pairs)


def day_of(text: str, row: int, *, day_first: bool) -> str:
    """A date as YYYY-MM-DD; with points between, the day always comes first."""
    bare = clean(text, 60)
    found = _NUMBERS.match(bare)
    try:
        day = _numbered(found, day_first=day_first or "." in found.group(0)) if found else _spelt(bare)
    except ValueError:
        day = ""
    if not _FIRST <= day <= _LAST:
        raise Refusal("payout_row_unreadable", row=row, column="date", text=bare[:40])
    return day


def _numbered(found: re.Match[str], *, day_first: bool) -> str:
    one, two, three = found.groups()
    if len(one) == 4:
        return date(int(one), int(two), int(three)).isoformat()
    year = int(three) + (2000 if len(three) <= 2 else 0)
    month, day = (int(two), int(one)) if day_first else (int(one), int(two))
    return date(year, month, day).isoformat()


def _spelt(text: str) -> str:
    for shape in _SPELT:
        try:
            return date(*time.strptime(text, shape)[:3]).isoformat()
        except ValueError:
            continue
    return ""
