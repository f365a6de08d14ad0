"""The form of a day is a way to share out its postings: nothing is lost, nothing is added, every part balances."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core import outbox
from retailpos.core.document import Posting
from retailpos.core.mapping import Mapping, Row
from retailpos.exchange import forms
from retailpos.exchange.entry import Book, build
from retailpos.exchange.online.items import MOST_NAME, item_name
from retailpos.exchange.suggest import Names

DATE = "2026-03-02"
NAMES = Names(
    {"d1": "Apparel", "d2": "Gifts", "a1": "State DOR", "t1": "Visa/MC", "c1": "Harbor Inn", "c2": "Dale Farm"}
)
Totals = tuple[tuple[int, Posting], ...]
CENTS = st.integers(-90_000, 90_000)
# A slot the shop has no code for yet goes wherever its side says.
OTHERS = (("tender.card", "t1"), ("gift_used", ""), ("house_charge", "c1"), ("house_payment", "c1"))
SIDED = (("sales", "d1"), ("sales", "d2"), ("returns", ""), ("tax", "a1"), ("house_charge", "c2"), ("gift_sold", ""))
FREE = (("over_short", "1"), ("paid_out", "Postage"), ("house_payment", "c2"), ("house_charge", "c1"), ("safe", ""))


@st.composite
def pairs(draw: st.DrawFn) -> Totals:
    """A day's totals out of pairs of legs, each pair on one side."""
    found: list[tuple[int, Posting]] = []
    for side, slots in (("sale", SIDED), ("return", SIDED), ("", FREE)):
        for slot, key in draw(st.lists(st.sampled_from(slots), max_size=6)):
            cents, other = draw(CENTS), draw(st.sampled_from(OTHERS))
            found += [(1, Posting(slot, key, cents, side=side)), (1, Posting(*other, -cents, side=side))]
    for cents in draw(st.lists(CENTS, max_size=3)):
        side = draw(st.sampled_from(["sale", "return"]))
        found += [(1, Posting("cogs", "d1", cents, side=side)), (1, Posting("inventory", "", -cents, side=side))]
    return tuple(found)


@given(pairs(), st.booleans())
def test_the_parts_together_are_the_entry_and_each_balances(totals: Totals, cogs: bool) -> None:
    book = Book(Mapping(), NAMES, suggest=True, cogs=cogs)
    papers = forms.plan(DATE, "sales", totals, book, forms.SALES_RECEIPT)
    sums: Counter[tuple[str, str, str, str]] = Counter()
    for paper in papers:
        lines = forms.part(DATE, "sales", totals, book, paper).lines
        assert sum(line.cents for line in lines) == 0
        for line in lines:
            sums[line.slot, line.key, line.account, line.name] += line.cents
    assert sums.pop((forms.CLEARING, "", "House Account Clearing", ""), 0) == 0
    whole = build(DATE, "sales", totals, book).lines
    assert {at: cents for at, cents in sums.items() if cents} == {
        (line.slot, line.key, line.account, line.name): line.cents for line in whole
    }


@given(pairs())
def test_sales_forms_never_touch_receivables_nor_stock(totals: Totals) -> None:
    book = Book(Mapping(), NAMES, suggest=True, cogs=True)
    for paper in (outbox.RECEIPT, outbox.REFUND):
        slots = {line.slot for line in forms.part(DATE, "sales", totals, book, paper).lines}
        assert not slots & {"house_charge", "house_payment", "cogs", "inventory"}


@given(pairs())
def test_each_part_has_a_number_of_its_own(totals: Totals) -> None:
    book = Book(Mapping(), NAMES, suggest=True, cogs=True)
    papers = forms.numbered(forms.plan(DATE, "sales", totals, book, forms.SALES_RECEIPT))
    numbers = [forms.number("HG", 1, DATE, "sales", run=1, paper=paper, n=n) for paper, n in papers]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) <= 21 for number in numbers)


def test_the_numbers_are_those_a_restored_file_makes_again() -> None:
    plan = ("receipt", "refund", "invoice/c1", "invoice/c2", "payment/c2", "rest")
    numbers = [
        forms.number("HG", 1, "2026-03-16", "sales", run=2, paper=paper, n=n) for paper, n in forms.numbered(plan)
    ]
    assert numbers == [f"HG-1-260316-{end}" for end in ("S2", "X2", "I2-1", "I2-2", "P2-1", "J2")]
    assert forms.number("HG", 1, "2026-03-16", "sales", run=1) == "HG-1-260316-S1"
    assert forms.number("HG", 1, "2026-03-16", "stock", run=1) == "HG-1-260316-K1"


def test_a_side_that_does_not_balance_by_itself_stays_in_one_journal() -> None:
    """A leg that a later kind of document puts on no side, against one that has a side."""
    totals = ((1, Posting("sales", "d1", -500, side="sale")), (1, Posting("layaway_out", "", 500)))
    book = Book(Mapping(), NAMES, suggest=True)
    assert forms.plan(DATE, "sales", totals, book, forms.SALES_RECEIPT) == (outbox.JOURNAL,)


def test_only_sales_change_their_form() -> None:
    totals = (
        (1, Posting("inventory", "", -500, entry="stock")),
        (1, Posting("inv_adjust", "Lost", 500, entry="stock")),
    )
    book = Book(Mapping(), NAMES, suggest=True, cogs=True)
    assert forms.plan(DATE, "stock", totals, book, forms.SALES_RECEIPT) == (outbox.JOURNAL,)


def test_a_day_that_nets_to_nothing_is_no_paper() -> None:
    totals = tuple((1, Posting("sales", "d1", cents, side="sale")) for cents in (500, -500))
    book = Book(Mapping(), NAMES, suggest=True)
    assert forms.plan(DATE, "sales", totals, book, forms.SALES_RECEIPT) == ()
    assert forms.plan(DATE, "sales", totals, book, forms.JOURNAL_ENTRY) == ()


def test_what_was_voided_of_an_account_stays_with_its_customer_in_the_journal() -> None:
    """An invoice can't be below zero."""
    totals = (
        (1, Posting("sales", "d1", 500, side="sale")),
        (1, Posting("house_charge", "c1", -500, side="sale", party="c1")),
    )
    book = Book(Mapping(), NAMES, suggest=True)
    assert forms.plan(DATE, "sales", totals, book, forms.SALES_RECEIPT) == (outbox.RECEIPT, outbox.REST)
    lines = forms.part(DATE, "sales", totals, book, outbox.REST).lines
    assert {(line.account, line.name, line.cents) for line in lines} == {
        ("Accounts Receivable", "Harbor Inn", -500),
        ("House Account Clearing", "", 500),
    }


def test_a_row_without_account_is_missing_in_its_own_part_only() -> None:
    mapping = Mapping(1, (Row("over_short", "", "", none=True),))
    book = Book(mapping, NAMES, suggest=True)
    totals = (
        (1, Posting("sales", "d1", -500, side="sale")),
        (1, Posting("tender.cash", "1", 500, side="sale")),
        (1, Posting("over_short", "1", 20)),
        (1, Posting("tender.cash", "1", -20)),
    )
    gaps = {paper: forms.part(DATE, "sales", totals, book, paper).unmapped for paper in (outbox.RECEIPT, outbox.REST)}
    assert [gap.slot for gap in gaps[outbox.REST]] == ["over_short"]
    assert gaps[outbox.RECEIPT] == ()


@pytest.mark.parametrize(
    ("slot", "title", "name"),
    [
        ("sales", "Apparel", "POS sales Apparel"),
        ("sales", "Men: coats", "POS sales Men- coats"),
        ("tender.card", 'The "other"\tcard', "POS tender card The -other--card"),
        ("discounts", "", "POS discounts"),
        ("paid_out", "x" * 200, f"POS paid out {'x' * 87}"),
    ],
)
def test_an_items_name_is_one_quickbooks_takes(slot: str, title: str, name: str) -> None:
    assert item_name(slot, title) == name
    assert len(item_name(slot, title)) <= MOST_NAME
