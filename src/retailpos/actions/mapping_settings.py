"""What the shop last read of QuickBooks: its accounts, classes, locations, and which of those it uses.

It is kept in the shop file, so that the mapping can be looked at, and says what became of an account, with the net
down too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from retailpos.actions.exchange import client_of
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS, LOCATION
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.online import books
from retailpos.exchange.online.books import BY_LINE, accounts, ensure_accounts
from retailpos.exchange.online.client import Client
from retailpos.exchange.suggest import takes_class

_KEPT = "quickbooks_settings"


@dataclass(frozen=True, slots=True)
class ChartAccount:
    """An account of the connected company."""

    id: str
    name: str
    type: str
    active: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A class or a location of the connected company."""

    id: str
    name: str
    active: bool


@dataclass(frozen=True)
class Settings:
    """A company as it was when it was last read; without a `company` nothing was read yet.

    `class_by` is '' where classes are not tracked, else says whether they stand on lines. `read_at` is UTC
    milliseconds.
    """

    company: str = ""
    name: str = ""
    read_at: int = 0
    class_by: str = ""
    tracks_locations: bool = False
    location_word: str = "Location"
    accounts: tuple[ChartAccount, ...] = ()
    classes: tuple[Listed, ...] = ()
    locations: tuple[Listed, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, ChartAccount]:
        """The accounts by id."""
        return {account.id: account for account in self.accounts}

    @cached_property
    def by_name(self) -> dict[str, ChartAccount]:
        """The accounts by folded full name; of two, the active one."""
        ordered = sorted(self.accounts, key=lambda account: account.active)
        return {account.name.casefold(): account for account in ordered}

    @property
    def classes_on_lines(self) -> bool:
        """True where every line may have a class of its own; else the whole document has one, if any."""
        return self.class_by == BY_LINE

    def tracks(self, kind: str) -> bool:
        """True where lines can be marked with a class, or a location."""
        return bool(self.class_by) if kind == CLASS else self.tracks_locations

    def listed(self, kind: str) -> tuple[Listed, ...]:
        """The company's classes or locations; those of its time where it stopped tracking them."""
        return self.classes if kind == CLASS else self.locations


NOTHING_READ = Settings()


def kept_settings(shop: OpenShop) -> Settings:
    """What was read last, from the shop file alone."""
    with shop.store.read() as tx:
        text = tx.lists.meta(_KEPT)
    return _from_plain(json.loads(text)) if text else NOTHING_READ


def marks_said(settings: Settings, entry: Entry, line: Line) -> tuple[str, str]:
    """The class and the location that a line of a journal entry would have now, by name; '' for none."""
    klass = line.klass if settings.classes_on_lines else entry.klass if takes_class(line.slot) else None
    marks = {CLASS: klass, LOCATION: line.place}
    said = [mark.name if mark is not None and settings.tracks(kind) else "" for kind, mark in marks.items()]
    return said[0], said[1]


def read_settings(shop: OpenShop) -> Settings:
    """Read everything of the company again and keep it. Goes over the network; raises Trouble or Refusal."""
    with client_of(shop) as client:
        said = books.company(client)
        chart = tuple(ChartAccount(a.id, a.name, a.type, a.active) for a in accounts(client))
        classes, locations = ((_listed(client, kind) if said.tracks(kind) else ()) for kind in (CLASS, LOCATION))
    settings = Settings(
        said.realm,
        said.name,
        shop.now_ms(),
        said.class_by,
        said.tracks_locations,
        said.location_word,
        chart,
        classes,
        locations,
    )
    with shop.store.write() as tx:
        tx.lists.set_meta(_KEPT, json.dumps(asdict(settings)))
    return settings


def make_accounts(shop: OpenShop, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Make the accounts of these (full name, slot) pairs that QuickBooks does not have; their ids by name."""
    with client_of(shop) as client:
        return ensure_accounts(client, tuple(wanted))


def _listed(client: Client, kind: str) -> tuple[Listed, ...]:
    return tuple(Listed(one.id, one.name, one.active) for one in books.listed(client, kind))


def _from_plain(plain: dict[str, Any]) -> Settings:
    plain["accounts"] = tuple(ChartAccount(**one) for one in plain["accounts"])
    for name in ("classes", "locations"):
        plain[name] = tuple(Listed(**one) for one in plain[name])
    return Settings(**plain)
