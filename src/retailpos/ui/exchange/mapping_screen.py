"""The mapping page: one row for every slot and sub-row this shop uses; a press opens the picker."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from retailpos.core.mapping import CLASS, LOCATION
from retailpos.ui.day.banner import Banner
from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, take_keyboard
from retailpos.ui.day.picker_sheet import PickerSheet
from retailpos.ui.day.table import Column
from retailpos.ui.exchange.mapping_accountant import Accountant
from retailpos.ui.exchange.mapping_choices import kind_title
from retailpos.ui.exchange.mapping_model import MappingModel
from retailpos.ui.exchange.mapping_sheets import open_differences, open_dry_list
from retailpos.ui.exchange.mapping_table import ACCOUNT, MappingTable
from retailpos.ui.exchange.mapping_view import MappingView
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.switch import Tick
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _


class MappingScreen(DeskPage):
    """Renders a MappingView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("mapping", back=True)
        self._desk, self._work = desk, work
        self._narrow, self._large = False, False
        self.model = MappingModel(desk, work)
        self.accountant = Accountant(self, desk)
        self.verbs = Verbs(self)
        self._make_verbs()
        self._make_head()
        self.banner = Banner("bad", "prohibit")
        self.warning = Banner("warn", "warning")
        self.banner_place.addWidget(self.banner)
        self.banner_place.addWidget(self.warning)
        self.banner.pressed.connect(self._go_to_missing)
        self._make_body()
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _make_verbs(self) -> None:
        model, add = self.model, self.verbs.add
        back = Verb("back", _("Back to the calendar"), "Alt+Left")
        add(back, lambda: self._desk.context.open_page("quickbooks"))
        read = Verb("read quickbooks", _("Refresh QuickBooks settings"), "F5", icon="arrows-clockwise")
        add(read, model.read_chart)
        add(Verb("save", "", "Ctrl+S", "Ctrl+Return"), self._save_or_show)
        add(Verb("make accounts", ""), self._ask_to_make)
        add(Verb("use suggestions", _("Use all suggestions"), "Alt+A"), model.use_suggestions)
        add(Verb("tick all", _("Tick all to be made"), "Alt+T"), model.tick_all)
        add(Verb(CLASS, "", "Alt+C"), lambda: self.open_marks(self._current(), CLASS))
        add(Verb(LOCATION, "", "Alt+L"), lambda: self.open_marks(self._current(), LOCATION))
        add(Verb("differing days", "", "Alt+D"), self._show_differences)
        used = add(Verb("only used", "", "Alt+U"), self._show_used)
        used.setCheckable(True)
        used.setChecked(True)
        page = Verb("accountant", _("Page for the accountant (PDF)"), "Alt+P")
        add(page, lambda: self.accountant.open(self.model.read))

    def _make_head(self) -> None:
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self._version = Chip("")
        self.head.left.addWidget(self._version)
        self._save = Button(rank="primary")
        self._save.bind(self.verbs["save"])
        self.head.right.addWidget(Button().bind(self.verbs["read quickbooks"]))
        self.head.right.addWidget(self._save)

    def _make_body(self) -> None:
        self.table = MappingTable()
        self.table.opened.connect(self.open_picker)
        self.table.asked.connect(self._open)
        self.table.chosen.connect(self._moved_to)
        self.table.ticked.connect(self.model.tick)
        card = Card(padding=(1, 4, 1, 1), gap=0)
        card.content.addWidget(self.table)
        self.progress = WorkProgress(self._work)
        down = column(gap=8)
        down.addWidget(card, 1)
        down.addWidget(self.progress)
        self._make_feet(down)
        self.across.addLayout(down, 1)

    def _make_feet(self, down: QVBoxLayout) -> None:
        """What can be done with the row in hand, and below it what holds for the whole mapping."""
        self._hint = Words("", "desk", tone="ink2")
        self._class, self._place, self._make = Button(size="desk"), Button(size="desk"), Button(size="desk")
        upper = row(gap=8)
        upper.addWidget(self._hint)
        upper.addStretch(1)
        self._all, self._tick = Button(size="desk"), Button(size="desk")
        for button, verb in (
            (self._class, CLASS),
            (self._place, LOCATION),
            (self._all, "use suggestions"),
            (self._tick, "tick all"),
            (self._make, "make accounts"),
        ):
            button.bind(self.verbs[verb])
            upper.addWidget(button)
        lower = row(gap=8)
        self._differ = Button(rank="quiet", size="desk")
        self._differ.bind(self.verbs["differing days"])
        self._used = Tick("")
        self._used.bind(self.verbs["only used"])
        lower.addWidget(self._used)
        lower.addSpacing(8)
        lower.addWidget(self._differ)
        lower.addStretch(1)
        lower.addWidget(Button(rank="quiet", size="desk").bind(self.verbs["accountant"]))
        down.addLayout(upper)
        down.addLayout(lower)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.table.view)
        if self.model.view is not None and not self.model.view.has_chart:
            self.model.read_chart()

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self._narrow, self._large = narrow, large
        self._version.setVisible(not narrow)
        if self.model.view is not None:
            self._show_columns(self.model.view)

    def _show_columns(self, view: MappingView) -> None:
        """The columns; where buttons for classes need the room of a narrow window, the hint gives way."""
        self.table.show_columns(view, narrow=self._narrow, large=self._large)
        self._hint.setVisible(not (self._narrow and self.table.kinds()))

    def open_picker(self, at: int) -> None:
        """Choose the account of a row; of the row of the whole entry, what it has instead."""
        wanted = self.model.row_at(at)
        if wanted is None:
            return
        if not wanted.slot:
            self.open_marks(at, self.table.kinds()[0])
            return
        columns = (Column(_("Account")), Column(_("Type"), 190), Column("", 230))
        sheet = PickerSheet(self, _("Where does {title} go?").format(title=wanted.title), columns)
        sheet.set_choices(self.model.choices(wanted, ""))
        sheet.searched.connect(lambda words: sheet.set_choices(self.model.choices(wanted, words)))
        sheet.picked.connect(lambda key: self.model.choose(wanted, key))
        sheet.open(sheet.search)

    def open_marks(self, at: int, kind: str) -> None:
        """Choose the class or the location of a row, where it has one."""
        wanted = self.model.row_at(at)
        if wanted is None or not self.model.can_mark(at, kind):
            return
        name = kind_title(self.model.settings, kind)
        columns = (Column(name), Column("", 190), Column("", 160))
        sheet = PickerSheet(self, _("{kind} of {title}").format(kind=name, title=wanted.title), columns)
        sheet.set_choices(self.model.choices(wanted, "", kind))
        sheet.searched.connect(lambda words: sheet.set_choices(self.model.choices(wanted, words, kind)))
        sheet.picked.connect(lambda key: self.model.choose(wanted, key, kind))
        sheet.open(sheet.search)

    def _open(self, at: int, what: str) -> None:
        if what == ACCOUNT:
            self.open_picker(at)
        else:
            self.open_marks(at, what)

    def _current(self) -> int:
        return self.table.view.currentIndex().row()

    def _moved_to(self, at: int) -> None:
        self.model.move_to(at)
        self._show_row_verbs()

    def _go_to_missing(self) -> None:
        at = self.model.first_blocking()
        if at < 0:
            return
        self.table.view.scrollTo(self.table.model.index(at))
        missing = self.model.row_at(at)
        lost = missing is not None and missing.lost_kind
        self._open(at, lost or ACCOUNT)

    def _ask_to_make(self) -> None:
        view = self.model.view
        if view is not None and view.to_make:
            names = tuple(name for name, _slot in view.to_make)
            in_use = sum(1 for account in self.model.settings.accounts if account.active)
            open_dry_list(self, names, view.make_words, in_use=in_use, make=self.model.make)

    def _save_or_show(self) -> None:
        """Save; where sent days would have been others by these choices, they are shown first."""
        view = self.model.view
        if view is not None and view.by_choice:
            shop, save = self._desk.shop, self.model.save
            open_differences(self, shop, view.by_choice, save_words=view.save_words, save=save)
        else:
            self.model.save()

    def _show_differences(self) -> None:
        if self.model.view is not None:
            open_differences(self, self._desk.shop, self.model.view.differs, save=self.model.save)

    def _further(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self.render_view)

    def _show_used(self) -> None:
        self.model.show_everything(everything=not self.verbs["only used"].isChecked())

    def _show_row_verbs(self) -> None:
        """Buttons for the class and location of the row in hand, where there are such."""
        at = self._current()
        for kind, button in ((CLASS, self._class), (LOCATION, self._place)):
            button.setVisible(kind in self.table.kinds())
            self.verbs[kind].setText(_("{kind} of this row").format(kind=kind_title(self.model.settings, kind)))
            self.verbs[kind].setEnabled(self.model.can_mark(at, kind))

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.set_title(_("What goes where"), view.signed)
        self._version.set_chip(f"{view.version} · {view.since}" if view.since else view.version)
        self.banner.show_words(view.banner, view.banner_rest, _("Go to it"))
        self.warning.show_words(*view.warning)
        self._show_columns(view)
        self.table.set_rows(view.rows, view.chosen if view.chosen >= 0 else None)
        self.verbs["save"].setText(view.save_words)
        self.verbs["save"].setEnabled(view.unsaved)
        self.verbs["make accounts"].setText(view.make_words)
        self._make.setVisible(bool(view.to_make))
        self._all.setVisible(view.suggested > 1)
        self._tick.setVisible(view.makeable > 1 and not view.to_make and view.suggested <= 1)
        self.verbs["only used"].setText(view.used_words)
        self.verbs["differing days"].setText(view.differ_words)
        hint = _("Press a row to choose. Tick one to make its account now.")
        self._hint.set_text(hint if view.has_chart else _("Connect QuickBooks to choose from its own accounts."))
        self._show_row_verbs()
