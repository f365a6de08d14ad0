"""Draws the set-up of QuickBooks page by page: `python docs/make_exchange_pictures.py [FOLDER]`.

The practice shop's own lists and one week of sales; a practice company with its strictest settings; the pages as a
person meets them. A browser is not needed: the practice company's consent is followed here.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

import webbrowser

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.connect_screen import ConnectScreen
from retailpos.ui.icons import icons
from retailpos.ui.theme.look import apply
from retailpos.ui.window import Window

SIZE = (1366, 768)
SHOP = """
shop "Harbor Goods" currency USD
tax "State DOR" 6%
tax "County" 1.25%
department Apparel
department Kitchen
item Shirt price 49.00 department Apparel
item Mug price 14.00 department Kitchen
tender "Visa/MC" kind card
employee "Olga Owner" pin 4821 role owner
"""
DAY = """
at 2026-03-{day:02d} 15:00
open 200.00
sale
  item Shirt x {n}
  item Mug x 2
  pay cash 400.00
sale
  item Shirt x 2
  pay "Visa/MC"
paid-out 8.60 reason "Cleaning"
close counted {counted} leave 200.00
close day
"""
COUNTED = {1: "273.97", 2: "326.52", 3: "379.08"}
PAGES = ("1-connect", "2-company", "3-booked", "4-accounts", "5-days", "6-which-day", "7-sent")


class _Here(webbrowser.BaseBrowser):
    """Follows the practice company's consent, which comes back to this program."""

    def open(self, url: str, *_how: Any, **_more: Any) -> bool:
        """Visit an address."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        threading.Thread(target=opener.open, args=(url,), daemon=True).start()
        return True


class Studio:
    """A shop that was never connected, its company, and the set-up in its window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage()
        days = "".join(DAY.format(day=day, n=day % 3 + 1, counted=COUNTED[day % 3 + 1]) for day in range(8, 17))
        Player(self.stage).play(SHOP + days)
        self.stage.set_meta("suggest_accounts", "0")
        self.company = self._company()
        till = self.stage.till()
        self.window = Window(till)
        self.window.resize(*SIZE)
        self.window.show()
        till.employee = self.stage.owner
        self.window.open_page("connect")
        page = self.window.findChild(ConnectScreen)
        assert page is not None
        self.page = page

    def _company(self) -> CompanyProcess:
        file = self.stage.shop.store.path
        company = start_company(file.with_name("set-up-company.db"), "strict")
        file.with_name(f"{file.stem}-company.json").write_text(json.dumps(company.ready), encoding="utf-8")
        return company

    def draw(self) -> None:
        """Every page, each followed by the press of its blue button."""
        blue = self.page.verbs["go on"]
        for n, name in enumerate(PAGES):
            self._until(blue.isEnabled)
            QTest.qWait(150)
            self.window.grab().save(str(self.folder / f"quickbooks-{name}.png"), "PNG", 0)
            then = self.page.model.view.step if self.page.model.view else ""
            if name != PAGES[-1]:
                blue.trigger()
                self._until(partial(self._moved, then, n))

    def _moved(self, then: str, at: int) -> bool:
        view = self.page.model.view
        if view is None or self.page.busy:
            return False
        return view.step not in (then, "waiting") or at == len(PAGES) - 2

    def _until(self, true: Callable[[], bool]) -> None:
        ends = time.monotonic() + 30
        while not true():
            if time.monotonic() > ends:
                raise TimeoutError("a page did not come")
            QTest.qWait(50)

    def close(self) -> None:
        """Put all of it away."""
        self.window.close()
        self.company.stop()
        self.stage.close()


def main(folder: Path) -> None:
    """Draw them into a folder."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply(app, "light")
    icons().load()
    folder.mkdir(parents=True, exist_ok=True)
    webbrowser.register("here", None, _Here(), preferred=True)
    studio = Studio(folder)
    try:
        studio.draw()
    finally:
        studio.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
