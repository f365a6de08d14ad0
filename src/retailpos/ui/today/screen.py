"""The manager's home: how the day goes, and what needs a person."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import short_date
from retailpos.ui.day.desk import DeskPage, Pairs
from retailpos.ui.exchange.words import face
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts import painting
from retailpos.ui.parts.bars import BarKey, Bars
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc, FigureCard
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import Rule, column, row
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.ui.today.model import Need, TodayModel, TodayView
from retailpos.ui.today.people import People
from retailpos.wording import _

_SIDE = 400


class StateStrip(QWidget):
    """The last days as squares in the colour of their state; each says its day and word as well."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: tuple[tuple[str, str], ...]) -> None:
        """Dates with their states."""
        self._days = days
        said = ", ".join(f"{short_date(date)} {face(state).word}" for date, state in days)
        self.setAccessibleName(said)
        self.setToolTip(said.replace(", ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        wide = min(40, (self.width() - 4 * (len(self._days) - 1)) // len(self._days))
        for n, (_date, state) in enumerate(self._days):
            place = QRect(n * (wide + 4), 0, wide, self.height())
            tone = face(state).tone
            painting.box(painter, place, radius=4, fill=painting.said(theme, tone)[0])
        painter.end()


class _NeedRow(Rule):
    """One thing that waits, and the button that goes where it can be mended."""

    def __init__(self, need: Need, model: TodayModel) -> None:
        super().__init__("above")
        self.setFixedHeight(68)
        across = row(self, margin=(20, 0, 12, 0), gap=12)
        words = column()
        words.addStretch(1)
        words.addWidget(Words(need.title, "body strong"))
        words.addWidget(Words(need.text, "small", tone="ink2"))
        words.addStretch(1)
        button = Button(need.button, size="slim", name=f"need {need.title}")
        button.clicked.connect(lambda: model.mend(need))
        across.addWidget(Disc(need.icon, need.tone, size=40))
        across.addLayout(words, 1)
        across.addWidget(button)


class TodayScreen(DeskPage):
    """Renders a TodayView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("today")
        self._desk = desk
        self.model = TodayModel(desk)
        self.verbs = Verbs(self)
        self.verbs.add(Verb("sell", _("Sell"), icon="barcode"), lambda: desk.context.open_page("register"))
        self.verbs.add(Verb("close the day", _("Close the day"), "Ctrl+D", icon="moon"), self.model.close_day)
        self._close = Button(rank="primary")
        self._close.bind(self.verbs["close the day"])
        self._sell = Button()
        self._sell.bind(self.verbs["sell"])
        self.head.right.addWidget(self._sell)
        self.head.right.addWidget(self._close)
        self._needs: list[QWidget] = []
        self._shown: tuple[Need, ...] = ()
        self.across.addLayout(self._left(), 1)
        self._side = self._right()
        self.across.addWidget(self._side)
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._further)

    def _left(self) -> QVBoxLayout:
        left = column(gap=16)
        cards = row(gap=16)
        self._cards = tuple(FigureCard(label) for label in (_("Net sales so far"), _("Receipts"), _("In the drawer")))
        for card in self._cards:
            cards.addWidget(card, 1)
        hours = Card(gap=8)
        head = row(gap=16)
        head.addWidget(Words(_("Hour by hour"), "heading"), 1)
        self._legend = (BarKey(_("today")), BarKey(_("last week"), usual=True))
        for key in self._legend:
            head.addWidget(key)
        self._bars, self._none = Bars(), Words(_("The first sale of the day begins the picture."), "body", tone="ink2")
        hours.content.addLayout(head)
        hours.content.addWidget(self._none)
        hours.content.addWidget(self._bars, 1)
        self._people = People()
        self._people_card = Card()
        self._people_card.content.addWidget(self._people)
        left.addLayout(cards)
        left.addWidget(hours, 1)
        left.addWidget(self._people_card)
        return left

    def _right(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        down = column(side, gap=16)
        self._need_card = Card(padding=(0, 14, 0, 8), gap=0)
        head = row(margin=(20, 0, 20, 10))
        self._count = Chip("0", "warn")
        head.addWidget(Words(_("Needs you"), "heading"), 1)
        head.addWidget(self._count)
        self._calm = Words(_("Nothing waits for you."), "body", tone="ink2")
        self._calm.setContentsMargins(20, 0, 20, 8)
        self._more = Words("", "small", tone="ink2")
        self._more.setContentsMargins(20, 8, 20, 4)
        self._need_card.content.addLayout(head)
        self._need_card.content.addWidget(self._calm)
        self._need_card.content.addWidget(self._more)
        books, best = Card(gap=10), Card(gap=4)
        title = row()
        self._link = Chip("", "plain")
        title.addWidget(Words(_("QuickBooks"), "heading"), 1)
        title.addWidget(self._link)
        self._strip, self._strip_words = StateStrip(), Words("", "desk", tone="ink2", wrap=True)
        books.content.addLayout(title)
        books.content.addWidget(self._strip)
        books.content.addWidget(self._strip_words)
        self._best = Pairs()
        self._no_best = Words(_("What sells best today shows here."), "body", tone="ink2", wrap=True)
        best.content.addWidget(Words(_("Best today"), "heading"))
        best.content.addWidget(self._no_best)
        best.content.addWidget(self._best)
        best.content.addStretch(1)
        down.addWidget(self._need_card)
        down.addWidget(books)
        down.addWidget(best, 1)
        return side

    def _further(self) -> None:
        if self.isVisible():
            self.model.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self._side.setFixedWidth(480 if large else 340 if narrow else _SIDE)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.set_title(view.title, view.under)
        for card, (figure, note, tone) in zip(self._cards, view.cards, strict=True):
            card.set_figure(figure, note, tone)
        self.verbs["close the day"].setEnabled(view.can_close)
        self._close.set_rank("primary" if view.can_close else "secondary")
        self._sell.set_rank("secondary" if view.can_close else "primary")
        self._bars.set_bars(view.bars)
        self._bars.setVisible(bool(view.bars))
        self._none.setVisible(not view.bars)
        self._legend[0].setVisible(any(bar.value and not bar.usual for bar in view.bars))
        self._legend[1].setVisible(any(bar.before or (bar.value and bar.usual) for bar in view.bars))
        self._people.set_people(view.people)
        self._people_card.setVisible(bool(view.people))
        self._strip.set_days(view.strip)
        self._strip.setVisible(bool(view.strip))
        self._strip_words.set_text(view.strip_words)
        link = (_("Connected"), "ok", "cloud-check") if view.connected else (_("Not connected"), "plain", "cloud-slash")
        self._link.set_chip(*link)
        self._best.set_pairs(view.best)
        self._no_best.setVisible(not view.best)
        self._render_needs(view)

    def _render_needs(self, view: TodayView) -> None:
        count = len(view.needs) + view.more
        self._count.set_chip(str(count), "warn")
        self._count.setVisible(bool(count))
        self._calm.setVisible(not count)
        self._more.set_text(_("and {n} more").format(n=view.more) if view.more else "")
        self._more.setVisible(bool(view.more))
        if view.needs == self._shown:
            return
        self._shown = view.needs
        for old in self._needs:
            old.hide()
            self._need_card.content.removeWidget(old)
            old.deleteLater()
        self._needs = [_NeedRow(need, self.model) for need in view.needs]
        for n, new in enumerate(self._needs):
            self._need_card.content.insertWidget(2 + n, new)
