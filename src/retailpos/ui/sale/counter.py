"""What every screen at the register shares: the till, how an act is done, and how a refusal of it is told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from retailpos.actions import people
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.core.day import milliseconds, moment
from retailpos.core.errors import NeedsRight, PosError
from retailpos.core.money import Money, shown
from retailpos.core.rights import has_right
from retailpos.logbook import reference
from retailpos.wording import _

log = logging.getLogger(__name__)

Act = Callable[[], Changes]


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that waits for somebody who may allow it: what it is, with its figures, and what needs nobody."""

    error: NeedsRight
    act: Act
    what: str = ""
    instead: tuple[str, Act] | None = None
    facts: tuple[tuple[str, str], ...] = ()


class Counter(QObject):
    """The one door between screens and actions.

    `changed` carries the `Changes` of whatever was done here or elsewhere. `refused` carries a Refusal or Trouble,
    `done` a sentence about what was done and whether undo takes it back. `asked` is an act that needs somebody with
    the right; `faulted` is our own fault, with its number to read out.
    """

    changed = Signal(object)
    refused = Signal(object)
    done = Signal(str, bool)
    asked = Signal(object)
    faulted = Signal(str)

    def __init__(self, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.till = till
        self.waiting: Asked | None = None

    @property
    def shop(self) -> OpenShop:
        """The open shop."""
        return self.till.shop

    def do(
        self,
        act: Act,
        what: str = "",
        *,
        instead: tuple[str, Act] | None = None,
        facts: tuple[tuple[str, str], ...] = (),
    ) -> bool:
        """Do an act and tell everybody what it changed. False where it was refused, which is told as well."""
        try:
            changes = act()
        except NeedsRight as error:
            if self.till.employee is None:
                self.refused.emit(error)
            else:
                self.waiting = Asked(error, act, what, instead, facts)
                self.asked.emit(self.waiting)
            return False
        except PosError as error:
            log.info("refused: %s", error.code)
            self.refused.emit(error)
            return False
        except (
            Exception
        ):  # one of the doors where our own faults stop: logged, told with a number, and the sale is kept
            number = reference()
            log.exception("our fault, reference %s", number)
            self.faulted.emit(number)
            return False
        self.changed.emit(changes)
        return True

    def allow(self, employee: Employee, pin: str) -> None:
        """Let somebody else allow the act that waits, and do it. Raises what does not fit, for the sheet to say."""
        asked = self.waiting
        if asked is None:
            return
        with people.allowed_by(self.till, employee, pin, asked.error.right):
            self.waiting = None
            self.do(asked.act, asked.what)

    def drop_asked(self) -> None:
        """Forget the act that waits; the sale stays as it is."""
        self.waiting = None

    def who_may(self, right: str) -> tuple[Employee, ...]:
        """Everybody but the person here who has a right."""
        here = self.till.employee
        with self.shop.store.read() as tx:
            everybody = tx.lists.employees()
        return tuple(person for person in everybody if has_right(person.role, right) and person != here)

    def money(self, cents: int) -> str:
        """Cents as screens show them."""
        return shown(Money(cents), self.shop.facts.decimals)

    def drawer_open(self) -> bool:
        """Whether this register's drawer was opened with a float."""
        with self.shop.store.read() as tx:
            return bool(tx.documents.drawer(self.shop.facts.store, self.till.register)["opened_by"])

    def clock_words(self) -> str:
        """The date and time in the shop: `Tue 17 Mar · 14:26`."""
        return self.day_words(milliseconds(self.shop.clock.now()))

    def day_words(self, at: int) -> str:
        """A moment as a date and time in the shop."""
        local = moment(at).astimezone(ZoneInfo(self.shop.facts.zone))
        return f"{_(local.strftime('%a'))} {local.day} {_(local.strftime('%b'))} · {local.strftime('%H:%M')}"

    def local_time(self, at: int) -> str:
        """A moment as the shop's clock showed it: `14:27`."""
        return moment(at).astimezone(ZoneInfo(self.shop.facts.zone)).strftime("%H:%M")
