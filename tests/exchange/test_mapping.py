"""The mapping: what each row says of QuickBooks, what a change would have made different, and whose ids it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from retailpos.actions import books, mapping
from retailpos.actions.mapping import MapRow
from retailpos.actions.mapping_differs import Moved, would_differ
from retailpos.actions.mapping_settings import (
    NOTHING_READ,
    ChartAccount,
    Listed,
    Settings,
    kept_settings,
    read_settings,
)
from retailpos.actions.mapping_signed import history, sign, signature
from retailpos.core.errors import Refusal
from retailpos.core.mapping import CLASS, LOCATION, UNMARKED, WHOLE, Mapping, Mark, Row
from retailpos.core.outbox import BLOCKED, READY, VERIFIED
from retailpos.exchange import forms
from retailpos.exchange.online.books import BY_LINE
from tests.exchange.trading import Trading

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")
CHART = (
    ChartAccount("1", "Clothing", "Income", active=True),
    ChartAccount("2", "Sales Discounts", "Income", active=False),
    ChartAccount("3", "First Harbor Bank", "Bank", active=True),
    ChartAccount("4", "Gift Cards", "Other Current Liability", active=True),
    ChartAccount("5", "Undeposited Funds", "Other Current Asset", active=True),
)
READ = Settings("9130", "Harbor Goods LLC", 1, BY_LINE, tracks_locations=False, accounts=CHART)
CLASSED = replace(READ, classes=(Listed("7", "North", active=True), Listed("8", "South", active=False)))


@pytest.fixture
def shop(trading: Trading) -> Trading:
    """A shop with two departments and a card, three sent days behind it."""
    trading.play("department Apparel\ndepartment Kitchen\ntender Visa kind card\ncogs off")
    return trading


def key(trading: Trading, name: str) -> str:
    lists = trading.stage.shop.listed
    return next(one.id for one in (*lists.departments.values(), *lists.tenders.values()) if one.name == name)


def row(trading: Trading, title: str, settings: Settings = READ, *draft: Row | Mark) -> MapRow:
    return next(one for one in mapping.rows(trading.stage.shop, settings, draft) if one.title == title)


def test_each_row_says_what_became_of_its_account(shop: Trading) -> None:
    sold = key(shop, "Apparel")
    cases = {
        mapping.CHOSEN: Row("sales", sold, "Clothing", "1"),
        mapping.RENAMED: Row("sales", sold, "Shirts", "1"),
        mapping.INACTIVE: Row("sales", sold, "Sales Discounts", "2"),
        mapping.GONE: Row("sales", sold, "Shirts", "99"),
        mapping.TO_BE_MADE: Row("sales", sold, "Shirts"),
        mapping.NONE: Row("sales", sold, "", none=True),
    }
    for why, choice in cases.items():
        assert row(shop, "Apparel", READ, choice).why == why
    assert row(shop, "Apparel", READ, cases[mapping.RENAMED]).now == "Clothing"
    blocking = [why for why, choice in cases.items() if row(shop, "Apparel", READ, choice).blocks]
    assert blocking == [mapping.INACTIVE, mapping.GONE]
    assert row(shop, "Apparel").why == mapping.TO_BE_MADE
    assert row(shop, "Checks").why == mapping.SAME_NAME
    assert row(shop, "Apparel", NOTHING_READ).why == mapping.SUGGESTED


def test_a_new_department_goes_where_the_rest_goes_and_is_marked(shop: Trading) -> None:
    found = row(shop, "Kitchen", READ, Row("sales", "", "Clothing", "1"))
    assert (found.why, found.account, found.blocks) == (mapping.FOLLOWS, "Clothing", False)


def test_what_is_sound_and_unwise_is_said(shop: Trading) -> None:
    assert row(shop, "Visa", READ, Row("tender.card", key(shop, "Visa"), "First Harbor Bank", "3")).why == mapping.BANK
    apart = (Row("gift_sold", "", "Gift Cards", "4"), Row("gift_used", "", "Clothing", "1"))
    assert row(shop, "Gift cards sold", READ, *apart).why == mapping.APART
    together = (apart[0], Row("gift_used", "", "Gift Cards", "4"))
    assert row(shop, "Gift cards sold", READ, *together).why == mapping.CHOSEN


def test_only_accounts_that_make_sense_are_offered() -> None:
    assert [account.name for account in mapping.fitting(CHART, "sales")] == ["Clothing"]
    assert [account.name for account in mapping.fitting(CHART, "tender.cash")] == [
        "First Harbor Bank",
        "Undeposited Funds",
    ]
    assert [account.name for account in mapping.fitting(CHART, "gift_sold", "gift")] == ["Gift Cards"]
    draw = ChartAccount("6", "Owner's Draw", "Equity", active=True)
    owed = ChartAccount("7", "Accounts Receivable", "Accounts Receivable", active=True)
    assert mapping.fitting((draw, owed), "paid_out") == mapping.fitting((draw, owed), "never heard of") == (draw,)
    assert mapping.fitting((draw, owed), "sales") == ()
    assert mapping.fitting((draw, owed), "house_charge") == (owed,)


def test_a_class_is_the_rows_own_or_the_departments_or_the_whole_entrys() -> None:
    here = Mapping().changed(
        (
            Mark(WHOLE, "", CLASS, "North", "7"),
            Mark("sales", "dep", CLASS, "South", "8"),
            Mark("discounts", "", CLASS, "", UNMARKED),
        )
    )

    def name(slot: str, sub: str) -> str:
        found = here.mark(CLASS, slot, sub)
        return found.name if found else ""

    assert name("sales", "dep") == name("cogs", "dep") == name("sales", "dep/(exempt)") == "South"
    assert name("sales", "other") == name("returns", "") == name("cogs", "") == "North"
    assert name("discounts", "") == ""
    assert here.mark(LOCATION, "sales", "dep") is None
    assert here.changed((Mark("sales", "dep", CLASS, ""),)).mark(CLASS, "sales", "dep") == here.marks[0]


def test_a_class_that_is_not_in_use_there_blocks_its_row(shop: Trading) -> None:
    north, south = (Mark("sales", key(shop, "Apparel"), CLASS, *one) for one in (("North", "7"), ("South", "8")))
    assert row(shop, "Apparel", CLASSED, north).klass.state == mapping.OWN
    lost = row(shop, "Apparel", CLASSED, south)
    assert (lost.klass.state, lost.blocks, lost.lost_kind) == (mapping.LOST, True, CLASS)
    untracked = replace(CLASSED, class_by="")
    assert row(shop, "Apparel", untracked, south).klass.state == mapping.UNUSED
    assert not row(shop, "Apparel", untracked, south).blocks
    assert row(shop, "Checks", CLASSED, north).klass.state == mapping.UNUSED


def test_saving_refuses_nothing_and_tells_which_days_wait(shop: Trading) -> None:
    for date, department in zip(DAYS, ("Apparel", "Kitchen", "Apparel"), strict=True):
        shop.sell_and_close(date, department=department)
    nowhere = Row("sales", key(shop, "Apparel"), "", none=True)
    there = mapping.ground(shop.stage.shop)
    found = mapping.rows_of(there, READ, (nowhere,))
    assert mapping.would_wait(there, found) == ((DAYS[0], "Apparel"), (DAYS[2], "Apparel"))
    mapping.save(shop.stage.till(), (nowhere,), READ)
    assert [books.day_state(shop.stage.shop, date) for date in DAYS] == [BLOCKED, READY, BLOCKED]


def test_exactly_the_sent_days_that_would_differ_are_listed_with_their_difference(shop: Trading) -> None:
    for date, department in zip(DAYS, ("Apparel", "Kitchen", "Apparel"), strict=True):
        shop.sell_and_close(date, department=department)
    for date in DAYS[:2]:
        assert shop.send(date) == (VERIFIED, "")
    here, settings = shop.stage.shop, read_settings(shop.stage.shop)
    assert would_differ(here, settings, ()) == ()
    services = next(account for account in settings.accounts if account.name == "Services")
    choice = Row("sales", key(shop, "Apparel"), services.name, services.id)
    (day,) = would_differ(here, settings, (choice,))
    assert (day.date, day.doc_number, day.version) == (DAYS[0], shop.number(DAYS[0]), 0)
    assert day.moved == (Moved("Apparel", -1000, "Merchandise Sales:Apparel", "Services"),)
    bodies = [shop.row(date).body for date in DAYS[:2]]
    mapping.save(shop.stage.till(), (choice,), settings)
    assert [shop.row(date).body for date in DAYS[:2]] == bodies
    assert would_differ(here, settings, ()) == (day,)
    assert shop.send(DAYS[2]) == (VERIFIED, "")
    assert would_differ(here, settings, ()) == (day,)
    again = Row("sales", key(shop, "Kitchen"), services.name, services.id)
    assert [one.date for one in would_differ(here, settings, (again,))] == [DAYS[1], DAYS[0]]


def test_an_account_that_was_renamed_there_is_still_the_one(shop: Trading) -> None:
    name = f"Shirts {shop.code}"
    body = {"Name": name, "AccountType": "Income", "AccountSubType": "SalesOfProductIncome"}
    made = str(shop.company.switch("write", {"kind": "Account", "body": body})["Id"])
    settings = read_settings(shop.stage.shop)
    mapping.save(shop.stage.till(), (Row("sales", key(shop, "Apparel"), name),), settings)
    shop.company.switch("rename", {"name": name, "to": f"Tops {shop.code}"})
    shop.sell_and_close(department="Apparel")
    assert shop.send() == (VERIFIED, "")
    lines = [line["JournalEntryLineDetail"] for line in shop.entries()[0]["Line"]]
    assert made in [line["AccountRef"]["value"] for line in lines]
    after = read_settings(shop.stage.shop)
    assert name not in [account.name for account in after.accounts]
    found = row(shop, "Apparel", after)
    assert (found.why, found.now, found.blocks) == (mapping.RENAMED, f"Tops {shop.code}", False)
    mapping.save(shop.stage.till(), (), after)
    assert row(shop, "Apparel", after).why == mapping.CHOSEN


def test_the_ids_of_another_company_are_never_used(shop: Trading) -> None:
    settings = read_settings(shop.stage.shop)
    merchandise = next(one for one in settings.accounts if one.name == "Merchandise Sales")
    wrong = next(one for one in settings.accounts if one.name == "Postage")
    elsewhere = replace(settings, company="another", accounts=(replace(merchandise, id=wrong.id),))
    mapping.save(shop.stage.till(), (Row("sales", key(shop, "Apparel"), "Merchandise Sales", wrong.id),), elsewhere)
    shop.sell_and_close(department="Apparel")
    assert shop.send() == (VERIFIED, "")
    lines = {line["Description"]: line["JournalEntryLineDetail"] for line in shop.entries()[0]["Line"]}
    assert lines["sales: Apparel"]["AccountRef"]["value"] == merchandise.id


def test_what_was_read_of_quickbooks_is_kept_for_when_the_net_is_down(shop: Trading) -> None:
    assert kept_settings(shop.stage.shop) == NOTHING_READ
    read = read_settings(shop.stage.shop)
    assert kept_settings(shop.stage.shop) == read
    assert (read.class_by, read.tracks_locations, read.classes) == ("", False, ())
    assert read.accounts


def test_a_version_is_signed_off_by_name_and_date_and_the_next_is_looked_at_anew(shop: Trading) -> None:
    till, here = shop.stage.till(), shop.stage.shop
    mapping.save(till, (Row("sales", "", "Clothing"),))
    for name, date, code in (("", DAYS[0], "signer_needed"), ("Anna Kim", "tomorrow", "sign_date_needed")):
        with pytest.raises(Refusal, match=code):
            sign(till, 1, name, date)
    sign(till, 1, " Anna Kim ", DAYS[0])
    signed = signature(here, 1)
    assert signed is not None
    assert (signed.name, signed.date) == ("Anna Kim", DAYS[0])
    mapping.save(till, (Row("sales", "", "Merchandise Sales"),))
    assert signature(here, 2) is None
    with pytest.raises(Refusal, match="mapping_changed"):
        sign(till, 1, "Anna Kim", DAYS[0])
    assert [one.version for one in history(here)] == [2, 1]


def test_versions_keep_classes_and_the_company_whoever_keeps_the_next(open_trading: Callable[[], Trading]) -> None:
    shop = open_trading()
    mark = Mark(WHOLE, "", CLASS, "North", "7")
    mapping.save(shop.stage.till(), (mark,), CLASSED)
    books.map_slot(shop.stage.till(), "sales", "", "Clothing")
    with shop.stage.shop.store.read() as tx:
        kept = tx.mappings.current()
    assert (kept.version, kept.marks, kept.company) == (2, (mark,), CLASSED.company)
    assert kept.for_company("another").marks == (replace(mark, id=""),)


def test_the_account_between_receipts_and_customers_has_a_row_where_it_is_used(shop: Trading) -> None:
    shop.play(
        f"at {DAYS[0]} 10:00\ncustomer Inn house-account 500.00\n"
        "sale customer Inn\n  open-item 10.00 department Apparel\n  pay house-account"
    )
    titles = [one.title for one in mapping.rows(shop.stage.shop, READ)]
    assert "Charged to an account, Inn" in titles
    assert "House account clearing" not in titles
    books.set_form(shop.stage.till(), form=forms.SALES_RECEIPT)
    assert row(shop, "House account clearing").account == "House Account Clearing"
