"""The first page of the set-up: where QuickBooks is, the keys of the app, and the browser that is waited for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from retailpos.actions.connecting import Keys
from retailpos.ui.exchange.connect_model import KEYS, LOCKED, PASTE, WAITING, ConnectView
from retailpos.ui.exchange.connect_words import PlaceFace
from retailpos.ui.exchange.wizard_step import ChoiceTile, Notice, Said, Tiles
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.words import Words
from retailpos.wording import _

STEPS = (KEYS, WAITING, PASTE, LOCKED)


class Places(Tiles):
    """The places to connect to, side by side; `chosen` carries the number of one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()

    def show_places(self, view: ConnectView) -> None:
        """Show them, one chosen."""
        names = tuple(place.name for place in view.places)
        if names != self._names:
            self._names = names
            self.set_tiles(tuple(self._tile(n, place) for n, place in enumerate(view.places)))
        for n, tile in enumerate(self.tiles):
            tile.setChecked(n == view.place)

    def _tile(self, at: int, place: PlaceFace) -> ChoiceTile:
        tile = ChoiceTile(place.name, place.icon, place.tone, title=place.title, text=place.text)
        tile.clicked.connect(lambda: self.chosen.emit(at))
        return tile


class KeysPage(QWidget):
    """Choose the place and type the keys; then the browser is waited for, or the address pasted."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        down = column(self, gap=16)
        self.title, self.second = Words("", "title"), Words("", "body", tone="ink2", wrap=True)
        self.trouble = Notice("bad", "warning", name="connect trouble")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choosing())
        self._pages.addWidget(self._waiting())
        self._pages.addWidget(self._pasting())
        self._pages.addWidget(self._locked())
        for part in (self.title, self.second, self.trouble):
            down.addWidget(part)
        down.addWidget(self._pages, 1)

    def _choosing(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=16)
        self.places = Places()
        self.places.chosen.connect(self.chosen)
        self.base, self.discovery = Field(_("Address")), Field(_("Discovery address"))
        self.discovery.input.setPlaceholderText(_("follows from the address"))
        self.id, self.secret = Field(_("Client ID")), Field(_("Client secret"), secret=True)
        self.redirect = Field(_("Return address"), hint=_("As it stands in the app's settings at Intuit."))
        self.passphrase = Field(_("Passphrase"), hint=_("At least 8 characters. It locks the keys."), secret=True)
        self._fields = (self.base, self.discovery, self.id, self.secret, self.redirect, self.passphrase)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for each in self._fields:
            each.entered.connect(self.entered)
        down.addWidget(self.places)
        down.addLayout(self._grid)
        self._may = _what_it_may_do()
        down.addWidget(self._may)
        self._where = Said("lock", "")
        down.addWidget(self._where)
        down.addStretch(1)
        return page

    def _waiting(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=16)
        self._copy = Button(_("Copy the address"), size="slim", icon="copy", name="copy the address")
        self._copy.clicked.connect(self._copied)
        hint = _("No browser came? Copy the address and open it in one yourself, on this computer.")
        down.addWidget(Said("clock", hint))
        wrong = _(
            "If QuickBooks says that the return address is wrong, it doesn't come back here. Compare the address."
        )
        down.addWidget(Said("info", wrong))
        across = row()
        across.addWidget(self._copy)
        across.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        return page

    def _pasting(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=16)
        self.pasted = Field(_("The address the browser ends on"), hint=_("It begins with your return address."))
        self.pasted.entered.connect(self.entered)
        self._again = Button(_("Copy the sign-in address"), size="slim", icon="copy", name="copy sign-in address")
        self._again.clicked.connect(self._copied)
        down.addWidget(self.pasted)
        across = row()
        across.addWidget(self._again)
        across.addStretch(1)
        down.addLayout(across)
        short = _("The address works once and only for a few minutes. Nobody else should see it.")
        down.addWidget(Said("lock", short))
        down.addStretch(1)
        return page

    def _locked(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=16)
        self.unlocking = Field(_("Passphrase"), hint=_("It was chosen when QuickBooks was connected."), secret=True)
        self.unlocking.entered.connect(self.entered)
        self.unlocking.setMaximumWidth(440)
        down.addWidget(self.unlocking)
        down.addStretch(1)
        return page

    def typed(self) -> Keys:
        """What stands in the fields."""
        return Keys(*(field.text() for field in self._fields[:5]))

    def render_view(self, view: ConnectView) -> None:
        """Show the whole value."""
        if view.step not in STEPS:
            return
        title, second = _TITLES[view.step]
        self.title.set_text(_(title))
        self.second.set_text(_(second))
        self.trouble.say(*view.trouble)
        self._pages.setCurrentIndex(STEPS.index(view.step))
        self._copy.setEnabled(bool(view.address))
        self._address = view.address
        if view.step == KEYS:
            self._render_keys(view)
        if view.step != PASTE:
            self.pasted.set_text("")

    def _render_keys(self, view: ConnectView) -> None:
        self.places.show_places(view)
        shown = [view.asks_address, view.asks_address, *(view.asks_keys,) * 3, view.asks_passphrase]
        if shown != getattr(self, "_shown", None):
            self._shown = shown
            for field in self._fields:
                self._grid.removeWidget(field)
            for n, field in enumerate(field for field, is_shown in zip(self._fields, shown, strict=True) if is_shown):
                self._grid.addWidget(field, n // 2, n % 2)
        for field, is_shown in zip(self._fields, shown, strict=True):
            field.setVisible(is_shown)
        self._fill(view)
        self._may.setVisible(sum(shown) < 4)
        kept = _("The keys are kept in this computer's keyring.")
        locked = _("This computer has no keyring. The keys go into a file that only your passphrase opens.")
        practice = _("The practice company's keys end with the program.")
        self._where.set_text(locked if view.asks_passphrase else kept if view.asks_keys else practice)

    def _fill(self, view: ConnectView) -> None:
        """The fields of another place; what was typed for this one stays."""
        if getattr(self, "_filled_for", None) == view.place:
            return
        self._filled_for = view.place
        keys = view.keys
        values = (keys.base_url, keys.discovery, keys.client_id, keys.client_secret, keys.redirect_uri)
        for field, value in zip(self._fields, values, strict=False):
            field.set_text(value)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._address)


_TITLES = {
    KEYS: (
        "Connect QuickBooks",
        "Your browser opens QuickBooks. Sign in there, choose the company, and come back. No password is typed here.",
    ),
    WAITING: ("Go on in the browser", "QuickBooks is open there. Sign in, choose the company and press Connect."),
    PASTE: (
        "Paste the address",
        "Sign in at QuickBooks and press Connect. Copy the whole address that the browser ends on, and paste it here.",
    ),
    LOCKED: ("QuickBooks is locked", "Its keys lie in a file that only the passphrase opens. Days wait meanwhile."),
}


def _what_it_may_do() -> Card:
    card = Card(padding=(20, 14, 20, 14), gap=6)
    card.setObjectName("what it may do")
    card.content.addWidget(Words(_("What retailpos does there"), "body strong"))
    grid = QGridLayout()
    grid.setVerticalSpacing(2)
    says = (
        ("check", "ok", _("Read accounts, classes and settings")),
        ("check", "ok", _("Write one entry a day, and what you ask for")),
        ("check", "ok", _("Read its own entries back")),
        ("x", "ink2", _("Touch bills, payroll or entries made by others")),
    )
    for n, (icon, tone, words) in enumerate(says):
        grid.addWidget(Said(icon, words, tone=tone), n // 2, n % 2)
    card.content.addLayout(grid)
    return card
