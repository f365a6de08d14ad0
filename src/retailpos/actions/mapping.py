"""What goes where: one row for every slot and sub-row this shop uses, with its account or what is suggested."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retailpos.actions.books import book
from retailpos.actions.company_here import mapping_waits
from retailpos.actions.mapping_settings import NOTHING_READ, ChartAccount, Settings
from retailpos.actions.mapping_titles import group, place, row_title
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.mapping import CLASS, LOCATION, WHOLE, Mapping, Mark, Row
from retailpos.core.outbox import BLOCKED, READY, REJECTED
from retailpos.core.slots import SLOTS, tender_slot
from retailpos.exchange.entry import WITH_CUSTOMER, Book
from retailpos.exchange.forms import CLEARING, SALES_RECEIPT
from retailpos.exchange.suggest import account_type, suggestion, takes_class
from retailpos.store.store import Tx
from retailpos.wording import _

_DATES = 120
_LATELY = 7
_STOCK = ("cogs", "inventory", "inv_adjust", "variance", "in_transit")
_WAITING = (READY, BLOCKED, REJECTED)

# Why a row has the account it has.
CHOSEN, SAME_NAME, TO_BE_MADE, SUGGESTED, MISSING, GONE, INACTIVE, NONE, RENAMED, FOLLOWS, BANK, APART, ENTRY = (
    *("chosen", "same-name", "to-be-made", "suggested", "missing", "gone", "inactive", "none"),
    *("renamed", "follows", "bank", "apart", "entry"),
)
# What became of the class or location of a row: nothing chosen, its own, that of a row above it, not used on this
# row, told to have none, or chosen and not in QuickBooks any more.
NO_MARK, OWN, INHERITED, UNUSED, WITHOUT, LOST = "no-mark", "own", "inherited", "unused", "without", "lost"

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
# Slots that may go anywhere but to the control accounts, which want a customer or a vendor on each line.
_ANYWHERE = ("paid_in", "paid_out")
_CONTROL = ("Accounts Receivable", "Accounts Payable")
# Slots that only come to zero together, so that both must be one account.
_PAIRS = (
    *(("gift_sold", "gift_used"), ("credit_issued", "credit_used"), ("order_in", "order_out")),
    *(("layaway_in", "layaway_out"), ("tips", "tips_out"), ("house_charge", "house_payment")),
)
PARTNER = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


@dataclass(frozen=True, slots=True)
class MarkCell:
    """The class or location of a row: its full name, and what became of it."""

    name: str = ""
    state: str = UNUSED


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the mapping: what it is, how much moved in it lately (cents), where it goes and why.

    `now` is the account's name in QuickBooks where it was renamed there.
    """

    slot: str
    key: str
    group: str
    title: str
    cents: int
    account: str
    account_id: str
    why: str
    suggested: str
    now: str = ""
    klass: MarkCell = MarkCell()
    place: MarkCell = MarkCell()

    @property
    def lost_kind(self) -> str:
        """Which of its marks is not in QuickBooks any more: CLASS, LOCATION, or ''."""
        return CLASS if self.klass.state == LOST else LOCATION if self.place.state == LOST else ""

    @property
    def blocks(self) -> bool:
        """True where a day with money in this row can't be sent."""
        return bool(self.lost_kind) or self.why in (MISSING, GONE, INACTIVE) or (self.why == NONE and bool(self.cents))


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are worked out from: how the shop books, what moved by date and sub-row, and what waits to be sent."""

    book: Book
    cogs: bool
    form: str
    lists: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, dict[tuple[str, str], int]], ...]
    waiting: frozenset[str]

    def sums(self, dates: int = _DATES) -> dict[tuple[str, str], int]:
        """Cents by slot and sub-row over the newest dates."""
        found: dict[tuple[str, str], int] = {}
        for _date, sums in self.moved[-dates:]:
            for row, cents in sums.items():
                found[row] = found.get(row, 0) + cents
        return found


def ground(shop: OpenShop) -> Ground:
    """Read all that rows are made of."""
    with shop.store.read() as tx:
        moved = tuple((date, _sums(tx, date)) for date, _closed in tx.periods.dates()[-_DATES:])
        waiting = frozenset(row.business_date for row in tx.outbox.rows(*_WAITING))
        return Ground(book(tx, shop), shop.facts.cogs, shop.facts.form, _of_lists(shop), moved, waiting)


def _sums(tx: Tx, date: str) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for _count, posting in tx.periods.totals(date):
        key = (posting.slot, posting.key)
        found[key] = found.get(key, 0) + posting.cents
    return found


def _of_lists(shop: OpenShop) -> tuple[tuple[str, str], ...]:
    """Slots and sub-rows of the shop's own lists: its departments and its ways to pay."""
    found = [("sales", department.id) for department in shop.listed.departments.values()]
    for tender in shop.listed.tenders.values():
        slot = tender_slot(tender.kind)
        if slot not in ("tender.cash", "tender.foreign"):
            found.append((slot, "" if slot == "tender.check" else tender.id))
    return tuple(found)


def rows(shop: OpenShop, settings: Settings = NOTHING_READ, draft: tuple[Row | Mark, ...] = ()) -> tuple[MapRow, ...]:
    """Every row this shop uses; `draft` are choices not saved yet. Without settings nothing is said of QuickBooks."""
    return rows_of(ground(shop), settings, draft)


def drafted(there: Ground, settings: Settings, draft: tuple[Row | Mark, ...]) -> Mapping:
    """The mapping as it would be with these choices, read as the connected company has to read it."""
    return there.book.mapping.for_company(settings.company).changed(draft)


def rows_of(
    there: Ground, settings: Settings, draft: tuple[Row | Mark, ...] = (), *, everything: bool = False
) -> tuple[MapRow, ...]:
    """As `rows`, from what was read before; `everything` has rows for what this shop never used too."""
    here = replace(there.book, mapping=drafted(there, settings, draft))
    lately = there.sums(_LATELY)
    found = [
        _row(here, settings, slot, key, cents=lately.get((slot, key), 0))
        for slot, key in _used(there, here.mapping, everything=everything)
        if there.cogs or slot not in _STOCK
    ]
    found = _together(sorted(found, key=lambda row: (place(row.slot), row.title, row.key)), settings)
    if settings.tracks(CLASS) or settings.tracks(LOCATION):
        found.insert(0, _whole(here.mapping, settings))
    return tuple(found)


def _used(there: Ground, mapping: Mapping, *, everything: bool) -> dict[tuple[str, str], int]:
    """The rows to show: what moved, what the shop's lists have, what was chosen, and where wished all other slots."""
    used = {**dict.fromkeys(there.lists, 0), **there.sums()}
    slots = {slot for slot, _key in used}
    if there.form == SALES_RECEIPT and slots & set(WITH_CUSTOMER):
        used[CLEARING, ""] = 0
    for row in mapping.rows:
        if row.key or row.slot not in slots:
            used.setdefault((row.slot, row.key), 0)
    for slot in SLOTS if everything else ():
        if slot not in slots:
            used.setdefault((slot, ""), 0)
    return used


def _row(here: Book, settings: Settings, slot: str, key: str, *, cents: int) -> MapRow:
    row = here.mapping.find(slot, key)
    suggested = suggestion(slot, key, here.names)
    account, account_id = (row.account, row.account_id) if row and not row.none else ("", "")
    if row is None and (here.suggest or suggested.casefold() in settings.by_name):
        account = suggested
    why, now = _why(row, account, settings, suggests=here.suggest)
    if why == CHOSEN and row is not None and row.key != key:
        why = FOLLOWS
    if why == MISSING:
        account = ""
    marks = _cell(here.mapping, settings, CLASS, slot, key), _cell(here.mapping, settings, LOCATION, slot, key)
    name = row_title(slot, key, here.names)
    return MapRow(slot, key, group(slot), name, cents, account, account_id, why, suggested, now, *marks)


def _whole(mapping: Mapping, settings: Settings) -> MapRow:
    """The row of what holds for every line that has no class or location of its own."""
    cells = (_cell(mapping, settings, kind, WHOLE, "") for kind in (CLASS, LOCATION))
    return MapRow(WHOLE, "", _("Every entry"), _("The whole entry"), 0, "", "", ENTRY, "", "", *cells)


def _cell(mapping: Mapping, settings: Settings, kind: str, slot: str, key: str) -> MarkCell:
    if not settings.tracks(kind) or not _marked(settings, kind, slot):
        return MarkCell()
    own, mark = mapping.own_mark(kind, slot, key), mapping.mark(kind, slot, key)
    if mark is None:
        return MarkCell("", WITHOUT if own is not None else NO_MARK)
    there = next((one for one in settings.listed(kind) if _is(one.id, one.name, mark)), None)
    if there is None or not there.active:
        return MarkCell(mark.name, LOST)
    return MarkCell(there.name, OWN if own is not None else INHERITED)


def _is(id_: str, name: str, mark: Mark) -> bool:
    return id_ == mark.id if mark.id else name.casefold() == mark.name.casefold()


def _marked(settings: Settings, kind: str, slot: str) -> bool:
    """Whether a row can have a mark of this kind: a class only where something is earned or spent."""
    if slot == WHOLE or kind == LOCATION:
        return True
    return settings.classes_on_lines and takes_class(slot)


def _why(row: Row | None, account: str, settings: Settings, *, suggests: bool) -> tuple[str, str]:
    """Why a row has its account, and what that account is called now where it was renamed."""
    if row is not None and row.none:
        return NONE, ""
    known = bool(settings.accounts)
    there = settings.by_id.get(row.account_id) if row and row.account_id else settings.by_name.get(account.casefold())
    if there is not None and not there.active:
        return INACTIVE, ""
    if row is not None:
        renamed = there is not None and there.name.casefold() != account.casefold()
        if renamed and there is not None:
            return RENAMED, there.name
        # An account with an id was there once; one without is made when it is first needed.
        return CHOSEN if there is not None or not known else GONE if row.account_id else TO_BE_MADE, ""
    if there is not None:
        return SAME_NAME if suggests else MISSING, ""
    return (TO_BE_MADE if known else SUGGESTED) if suggests else MISSING, ""


def _together(found: list[MapRow], settings: Settings) -> list[MapRow]:
    """With what is sound by itself and unwise all the same: a card that goes to a bank, a pair that is apart."""
    accounts = {row.slot: row.account.casefold() for row in found}
    wise = []
    for row in found:
        there, other = settings.by_name.get(row.account.casefold()), accounts.get(PARTNER.get(row.slot, ""), "")
        if row.blocks or not row.account:
            wise.append(row)
        elif row.slot == "tender.card" and there is not None and there.type == "Bank":
            wise.append(replace(row, why=BANK))
        elif other and other != row.account.casefold():
            wise.append(replace(row, why=APART))
        else:
            wise.append(row)
    return wise


def fitting(chart: tuple[ChartAccount, ...], slot: str, words: str = "") -> tuple[ChartAccount, ...]:
    """Active accounts of types that make sense for a slot and whose names hold these words; its own type first.

    Money paid in or out may be for anything, and of a slot that is not known here nothing better can be said.
    """
    own, _sub_type = account_type(slot)
    types = [own, *_ALSO.get(own, ())]
    if slot in _ANYWHERE or slot not in (*SLOTS, CLEARING):
        types += sorted({account.type for account in chart} - {*types, *_CONTROL})
    wanted = words.casefold().split()
    found = [a for a in chart if a.active and a.type in types and all(word in a.name.casefold() for word in wanted)]
    return tuple(sorted(found, key=lambda account: (types.index(account.type), account.name.casefold())))


def type_of(slot: str) -> str:
    """The type of account a slot asks for."""
    return account_type(slot)[0]


def would_wait(there: Ground, found: tuple[MapRow, ...]) -> tuple[tuple[str, str], ...]:
    """The days not sent yet that would stay blocked, oldest first, each with the title of a row that holds it."""
    blocking = {(row.slot, row.key): row.title for row in found if row.blocks}
    waits = []
    for date, sums in there.moved:
        held = [name for row, name in blocking.items() if sums.get(row)]
        if held and date in there.waiting:
            waits.append((date, held[0]))
    return tuple(waits)


def pinned(mapping: Mapping, settings: Settings) -> Mapping:
    """With each row's account, class and location under its id and the name it has in QuickBooks now.

    What has an id stays the same account however it is called there; what has none yet gets one by its name.
    """
    if not settings.company:
        return mapping
    pinned_rows = []
    for row in mapping.rows:
        there = settings.by_id.get(row.account_id) if row.account_id else settings.by_name.get(row.account.casefold())
        wanted = there is not None and there.active and not row.none
        pinned_rows.append(replace(row, account=there.name, account_id=there.id) if wanted and there else row)
    return replace(mapping, rows=tuple(pinned_rows), company=settings.company)


def save(till: Till, choices: tuple[Row | Mark, ...], settings: Settings = NOTHING_READ) -> Changes:
    """Keep these choices as the next version of the mapping. What was sent is never touched by it."""
    till.need(rights.MAPPING)
    with till.shop.store.write() as tx:
        mapping = tx.mappings.current().for_company(settings.company).changed(choices)
        tx.mappings.keep_whole(pinned(mapping, settings), at=till.shop.now_ms(), by=till.by)
    return Changes(frozenset({"mapping", "days"}))


def waits_for_yes(shop: OpenShop) -> bool:
    """True where the mapping was chosen for another company and nobody kept it for this one yet."""
    with shop.store.read() as tx:
        return mapping_waits(tx)


def version(shop: OpenShop) -> int:
    """The number of the mapping in force; 0 before anything was chosen."""
    with shop.store.read() as tx:
        return tx.mappings.current().version
