"""What the accountant is asked: to look at the page, and to sign the mapping off by name and date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from retailpos.actions import mapping_signed as signed
from retailpos.actions.mapping import version
from retailpos.actions.mapping_page import accountant_page
from retailpos.actions.standing import standing
from retailpos.core.errors import PosError
from retailpos.ui.day.context import Desk
from retailpos.ui.exchange.mapping_paper import file_name, write_page
from retailpos.ui.exchange.mapping_sheets import AccountantSheet
from retailpos.ui.exchange.save_file import folder
from retailpos.wording import _
from retailpos.words import sentence


class Accountant:
    """Opens the sheet. `folder` is where pages are put: the person's documents, else beside the shop file."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        self._over, self._desk = over, desk
        self.folder = folder(desk)

    def open(self, after: Callable[[], None]) -> AccountantSheet:
        """Open the sheet; `after` is called once a version was signed off."""
        shop = self._desk.shop
        now = version(shop)
        today = standing(shop, days=1).today
        sheet = AccountantSheet(self._over, version=now, signed=signed.signature(shop, now), today=today)
        sheet.paper.clicked.connect(lambda: self._write(sheet))
        sheet.step.clicked.connect(lambda: self._sign(sheet, now, after))
        sheet.open(sheet.name.input)
        return sheet

    def _sign(self, sheet: AccountantSheet, now: int, after: Callable[[], None]) -> None:
        """Refusals stand under the field they are about."""
        sheet.name.set_error("")
        sheet.date.set_error("")
        try:
            changes = signed.sign(self._desk.till, now, sheet.name.text(), sheet.date.text())
        except PosError as error:
            field = {"signer_needed": sheet.name, "sign_date_needed": sheet.date}.get(error.code)
            if field is None:
                sheet.tell(sentence(error))
            else:
                field.set_error(sentence(error))
            return
        self._desk.context.changed(changes)
        sheet.close_sheet()
        after()

    def _write(self, sheet: AccountantSheet) -> None:
        """Write the page, beside the window where a process can be spared for it."""
        page = accountant_page(self._desk.shop, self._desk.date)
        path = str(self.folder / file_name(page))
        sheet.tell(_("Writing the page …"))
        tasks: Any = self._desk.context.tasks
        if tasks is None:
            try:
                self._written(sheet, write_page(_quiet, page, path))
            except PosError as error:
                self._failed(sheet, error)
            return
        from retailpos.ui.tasks import Answers

        answers = Answers(lambda done: self._written(sheet, done), lambda error: self._failed(sheet, error))
        tasks.in_process(write_page, (page, path), answers)

    def _written(self, sheet: AccountantSheet, path: str) -> None:
        sheet.tell(_("The page is in {folder}, as {name}.").format(folder=Path(path).parent, name=Path(path).name))

    def _failed(self, sheet: AccountantSheet, error: BaseException) -> None:
        words = sentence(error) if isinstance(error, PosError) else _("The page was not written. Try it once more.")
        sheet.tell(words)


def _quiet(_count: int, _of: int) -> None:
    """Nobody follows a single page."""
