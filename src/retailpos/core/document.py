"""What happened, for ever: every act at the till is one append-only document with its facts copied in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from retailpos.core.cart import GOODS, Payment
from retailpos.core.tax import LineTaxes, SubRow

SALE, RETURN, VOID = "sale", "return", "void"
OPENING, COUNT, BAG = "opening", "count", "bag"
PAID_IN, PAID_OUT, DROP, NO_SALE = "paid_in", "paid_out", "drop", "no_sale"
TENDER_CHANGE, BANK_DEPOSIT, OPENING_CASH = "tender_change", "bank_deposit", "opening_cash"
DAY_CLOSE, EVENT, RESTORE = "day_close", "event", "restore"
ADJUST, OPENING_STOCK = "adjust", "opening_stock"
ACCOUNT_PAYMENT, OPENING_BALANCE = "account_payment", "opening_balance"
SETTLEMENT = "settlement"
RECEIPT_KINDS = (SALE, RETURN)

# Receipts share one gap-free series; every other kind of document has a series of its own.
SERIES = {SALE: "receipt", RETURN: "receipt"}


@dataclass(frozen=True, slots=True)
class DocLine:
    """A line as it was sold: figures in cents, negative where goods came back. `cost` is stock value moved."""

    n: int
    kind: str
    name: str
    milli: int
    list_price: int
    price: int
    full: int
    amount: int
    sales: int
    net: int
    discounts: tuple[tuple[str, int], ...] = ()
    taxes: LineTaxes = ()
    item: str = ""
    sku: str = ""
    unit: str = ""
    department: str = ""
    department_name: str = ""
    tax_code: str = ""
    removed: bool = False
    cost: int = 0
    back_document: str = ""
    back_number: str = ""
    back_line: int = 0
    reason: str = ""

    @property
    def comes_back(self) -> bool:
        """True for goods given back."""
        return self.milli < 0

    @property
    def moves_stock(self) -> bool:
        """True where an item's stock changes."""
        return self.kind == GOODS and bool(self.item)


@dataclass(frozen=True, slots=True)
class Document:
    """One fact. `at` is UTC in milliseconds, `business_date` the shop's own day, `run` its closing run."""

    id: str
    store: int
    register: int
    kind: str
    series: str
    number: int
    at: int
    business_date: str
    run: int
    by: str
    lines: tuple[DocLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    taxes: tuple[tuple[SubRow, int], ...] = ()
    net: int = 0
    tax: int = 0
    total: int = 0
    customer: str = ""
    exempt: str = ""
    refers: str = ""
    allowed_by: str = ""
    reason: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def printed_number(self) -> str:
        """The number as printed: REGISTER-NNNNNN."""
        return f"{self.register}-{self.number:06d}"


@dataclass(frozen=True, slots=True)
class Posting:
    """One leg in the shop's own books: debit positive cents, in a slot and its sub-row."""

    slot: str
    key: str
    cents: int
    entry: str = "sales"
    side: str = ""
    department: str = ""
    reason: str = ""
    tax_code: str = ""
    party: str = ""
