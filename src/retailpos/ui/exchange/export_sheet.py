"""A day as a file, for when the net is down: for QuickBooks Online, for Desktop, or on paper to key in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from retailpos.actions import papers
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import long_date
from retailpos.ui.exchange.save_file import folder, saved
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.words import Words
from retailpos.wording import _


class ExportSheet(Sheet):
    """One button a kind of file; what was written, and where, stands below."""

    def __init__(self, over: QWidget, desk: Desk, date: str) -> None:
        super().__init__(over.window(), width=760, name="export sheet")
        self._desk, self._date = desk, date
        self.folder: Path = folder(desk)
        self.set_head(_("Save the day as a file"), long_date(date))
        kinds = (
            (papers.CSV, _("Table (CSV)"), _("For the import of QuickBooks Online: Settings, Import data.")),
            (papers.IIF, _("Desktop file (IIF)"), _("For QuickBooks Desktop: File, Utilities, Import.")),
            (papers.PDF, _("Paper (PDF)"), _("To key in by hand, or for the bookkeeper.")),
        )
        self.buttons: dict[str, Button] = {}
        for kind, name, text in kinds:
            button = Button(name, "secondary", name=f"save as {kind}")
            button.setMinimumWidth(220)
            button.clicked.connect(partial(self._pressed, kind))
            self.buttons[kind] = button
            across = row(gap=16)
            across.addWidget(button)
            across.addWidget(Words(text, "body", tone="ink2", wrap=True), 1)
            self.content.addLayout(across)
        self.told = Words("", "small", tone="ink2", wrap=True)
        hint = _("A day that was entered by file has to be told so here: never send it as well.")
        self.told.set_text(hint)
        self.content.addWidget(self.told)
        every = Button(_("Save all three"), "primary", name="save all")
        every.clicked.connect(self.save_all)
        self.add_buttons(every, cancel=_("Close"))

    def _pressed(self, kind: str, _checked: bool = False) -> None:
        self.save(kind)

    def save_all(self) -> None:
        """Write all three."""
        for kind in papers.KINDS:
            if not self.save(kind):
                return

    def save(self, kind: str) -> bool:
        """Write the file, under its usual name; False where it could not be."""
        shop = self._desk.shop
        place = self.folder / papers.file_name(shop, self._date, kind)
        done = saved(self._desk, place, lambda: papers.day_file(shop, self._date, kind))
        if done is None:
            self.close_sheet()
            return False
        self.told.set_text(_("The day is in {folder}, as {name}.").format(folder=done.parent, name=done.name))
        return True
