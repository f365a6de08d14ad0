"""Counting the drawer blind: first what is there, then what should be, then what stays for tomorrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import counting, drawer, people
from retailpos.actions.close_day import close_day
from retailpos.actions.reports_paper import print_z
from retailpos.actions.shop import Changes
from retailpos.actions.standing import standing
from retailpos.core import rights
from retailpos.core.catalogue import Employee
from retailpos.core.document import Document
from retailpos.core.errors import NeedsRight, PosError
from retailpos.core.rights import has_right
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, clock_time, over_or_short
from retailpos.ui.day.desk import Pair
from retailpos.ui.drawer import count_facts
from retailpos.wording import _

COUNT, COMPARE, LEAVE, ALLOW, CLOSED = "count", "compare", "leave", "allow", "closed"
STEPS = (COUNT, COMPARE, LEAVE)
_MOST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class CountRow:
    """One note or coin: its name, how many, and what they come to."""

    cents: int
    name: str
    count: int
    amount: str


@dataclass(frozen=True, slots=True)
class CountView:
    """The whole page as it is shown."""

    step: str
    title: str
    under: str
    notes: tuple[CountRow, ...]
    coins: tuple[CountRow, ...]
    notes_sum: str
    coins_sum: str
    chosen: int
    label: str
    figure: str
    facts: tuple[Pair, ...]
    people: tuple[str, ...]
    person: int
    pin: str
    button: str
    other: str
    ready: bool
    since: str


class CountModel(QObject):
    """Verbs of the counting page."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._counts: dict[int, int] = {}
        self._since = 0
        self._chosen, self._fresh = 0, True
        self.step = COUNT
        self._leave, self._pin, self._person = "", "", 0
        self._recorded: Document | None = None
        self._may: tuple[Employee, ...] = ()
        self.view: CountView | None = None

    def read(self) -> None:
        """Take up the count where it was left."""
        is_open, _date, _left = counting.drawer_state(self._desk.till)
        if self.step == CLOSED and is_open:
            self.step = COUNT
        if self.step == COUNT:
            self._counts, self._since = counting.kept_count(self._desk.till)
            self._since = self._since or self._desk.shop.now_ms()
            if not self._chosen:
                self._chosen = self._notes()[0]
        self._show()

    def choose(self, cents: int) -> None:
        """Count this note or coin next."""
        self._chosen, self._fresh = cents, True
        self._show()

    def step_by(self, cents: int, by: int) -> None:
        """One more or one fewer of a note or coin."""
        self._chosen, self._fresh = cents, True
        self._set(cents, self._counts.get(cents, 0) + by)

    def type(self, mark: str) -> None:
        """A digit, `back` or `next`, into what is being counted, the float or the PIN."""
        if self.step == ALLOW:
            self._pin = self._pin[:-1] if mark == "back" else (self._pin + mark if mark.isdigit() else self._pin)[:8]
            self._show()
        elif self.step == LEAVE:
            self._leave = (
                self._leave[:-1] if mark == "back" else (self._leave + mark if mark.isdigit() else self._leave)
            )
            self._leave = self._leave.lstrip("0")[:8]
            self._show()
        elif mark == "next":
            self.next_row()
        elif self.step == COUNT:
            self._type_count(mark)

    def _type_count(self, mark: str) -> None:
        """The first digit after choosing a row begins its number anew."""
        old = "" if self._fresh and mark != "back" else str(self._counts.get(self._chosen, 0))
        text = old[:-1] if mark == "back" else (old + mark)
        self._fresh = False
        self._set(self._chosen, int(text.lstrip("0")[:_MOST_DIGITS] or "0"))

    def next_row(self) -> None:
        """The next note or coin."""
        order = (*self._notes(), *self._coins())
        at = order.index(self._chosen) if self._chosen in order else -1
        self.choose(order[(at + 1) % len(order)])

    def go_on(self) -> None:
        """The blue place: agreed, left, closed."""
        if self.step == COUNT:
            self._to(COMPARE)
        elif self.step == COMPARE:
            _open, _date, left = counting.drawer_state(self._desk.till)
            self._leave = str(min(left or self._opening(), self._counted()))
            self._to(LEAVE)
        elif self.step == LEAVE:
            self._close()
        elif self.step == ALLOW:
            self._allow()
        else:
            self._after()

    def go_back(self) -> None:
        """The button beside it: count again, or leave for now."""
        if self.step in (COMPARE, LEAVE, ALLOW):
            self._to(COUNT)
        elif self.step == COUNT:
            self._desk.context.open_page("drawer")
        else:
            self._sign_out()

    def choose_person(self, at: int) -> None:
        """Who allows it."""
        self._person, self._pin = at, ""
        self._show()

    def _close(self) -> None:
        till = self._desk.till
        try:
            changes = drawer.close_drawer(till, self._counted(), int(self._leave or "0"))
        except NeedsRight as error:
            self._may = counting.who_may(till, error.right)
            self._pin, self._person = "", 0
            if not self._may:
                self._desk.context.notify(error)
                return
            self._to(ALLOW)
        except PosError as error:
            self._desk.context.notify(error)
        else:
            self._closed(changes)

    def _allow(self) -> None:
        till = self._desk.till
        try:
            with people.allowed_by(till, self._may[self._person], self._pin, rights.OVER_SHORT):
                changes = drawer.close_drawer(till, self._counted(), int(self._leave or "0"))
        except PosError as error:
            self._pin = ""
            self._desk.context.notify(error)
            self._show()
        else:
            self._closed(changes)

    def _closed(self, changes: Changes) -> None:
        self._recorded = changes.documents[0]
        counting.forget_count(self._desk.till)
        self._counts, self._since = {}, 0
        self._to(CLOSED)
        self._desk.context.changed(changes)

    def _after(self) -> None:
        """Close the day where that is next and allowed, else sign out."""
        if not self._can_close_day():
            self._sign_out()
            return
        date = standing(self._desk.shop).open_days[0]
        if self._desk.do(lambda: close_day(self._desk.till, date)) is None:
            return
        self._desk.do(lambda: print_z(self._desk.till, date))
        self._desk.take_up(date, "day")

    def _sign_out(self) -> None:
        self._desk.do(lambda: people.sign_out(self._desk.till))
        self._desk.context.open_page("sign-in")

    def _can_close_day(self) -> bool:
        person = self._desk.till.employee
        now = standing(self._desk.shop)
        may = person is not None and has_right(person.role, rights.CLOSE_DAY)
        return may and bool(now.open_days) and not now.drawers

    def _to(self, step: str) -> None:
        self.step = step
        self._show()

    def _set(self, cents: int, count: int) -> None:
        self._counts = {**self._counts, cents: max(0, count)}
        counting.keep_count(self._desk.till, self._counts, since=self._since)
        self._show()

    def _notes(self) -> tuple[int, ...]:
        return counting.denominations(self._desk.shop.facts.currency)[0]

    def _coins(self) -> tuple[int, ...]:
        return counting.denominations(self._desk.shop.facts.currency)[1]

    def _counted(self) -> int:
        return sum(cents * count for cents, count in self._counts.items())

    def _opening(self) -> int:
        """The float of this session: what is usually left again."""
        till = self._desk.till
        with till.shop.store.read() as tx:
            opened = tx.documents.get(tx.documents.drawer(till.shop.facts.store, till.register)["opened_by"])
        return int(opened.facts["float"]) if opened else 0

    def _rows(self, wanted: tuple[int, ...]) -> tuple[CountRow, ...]:
        return tuple(
            CountRow(
                cents, self._name(cents), count := self._counts.get(cents, 0), amount(self._desk.shop, cents * count)
            )
            for cents in wanted
        )

    def _name(self, cents: int) -> str:
        whole = 10**self._desk.shop.facts.decimals
        return f"{cents // whole}" if cents >= whole else f"{cents} ¢"

    def _sum(self, wanted: tuple[int, ...]) -> str:
        return amount(self._desk.shop, sum(cents * self._counts.get(cents, 0) for cents in wanted))

    def _show(self) -> None:
        notes, coins = self._notes(), self._coins()
        title, under, button, other = self._words()
        leave = int(self._leave or "0")
        counting_now = self.step in (COUNT, COMPARE)
        shop = self._desk.shop
        self.view = CountView(
            self.step,
            title,
            under,
            self._rows(notes),
            self._rows(coins),
            self._sum(notes),
            self._sum(coins),
            self._chosen if self.step == COUNT else 0,
            _("Cash counted") if counting_now else _("Stays in the drawer"),
            amount(shop, self._counted() if counting_now else leave),
            self._facts(),
            tuple(person.name for person in self._may) if self.step == ALLOW else (),
            self._person,
            "•" * len(self._pin),
            button,
            other,
            self._is_ready(leave),
            _("Counting since {time}").format(time=clock_time(shop, self._since)) if self._since else "",
        )
        self.changed.emit()

    def _is_ready(self, leave: int) -> bool:
        if self.step == LEAVE:
            return leave <= self._counted()
        return self.step != ALLOW or len(self._pin) >= 4

    def _facts(self) -> tuple[Pair, ...]:
        """What should be there is told only once the count is agreed."""
        have = self._counted()
        if self.step == COUNT:
            return ()
        if self.step == CLOSED:
            return count_facts.shut(self._desk, self._recorded) if self._recorded is not None else ()
        if self.step == LEAVE:
            return count_facts.left_over(self._desk, have, int(self._leave or "0"))
        return count_facts.compared(self._desk, have)

    def _words(self) -> tuple[str, str, str, str]:
        """Title, line below it, the blue button's words, the other's."""
        if self.step == COUNT:
            under = _("Count what is there. What should be there is shown afterwards.")
            return _("Count the drawer"), under, _("I have counted it all"), _("Later")
        if self.step == COMPARE:
            gap = over_or_short(self._desk.shop, self._counted() - drawer.expected(self._desk.till))
            under = count_facts.judged(self._desk, self._counted() - drawer.expected(self._desk.till))
            return _("Compare"), under, _("Agreed, {gap}").format(gap=gap), _("Count again")
        if self.step == LEAVE:
            leave = amount(self._desk.shop, int(self._leave or "0"))
            under = _("What stays is the float of the next opening. The rest goes to the till bag.")
            return _("Bank and float"), under, _("Close, leave {amount}").format(amount=leave), _("Count again")
        if self.step == ALLOW:
            gap = over_or_short(self._desk.shop, self._counted() - drawer.expected(self._desk.till))
            under = _("This is above the limit. A manager can allow it with their PIN.")
            return _("A manager allows it"), under, _("Allow {gap}").format(gap=gap), _("Count again")
        can = self._can_close_day()
        under = _("It can be opened again at any time.")
        if self._recorded is not None:
            gap = over_or_short(self._desk.shop, int(self._recorded.facts["difference"]))
            under = _("Counted, {gap}. It can be opened again at any time.").format(gap=gap)
        return (
            _("The drawer is closed"),
            under,
            _("Close the day") if can else _("Sign out"),
            _("Sign out") if can else "",
        )
