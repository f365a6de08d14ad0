"""What screens do with QuickBooks: in a thread of its own, with a connection to the shop file of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from retailpos.actions.compose import Link
from retailpos.actions.drift import adjust
from retailpos.actions.exchange import accept_theirs, restore_ours, send_day, verify_day
from retailpos.actions.guards import send_all_the_same, send_on_first_open_day
from retailpos.actions.shop import Changes, OpenShop, open_shop
from retailpos.core.errors import PosError, Refusal
from retailpos.core.outbox import POSTED, READY, VERIFIED
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import short_date
from retailpos.wording import _

Work = Callable[[OpenShop], Any]


class ExchangeWork(QObject):
    """One piece of work at a time. `changed` comes when it begins, gets further, or ends.

    `running` says what is going on, in words; `done` of `whole` is how far a range of days got.
    """

    changed = Signal()
    _came_back = Signal(object, object)
    _got_further = Signal(int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.running = ""
        self.done, self.whole = 0, 0
        self._stop = threading.Event()
        self._after: Callable[[Any], None] | None = None
        self._failed: Callable[[PosError], None] | None = None
        self._came_back.connect(self._end)
        self._got_further.connect(self._further)

    @property
    def connected(self) -> bool:
        """True where a company is connected."""
        return self._desk.shop.exchange is not None

    def send(self, dates: tuple[str, ...]) -> None:
        """Send these dates, the oldest first; it stops at the first that does not go through."""
        in_order = tuple(sorted(dates))
        if in_order:
            self.whole = len(in_order)
            self._start(
                _("Sending {day} …").format(day=short_date(in_order[0])), lambda shop: self._send(shop, in_order)
            )

    def read_back(self, date: str) -> None:
        """Read a sent date back and compare every line."""
        self._start(_("Reading {day} back …").format(day=short_date(date)), lambda shop: verify_day(shop, date))

    def keep_theirs(self, date: str) -> None:
        """Take a date's edited entry as it stands in QuickBooks."""
        self._start(_("Reading {day} …").format(day=short_date(date)), lambda shop: accept_theirs(shop, date))

    def put_ours_back(self, date: str) -> None:
        """Write a date's entry over the edited or deleted one."""
        self._start(_("Putting {day} back …").format(day=short_date(date)), lambda shop: restore_ours(shop, date))

    def send_the_difference(self, date: str) -> None:
        """Leave theirs as it stands and enter the difference beside it."""
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: adjust(shop, date))

    def enter_on_first_open_day(self, date: str) -> None:
        """Enter a date whose books are closed on the first open day."""
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: send_on_first_open_day(shop, date))

    def send_all_the_same(self, date: str) -> None:
        """Send a date although something there looks like it."""
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: send_all_the_same(shop, date))

    def ask(self, words: str, work: Work, after: Callable[[Any], None]) -> None:
        """Do something else with QuickBooks; `after` takes what came of it, on the main thread."""
        self._start(words, work, after)

    def ask_with(
        self,
        link: Link,
        words: str,
        work: Work,
        *,
        after: Callable[[Any], None],
        failed: Callable[[PosError], None] | None = None,
    ) -> None:
        """As `ask`, through a connection that is not the shop's own yet. `failed` takes what went wrong."""
        self._failed = failed
        self._start(words, work, after, link=link)

    def stop(self) -> None:
        """End after the day that is on its way."""
        self._stop.set()

    def _send(self, shop: OpenShop, dates: tuple[str, ...]) -> None:
        for n, date in enumerate(dates):
            if self._stop.is_set():
                return
            self._got_further.emit(n, date)
            rows = send_day(shop, date)
            if any(row.state not in (VERIFIED, POSTED) for row in rows):
                return
        self._got_further.emit(len(dates), dates[-1])

    def _start(
        self, words: str, work: Work, after: Callable[[Any], None] | None = None, *, link: Link | None = None
    ) -> None:
        if self.running:
            return
        shop = self._desk.shop
        link = link or shop.exchange
        if link is None:
            self._desk.context.notify(Refusal("not_connected"))
            self._desk.context.open_page("connect")
            return
        self.running, self.done, self._after = words, 0, after
        self._stop.clear()
        self.changed.emit()
        threading.Thread(target=self._run, args=(shop, work, link), name="exchange page", daemon=True).start()

    def _run(self, shop: OpenShop, work: Work, link: Link) -> None:
        own = None
        try:
            own = open_shop(shop.store.path, shop.clock, shop.ids, exchange=link)
            self._came_back.emit(work(own), None)
        except PosError as error:
            self._came_back.emit(None, error)
        finally:
            if own is not None:
                own.store.close()

    def _further(self, done: int, date: str) -> None:
        self.done = done
        self.running = _("Sending {day} …").format(day=short_date(date))
        self.changed.emit()

    def _end(self, found: Any, error: PosError | None) -> None:
        self.running, self.done, self.whole = "", 0, 0
        after, self._after = self._after, None
        failed, self._failed = self._failed, None
        if error is not None:
            (failed or self._desk.context.notify)(error)
        elif after is not None:
            after(found)
        self._desk.context.changed(Changes(frozenset({"days", "exchange"})))
        self.changed.emit()


def sendable(states: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The dates that can go out now, oldest first."""
    return tuple(date for date, state in states if state == READY)
