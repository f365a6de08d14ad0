"""What a day or a register took, read from the rollup, so that X, Z, postings and entry are one figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from retailpos.actions.books import names, state_of
from retailpos.actions.shop import OpenShop
from retailpos.core import document as kinds
from retailpos.core.document import Document, Posting
from retailpos.core.slots import EXEMPT, ORDER
from retailpos.exchange.suggest import Names
from retailpos.store.store import Tx
from retailpos.wording import _

_SOLD = ("sales", "service_sales")
_NET = (*_SOLD, "discounts", "returns")
_STOCK = ("cogs", "inventory")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A name and its sum in cents; `slot` and `key` say where in the books it comes from."""

    name: str
    cents: int
    slot: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class DrawerFigures:
    """One register's cash of a date, in cents. `counted` is None while the drawer is open."""

    register: int
    opening: int
    moves: tuple[Figure, ...]
    expected: int
    counted: int | None
    over: int
    counted_by: str = ""

    @property
    def is_open(self) -> bool:
        """True until it was counted."""
        return self.counted is None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a date took: every sum is a sum over the rollup, money in positive."""

    date: str
    full: int
    discounts: int
    returns: int
    taxes: tuple[Figure, ...]
    others: tuple[Figure, ...]
    tenders: tuple[Figure, ...]
    departments: tuple[Figure, ...]
    receipts: int
    drawers: tuple[DrawerFigures, ...] = ()
    state: str = ""
    register: int = 0

    @property
    def net(self) -> int:
        """Goods and services after discounts and returns, without tax."""
        return self.full + self.discounts + self.returns

    @property
    def tax(self) -> int:
        """Tax of all agencies."""
        return sum(row.cents for row in self.taxes)

    @property
    def taken(self) -> int:
        """All that was paid, less what was given back."""
        return sum(row.cents for row in self.tenders)

    @property
    def over(self) -> int:
        """What the drawers had too much (below zero: too little)."""
        return sum(drawer.over for drawer in self.drawers)


def figures(shop: OpenShop, date: str, *, register: int = 0) -> Figures:
    """The figures of a date, of one register or (0) of all: the Z once the day is closed, the X before."""
    with shop.store.read() as tx:
        return figures_of(tx, shop, date, register=register)


def figures_of(tx: Tx, shop: OpenShop, date: str, *, register: int = 0) -> Figures:
    """As `figures`, within a transaction."""
    rows = [posting for _count, posting in tx.periods.totals(date, register=register or None)]
    called = names(shop)
    receipts = [row for row in rows if row.side]
    return Figures(
        date,
        full=-_sum(receipts, _SOLD),
        discounts=-_sum(receipts, ("discounts",)),
        returns=-_sum(receipts, ("returns",)),
        taxes=_by_row((row for row in receipts if row.slot == "tax"), called),
        others=_by_row((row for row in receipts if _is_other(row.slot)), called),
        tenders=_by_row((row for row in receipts if row.slot.startswith("tender.")), called, sign=1),
        departments=_by_row((row for row in receipts if row.slot in _SOLD), called),
        receipts=tx.periods.receipts(date, register or None),
        drawers=_drawers(tx, shop, date, register=register),
        state=state_of(tx, shop, date),
        register=register,
    )


def _sum(rows: Iterable[Posting], slots: tuple[str, ...]) -> int:
    return sum(row.cents for row in rows if row.slot in slots)


def _is_other(slot: str) -> bool:
    """Neither goods, tax, a payment, nor stock: gift cards, tips, fees, cash rounding ..."""
    return slot not in (*_NET, *_STOCK, "tax") and not slot.startswith("tender.")


def _by_row(rows: Iterable[Posting], called: Names, *, sign: int = -1) -> tuple[Figure, ...]:
    """One figure for every slot and sub-row, in the order of the books; rows that came to nothing are left out."""
    sums: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.slot, _drawer_less(row))
        sums[key] = sums.get(key, 0) + sign * row.cents
    found = [Figure(title(slot, key, called), cents, slot, key) for (slot, key), cents in sums.items() if cents]
    return tuple(sorted(found, key=lambda figure: (ORDER.get(figure.slot, 99), figure.name, figure.key)))


def _drawer_less(row: Posting) -> str:
    """Cash of all drawers is one way to pay."""
    return "" if row.slot == "tender.cash" else row.key


def title(slot: str, key: str, called: Names) -> str:
    """What a slot's sub-row is called in a report."""
    if slot == "tender.cash":
        return _("Cash, register {register}").format(register=key) if key else _("Cash")
    if slot == "over_short":
        return _("Over or short, register {register}").format(register=key) if key else _("Over or short")
    own = called.of(slot, key)
    if slot in _SOLD or slot == "cogs" or slot in ("tax", "tender.card", "tender.other", "tender.foreign"):
        return own.replace(EXEMPT, _("(exempt)")) or slot_title(slot)
    return f"{slot_title(slot)}, {own}" if own else slot_title(slot)


def slot_title(slot: str) -> str:
    """What a slot is called in a report."""
    return {
        "sales": _("Goods"),
        "service_sales": _("Services"),
        "returns": _("Returns"),
        "discounts": _("Discounts"),
        "shipping": _("Shipping"),
        "service_charge": _("Service charges"),
        "surcharge": _("Card surcharges"),
        "donations": _("Donations"),
        "tax": _("Tax"),
        "tips": _("Tips"),
        "tips_out": _("Tips paid out"),
        "gift_sold": _("Gift cards sold"),
        "gift_used": _("Gift cards used"),
        "tender.check": _("Checks"),
        "rounding": _("Cash rounding"),
        "paid_in": _("Paid in"),
        "paid_out": _("Paid out"),
        "safe": _("Cash in the safe"),
        "bank": _("Bank"),
        "cogs": _("Cost of goods"),
        "inventory": _("Stock"),
        "inv_adjust": _("Stock adjusted"),
    }.get(slot, slot.replace("_", " ").replace(".", " ").capitalize())


def _drawers(tx: Tx, shop: OpenShop, date: str, *, register: int) -> tuple[DrawerFigures, ...]:
    """The drawers that were opened on a date, each with what moved in it."""
    opened: dict[int, list[Document]] = {}
    counted: dict[int, list[Document]] = {}
    for found in tx.documents.find_receipts(date=date, kinds=(kinds.OPENING, kinds.COUNT), most=_MOST):
        into = opened if found.kind == kinds.OPENING else counted
        if register in (0, found.register):
            into.setdefault(found.register, []).append(found)
    return tuple(
        _drawer(tx, shop, date, opened=opened[number], counts=counted.get(number, [])) for number in sorted(opened)
    )


def _drawer(tx: Tx, shop: OpenShop, date: str, *, opened: list[Document], counts: list[Document]) -> DrawerFigures:
    number = opened[0].register
    opening = sum(int(document.facts["float"]) for document in opened)
    should, have, over = (sum(int(d.facts[name]) for d in counts) for name in ("expected", "counted", "difference"))
    is_open = len(counts) < len(opened)
    if is_open:
        should += int(tx.documents.drawer(shop.facts.store, number)["expected"])
    moves = _moves([posting for _count, posting in tx.periods.totals(date, register=number)], number, names(shop))
    rest = should - opening - sum(move.cents for move in moves)
    if rest:
        moves = (*moves, Figure(_("Changed afterwards"), rest))
    people = {person.id: person.name for person in tx.lists.employees()}
    who = people.get(counts[0].by, "") if counts else ""
    return DrawerFigures(number, opening, moves, should, None if is_open else have, over, who)


def _moves(rows: list[Posting], register: int, called: Names) -> tuple[Figure, ...]:
    """Cash taken in sales, then money paid in, paid out and dropped, by reason: what each added to the drawer."""
    key = str(register)
    taken = sum(row.cents for row in rows if row.side and (row.slot, row.key) == ("tender.cash", key))
    others = _by_row((row for row in rows if row.slot in ("paid_in", "paid_out", "safe")), called)
    return (Figure(_("Cash taken"), taken, "tender.cash", key), *(_dropped(figure) for figure in others))


def _dropped(figure: Figure) -> Figure:
    return replace(figure, name=_("Dropped to the safe")) if figure.slot == "safe" else figure
