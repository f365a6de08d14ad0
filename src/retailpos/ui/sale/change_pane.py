"""The left pane once a sale is paid: the change to give, how to give it, and what may still be done with the sale."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retailpos.core.document import Document
from retailpos.core.money import Money, shown
from retailpos.ui.parts import painting
from retailpos.ui.parts.action_key import ActionKey
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.verbs import Verbs
from retailpos.ui.parts.words import Figure, Words
from retailpos.ui.sale.showing import change_of, coins_of
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _


class _Card(QWidget):
    """A white card of the pane."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        painting.box(painter, self.rect(), radius=14, fill=theme.surface, border=theme.line, width=theme.border)
        painter.end()


class ChangePane(Ground):
    """The figure is the headline; everything else may be left alone."""

    def __init__(self, decimals: int, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._decimals = decimals
        self.chip = Chip(_("Paid"), "ok", icon="check-circle", tall=True)
        self.figure = Figure("hero", align=painting.CENTRE, name="change")
        self._what = Words(_("Give change"), "title", tone="ink2", align=painting.CENTRE)
        self._from = Words("", "body", tone="ink2", align=painting.CENTRE)
        self._coins = row(gap=8)
        self._chips: list[Chip] = []
        card = _Card()
        inside = column(card, margin=(24, 24, 24, 24), gap=14)
        inside.addStretch(2)
        inside.addLayout(_centred(self.chip))
        inside.addWidget(self._what)
        inside.addWidget(self.figure)
        inside.addLayout(self._coins)
        inside.addWidget(self._from)
        inside.addStretch(3)
        actions = row(gap=8)
        for name in ("print again", "no sale", "void this"):
            key = ActionKey()
            key.bind(verbs[name])
            actions.addWidget(key)
        down = column(self, margin=(16, 16, 16, 16), gap=16)
        down.addWidget(card, 1)
        down.addLayout(actions)

    def redraw(self, document: Document) -> None:
        """Show what to give back for this sale."""
        change = change_of(document)
        cash = any(payment.kind == "cash" for payment in document.payments)
        self.chip.set_chip(_("Paid. Drawer is open") if cash else _("Paid"), "ok", "check-circle")
        refund = document.total < 0
        self._what.set_text(_("Give back") if refund else _("Give change") if change else _("No change"))
        self.figure.set_text(shown(Money(change), self._decimals))
        handed = sum(payment.tendered for payment in document.payments if payment.kind == "cash")
        words = _("from {amount} in cash").format(amount=shown(Money(handed), self._decimals))
        self._from.set_text(words if change and not refund else "")
        self._render_coins(coins_of(change) if self._decimals == 2 else [])

    def _render_coins(self, coins: list[str]) -> None:
        while self._coins.count():
            self._coins.takeAt(0)
        for chip in self._chips:
            chip.deleteLater()
        self._chips = [Chip(coin, "plain", tall=True) for coin in coins[:8]]
        self._coins.addStretch(1)
        for chip in self._chips:
            self._coins.addWidget(chip)
        self._coins.addStretch(1)


def _centred(part: QWidget) -> QHBoxLayout:
    across = row()
    across.addStretch(1)
    across.addWidget(part)
    across.addStretch(1)
    return across
