"""What a shop sells, to whom, and by whom: the values that lists are made of."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.core.tax import Rate

CASH, CHECK, CARD, OTHER, FOREIGN = "cash", "check", "card", "other", "foreign"
GIFT_CARD, STORE_CREDIT, HOUSE = "gift-card", "store-credit", "house-account"
ROLES = ("owner", "manager", "assistant", "cashier")


@dataclass(frozen=True, slots=True)
class TaxCode:
    """A named set of rates, such as Taxable, Food or None."""

    id: str
    name: str
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """A department: its goods are one income line, and its colour is on the keys."""

    id: str
    name: str
    tax_code: str = ""
    colour: str = "slate"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something sold. `price` and `cost` are cents a unit; `unit` is '' for pieces."""

    id: str
    name: str
    price: int
    cost: int = 0
    department: str = ""
    tax_code: str = ""
    sku: str = ""
    barcodes: tuple[str, ...] = ()
    unit: str = ""
    icon: str = ""
    active: bool = True

    @property
    def by_piece(self) -> bool:
        """True when only whole numbers can be sold."""
        return not self.unit


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer. Receipts keep only the id; `exempt` is the exemption's reason or certificate."""

    id: str
    name: str
    exempt: str = ""
    house_limit: int | None = None
    phone: str = ""
    email: str = ""
    since: str = ""
    changed_at: int = 0


@dataclass(frozen=True, slots=True)
class Vendor:
    """Somebody the shop buys from. `changed_at` is when it was last changed here, in UTC milliseconds."""

    id: str
    name: str
    phone: str = ""
    email: str = ""
    changed_at: int = 0


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody who signs in. The PIN itself is kept only as a hash."""

    id: str
    name: str
    role: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Tender:
    """A way to pay. `rate_ppm` is a foreign currency's value in the shop's, in millionths."""

    id: str
    name: str
    kind: str
    rate_ppm: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True)
class Shop:
    """What holds for the whole shop file."""

    name: str
    code: str
    currency: str
    decimals: int
    zone: str
    day_ends: str
    store: int
    store_name: str
    practice: bool = False
    stock_below_zero: bool = True
    over_short_limit: int | None = None
    cogs: bool = False
    form: str = "journal-entry"
