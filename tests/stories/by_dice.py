"""Stories by dice: a few days of a shop whose figures nobody chose."""

from __future__ import annotations

import random

CASH_OR_LESS = ("cash", "check", "Visa", "Amex")
ITEMS = ("I0", "I1", "I2", "I3", "I4")
FORM = "form sales-receipt\n"


class StoryByDice:
    """Writes one story. What the shop refuses in it was not done, in every form alike."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # the same story for the same seed
        self._lines: list[str] = []
        self._sold: list[tuple[str, tuple[str, ...]]] = []

    def text(self) -> str:
        """The story: a shop, one to three days, each closed and sent."""
        self._shop()
        for day in range(2, 3 + self._dice.randint(0, 2)):
            self._lines += [f"at 2026-03-{day:02d} 09:00", "open float 500.00"]
            for _ in range(self._dice.randint(2, 7)):
                self._act()
            self._lines += ["close" + self._one("", " counted 700.00", " leave 100.00"), "close day", "send"]
        return "\n".join([*self._lines, "expect check ok", ""])

    def _one(self, *of: str) -> str:
        return self._dice.choice(of)

    def _amount(self, most: int) -> str:
        cents = self._dice.randint(1, most)
        return f"{cents // 100}.{cents % 100:02d}"

    def _shop(self) -> None:
        self._lines += [
            'shop "Dice" currency USD timezone America/New_York',
            f"prices {self._one('exclude', 'exclude', 'include')} tax",
            "tax State 7%",
            self._one("tax County 1.25%", "tax State 1% named extra"),
            "tax-code Food 2% State",
            f"tax-rounding {self._one('receipt', 'line', 'combined')}",
            f"cash-rounding {self._one('none', '0.05', '0.10')}",
            "department Toys",
            "department Grocery tax-code Food",
            "tender Visa kind card",
            "tender Amex kind card",
            "customer Inn house-account 9000.00",
            'customer Farm house-account 9000.00 exempt "resale"',
            "cogs on",
            FORM.strip(),
        ]
        for name in ITEMS:
            where = self._one("", " department Toys", " department Grocery")
            stock = self._dice.randint(0, 6)
            self._lines.append(f"item {name} price {self._amount(9000)} cost {self._amount(3000)} stock {stock}{where}")

    def _act(self) -> None:
        act = self._dice.choices(
            [self._sale, self._return, self._exchange, self._void, self._other], [50, 15, 15, 6, 14]
        )[0]
        if self._sold or act in (self._sale, self._other):
            act()

    def _sale(self) -> None:
        name, who = f"s{len(self._sold)}", self._one("", " customer Inn", " customer Farm")
        items = tuple(self._one(*ITEMS) for _ in range(self._dice.randint(1, 3)))
        self._lines.append(f"sale{who} as {name}")
        for item in items:
            off = self._one("", "", " discount 10%", " price 0.99", " discount 0.05")
            self._lines.append(f"  item {item} x {self._dice.randint(1, 3)}{off}")
        if self._dice.random() < 0.3:
            self._lines.append(f"  open-item {self._amount(5000)} department {self._one('Toys', 'Grocery')}")
        if self._dice.random() < 0.3:
            self._lines.append(f"  discount {self._one('5%', '0.10', '33.33%')}")
        if self._dice.random() < 0.3:
            self._lines.append(f"  pay {self._one('check', 'Visa')} {self._amount(300)}")
        self._lines.append(f"  pay {self._one(*CASH_OR_LESS, *(['house-account'] if who else []))}")
        self._sold.append((name, items))

    def _return(self) -> None:
        name, items = self._dice.choice(self._sold)
        refund = self._one(*CASH_OR_LESS, "house-account")
        self._lines += [f"return of {name}", f"  item {self._one(*items)} reason Torn", f"  refund {refund}"]

    def _exchange(self) -> None:
        name, items = self._dice.choice(self._sold)
        settle = f"  {self._one('pay', 'refund')} {self._one(*CASH_OR_LESS)}"
        self._lines += [
            "sale",
            f"  item {self._one(*ITEMS)}",
            f"  back {self._one(*items)} of {name} reason Size",
            settle,
        ]

    def _void(self) -> None:
        self._lines.append(f"void {self._dice.choice(self._sold)[0]} reason Wrong")

    def _other(self) -> None:
        said = [
            f"pay-account Inn {self._one(*CASH_OR_LESS)} {self._amount(5000)}",
            f"adjust {self._one(*ITEMS)} x {self._one('-1', '2')} reason {self._one('Damaged', 'Samples')}",
            "drop 5.00",
            "paid-out 3.00 reason Stamps",
        ]
        if self._sold:
            ways = f"from {self._one(*CASH_OR_LESS)} to {self._one(*CASH_OR_LESS)}"
            said.append(f"change-tender {self._dice.choice(self._sold)[0]} {ways} {self._amount(500)}")
        self._lines.append(self._one(*said))
