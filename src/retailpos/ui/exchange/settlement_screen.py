"""The payouts page: the processor's file, what was recorded from such files, and the accounts of money on its way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QShowEvent

from retailpos.core.errors import PosError
from retailpos.ui.day.banner import Banner
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import day_and_time
from retailpos.ui.day.desk import DeskPage, take_keyboard
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.settlement_model import ACCOUNTS, PayoutsModel
from retailpos.ui.exchange.settlement_rows import account_columns, payout_columns
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, FigureCard
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _
from retailpos.words import sentence

_PLACES = (
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)
_MOST_FILES = 60


class PayoutsScreen(DeskPage):
    """Renders a PayoutsView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("payouts", back=True)
        self._desk, self._work = desk, work
        self.folders = _usual_folders(desk)
        self.model = PayoutsModel(desk, work)
        self.verbs = Verbs(self)
        back = Verb("back", _("Back to the calendar"), "Alt+Left")
        self.verbs.add(back, lambda: desk.context.open_page("quickbooks"))
        self.verbs.add(Verb("choose a file", _("Choose a file"), "Ctrl+O", icon="table"), self.open_files)
        self.verbs.add(Verb("put aside", _("Put the file aside")), self.model.put_aside)
        self.verbs.add(Verb("ask", _("Ask QuickBooks"), "F5", icon="arrows-clockwise"), self.model.ask)
        self.verbs.add(Verb("go on", "", "Ctrl+Return"), self._go_on)
        self.verbs.add(Verb("keep theirs", _("Keep theirs")), lambda: self.model.mend(theirs=True))
        self.verbs.add(Verb("put ours back", _("Put ours back")), lambda: self.model.mend(theirs=False))
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self._ask = Button().bind(self.verbs["ask"])
        self._aside = Button().bind(self.verbs["put aside"])
        self._choose = Button().bind(self.verbs["choose a file"])
        self._step = Button(rank="primary")
        self._step.bind(self.verbs["go on"])
        for button in (self._ask, self._aside, self._choose, self._step):
            self.head.right.addWidget(button)
        self.set_title(_("Card payouts"), _("Each payout is entered once; card clearing comes to zero."))
        self.banner = Banner("ok", "check-circle")
        self.banner_place.addWidget(self.banner)
        self._make_body()
        self.model.changed.connect(self.render_view)
        self.model.taken.connect(self._taken)

    def _make_body(self) -> None:
        labels = (_("Out of card clearing"), _("Kept by the processor"), _("Into the bank"))
        self.cards = tuple(FigureCard(label) for label in labels)
        hint = _("As it is called in QuickBooks.")
        self.bank = Field(_("Bank account"), hint=hint, desk=True, name="bank account")
        self.processor = Field(_("Processor"), hint=_("Its fees are listed under it."), desk=True, name="processor")
        self.pages = TabPills(name="pages of payouts")
        self.pages.chosen.connect(self.model.turn_to)
        self.payouts = Table(payout_columns(), name="payouts")
        self.accounts = Table(account_columns(), name="accounts")
        for table in (self.payouts, self.accounts):
            table.chosen.connect(self.model.choose)
        self._card = Card(padding=(1, 4, 1, 1), gap=0)
        self._said = Words("", "small", tone="ink2", wrap=True)
        below = row(margin=(20, 8, 20, 12))
        below.addWidget(self._said, 1)
        self._answers = tuple(Button(size="desk").bind(self.verbs[verb]) for verb in ("keep theirs", "put ours back"))
        for answer in self._answers:
            below.addWidget(answer)
        for table in (self.payouts, self.accounts):
            self._card.content.addWidget(table, 1)
        self._card.content.addLayout(below)
        choose = Button(rank="primary")
        choose.bind(self.verbs["choose a file"])
        text = _("Export the payouts as CSV from your card processor, then choose that file. It is shown first.")
        self._empty = EmptyState("bank", _("No payout was recorded yet"), text, (choose,))
        self._lay_out()

    def _lay_out(self) -> None:
        across, fields = row(gap=16), row(gap=16)
        for card in self.cards:
            across.addWidget(card, 1)
        for field in (self.bank, self.processor):
            fields.addWidget(field, 1)
        self.progress = WorkProgress(self._work)
        down = column(gap=12)
        down.addLayout(across)
        down.addLayout(fields)
        for part, stretch in ((self.pages, 0), (self._card, 1), (self._empty, 1), (self.progress, 0)):
            down.addWidget(part, stretch)
        self.across.addLayout(down, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.payouts.view)

    def open_files(self) -> PickerSheet:
        """The tables in the person's folders, the newest first."""
        columns = (Column(_("File")), Column(_("Folder"), 200), Column(_("Changed"), 190))
        sheet = PickerSheet(self, _("The processor's file"), columns)
        files = _newest(self.folders)

        def narrow(words: str) -> None:
            fitting = (path for path in files if words.casefold() in path.name.casefold())
            sheet.set_choices(tuple(self._file_row(path) for path in fitting))

        sheet.searched.connect(narrow)
        sheet.picked.connect(self.model.take_file)
        narrow("")
        sheet.open(sheet.table.view if files else sheet.search)
        return sheet

    def _file_row(self, path: Path) -> Row:
        changed = int(path.stat().st_mtime * 1000) if path.exists() else 0
        cells = (Cell(path.name, strong=True), Cell(path.parent.name, "ink2"))
        return Row((*cells, Cell(day_and_time(self._desk.shop, changed), "ink2")), key=str(path))

    def _taken(self) -> None:
        """The file is read: what was used the last time stands in the fields."""
        self.bank.set_text(self.model.view.bank)
        self.processor.set_text(self.model.view.processor)
        if not self.model.view.bank:
            self.bank.input.setFocus()

    def _go_on(self) -> None:
        self.bank.set_error("")
        self.model.go_on(self.bank.text(), self.processor.text(), self._wrong)

    def _wrong(self, error: PosError) -> None:
        if error.code == "bank_account_needed":
            self.bank.set_error(sentence(error))
            self.bank.input.setFocus()
        else:
            self._desk.context.notify(error)

    def render_view(self) -> None:
        """Show the whole value."""
        view, looking, busy = self.model.view, self.model.has_file, bool(self._work.running)
        for card, (figure, note) in zip(self.cards, view.figures, strict=False):
            card.set_figure(figure, note)
        anything = bool(view.rows) or looking
        for part in (*self.cards, self.pages, self._card):
            part.setVisible(anything)
        for field in (self.bank, self.processor):
            field.setVisible(looking)
        self._empty.setVisible(not anything)
        names = tuple(words for _key, words in view.pages)
        self.pages.set_names(names, next((n for n, (key, _w) in enumerate(view.pages) if key == view.page), 0))
        on_accounts = view.page == ACCOUNTS
        self.accounts.setVisible(on_accounts)
        self.payouts.setVisible(not on_accounts)
        (self.accounts if on_accounts else self.payouts).set_rows(view.rows, view.chosen if view.chosen >= 0 else None)
        self._said.set_text(view.said)
        self._said.setVisible(bool(view.said))
        for answer in self._answers:
            answer.setVisible(view.changed_there)
        self.banner.show_words(view.done, view.done_rest)
        self._aside.setVisible(looking)
        self._choose.setVisible(anything and not looking)
        self._ask.setVisible(on_accounts)
        self.verbs["ask"].setEnabled(self._work.connected and not busy)
        self.verbs["go on"].setText(view.verb)
        self.verbs["go on"].setEnabled(bool(view.verb) and not busy)
        self._step.setVisible(bool(view.verb))


def _usual_folders(desk: Desk) -> tuple[Path, ...]:
    """Where a browser puts what it fetched, the person's own folders, and the folder of the shop file."""
    named = (QStandardPaths.writableLocation(place) for place in _PLACES)
    places = [Path(name) for name in named if name]
    return tuple(dict.fromkeys((*places, desk.shop.store.path.parent)))


def _newest(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The CSV files in these folders, the newest first."""
    found: list[tuple[datetime, Path]] = []
    for folder in folders:
        try:
            files = [path for path in folder.iterdir() if path.suffix.lower() in (".csv", ".txt", ".tsv")]
            found += [(datetime.fromtimestamp(path.stat().st_mtime, UTC), path) for path in files if path.is_file()]
        except OSError:
            continue
    return tuple(path for _changed, path in sorted(found, reverse=True)[:_MOST_FILES])
