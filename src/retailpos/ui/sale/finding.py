"""Search as you type: what was typed, how many that means, and the items it finds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.core.barcode import lookup_keys
from retailpos.core.catalogue import Item
from retailpos.core.errors import PosError
from retailpos.core.money import Quantity
from retailpos.ui.sale.counter import Counter

_TIMES = re.compile(r"^\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*[*x×]\s*(.*)$", re.IGNORECASE)
_MOST = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that fits, with what is on hand of it in thousandths."""

    item: Item
    milli: int
    department: str


class Finding(QObject):
    """The search field's model. `3 *` before anything means three of it."""

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self.text = ""
        self.hits: tuple[Hit, ...] = ()
        self.at = 0

    @property
    def times(self) -> Quantity | None:
        """How many were asked for before the item; nothing where it was not said."""
        found = _TIMES.match(self.text)
        if not found:
            return None
        try:
            return Quantity.parse(found.group(1).replace(",", "."))
        except PosError:
            return None

    @property
    def words(self) -> str:
        """What is searched for, without the number before it."""
        found = _TIMES.match(self.text)
        return (found.group(2) if found else self.text).strip()

    @property
    def chosen(self) -> Item | None:
        """What Enter would add."""
        return self.hits[self.at].item if self.hits else None

    def type(self, text: str) -> None:
        """The field's text changed."""
        self.text = text
        self.at = 0
        self.hits = self._look(self.words)
        self.changed.emit()

    def clear(self) -> None:
        """Nothing is searched for any more."""
        if self.text:
            self.type("")

    def move(self, step: int) -> None:
        """Choose another hit."""
        self.choose(self.at + step)

    def choose(self, at: int) -> None:
        """Choose the hit at this place; the ends hold."""
        if self.hits:
            self.at = max(0, min(len(self.hits) - 1, at))
            self.changed.emit()

    def _look(self, words: str) -> tuple[Hit, ...]:
        if not words:
            return ()
        shop = self._counter.shop
        with shop.store.read() as tx:
            by_code = tx.lists.item_by_code(lookup_keys(words))
            found = list(tx.lists.search_items(words, _MOST))
            if by_code is not None:
                found = [by_code, *(item for item in found if item.id != by_code.id)]
            found.sort(key=lambda item: _rank(item, words, by_code))
            return tuple(
                Hit(item, tx.documents.stock(item.id).milli, shop.department_name(item.department)) for item in found
            )


def _rank(item: Item, words: str, by_code: Item | None) -> tuple[int, int, str]:
    """A code or SKU that fits exactly, then names that begin so, then the shorter name."""
    name, asked = plain(item.name), plain(words)
    if item is by_code or plain(item.sku) == asked:
        return 0, 0, name
    return (1 if name.startswith(asked) else 2), len(name), name


def plain(text: str) -> str:
    """Text without case and accents, as it is compared."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
