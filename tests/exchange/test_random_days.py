"""For days by dice, X, Z, day totals, postings, entry and the practice company's ledger agree to the cent."""

from __future__ import annotations

import os
import random
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from retailpos.actions import books, exchange
from retailpos.actions.check import check_shop
from retailpos.actions.close_day import close_day
from retailpos.actions.reports import Figures, figures
from retailpos.actions.shop import OpenShop
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.entry import Entry
from tests.exchange.day_by_dice import Day, shop_by_dice
from tests.exchange.trading import DAY, PACE, Trading

DAYS = 50 if os.environ.get("RETAILPOS_LONG") else 5


@pytest.mark.parametrize("seed", range(DAYS))
def test_every_figure_of_a_day_is_one_figure(trading: Trading, seed: int) -> None:
    dice = random.Random(seed)
    trading.play(shop_by_dice(dice) + f"at {DAY} 09:00\n")
    stage, shop = trading.stage, trading.stage.shop
    tills = [stage.till(1), stage.till(2)]

    def tick(span: Any) -> None:
        stage.clock.moment += span

    Day(tills, dice, tick).play(40)
    x = figures(shop, DAY)
    assert_reports_agree(shop, x)
    close_day(tills[0])
    z = figures(shop, DAY)
    assert (z.full, z.discounts, z.returns, z.taxes, z.tenders, z.drawers) == (
        x.full,
        x.discounts,
        x.returns,
        x.taxes,
        x.tenders,
        x.drawers,
    )
    made = books.preview(shop, DAY)
    assert_entry_is_its_postings(shop, made)
    rows = exchange.send_day(shop, DAY, pace=PACE)
    assert [(row.state, row.reason) for row in rows] == [("verified", "")] * len(made)
    assert_ledger_says_the_same(trading, made, rows)
    assert check_shop(shop.store) == ()


def assert_reports_agree(shop: OpenShop, x: Figures) -> None:
    """The registers' X reports add up to the shop's, and to what the receipts themselves say."""
    each = [figures(shop, DAY, register=register) for register in (1, 2)]
    assert sum(one.net for one in each) == x.net
    assert sum(one.tax for one in each) == x.tax
    with shop.store.read() as tx:
        documents = list(tx.documents.of_day(DAY))
    voided = {document.refers for document in documents if document.kind == "void"}
    receipts = [d for d in documents if d.kind in ("sale", "return") and d.id not in voided]
    assert x.net == sum(d.net for d in receipts)
    assert x.tax == sum(d.tax for d in receipts)
    assert x.taken == sum(payment.cents for d in receipts for payment in d.payments)


def assert_entry_is_its_postings(shop: OpenShop, made: tuple[Entry, ...]) -> None:
    """Each line is the sum of the postings of the receipts behind it; all together they are zero."""
    sums: Counter[tuple[str, str, str]] = Counter()
    with shop.store.read() as tx:
        for document in tx.documents.of_day(DAY):
            for leg in tx.documents.postings_of(document.id):
                sums[leg.entry, leg.slot, leg.key] += leg.cents
    for entry in made:
        assert not entry.unmapped
        assert sum(line.cents for line in entry.lines) == 0
        for line in entry.lines:
            assert line.cents == sums[entry.kind, line.slot, line.key]
    stock = ("inventory", "cogs") if not shop.facts.cogs else ()
    left_out = {
        key for key, cents in sums.items() if cents and key[1] not in stock and (shop.facts.cogs or key[0] != "stock")
    }
    assert left_out == {(entry.kind, line.slot, line.key) for entry in made for line in entry.lines}
    for line in next(iter(made)).lines:
        behind = books.behind(shop, DAY, line.slot, line.key)
        assert sum(cents for _, cents in behind) == sums_of_all(sums, line.slot, line.key)


def sums_of_all(sums: Counter[tuple[str, str, str]], slot: str, key: str) -> int:
    return sum(cents for (_, name, row), cents in sums.items() if (name, row) == (slot, key))


def assert_ledger_says_the_same(trading: Trading, made: tuple[Entry, ...], rows: tuple[OutboxRow, ...]) -> None:
    """What the company holds, line by line, by account."""
    for entry, row in zip(made, rows, strict=True):
        (there,) = trading.numbered(row.doc_number)
        told = Counter(
            (
                line["JournalEntryLineDetail"]["PostingType"][:1],
                int(Decimal(str(line["Amount"])) * 100),
                line["JournalEntryLineDetail"]["AccountRef"]["name"],
            )
            for line in there["Line"]
        )
        assert told == Counter((line.side[:1], abs(line.cents), line.account) for line in entry.lines)
