"""Writes the practice shop's history: three weeks of days as stories, the same from the same seed.

`python -m retailpos.practice.history` writes them anew into the folder of the practice shop's resources. While it
writes it plays what it wrote, so that it knows which receipt can come back and what to count.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from retailpos.actions import drawer
from retailpos.core.catalogue import Customer, Item
from retailpos.core.money import Money, plain
from retailpos.practice import catalogue
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

FIRST_DAY = date(2026, 2, 23)
WEEKS, DAYS = 3, 7
SEED = 20260223
_TENDERS = ("Visa/MC", "Visa/MC", "Visa/MC", "Visa/MC", "Amex", "cash", "cash", "cash", "check")
_BACK = ("Too small", "Not needed", "A gift twice", "Changed my mind")
_SMALL_COSTS = ("Cleaning", "Window cleaner", "Coffee for the team", "Postage")


class HistoryWriter:
    """Writes one day after another; `stage` holds the shop in which all of it has happened."""

    def __init__(self, stage: Stage, seed: int = SEED) -> None:
        self.stage = stage
        self._player = Player(stage)
        self._dice = random.Random(seed)  # noqa: S311  # a made-up past needs no secrecy
        self._said: list[str] = []
        self._minute = 0
        self._day = FIRST_DAY
        with stage.shop.store.read() as tx:
            self._items = tx.lists.items()
            self._customers = tx.lists.customers("", 100)
            self._left = {item.id: tx.documents.stock(item.id).milli for item in self._items}
            self._favourites = {item.id for item in tx.lists.items_of("")}
        self._codes = {row["name"]: row["barcode"] for row in catalogue.rows("items.csv")}

    def week(self, monday: date) -> str:
        """A week from its Monday on, as a story."""
        self._said = [
            f"# A week at the practice shop, from {monday.isoformat()}. Written by retailpos.practice.history."
        ]
        for n in range(DAYS):
            self._write_day(monday + timedelta(days=n))
        return "\n".join(self._said) + "\n"

    def _say(self, *lines: str) -> None:
        """Write lines, and play them."""
        self._said += lines
        self._player.play("\n".join(lines))

    def _write_day(self, day: date) -> None:
        self._day, self._minute = day, 8 * 60 + 40
        self._said.append("")
        self._time(0)
        if day == FIRST_DAY:
            self._say('opening-cash 200.00 from "Checking"')
        cashier = self._dice.choice(("Ana Reyes", "Ben Carter"))
        self._say(f'open float 200.00 by "{cashier}"')
        self._time(20)
        weekend = day.weekday() >= 5
        receipts = self._dice.randint(19, 23) if weekend else self._dice.randint(12, 17)
        pause = 500 // receipts
        back_at, cost_at = self._dice.randrange(4, receipts), self._dice.randrange(3, receipts)
        for n in range(receipts):
            self._time(self._dice.randint(1, 2 * pause - 1))
            self._sale(cashier)
            if n == back_at:
                self._something_comes_back(cashier)
            if n == cost_at:
                self._drawer_business(cashier)
        self._close(day, cashier)

    def _time(self, minutes: int) -> None:
        self._minute = min(self._minute + minutes, 18 * 60 + 55)
        self._say(f"at {self._day.isoformat()} {self._minute // 60:02d}:{self._minute % 60:02d}")

    def _sale(self, cashier: str) -> None:
        customer = self._dice.choice(self._customers) if self._dice.random() < 0.2 else None
        about = f' customer "{customer.name}"' if customer else ""
        steps = [f'sale{about} by "{cashier}"', *self._goods()]
        if self._dice.random() < 0.08:
            steps.append(f'  discount {self._dice.choice((5, 10))}% reason "Loyal customer"')
        self._say(*steps, self._payment(customer))

    def _goods(self) -> list[str]:
        lines = []
        for item in self._pick(self._dice.choice((1, 1, 2, 2, 3, 3, 4, 5))):
            if item.unit:
                milli = self._dice.randrange(100, 620, 5)
            else:
                milli = 1000 * (self._dice.choice((1, 1, 1, 2, 2, 3)) if item.price < 2500 else 1)
            milli = min(milli, self._left[item.id])
            self._left[item.id] -= milli
            many = "" if milli == 1000 else f" x {milli / 1000:g}" if item.by_piece else f" x {milli / 1000:.3f}"
            off = ' discount 10% reason "Shop-worn"' if item.price > 2000 and self._dice.random() < 0.04 else ""
            scanned = not off and self._dice.random() < 0.8
            lines.append(f"  scan {self._codes[item.name]}{many}" if scanned else f'  item "{item.name}"{many}{off}')
        return lines

    def _pick(self, many: int) -> list[Item]:
        """Different items of which enough is left; the ones on the first keys are chosen more often."""
        there = [item for item in self._items if self._left[item.id] >= 3000]
        weights = [5 if item.id in self._favourites else 1 for item in there]
        found = {item.id: item for item in self._dice.choices(there, weights, k=many)}
        return list(found.values())

    def _payment(self, customer: Customer | None) -> str:
        tender = self._dice.choice(_TENDERS)
        if tender == "check":
            return f"  pay check number {self._dice.randrange(1000, 1999)}" if customer else '  pay "Visa/MC"'
        return "  pay cash" if tender == "cash" else f'  pay "{tender}"'

    def _something_comes_back(self, cashier: str) -> None:
        """The last receipt's customer comes back: with an item, or because the card was the wrong one."""
        receipt = self.stage.last_receipt
        if receipt is None or len(receipt.payments) != 1:
            return
        self._time(4)
        paid = receipt.payments[0]
        if self._dice.random() < 0.2:
            self._say(f'void {receipt.printed_number} reason "Wrong card" by "Joan Weber"')
            return
        line = self._dice.choice(receipt.lines)
        many = "" if line.milli >= 1000 else f" x {line.milli / 1000:.3f}"
        tender = "cash" if paid.kind in ("cash", "check") else f'"{paid.name}"'
        who = "Joan Weber" if paid.kind == "check" else cashier
        self._say(
            f'return of {receipt.printed_number} by "{who}"',
            f'  item "{line.name}"{many} reason "{self._dice.choice(_BACK)}"',
            f"  refund {tender}",
        )

    def _drawer_business(self, cashier: str) -> None:
        chance = self._dice.random()
        if chance < 0.35:
            cents = self._dice.randrange(600, 2800, 5)
            reason = self._dice.choice(_SMALL_COSTS)
            self._say(f'paid-out {plain(Money(cents))} reason "{reason}" by "Joan Weber"')
        elif chance < 0.55:
            self._say(f'no-sale reason "Change for a customer" by "{cashier}"')
        elif drawer.expected(self.stage.till()) > 32_000:
            self._say(f'drop 100.00 by "{cashier}"')

    def _close(self, day: date, cashier: str) -> None:
        self._time(600)
        expected = drawer.expected(self.stage.till())
        off = self._dice.choice((0, 0, 0, 0, -5, 10, -25, -150, 35))
        self._say(f'close counted {plain(Money(expected + off))} leave 200.00 by "{cashier}"')
        bag = drawer.bag(self.stage.till())
        if day.weekday() in (0, 3) and bag > 0:
            self._say(f'bank-deposit {plain(Money(bag))} to "Checking" by "Joan Weber"')
        self._say('close day by "Joan Weber"')


def write_weeks(stage: Stage, seed: int = SEED) -> dict[str, str]:
    """All weeks as {file name: story}; the stage's shop must hold the practice shop's lists and nothing else."""
    writer = HistoryWriter(stage, seed)
    return {f"week-{n + 1}.story": writer.week(FIRST_DAY + timedelta(days=DAYS * n)) for n in range(WEEKS)}


def main(folder: Path) -> None:
    """Write the stories into a folder."""
    stage = Stage()
    stage.facts = catalogue.shop_facts()
    try:
        catalogue.fill(stage.shop)
        for name, text in write_weeks(stage).items():
            (folder / name).write_text(text, encoding="utf-8")
    finally:
        stage.close()


if __name__ == "__main__":
    main(catalogue.practice_resources())
