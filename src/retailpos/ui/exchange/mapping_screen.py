"""The mapping page: one row for every slot and sub-row this shop uses; a press opens the picker."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from retailpos.actions.mapping import MapRow
from retailpos.ui.day.banner import Banner
from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, take_keyboard
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.mapping_model import MappingModel
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _


class MappingScreen(DeskPage):
    """Renders a MappingView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("mapping", back=True)
        self._desk, self._work = desk, work
        self.model = MappingModel(desk, work)
        self.verbs = Verbs(self)
        self._make_verbs()
        self._make_head()
        self.banner = Banner("bad", "prohibit")
        self.banner_place.addWidget(self.banner)
        self.banner.pressed.connect(self._go_to_missing)
        self._make_body()
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _make_verbs(self) -> None:
        model = self.model
        back = Verb("back", _("Back to the calendar"), "Alt+Left")
        self.verbs.add(back, lambda: self._desk.context.open_page("quickbooks"))
        read = Verb("read quickbooks", _("Refresh QuickBooks settings"), "F5", icon="arrows-clockwise")
        self.verbs.add(read, model.read_chart)
        self.verbs.add(Verb("save", "", "Ctrl+S", "Ctrl+Return"), model.save)
        self.verbs.add(Verb("make accounts", ""), self._ask_to_make)

    def _make_head(self) -> None:
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self._version = Chip("")
        self.head.left.addWidget(self._version)
        self._save = Button(rank="primary")
        self._save.bind(self.verbs["save"])
        self.head.right.addWidget(Button().bind(self.verbs["read quickbooks"]))
        self.head.right.addWidget(self._save)

    def _make_body(self) -> None:
        self.table = Table(_columns(), name="mapping rows")
        self.table.opened.connect(self.open_picker)
        self.table.chosen.connect(self.model.move_to)
        self.table.ticked.connect(self.model.tick)
        card = Card(padding=(1, 4, 1, 1), gap=0)
        card.content.addWidget(self.table)
        self.progress = WorkProgress(self._work)
        self._make = Button(size="desk")
        self._make.bind(self.verbs["make accounts"])
        self._hint = Words("", "desk", tone="ink2")
        foot = row(gap=16)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._make)
        down = column(gap=12)
        down.addWidget(card, 1)
        down.addWidget(self.progress)
        down.addLayout(foot)
        self.across.addLayout(down, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.table.view)
        if self.model.view is not None and not self.model.view.has_chart:
            self.model.read_chart()

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.table.set_columns(_columns(account=290, why=190) if narrow else _columns())
        self._version.setVisible(not narrow)

    def open_picker(self, at: int) -> None:
        """Choose the account of a row."""
        wanted = self.model.row_at(at)
        if wanted is None:
            return
        columns = (Column(_("Account")), Column(_("Type"), 190), Column("", 230))
        sheet = PickerSheet(self, _("Where does {title} go?").format(title=wanted.title), columns)
        sheet.set_choices(self.model.choices(wanted, ""))
        sheet.searched.connect(lambda words: sheet.set_choices(self.model.choices(wanted, words)))
        sheet.picked.connect(lambda key: self._picked(wanted, key))
        sheet.open(sheet.search)

    def _picked(self, wanted: MapRow, key: str) -> None:
        self.model.choose(wanted, key)

    def _go_to_missing(self) -> None:
        at = self.model.first_blocking()
        if at >= 0:
            self.table.view.scrollTo(self.table.model.index(at))
            self.open_picker(at)

    def _ask_to_make(self) -> None:
        """The list of what would be made, before anything is."""
        view = self.model.view
        if view is None or not view.to_make:
            return
        sheet = Sheet(self.window(), width=480, name="accounts to make")
        table = Table((Column(_("Account")),), row_height=36, name="accounts to make")
        table.set_rows(tuple(Row((Cell(name),)) for name, _slot in view.to_make))
        make = Button(_("Make them"), rank="primary")
        make.clicked.connect(sheet.close_sheet)
        make.clicked.connect(self.model.make)
        table.setMinimumHeight(320)
        sheet.content.addWidget(table, 1)
        sheet.set_head(view.make_words, _("Nothing else is changed there."))
        sheet.add_buttons(make)
        sheet.open()

    def _further(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self.render_view)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.set_title(_("What goes where"))
        self._version.set_chip(view.version)
        self.banner.show_words(view.banner, view.banner_rest, _("Choose one"))
        self.table.set_rows(view.rows, view.chosen if view.chosen >= 0 else None)
        self.verbs["save"].setText(view.save_words)
        self.verbs["save"].setEnabled(view.unsaved)
        self.verbs["make accounts"].setText(view.make_words)
        self._make.setVisible(bool(view.to_make))
        hint = _("Press a row to choose its account. Tick a row to make its account in QuickBooks now.")
        self._hint.set_text(hint if view.has_chart else _("Connect QuickBooks to choose from its own accounts."))


def _columns(account: int = 350, why: int = 272) -> tuple[Column, ...]:
    return (
        Column("", 44, tick=True),
        Column(_("In the shop")),
        Column(_("Lately"), 110, figures=True),
        Column(_("Account in QuickBooks"), account, picker=True),
        Column(_("Why"), why),
    )
