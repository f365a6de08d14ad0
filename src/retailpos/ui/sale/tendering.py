"""Payment: which kind, how much, and what Enter would take."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import sell
from retailpos.core.catalogue import CASH, CHECK, FOREIGN, Tender
from retailpos.core.rounding import to_step
from retailpos.core.tender import quick_cash
from retailpos.core.totals import totals
from retailpos.ui.sale.counter import Counter

_MOST_KINDS = 7
_ICONS = {
    "cash": "money", "check": "note-pencil", "card": "credit-card", "gift-card": "gift", "store-credit": "wallet",
    "house-account": "house", "foreign": "globe",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paying:
    """What the payment pane shows. Amounts are cents."""

    due: int
    tenders: tuple[Tender, ...]
    kind: Tender | None
    amount: int
    quick: tuple[int, ...]
    paid: int
    payments: int

    @property
    def gives_back(self) -> bool:
        """True while money goes to the customer."""
        return self.due < 0

    @property
    def gives_change(self) -> bool:
        """True for cash."""
        return self.kind is not None and self.kind.kind == CASH

    @property
    def change(self) -> int:
        """What would go back if the amount were taken now."""
        return max(0, self.amount - self.due) if self.gives_change and not self.gives_back else 0

    @property
    def left(self) -> int:
        """What would be left to pay after taking the amount."""
        return max(0, abs(self.due) - self.amount)


class TenderModel(QObject):
    """The payment's verbs. An amount that is typed replaces what was proposed; taking it starts anew."""

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._till = counter.till
        self._kind = ""
        self._amount: int | None = None

    @property
    def now(self) -> Paying:
        """Everything the pane shows."""
        cart = self._till.cart
        due = totals(cart).due
        tenders = self._tenders()
        kind = next((tender for tender in tenders if tender.id == self._kind), tenders[0] if tenders else None)
        step = cart.terms.cash_step
        cash = kind is not None and kind.kind == CASH
        exact = to_step(abs(due), step) if cash else abs(due)
        amount = exact if self._amount is None else self._amount
        quick = quick_cash(due, step) if cash and due > 0 else (exact,) if due else ()
        paid = sum(payment.applied for payment in cart.payments)
        return Paying(due, tenders, kind, amount, quick, paid, len(cart.payments))

    def begin(self) -> None:
        """Payment begins, or goes on: cash first, nothing typed."""
        self._kind, self._amount = "", None
        self.changed.emit()

    def choose_kind(self, place: int) -> None:
        """Another kind of payment, by its place from 0."""
        tenders = self._tenders()
        if place < len(tenders):
            self._kind, self._amount = tenders[place].id, None
            self.changed.emit()

    def set_amount(self, cents: int) -> None:
        """An amount was typed, or one of the sums people hand over was chosen."""
        self._amount = cents
        self.changed.emit()

    def move_quick(self, step: int) -> None:
        """The sum above or below."""
        now = self.now
        if now.quick:
            at = now.quick.index(now.amount) if now.amount in now.quick else -1 if step > 0 else len(now.quick)
            self.set_amount(now.quick[max(0, min(len(now.quick) - 1, at + step))])

    def take(self) -> bool:
        """Take the amount shown by the kind chosen; below zero it is given back."""
        now = self.now
        if now.kind is None:
            return False
        tender, amount = now.kind.id, self._amount
        if now.due == 0 and not now.payments:
            return self._counter.do(lambda: sell.even_exchange(self._till))
        give = sell.give_back if now.gives_back else sell.take
        self._amount = None
        done = self._counter.do(lambda: give(self._till, tender, amount))
        if not done:
            self._amount = amount
        self.changed.emit()
        return done

    def take_off(self) -> None:
        """Take the last payment off again."""
        if self._till.cart.payments and self._counter.do(lambda: sell.take_off_payment(self._till)):
            self._amount = None
            self.changed.emit()

    def _tenders(self) -> tuple[Tender, ...]:
        shop = self._counter.shop
        shown = [tender for tender in shop.listed.tenders.values() if tender.kind != FOREIGN]
        shown.sort(key=lambda tender: (tender.kind != CASH, tender.position, tender.name))
        return tuple(shown[:_MOST_KINDS])


def tender_icon(tender: Tender) -> str:
    """The picture of a kind of payment."""
    return _ICONS.get(tender.kind, "currency-circle-dollar" if tender.kind != CHECK else "note")
