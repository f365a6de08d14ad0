"""The background worker: sends what waits, beside the register, with a connection to the shop file of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from retailpos.actions.by_itself import send_due
from retailpos.actions.drift import look_once_a_day
from retailpos.actions.exchange import Link, Watch, send_day
from retailpos.actions.shop import Clock, Ids, OpenShop, open_shop
from retailpos.core.errors import PosError
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.sender import Pace

log = logging.getLogger(__name__)
_LETTERS_MS = 15 * 60_000


@dataclass(frozen=True, slots=True)
class Sent:
    """What the worker reports: how far rows got, or why nothing could be tried."""

    rows: tuple[OutboxRow, ...] = ()
    error: PosError | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """How often the worker looks, in seconds, and the sender's own waits."""

    every: float = 60.0
    pace: Pace | None = None


def kept_pace(shop: OpenShop) -> Pace | None:
    """The waits this shop file asks for, in milliseconds; none of its own in most shops."""
    with shop.store.read() as tx:
        kept = tx.lists.meta("exchange_wait_ms")
    wait = int(kept) if kept.isdigit() else 0
    return Pace(wait, wait, (wait,)) if wait else None


class ExchangeWorker:
    """One thread. `wake` sends at once; without it the worker looks now and then while `by_itself` is on."""

    def __init__(
        self,
        path: Path,
        link: Link,
        report: Callable[[Sent], None],
        *,
        clock: Clock,
        ids: Ids,
        timing: Timing | None = None,
    ) -> None:
        self._path, self._link, self._report = path, link, report
        self._clock, self._ids = clock, ids
        self._timing = timing or Timing()
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._dates: list[str] = []
        self._lock = threading.Lock()
        self.by_itself = False
        self._letters_after = 0
        self._thread = threading.Thread(target=self._run, name="exchange", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self, date: str = "") -> None:
        """Send one date now, or all that waits."""
        with self._lock:
            self._dates.append(date)
        self._wake.set()

    def stop(self, limit: float = 5.0) -> None:
        """End after the request under way, waiting at most so many seconds."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(limit)

    def _run(self) -> None:
        shop = open_shop(self._path, self._clock, self._ids, exchange=self._link)
        try:
            if self.by_itself:
                # What was under way when the program ended is looked up at once.
                self._once(shop)
            while not self._stop.is_set():
                asked = self._wake.wait(self._timing.every)
                self._wake.clear()
                if not self._stop.is_set() and (asked or self.by_itself):
                    self._once(shop)
                if not self._stop.is_set():
                    self._try(partial(self._write_letters, shop), quiet=True)
        finally:
            shop.store.close()

    def _once(self, shop: OpenShop) -> None:
        with self._lock:
            dates, self._dates = self._dates or [""], []
        pace = self._timing.pace
        for date in dates:
            self._try(partial(_send, shop, date, pace, _UntilStopped(self._stop)))
        if self.by_itself:
            self._try(partial(look_once_a_day, shop), quiet=True)
        self._try(partial(_hang_up_papers, shop), quiet=True)

    def _write_letters(self, shop: OpenShop) -> tuple[OutboxRow, ...]:
        """What nobody was told yet by e-mail; a server that took no letter is left alone for a quarter of an hour."""
        from retailpos.actions.notices_mail import tell_by_mail

        now = shop.now_ms()
        if now >= self._letters_after:
            self._letters_after = now + _LETTERS_MS
            tell_by_mail(shop, self._link.kept)
            self._letters_after = 0
        return ()

    def _try(self, act: Callable[[], tuple[OutboxRow, ...]], *, quiet: bool = False) -> None:
        """Do it and report; what is `quiet` is reported when it found something."""
        try:
            rows = act()
            if rows or not quiet:
                self._report(Sent(rows))
        except PosError as error:
            self._report(Sent((), error))
        except Exception:
            # The worker is one of the doors where our own faults stop: logged, and the register goes on.
            log.exception("the exchange worker stumbled")
            self._report(Sent((), PosError("our_fault")))


class _UntilStopped(Watch):
    """A long run ends between two documents when the program ends."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def goes_on(self) -> bool:
        """Until the worker is stopped."""
        return not self._stop.is_set()


def _hang_up_papers(shop: OpenShop) -> tuple[OutboxRow, ...]:
    """The papers of verified days, where the shop wants them beside their entries."""
    from retailpos.actions.papers_attach import attach_waiting

    attach_waiting(shop)
    return ()


def _send(shop: OpenShop, date: str, pace: Pace | None, watch: Watch) -> tuple[OutboxRow, ...]:
    shop.read_lists()
    pace = pace or kept_pace(shop)
    return send_day(shop, date, pace=pace) if date else send_due(shop, pace=pace, watch=watch)
