"""The register: the sale being rung up and everything a cashier does to it, by key, touch or scan."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from retailpos.actions import giving_back, sell
from retailpos.actions.shop import Changes
from retailpos.core.cart import Cart, Discount, Line
from retailpos.core.catalogue import CASH, Customer, Item
from retailpos.core.document import RECEIPT_KINDS, Document
from retailpos.core.errors import PosError, Refusal
from retailpos.core.money import Money, Quantity, parse_percent, percent_of
from retailpos.core.rights import MOST_DISCOUNT
from retailpos.core.totals import Totals, totals
from retailpos.ui.sale.counter import Counter
from retailpos.ui.sale.finding import Finding
from retailpos.ui.sale.showing import percent_shown
from retailpos.wording import _

Face = Literal["keys", "search", "tender", "change", "return"]

_RECEIPT = re.compile(r"^\d{1,6}-\d{6,12}$")
_DONE_WITH = ("search", "tender", "change")


@dataclass(frozen=True, slots=True)
class Now:
    """What the register shows: which face, the sale with its figures, and which line the keys act on."""

    face: Face
    cart: Cart
    figures: Totals
    chosen: int = 0
    can_undo: bool = False
    held: tuple[tuple[str, str, int, int], ...] = ()
    last: Document | None = None

    @property
    def line(self) -> Line | None:
        """The chosen line."""
        return next((line for line in self.cart.lines if line.key == self.chosen), None)

    @property
    def idle(self) -> bool:
        """True while nothing is rung up."""
        return not self.cart.lines


@dataclass(slots=True)
class _Kept:
    """What the register remembers beside the sale itself."""

    face: Face = "keys"
    chosen: int = 0
    held: tuple[tuple[str, str, int, int], ...] = field(default=())
    behind: list[str] = field(default_factory=list)


class RegisterModel(QObject):
    """The sale in progress and its verbs. `changed` comes after each of them; screens then draw `now` as a whole.

    `opened` carries the number of a receipt that was scanned, for the page that takes goods back. `wants` asks the
    screen for a figure it needs: an item by weight, an item at any amount.
    """

    changed = Signal()
    opened = Signal(str)
    wants = Signal(str, object)

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counter = counter
        self.till = counter.till
        self.finding = Finding(counter, self)
        self._kept = _Kept()
        self._computed: tuple[Cart, Totals] = (self.till.cart, totals(self.till.cart))
        self._read_held()
        self._read_last()
        self._choose_last()
        counter.changed.connect(self._something_changed)

    @property
    def now(self) -> Now:
        """Everything the register shows."""
        cart = self.till.cart
        kept = self._kept
        can_undo = bool(self.till.before) and not cart.payments
        if self._computed[0] is not cart:
            self._computed = (cart, totals(cart))
        return Now(kept.face, cart, self._computed[1], kept.chosen, can_undo, kept.held, self.till.last)

    # Where we are

    def show(self, face: Face) -> None:
        """Turn the left pane."""
        if self._kept.face != face:
            self._kept.face = face
            self.changed.emit()

    def pay(self) -> None:
        """Go to payment; in change, begin the next sale."""
        if self._kept.face == "change":
            self.next_sale()
            return
        if self.now.idle:
            self.counter.refused.emit(Refusal("nothing_to_sell"))
            return
        self.finding.clear()
        self.show("tender")

    def back(self) -> None:
        """Back to the sale. Payments already taken stay."""
        self.finding.clear()
        self.show("keys")

    def next_sale(self) -> None:
        """The change is given: back to an empty register."""
        self.finding.clear()
        self.show("keys")

    # Adding

    def scanned(self, code: str) -> None:
        """A code was scanned, whatever has the keyboard: it goes on the sale."""
        if self.counter.waiting is not None:
            self._kept.behind = [*self._kept.behind[-19:], code]
            return
        if self._kept.face == "return":
            self.opened.emit(code)
            return
        if _RECEIPT.match(code) and self._is_receipt(code):
            self.opened.emit(code)
            return
        times = self.finding.times
        if self.do(lambda: sell.scan(self.till, code, times)):
            self._added()

    def take_waiting_scans(self) -> None:
        """Add what was scanned while somebody was asked to allow something."""
        waiting, self._kept.behind = self._kept.behind, []
        for code in waiting:
            self.scanned(code)

    def press_item(self, item_id: str) -> None:
        """A picture key or a hit was chosen: add one, or as many as were typed before."""
        with self.counter.shop.store.read() as tx:
            item = tx.lists.item(item_id)
        if item is None:
            return
        times = self.finding.times
        if item.unit and times is None:
            self.wants.emit("weight", item)
        elif not item.price:
            self.wants.emit("price", item)
        else:
            self.add(item, times or Quantity())

    def add(self, item: Item, quantity: Quantity, price: int | None = None) -> None:
        """Add an item, perhaps at a price that was asked for. The last line, untouched, counts on instead."""
        last = self.till.cart.lines[-1] if self.till.cart.lines else None
        if price is None and last is not None and last.item == item.id and self._plain(last, item):
            done = self.do(lambda: sell.set_quantity(self.till, last.key, last.quantity + quantity))
        else:
            done = self.do(lambda: sell.add_item(self.till, item, quantity, price=price))
        if done:
            self._added()

    def open_item(self, cents: int, department: str, name: str = "") -> None:
        """Sell something that is in no list."""
        if self.do(lambda: sell.add_open_item(self.till, cents, department, name=name)):
            self._added()

    # The chosen line

    def choose(self, key: int) -> None:
        """Choose a line by its key."""
        self._kept.chosen = key
        self.changed.emit()

    def move(self, step: int) -> None:
        """Choose a line above or below; far steps stop at the ends."""
        keys = [line.key for line in self.till.cart.lines]
        if keys:
            at = keys.index(self._kept.chosen) if self._kept.chosen in keys else len(keys) - 1
            self.choose(keys[max(0, min(len(keys) - 1, at + step))])

    def step(self, by: int) -> None:
        """One more or one less of the chosen line; below one it is removed, which undo brings back."""
        line = self.now.line
        if line is None:
            return
        milli = line.milli + 1000 * by
        if milli <= 0:
            self.remove()
            return
        self.do(lambda: sell.set_quantity(self.till, line.key, Quantity(milli)))

    def set_quantity(self, text: str) -> None:
        """Sell another quantity of the chosen line, as typed."""
        self._on_line(lambda line: sell.set_quantity(self.till, line.key, Quantity.parse(text)))

    def set_price(self, cents: int, reason: str = "") -> None:
        """Sell the chosen line at another price."""
        self._on_line(lambda line: sell.set_price(self.till, line.key, cents, reason))

    def discount_line(self, discount: Discount | None) -> None:
        """Take something off the chosen line."""
        line = self.now.line
        if line is not None:
            whole = line.quantity.times(Money(line.price)).cents
            self._discount(lambda given: sell.discount_line(self.till, line.key, given), discount, (line.name, whole))

    def discount_sale(self, discount: Discount | None) -> None:
        """Take something off the whole sale."""
        whole = (_("The whole sale"), self.now.figures.goods)
        self._discount(lambda given: sell.discount_sale(self.till, given), discount, whole)

    def remove(self) -> None:
        """Take the chosen line off; undo brings it back."""
        line = self.now.line
        if line is not None and self.do(lambda: sell.remove(self.till, line.key)):
            times = f" × {line.quantity}" if line.milli != 1000 else ""
            self.counter.done.emit(_("Removed {name}{times}.").format(name=line.name, times=times), True)

    def undo(self) -> None:
        """The sale as it was one step before."""
        self.do(lambda: sell.undo(self.till))

    def redo(self) -> None:
        """Take an undo back."""
        self.do(lambda: sell.redo(self.till))

    # The sale

    def set_customer(self, customer: Customer | None) -> None:
        """Sell to this customer."""
        self.do(lambda: sell.set_customer(self.till, customer))

    def hold(self, name: str = "") -> None:
        """Set the sale aside."""
        now = self.now
        if self.do(lambda: sell.hold(self.till, name)):
            label = name.strip() or now.cart.lines[0].name
            words = (
                _("Held as “{name}”. {n} lines, {amount}.")
                if len(now.cart.lines) != 1
                else _("Held as “{name}”. {n} line, {amount}.")
            )
            amount = self.counter.money(now.figures.total)
            self.counter.done.emit(words.format(name=label, n=len(now.cart.lines), amount=amount), False)
            self.show("keys")

    def recall(self, held: str) -> None:
        """Take a held sale up again."""
        if self.do(lambda: sell.recall(self.till, held)):
            self._choose_last()
            self.show("keys")

    def exact_cash(self) -> None:
        """Take exactly what is due in cash, in one press."""
        cash = next((t for t in self.counter.shop.listed.tenders.values() if t.kind == CASH), None)
        if cash is not None:
            owed = totals(self.till.cart).due < 0
            self.do(lambda: (sell.give_back if owed else sell.take)(self.till, cash.id))

    def print_again(self, receipt: Document | None = None) -> None:
        """Print the last receipt again, marked as a copy."""
        if self.do(lambda: giving_back.print_again(self.till, receipt)):
            self.counter.done.emit(_("Printed again, marked as a copy."), False)

    def void(self, receipt: Document, reason: str) -> None:
        """Undo a recorded sale by a second document."""
        if self.do(lambda: giving_back.void(self.till, receipt, reason)):
            self.counter.done.emit(_("Receipt {number} was voided.").format(number=receipt.printed_number), False)
            self.show("keys")

    def do(self, act: Callable[[], Changes], what: str = "") -> bool:
        """Do an act at the counter."""
        return self.counter.do(act, what)

    # How it hangs together

    def _on_line(self, act: Callable[[Line], Changes]) -> None:
        self.do(lambda: self._with_line(act))

    def _with_line(self, act: Callable[[Line], Changes]) -> Changes:
        line = self.now.line
        if line is None:
            raise Refusal("no_such_line")
        return act(line)

    def _discount(
        self, act: Callable[[Discount | None], Changes], discount: Discount | None, of: tuple[str, int]
    ) -> None:
        instead = None
        if discount is not None and discount.basis_points > MOST_DISCOUNT:
            words = _("Give {most} instead").format(most=percent_shown(MOST_DISCOUNT))
            instead = (words, lambda: act(replace(discount, basis_points=MOST_DISCOUNT)))
        what = percent_shown(discount.basis_points) if discount and discount.basis_points else ""
        facts = self._discount_facts(discount, of) if discount is not None else ()
        self.counter.do(lambda: act(discount), what, instead=instead, facts=facts)

    def _discount_facts(self, discount: Discount, of: tuple[str, int]) -> tuple[tuple[str, str], ...]:
        """What somebody who allows a discount wants to know: of what, how much, and why."""
        name, whole = of
        off = percent_of(Money(whole), discount.basis_points).cents if discount.basis_points else discount.cents
        words = _("Discount, {reason}").format(reason=discount.reason) if discount.reason else _("Discount")
        money = self.counter.money
        return (name, money(whole)), (words, money(-off)), (_("New price"), money(whole - off))

    def _plain(self, line: Line, item: Item) -> bool:
        return line.back is None and line.discount is None and line.price == item.price and item.by_piece

    def _added(self) -> None:
        self.finding.clear()
        self._choose_last()
        if self._kept.face in _DONE_WITH:
            self._kept.face = "keys"
        self.changed.emit()

    def _choose_last(self) -> None:
        lines = self.till.cart.lines
        self._kept.chosen = lines[-1].key if lines else 0

    def _read_last(self) -> None:
        """The last receipt of this register, so that it can be printed again after a restart."""
        if self.till.last is None:
            with self.counter.shop.store.read() as tx:
                self.till.last = tx.documents.last_of(self.till.register, RECEIPT_KINDS)

    def _read_held(self) -> None:
        with self.counter.shop.store.read() as tx:
            held = tx.drafts.held()
        self._kept.held = tuple((draft, name, len(cart.lines), totals(cart).total) for draft, name, _at, cart in held)

    def _is_receipt(self, code: str) -> bool:
        try:
            giving_back.find_receipt(self.till, code)
        except PosError:
            return False
        return True

    def _something_changed(self, changes: Changes) -> None:
        if "held" in changes.kinds:
            self._read_held()
        keys = [line.key for line in self.till.cart.lines]
        if self._kept.chosen not in keys:
            self._choose_last()
        if any(document.kind in RECEIPT_KINDS for document in changes.documents):
            self._kept.face = "change"
        elif self._kept.face == "tender" and not keys:
            self._kept.face = "keys"
        self.changed.emit()


def discount_of(text: str, *, percent: bool, reason: str, decimals: int = 2) -> Discount:
    """A discount as typed: per cent or an amount."""
    if percent:
        return Discount(basis_points=parse_percent(text), reason=reason)
    return Discount(cents=Money.parse(text, decimals).cents, reason=reason)
