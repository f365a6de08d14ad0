"""A day's entry as a file agrees with the entry, cent by cent."""

from __future__ import annotations

import csv
import io

from retailpos.core.document import Posting
from retailpos.core.mapping import Mapping
from retailpos.core.money import Money
from retailpos.exchange.entry import Book, build
from retailpos.exchange.file.export import as_csv, as_iif
from retailpos.exchange.suggest import Names

POSTINGS = (
    (1, Posting("sales", "d1", -10050)),
    (1, Posting("tax", "a1", -704)),
    (2, Posting("tender.card", "t1", 10754)),
)
NAMES = Names({"d1": "=cmd()", "a1": "State DOR", "t1": "Visa/MC"})
ENTRY = build("2026-03-02", "sales", POSTINGS, Book(Mapping(), NAMES, suggest=True))


def test_csv_agrees_with_the_entry() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv([(ENTRY, "HG-1-260302-S1")]))))
    found = {row["Account"]: (row["Debits"], row["Credits"]) for row in rows}
    assert found == {
        "Merchandise Sales:=cmd()": ("", "100.50"),
        "Sales Tax Payable - State DOR": ("", "7.04"),
        "Card Clearing - Visa/MC": ("107.54", ""),
    }
    assert {row["Journal Date"] for row in rows} == {"03/02/2026"}


def test_text_can_not_be_taken_for_a_formula() -> None:
    names = Names({"d1": "x", "a1": "y", "t1": "@SUM(A1)"})
    postings = ((1, Posting("paid_out", "=1+1", 500)), (1, Posting("tender.cash", "1", -500)))
    entry = build("2026-03-02", "sales", postings, Book(Mapping(), names, suggest=True))
    cells = [cell for row in csv.reader(io.StringIO(as_csv([(entry, "N")]))) for cell in row]
    assert "'=1+1" in cells
    assert not any(cell.startswith(("=", "@", "+")) for cell in cells)


def test_iif_sums_to_zero_and_keeps_its_shape() -> None:
    lines = as_iif([(ENTRY, "HG-1-260302-S1")]).split("\r\n")
    assert [line.split("\t")[0] for line in lines] == [
        "!TRNS",
        "!SPL",
        "!ENDTRNS",
        "TRNS",
        "SPL",
        "SPL",
        "ENDTRNS",
        "",
    ]
    amounts = [line.split("\t")[5] for line in lines if line.startswith(("TRNS", "SPL"))]
    cents = [(-1 if text.startswith("-") else 1) * Money.parse(text.lstrip("-")).cents for text in amounts]
    assert sum(cents) == 0
    assert sorted(cents) == sorted(line.cents for line in ENTRY.lines)
