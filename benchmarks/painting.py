"""From a scan's last key to the end of the paint: the real window, real key events, the scan filter in between."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.filled import code_of, filled, manager, opened, till_of
from benchmarks.load import Load
from benchmarks.measure import Figure, Setting, Times, shown
from retailpos.actions import sell
from retailpos.ui.scan_run import ScanTiming
from retailpos.ui.scans import ScanFilter
from retailpos.ui.tasks import Tasks
from retailpos.ui.theme.look import apply
from retailpos.ui.window import Window

FRAME = 1 / 60
_LINES = 30
_REST = 0.25
_LIMIT = 5.0


class Seen(QObject):
    """Notes that the lines of the ticket were painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Every paint of the list passes here."""
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False


class Register:
    """The program's own window on the filled file, with somebody signed in."""

    def __init__(self, setting: Setting) -> None:
        found = QApplication.instance() or QApplication(["benchmarks"])
        assert isinstance(found, QApplication)
        self.app = found
        apply(self.app, "light")
        self.path = filled(setting)
        self.shop = opened(self.path)
        self.till = till_of(self.shop)
        self.tasks = Tasks(self.app)
        self.scans = ScanFilter(self.app, ScanTiming())
        self.window = Window(self.till, tasks=self.tasks, scans=self.scans)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        # The window begins by asking who is there.
        self.till.employee = manager(self.shop)
        self.window.open_page("register")
        self.seen = Seen(self.window)
        self.window.register.ticket.lines.viewport().installEventFilter(self.seen)
        self.rest()

    def rest(self, seconds: float = _REST) -> None:
        """Let the window come to rest: what fades has faded."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.app.processEvents()
            time.sleep(0.002)

    def scan(self, code: str) -> float:
        """Type a code as a scanner does; seconds from its last key until its line is on the screen."""
        handle = self.window.windowHandle()
        for mark in code:
            QTest.keyClick(handle, mark)
        lines = self.window.register.ticket.lines
        # A wait for the next frame would hide how long the work itself takes, so none is made.
        self.seen.painted = False
        began = time.perf_counter()
        QTest.keyPress(handle, Qt.Key.Key_Return)
        while not self.seen.painted and time.perf_counter() - began < _LIMIT:
            self.app.processEvents()
        took = time.perf_counter() - began
        QTest.keyRelease(handle, Qt.Key.Key_Return)
        if not lines.rows() or took >= _LIMIT:
            raise RuntimeError("the scan did not arrive")
        return took

    def close(self) -> None:
        """Shut the window and the shop."""
        self.scans.deleteLater()
        self.app.removeEventFilter(self.scans)
        self.window.close()
        self.tasks.shut()
        self.window.deleteLater()
        self.app.processEvents()
        self.shop.close()


def figures(setting: Setting) -> Iterator[Figure]:
    """The register alone, then while a report, an import and a send run."""
    register = Register(setting)
    alone = scanned(register, setting)
    idle = Times()
    for _ in range(setting.some(0.5)):
        idle.of(lambda: pause(0.001))
    load = Load(register.path, setting)
    load.start()
    try:
        busy = scanned(register, setting)
    finally:
        load.stop()
    register.close()
    note = f"a bare wait of 1 ms took this computer up to {shown(max(idle.taken))}"
    yield line("scan's last key to the end of the paint", alone, note)
    note = "; ".join(f"{name}: {done} done" for name, done in load.done().items())
    yield line("the same while a report, an import, a send run", busy, note)


def line(what: str, times: Times, note: str) -> Figure:
    """Kept when half take no more than a frame, and 99 in 100 no more than two."""
    kept = times.median <= FRAME and times.share(99) <= 2 * FRAME
    return Figure(what, times.words(), "median 16.7 ms, p99 33.3 ms", kept, note)


def pause(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def scanned(register: Register, setting: Setting) -> Times:
    """Sales of up to thirty lines, scanned item by item with a short breath between."""
    times = Times()
    chance = random.Random(11)
    for _ in range(setting.rounds):
        if len(register.till.cart.lines) >= _LINES:
            register.window.counter.do(lambda: sell.take(register.till, "cash"))
            register.window.register_model.next_sale()
            register.rest()
        times.add(register.scan(code_of(chance.randrange(setting.items))))
        register.rest(0.03)
    return times
