"""Customers, vendors and items that are in QuickBooks too: who is who, and what both sides last agreed on."""

from __future__ import annotations

from dataclasses import dataclass, replace

CUSTOMER, VENDOR, ITEM = "customer", "vendor", "item"
PEOPLE = (CUSTOMER, VENDOR)


@dataclass(frozen=True, slots=True)
class Person:
    """What a customer or vendor has in common here and in QuickBooks."""

    name: str
    phone: str = ""
    email: str = ""


FIELDS = ("name", "phone", "email")


@dataclass(frozen=True, slots=True)
class Shared:
    """One of ours and the one of theirs it is. `seen` is what both sides last agreed on, as canonical text."""

    kind: str
    id: str
    there: str
    token: str = ""
    seen: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that was changed here and in QuickBooks since both last agreed."""

    field: str
    ours: str
    theirs: str


def agreed(before: Person | None, ours: Person, theirs: Person) -> tuple[Person, tuple[Differing, ...]]:
    """What both sides will say, and the fields that a person must decide on (they keep what we have until then).

    A field changed on one side is taken from there; what is empty on one side is filled from the other where both
    never agreed before.
    """
    whole, differing = ours, []
    for field in FIELDS:
        old = getattr(before, field) if before else ""
        here, there = getattr(ours, field), getattr(theirs, field)
        if there in (here, old):
            continue
        if here == old:
            whole = replace(whole, **{field: there})
        else:
            differing.append(Differing(field, here, there))
    return whole, tuple(differing)
