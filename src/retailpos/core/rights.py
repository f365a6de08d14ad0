"""Named rights and the four shipped roles. What is not granted is refused."""

from __future__ import annotations

SELL, DISCOUNT, DISCOUNT_MORE, PRICE = "sell", "discount", "discount_more", "price"
RETURN, RETURN_NO_RECEIPT, REFUND_OTHER_TENDER, VOID = "return", "return_no_receipt", "refund_other_tender", "void"
NO_SALE, PAID_IN_OUT, DROP, OPEN_DRAWER, CLOSE_DRAWER = "no_sale", "paid_in_out", "drop", "open_drawer", "close_drawer"
OVER_SHORT, X_REPORT, CLOSE_DAY, TENDER_CHANGE = "over_short", "x_report", "close_day", "tender_change"
ITEMS, STOCK, PEOPLE, SETTINGS, EXCHANGE, MAPPING, BANK = (
    "items",
    "stock",
    "people",
    "settings",
    "exchange",
    "mapping",
    "bank",
)

_CASHIER = frozenset((SELL, DISCOUNT, RETURN, NO_SALE, DROP, OPEN_DRAWER, CLOSE_DRAWER, X_REPORT))
_ASSISTANT = _CASHIER | {PRICE, PAID_IN_OUT, TENDER_CHANGE, ITEMS}
_MANAGER = _ASSISTANT | {
    DISCOUNT_MORE,
    RETURN_NO_RECEIPT,
    REFUND_OTHER_TENDER,
    VOID,
    OVER_SHORT,
    CLOSE_DAY,
    STOCK,
    PEOPLE,
    EXCHANGE,
    BANK,
}
_OWNER = _MANAGER | {SETTINGS, MAPPING}

ROLE_RIGHTS: dict[str, frozenset[str]] = {
    "cashier": _CASHIER,
    "assistant": frozenset(_ASSISTANT),
    "manager": frozenset(_MANAGER),
    "owner": frozenset(_OWNER),
}
# The most a person without `discount_more` may give, in hundredths of a per cent.
MOST_DISCOUNT = 1_000


def has_right(role: str, right: str) -> bool:
    """True where the role grants it."""
    return right in ROLE_RIGHTS.get(role, frozenset())
