"""The first import: customers, vendors and items of a QuickBooks company, and what is on hand. First it is shown.

Items are brought in by small steps, each whole: stopped anywhere and begun again, none is there twice. What is on hand
becomes opening stock, which posts nothing: its value stands in QuickBooks already. Items of the shop are never changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from retailpos.actions.exchange import client_of, leased
from retailpos.actions.lists import clean_name
from retailpos.actions.sharing import Shares, Told, as_person, people_here, share_people
from retailpos.actions.shop import BACK_OFFICE, OpenShop
from retailpos.core.barcode import canonical, is_gtin
from retailpos.core.catalogue import Department, Item
from retailpos.core.document import OPENING_STOCK, DocLine
from retailpos.core.money import Money, Quantity
from retailpos.core.sharing import ITEM, PEOPLE, Shared
from retailpos.core.stock import OnHand
from retailpos.exchange.listing import Matched, match_items, match_people, plain
from retailpos.exchange.online import theirs
from retailpos.exchange.online.books import accounts, balances, company
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.theirs import TheirItem
from retailpos.store.store import Tx

# So many in a step that a scan at the register hardly waits for it.
_STEP = 20
NO_CATEGORY = "QuickBooks"
NEW, KNOWN, UNCLEAR, SKIPPED = "new", "known", "unclear", "skipped"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the preview: what would be done with one of theirs. Cents a unit, thousandths on hand."""

    kind: str
    name: str
    deed: str
    why: str = ""
    detail: str = ""
    price: int = 0
    cost: int = 0
    milli: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: every row, what the goods are worth, and what QuickBooks says they are worth."""

    company: str
    rows: tuple[Row, ...]
    worth: int
    worth_there: int
    items: Matched[TheirItem]

    def count(self, kind: str, deed: str) -> int:
        """How many of a kind would be treated so."""
        return sum((row.kind, row.deed) == (kind, deed) for row in self.rows)


@dataclass(slots=True)
class Imported:
    """What an import did."""

    items: int = 0
    known: int = 0
    worth: int = 0
    people: Shares = field(default_factory=Shares)
    without_code: list[str] = field(default_factory=list)
    whole: bool = True


def look(shop: OpenShop) -> Preview:
    """Read the company's lists and say what an import would do. Changes nothing anywhere."""
    with client_of(shop) as client:
        there = {kind: theirs.people(client, kind) for kind in PEOPLE}
        listed = theirs.items(client)
        worth_there = _worth_there(client, listed)
        name = company(client).name
    rows: list[Row] = []
    with shop.store.read() as tx:
        for kind in PEOPLE:
            ours = {one.id: as_person(one) for one in people_here(tx, kind).values()}
            found = match_people(ours, tx.sharing.links(kind, client.realm), there[kind])
            rows += [Row(kind, one.person.name, KNOWN, detail=ours[here].name) for here, one in found.pairs]
            rows += [Row(kind, one.person.name, NEW, detail=one.person.email) for one in found.only_theirs]
            rows += [Row(kind, one.person.name, UNCLEAR, "several_here") for one in found.unclear]
        known = {item.id: item for item in tx.lists.items(most=10**7)}
        items = match_items(known, tx.sharing.links(ITEM, client.realm), listed)
    rows += _item_rows(known, items, listed)
    return Preview(name, tuple(rows), sum(_worth(one) for one in items.only_theirs), worth_there, items)


def bring_in(shop: OpenShop, preview: Preview, *, told: Told | None = None) -> Imported:
    """Import what a preview showed: people first, then items step by step.

    `told` hears (done, whole) and may return False to stop; what is done then stays, and the next import goes on.
    """
    did = Imported(people=share_people(shop, send=False))
    with client_of(shop) as client, leased(shop, client.realm):
        _departments(shop, preview.items.only_theirs)
        _link_known(shop, client.realm, preview.items, did)
        with shop.store.read() as tx:
            # What an earlier import brought, of an older preview.
            there = {link.there for link in tx.sharing.links(ITEM, client.realm).values()}
        some = tuple(one for one in preview.items.only_theirs if one.there not in there)
        for start in range(0, len(some), _STEP):
            if told is not None and not told(start, len(some)):
                did.whole = False
                break
            _bring(shop, client.realm, some[start : start + _STEP], did)
    return did


def _item_rows(known: dict[str, Item], found: Matched[TheirItem], listed: tuple[TheirItem, ...]) -> list[Row]:
    rows = []
    for here, one in found.pairs:
        ours = known[here]
        why = "" if (ours.price, ours.cost) == (one.price, one.cost) else "other_figures"
        rows.append(Row(ITEM, one.name, KNOWN, why, ours.name, one.price, one.cost, one.milli))
    rows += [
        Row(ITEM, one.name, NEW, "below_zero" if one.milli < 0 else "", one.sku, one.price, one.cost, one.milli)
        for one in found.only_theirs
    ]
    rows += [Row(ITEM, one.name, UNCLEAR, "several_here", one.sku, one.price, one.cost) for one in found.unclear]
    rows += [Row(ITEM, one.name, SKIPPED, one.why, one.sku) for one in listed if one.why]
    return rows


def _worth(one: TheirItem) -> int:
    """Cents that what is on hand cost. What is below zero comes in as nothing on hand."""
    return Quantity(max(0, one.milli)).times(Money(one.cost)).cents


def _worth_there(client: Client, listed: tuple[TheirItem, ...]) -> int:
    """What QuickBooks' own inventory accounts hold, in cents."""
    wanted = {one.asset for one in listed if one.asset}
    held = balances(client)
    return sum(held.get(account.name, 0) for account in accounts(client) if account.id in wanted)


def _departments(shop: OpenShop, some: tuple[TheirItem, ...]) -> None:
    """A department for each category that has none of its name yet."""
    known = {plain(one.name) for one in shop.listed.departments.values()}
    with shop.store.write() as tx:
        for name in dict.fromkeys(_department_name(one) for one in some):
            if plain(name) not in known:
                tx.lists.put(Department(shop.ids.new(), name))
    shop.read_lists()


def _department_name(one: TheirItem) -> str:
    return clean_name((one.category or NO_CATEGORY)[:30], 30)


def _link_known(shop: OpenShop, realm: str, found: Matched[TheirItem], did: Imported) -> None:
    """Remember which of ours is which of theirs; ours stay as they are."""
    now = shop.now_ms()
    with shop.store.write() as tx:
        linked = tx.sharing.links(ITEM, realm)
        new = [Shared(ITEM, here, one.there, one.token, at=now) for here, one in found.pairs if here not in linked]
        tx.sharing.put_links(realm, new)
    did.known = len(found.pairs)


def _bring(shop: OpenShop, realm: str, some: tuple[TheirItem, ...], did: Imported) -> None:
    """One step: these items, what is on hand of them and their links, or nothing of it."""
    departments = {plain(one.name): one.id for one in shop.listed.departments.values()}
    with shop.store.write() as tx:
        lines: list[DocLine] = []
        stock, links = {}, []
        for one in some:
            item, keys = _item(shop, tx, one, departments[plain(_department_name(one))])
            tx.lists.put_items([item], keys)
            did.without_code += [item.name] if item.sku and is_gtin(item.sku) and not keys else []
            milli, value = max(0, one.milli), _worth(one)
            stock[item.id] = OnHand(milli, value, item.cost)
            if milli:
                lines.append(_stocked(len(lines) + 1, item, milli, value))
            links.append(Shared(ITEM, item.id, one.there, one.token, at=shop.now_ms()))
            did.worth += value
        if lines:
            shop.record(tx, BACK_OFFICE, OPENING_STOCK, lines=tuple(lines), reason=NO_CATEGORY)
        tx.documents.set_stock(stock)
        tx.sharing.put_links(realm, links)
    did.items += len(links)


def _item(shop: OpenShop, tx: Tx, one: TheirItem, department: str) -> tuple[Item, dict[str, str]]:
    """The item as the shop keeps it. A SKU that is a barcode's number is its barcode too, where nobody has it."""
    code = one.sku if is_gtin(one.sku) and tx.lists.item_by_code((canonical(one.sku),)) is None else ""
    item = Item(
        shop.ids.new(),
        one.name,
        one.price,
        one.cost,
        department,
        "" if one.taxable else "None",
        one.sku,
        (code,) if code else (),
    )
    return item, {canonical(code): item.id} if code else {}


def _stocked(n: int, item: Item, milli: int, value: int) -> DocLine:
    return DocLine(n, "goods", item.name, -milli, item.price, item.price, 0, 0, 0, 0, item=item.id, cost=-value)


def counted(preview: Preview) -> dict[tuple[str, str], int]:
    """How many of each kind would be treated how."""
    return dict(Counter((row.kind, row.deed) for row in preview.rows))
