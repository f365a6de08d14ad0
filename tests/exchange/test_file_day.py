"""A day as CSV, IIF and PDF: three files that say the same as its entry, to the cent."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path

import pypdf
import pytest

from retailpos.actions import books, papers
from retailpos.core.errors import Refusal, Trouble
from retailpos.core.money import Money
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.file.paper import Heading, as_pdf
from tests.exchange.trading import DAY, Trading

Sums = dict[str, int]


@pytest.fixture
def day(trading: Trading) -> Trading:
    trading.play(
        f"tender Visa kind card\nitem Cap price 10.00 department Apparel\nat {DAY} 09:00\nopen float 100.00\n"
        "sale\n  item Cap x 3\n  pay Visa\nsale\n  item Cap\n  pay cash\n"
        "close counted 108.50\nclose day"
    )
    return trading


def by_account(entries: tuple[Entry, ...]) -> Sums:
    found: Sums = defaultdict(int)
    for entry in entries:
        for line in entry.lines:
            found[line.account] += line.cents
    return dict(found)


def of_csv(content: bytes) -> Sums:
    found: Sums = defaultdict(int)
    for row in csv.DictReader(io.StringIO(content.decode())):
        debit, credit = (Money.parse(row[side]).cents if row[side] else 0 for side in ("Debits", "Credits"))
        found[row["Account"]] += debit - credit
    return dict(found)


def of_iif(content: bytes) -> Sums:
    found: Sums = defaultdict(int)
    for line in content.decode("cp1252").split("\r\n"):
        cells = line.split("\t")
        if cells[0] in ("TRNS", "SPL"):
            text = cells[5]
            found[cells[3]] += (-1 if text.startswith("-") else 1) * Money.parse(text.lstrip("-")).cents
    return dict(found)


def of_pdf(content: bytes, accounts: Sums) -> Sums:
    """The figures as a reader of the page finds them: each account's line, its amount under debit or credit."""
    found: Sums = defaultdict(int)
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        text = page.extract_text(extraction_mode="layout")
        head = next(line for line in text.splitlines() if line.startswith("Account"))
        middle = head.index("Debit") + len("Debit") + 4
        for line in text.splitlines():
            account = next((name for name in accounts if line.startswith(name + " ")), "")
            if account:
                amount = line.split()[-1]
                cents = Money.parse(amount.replace(",", "")).cents
                found[account] += cents if len(line.rstrip()) <= middle else -cents
    return dict(found)


def test_csv_iif_and_pdf_agree_with_the_entry(day: Trading) -> None:
    shop = day.stage.shop
    expected = by_account(books.preview(shop, DAY))
    assert len(expected) >= 4
    files = {kind: papers.day_file(shop, DAY, kind) for kind in papers.KINDS}
    assert of_csv(files["csv"]) == expected
    assert of_iif(files["iif"]) == expected
    assert of_pdf(files["pdf"], expected) == expected
    for content in files.values():
        assert day.number().encode() in content or content.startswith(b"%PDF")
    assert day.number() in pypdf.PdfReader(io.BytesIO(files["pdf"])).pages[0].extract_text()


def test_the_same_day_makes_the_same_bytes(day: Trading) -> None:
    one, other = (papers.day_file(day.stage.shop, DAY, "pdf") for _ in range(2))
    assert one == other


def test_a_second_run_is_a_second_entry_in_the_file(day: Trading) -> None:
    day.play("sale\n  item Cap\n  pay Visa\nclose day")
    numbers = {row["Journal No."] for row in csv.DictReader(io.StringIO(_text(day, "csv")))}
    assert numbers == {day.number(), day.number()[:-1] + "2"}
    assert of_csv(papers.day_file(day.stage.shop, DAY, "csv")) == by_account(books.preview(day.stage.shop, DAY))


def _text(trading: Trading, kind: str) -> str:
    return papers.day_file(trading.stage.shop, DAY, kind).decode()


@pytest.mark.parametrize("kind", papers.KINDS)
def test_an_open_day_and_a_day_without_business_are_refused(trading: Trading, kind: str) -> None:
    trading.play(f"at {DAY} 10:00\nsale\n  open-item 10.00\n  pay check")
    with pytest.raises(Refusal, match="day_not_closed"):
        papers.day_file(trading.stage.shop, DAY, kind)
    with pytest.raises(Refusal, match="nothing_on_that_day"):
        papers.day_file(trading.stage.shop, "2026-03-09", kind)


def test_a_file_goes_where_it_is_asked_to_and_never_by_halves(day: Trading, tmp_path: Path) -> None:
    shop = day.stage.shop
    place = papers.export_day(shop, DAY, "csv", tmp_path)
    assert place.name == f"{day.code}-1-{DAY}.csv"
    assert place.read_bytes() == papers.day_file(shop, DAY, "csv")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Trouble, match="file_not_written"):
        papers.export_day(shop, DAY, "csv", tmp_path / "no such folder" / "day.csv")
    assert sorted(tmp_path.iterdir()) == before


def _long(lines: int) -> Entry:
    pairs = [
        Line("sales", str(n), sign * 100 * (n + 1), f"Account {n} é\x1b€ {'x' * 90}", "Title", "Łódź")
        for n in range(lines)
        for sign in (1, -1)
    ]
    return Entry(DAY, "sales", tuple(pairs), ())


@pytest.mark.parametrize("currency", ["USD", "EUR"])
def test_a_long_entry_goes_over_pages_with_its_heading_on_each(currency: str) -> None:
    content = as_pdf([(_long(80), "HG-1-260302-S1")], Heading("Harbor Goods", DAY, "ready", currency, practice=True))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert len(pages) > 3
    for n, text in enumerate(pages, 1):
        assert "Harbor Goods" in text
        assert "PRACTICE" in text
        assert f"Page {n} of {len(pages)}" in text
        assert "\x1b" not in text
    assert sum(text.count("Account ") for text in pages) >= 160
