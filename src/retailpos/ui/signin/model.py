"""Signing in: who is at the register, and the PIN being typed, which is never shown and never kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import people
from retailpos.core.catalogue import Employee
from retailpos.core.errors import PosError
from retailpos.ui.notices import words_of
from retailpos.ui.sale.counter import Counter
from retailpos.wording import _

MOST_DIGITS = 8


@dataclass(frozen=True, slots=True)
class SigningIn:
    """What the page shows: the people, who was chosen, how many digits were typed, what went wrong."""

    people: tuple[Employee, ...]
    chosen: Employee | None
    typed: int
    wrong: str
    locked: bool


class SignInModel(QObject):
    """`signed_in` comes once the PIN fits."""

    changed = Signal()
    signed_in = Signal()

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._people: tuple[Employee, ...] = ()
        self._chosen = ""
        self._pin = ""
        self._wrong = ""
        self._locked = False
        self.begin()

    @property
    def now(self) -> SigningIn:
        """Everything the page shows."""
        chosen = next((person for person in self._people if person.id == self._chosen), None)
        return SigningIn(self._people, chosen, len(self._pin), self._wrong, self._locked)

    def begin(self, *, locked: bool = False) -> None:
        """Show the people; after a lock, the one who was here is chosen already."""
        with self._counter.shop.store.read() as tx:
            self._people = tx.lists.employees()
        here = self._counter.till.employee
        if here is not None:
            self._chosen = here.id
        if not self._chosen and self._people:
            self._chosen = self._people[0].id
        self._pin, self._wrong, self._locked = "", "", locked
        self.changed.emit()

    def choose(self, employee: str) -> None:
        """Somebody else wants to sign in."""
        self._chosen, self._pin, self._wrong = employee, "", ""
        self.changed.emit()

    def type(self, key: str) -> None:
        """A key of the pad: a digit, `back` or `clear`."""
        if key == "clear":
            self._pin = ""
        elif key == "back":
            self._pin = self._pin[:-1]
        elif key.isascii() and key.isdigit() and len(self._pin) < MOST_DIGITS:
            self._pin += key
            self._wrong = ""
        self.changed.emit()

    def refuse(self, error: PosError) -> None:
        """Say why something else can't be done before somebody signs in."""
        self._wrong = words_of(error).sentence()
        self.changed.emit()

    def sign_in(self) -> None:
        """Try the PIN."""
        chosen = self.now.chosen
        if chosen is None:
            return
        if not self._pin:
            self._wrong = _("Type the PIN of {name}.").format(name=chosen.name)
            self.changed.emit()
            return
        pin, self._pin = self._pin, ""
        try:
            changes = people.sign_in(self._counter.till, chosen, pin)
        except PosError as error:
            self._wrong = words_of(error).sentence()
            self.changed.emit()
            return
        self._wrong, self._locked = "", False
        self._counter.changed.emit(changes)
        self.changed.emit()
        self.signed_in.emit()
