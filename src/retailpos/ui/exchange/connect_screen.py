"""The set-up of QuickBooks: its steps at the left, the page of the step at the right, its blue button at the foot."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import scrolled
from retailpos.ui.exchange.connect_company import CompanyPage
from retailpos.ui.exchange.connect_keys import KeysPage
from retailpos.ui.exchange.connect_model import (
    ACCOUNTS,
    BOOKING,
    COMPANY,
    CONNECTED,
    FIRST_DAY,
    KEYS,
    LOCKED,
    PASTE,
    SET_UP,
    WAITING,
    WEEK,
    ConnectModel,
    ConnectView,
)
from retailpos.ui.exchange.connect_steps import Steps
from retailpos.ui.exchange.wizard_accounts import AccountsPage
from retailpos.ui.exchange.wizard_booking import BookingPage
from retailpos.ui.exchange.wizard_first_day import FirstDayPage
from retailpos.ui.exchange.wizard_step import WizardStep
from retailpos.ui.exchange.wizard_week import WeekPage
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import Ground, Rule, column, row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _

_STEPS, _STEPS_NARROW = 304, 220
_MOST = 936
_AT = {
    KEYS: 0,
    WAITING: 0,
    PASTE: 0,
    LOCKED: 0,
    COMPANY: 1,
    BOOKING: 2,
    ACCOUNTS: 3,
    WEEK: 4,
    FIRST_DAY: 5,
    CONNECTED: 6,
}


class ConnectScreen(Ground):
    """Renders a ConnectView, and the pages that follow it."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("ground")
        self.setObjectName("page connect")
        self._desk, self._work, self._shown = desk, work, ""
        self.model = ConnectModel(desk, work)
        self.verbs = Verbs(self)
        self.verbs.add(Verb("later", "", "Alt+Left"), self._go_back)
        self.verbs.add(Verb("go on", "", "Ctrl+Return"), self._go_on)
        self.verbs.add(Verb("second", ""), self._second)
        self._make_pages()
        across = row(self)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _make_pages(self) -> None:
        model, desk, work = self.model, self._desk, self._work
        self.keys, self.company = KeysPage(), CompanyPage()
        self.keys.chosen.connect(model.choose_place)
        self.keys.entered.connect(self._go_on)
        self.company.again.connect(model.sign_in_again)
        self.company.set_up.connect(model.set_up_again)
        self.company.disconnect_asked.connect(self._ask_to_disconnect)
        self.company.by_itself.connect(model.set_by_itself)
        self.company.guarded.connect(model.set_guarded)
        self.set_up: dict[str, WizardStep] = {
            BOOKING: BookingPage(desk, lambda: model.company),
            ACCOUNTS: AccountsPage(desk, work),
            WEEK: WeekPage(desk),
            FIRST_DAY: FirstDayPage(desk, work),
        }
        for step, page in self.set_up.items():
            page.changed.connect(self._say_foot)
            page.finished.connect(lambda at=step: self._after(at))

    def _left(self) -> QWidget:
        left = self._side = QWidget()
        left.setFixedWidth(_STEPS)
        down = self._side_down = column(left, margin=(32, 40, 24, 32), gap=28)
        names = (_("Connect"), _("Your company"), _("How it is booked"), _("What goes where"))
        self.steps = Steps((*names, _("Last seven days"), _("Send one day")))
        self.steps.chosen.connect(self._step_pressed)
        head = column(gap=0)
        head.addWidget(Words(self._desk.shop.facts.name, "body strong"))
        head.addWidget(Words(_("with QuickBooks"), "desk", tone="ink2"))
        down.addLayout(head)
        down.addWidget(self.steps)
        down.addStretch(1)
        stop = _("About five minutes.\nYou can stop at any page and come back.")
        down.addWidget(Words(stop, "desk", tone="ink2", wrap=True))
        return left

    def _right(self) -> QWidget:
        right = Rule("left", "surface")
        down = column(right)
        self.pages = QStackedWidget()
        self._places: dict[str, int] = {}
        for name, page in (("keys", self.keys), ("company", self.company), *self.set_up.items()):
            self._places[name] = self.pages.addWidget(scrolled(page))
        self.pages.setMaximumWidth(_MOST)
        inside = self._inside = row(margin=(64, 40, 64, 8))
        inside.addWidget(self.pages, 1000)
        inside.addStretch(1)
        foot = Rule("above")
        foot.setFixedHeight(96)
        across = self._foot = row(foot, margin=(64, 0, 64, 0), gap=16)
        self._back, self._other, self._on = Button(), Button(), Button(rank="primary", size="big")
        self._back.bind(self.verbs["later"])
        self._other.bind(self.verbs["second"])
        self._on.bind(self.verbs["go on"])
        self.progress = WorkProgress(self._work)
        across.addWidget(self._back)
        across.addWidget(self._other)
        across.addWidget(self.progress, 1)
        across.addStretch(0)
        across.addWidget(self._on)
        down.addLayout(inside, 1)
        down.addWidget(foot)
        return right

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self._side.setFixedWidth(_STEPS_NARROW if narrow else _STEPS)
        self._side_down.setContentsMargins(20 if narrow else 32, 40, 12, 32)
        side = 32 if narrow else 64
        self._inside.setContentsMargins(side, 24 if narrow else 40, side, 8)
        self._foot.setContentsMargins(side, 0, side, 0)
        self.verbs["go on"].setProperty("key_name", "" if narrow else "Ctrl+Return")
        self.verbs["later"].setProperty("key_name", "" if narrow else "Alt+Left")
        self.render_view()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        page = self.set_up.get(self.model.view.step if self.model.view else "")
        if page is not None:
            page.begin()

    # What is pressed

    @property
    def busy(self) -> bool:
        """True while QuickBooks or the browser is waited for."""
        return bool(self._work.running)

    @property
    def _page(self) -> WizardStep | None:
        view = self.model.view
        return self.set_up.get(view.step) if view is not None else None

    def _go_on(self) -> None:
        view, page = self.model.view, self._page
        if view is None or not self.verbs["go on"].isEnabled():
            return
        if page is not None:
            page.go_on()
        elif view.step == KEYS:
            self.model.connect_with(self.keys.typed(), self.keys.passphrase.text())
        elif view.step == PASTE:
            self.model.paste(self.keys.pasted.text())
        elif view.step == LOCKED:
            self.model.unlock(self.keys.unlocking.text())
        elif view.step == COMPANY:
            self.model.confirm()
        elif view.step == CONNECTED and view.trouble[0]:
            self.model.sign_in_again()
        else:
            self._desk.context.open_page("quickbooks")

    def _go_back(self) -> None:
        view = self.model.view
        if view is not None and view.step in SET_UP[1:]:
            self.model.go_to(SET_UP[SET_UP.index(view.step) - 1])
        elif view is not None and view.step == WAITING:
            self.model.back_home()
        else:
            if view is not None and view.step in (KEYS, PASTE, LOCKED):
                # Another company was only thought of: the one that is connected stays.
                self.model.back_home()
            self._desk.context.open_page("quickbooks")

    def _second(self) -> None:
        view, page = self.model.view, self._page
        if page is not None:
            page.other()
        elif view is not None and view.step == PASTE:
            self.model.open_again()
        else:
            self.model.begin_again()

    def _step_pressed(self, at: int) -> None:
        """A step that is done: back to it. The company is looked at, the connection is not begun anew."""
        view = self.model.view
        if view is not None and view.step in (CONNECTED, *SET_UP):
            self.model.go_to(SET_UP[at - 2] if at >= 2 else CONNECTED)

    def _after(self, step: str) -> None:
        at = SET_UP.index(step) + 1
        nothing = step == WEEK and not self._sends()
        if at == len(SET_UP) or nothing:
            self.model.go_to(CONNECTED)
            self._desk.context.open_page("quickbooks")
        else:
            self.model.go_to(SET_UP[at])

    def _sends(self) -> bool:
        page = self.set_up[WEEK]
        assert isinstance(page, WeekPage)
        return page.model.view is not None and bool(page.model.view.sends)

    def _ask_to_disconnect(self) -> None:
        """It can't be undone by one press, so it is asked once."""
        sheet = Sheet(self.window(), width=480, name="disconnect")
        company = self.model.view.company if self.model.view else ""
        sheet.set_head(_("Disconnect {company}?").format(company=company), "")
        stays = _(
            "QuickBooks takes the permission back. Days wait here; the mapping and what was sent stay as they are."
        )
        sheet.content.addWidget(Words(stays, "body", wrap=True))
        end = Button(_("Disconnect"), rank="danger", name="disconnect now")
        end.clicked.connect(sheet.close_sheet)
        end.clicked.connect(self.model.end_connection)
        sheet.add_buttons(end)
        sheet.open()

    # What is shown

    def _further(self) -> None:
        self._say_foot()
        page = self._page
        if page is not None and not self._work.running and self.isVisible() and page is self.set_up[FIRST_DAY]:
            page.begin()

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.steps.set_step(_AT[view.step])
        name = view.step if view.step in self.set_up else "company" if view.step in (COMPANY, CONNECTED) else "keys"
        self.pages.setCurrentIndex(self._places[name])
        self.keys.render_view(view)
        self.company.render_view(view)
        if view.step != self._shown:
            self._shown = view.step
            page = self.set_up.get(view.step)
            if page is not None:
                page.begin()
        self._say_foot()

    def _say_foot(self) -> None:
        view, page = self.model.view, self._page
        if view is None:
            return
        words = page.on_words() if page is not None else _on_words(view)
        other = page.other_words() if page is not None else _other_words(view)
        self.verbs["go on"].setText(words)
        self.verbs["go on"].setProperty("icon_name", "arrow-square-out" if view.step == KEYS else "")
        self.verbs["second"].setText(other)
        self._other.setVisible(bool(other))
        back = _("Back") if view.step in SET_UP[1:] else _("Cancel") if view.step == WAITING else _("Later")
        self.verbs["later"].setText(_("Back to the calendar") if view.step == CONNECTED else back)
        self._back.setVisible(view.step not in (CONNECTED, COMPANY))
        ready = page.on_ready() if page is not None else view.step != WAITING and not view.warning[0]
        self.verbs["go on"].setEnabled(ready and not self._work.running)


def _on_words(view: ConnectView) -> str:
    return {
        KEYS: _("Open QuickBooks in the browser"),
        WAITING: _("Waiting for the browser …"),
        PASTE: _("Use this address"),
        LOCKED: _("Unlock"),
        COMPANY: _("Yes, this is it"),
        CONNECTED: _("Sign in again") if view.trouble[0] else _("To the calendar"),
    }[view.step]


def _other_words(view: ConnectView) -> str:
    return {
        PASTE: _("Open the browser again"),
        LOCKED: _("Connect anew"),
        COMPANY: _("Not this one"),
        CONNECTED: _("Connect another company"),
    }.get(view.step, "")
