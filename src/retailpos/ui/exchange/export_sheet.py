"""A day as a file, for when the net is down: for QuickBooks Online, for Desktop, or on paper to key in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from retailpos.actions import papers
from retailpos.core.errors import PosError, Trouble
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import long_date
from retailpos.ui.exchange.save_file import folder
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
            self.save(kind)

    def save(self, kind: str) -> None:
        """Write the file under its usual name, beside the window where a process can be spared for it."""
        shop, tasks = self._desk.shop, self._desk.context.tasks
        place = self.folder / papers.file_name(shop, self._date, kind)
        if tasks is None:
            done = self._desk.do(lambda: papers.export_day(shop, self._date, kind, place))
            if done is None:
                self.close_sheet()
            else:
                self._written(str(done))
            return
        from retailpos.ui.tasks import Answers

        self.told.set_text(_("Writing {name} …").format(name=place.name))
        answers = Answers(self._written, self._failed)
        tasks.in_process(papers.write_day, (str(shop.store.path), self._date, kind, str(place)), answers)

    def _written(self, path: str) -> None:
        done = Path(path)
        self.told.set_text(_("The day is in {folder}, as {name}.").format(folder=done.parent, name=done.name))

    def _failed(self, error: BaseException) -> None:
        self._desk.context.notify(error if isinstance(error, PosError) else Trouble("our_fault"))
        self.close_sheet()
