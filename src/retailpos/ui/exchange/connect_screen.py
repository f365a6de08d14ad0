"""The connect page: two steps at the left, the page of the step at the right, its blue button at the foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from retailpos.actions.connecting import Keys
from retailpos.ui.day.context import Desk
from retailpos.ui.exchange.connect_model import COMPANY, CONNECTED, KEYS, WAITING, ConnectModel, ConnectView, Fact
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.exchange.work_progress import WorkProgress
from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import Ground, Rule, column, row
from retailpos.ui.parts.switch import Switch
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_STEPS, _STEPS_NARROW = 304, 240
_MOST = 900


class Steps(QWidget):
    """The steps of the page: done ones with a check, the present one filled."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names, self._at = names, 0
        self.setFixedHeight(52 * len(names))

    def set_step(self, at: int) -> None:
        """Where we are; one past the last means all done."""
        self._at = at
        now = self._names[min(at, len(self._names) - 1)]
        self.setAccessibleName(now)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        for n, name in enumerate(self._names):
            disc = QRect(0, n * 52, 32, 32)
            done, here = n < self._at, n == self._at
            fill = theme.ok_soft if done else theme.accent if here else theme.ground
            border = None if here else theme.ok if done and theme.strong else None if done else theme.edge
            painting.box(painter, disc, radius=16, fill=fill, border=border, width=theme.border)
            if done:
                draw_icon(painter, "check", QPoint(disc.left() + 8, disc.top() + 8), 16, theme.ok)
            else:
                ink = theme.on_accent if here else theme.ink2
                painting.words(painter, disc, str(n + 1), font("body strong"), ink, align=painting.CENTRE)
            place = QRect(44, disc.top(), self.width() - 44, 32)
            face = font("body strong" if here else "body")
            painting.words(painter, place, name, face, theme.ink if here else theme.ink2)
        painter.end()


class _FactRow(QWidget):
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
        painter = QPainter(self)
        painting.start(painter)
        area = self.rect()
        wide = 150 if area.width() > 340 else 120
        painting.words(painter, QRect(20, 0, wide, area.height()), self._fact.name, font("desk"), theme.ink2)
        place = QRect(20 + wide, 0, area.width() - wide - 70, area.height())
        painting.words(painter, place, self._fact.text, font("body strong"), theme.ink)
        face = {True: ("check", theme.ok), False: ("warning", theme.bad), None: ("circle-dashed", theme.ink2)}
        icon, ink = face[self._fact.suits]
        draw_icon(painter, icon, QPoint(area.right() - 36, area.center().y() - 8), 18, ink)
        painter.end()


class ConnectScreen(Ground):
    """Renders a ConnectView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("ground")
        self.setObjectName("page connect")
        self._desk, self._work = desk, work
        self.model = ConnectModel(desk, work)
        self.verbs = Verbs(self)
        self.verbs.add(Verb("later", _("Later"), "Alt+Left"), lambda: desk.context.open_page("quickbooks"))
        self.verbs.add(Verb("go on", "", "Ctrl+Return"), self._go_on)
        self.verbs.add(Verb("not this one", _("Not this one")), self.model.begin_again)
        across = row(self)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _left(self) -> QWidget:
        left = self._side = QWidget()
        left.setFixedWidth(_STEPS)
        down = column(left, margin=(32, 48, 24, 32), gap=24)
        self._steps = Steps((_("Connect"), _("Your company"), _("What goes where")))
        down.addWidget(Words(_("QuickBooks"), "heading"))
        down.addWidget(self._steps)
        down.addStretch(1)
        down.addWidget(Words(_("You can stop at any page and come back."), "desk", tone="ink2", wrap=True))
        return left

    def _right(self) -> QWidget:
        right = Rule("left", "surface")
        down = column(right)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._keys_page())
        self._pages.addWidget(self._company_page())
        inside = self._inside = row(margin=(64, 40, 64, 16))
        self._pages.setMaximumWidth(_MOST)
        inside.addWidget(self._pages, 1000)
        inside.addStretch(1)
        foot = Rule("above")
        foot.setFixedHeight(96)
        across = self._foot = row(foot, margin=(64, 0, 64, 0), gap=16)
        self._back, self._other, self._on = Button(), Button(), Button(rank="primary", size="big")
        self._back.bind(self.verbs["later"])
        self._other.bind(self.verbs["not this one"])
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

    def _keys_page(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=8)
        text = _("Your browser opens QuickBooks. You sign in there, choose the company, and come back here.")
        never = _("Your QuickBooks password is never seen here. The keys are kept in a safe place of this computer.")
        self._places = TabPills(bordered=True, name="where quickbooks is")
        self._places.chosen.connect(self.model.choose_place)
        self._base, self._discovery = Field(_("Address")), Field(_("Discovery address"))
        self._id, self._secret = Field(_("Client ID")), Field(_("Client secret"), secret=True)
        hint = _("As it stands in the app's settings at Intuit.")
        self._redirect = Field(_("Return address"), hint=hint)
        self._passphrase = Field(_("Passphrase"), hint=_("At least 8 characters. It locks the keys."), secret=True)
        for part in (Words(_("Connect QuickBooks"), "title"), Words(text, "body", tone="ink2", wrap=True)):
            down.addWidget(part)
        down.addWidget(self._places)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        fields = (self._base, self._discovery, self._id, self._secret, self._redirect, self._passphrase)
        for n, field in enumerate(fields):
            grid.addWidget(field, n // 2, n % 2)
        down.addLayout(grid)
        self._trouble = Words("", "body strong", tone="bad", wrap=True)
        down.addWidget(self._trouble)
        down.addWidget(Words(never, "desk", tone="ink2", wrap=True))
        down.addStretch(1)
        return page

    def _company_page(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=12)
        self._question, self._read = Words("", "title"), Words("", "body", tone="ink2", wrap=True)
        card = Card(padding=(1, 16, 1, 1), gap=8)
        head = row(margin=(20, 0, 20, 8), gap=16)
        words = column()
        self._company, self._plan = Words("", "title"), Words("", "desk", tone="ink2", wrap=True)
        self._state = Chip(_("Connected"), "ok", icon="cloud-check", tall=True)
        words.addWidget(self._company)
        words.addWidget(self._plan)
        head.addWidget(Disc("storefront", "ok"))
        head.addLayout(words, 1)
        head.addWidget(self._state)
        card.content.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(0)
        self._rows = tuple(_FactRow() for _n in range(6))
        for n, fact in enumerate(self._rows):
            grid.addWidget(fact, n // 2, n % 2)
        card.content.addLayout(grid)
        self._warning = Words("", "body strong", tone="bad", wrap=True)
        every = _("Otherwise days wait until somebody sends them.")
        self._by_itself = Switch(_("Send a day by itself once it is closed"), every, name="send by itself")
        look = _("A day is held back when entries of that date touch the same income accounts.")
        self._guarded = Switch(_("Look for days entered by hand"), look, name="look for days by hand")
        self._by_itself.clicked.connect(self.model.set_by_itself)
        self._guarded.clicked.connect(self.model.set_guarded)
        for part in (self._question, self._read, card, self._warning, self._by_itself, self._guarded):
            down.addWidget(part)
        down.addStretch(1)
        return page

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self._side.setFixedWidth(_STEPS_NARROW if narrow else _STEPS)
        side = 32 if narrow else 64
        self._inside.setContentsMargins(side, 40, side, 16)
        self._foot.setContentsMargins(side, 0, side, 0)
        self.verbs["go on"].setProperty("key_name", "" if narrow else "Ctrl+Return")
        self.render_view()

    def _typed(self) -> Keys:
        return Keys(
            self._base.text(),
            self._discovery.text(),
            self._id.text(),
            self._secret.text(),
            self._redirect.text(),
        )

    def _go_on(self) -> None:
        view = self.model.view
        if view is None:
            return
        if view.step == KEYS:
            self.model.connect_with(self._typed(), self._passphrase.text())
        elif view.step in (COMPANY, CONNECTED):
            self.model.confirm()

    def _further(self) -> None:
        self._on.setEnabled(not self._work.running)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        first = view.step in (KEYS, WAITING)
        self._steps.set_step({KEYS: 0, WAITING: 0, COMPANY: 1, CONNECTED: 3}[view.step])
        self._pages.setCurrentIndex(0 if first else 1)
        self._other.setVisible(not first)
        self._render_keys(view)
        self._render_company(view)
        words = {
            KEYS: _("Open QuickBooks in the browser"),
            WAITING: _("Waiting for the browser …"),
            COMPANY: _("Yes, this is it"),
            CONNECTED: _("To the calendar"),
        }
        self.verbs["go on"].setText(words[view.step])
        other = _("Not this one") if view.step == COMPANY else _("Connect another company")
        self.verbs["not this one"].setText(other)
        self.verbs["go on"].setEnabled(view.step != WAITING and not view.warning)

    def _render_keys(self, view: ConnectView) -> None:
        self._places.set_names(view.places, view.place)
        own = view.place == len(view.places) - 1
        self._base.setVisible(own)
        self._discovery.setVisible(own)
        if view.step == KEYS and self._base.text() != view.keys.base_url:
            self._base.set_text(view.keys.base_url)
            self._discovery.set_text(view.keys.discovery)
        if not self._redirect.text():
            self._redirect.set_text(view.keys.redirect_uri)
        if not self._id.text():
            self._id.set_text(view.keys.client_id)
        self._passphrase.setVisible(view.asks_passphrase)
        self._trouble.set_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))

    def _render_company(self, view: ConnectView) -> None:
        asked = view.step == COMPANY
        self._question.set_text(_("Is this your company?") if asked else _("QuickBooks is connected"))
        self._read.set_text(_("Read just now from QuickBooks. Nothing has been changed there."))
        self._company.set_text(view.company or "…")
        self._plan.set_text(view.plan)
        for fact_row, fact in zip(self._rows, view.facts, strict=False):
            fact_row.show_fact(fact)
        self._by_itself.setChecked(view.by_itself)
        self._guarded.setChecked(view.guarded)
        for switch in (self._by_itself, self._guarded):
            switch.setVisible(not asked)
        self._warning.set_text(view.warning)
        self._warning.setVisible(bool(view.warning))
