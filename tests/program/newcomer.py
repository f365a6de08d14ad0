"""Somebody who has never seen the program: a shop with a past, a company beside it, and hands that are counted."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.icons import icons
from retailpos.ui.theme.look import apply
from retailpos.ui.window import Window
from tests.conftest import need_tool
from tests.program.hands import per_mille_apart
from tests.program.real_window import RealWindow

SIZE = (1366, 768)
_PIN = "4821"
_DAYS = 9
_OTHER_PAGE = 15
_WITHIN = 60.0
_PRESSES = 3
# The blue button ends 64 from the right edge of the page and is at least this wide.
_BLUE = QPoint(SIZE[0] - 64 - 40, SIZE[1] - 32 - 48)

_SHOP = {
    "GBP": """
shop "Harbour Goods" currency GBP timezone Europe/London
prices include tax
tax "VAT Control" 20% named "20%"
""",
    "USD": """
shop "Harbor Goods" currency USD
tax "State DOR" 6%
tax "County" 1.25%
""",
}
_LISTS = """
department Apparel
department Kitchen
item Shirt price 49.00 department Apparel
item Mug price 14.00 department Kitchen
tender "Visa/MC" kind card
employee "Olga Owner" pin {pin} role owner
"""
_ONE_DAY = """
at {date} 15:00
open 200.00
sale
  item Shirt
  item Mug x {n}
  pay cash 400.00
sale
  item Shirt x 2
  pay "Visa/MC"
paid-out 8.60 reason "Cleaning"
close counted 240.00 leave 200.00
close day
"""


def shop_with_history(file: Path, seed: str) -> CompanyProcess:
    """A practice shop of nine days up to yesterday, never connected, and a company of this seed beside it."""
    stage = Stage(file)
    today = SystemClock().now().date()
    stage.clock.moment = SystemClock().now() - timedelta(days=_DAYS + 1)
    days = ((today - timedelta(days=n)).isoformat() for n in range(_DAYS, 0, -1))
    sold = "".join(_ONE_DAY.format(date=date, n=n % 4 + 1) for n, date in enumerate(days))
    Player(stage).play(_SHOP["GBP" if seed == "UK VAT" else "USD"] + _LISTS.format(pin=_PIN) + sold)
    stage.set_meta("suggest_accounts", "0")
    stage.close()
    company = start_company(file.with_name("company.db"), seed)
    file.with_name(f"{file.stem}-company.json").write_text(json.dumps(company.ready), encoding="utf-8")
    return company


class NewcomerWindow(RealWindow):
    """The program on a shop file, without a connection."""

    def __init__(self, environment: dict[str, str], file: Path) -> None:
        self._tool, self._camera = need_tool("xdotool"), need_tool("import")
        self._environment = environment
        program = Path(__file__).with_name("newcomer_window.py")
        self.process = subprocess.Popen([sys.executable, str(program), str(file)], env=environment)
        self._window = self._found()
        self._do("windowmove", "--sync", self._window, "0", "0")
        self._do("windowsize", "--sync", self._window, *map(str, SIZE))
        self._do("windowfocus", "--sync", self._window)


class Newcomer:
    """Hands that are counted: every key and every press of the pointer is one input."""

    def __init__(self, real: RealWindow, places: dict[str, QPoint]) -> None:
        self.real, self._places = real, places
        self.inputs = 0

    def keys(self, *names: str) -> None:
        """Press keys one after the other."""
        for name in names:
            self.inputs += 1
            self.real.key(name)

    def press(self, name: str) -> None:
        """Press a part with the pointer, and wait until the page is another."""
        self._and_wait(self._places[name])

    def blue(self) -> None:
        """Press the blue button."""
        self._and_wait(_BLUE)

    def _and_wait(self, at: QPoint) -> None:
        """Press there until the page is another; who sees nothing happen presses once more, and that counts too."""
        before = self.real.picture()
        for _press in range(_PRESSES):
            self.inputs += 1
            self.real.click(at.x(), at.y())
            until = time.monotonic() + _WITHIN / _PRESSES
            while time.monotonic() < until:
                if per_mille_apart(before, self.real.picture()) > _OTHER_PAGE:
                    self.settle()
                    return
                time.sleep(0.15)
        message = "nothing happened"
        raise AssertionError(message)

    def settle(self) -> QImage:
        """Wait until nothing moves any more."""
        last = self.real.picture()
        until = time.monotonic() + _WITHIN
        while time.monotonic() < until:
            time.sleep(0.15)
            now = self.real.picture()
            if per_mille_apart(last, now) == 0:
                break
            last = now
        return last

    def wait(self, true: Callable[[], bool]) -> None:
        """Until something is so."""
        until = time.monotonic() + _WITHIN
        while not true():
            assert time.monotonic() < until, "it never came to that"
            time.sleep(0.15)


def places_of(app: QApplication, file: Path) -> dict[str, QPoint]:
    """Where the way to the set-up lies, found in a window of the same size that is never pressed."""
    apply(app, "light").show_keys = True
    icons().load()
    shop = look_into(file)
    window = Window(Till(shop))
    window.resize(*SIZE)
    window.show()
    found = {}
    window.counter.till.employee = next(iter(_people(shop)))
    for page, name in (("register", "Menu"), ("today", "rail quickbooks"), ("quickbooks", "connect")):
        window.open_page(page)
        QTest.qWait(100)
        parts = [part for part in window.findChildren(QWidget, name) if not part.visibleRegion().isEmpty()]
        found[name] = parts[-1].mapTo(window, parts[-1].rect().center())
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    shop.store.close()
    return found


def _people(shop: OpenShop) -> list[Employee]:
    with shop.store.read() as tx:
        return [person for person in tx.lists.employees() if person.role == "owner"]


def look_into(file: Path) -> OpenShop:
    """The shop file, to read."""
    clock = SystemClock()
    return open_shop(file, clock, TimeOrderedIds(clock))
