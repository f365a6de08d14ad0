"""The left pane while paying: left to pay, the kinds of payment, sums people hand over, the pad."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from retailpos.core.catalogue import CASH
from retailpos.core.money import Money, shown
from retailpos.ui.parts import painting
from retailpos.ui.parts.action_key import ActionKey
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.money_edit import MoneyEdit
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.words import Figure, Words
from retailpos.ui.sale.own_parts import SumKey
from retailpos.ui.sale.tendering import Paying, TenderModel, tender_icon
from retailpos.wording import _

_PAD_WIDTH, _PAD_NARROW = 348, 252
_MOST_SUMS = 5


class TenderPane(Ground):
    """Every kind has its F-key, in the order shown; the first sum is the exact one."""

    def __init__(self, model: TenderModel, decimals: int, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._model = model
        self._decimals = decimals
        self.back = Button(_("Back to the sale"), icon="arrow-left", key="Esc", name="back to the sale")
        self._label = Words(_("Left to pay"), "body", tone="ink2", align=painting.RIGHT)
        self.left = Figure("left to pay", name="left to pay")
        self.kinds: list[ActionKey] = []
        self.sums: list[SumKey] = []
        self.amount = MoneyEdit(decimals=decimals)
        self.pad = Keypad("00")
        self._over_sums = Words("", "body strong", tone="ink2")
        self._under_sums = Words("", "small", tone="ink2", wrap=True)
        self._kinds_row = row(gap=8)
        down = column(self, margin=(16, 16, 16, 16), gap=12)
        down.addLayout(self._head())
        down.addLayout(self._kinds_row)
        down.addLayout(self._body(), 1)
        self.pad.typed.connect(self.amount.type)
        self.amount.changed.connect(model.set_amount)

    def _head(self) -> QHBoxLayout:
        head = row()
        head.addWidget(self.back)
        head.addStretch(1)
        figures = column()
        figures.addWidget(self._label)
        figures.addWidget(self.left)
        head.addLayout(figures, 2)
        return head

    def _body(self) -> QHBoxLayout:
        left = column(gap=8)
        left.addWidget(self._over_sums)
        for _place in range(_MOST_SUMS):
            key = SumKey()
            key.clicked.connect(lambda _=False, key=key: self._chose_sum(key))
            self.sums.append(key)
            left.addWidget(key)
        left.addWidget(self._under_sums)
        left.addStretch(1)
        right = column(gap=8)
        right.addWidget(Words(_("Or type the amount"), "body strong", tone="ink2"))
        right.addWidget(self.amount)
        right.addWidget(self.pad, 1)
        self._beside = beside = QWidget()
        beside.setLayout(right)
        beside.setFixedWidth(_PAD_WIDTH)
        across = row(gap=16)
        across.addLayout(left, 1)
        across.addWidget(beside)
        return across

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """On a small window the pad leaves the sums their room."""
        self._beside.setFixedWidth(_PAD_NARROW if narrow else _PAD_WIDTH)

    def redraw(self, now: Paying) -> None:
        """Show the payment as it stands."""
        self._label.set_text(_("To give back") if now.gives_back else _("Left to pay"))
        self.left.set_text(self._shown(abs(now.due)))
        self._render_kinds(now)
        cash = now.kind is not None and now.kind.kind == CASH
        self._over_sums.set_text(_("Cash handed over") if cash and not now.gives_back else _("Amount"))
        tip = _("What people mostly hand over for {amount}.").format(amount=self._shown(now.due))
        self._under_sums.set_text(tip if cash and now.due > 0 else "")
        for place, key in enumerate(self.sums):
            key.setVisible(place < len(now.quick))
            if place < len(now.quick):
                self._render_sum(key, now, now.quick[place], first=place == 0)
        if self.amount.cents() != now.amount:
            self.amount.set_cents(now.amount)

    def _render_sum(self, key: SumKey, now: Paying, cents: int, *, first: bool) -> None:
        change = _("change {amount}").format(amount=self._shown(cents - now.due))
        key.set_sum(self._shown(cents), _("exact") if first else change, "F11" if first else "")
        key.setProperty("cents", cents)
        key.setChecked(cents == now.amount)

    def _render_kinds(self, now: Paying) -> None:
        while len(self.kinds) < len(now.tenders):
            place = len(self.kinds)
            key = ActionKey(key=f"F{place + 2}")
            key.setCheckable(True)
            key.clicked.connect(lambda _=False, place=place: self._model.choose_kind(place))
            self.kinds.append(key)
            self._kinds_row.addWidget(key)
        for place, key in enumerate(self.kinds):
            key.setVisible(place < len(now.tenders))
            if place < len(now.tenders):
                tender = now.tenders[place]
                key.set_text(tender.name)
                key.set_icon(tender_icon(tender))
                key.setObjectName(f"kind {tender.name}")
                key.setChecked(now.kind is not None and tender.id == now.kind.id)

    def _chose_sum(self, key: SumKey) -> None:
        self._model.set_amount(int(key.property("cents")))

    def _shown(self, cents: int) -> str:
        return shown(Money(cents), self._decimals)
