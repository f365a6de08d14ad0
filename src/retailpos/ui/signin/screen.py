"""The sign-in page: people first, then the PIN."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from retailpos.ui.parts import painting
from retailpos.ui.parts.avatar import Avatar
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.panes import Ground, Rule, column, row
from retailpos.ui.parts.pins import PinDots
from retailpos.ui.parts.rail import draw_mark
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.own_parts import PersonCard
from retailpos.ui.signin.harbour import Harbour
from retailpos.ui.signin.model import SignInModel
from retailpos.ui.theme.departments import DEPARTMENT_COLOURS
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_FACES = ("teal", "blue", "clay", "green", "violet", "pink", "amber", "olive", "slate")


def colour_of(place: int) -> str:
    """The colour of a person, by their place in the list."""
    return _FACES[place % len(DEPARTMENT_COLOURS)]


def roles() -> dict[str, str]:
    """What the shipped roles are called."""
    return {
        "owner": _("Owner"),
        "manager": _("Manager"),
        "assistant": _("Assistant"),
        "cashier": _("Cashier"),
    }


class SignInPage(QWidget):
    """Digits may be typed from anywhere on the page."""

    def __init__(self, model: SignInModel, *, shop: str, hint: str = "", practice: bool = False) -> None:
        super().__init__()
        self.setObjectName("sign-in page")
        self.model = model
        self.cards: dict[str, PersonCard] = {}
        self._greeting = Words(shop, "greeting")
        self._about = Words("", "body", tone="ink2")
        self._shop = shop
        across = row(self)
        across.addWidget(self._left(hint, practice=practice), 1)
        across.addWidget(self._right())
        model.changed.connect(self.redraw)
        self.redraw()

    def set_state(self, greeting: str, about: str) -> None:
        """The greeting of the hour, and how the register stands."""
        self._greeting.set_text(greeting)
        self._about.set_text(about)

    def _left(self, hint: str, *, practice: bool) -> QWidget:
        left = Ground("ground")
        down = column(left, margin=(48, 48, 48, 40), gap=12)
        head = row(gap=16)
        head.addWidget(_Mark())
        names = column(gap=2)
        names.addWidget(self._greeting)
        names.addWidget(self._about)
        head.addLayout(names, 1)
        down.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        down.addSpacing(8)
        down.addLayout(self._grid)
        if practice:
            said = row(gap=12)
            said.addWidget(Chip(_("PRACTICE"), "warn", icon="student", tall=True))
            said.addWidget(Words(hint, "body", tone="ink2", wrap=True, name="practice PINs"), 1)
            down.addLayout(said)
        down.addStretch(1)
        down.addWidget(Harbour())
        return left

    def _right(self) -> QWidget:
        right = Rule("left", "surface")
        right.setFixedWidth(460)
        self._avatar = Avatar("", "teal", 48)
        self._hello = Words("", "title")
        self._ask = Words(_("Type your PIN"), "body", tone="ink2")
        self.pin = PinDots()
        self.wrong = Words("", "body strong", tone="bad", wrap=True, name="sign-in refusal")
        self.wrong.setMinimumHeight(44)
        self.pad = Keypad("clear")
        self.blue = Button(_("Sign in"), "primary", size="big", key="Return", name="sign in")
        down = column(right, margin=(56, 48, 56, 40), gap=14)
        down.addLayout(self._who())
        down.addWidget(self.pin)
        down.addWidget(self.pad, 1)
        down.addWidget(self.blue)
        down.addWidget(self.wrong)
        self.pin.typed.connect(self.model.type)
        self.pad.typed.connect(self.model.type)
        self.pin.entered.connect(self.model.sign_in)
        self.pin.escaped.connect(lambda: self.model.type("clear"))
        self.blue.clicked.connect(self.model.sign_in)
        return right

    def _who(self) -> QVBoxLayout:
        names = column()
        names.addWidget(self._hello)
        names.addWidget(self._ask)
        across = row(gap=12)
        across.addWidget(self._avatar)
        across.addLayout(names, 1)
        whole = column()
        whole.addLayout(across)
        return whole

    def typed(self, text: str) -> None:
        """Digits that no field took."""
        for digit in text:
            self.model.type(digit)

    def take_keyboard(self) -> None:
        """Put the keyboard on the PIN."""
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def redraw(self) -> None:
        """Show people, the chosen one, the dots and what went wrong."""
        now = self.model.now
        if set(self.cards) != {person.id for person in now.people}:
            self._fill()
        for person, card in self.cards.items():
            card.setChecked(now.chosen is not None and person == now.chosen.id)
        if now.chosen is not None:
            place = [person.id for person in now.people].index(now.chosen.id)
            self._avatar.set_person(now.chosen.name, colour_of(place))
            self._hello.set_text(_("Hello {name}").format(name=now.chosen.name.split()[0]))
        self.pin.set_filled(now.typed)
        self.wrong.set_text(now.wrong)

    def _fill(self) -> None:
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {}
        names = roles()
        for place, person in enumerate(self.model.now.people):
            card = PersonCard(person.name, names.get(person.role, person.role), colour_of(place))
            card.clicked.connect(lambda _=False, person=person: self._chose(person.id))
            self.cards[person.id] = card
            self._grid.addWidget(card, place // 2, place % 2)

    def _chose(self, person: str) -> None:
        self.model.choose(person)
        self.take_keyboard()


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.start(painter)
        draw_mark(painter, QRect(0, 0, 56, 56), current())
        painter.end()
