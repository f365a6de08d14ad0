"""Tells what nobody was told yet: in the system's tray where there is one, else in a notice of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from retailpos.actions.notices import SCREEN, Notice, fresh, mark_told
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import PosError, Trouble
from retailpos.core.rights import has_right
from retailpos.ui.icons import icon
from retailpos.ui.theme.look import theme
from retailpos.wording import plural

_FIRST_MS, _EVERY_MS = 5_000, 60_000
_SHOWN_MS = 10_000


class Teller(QObject):
    """Looks every minute while somebody is signed in who answers for Financial Exchange.

    `in_window` shows a notice over the page; `open_page` opens the page where the last one told is put right.
    """

    def __init__(
        self, window: QWidget, till: Till, *, in_window: Callable[[PosError], None], open_page: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._till = window, till
        self._in_window, self._open_page = in_window, open_page
        self._tray: QSystemTrayIcon | None = None
        self._page = "quickbooks"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look for the first time in a few seconds, then every minute."""
        self._timer.start(_EVERY_MS)
        QTimer.singleShot(_FIRST_MS, self, self.look)

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()

    def look(self) -> None:
        """Tell what is new; nothing is told to somebody who could do nothing about it."""
        person = self._till.employee
        if person is None or not has_right(person.role, rights.EXCHANGE):
            return
        try:
            found = fresh(self._till.shop, SCREEN)
            if found:
                self._tell(found)
                mark_told(self._till.shop, SCREEN, found)
        except PosError:
            # The shop file has other things to do just now; the next minute will do.
            return

    def _tell(self, found: tuple[Notice, ...]) -> None:
        first, more = found[0], len(found) - 1
        text = first.text
        if more:
            text = f"{text} {plural('{n} more waits there.', '{n} more wait there.', more).format(n=more)}"
        self._page = first.page
        tray = self._in_tray()
        if tray is not None:
            tray.showMessage(first.title, text, QSystemTrayIcon.MessageIcon.Warning, _SHOWN_MS)
        else:
            self._in_window(Trouble("exchange_notice", title=first.title, text=text))

    def _in_tray(self) -> QSystemTrayIcon | None:
        """The place in the tray, taken with the first notice; None where the system has no tray."""
        if self._tray is None and QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray = QSystemTrayIcon(icon("cloud-warning", 24, theme().ink), self)
            self._tray.setToolTip(self._window.windowTitle())
            self._tray.messageClicked.connect(self._open)
            self._tray.activated.connect(self._open)
            self._tray.show()
        return self._tray

    def _open(self) -> None:
        """The person pressed the message: bring the window up on the page that it is about."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if self._till.employee is not None:
            self._open_page(self._page)
