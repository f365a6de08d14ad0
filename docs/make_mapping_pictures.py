"""Draws the pictures of the bookkeeper's page: `python docs/make_mapping_pictures.py [FOLDER]`.

A small shop with a day that was sent and one that waits stands beside the practice company, which tracks classes.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions import exchange
from retailpos.core.mapping import CLASS
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.mapping_screen import MappingScreen
from retailpos.ui.icons import icons
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.theme.look import apply
from retailpos.ui.window import Window

SIZE = (1366, 768)
STORY = """
shop "Harbor Goods" currency USD
tax "State DOR" 7%
tax "County" 1.25%
department Apparel
department Home
department Kitchen
item "Linen Shirt" price 48.00 department Apparel
item "Beeswax Candle" price 12.50 department Home
item "Stoneware Mug" price 14.00 department Kitchen
tender "Visa/MC" kind card
tender "Amex" kind card
employee "Piet Hagen" pin 4826 role owner
at 2026-03-16 09:00
open 200.00
sale
  item "Linen Shirt" x 3
  item "Beeswax Candle" x 2
  pay "Visa/MC"
sale
  item "Stoneware Mug" x 4 discount 10% reason "Set of four"
  pay cash 60.00
paid-out 18.60 reason "Postage"
close leave 200.00
close day
at 2026-03-17 09:30
sale
  item "Linen Shirt"
  item "Stoneware Mug" x 2
  item "Beeswax Candle"
  pay "Amex"
close day
"""
SENT = "2026-03-16"


class Studio:
    """The shop, its window and its company."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage()
        Player(self.stage).play(STORY)
        self.company = self.stage.company()
        for name in ("Shop", "Workshop"):
            self.company.switch("write", {"kind": "Class", "body": {"Name": name}})
        exchange.send_day(self.stage.shop, SENT)
        self.company.switch("set", {"classes": "line"})
        till = self.stage.till()
        self.window = Window(till)
        self.window.resize(*SIZE)
        self.window.show()
        icons().load()
        with self.stage.shop.store.read() as tx:
            till.employee = tx.lists.employees()[0]
        self.window.sign_in_model.signed_in.emit()
        self.window.open_page("mapping")
        page = self.window.findChild(MappingScreen)
        assert page is not None
        self.page = page
        self.read()

    def read(self) -> None:
        """*Refresh QuickBooks settings*, and wait for the answer."""
        self.page.verbs["read quickbooks"].trigger()
        self.settle()

    def settle(self) -> None:
        """Until QuickBooks has answered and all is painted."""
        QTest.qWait(100)
        until = time.monotonic() + 20
        while self.page.model.view is not None and self.page.model.view.running and time.monotonic() < until:
            QTest.qWait(50)
        QTest.qWait(150)

    def choose(self, title: str, words: str, kind: str = "") -> None:
        """Choose what a row's picker finds first for these words."""
        model = self.page.model
        rows = (model.row_at(at) for at in range(99))
        wanted = next(row for row in rows if row is not None and row.title == title)
        model.choose(wanted, model.choices(wanted, words, kind)[0].key, kind)

    def shut(self) -> None:
        """Shut the sheet that is open."""
        for sheet in self.window.findChildren(Sheet):
            sheet.close_sheet()

    def keep(self, name: str, part: QWidget | None = None) -> None:
        """A picture of the window, as small as it can be kept without loss."""
        self.settle()
        image = (part or self.window).grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(self.folder / name), "PNG", 0)


def draw(folder: Path) -> None:
    """Draw all of them."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(folder)
    studio.choose("The whole entry", "shop", CLASS)
    studio.choose("Kitchen", "workshop", CLASS)
    studio.choose("Apparel", "services")
    studio.page.verbs["save"].trigger()
    studio.keep("mapping-differs.png")
    studio.shut()
    studio.page.model.save()
    studio.company.switch("rename", {"name": "Services", "to": "Clothing"})
    studio.choose("Home", "merchandise sales")
    studio.page.model.save()
    studio.company.switch("deactivate", {"name": "Merchandise Sales:Home"})
    studio.read()
    studio.page.table.view.setCurrentIndex(studio.page.table.model.index(1))
    studio.keep("mapping.png")
    studio.page.verbs["accountant"].trigger()
    studio.keep("mapping-accountant.png")
    studio.shut()
    studio.window.close()
    studio.stage.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "pictures")
