"""The accountant's page on paper: every row, one day's entry that balances, and who looked at it."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from PySide6.QtWidgets import QApplication

from retailpos.actions import close_day, drawer, mapping
from retailpos.actions.books import preview
from retailpos.actions.mapping_page import AccountantPage, accountant_page
from retailpos.actions.mapping_settings import read_settings
from retailpos.actions.mapping_signed import sign
from retailpos.core.mapping import CLASS, WHOLE, Mark
from retailpos.core.money import Money, shown
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.mapping_paper import file_name, html_of, pdf_of
from tests.ui.day_helper import DAY, SHOP, played

DATE = "2026-03-16"
ODD = '\ndepartment "Toys & <Games>"\n'


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """A closed day beside a company that tracks classes, and a version of the mapping with one."""
    made = played(SHOP, ODD, DAY)
    drawer.close_drawer(made.till())
    close_day.close_day(made.till())
    company = made.company()
    company.switch("set", {"classes": "line"})
    found = company.switch("write", {"kind": "Class", "body": {"Name": "Shop"}})
    mark = Mark(WHOLE, "", CLASS, "Shop", str(found["Id"]))
    mapping.save(made.till(), (mark,), read_settings(made.shop))
    yield made
    made.close()


def tables(page: AccountantPage) -> list[list[list[str]]]:
    """The words of each cell, by table and row."""
    return [
        [
            [unescape(re.sub(r"<.*?>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
            for row in re.findall(r"<tr>.*?</tr>", table)
        ]
        for table in re.findall(r"<table.*?</table>", html_of(page))
    ]


def test_every_row_is_on_the_page_with_its_account_and_class(stage: Stage) -> None:
    page = accountant_page(stage.shop)
    heads, *rows = tables(page)[0]
    assert heads == ["In the shop", "Account in QuickBooks", "Class", "Why"]
    told = [row for row in rows if len(row) == len(heads)]
    assert [row[0] for row in told] == [row.title for row in page.rows]
    assert ["Toys & <Games>", "Merchandise Sales:Toys & <Games>", "Shop", "made when first sent"] in told
    assert ["Checks", "Undeposited Funds", "-", "same name in QuickBooks"] in told


def test_the_sample_is_the_days_entry_and_balances(stage: Stage) -> None:
    (entry,) = preview(stage.shop, DATE)
    heads, *lines, foot = tables(accountant_page(stage.shop, DATE))[1]
    assert heads == ["Line", "Account", "Class", "Debit", "Credit"]
    sums = [sum(int(line[at].replace(",", "").replace(".", "") or 0) for line in lines) for at in (3, 4)]
    assert sums == [entry.debit_total, entry.debit_total]
    assert foot == ["Together", "", "", *[shown(Money(entry.debit_total))] * 2]
    assert [line[1] for line in lines] == [line.account for line in entry.lines]
    assert {line[0]: line[2] for line in lines}["Apparel"] == "Shop"


def test_the_page_leaves_room_for_a_name_until_somebody_signed(stage: Stage) -> None:
    assert "Name: ____" in html_of(accountant_page(stage.shop))
    sign(stage.till(), 1, "Anna <Kim>", DATE)
    assert "Signed off by Anna &lt;Kim&gt; on 16 March 2026." in html_of(accountant_page(stage.shop))


def test_it_is_a_pdf_named_after_shop_and_version(qapp: QApplication, stage: Stage) -> None:
    page = accountant_page(stage.shop)
    assert file_name(page) == "Harbor Goods - what goes where - version 1.pdf"
    made = pdf_of(page)
    assert made.startswith(b"%PDF-")
    assert b"%%EOF" in made[-32:]
    assert made.count(b"/Type /Page\n") in (1, 2)
