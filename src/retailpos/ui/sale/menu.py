"""The pages a person may see, for the rail."""

from __future__ import annotations

from retailpos.core import rights
from retailpos.core.rights import has_right
from retailpos.ui.parts.rail import RailItem
from retailpos.ui.sale.counter import Counter
from retailpos.wording import _


def rail_items(counter: Counter, *, company: bool = False) -> tuple[RailItem, ...]:
    """The register first, then what this person's role may open; in practice, the company's own pages last."""
    person = counter.till.employee
    role = person.role if person else ""
    items = [
        RailItem("register", _("Register"), "storefront"),
        RailItem("today", _("Today"), "sun-horizon"),
        RailItem("drawer", _("Drawer"), "mdi6.cash-register"),
    ]
    if has_right(role, rights.CLOSE_DAY) or has_right(role, rights.EXCHANGE):
        items.append(RailItem("quickbooks", _("QuickBooks"), "cloud-check"))
    if company:
        items.append(RailItem("company", _("Practice company"), "buildings"))
    return tuple(items)
