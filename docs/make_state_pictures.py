"""Draws every state of the QuickBooks calendar: `python docs/make_state_pictures.py [FOLDER]`.

The month is the practice month in which each state was reached by what people do; the window is the register's own.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions.books import day_state
from retailpos.core import outbox as states
from retailpos.practice.every_state import DAYS, EveryState
from retailpos.stories.stage import Stage
from retailpos.ui.exchange.screen import CalendarScreen
from retailpos.ui.icons import icons
from retailpos.ui.theme.look import Choice, apply
from retailpos.ui.window import Window

SIZE = (1366, 768)
THEMES = {"light": "calendar.png", "dark": "calendar-dark.png", "high contrast": "calendar-hc.png"}


class Studio:
    """The practice month in its window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage()
        self.month = EveryState(self.stage)
        self.month.play()
        till = self.stage.till()
        self.window = Window(till)
        self.window.resize(*SIZE)
        self.window.show()
        icons().load()
        till.employee = self.month.owner
        self.window.sign_in_model.signed_in.emit()
        QTest.qWait(60)
        self.window.close_sheets()
        self.window.open_page("quickbooks")
        page = self.window.findChild(CalendarScreen)
        assert page is not None
        self.page = page

    def choose(self, state: str) -> None:
        """Choose the last day of a state."""
        date = [day for day, (of, _, _) in DAYS.items() if of == state][-1]
        self.page.model.choose(date)
        QTest.qWait(60)

    def keep(self, name: str, part: QWidget) -> None:
        """A picture of part of the window, as small as it can be kept without loss."""
        image = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(self.folder / name), "PNG", 0)

    def while_sending(self, draw: Callable[[], None]) -> None:
        """Draw while a day is on its way."""
        self.choose(states.SENDING)
        self.month.hold_the_line()
        self.page.verbs["next step"].trigger()
        date = self.page.model.view.chosen if self.page.model.view else ""
        until = time.monotonic() + 20
        while day_state(self.stage.shop, date) != states.SENDING and time.monotonic() < until:
            QTest.qWait(50)
        self.page.model.read()
        QTest.qWait(60)
        draw()
        while self.page.model.view is not None and self.page.model.view.running:
            QTest.qWait(50)


def main() -> None:
    """Draw them all."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    apply(app, "light")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures" / "states"
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(folder)
    for state in {state for state, _, _ in DAYS.values()} - {states.SENDING}:
        studio.choose(state)
        studio.keep(f"{state}.png", studio.page.side)

    def on_its_way() -> None:
        studio.keep(f"{states.SENDING}.png", studio.page.side)
        studio.choose(states.BLOCKED)
        for theme, name in THEMES.items():
            apply(app, cast("Choice", theme))
            QTest.qWait(40)
            studio.keep(name, studio.window)

    studio.while_sending(on_its_way)
    studio.window.close()
    studio.stage.close()


if __name__ == "__main__":
    main()
