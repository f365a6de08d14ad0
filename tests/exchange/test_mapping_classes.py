"""Classes and locations: sent where the company tracks them, left out where not, and read back with the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from retailpos.actions import books, exchange, mapping
from retailpos.actions.mapping_settings import read_settings
from retailpos.core.mapping import CLASS, LOCATION, UNMARKED, Mark
from retailpos.core.outbox import CHANGED_THERE, REJECTED, VERIFIED
from retailpos.exchange import forms
from tests.exchange.trading import PACE, Trading

OFF = {"classes": "", "locations": ""}
DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")


@pytest.fixture
def shop(trading: Trading) -> Iterator[Trading]:
    """A shop with two departments, in a company with two classes and a location."""
    trading.play("department Apparel\ndepartment Kitchen\ncogs off")
    made = {name: listed(trading, "Class", name) for name in ("North", "South")}
    assert all(made.values())
    listed(trading, "Department", "Main")
    yield trading
    trading.company.switch("set", OFF)


def listed(trading: Trading, kind: str, name: str) -> str:
    """The id of a class or location, made where it is not there."""
    rows = asked(trading, f"select * from {kind} where Name = '{name}'", kind)
    if rows:
        return str(rows[0]["Id"])
    return str(trading.company.switch("write", {"kind": kind, "body": {"Name": name}})["Id"])


def asked(trading: Trading, query: str, kind: str) -> list[dict[str, Any]]:
    """What the company holds, asked without any of the shop's own code."""
    reply = requests.get(
        f"{trading.company.url}/v3/company/{trading.link.kept.get('realm')}/query",
        params={"query": query, "minorversion": "75"},
        headers={"Authorization": f"Bearer {trading.token()}", "Accept": "application/json"},
        timeout=10,
    )
    found: list[dict[str, Any]] = reply.json()["QueryResponse"].get(kind, [])
    return found


def choose(trading: Trading, *marks: Mark) -> None:
    """Keep these classes and locations, as the page does after reading QuickBooks."""
    mapping.save(trading.stage.till(), marks, read_settings(trading.stage.shop))


def department(trading: Trading, name: str) -> str:
    return next(one.id for one in trading.stage.shop.listed.departments.values() if one.name == name)


def marks_of(entry: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What a journal entry says of itself: words, class and location of each line."""
    found = []
    for line in entry["Line"]:
        detail = line["JournalEntryLineDetail"]
        refs = ((detail.get(name) or {}).get("value", "") for name in ("ClassRef", "DepartmentRef"))
        found.append((line["Description"], *refs))
    return found


def test_the_classes_come_and_go_with_the_company_and_nothing_sent_is_touched(shop: Trading) -> None:
    shop.company.switch("set", {"classes": "line", "locations": "on"})
    choose(
        shop,
        Mark("", "", CLASS, "North", listed(shop, "Class", "North")),
        Mark("", "", LOCATION, "Main", listed(shop, "Department", "Main")),
        Mark("sales", department(shop, "Kitchen"), CLASS, "South", listed(shop, "Class", "South")),
    )
    north, south, main = (
        listed(shop, *one) for one in (("Class", "North"), ("Class", "South"), ("Department", "Main"))
    )
    for date, wish in zip(DAYS, (OFF, {"classes": "line", "locations": "on"}, OFF), strict=True):
        shop.company.switch("set", wish)
        for name in ("Apparel", "Kitchen"):
            shop.play(f"at {date} 10:00\nsale\n  open-item 10.00 department {name}\n  pay check")
        shop.play(f"at {date} 20:00\nclose day")
        assert shop.send(date) == (VERIFIED, ""), date
    without = [("sales: Apparel", "", ""), ("sales: Kitchen", "", ""), ("tender check", "", "")]
    marked = [("sales: Apparel", north, main), ("sales: Kitchen", south, main), ("tender check", "", main)]
    for date, wanted in zip(DAYS, (without, marked, without), strict=True):
        assert marks_of(shop.entries(date)[0]) == wanted
    bodies = [shop.row(date).body for date in DAYS]
    shop.company.switch("set", {"classes": "line", "locations": "on"})
    for date in DAYS:
        exchange.verify_day(shop.stage.shop, date)
        assert shop.state(date) == (VERIFIED, "")
    assert [shop.row(date).body for date in DAYS] == bodies


def test_one_class_on_the_whole_document_where_the_company_wants_that(shop: Trading) -> None:
    shop.company.switch("set", {"classes": "txn"})
    choose(
        shop,
        Mark("", "", CLASS, "North", listed(shop, "Class", "North")),
        Mark("sales", department(shop, "Kitchen"), CLASS, "South", listed(shop, "Class", "South")),
    )
    shop.sell_and_close(department="Kitchen")
    assert shop.send() == (VERIFIED, "")
    north = listed(shop, "Class", "North")
    assert marks_of(shop.entries()[0]) == [("sales: Kitchen", north, ""), ("tender check", "", "")]


@pytest.mark.parametrize(("classes", "on_head", "on_line"), [("txn", True, False), ("line", False, True)])
def test_a_sales_receipt_has_its_class_where_the_company_wants_it(
    shop: Trading, classes: str, *, on_head: bool, on_line: bool
) -> None:
    books.set_form(shop.stage.till(), form=forms.SALES_RECEIPT)
    shop.company.switch("set", {"classes": classes, "locations": "on"})
    north, main = listed(shop, "Class", "North"), listed(shop, "Department", "Main")
    choose(shop, Mark("", "", CLASS, "North", north), Mark("", "", LOCATION, "Main", main))
    shop.sell_and_close(department="Apparel")
    assert shop.send() == (VERIFIED, "")
    found = asked(shop, f"select * from SalesReceipt where DocNumber = '{shop.number()}'", "SalesReceipt")[0]
    assert (found.get("ClassRef") or {}).get("value", "") == (north if on_head else "")
    assert found["DepartmentRef"]["value"] == main
    lines = {line.get("Description"): line.get("SalesItemLineDetail", {}) for line in found["Line"]}
    assert (lines["sales: Apparel"].get("ClassRef") or {}).get("value", "") == (north if on_line else "")
    assert "ClassRef" not in lines["tender check"]


def test_another_class_chosen_in_quickbooks_is_noticed(shop: Trading) -> None:
    shop.company.switch("set", {"classes": "line"})
    choose(shop, Mark("", "", CLASS, "North", listed(shop, "Class", "North")))
    shop.sell_and_close(department="Apparel")
    assert shop.send() == (VERIFIED, "")
    lines = shop.entries()[0]["Line"]
    lines[0]["JournalEntryLineDetail"]["ClassRef"] = {"value": listed(shop, "Class", "South")}
    shop.company.switch("edit", {"id": shop.row().quickbooks_id, "set": {"Line": lines}})
    exchange.verify_day(shop.stage.shop, shop.row().business_date)
    assert shop.state()[0] == CHANGED_THERE
    exchange.restore_ours(shop.stage.shop, shop.row().business_date)
    assert shop.state() == (VERIFIED, "")


def test_a_class_that_is_switched_off_there_holds_the_day_until_another_is_chosen(shop: Trading) -> None:
    shop.company.switch("set", {"classes": "line"})
    gone = listed(shop, "Class", f"Passing {shop.code}")
    choose(shop, Mark("", "", CLASS, f"Passing {shop.code}", gone))
    body = asked(shop, f"select * from Class where Id = '{gone}'", "Class")[0]
    shop.company.switch("write", {"kind": "Class", "body": {**body, "Active": False}})
    shop.sell_and_close(department="Apparel")
    assert shop.send() == (REJECTED, "class_gone")
    assert shop.entries() == []
    choose(shop, Mark("", "", CLASS, "", ""))
    assert shop.send() == (VERIFIED, "")
    assert {klass for _words, klass, _place in marks_of(shop.entries()[0])} == {""}


def test_a_row_can_be_left_without_the_class_of_the_whole_entry(shop: Trading) -> None:
    shop.company.switch("set", {"classes": "line"})
    north = listed(shop, "Class", "North")
    choose(
        shop,
        Mark("", "", CLASS, "North", north),
        Mark("sales", department(shop, "Kitchen"), CLASS, "", UNMARKED),
    )
    for name in ("Apparel", "Kitchen"):
        shop.play(f"at {DAYS[0]} 10:00\nsale\n  open-item 10.00 department {name}\n  pay check")
    shop.play(f"at {DAYS[0]} 20:00\nclose day")
    exchange.send_day(shop.stage.shop, DAYS[0], pace=PACE)
    assert [klass for _words, klass, _place in marks_of(shop.entries()[0])] == [north, "", ""]


def test_an_invoice_beside_sales_receipts_has_the_location_too(shop: Trading) -> None:
    books.set_form(shop.stage.till(), form=forms.SALES_RECEIPT)
    shop.company.switch("set", {"classes": "line", "locations": "on"})
    main = listed(shop, "Department", "Main")
    choose(shop, Mark("", "", LOCATION, "Main", main))
    shop.play(
        f"at {DAYS[0]} 10:00\ncustomer Inn house-account 500.00\n"
        "sale customer Inn\n  open-item 10.00 department Apparel\n  pay house-account\nclose day"
    )
    exchange.send_day(shop.stage.shop, DAYS[0], pace=PACE)
    assert books.day_state(shop.stage.shop, DAYS[0]) == VERIFIED
    number = shop.number().replace("-S1", "-I1-1")
    found = asked(shop, f"select * from Invoice where DocNumber = '{number}'", "Invoice")[0]
    assert found["DepartmentRef"]["value"] == main
