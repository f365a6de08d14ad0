"""A desk to test on: a played shop, its window's frame, and the pages behind the counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions.shop import Changes
from retailpos.core.errors import PosError
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.ui.day.pages import FRAMES, pages
from retailpos.ui.icons import icons
from retailpos.ui.shell import Shell
from retailpos.ui.theme.look import apply

SHOP = """
shop "Harbor Goods" currency USD
tax "State DOR" 6%
tax "County" 1.25%
department Apparel
department Kitchen
item Shirt price 49.00 department Apparel
item Mug price 14.00 department Kitchen
tender "Visa/MC" kind card
"""

DAY = """
at 2026-03-16 09:00
open 200.00
sale
  item Shirt
  item Mug x 4 discount 10% reason "Set of four"
  pay cash 150.00
at 2026-03-16 10:30
sale
  item Shirt x 2
  pay "Visa/MC"
return of 1-000001
  item Shirt x 1 reason "Too small"
  refund cash
paid-out 18.60 reason "Cleaning"
drop 50.00
"""


class DeskWindow:
    """The window as the pages see it: it keeps what it was told, and shows the page that was asked for."""

    def __init__(self, stage: Stage) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply(app, "light")
        icons().load()
        self.stage = stage
        self.shop = stage.shop
        self.till = stage.till()
        self.tasks: Any = None
        self.told: list[PosError] = []
        self.changes: list[Changes] = []
        self.asked = ""
        self.shell = Shell()
        self.shell.resize(1366, 768)
        self.made: dict[str, QWidget] = {}
        self._pages = pages(self)

    def notify(self, error: PosError) -> None:
        self.told.append(error)

    def changed(self, changes: Changes) -> None:
        self.changes.append(changes)

    def open_page(self, name: str) -> None:
        self.asked = name
        if name not in self._pages:
            return
        if name not in self.made:
            self.made[name] = self._pages[name]()
            self.shell.add_page(name, self.made[name], FRAMES[name])
        self.shell.show_page(name)

    def page(self, name: str) -> Any:
        """The page of this name, shown."""
        self.open_page(name)
        self.shell.show()
        return self.made[name]


def played(*stories: str) -> Stage:
    """A shop in which these stories were played."""
    stage = Stage()
    Player(stage).play("\n".join(stories))
    return stage
