"""Taking goods back: find the receipt, say what of it comes back and why, put it on the sale."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Qt, Signal

from retailpos.actions import giving_back
from retailpos.actions.shop import Changes
from retailpos.core.barcode import lookup_keys
from retailpos.core.cart import Cart
from retailpos.core.day import is_date
from retailpos.core.document import DocLine, Document
from retailpos.core.errors import PosError, Refusal
from retailpos.core.money import Money, Quantity
from retailpos.core.returns import back_line
from retailpos.ui.sale.counter import Counter

_NUMBER = re.compile(r"^(\d{1,6})-(\d{1,12})$")
_AMOUNT = re.compile(r"^\d{1,8}[.,]\d{1,2}$")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Returning:
    """What the return pane shows. `left` and `coming` are thousandths by the receipt's line number."""

    receipt: Document | None = None
    found: tuple[Document, ...] = ()
    asked: str = ""
    left: dict[int, int] = field(default_factory=dict)
    coming: dict[int, int] = field(default_factory=dict)
    chosen: int = 0
    reason: str = ""

    @property
    def lines(self) -> tuple[DocLine, ...]:
        """The receipt's lines that were sold."""
        return tuple(line for line in self.receipt.lines if not line.comes_back) if self.receipt else ()

    @property
    def anything(self) -> bool:
        """True once something is to come back."""
        return any(self.coming.values())


class ReturnModel(QObject):
    """The return's verbs. Nothing reaches the sale before `add_to_sale`."""

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._till = counter.till
        self.now = Returning()

    def begin(self) -> None:
        """Begin anew with the newest receipts to choose from."""
        self._show(Returning(found=self._look("")))

    def type(self, text: str) -> None:
        """Look for receipts by number, date or amount as it is typed."""
        self._show(Returning(found=self._look(text.strip()), asked=text.strip()))

    def find(self, text: str) -> None:
        """A scanned code or a whole number: open the receipt, or choose the line of the goods."""
        if self.now.receipt is not None and not _NUMBER.match(text) and self._choose_goods(text):
            return
        self._counter.do(lambda: self._open_number(text))

    def open(self, receipt: Document) -> None:
        """Show a receipt."""
        self._counter.do(lambda: self._open(receipt))

    def enter(self) -> bool:
        """Open the first receipt that was found."""
        if self.now.found:
            self.open(self.now.found[0])
        elif self.now.asked:
            self.find(self.now.asked)
        return False

    def choose(self, n: int) -> None:
        """Choose a line of the receipt."""
        self._show(replace(self.now, chosen=n))

    def step(self, n: int, by: int) -> None:
        """One more or one less of a line comes back, within what is left of it."""
        now = self.now
        line = next((line for line in now.lines if line.n == n), None)
        if line is None:
            return
        left, coming = now.left.get(n, 0), now.coming.get(n, 0)
        whole = 1000 if line.milli % 1000 == 0 else line.milli
        wanted = max(0, min(left, coming + by * whole))
        self._show(replace(now, chosen=n, coming={**now.coming, n: wanted}))

    def choose_everything(self) -> None:
        """All that has not come back yet comes back now."""
        self._show(replace(self.now, coming={n: left for n, left in self.now.left.items() if left > 0}))

    def set_reason(self, reason: str) -> None:
        """Why it comes back."""
        self._show(replace(self.now, reason=reason))

    def add_to_sale(self) -> bool:
        """Put what comes back on the sale; True where it worked."""
        now = self.now
        if now.receipt is None:
            return self.enter()
        if not now.anything:
            self._counter.refused.emit(Refusal("nothing_comes_back"))
            return False
        if self._counter.do(self._add_all):
            self.now = Returning()
            return True
        return False

    def preview(self, cart: Cart) -> Cart:
        """The sale as it would be with what comes back."""
        now = self.now
        if now.receipt is None:
            return cart
        inclusive = bool(now.receipt.facts.get("inclusive"))
        for line in now.lines:
            milli = now.coming.get(line.n, 0)
            if milli:
                done = line.milli - now.left.get(line.n, 0)
                made = back_line(
                    cart.next_key(), now.receipt, line, milli, done=done, reason=now.reason, inclusive=inclusive
                )
                cart = replace(cart, lines=(*cart.lines, made))
        return cart

    def pressed(self, key: Qt.Key) -> bool:
        """Arrows choose a line, plus and minus say how many come back."""
        numbers = [line.n for line in self.now.lines]
        if not numbers:
            return False
        at = numbers.index(self.now.chosen) if self.now.chosen in numbers else 0
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choose(numbers[max(0, min(len(numbers) - 1, at + (1 if key == Qt.Key.Key_Down else -1)))])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.step(numbers[at], 1 if key == Qt.Key.Key_Plus else -1)
        else:
            return False
        return True

    def day_words(self, receipt: Document) -> str:
        """When a receipt was made: `Thu 5 Mar · 11:48`."""
        return self._counter.day_words(receipt.at)

    def _add_all(self) -> Changes:
        now = self.now
        assert now.receipt is not None
        if not now.reason:
            raise Refusal("reason_needed")
        before, changes = self._till.cart, Changes()
        try:
            for line in now.lines:
                milli = now.coming.get(line.n, 0)
                if milli:
                    changes = giving_back.give_back_line(self._till, now.receipt, line.n, Quantity(milli), now.reason)
        except PosError:
            if self._till.cart != before:
                self._till.put(before, undo=False)
            raise
        return changes

    def _open_number(self, text: str) -> Changes:
        number = text if _NUMBER.match(text) else f"{self._till.register}-{text}"
        return self._open(giving_back.find_receipt(self._till, number))

    def _open(self, receipt: Document) -> Changes:
        left = giving_back.returnable(self._till, receipt)
        for line in self._till.cart.lines:
            if line.back is not None and line.back.document == receipt.id:
                left[line.back.line] = left.get(line.back.line, 0) - line.milli
        first = next((n for n, milli in left.items() if milli > 0), 0)
        self._show(Returning(receipt, left=left, chosen=first))
        return Changes()

    def _choose_goods(self, code: str) -> bool:
        with self._counter.shop.store.read() as tx:
            item = tx.lists.item_by_code(lookup_keys(code))
        for line in self.now.lines:
            if (
                item is not None
                and line.item == item.id
                and self.now.left.get(line.n, 0) > self.now.coming.get(line.n, 0)
            ):
                self.step(line.n, 1)
                return True
        number = self.now.receipt.printed_number if self.now.receipt else ""
        name = item.name if item is not None else code
        self._counter.refused.emit(Refusal("not_on_receipt", name=name, number=number))
        return True

    def _look(self, text: str) -> tuple[Document, ...]:
        shop = self._counter.shop
        with shop.store.read() as tx:
            documents = tx.documents
            if number := _NUMBER.match(text):
                found = documents.by_number(shop.facts.store, int(number[1]), int(number[2]))
                return (found,) if found else ()
            if is_date(text):
                return documents.find_receipts(date=text, most=_MOST)
            if _AMOUNT.match(text):
                cents = Money.parse(text.replace(",", "."), shop.facts.decimals).cents
                return documents.find_receipts(total=cents, most=_MOST)
            if text.isdigit():
                found = documents.by_number(shop.facts.store, self._till.register, int(text[:12]))
                return (found,) if found else ()
            return documents.find_receipts(most=_MOST) if not text else ()

    def _show(self, now: Returning) -> None:
        self.now = now
        self.changed.emit()
