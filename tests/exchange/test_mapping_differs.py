"""The sent days that a mapping would have made different are exactly those whose bytes would be others today."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from retailpos.actions import mapping
from retailpos.actions.books import part_of
from retailpos.actions.mapping_differs import would_differ
from retailpos.actions.mapping_settings import Settings, read_settings
from retailpos.core.mapping import CLASS, LOCATION, UNMARKED, WHOLE, Mark, Row
from retailpos.core.outbox import VERIFIED
from retailpos.exchange.online.amounts import thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.papers import paper_of
from tests.exchange.trading import Trading

DATES = tuple(f"2026-03-{day:02d}" for day in range(2, 8))
DEPARTMENTS = ("Apparel", "Kitchen", "Toys")
CLASSES, PLACES = ("North", "South"), ("Main", "Side")


@pytest.fixture
def shop(trading: Trading) -> Iterator[Trading]:
    """A shop of three departments in a company that tracks classes and locations."""
    trading.play("\n".join(f"department {name}" for name in DEPARTMENTS))
    for kind, names in (("Class", CLASSES), ("Department", PLACES)):
        for name in names:
            trading.company.switch("write", {"kind": kind, "body": {"Name": name}})
    trading.company.switch("set", {"classes": "line", "locations": "on"})
    yield trading
    trading.company.switch("set", {"classes": "", "locations": ""})


def a_choice(dice: random.Random, shop: Trading, settings: Settings, *, anywhere: bool = False) -> Row | Mark:
    """Something a person may choose: another account, class or location for a row, or none of them."""
    department = dice.choice([one.id for one in shop.stage.shop.listed.departments.values()])
    others = (("tender.check", ""), ("sales", ""), (WHOLE, ""))
    slot, key = dice.choice(others) if anywhere else ("sales", department)
    kind = dice.choice((CLASS, LOCATION, "account"))
    if kind == "account" and slot:
        account = dice.choice(mapping.fitting(settings.accounts, slot))
        return Row(slot, key, account.name, account.id)
    sort = LOCATION if kind == "account" else kind
    # Other tests leave classes of their own in this company, some of them switched off.
    ours = [one for one in settings.listed(sort) if one.name in (*CLASSES, *PLACES)]
    one = dice.choice([*ours, None])
    if one is None:
        return Mark(slot, key, sort, "", dice.choice(("", UNMARKED)))
    return Mark(slot, key, sort, one.name, one.id)


def would_be_others(shop: Trading) -> set[str]:
    """The dates whose lines would be others if they were sent now, by the bytes themselves."""
    here = shop.stage.shop
    with here.store.read() as tx:
        sent = [(row, part_of(tx, here, row)) for row in tx.outbox.rows(VERIFIED)]
    client = shop.link.client()
    office = Office(client)
    try:
        return {
            row.business_date
            for row, entry in sent
            if thawed(paper_of(row.paper).made(office, entry, row.doc_number, ""))["Line"] != thawed(row.body)["Line"]
        }
    finally:
        client.close()


@pytest.mark.parametrize("seed", range(20 if os.environ.get("RETAILPOS_LONG") else 2))
def test_exactly_the_days_whose_bytes_would_be_others_are_listed(shop: Trading, seed: int) -> None:
    dice = random.Random(seed)
    settings, here, till = read_settings(shop.stage.shop), shop.stage.shop, shop.stage.till()
    for date in DATES:
        mapping.save(till, (a_choice(dice, shop, settings),), settings)
        shop.sell_and_close(date, department=dice.choice(DEPARTMENTS))
        assert shop.send(date) == (VERIFIED, "")
    found = []
    for round_ in range(6):
        choices = tuple(a_choice(dice, shop, settings, anywhere=round_ > 3) for _ in range(2))
        told = {day.date for day in would_differ(here, settings, choices)}
        mapping.save(till, choices, settings)
        assert told == would_be_others(shop) == {day.date for day in would_differ(here, settings)}
        found.append(len(told))
    assert any(0 < count < len(DATES) for count in found), "the choices prove nothing"
