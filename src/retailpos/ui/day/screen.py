"""The closed day: what was sold, how it was paid, what the drawer says, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.day.context import Desk
from retailpos.ui.day.desk import DeskPage, Pair, Pairs, scrolled
from retailpos.ui.day.model import DayModel, DayView, Share
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc, FigureCard
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _


class ShareBar(QWidget):
    """How the ways to pay share what was taken in."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: tuple[Share, ...]) -> None:
        """Show these shares."""
        self._shares = shares
        self.setVisible(bool(shares))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        painter.setClipPath(painting.rounded(self.rect(), 6))
        left = QPointF(0, 0)
        for share, token in zip(self._shares, ("accent", "mark", "ok", "violet"), strict=False):
            wide = self.width() * share.milli / 1000
            painter.fillRect(QRectF(left.x(), 0, wide - 2, self.height()), QColor(getattr(theme, token)))
            left.setX(left.x() + wide)
        painter.end()


class _ListCard(Card):
    """A titled list of names and figures that scrolls where it is long."""

    def __init__(self, title: str) -> None:
        super().__init__(padding=(20, 14, 12, 14), gap=6)
        self.pairs = Pairs()
        inside = QWidget()
        self.inner: QVBoxLayout = column(inside, margin=(0, 0, 8, 0), gap=8)
        self.inner.addWidget(self.pairs)
        self.content.addWidget(Words(title, "heading"))
        self.content.addWidget(scrolled(inside), 1)

    def set_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Show these."""
        self.pairs.set_pairs(pairs)


class DayScreen(DeskPage):
    """Renders a DayView."""

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__("day")
        self._desk, self._work = desk, work
        self.model = DayModel(desk)
        self.verbs = Verbs(self)
        self._make_verbs()
        self._disc = Disc("check-circle", "ok", round_=True)
        front = self.head.layout()
        assert isinstance(front, QHBoxLayout)
        front.insertWidget(1, self._disc)
        self.head.right.addWidget(Button(size="desk").bind(self.verbs["print z"]))
        self._cards = tuple(FigureCard(label) for label in (_("Net sales"), _("Sales tax"), _("Receipts"), _("Drawer")))
        self._sold, self._paid, self._drawer = (_ListCard(title) for title in (_("Sold"), _("Paid with"), _("Drawer")))
        self._bar, self._bar_words = ShareBar(), Words("", "small", tone="ink2")
        for part in (self._bar, self._bar_words):
            self._paid.inner.addWidget(part)
        for card in (self._sold, self._paid, self._drawer):
            card.inner.addStretch(1)
        self._lay_out()
        self.model.changed.connect(self.render_view)
        work.changed.connect(self._sent_further)

    def _make_verbs(self) -> None:
        model, desk = self.model, self._desk
        self.verbs.add(Verb("print z", _("Print again"), "Ctrl+P", icon="printer"), model.print_again)
        self.verbs.add(Verb("look at entry", _("Look at the entry")), lambda: desk.take_up(self._date(), "entry"))
        self.verbs.add(Verb("next step", "", "Ctrl+Return"), self._next)

    def _lay_out(self) -> None:
        cards, lists = row(gap=16), row(gap=16)
        for stat in self._cards:
            cards.addWidget(stat, 1)
        for card in (self._sold, self._paid, self._drawer):
            lists.addWidget(card, 1)
        foot = Card(padding=(20, 18, 20, 18))
        across = row(gap=16)
        self._foot_disc = Disc("cloud-arrow-up", "ok")
        self._foot_title, self._foot_text = Words("", "heading"), Words("", "body", tone="ink2")
        words = column(gap=0)
        words.addWidget(self._foot_title)
        words.addWidget(self._foot_text)
        self._look, self._step = Button(), Button(rank="primary")
        self._look.bind(self.verbs["look at entry"])
        self._step.bind(self.verbs["next step"])
        across.addWidget(self._foot_disc)
        across.addLayout(words, 1)
        across.addWidget(self._look)
        across.addWidget(self._step)
        foot.content.addLayout(across)
        whole = column(gap=16)
        whole.addLayout(cards)
        whole.addLayout(lists, 1)
        whole.addWidget(foot)
        self.across.addLayout(whole, 1)

    def _date(self) -> str:
        return self.model.view.date if self.model.view else ""

    def _next(self) -> None:
        view = self.model.view
        if view is None:
            return
        if view.is_open:
            self.model.close()
        else:
            self._desk.take_up(view.date)
            self._desk.go_on(view.state.verb)

    def _sent_further(self) -> None:
        if self.isVisible():
            self._step.set_busy(_("Sending …") if self._work.running else "")
            self.model.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            self.set_title(_("No day yet"), _("The first sale begins one."))
            return
        self.set_title(view.title, view.under)
        self._disc.set_picture("circle-dashed" if view.is_open else "check-circle", "plain" if view.is_open else "ok")
        for card, (figure, note, tone) in zip(self._cards, view.cards, strict=True):
            card.set_figure(figure, note, tone)
        self._sold.set_pairs(view.sold)
        self._paid.set_pairs(view.paid)
        self._drawer.set_pairs(view.drawer)
        self._bar.set_shares(view.shares)
        self._bar_words.set_text(" · ".join(f"{share.name} {round_share(share.milli)} %" for share in view.shares))
        self._render_foot(view)

    def _render_foot(self, view: DayView) -> None:
        state = view.state
        tone = state.face.tone
        self._foot_disc.set_picture(state.face.icon, tone)
        self._foot_title.set_text(state.headline.rstrip("."))
        self._foot_text.set_text(view.foot if state.state in ("open", "ready", "verified") else state.text)
        self.verbs["print z"].setEnabled(not view.is_open)
        self.verbs["look at entry"].setEnabled(not view.is_open)
        self.verbs["next step"].setText(state.verb_words)
        self._step.setVisible(bool(state.verb_words))
        self._step.set_rank("primary" if state.state != "verified" else "secondary")


def round_share(milli: int) -> int:
    """Thousandths as whole hundredths, half up."""
    return (milli + 5) // 10
