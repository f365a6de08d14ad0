"""A window like the program's, in the test's own process, on a copy of the same shop.

It is pressed in step with the program. It tells where on the screen a part lies and how a face should look, and it is
what the audit measures; the program itself is only ever touched from outside.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget

from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.app import Runtime
from retailpos.practice import company
from retailpos.practice.link import link_to
from retailpos.ui.icons import icons
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.tasks import Tasks
from retailpos.ui.theme.look import Choice, apply
from retailpos.ui.window import Window
from tests.program.shop_day import state_of


class Twin:
    """The same window as the program shows, pressed from inside."""

    def __init__(self, app: QApplication, file: Path, theme: Choice, size: tuple[int, int]) -> None:
        apply(app, theme).show_keys = True
        icons().load()
        clock = SystemClock()
        link = link_to(company.running(file), file)
        self.shop = open_shop(file, clock, TimeOrderedIds(clock), exchange=link, to_sell=True)
        self._tasks = Tasks(app)
        self.till = Till(self.shop)
        self.window = Window(self.till, tasks=self._tasks, company_url="http://127.0.0.1/")
        self._runtime = Runtime(self.shop, self.window, self._tasks)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self._runtime.begin()

    def key(self, name: str) -> None:
        """Press a key by its Qt name, such as `Ctrl+Return`."""
        QTest.keySequence(self._keyboard(), QKeySequence(name))
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        for mark in text:
            QTest.keyClicks(self._keyboard(), mark)
        self.settle()

    def scan(self, code: str) -> None:
        """A code as the scan filter hands it over."""
        self.window.scanned(code)
        self.settle()

    def place(self, name: str) -> QPoint:
        """The middle of a part, in the window: `name`, `name/part of it`, or `name#row` for a row of a list."""
        part, row = self._part(name)
        if row is None:
            return part.mapTo(self.window, part.rect().center())
        assert isinstance(part, QListView)
        middle = part.visualRect(part.model().index(row, 0)).center()
        return part.viewport().mapTo(self.window, middle)

    def click(self, at: QPoint) -> None:
        """Press the first button of the pointer there."""
        target = self.window.childAt(at) or self.window
        QTest.mouseClick(
            target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.mapFrom(self.window, at)
        )
        self.settle()

    def wait(self, true: Callable[[], bool], seconds: float = 30) -> None:
        """Let it work until something is so."""
        until = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < until, "it never came to that"
            QTest.qWait(50)

    def settle(self) -> None:
        """Let the window draw."""
        QTest.qWait(30)

    @property
    def focus(self) -> str:
        """The name of the part that has the keyboard."""
        return self._keyboard().objectName()

    def day_is(self, state: str) -> bool:
        """Whether the shop's only day has come so far."""
        return state_of(self.shop) == state

    def says(self, words: str) -> bool:
        """Whether these words can be read in the window."""
        labels = self.window.findChildren(QLabel)
        return any(label.text() == words and not label.visibleRegion().isEmpty() for label in labels)

    @property
    def sheet_shown(self) -> bool:
        """Whether a sheet lies over the window."""
        return any(sheet.isVisible() for sheet in self.window.findChildren(Sheet))

    def picture(self) -> QImage:
        """How the window looks."""
        return self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def close(self) -> None:
        """Shut the window, the shop and its company."""
        self.window.close()
        self._runtime.end()
        self.window.deleteLater()
        QApplication.processEvents()
        self.shop.close()
        company.stop(self.shop.store.path)

    def _part(self, name: str) -> tuple[QWidget, int | None]:
        name, _mark, row = name.partition("#")
        under: QWidget = self.window
        for each in name.split("/"):
            found = [part for part in under.findChildren(QWidget, each) if not part.visibleRegion().isEmpty()]
            assert found, f"nothing called {each} can be seen"
            assert found[-1].isEnabled(), f"{each} can't be pressed"
            under = found[-1]
        return under, int(row) if row else None

    def _keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.window
