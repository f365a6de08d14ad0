"""The closed list of slots: what a shop's money can be, independent of any account in QuickBooks."""

from __future__ import annotations

SLOTS = (
    "sales service_sales shipping service_charge surcharge returns discounts donations tax tips tips_out gift_sold "
    "gift_used credit_issued credit_used order_in order_out layaway_in layaway_out forfeits house_charge house_payment "
    "tender.cash tender.check tender.card tender.other tender.foreign rounding over_short paid_in paid_out safe bank "
    "cogs inventory inv_adjust variance in_transit unbilled ap freight_in purchase_disc breakage fx_diff card_fees "
    "chargebacks"
).split()

ORDER = {slot: place for place, slot in enumerate(SLOTS)}
EXEMPT = "(exempt)"
# Slots whose sub-rows are departments.
BY_DEPARTMENT = ("sales", "service_sales", "cogs")


def tender_slot(kind: str) -> str:
    """The slot of a kind of tender."""
    return {"cash": "tender.cash", "check": "tender.check", "card": "tender.card", "foreign": "tender.foreign"}.get(
        kind, "tender.other"
    )
