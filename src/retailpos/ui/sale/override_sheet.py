"""Somebody with the right allows one act: what it is, who may, and their own PIN."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retailpos.core.catalogue import Employee
from retailpos.core.errors import PosError
from retailpos.ui.notices import words_of
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card, Disc, PairRow
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.pins import PinDots
from retailpos.ui.parts.sheet import MIDDLE
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.counter import Asked, Counter
from retailpos.ui.sale.own_parts import PersonCard
from retailpos.ui.sale.step_sheet import StepSheet
from retailpos.ui.signin.model import MOST_DIGITS
from retailpos.ui.signin.screen import colour_of, roles
from retailpos.wording import _

_SIDE = 300


class OverrideSheet(StepSheet):
    """Esc drops the asked-for act only; the sale stays. Scans meanwhile wait behind the sheet."""

    def __init__(self, window: QWidget, counter: Counter, asked: Asked) -> None:
        super().__init__(window, width=MIDDLE, name="override", padding=0)
        self._counter, self._asked = counter, asked
        self._people = counter.who_may(asked.error.right)
        self._chosen = self._people[0] if self._people else None
        self._pin = ""
        self.cards: dict[str, PersonCard] = {}
        self.pin = PinDots(height=52)
        self.wrong = Words("", "small strong", tone="bad", wrap=True, name="override refusal")
        self.pad = Keypad("clear")
        self._whose = Words("", "body strong", align=painting.CENTRE)
        what = asked.what or ""
        self.step = Button(
            _("Allow {what}").format(what=what) if what else _("Allow it"), "primary", key="Return", name="allow"
        )
        across = row()
        across.addLayout(self._left(), 1)
        across.addWidget(self._right())
        self.content.addLayout(across)
        self._join()
        self._show()

    def ask(self) -> None:
        """Open with the keyboard on the PIN."""
        self.typing = self.pin
        self.open(self.pin)

    def type(self, key: str) -> None:
        """A key of the pad."""
        if key == "clear":
            self._pin = ""
        elif key == "back":
            self._pin = self._pin[:-1]
        elif key.isascii() and key.isdigit() and len(self._pin) < MOST_DIGITS:
            self._pin += key
            self.wrong.set_text("")
        self._show()

    def take(self) -> None:
        """Try the PIN and do the act."""
        if self._chosen is None or not self._pin:
            return
        pin, self._pin = self._pin, ""
        try:
            self._counter.allow(self._chosen, pin)
        except PosError as error:
            self.wrong.set_text(words_of(error).sentence())
            self._show()
            return
        self.close_sheet()

    def _left(self) -> QVBoxLayout:
        words = words_of(self._asked.error)
        down = column(margin=(28, 28, 28, 28), gap=14)
        head = row(gap=12)
        head.addWidget(Disc("key", "warn", size=48))
        names = column(gap=2)
        title = _("{what} needs a manager").format(what=self._asked.what) if self._asked.what else words.bold
        names.addWidget(Words(title.rstrip("."), "title", wrap=True, name="sheet title"))
        names.addWidget(Words(words.rest, "body", tone="ink2", wrap=True))
        head.addLayout(names, 1)
        down.addLayout(head)
        if self._asked.facts:
            down.addWidget(self._facts())
        down.addStretch(1)
        down.addWidget(Words(_("Who allows it?"), "body strong", tone="ink2"))
        if not self._people:
            down.addWidget(Words(_("Nobody else here has this right."), "body", wrap=True))
        names_of_roles = roles()
        for place, person in enumerate(self._people[:4]):
            card = PersonCard(person.name, names_of_roles.get(person.role, ""), colour_of(place + 2), height=56)
            card.clicked.connect(lambda _=False, person=person: self._choose(person))
            self.cards[person.id] = card
            down.addWidget(card)
        down.addLayout(self._foot())
        down.addWidget(Words(_("Scanning goes on meanwhile; items wait behind this sheet."), "small", tone="ink2"))
        return down

    def _facts(self) -> Card:
        card = Card(ground="ground", padding=(16, 12, 16, 12))
        for label, figure in self._asked.facts:
            card.content.addWidget(PairRow(label, figure))
        return card

    def _foot(self) -> QVBoxLayout:
        self.cancel = Button(_("Cancel"), key="Escape", name="cancel")
        foot = row(gap=12)
        foot.addWidget(self.cancel)
        if self._asked.instead is not None:
            self.instead = Button(self._asked.instead[0], "quiet", name="instead")
            self.instead.clicked.connect(self._do_instead)
            foot.addWidget(self.instead)
        foot.addStretch(1)
        whole = column()
        whole.addSpacing(8)
        whole.addLayout(foot)
        return whole

    def _right(self) -> QWidget:
        side = _Side()
        down = column(side, margin=(24, 28, 24, 24), gap=12)
        for part in (self._whose, self.pin, self.pad, self.wrong, self.step):
            down.addWidget(part, 1 if part is self.pad else 0)
        self.wrong.setMinimumHeight(36)
        self.card.side = side
        return side

    def _join(self) -> None:
        self.pin.typed.connect(self.type)
        self.pad.typed.connect(self.type)
        self.pin.entered.connect(self.take)
        self.pin.escaped.connect(self.close_sheet)
        self.step.clicked.connect(self.take)
        self.cancel.clicked.connect(self.close_sheet)
        self.closed.connect(self._counter.drop_asked)
        self.closed.connect(self.deleteLater)

    def _choose(self, person: Employee) -> None:
        self._chosen, self._pin = person, ""
        self.wrong.set_text("")
        self._show()
        self.pin.setFocus()

    def _do_instead(self) -> None:
        instead = self._asked.instead
        self.close_sheet()
        if instead is not None:
            self._counter.do(instead[1])

    def _show(self) -> None:
        for person, card in self.cards.items():
            card.setChecked(self._chosen is not None and person == self._chosen.id)
        if self._chosen is not None:
            self._whose.set_text(_("PIN of {name}").format(name=self._chosen.name.split()[0]))
        self.pin.set_filled(len(self._pin))


class _Side(QWidget):
    """The sunken side of the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_SIDE)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, 504)
