"""Tells what nobody was told yet: in the system's tray where there is one, else in a notice of the window."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from retailpos.actions.notices import SCREEN, Notice, fresh, mark_told, notices, notices_of_file, of_connection
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import PosError, Trouble
from retailpos.core.rights import has_right
from retailpos.ui.icons import icon
from retailpos.ui.tasks import Answers, Tasks
from retailpos.ui.theme.look import theme
from retailpos.wording import plural

log = logging.getLogger(__name__)
_FIRST_MS, _EVERY_MS = 20_000, 5 * 60_000
_SHOWN_MS = 10_000


class Teller(QObject):
    """Looks every few minutes while somebody is signed in who answers for Financial Exchange.

    `in_window` shows a notice over the page; `open_page` opens the page where the last one told is put right.
    """

    def __init__(
        self,
        window: QWidget,
        till: Till,
        *,
        in_window: Callable[[PosError], None],
        open_page: Callable[[str], None],
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(window)
        self._tasks, self._looking = tasks, False
        self._window, self._till = window, till
        self._in_window, self._open_page = in_window, open_page
        self._tray: QSystemTrayIcon | None = None
        self._page = "quickbooks"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look for the first time once the register has settled, then every few minutes."""
        self._timer.start(_EVERY_MS)
        QTimer.singleShot(_FIRST_MS, self, self.look)

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()

    def look(self) -> None:
        """Look, beside the window where a process can be spared for it; nobody is told who could do nothing."""
        if not self._answers_for_it() or self._looking:
            return
        shop = self._till.shop
        if self._tasks is None:
            self._found(notices(shop))
            return
        self._looking = True
        answers = Answers(lambda found: self._found((*found, *of_connection(shop))), self._stumbled)
        self._tasks.in_process(notices_of_file, (str(shop.store.path),), answers)

    def _answers_for_it(self) -> bool:
        person = self._till.employee
        return person is not None and has_right(person.role, rights.EXCHANGE)

    def _found(self, found: tuple[Notice, ...]) -> None:
        self._looking = False
        shop = self._till.shop
        try:
            new = fresh(shop, SCREEN, found)
            if new and self._answers_for_it():
                self._tell(new)
                mark_told(shop, SCREEN, new, found)
        except PosError:
            # The shop file has other things to do just now; the next look will do.
            return

    def _stumbled(self, error: BaseException) -> None:
        self._looking = False
        log.warning("nothing could be looked up for notices: %s", error)

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
