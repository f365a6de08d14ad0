"""A day at the till by dice: everything a shop of this kind does, in any order."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from retailpos.actions import drawer, giving_back, lists, sell
from retailpos.actions.till import Till
from retailpos.core.cart import Discount
from retailpos.core.document import Document
from retailpos.core.errors import Refusal
from retailpos.core.money import Quantity
from retailpos.core.tender import is_settled
from retailpos.core.totals import totals

SHOP = """
prices {prices} tax
tax-rounding {rounding}
tax "State DOR" {state}%
tax County 1.25%
tax-code Food 2% "State DOR"
cash-rounding {step}
cogs {cogs}
department Toys
department Grocery tax-code Food
department Books tax-code None
item Ball price 4.99 cost 2.03 department Toys stock 50
item Kite price 12.45 cost 5.10 department Toys stock 50
item Bread price 3.33 cost 1.11 department Grocery stock 50
item Cheese price 18.90 cost 9.45 department Grocery unit kg stock 12.5
item Atlas price 64.00 cost 19.45 department Books stock 9
customer "Dale Farm" exempt "resale 12-345"
tender Visa kind card
tender Amex kind card
map sales "Merchandise Sales"
map tax "Sales tax - POS (manual)"
map tender.card "Card Clearing"
map cogs "Cost of Goods Sold"
"""
ITEMS = ("Ball", "Kite", "Bread", "Cheese", "Atlas")
TENDERS = ("cash", "Visa", "Amex", "check")


def shop_by_dice(dice: random.Random) -> str:
    """How this shop is set up."""
    return SHOP.format(
        prices=dice.choice(("exclude", "include")),
        rounding=dice.choice(("receipt", "line", "combined")),
        state=dice.choice(("6", "6.25", "7.375")),
        step=dice.choice(("none", "0.05")),
        cogs=dice.choice(("on", "off")),
    )


class Day:
    """One day on two registers."""

    def __init__(self, tills: list[Till], dice: random.Random, tick: Callable[[timedelta], None]) -> None:
        self.tills, self.dice, self.tick = tills, dice, tick
        self.receipts: list[Document] = []

    def play(self, acts: int) -> None:
        """Open, do so many things, count."""
        for till in self.tills:
            drawer.open_drawer(till, 20_000)
        for _ in range(acts):
            self.tick(timedelta(minutes=self.dice.randint(1, 9)))
            self._act(self.dice.choice(self.tills))
        for till in self.tills:
            have = drawer.expected(till) + self.dice.choice((0, 0, 0, 5, -150, 1))
            drawer.close_drawer(till, max(0, have), self.dice.choice((None, 10_000 if have >= 10_000 else 0)))

    def _act(self, till: Till) -> None:
        act = self.dice.choices(
            (self._sale, self._exchange, self._void, self._cash, self._adjust), weights=(12, 5, 1, 2, 1)
        )[0]
        try:
            act(till)
        except Refusal:
            # What the shop does not allow leaves no trace; the next act begins with an empty ticket.
            till.put(till.fresh(), undo=False)

    def _sale(self, till: Till) -> None:
        if self.dice.random() < 0.15:
            with till.shop.store.read() as tx:
                sell.set_customer(till, tx.lists.customer_named("Dale Farm"))
        self._ring(till)
        self._pay(till)

    def _ring(self, till: Till) -> None:
        for _ in range(self.dice.randint(1, 5)):
            with till.shop.store.read() as tx:
                item = tx.lists.item_named(self.dice.choice(ITEMS))
            assert item is not None
            quantity = Quantity(self.dice.randint(1, 1500)) if item.unit else Quantity.of(self.dice.randint(1, 4))
            price = self.dice.choice((None, None, item.price - 50, item.price + 25))
            off = self.dice.choice((None, None, Discount(1250, 0, "Damaged"), Discount(0, 33, "Loyal customer")))
            sell.add_item(till, item, quantity, price=price, discount=off, reason="Season")
        if self.dice.random() < 0.3:
            sell.discount_sale(till, self.dice.choice((Discount(1000, 0, "Sale"), Discount(0, 99, "Sale"))))

    def _pay(self, till: Till) -> None:
        due = totals(till.cart).due
        if due > 400 and self.dice.random() < 0.3:
            sell.take(till, self.dice.choice(TENDERS[1:]), due // 3)
        owed = totals(till.cart).due
        if owed < 0:
            done = sell.give_back(till, self.dice.choice(TENDERS[:2]))
        elif owed == 0 and is_settled(till.cart):
            done = sell.even_exchange(till)
        else:
            done = sell.take(till, "cash" if not owed else self.dice.choice(TENDERS))
        self.receipts += done.documents

    def _exchange(self, till: Till) -> None:
        receipt = self.dice.choice(self.receipts) if self.receipts else None
        if receipt is None:
            return
        for n, left in giving_back.returnable(till, receipt).items():
            if left and self.dice.random() < 0.6:
                whole = left if left % 1000 else 1000 * self.dice.randint(1, left // 1000)
                giving_back.give_back_line(till, receipt, n, Quantity(whole), "Too small")
        if self.dice.random() < 0.5:
            self._ring(till)
        if not till.cart.is_empty:
            self._pay(till)

    def _void(self, till: Till) -> None:
        if self.receipts:
            giving_back.void(till, self.dice.choice(self.receipts), "Wrong tender")

    def _cash(self, till: Till) -> None:
        move = self.dice.choice((drawer.paid_in, drawer.paid_out))
        if self.dice.random() < 0.5:
            drawer.drop(till, self.dice.randint(1, 5_000))
        else:
            move(till, self.dice.randint(1, 900), self.dice.choice(("Supplies", "Postage")))

    def _adjust(self, till: Till) -> None:
        with till.shop.store.read() as tx:
            item = tx.lists.item_named("Ball")
        assert item is not None
        lists.adjust_stock(till.shop, item, Quantity.of(self.dice.choice((-2, -1, 1))), "Damaged", by=till.by)
