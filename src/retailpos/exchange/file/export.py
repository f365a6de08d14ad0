"""A day's entries as a file, for when the net is down: CSV for QuickBooks Online's own import, IIF for Desktop's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from retailpos.core.money import Money, plain
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.online.amounts import described

# A cell that begins so is taken for a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_HEAD = ("Journal No.", "Journal Date", "Account", "Debits", "Credits", "Description", "Name")


# An entry with the document number it has.
Numbered = tuple[Entry, str]


def as_csv(entries: Iterable[Numbered]) -> str:
    """The entries with one row a line; text can't be taken for a formula, amounts are numbers."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_HEAD)
    for entry, number in entries:
        day = date.fromisoformat(entry.date).strftime("%m/%d/%Y")
        for line in entry.lines:
            amount = plain(Money(abs(line.cents)))
            sides = (amount, "") if line.cents > 0 else ("", amount)
            rows.writerow((number, day, _safe(line.account), *sides, _safe(about(line)), _safe(line.name)))
    return out.getvalue()


def as_iif(entries: Iterable[Numbered]) -> str:
    """The entries as general journal transactions; debits positive, credits negative, tabs between."""
    head = ("TRNSTYPE", "DATE", "ACCNT", "NAME", "AMOUNT", "DOCNUM", "MEMO")
    rows = [("!TRNS", *head), ("!SPL", *head), ("!ENDTRNS",)]
    for entry, number in entries:
        day = date.fromisoformat(entry.date).strftime("%m/%d/%Y")
        for n, line in enumerate(entry.lines):
            cells = ("GENERAL JOURNAL", day, line.account, line.name, plain(Money(line.cents)), number, about(line))
            rows.append(("TRNS" if n == 0 else "SPL", *(_cell(cell) for cell in cells)))
        rows.append(("ENDTRNS",))
    return "".join("\t".join(row) + "\r\n" for row in rows)


def about(line: Line) -> str:
    """What a line says of itself."""
    return described(line.slot, line.title)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell(text: str) -> str:
    """IIF knows no quoting: what would end a cell or a row makes way for a space."""
    return " ".join(text.replace("\t", " ").replace('"', "'").split())
