"""Sub-rows of slots as a story calls them, told by the stable keys that postings carry."""

from __future__ import annotations

from retailpos.core.slots import BY_DEPARTMENT, EXEMPT
from retailpos.stories.setting import find_department
from retailpos.stories.stage import Stage

BY_CUSTOMER = ("house_charge", "house_payment")


def key_of(stage: Stage, slot: str, name: str) -> str:
    """The stable key of a sub-row by the name a story calls it.

    What is named here before it is declared (a department, an agency, a tender) gets its key now.
    """
    if not name:
        return ""
    if slot in BY_DEPARTMENT:
        return _department(stage, name)
    if slot == "tax":
        return _tax(stage, name)
    if slot.startswith("tender.") and slot not in ("tender.cash", "tender.check"):
        return stage.id_of("tender", name)
    if slot in BY_CUSTOMER:
        with stage.shop.store.read() as tx:
            found = tx.lists.customer_named(name)
        return found.id if found else stage.id_of("customer", name)
    return name


def _department(stage: Stage, name: str) -> str:
    if name == EXEMPT:
        return f"/{EXEMPT}"
    bare = name.removesuffix(f" {EXEMPT}")
    found = find_department(stage, bare)
    return found if bare == name else f"{found}/{EXEMPT}"


def _tax(stage: Stage, name: str) -> str:
    """An agency, or AGENCY/RATE; agencies may have slashes in their names."""
    known = sorted(stage.agencies(), key=len, reverse=True)
    for agency in known:
        if name == agency or name.startswith(f"{agency}/"):
            return stage.id_of("agency", agency) + name[len(agency) :]
    agency, slash, rate = name.partition("/")
    return stage.id_of("agency", agency) + slash + rate
