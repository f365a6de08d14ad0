"""Versions of the mapping and the accountant's word on them: which version was looked at, by whom, and when."""

from __future__ import annotations

import json
from dataclasses import dataclass

from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.day import is_date
from retailpos.core.errors import Refusal

_SIGNED = "mapping_signed/"
_MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the mapping: when (UTC milliseconds) and by whom it was kept. Its choices never change."""

    version: int
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a version off, and on which date."""

    version: int
    name: str
    date: str


def history(shop: OpenShop) -> tuple[Version, ...]:
    """All versions that were kept, the newest first."""
    with shop.store.read() as tx:
        people = {person.id: person.name for person in tx.lists.employees()}
        return tuple(Version(one.version, one.at, people.get(one.by, "")) for one in tx.mappings.history())


def sign(till: Till, version: int, name: str, date: str) -> Changes:
    """Keep an accountant's word that a version of the mapping is right. Another version has to be looked at anew.

    Raises Refusal without a name or a date, and for a version that is not the one in force.
    """
    till.need(rights.MAPPING)
    if not name.strip():
        raise Refusal("signer_needed")
    if not is_date(date):
        raise Refusal("sign_date_needed")
    kept = {"name": name.strip()[:_MOST_NAME], "date": date}
    with till.shop.store.write() as tx:
        if version != tx.mappings.current().version:
            raise Refusal("mapping_changed", version=version)
        tx.lists.set_meta(f"{_SIGNED}{version}", json.dumps(kept))
    return Changes(frozenset({"mapping"}))


def signature(shop: OpenShop, version: int) -> Signature | None:
    """Who signed a version off; None where nobody did."""
    with shop.store.read() as tx:
        text = tx.lists.meta(f"{_SIGNED}{version}")
    kept = json.loads(text) if text else None
    return Signature(version, kept["name"], kept["date"]) if kept else None
