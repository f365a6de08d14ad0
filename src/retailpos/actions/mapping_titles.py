"""What the rows of the mapping are called, and under which heading each stands."""

from __future__ import annotations

from retailpos.actions.reports import slot_title, title
from retailpos.core.slots import ORDER
from retailpos.exchange.suggest import Names
from retailpos.wording import _

# Headings by place: the slots below each, in the order they are shown.
_GROUPS = (
    "sales service_sales",
    "returns discounts",
    "shipping service_charge surcharge donations tips tips_out",
    "tax",
    "tender.cash tender.check tender.card tender.other tender.foreign",
    "house_charge house_payment house_clearing",
    "gift_sold gift_used breakage credit_issued credit_used order_in order_out layaway_in layaway_out forfeits",
    "over_short rounding paid_in paid_out safe bank fx_diff",
    "card_fees chargebacks",
    "cogs inventory inv_adjust variance in_transit",
    "unbilled ap freight_in purchase_disc",
)
_PLACES = {slot: at for at, slots in enumerate(_GROUPS) for slot in slots.split()}


def place(slot: str) -> tuple[int, int]:
    """Where a slot stands on the page: by heading, then in the order of slots."""
    return _PLACES.get(slot, len(_GROUPS)), ORDER.get(slot, len(ORDER))


def group(slot: str) -> str:
    """The heading a slot stands under; one that belongs nowhere else has its own name."""
    at = _PLACES.get(slot)
    if at is None:
        return slot_title(slot)
    return (
        _("Sold, by department"),
        _("Given back and taken off"),
        _("Charges and tips"),
        _("Sales tax, by agency"),
        _("Paid with"),
        _("House accounts"),
        _("Gift cards, credits and deposits"),
        _("Drawer"),
        _("Card processor"),
        _("Stock"),
        _("Bought"),
    )[at]


def row_title(slot: str, key: str, names: Names) -> str:
    """What a row is called: the slot in words, and its sub-row."""
    words = _own_words().get(slot)
    if words is None:
        return title(slot, key, names)
    own = names.of(slot, key)
    if slot.startswith("tender."):
        return own or words
    return f"{words}, {own}" if own else words


def _own_words() -> dict[str, str]:
    """Slots that no report shows, or that it calls by less than a page of all of them needs."""
    return {
        "credit_issued": _("Store credit given"),
        "credit_used": _("Store credit used"),
        "order_in": _("Customer deposits taken"),
        "order_out": _("Customer deposits used"),
        "layaway_in": _("Layaway deposits taken"),
        "layaway_out": _("Layaway deposits used"),
        "forfeits": _("Deposits forfeited"),
        "house_charge": _("Charged to an account"),
        "house_payment": _("Paid on account"),
        "house_clearing": _("House account clearing"),
        "tender.card": _("Cards"),
        "tender.other": _("Other ways to pay"),
        "tender.foreign": _("Foreign cash"),
        "variance": _("Purchase variance"),
        "in_transit": _("Stock in transit"),
        "unbilled": _("Goods not billed yet"),
        "ap": _("Owed to vendors"),
        "freight_in": _("Freight"),
        "purchase_disc": _("Discounts from vendors"),
        "breakage": _("Gift cards never used"),
        "fx_diff": _("Exchange differences"),
        "card_fees": _("Card fees"),
        "chargebacks": _("Chargebacks"),
    }
