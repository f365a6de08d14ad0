"""The company behind a connection: what it says of itself, and, once it is the shop's, how days go there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from retailpos.ui.exchange.connect_model import COMPANY, CONNECTED, ConnectView
from retailpos.ui.exchange.connect_words import Fact
from retailpos.ui.exchange.wizard_step import Notice, Said
from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.switch import Switch
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_FACTS = 8


class FactRow(QWidget):
    """One thing the company says of itself, with a check where it suits."""

    def __init__(self) -> None:
        super().__init__()
        self._fact = Fact("", "")
        self.setFixedHeight(46)

    def show_fact(self, fact: Fact) -> None:
        """Show this."""
        self._fact = fact
        self.setAccessibleName(f"{fact.name}: {fact.text}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            area = self.rect()
            painting.tick_line(painter, QPointF(area.left(), 0.5), QPointF(area.right() + 1, 0.5), theme.line)
            wide = 150 if area.width() > 380 else 130
            painting.words(painter, QRect(20, 0, wide, area.height()), self._fact.name, font("desk"), theme.ink2)
            place = QRect(20 + wide, 0, area.width() - wide - 64, area.height())
            painting.words(painter, place, self._fact.text, font("body strong"), theme.ink)
            face = {True: ("check", theme.ok), False: ("warning", theme.bad), None: ("circle-dashed", theme.ink2)}
            icon, ink = face[self._fact.suits]
            if self._fact.name:
                draw_icon(painter, icon, QPoint(area.right() - 36, area.center().y() - 8), 18, ink)


class CompanyPage(QWidget):
    """Renders the company of a ConnectView."""

    again = Signal()
    disconnect_asked = Signal()
    set_up = Signal()
    by_itself = Signal(bool)
    guarded = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        down = column(self, gap=12)
        self.title, self.second = Words("", "title"), Words("", "body", tone="ink2", wrap=True)
        self.trouble = Notice("bad", "warning", name="connect trouble")
        self.warning = Notice("bad", "warning", name="company warning")
        self.ended = Notice("warn", "warning", name="company ended")
        self.ends_soon = Notice("warn", "clock", name="connection ends soon")
        self.ends = Said("clock", "")
        for part in (self.title, self.second, self.trouble, self._card(), self.warning, self.ended, self.ends_soon):
            down.addWidget(part)
        down.addWidget(self.ends)
        self._make_switches()
        down.addWidget(self._home)
        down.addStretch(1)

    def _card(self) -> Card:
        card = Card(padding=(1, 16, 1, 1), gap=12)
        head = row(margin=(20, 0, 20, 4), gap=16)
        words = column()
        self._company, self._plan = Words("", "title"), Words("", "desk", tone="ink2")
        self._state = Chip(_("Connected"), "ok", icon="cloud-check", tall=True)
        words.addWidget(self._company)
        words.addWidget(self._plan)
        head.addWidget(Disc("storefront", "ok", size=48))
        head.addLayout(words, 1)
        head.addWidget(self._state)
        card.content.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(0)
        self.rows = tuple(FactRow() for _n in range(_FACTS))
        for n, fact in enumerate(self.rows):
            grid.addWidget(fact, n // 2, n % 2)
        card.content.addLayout(grid)
        return card

    def _make_switches(self) -> None:
        home = self._home = QWidget()
        inside = column(home, gap=4)
        every = _("Otherwise days wait until somebody sends them.")
        look = _("A day is held back when entries of that date touch the same income accounts.")
        self._by_itself = Switch(_("Send a day by itself once it is closed"), every, name="send by itself")
        self._guarded = Switch(_("Look for days entered by hand"), look, name="look for days by hand")
        self._by_itself.clicked.connect(self.by_itself)
        self._guarded.clicked.connect(self.guarded)
        across = row(margin=(0, 8, 0, 0), gap=8)
        self._buttons = (
            (Button(_("Sign in again"), size="slim", icon="arrow-clockwise", name="sign in again"), self.again),
            (Button(_("How days are sent"), size="slim", icon="sliders", name="set up again"), self.set_up),
            (Button(_("Disconnect"), rank="danger", size="slim", name="disconnect"), self.disconnect_asked),
        )
        for button, told in self._buttons:
            button.clicked.connect(told)
            across.addWidget(button)
        across.addStretch(1)
        inside.addWidget(self._by_itself)
        inside.addWidget(self._guarded)
        inside.addLayout(across)

    def render_view(self, view: ConnectView) -> None:
        """Show the whole value."""
        if view.step not in (COMPANY, CONNECTED):
            return
        asked = view.step == COMPANY
        self.title.set_text(_("Is this your company?") if asked else _("QuickBooks is connected"))
        read = _("Read just now from QuickBooks. Nothing has been changed there.")
        self.second.set_text(read if view.company else _("Asking QuickBooks what company this is …"))
        self._company.set_text(view.company or "…")
        self._plan.set_text(view.plan)
        lost = bool(view.trouble[0])
        self._state.set_chip(
            *((_("No answer"), "warn", "cloud-slash") if lost else (_("Connected"), "ok", "cloud-check"))
        )
        for n, fact_row in enumerate(self.rows):
            fact_row.show_fact(view.facts[n] if n < len(view.facts) else Fact("", ""))
        self.trouble.say(*view.trouble)
        self.warning.say(*view.warning)
        self.ended.say(*view.ended)
        self.ends_soon.say(view.ends if view.ends_soon else "")
        self.ends.set_text("" if view.ends_soon else view.ends)
        self._by_itself.setChecked(view.by_itself)
        self._guarded.setChecked(view.guarded)
        self._home.setVisible(not asked)
