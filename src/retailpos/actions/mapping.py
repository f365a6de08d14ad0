"""What goes where: one row for every slot and sub-row this shop uses, with its account or what is suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from retailpos.actions.books import book
from retailpos.actions.reports import slot_title, title
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.core.mapping import Row
from retailpos.core.slots import ORDER, tender_slot
from retailpos.exchange.entry import Book
from retailpos.exchange.online.books import accounts, ensure_accounts
from retailpos.exchange.online.client import Client
from retailpos.exchange.suggest import account_type, suggestion
from retailpos.store.store import Tx
from retailpos.wording import _

_DATES = 120
_STOCK = ("cogs", "inventory", "inv_adjust", "variance", "in_transit")

# Why a row has the account it has.
CHOSEN, SAME_NAME, TO_BE_MADE, SUGGESTED, MISSING, GONE, INACTIVE, NONE = (
    *("chosen", "same-name", "to-be-made", "suggested", "missing", "gone", "inactive", "none"),
)

# Which types of account make sense beside the slot's own.
_ALSO: dict[str, tuple[str, ...]] = {
    "Income": ("Other Income",),
    "Other Income": ("Income", "Expense", "Other Expense"),
    "Other Current Liability": ("Long Term Liability", "Credit Card"),
    "Other Current Asset": ("Bank", "Other Asset"),
    "Bank": ("Other Current Asset",),
    "Expense": ("Other Expense", "Cost of Goods Sold", "Other Income", "Bank", "Other Current Asset"),
    "Cost of Goods Sold": ("Expense",),
}


@dataclass(frozen=True, slots=True)
class ChartAccount:
    """An account of the connected company."""

    id: str
    name: str
    type: str
    active: bool


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the mapping: what it is, how much moved in it lately (cents), and where it goes and why."""

    slot: str
    key: str
    group: str
    title: str
    cents: int
    account: str
    account_id: str
    why: str
    suggested: str

    @property
    def blocks(self) -> bool:
        """True where a day with money in this row can't be sent."""
        return self.why in (MISSING, GONE, INACTIVE) or (self.why == NONE and bool(self.cents))


def read_chart(shop: OpenShop) -> tuple[ChartAccount, ...]:
    """The chart of the connected company, by full name. Goes over the network."""
    client = _client(shop)
    try:
        return tuple(ChartAccount(a.id, a.name, a.type, a.active) for a in accounts(client))
    finally:
        client.close()


def make_accounts(shop: OpenShop, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Make the accounts of these (full name, slot) pairs that QuickBooks does not have; their ids by name."""
    client = _client(shop)
    try:
        return ensure_accounts(client, tuple(wanted))
    finally:
        client.close()


def _client(shop: OpenShop) -> Client:
    if shop.exchange is None:
        raise Refusal("not_connected")
    client: Client = shop.exchange.client()
    return client


def rows(shop: OpenShop, chart: tuple[ChartAccount, ...] = (), draft: tuple[Row, ...] = ()) -> tuple[MapRow, ...]:
    """Every row this shop uses; `draft` are choices not saved yet. Without a chart nothing is said of QuickBooks."""
    with shop.store.read() as tx:
        here = book(tx, shop)
        sums = _moved(tx, shop)
    for row in draft:
        here = replace(here, mapping=here.mapping.with_row(row))
    for row in here.mapping.rows:
        if row.key or not any(slot == row.slot for slot, _key in sums):
            sums.setdefault((row.slot, row.key), 0)
    known = {account.name.casefold(): account for account in chart}
    found = (_row(here, known, slot, key, cents=cents) for (slot, key), cents in sums.items() if _goes(shop, slot))
    return tuple(sorted(found, key=lambda row: (ORDER.get(row.slot, 99), row.title, row.key)))


def _goes(shop: OpenShop, slot: str) -> bool:
    return shop.facts.cogs or slot not in _STOCK


def _moved(tx: Tx, shop: OpenShop) -> dict[tuple[str, str], int]:
    """Slots and sub-rows with money in them lately, and those of the shop's own lists."""
    sums: dict[tuple[str, str], int] = {}
    for department in shop.listed.departments.values():
        sums["sales", department.id] = 0
    for tender in shop.listed.tenders.values():
        slot = tender_slot(tender.kind)
        if slot not in ("tender.cash", "tender.foreign"):
            sums[slot, "" if slot == "tender.check" else tender.id] = 0
    for date, _closed in tx.periods.dates()[-_DATES:]:
        for _count, posting in tx.periods.totals(date):
            key = (posting.slot, posting.key)
            sums[key] = sums.get(key, 0) + posting.cents
    return sums


def _row(here: Book, known: dict[str, ChartAccount], slot: str, key: str, *, cents: int) -> MapRow:
    row = here.mapping.find(slot, key)
    suggested = suggestion(slot, key, here.names)
    account, account_id = (row.account, row.account_id) if row and not row.none else ("", "")
    if row is None and (here.suggest or suggested.casefold() in known):
        account = suggested
    why = _why(row, account, known, suggests=here.suggest)
    if why == MISSING:
        account = ""
    return MapRow(slot, key, _group(slot), title(slot, key, here.names), cents, account, account_id, why, suggested)


def _why(row: Row | None, account: str, known: dict[str, ChartAccount], *, suggests: bool) -> str:
    if row is not None and row.none:
        return NONE
    there = known.get(account.casefold())
    if there is not None and not there.active:
        return INACTIVE
    if row is not None:
        if there is not None or not known:
            return CHOSEN
        # An account with an id was there once; one without is made when it is first needed.
        return GONE if row.account_id else TO_BE_MADE
    if there is not None:
        return SAME_NAME if suggests else MISSING
    return (TO_BE_MADE if known else SUGGESTED) if suggests else MISSING


def _group(slot: str) -> str:
    if slot.startswith("tender."):
        return _("Paid with")
    return {
        "sales": _("Sold, by department"),
        "service_sales": _("Sold, by department"),
        "returns": _("Given back and taken off"),
        "discounts": _("Given back and taken off"),
        "tax": _("Sales tax, by agency"),
        "over_short": _("Drawer"),
        "rounding": _("Drawer"),
        "paid_in": _("Drawer"),
        "paid_out": _("Drawer"),
        "safe": _("Drawer"),
        "bank": _("Drawer"),
        "cogs": _("Stock"),
        "inventory": _("Stock"),
        "inv_adjust": _("Stock"),
    }.get(slot, slot_title(slot))


def fitting(chart: tuple[ChartAccount, ...], slot: str, words: str = "") -> tuple[ChartAccount, ...]:
    """Active accounts of types that make sense for a slot and whose names hold these words; its own type first."""
    own, _sub_type = account_type(slot)
    types = (own, *_ALSO.get(own, ()))
    wanted = words.casefold().split()
    found = [a for a in chart if a.active and a.type in types and all(word in a.name.casefold() for word in wanted)]
    return tuple(sorted(found, key=lambda account: (types.index(account.type), account.name.casefold())))


def type_of(slot: str) -> str:
    """The type of account a slot asks for."""
    return account_type(slot)[0]


def save(till: Till, choices: tuple[Row, ...]) -> Changes:
    """Keep these choices as the next version of the mapping. What was sent is never touched by it."""
    till.need(rights.MAPPING)
    with till.shop.store.write() as tx:
        mapping = tx.mappings.current()
        for row in choices:
            mapping = mapping.with_row(row)
        tx.mappings.keep(mapping.rows, at=till.shop.now_ms(), by=till.by)
    return Changes(frozenset({"mapping", "days"}))


def version(shop: OpenShop) -> int:
    """The number of the mapping in force; 0 before anything was chosen."""
    with shop.store.read() as tx:
        return tx.mappings.current().version
