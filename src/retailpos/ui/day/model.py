"""A date's figures and what can be done with them: close it, print it, look at its entry, send it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import books
from retailpos.actions.books import preview
from retailpos.actions.close_day import close_day
from retailpos.actions.reports import DrawerFigures, Figure, Figures, figures
from retailpos.actions.reports_paper import print_z
from retailpos.actions.standing import Closed, closings, standing
from retailpos.core.outbox import VERIFIED
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, clock_time, days_before, long_date, over_or_short, short_date, weekday
from retailpos.ui.day.desk import Pair
from retailpos.ui.exchange.words import Telling, tell
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class Share:
    """A part of what was taken in: its words and its share in thousandths."""

    name: str
    milli: int


@dataclass(frozen=True, slots=True)
class DayView:
    """The whole page as it is shown."""

    date: str
    title: str
    under: str
    is_open: bool
    cards: tuple[tuple[str, str, str], ...]
    sold: tuple[Pair, ...]
    paid: tuple[Pair, ...]
    drawer: tuple[Pair, ...]
    shares: tuple[Share, ...]
    state: Telling
    foot: str


class DayModel(QObject):
    """The date in hand."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: DayView | None = None

    def read(self) -> None:
        """Read the figures again."""
        date = self._desk.date or self._newest()
        self.view = view(self._desk, date) if date else None
        self.changed.emit()

    def _newest(self) -> str:
        states = standing(self._desk.shop).states
        closed = [date for date, _state in states if not books.is_open(self._desk.shop, date)]
        return (closed or [date for date, _state in states] or [""])[-1]

    def close(self) -> None:
        """Close the date and print its Z report."""
        if self.view is None:
            return
        date = self.view.date
        if self._desk.do(lambda: close_day(self._desk.till, date)) is not None:
            self._desk.do(lambda: print_z(self._desk.till, date))
            self._desk.take_up(date)
        self.read()

    def print_again(self) -> None:
        """Print the Z report once more."""
        view = self.view
        if view is not None:
            self._desk.do(lambda: print_z(self._desk.till, view.date))


def view(desk: Desk, date: str) -> DayView:
    """Everything the page says of a date."""
    shop = desk.shop
    found = figures(shop, date)
    closed = closings(shop, date)
    is_open = books.is_open(shop, date)
    title = _("{day} is open") if is_open else _("{day} is closed")
    return DayView(
        date,
        title.format(day=long_date(date)),
        _under(desk, found, closed),
        is_open,
        _cards(desk, found),
        _sold(desk, found),
        _paid(desk, found),
        _drawer(desk, found),
        _shares(found),
        tell(shop, date, found.state),
        _foot(desk, found),
    )


def _under(desk: Desk, found: Figures, closed: tuple[Closed, ...]) -> str:
    if not closed:
        return _("Its figures so far. They are final once the day is closed.")
    newest = closed[0]
    parts = [_("Z report {number}").format(number=newest.number)]
    at = clock_time(desk.shop, newest.at)
    parts.append(
        _("closed {time} by {name}").format(time=at, name=newest.by)
        if newest.by
        else _("closed {time}").format(time=at)
    )
    parts += [
        _("counted by {name}").format(name=drawer.counted_by) for drawer in found.drawers[:1] if drawer.counted_by
    ]
    if len(closed) > 1:
        parts.append(_("closing {run}").format(run=newest.run))
    return " · ".join(parts)


def _cards(desk: Desk, found: Figures) -> tuple[tuple[str, str, str], ...]:
    shop = desk.shop
    before = days_before(found.date, 7)
    last = figures(shop, before)
    change = ""
    if last.net:
        permille = (found.net - last.net) * 1000 // abs(last.net)
        sign = "+" if permille >= 0 else "\N{MINUS SIGN}"
        change = _("{sign}{whole}.{part} % on last {day}").format(
            sign=sign, whole=abs(permille) // 10, part=abs(permille) % 10, day=weekday(before)
        )
    agencies = len({row.key.partition("/")[0] for row in found.taxes})
    each = found.net // found.receipts if found.receipts else 0
    limit = shop.facts.over_short_limit
    return (
        (
            amount(shop, found.net),
            change or _("after discounts and returns"),
            "ok" if change.startswith("+") else "ink2",
        ),
        (amount(shop, found.tax), plural("one agency", "{n} agencies", agencies).format(n=agencies), "ink2"),
        (str(found.receipts), _("{amount} a receipt").format(amount=amount(shop, each)), "ink2"),
        _drawer_card(desk, found, limit),
    )


def _drawer_card(desk: Desk, found: Figures, limit: int | None) -> tuple[str, str, str]:
    if not found.drawers:
        return (_("not used"), _("no drawer was opened"), "ink2")
    if any(drawer.is_open for drawer in found.drawers):
        return (_("open"), _("not counted yet"), "ink2")
    outside = limit is not None and abs(found.over) > limit
    note = ""
    if limit is not None:
        words = _("above your limit of {limit}") if outside else _("within your limit of {limit}")
        note = words.format(limit=amount(desk.shop, limit))
    return (over_or_short(desk.shop, found.over), note or _("counted"), "warn" if outside else "ink2")


def _pairs(desk: Desk, rows: tuple[Figure, ...], form: str = "{name}") -> list[Pair]:
    return [Pair(form.format(name=row.name), amount(desk.shop, row.cents)) for row in rows]


def _sold(desk: Desk, found: Figures) -> tuple[Pair, ...]:
    shop = desk.shop
    return (
        Pair(_("Goods at full price"), amount(shop, found.full)),
        Pair(_("Discounts"), amount(shop, found.discounts)),
        Pair(_("Returns"), amount(shop, found.returns)),
        Pair(_("Net sales"), amount(shop, found.net), strong=True),
        *_pairs(desk, found.taxes, _("Tax, {name}")),
        *_pairs(desk, found.others),
        Pair(_("Taken in"), amount(shop, found.taken), strong=True),
    )


def _paid(desk: Desk, found: Figures) -> tuple[Pair, ...]:
    return (*_pairs(desk, found.tenders), Pair(_("Taken in"), amount(desk.shop, found.taken), strong=True))


def _drawer(desk: Desk, found: Figures) -> tuple[Pair, ...]:
    pairs: list[Pair] = []
    for drawer in found.drawers:
        if len(found.drawers) > 1:
            pairs.append(Pair(_("Register {number}").format(number=drawer.register), "", strong=bool(pairs)))
        pairs += _one_drawer(desk, drawer)
    return tuple(pairs) or (Pair(_("No drawer was opened."), ""),)


def _one_drawer(desk: Desk, drawer: DrawerFigures) -> list[Pair]:
    shop = desk.shop
    pairs = [Pair(_("Float in the morning"), amount(shop, drawer.opening))]
    pairs += _pairs(desk, drawer.moves)
    if drawer.counted is None:
        return [*pairs, Pair(_("Not counted yet"), "", strong=True)]
    word = _("Over") if drawer.over >= 0 else _("Short")
    return [
        *pairs,
        Pair(_("Should be"), amount(shop, drawer.expected), strong=True),
        Pair(_("Counted"), amount(shop, drawer.counted)),
        Pair(word, amount(shop, drawer.over), strong=True),
    ]


def _shares(found: Figures) -> tuple[Share, ...]:
    """How cards, cash and the rest share what was taken in; only where all of them are money in."""
    groups = {"tender.card": _("Cards"), "tender.cash": _("cash")}
    sums = dict.fromkeys((*groups.values(), _("other")), 0)
    for row in found.tenders:
        sums[groups.get(row.slot, _("other"))] += row.cents
    if any(cents < 0 for cents in sums.values()) or not sum(sums.values()):
        return ()
    whole = sum(sums.values())
    return tuple(Share(name, cents * 1000 // whole) for name, cents in sums.items() if cents)


def _foot(desk: Desk, found: Figures) -> str:
    if books.is_open(desk.shop, found.date):
        return _("Count every drawer first; then the day can be closed.")
    totals = [amount(desk.shop, entry.debit_total) for entry in preview(desk.shop, found.date)]
    if not totals:
        return _("Nothing of {day} goes to QuickBooks.").format(day=short_date(found.date))
    if found.state == VERIFIED:
        return _("Debits and credits are {totals} here and in QuickBooks.").format(totals=" · ".join(totals))
    return _("It balances at {totals}.").format(totals=" · ".join(totals))
