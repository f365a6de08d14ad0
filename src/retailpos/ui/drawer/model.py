"""The drawer outside of sales: a float at opening, money in and out, drops, no-sale, the X report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from retailpos.actions import drawer
from retailpos.actions.counting import drawer_state, reasons
from retailpos.actions.reports import Figures
from retailpos.actions.reports_paper import print_x, x_figures
from retailpos.core import document as kinds
from retailpos.core import rights
from retailpos.core.rights import has_right
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, long_date
from retailpos.ui.day.desk import Pair
from retailpos.wording import _

OPEN, IN, OUT, DROP, NO_SALE, X = "open", "paid_in", "paid_out", "drop", "no_sale", "x"
_MOST_DIGITS = 8
_RIGHTS = {
    OPEN: rights.OPEN_DRAWER,
    IN: rights.PAID_IN_OUT,
    OUT: rights.PAID_IN_OUT,
    DROP: rights.DROP,
    NO_SALE: rights.NO_SALE,
    X: rights.X_REPORT,
}


@dataclass(frozen=True, slots=True)
class DrawerView:
    """The whole page as it is shown. `act` is what the right pane is about."""

    title: str
    under: str
    is_open: bool
    act: str
    heading: str
    text: str
    takes_amount: bool
    figure: str
    reasons: tuple[str, ...]
    reason: str
    button: str
    ready: bool
    report: tuple[Pair, ...]
    done: str


class DrawerModel(QObject):
    """Verbs of the drawer page."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._act, self._digits, self._reason, self._done = "", "", "", ""
        self.view: DrawerView | None = None

    def read(self) -> None:
        """Read the drawer's state again."""
        is_open, since, left = drawer_state(self._desk.till)
        if is_open == (self._act == OPEN) or not self._act:
            self._act = DROP if is_open else OPEN
            self._digits = str(left) if left and not is_open else ""
        self._show(is_open, since, left)

    def choose(self, act: str) -> None:
        """Turn the right pane to something else."""
        self._act, self._digits, self._reason, self._done = act, "", "", ""
        self.read()

    def type(self, mark: str) -> None:
        """A digit, `00`, `clear` or `back`, into the amount."""
        if mark == "back":
            self._digits = self._digits[:-1]
        elif mark == "clear":
            self._digits = ""
        elif len(self._digits) + len(mark) <= _MOST_DIGITS:
            self._digits = (self._digits + mark).lstrip("0")
        self._done = ""
        self.read()

    def set_reason(self, reason: str) -> None:
        """Choose or type the reason."""
        self._reason = reason.strip()
        self.read()

    def do(self) -> None:
        """Do what the right pane says."""
        till, cents, reason = self._desk.till, int(self._digits or "0"), self._reason
        acts: dict[str, Callable[[], Any]] = {
            OPEN: lambda: drawer.open_drawer(till, cents),
            IN: lambda: drawer.paid_in(till, cents, reason),
            OUT: lambda: drawer.paid_out(till, cents, reason),
            DROP: lambda: drawer.drop(till, cents),
            NO_SALE: lambda: drawer.no_sale(till, reason),
            X: lambda: print_x(till, self._date()),
        }
        act = self._act
        if self._desk.do(acts[act]) is None:
            return
        self._done = self._said(act, cents)
        self._digits, self._reason = "", ""
        if act == OPEN:
            self._act = ""
        self.read()

    def count(self) -> None:
        """Go and count the drawer."""
        self._desk.context.open_page("count")

    def _date(self) -> str:
        is_open, since, _left = drawer_state(self._desk.till)
        shop = self._desk.shop
        with shop.store.read() as tx:
            return since if is_open else shop.today(tx, self._desk.till.register)

    def _said(self, act: str, cents: int) -> str:
        said = {
            OPEN: _("The drawer is open with {amount}."),
            IN: _("{amount} paid in."),
            OUT: _("{amount} paid out."),
            DROP: _("{amount} dropped to the safe."),
            NO_SALE: _("The drawer was opened without a sale."),
            X: _("The X report is printed."),
        }[act]
        return said.format(amount=amount(self._desk.shop, cents))

    def _show(self, is_open: bool, since: str, left: int | None) -> None:
        till = self._desk.till
        act = self._act
        heading, text, button = _words(self._desk, act, left)
        takes = act in (OPEN, IN, OUT, DROP)
        cents = int(self._digits or "0")
        chosen_kinds = {IN: kinds.PAID_IN, OUT: kinds.PAID_OUT, NO_SALE: kinds.NO_SALE}
        offered = reasons(till, chosen_kinds[act]) if act in chosen_kinds else ()
        under = _("Open since {day}").format(day=long_date(since)) if is_open else _("Closed. Card sales work already.")
        self.view = DrawerView(
            _("Drawer of register {number}").format(number=till.register),
            under,
            is_open,
            act,
            heading,
            text,
            takes,
            amount(self._desk.shop, cents),
            offered,
            self._reason,
            button.format(amount=amount(self._desk.shop, cents)),
            (bool(cents) or act == OPEN or not takes) and (bool(self._reason) or not offered),
            self._report(),
            self._done,
        )
        self.changed.emit()

    def may(self, act: str) -> bool:
        """True where the person signed in may do this."""
        person = self._desk.till.employee
        return person is not None and has_right(person.role, _RIGHTS[act])

    def _report(self) -> tuple[Pair, ...]:
        if not self.may(X):
            return ()
        return x_pairs(self._desk, x_figures(self._desk.till, self._date()))


def x_pairs(desk: Desk, found: Figures) -> tuple[Pair, ...]:
    """An X report as names and figures."""
    shop = desk.shop
    pairs = [
        Pair(_("At full price"), amount(shop, found.full)),
        Pair(_("Discounts"), amount(shop, found.discounts)),
        Pair(_("Returns"), amount(shop, found.returns)),
        Pair(_("Net sales"), amount(shop, found.net), strong=True),
    ]
    pairs += [Pair(_("Tax, {name}").format(name=row.name), amount(shop, row.cents)) for row in found.taxes]
    pairs += [Pair(row.name, amount(shop, row.cents)) for row in (*found.others, *found.tenders)]
    pairs.append(Pair(_("Taken in"), amount(shop, found.taken), strong=True))
    pairs.append(Pair(_("Receipts"), str(found.receipts)))
    for one in found.drawers:
        pairs.append(Pair(_("Float"), amount(shop, one.opening)))
        pairs += [Pair(move.name, amount(shop, move.cents)) for move in one.moves]
        pairs.append(Pair(_("Should be in the drawer"), amount(shop, one.expected), strong=True))
    return tuple(pairs)


def _words(desk: Desk, act: str, left: int | None) -> tuple[str, str, str]:
    """Heading, a sentence, and the button's words."""
    kept = _("Count what is there.")
    if act == OPEN and left is not None:
        kept = _("{amount} was left at the last close. Count it.").format(amount=amount(desk.shop, left))
    return {
        OPEN: (_("Open with a float"), kept, _("Open with {amount}")),
        IN: (_("Paid in"), _("Money that comes into the drawer without a sale."), _("Pay in {amount}")),
        OUT: (_("Paid out"), _("Money that leaves the drawer for a purchase."), _("Pay out {amount}")),
        DROP: (_("Drop to the safe"), _("Money that goes from the drawer to the safe."), _("Drop {amount}")),
        NO_SALE: (_("No sale"), _("Opens the drawer. It is written down with its reason."), _("Open the drawer")),
        X: (_("X report"), _("How this register stands. Nothing is ended by it."), _("Print the X report")),
    }[act]
