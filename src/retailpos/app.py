"""The console script, and the one place where the register's parts are put together."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from retailpos.actions.exchange import Link
    from retailpos.actions.shop import Changes, OpenShop
    from retailpos.actions.worker import ExchangeWorker, Sent
    from retailpos.ui.exchange.notices_tray import Teller
    from retailpos.ui.tasks import Tasks
    from retailpos.ui.theme.look import Choice
    from retailpos.ui.window import Window

_THEMES = ("light", "dark", "high contrast")

log = logging.getLogger(__name__)


def main() -> int:
    """The console script `retailpos`."""
    from retailpos.cli.main import run

    return run(run_register)


def run_register(shop_file: Path | None, *, link: Link | None = None, company_url: str = "") -> int:
    """Open the register's window on a shop file and stay until it is closed. Returns the exit code.

    Without a file it is the person's own shop, else the practice shop. Raises Refusal or Trouble where there is none
    or it can't be opened. `link` is the connection to QuickBooks, `company_url` a page that shows the company.
    """
    began = time.monotonic()
    from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
    from retailpos.logbook import open_log
    from retailpos.settings import data_dir

    open_log(data_dir() / "log")
    clock = SystemClock()
    shop = open_shop(_shop_file(shop_file), clock, TimeOrderedIds(clock), exchange=link, to_sell=True)
    try:
        return _show(shop, began, company_url)
    finally:
        shop.close()


def _shop_file(named: Path | None) -> Path:
    from retailpos.practice.shop import practice_file
    from retailpos.settings import data_dir

    own = data_dir() / "shop.shop"
    if named is not None:
        return named
    return practice_file() if practice_file().exists() and not own.exists() else own


def _show(shop: OpenShop, began: float, company_url: str) -> int:
    from PySide6.QtWidgets import QApplication

    from retailpos.actions.scanners import kept_scanner
    from retailpos.actions.till import Till
    from retailpos.ui.scan_run import ScanTiming
    from retailpos.ui.scans import ScanFilter
    from retailpos.ui.tasks import Tasks
    from retailpos.ui.theme.look import apply
    from retailpos.ui.window import Window

    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("retailpos")
    apply(app, _theme())
    tasks = Tasks(app)
    scans = ScanFilter(app, ScanTiming(**kept_scanner(shop)))
    window = Window(Till(shop), tasks=tasks, scans=scans, company_url=company_url)
    runtime = Runtime(shop, window, tasks)
    window.first_paint.connect(lambda: log.info("first paint after %d ms", (time.monotonic() - began) * 1000))
    window.first_paint.connect(runtime.begin)
    _close_when_told(window)
    window.resize(1366, 768)
    window.show()
    code = int(app.exec())
    runtime.end()
    return code


def _close_when_told(window: Window) -> None:
    """Ctrl C in the terminal and a system that shuts down close the window as its own x does."""
    from PySide6.QtCore import QSocketNotifier

    reading, writing = socket.socketpair()
    writing.settimeout(0)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda _number, _frame: None)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: (reading.recv(64), window.close()))
    # Both ends live as long as the window does.
    window.setProperty("told_by", [reading, writing])


def _theme() -> Choice:
    """The theme this computer is told to wear; else the one its system wears."""
    chosen = os.environ.get("RETAILPOS_THEME", "")
    return cast("Choice", chosen) if chosen in _THEMES else "system"


class Runtime:
    """What works beside the window once it can be seen: devices, and the worker that sends days to QuickBooks.

    Both report from threads of their own; `Tasks.post` brings what they say into the window's thread.
    """

    def __init__(self, shop: OpenShop, window: Window, tasks: Tasks) -> None:
        self._shop, self._window, self._tasks = shop, window, tasks
        self._worker: ExchangeWorker | None = None
        self._worker_of: Link | None = None
        self._teller: Teller | None = None

    def begin(self) -> None:
        """Open this register's devices and take up the connection that was kept."""
        self._open_devices()
        if self._shop.exchange is None:
            self._shop.exchange = self._kept_link()
        self.start_worker()
        self._window.counter.changed.connect(self._changed)
        self._begin_telling()
        self._window.tell_strip()

    def end(self) -> None:
        """Let go of everything."""
        if self._teller is not None:
            self._teller.end()
        if self._worker is not None:
            self._worker.stop()
        self._tasks.shut()

    def _begin_telling(self) -> None:
        """From now on what somebody should know about the exchange is told, each thing once."""
        from retailpos.ui.exchange.notices_tray import Teller

        counter = self._window.counter
        self._teller = Teller(
            self._window,
            counter.till,
            in_window=counter.refused.emit,
            open_page=self._window.open_page,
            tasks=self._tasks,
        )
        self._teller.begin()

    def start_worker(self) -> None:
        """Send what waits by itself, where the shop wants that, over the connection that the shop has now."""
        from retailpos.actions.connection import auto_send
        from retailpos.actions.worker import ExchangeWorker

        shop = self._shop
        if self._worker is not None and self._worker_of is not shop.exchange:
            # Disconnected, or another company: the one for the old connection ends by itself after its request.
            self._worker.stop(limit=0)
            self._worker = None
        if shop.exchange is None or self._worker is not None:
            return
        self._worker_of = shop.exchange
        self._worker = ExchangeWorker(
            shop.store.path, shop.exchange, self._sent, clock=shop.clock, ids=shop.ids, timing=None
        )
        self._worker.by_itself = auto_send(shop)
        self._worker.start()

    def _changed(self, changes: Changes) -> None:
        """A day was closed, or the connection is another: look again whether days are sent by themselves."""
        from retailpos.actions.connection import auto_send

        if not changes.kinds & {"exchange", "days"}:
            return
        self.start_worker()
        if self._worker is not None:
            self._worker.by_itself = auto_send(self._shop)
            if self._worker.by_itself and changes.documents:
                self._worker.wake()

    def _sent(self, sent: Sent) -> None:
        from retailpos.actions.shop import Changes

        changes = Changes(frozenset({"exchange", "days"}))
        if sent.rows:
            self._tasks.post(lambda: self._window.counter.changed.emit(changes))

    def _open_devices(self) -> None:
        from retailpos.devices.catalogue import open_devices

        with self._shop.store.read() as tx:
            kept = tx.lists.meta(f"devices-{self._window.counter.till.register}")
        usual = {"printer": {"link": "paper"}} if self._shop.facts.practice else {}
        settings = json.loads(kept) if kept else usual
        self._shop.devices = open_devices(
            settings,
            lambda event: self._tasks.post(lambda: self._window.device_told(event.device, event.code, event.facts)),
            on_code=lambda code: self._tasks.post(lambda: self._window.scanned(code)),
        )

    def _kept_link(self) -> Link | None:
        from retailpos.actions.connection import kept_link, safe_place
        from retailpos.core.errors import PosError
        from retailpos.settings import data_dir

        with self._shop.store.read() as tx:
            if not tx.lists.meta("quickbooks_base_url"):
                return None
        try:
            return kept_link(self._shop, safe_place(self._shop, data_dir(), os.environ.get("RETAILPOS_PASSPHRASE", "")))
        except PosError as error:
            self._window.counter.refused.emit(error)
            return None


if __name__ == "__main__":
    sys.exit(main())
