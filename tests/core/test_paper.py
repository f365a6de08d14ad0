"""Paper as text: right in every width, whatever the names are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.paper import (
    Banner,
    Barcode,
    Blank,
    Columns,
    Cut,
    Line,
    Logo,
    Pair,
    Paper,
    Rule,
    Text,
    lay_out,
    render_text,
)
from retailpos.core.textwidth import cells, printable, wrap

WIDTHS = (32, 42, 48)

RECEIPT = Paper(
    (
        Logo(),
        Text("Harbor Goods", "center", bold=True, double=True),
        Banner("COPY"),
        Pair("HG-1-000123", "2026-03-16 10:05"),
        Rule(),
        Pair("Stoneware Mug, child's", "12.50"),
        Pair("An item whose name goes on and on until it needs three lines of paper", "1,234,567.89"),
        Text("  14.00 less 1.50"),
        Columns(("Oat Soap Bar", "3", "14.85"), (5, 9)),
        Pair("TOTAL", "USD 1,234,595.24", bold=True, double=True),
        Blank(),
        Barcode("HG-1-000123"),
        Cut(),
    )
)


@pytest.mark.parametrize("columns", WIDTHS)
def test_no_line_is_wider_than_the_paper(columns: int) -> None:
    """The receipt keeps to 32, 42 and 48 columns."""
    assert max(cells(line) for line in render_text(RECEIPT, columns)) <= columns


@pytest.mark.parametrize("columns", WIDTHS)
def test_a_figure_ends_its_line(columns: int) -> None:
    """However long the name, the figure stands whole at the right edge."""
    lines = render_text(RECEIPT, columns)
    for figure in ("12.50", "1,234,567.89", "14.85", "USD 1,234,595.24", "2026-03-16 10:05"):
        found = [line for line in lines if line.endswith(figure)]
        assert len(found) == 1
        assert cells(found[0]) == columns


def test_the_receipt_in_32_columns() -> None:
    """The whole roll, letter by letter."""
    assert render_text(RECEIPT, 32) == [
        "             ~ ~ ~",
        "          Harbor Goods",
        "              COPY",
        "HG-1-000123     2026-03-16 10:05",
        "--------------------------------",
        "Stoneware Mug, child's     12.50",
        "An item whose name",
        "goes on and on",
        "until it needs",
        "three lines of",
        "paper               1,234,567.89",
        "  14.00 less 1.50",
        "Oat Soap Bar         3     14.85",
        "TOTAL           USD 1,234,595.24",
        "",
        "      ||| HG-1-000123 |||",
        "- - - - - - - - - - - - - - - - ",
    ]


def test_a_total_too_big_for_double_size_is_printed_single() -> None:
    """A figure is never cut to keep its size."""
    small, big = Pair("TOTAL", "USD 9.99", double=True), Pair("TOTAL", "USD 1,234,595.24", double=True)
    assert lay_out(Paper((small,)), 32) == (Line("TOTAL", "USD 9.99", double=True),)
    assert lay_out(Paper((big,)), 32) == (Line("TOTAL", "USD 1,234,595.24"),)


def test_wide_letters_count_double() -> None:
    """Han and Kana take two columns each, so the price keeps its place."""
    line = render_text(Paper((Pair("緑茶 セット", "9.80"),)), 32)[0]
    assert line == "緑茶 セット" + " " * 17 + "9.80"
    assert cells(line) == 32


def test_a_row_without_room_for_its_name_gives_it_a_line_of_its_own() -> None:
    """The name goes above, the figures stay whole."""
    row = Columns(("Department", "12,345,678.90", "12,345,678.90"), (15, 14))
    assert render_text(Paper((row,)), 32) == ["Department", "     12,345,678.90 12,345,678.90"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Milk\x1bp\x00\x19\xfa", "Milkp\xfa"),
        ("a\tb\r\nc", "a b  c"),
        ("price\u202e00.1", "price00.1"),
        ("zero\u200bwidth\u2060\ufeff", "zerowidth"),
        ("\x7fdel \x85c1 \x9b", "del c1 "),
        ("cafe\u0301", "café"),
        ("non\u00a0breaking", "non breaking"),
        ("heart\u2764\ufe0f", "heart\u2764"),
        ("x" * 1000, "x" * 400),
        ("q" + "\u0301" * 9, "q" + "\u0301" * 4),
    ],
)
def test_what_may_be_printed(text: str, kept: str) -> None:
    """Commands, reversing marks, hidden marks and piles of accents are left out."""
    assert printable(text) == kept


@given(st.text())
def test_printable_is_clean_and_settled(text: str) -> None:
    """Whatever comes in, no control mark goes out, and a second pass changes nothing."""
    clean = printable(text)
    assert printable(clean) == clean
    assert len(clean) <= 400
    assert not [mark for mark in clean if unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


@given(st.text(), st.sampled_from((*WIDTHS, 16, 21, 2)))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, columns: int) -> None:
    """Wrapping only takes spaces away."""
    lines = wrap(text, columns)
    assert all(cells(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")


@given(st.text(), st.text(alphabet="0123456789,.- USD€", min_size=1, max_size=27), st.sampled_from(WIDTHS))
def test_no_name_pushes_a_figure_off(name: str, figure: str, columns: int) -> None:
    """For any name and any figure that fits a line at all."""
    shown = printable(figure).strip()
    lines = render_text(Paper((Pair(name, figure),)), columns)
    assert all(cells(line) <= columns for line in lines)
    assert lines[-1].endswith(shown)
