"""The lists page: what would come in from QuickBooks, what did, and what a person has to decide."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from retailpos.ui.day.banner import Banner
from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, take_keyboard
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.day.table import Column, Table
from retailpos.ui.exchange.lists_model import ListsModel, page_word
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, FigureCard
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.wording import _


class ListsScreen(DeskPage):
    """Renders a ListsView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("lists", back=True)
        self._desk, self._work = desk, work
        self.model = ListsModel(desk, work)
        self.verbs = Verbs(self)
        back = Verb("back", _("Back to the calendar"), "Alt+Left")
        self.verbs.add(back, lambda: desk.context.open_page("quickbooks"))
        again = Verb("read again", _("Look again"), "F5", icon="arrows-clockwise")
        self.verbs.add(again, self.model.read)
        self.verbs.add(Verb("go on", "", "Ctrl+Return"), self.model.go_on)
        self.verbs.add(Verb("connect", _("Connect QuickBooks")), lambda: desk.context.open_page("connect"))
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self.head.right.addWidget(Button().bind(self.verbs["read again"]))
        self._go_on = Button(rank="primary")
        self._go_on.bind(self.verbs["go on"])
        self.head.right.addWidget(self._go_on)
        self.set_title(_("Lists"), _("Customers, vendors and items, here and in QuickBooks."))
        self.banner = Banner("ok", "check-circle")
        self.banner_place.addWidget(self.banner)
        self._make_body()
        self.model.changed.connect(self.render_view)

    def _make_body(self) -> None:
        self.figures = tuple(FigureCard(name) for name in (_("New customers"), _("New vendors"), _("New items")))
        self.worth = FigureCard(_("New goods on hand, at cost"))
        self.pages = TabPills(name="pages of lists")
        self.pages.chosen.connect(self.model.turn_to)
        columns = (
            Column(_("What"), 110),
            Column(_("Name")),
            Column(_("Details")),
            Column(_("Price"), 110, figures=True),
            Column(_("On hand"), 130, figures=True),
        )
        self.table = Table(columns, name="lists")
        self.table.opened.connect(self._decide)
        self._card = Card(padding=(1, 4, 1, 1), gap=0)
        self._card.content.addWidget(self.table, 1)
        calm = _("Everybody and everything in QuickBooks is known here, and the other way round.")
        self._calm = EmptyState("check-circle", _("Nothing is left to do"), calm)
        connect = Button(rank="primary")
        connect.bind(self.verbs["connect"])
        text = _("Once connected, its customers, vendors and items can be brought in and kept alike on both sides.")
        self._empty = EmptyState("cloud-slash", _("QuickBooks is not connected"), text, (connect,))
        self.progress = WorkProgress(self._work)
        across = row(gap=16)
        for card in (*self.figures, self.worth):
            across.addWidget(card, 1)
        down = column(gap=12)
        down.addLayout(across)
        for part, stretch in ((self.pages, 0), (self._card, 1), (self._calm, 1), (self._empty, 1), (self.progress, 0)):
            down.addWidget(part, stretch)
        self.across.addLayout(down, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.render_view()
        take_keyboard(self.table.view)
        if not self.model.has_read:
            self.model.read()

    def render_view(self) -> None:
        """Show the whole value."""
        view, connected, read = self.model.view, self._work.connected, self.model.has_read
        for card, (figure, note) in zip(self.figures, view.figures, strict=False):
            card.set_figure(figure, note)
        self.worth.set_figure(view.worth, view.worth_note, view.worth_tone)
        for part in (*self.figures, self.worth):
            part.setVisible(read)
        names = tuple(f"{page_word(page)} {count}" for page, count in view.pages)
        chosen = next((n for n, (page, _count) in enumerate(view.pages) if page == view.page), 0)
        self.pages.set_names(names, chosen)
        self.table.set_rows(view.rows)
        self.pages.setVisible(bool(view.pages))
        self._card.setVisible(bool(view.pages))
        self._calm.setVisible(read and not view.pages)
        self._empty.setVisible(not connected)
        self.banner.show_words(view.done, view.done_rest)
        self.verbs["go on"].setText(view.verb)
        self.verbs["go on"].setEnabled(connected and not self._work.running)
        self.verbs["read again"].setEnabled(connected and not self._work.running)
        self._go_on.setVisible(read)

    def _decide(self, at: int) -> None:
        """Ask which side holds."""
        found = self.model.question(at)
        if found is None:
            return
        title, rows = found
        sheet = PickerSheet(self, title, (Column(_("Value")), Column(_("Where"), 150), Column(_("Changed"), 220)))
        sheet.search.hide()
        sheet.set_choices(rows)
        sheet.picked.connect(lambda key: self.model.answer(at, key))
        sheet.open(sheet.table.view)
