"""Slots that the program has never heard of go through the whole exchange: nothing in it knows documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retailpos.actions import books, exchange, mapping, mapping_settings
from retailpos.actions.close_day import close_day
from retailpos.actions.shop import OpenShop
from retailpos.core.document import Document, Posting
from retailpos.core.errors import Refusal
from retailpos.core.mapping import Row
from retailpos.core.slots import SLOTS
from tests.exchange.trading import DAY, PACE, Trading

# A season ticket sold by card with a levy on it, and points given for it: on the sales side, and beside it.
LEGS = (
    Posting("tender.card", "card", 3000, side="sale"),
    Posting("season_ticket", "Gold", -2800, side="sale"),
    Posting("city_levy", "", -200, side="sale"),
    Posting("points_cost", "", 150),
    Posting("points_owed", "Gold", -150),
)
INVENTED = {(leg.slot, leg.key): leg.cents for leg in LEGS if leg.slot not in SLOTS}


def season_ticket(shop: OpenShop) -> Document:
    """Record what was sold, in a kind of document that nothing else makes."""
    with shop.store.write() as tx:
        date = shop.today(tx, 1)
        run = tx.periods.run_for(shop.facts.store, 1, date)
        number = tx.documents.next_number(shop.facts.store, 1, "season")
        store = shop.facts.store
        made = Document(shop.ids.new(), store, 1, "season", "season", number, shop.now_ms(), date, run, "owner")
        tx.documents.append(made, LEGS)
    return made


def sold_and_closed(trading: Trading, form: str) -> Document:
    """A day with an ordinary sale and a season ticket; no account stands in for a missing one."""
    trading.stage.set_meta("suggest_accounts", "0")
    trading.play(f"form {form}\nat {DAY} 10:00\nsale\n  open-item 10.00\n  pay check")
    made = season_ticket(trading.stage.shop)
    close_day(trading.stage.till())
    return made


def choose_accounts(trading: Trading) -> dict[tuple[str, str], str]:
    """What a person does at the mapping: an account for every row that blocks, those of the invented slots made."""
    shop, code = trading.stage.shop, trading.code
    names = {row: f"{code} {row[0]} {row[1]}".strip() for row in INVENTED}
    made = mapping_settings.make_accounts(shop, [(name, slot) for (slot, _), name in names.items()])
    settings = mapping_settings.read_settings(shop)
    choices = []
    for row in mapping.rows(shop, settings):
        if row.blocks:
            name = names.get((row.slot, row.key), row.suggested)
            choices.append(Row(row.slot, row.key, name, made.get(name, "")))
    mapping.save(trading.stage.till(), tuple(choices), settings)
    return names


@pytest.mark.parametrize("form", ["journal-entry", "sales-receipt"])
def test_an_invented_slot_goes_through_the_whole_exchange(form: str, open_trading: Callable[[], Trading]) -> None:
    trading = open_trading()
    made = sold_and_closed(trading, form)
    shop = trading.stage.shop

    # The rollup has it, the preview says that it has no account, and nothing is sent.
    gaps = {(gap.slot, gap.key): gap.cents for entry in books.preview(shop, DAY) for gap in entry.unmapped}
    assert INVENTED.items() <= gaps.items()
    assert books.day_state(shop, DAY) == "blocked"
    with pytest.raises(Refusal) as refused:
        exchange.send_day(shop, DAY, pace=PACE)
    assert refused.value.code == "day_blocked"

    # The picker offers it, with the money that moved in it and accounts that make sense.
    settings = mapping_settings.read_settings(shop)
    rows = {(row.slot, row.key): row for row in mapping.rows(shop, settings)}
    for at, cents in INVENTED.items():
        assert (rows[at].cents, rows[at].blocks) == (cents, True)
        assert mapping.fitting(settings.accounts, at[0])
    names = choose_accounts(trading)

    # Every line says which documents it is made of, and the day goes out and is read back.
    lines = {(line.slot, line.key): line for entry in books.preview(shop, DAY) for line in entry.lines}
    assert {at: (lines[at].cents, lines[at].account) for at in names} == {
        at: (INVENTED[at], name) for at, name in names.items()
    }
    assert [(doc.id, cents) for doc, cents in books.behind(shop, DAY, "season_ticket", "Gold")] == [(made.id, -2800)]
    exchange.send_day(shop, DAY, pace=PACE)
    assert books.day_state(shop, DAY) == "verified"
    there = exchange.books_there(shop)
    assert {at: there[name] for at, name in names.items()} == INVENTED
