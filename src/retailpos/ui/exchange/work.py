"""What screens do with QuickBooks: in a thread of its own, with a connection to the shop file of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from retailpos.actions.compose import Link
from retailpos.actions.correct import leave_to_theirs, send_anew
from retailpos.actions.exchange import verify_day
from retailpos.actions.guards import send_all_the_same, send_on_first_open_day
from retailpos.actions.send_range import STOPPED, send_dates
from retailpos.actions.shop import Changes, OpenShop, open_shop
from retailpos.core.errors import PosError, Refusal
from retailpos.logbook import reference
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import short_date
from retailpos.wording import _

Work = Callable[[OpenShop], Any]
log = logging.getLogger(__name__)


class ExchangeWork(QObject):
    """One piece of work at a time. `changed` comes when it begins, gets further, or ends.

    `running` says what is going on, in words; `done` of `whole` is how far a range of days got.
    """

    changed = Signal()
    _came_back = Signal(object, object)
    _got_further = Signal(int, str)
    _counted = Signal(int)

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
        self._counted.connect(self._count)

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

    def send_dates(self, dates: tuple[str, ...], *, pass_by: bool, after: Callable[[Any], None]) -> None:
        """Send a range; `after` takes what became of each date."""
        self.whole = len(dates)
        by = self._desk.till.by
        self._start(
            _("Sending {day} …").format(day=short_date(dates[0])),
            lambda shop: send_dates(shop, dates, pass_by=pass_by, by=by, goes_on=self._goes_on),
            after,
        )

    def leave_to_theirs(self, date: str) -> None:
        """An entry typed in QuickBooks counts for this date: ours is not sent."""
        by = self._desk.till.by
        self._start(_("Keeping {day} …").format(day=short_date(date)), lambda shop: leave_to_theirs(shop, date, by=by))

    def send_anew(self, date: str) -> None:
        """Send a date that was taken back once more."""
        by = self._desk.till.by
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: send_anew(shop, date, by=by))

    def read_back(self, date: str) -> None:
        """Read a sent date back and compare every line."""
        self._start(_("Reading {day} back …").format(day=short_date(date)), lambda shop: verify_day(shop, date))

    def enter_on_first_open_day(self, date: str) -> None:
        """Enter a date whose books are closed on the first open day."""
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: send_on_first_open_day(shop, date))

    def send_all_the_same(self, date: str) -> None:
        """Send a date although something there looks like it."""
        self._start(_("Sending {day} …").format(day=short_date(date)), lambda shop: send_all_the_same(shop, date))

    def ask(self, words: str, work: Work, after: Callable[[Any], None], *, whole: int = 0) -> None:
        """Do something else with QuickBooks, in so many steps; `after` takes what came of it, on the main thread."""
        if not self.running:
            self.whole = whole
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

    def told(self, done: int, _whole: int) -> bool:
        """For work that counts its steps: shows how far it is; False once it should stop."""
        self._counted.emit(done)
        return not self._stop.is_set()

    def stop(self) -> None:
        """End after the day that is on its way."""
        self._stop.set()

    def _send(self, shop: OpenShop, dates: tuple[str, ...]) -> None:
        done = send_dates(shop, dates, by=self._desk.till.by, goes_on=self._goes_on)
        refused = done[-1].why if done and done[-1].what == STOPPED and not done[-1].rows else None
        if refused is not None:
            raise refused

    def _goes_on(self, done: int, date: str) -> bool:
        self._got_further.emit(done, date)
        return not self._stop.is_set()

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
        except Exception:
            # One of the doors where our own faults stop: logged under a number, and the window goes on.
            number = reference()
            log.exception("reference %s: the work with QuickBooks stumbled", number)
            self._came_back.emit(None, PosError("our_fault", reference=number))
        finally:
            if own is not None:
                own.store.close()

    def _further(self, done: int, date: str) -> None:
        self.done = done
        self.running = _("Sending {day} …").format(day=short_date(date))
        self.changed.emit()

    def _count(self, done: int) -> None:
        self.done = done
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
