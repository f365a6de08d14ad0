"""One day is sent and seen on both sides; then it is decided who sends the days to come."""

from __future__ import annotations

import threading
import webbrowser
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from retailpos.actions import first_days
from retailpos.actions.books import day_state
from retailpos.actions.connection import auto_send, set_auto_send
from retailpos.actions.exchange import send_day
from retailpos.actions.first_days import Proved
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import PosError
from retailpos.core.outbox import VERIFIED
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, long_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.wizard_step import Notice, WizardStep
from retailpos.ui.exchange.words import Telling, tell
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.notices import words_of
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _, plural

_MOST = 7


@dataclass(frozen=True, slots=True)
class FirstDayView:
    """The whole page as it is shown. `telling` says why a day stopped, `trouble` why nothing could be tried."""

    dates: tuple[str, ...]
    date: str
    verified: bool
    lines: int
    rows: tuple[Row, ...]
    address: str
    telling: Telling | None
    trouble: tuple[str, str]
    by_itself: bool
    sending: bool


class FirstDayModel(QObject):
    """Verbs of the page."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._dates: tuple[str, ...] = ()
        self._date, self._sent = "", False
        self._proof: tuple[Proved, ...] = ()
        self._trouble: tuple[str, str] = ("", "")
        self.view: FirstDayView | None = None

    def read(self) -> None:
        """Which days could be the first; one that was sent here stays in view."""
        if not self._sent:
            found = first_days.last_days(self._desk.shop, 31)
            self._dates = tuple(day.date for day in found if day.sends)[:_MOST]
            self._date = self._date if self._date in self._dates else self._dates[0] if self._dates else ""
        self._show()

    def choose(self, at: int) -> None:
        """Another day."""
        self._date = self._dates[at]
        self._show()

    def send(self) -> None:
        """Send the day, then read it back once more to show both sides."""
        date = self._date
        self._trouble = ("", "")

        def work(shop: OpenShop) -> tuple[Proved, ...]:
            send_day(shop, date)
            return first_days.proof(shop, date) if day_state(shop, date) == VERIFIED else ()

        sending = _("Sending {day} …").format(day=long_date(date))
        link = self._desk.shop.exchange
        if link is not None:
            self._work.ask_with(link, sending, work, after=self._came, failed=self._failed)
            self._show()

    def begin_anew(self) -> None:
        """Choose a day once more."""
        self._sent, self._proof = False, ()
        self.read()

    def next_step(self) -> None:
        """Do what the day's words offer."""
        telling = self.view.telling if self.view else None
        if telling is None:
            return
        if telling.verb == "send":
            self.send()
            return
        self._desk.date = self._date
        self._desk.go_on(telling.verb)

    def set_by_itself(self, at: int) -> None:
        """Who sends the days to come."""
        self._desk.do(lambda: set_auto_send(self._desk.till, on=at == 1))
        self._show()

    def _came(self, proof: tuple[Proved, ...]) -> None:
        self._sent, self._proof = True, proof
        self._show()

    def _failed(self, error: PosError) -> None:
        told = words_of(error)
        self._trouble = (told.bold, told.rest)
        self._show()

    def _show(self) -> None:
        shop, date = self._desk.shop, self._date
        state = day_state(shop, date) if date else ""
        verified = self._sent and state == VERIFIED
        self.view = FirstDayView(
            self._dates,
            date,
            verified,
            len(self._proof),
            tuple(self._row(one) for one in self._proof),
            first_days.address_there(shop, date) if verified else "",
            tell(shop, date, state) if self._sent and not verified else None,
            self._trouble,
            auto_send(shop),
            bool(self._work.running),
        )
        self.changed.emit()

    def _row(self, one: Proved) -> Row:
        shop, same = self._desk.shop, one.sent == one.there
        check = Cell("", "ok", icon="check") if same else Cell("", "bad", icon="warning")
        cells = (Cell(one.name), Cell(_side(shop, one.sent)), Cell(_side(shop, one.there)), check)
        return Row(cells, ground="" if same else "bad")


def _side(shop: OpenShop, cents: int) -> str:
    return _("{amount} Cr").format(amount=amount(shop, -cents)) if cents < 0 else amount(shop, cents)


class FirstDayPage(WizardStep):
    """Renders a FirstDayView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("wizard first day", _("Send one day"))
        self.model = FirstDayModel(desk, work)
        self.model.changed.connect(self.render_view)
        self.title.hide()
        self.second.hide()
        head = row(gap=16)
        self._disc = Disc("paper-plane-tilt", "accent", size=56, round_=True)
        words = column(gap=0)
        self.headline, self.text = Words("", "title"), Words("", "body", tone="ink2", wrap=True)
        words.addWidget(self.headline)
        words.addWidget(self.text)
        head.addWidget(self._disc)
        head.addLayout(words, 1)
        self.trouble = Notice("bad", "warning", name="first day trouble")
        self.said = Notice("plain", "quotes", name="what quickbooks said")
        self.down.addLayout(head)
        self.down.addWidget(self.trouble)
        self.down.addWidget(self.said)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choosing())
        self._pages.addWidget(self._stopped())
        self._pages.addWidget(self._proved())
        self.down.addWidget(self._pages, 1)

    def _choosing(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=12)
        self.days = TabPills(bordered=True, name="day to send")
        self.days.chosen.connect(self.model.choose)
        down.addWidget(Words(_("Which day?"), "heading"))
        down.addWidget(self.days)
        once = _("It is sent once and read back at once. Should the line break meanwhile, it is looked up first.")
        down.addWidget(Words(once, "desk", tone="ink2", wrap=True))
        down.addStretch(1)
        return page

    def _stopped(self) -> QWidget:
        page = QWidget()
        across = row(page, gap=12)
        self._step = Button("", rank="outlined", name="first day step")
        self._step.clicked.connect(self.model.next_step)
        another = Button(_("Another day"), name="another day")
        another.clicked.connect(self.model.begin_anew)
        side = column()
        line = row(gap=12)
        line.addWidget(self._step)
        line.addWidget(another)
        line.addStretch(1)
        side.addLayout(line)
        side.addStretch(1)
        across.addLayout(side, 1)
        return page

    def _proved(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=12)
        self.table = Table(
            (
                Column(_("Account")),
                Column(_("We sent"), 150, figures=True),
                Column(_("QuickBooks has"), 160, figures=True),
                Column("", 56),
            ),
            row_height=36,
            name="sent and there",
        )
        self.table.setMinimumHeight(200)
        card = Card(padding=(1, 4, 1, 1), gap=0)
        card.content.addWidget(self.table)
        down.addWidget(card, 1)
        down.addWidget(self._from_now_on())
        line = row(gap=12)
        self.verbs = Verbs(self)
        look = Verb("look in quickbooks", _("Look at it in QuickBooks"), "Ctrl+O", icon="arrow-square-out")
        self.verbs.add(look, self._look)
        self.look = Button(rank="quiet", size="slim")
        self.look.bind(self.verbs["look in quickbooks"])
        line.addWidget(self.look)
        line.addStretch(1)
        down.addLayout(line)
        return page

    def _from_now_on(self) -> Card:
        card = Card(padding=(20, 10, 20, 10), gap=0)
        across = row(gap=16)
        words = column()
        words.addWidget(Words(_("From now on"), "body strong"))
        words.addWidget(Words(_("It can be changed later."), "desk", tone="ink2"))
        self._who = TabPills(bordered=True, name="who sends")
        self._who.setMinimumWidth(490)
        self._who.chosen.connect(self.model.set_by_itself)
        across.addLayout(words, 1)
        across.addWidget(self._who)
        card.content.addLayout(across)
        return card

    def _look(self) -> None:
        view = self.model.view
        if view is not None and view.address:
            threading.Thread(target=webbrowser.open, args=(view.address,), daemon=True).start()

    def begin(self) -> None:
        self.model.read()

    def on_words(self) -> str:
        view = self.model.view
        if view is None or view.verified or view.telling is not None or not view.date:
            return _("Finish")
        return _("Send {day}").format(day=long_date(view.date))

    def on_ready(self) -> bool:
        return self.model.view is not None and not self.model.view.sending

    def go_on(self) -> None:
        view = self.model.view
        if view is None or view.verified or view.telling is not None or not view.date:
            self.finished.emit()
        else:
            self.model.send()

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self._disc.set_picture(*_disc(view))
        headline, text = _words(view)
        self.headline.set_text(headline)
        self.text.set_text(text)
        self.trouble.say(*view.trouble)
        said = view.telling.said if view.telling else ""
        self.said.say(_("What QuickBooks said") if said else "", said)
        self._pages.setCurrentIndex(2 if view.verified else 1 if view.telling is not None else 0)
        self.days.set_names(tuple(long_date(date) for date in view.dates), _at(view))
        self._step.set_text(view.telling.verb_words if view.telling else "")
        self._step.setVisible(bool(view.telling and view.telling.verb_words))
        self.table.set_rows(view.rows)
        self._who.set_names((_("I send each day myself"), _("Send when the day closes")), int(view.by_itself))
        self.look.setVisible(bool(view.address))
        self.changed.emit()


def _at(view: FirstDayView) -> int:
    return view.dates.index(view.date) if view.date in view.dates else -1


def _disc(view: FirstDayView) -> tuple[str, str]:
    if view.verified:
        return "checks", "ok"
    return (view.telling.face.icon, view.telling.face.tone) if view.telling else ("paper-plane-tilt", "accent")


def _words(view: FirstDayView) -> tuple[str, str]:
    if view.verified:
        all_match = plural("1 line matches.", "All {n} lines match.", view.lines).format(n=view.lines)
        there = _("{day} is in QuickBooks.").format(day=long_date(view.date))
        return _("Sent, read back, and equal"), f"{there} {all_match}"
    if view.telling is not None:
        return view.telling.headline, view.telling.text
    if not view.date:
        return _("No day can be sent yet"), _("Close a day, and the calendar offers it.")
    return _("Send one day"), _("The others wait until you have seen this one in QuickBooks.")
