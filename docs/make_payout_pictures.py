"""Draws the pictures of the page about card payouts: `python docs/make_payout_pictures.py [FOLDER]`.

A small shop whose day was sent stands beside the practice company; a processor's file is chosen, shown and recorded.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retailpos.actions import exchange
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.settlement_screen import PayoutsScreen
from retailpos.ui.icons import icons
from retailpos.ui.theme.look import apply
from retailpos.ui.window import Window

SIZE = (1366, 768)
STORY = """
shop "Harbor Goods" currency USD
tax "State DOR" 7%
department Apparel
item "Linen Shirt" price 48.00 department Apparel
tender "Visa/MC" kind card
tender "Amex" kind card
employee "Piet Hagen" pin 4826 role owner
at 2026-03-16 09:00
open 200.00
sale
  item "Linen Shirt" x 3
  pay "Visa/MC"
sale
  item "Linen Shirt"
  pay "Amex"
close leave 200.00
close day
"""
PAYOUTS = """Payout ID,Deposit Date,Card Brand,Gross,Fees,Net
po_1Nx8Q2h,2026-03-18,Visa,154.08,4.77,149.31
po_1Nx9K7d,2026-03-19,Amex,51.36,1.80,49.56
"""


def keep(window: Window, place: Path) -> None:
    """A picture of the window, as small as it can be kept without loss."""
    QTest.qWait(200)
    window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(place), "PNG", 0)


def settled(page: PayoutsScreen) -> None:
    """Wait until QuickBooks has answered."""
    until = time.monotonic() + 20
    QTest.qWait(100)
    while page.model.view.verb and time.monotonic() < until:
        QTest.qWait(50)
    QTest.qWait(500)


def draw(folder: Path, files: Path) -> None:
    """Draw both."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    icons().load()
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage()
    Player(stage).play(STORY)
    stage.company()
    stage.set_meta("suggest_accounts", "1")
    exchange.send_day(stage.shop, "2026-03-16")
    till = stage.till()
    window = Window(till)
    window.resize(*SIZE)
    window.show()
    with stage.shop.store.read() as tx:
        till.employee = tx.lists.employees()[0]
    window.sign_in_model.signed_in.emit()
    window.close_sheets()
    window.open_page("payouts")
    page = window.findChild(PayoutsScreen)
    assert page is not None
    (files / "payouts-march.csv").write_text(PAYOUTS)
    page.model.take_file(str(files / "payouts-march.csv"))
    page.bank.set_text("Checking")
    page.processor.set_text("Stripe")
    keep(window, folder / "payouts-file.png")
    page.verbs["go on"].trigger()
    settled(page)
    page.model.choose(0)
    keep(window, folder / "payouts-recorded.png")
    window.close()
    stage.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "pictures"
        draw(given, Path(temporary))
