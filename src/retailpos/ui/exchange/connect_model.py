"""Connecting QuickBooks: the keys, the browser, then the company that is asked to be the right one."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from retailpos.actions import connecting
from retailpos.actions.compose import Link
from retailpos.actions.connecting import BrowserSignIn, CompanyFacts, Keys, PastedSignIn, Place
from retailpos.actions.connection import (
    auto_send,
    confirm_company,
    disconnected,
    ending,
    set_auto_send,
    take_back,
    was_set_up,
)
from retailpos.actions.first_days import keep_company_facts, kept_fact
from retailpos.actions.guards import guard_is_on, set_guard
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import PosError
from retailpos.settings import data_dir
from retailpos.ui.day.context import Desk
from retailpos.ui.exchange import connect_words as words
from retailpos.ui.exchange.connect_words import Fact, PlaceFace
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.notices import words_of
from retailpos.wording import _

LOCKED, KEYS, WAITING, PASTE, COMPANY, CONNECTED = "locked", "keys", "waiting", "paste", "company", "connected"
BOOKING, ACCOUNTS, WEEK, FIRST_DAY = "booking", "accounts", "week", "first-day"
SET_UP = (BOOKING, ACCOUNTS, WEEK, FIRST_DAY)
_DONE = "done"


@dataclass(frozen=True, slots=True)
class ConnectView:
    """The whole page as it is shown. `trouble`, `warning` and `ended` are (what happened, what to do)."""

    step: str
    keys: Keys = field(default_factory=Keys)
    place: int = 0
    places: tuple[PlaceFace, ...] = ()
    asks_keys: bool = True
    asks_address: bool = False
    asks_passphrase: bool = False
    company: str = ""
    plan: str = ""
    facts: tuple[Fact, ...] = ()
    ends: str = ""
    ends_soon: bool = False
    warning: tuple[str, str] = ("", "")
    ended: tuple[str, str] = ("", "")
    trouble: tuple[str, str] = ("", "")
    address: str = ""
    by_itself: bool = False
    guarded: bool = True


class ConnectModel(QObject):
    """Verbs of the connect page."""

    changed = Signal()
    # The browser is opened from a thread; where to is told here.
    _opened = Signal(str)

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._step, self._place = "", 0
        self._places: tuple[Place, ...] = ()
        self._typed = Keys()
        self._company: CompanyFacts | None = None
        self._link: Link | None = None
        self._under_way: BrowserSignIn | PastedSignIn | None = None
        self._trouble: tuple[str, str] = ("", "")
        self._address = ""
        self._safe = True
        self.view: ConnectView | None = None
        self._opened.connect(self._browser_opened)

    @property
    def company(self) -> CompanyFacts | None:
        """The company as it was read last."""
        return self._company

    def read(self) -> None:
        """Look what is connected already; a set-up that was stopped goes on where it was."""
        shop = self._desk.shop
        self._places = connecting.places(shop, self._folder())
        self._place = min(self._place, len(self._places) - 1)
        self._safe = connecting.has_keyring(shop, self._folder())
        if not self._step:
            self._step = self._first_step()
        if self._step in (CONNECTED, *SET_UP) and shop.exchange is None:
            self._step = self._first_step()
        if self._company is None and self._step in (CONNECTED, *SET_UP):
            self.ask_company()
        self._show()

    def _first_step(self) -> str:
        shop = self._desk.shop
        if shop.exchange is not None:
            stopped = kept_fact(shop, "set_up")
            return stopped if stopped in SET_UP else CONNECTED
        locked = was_set_up(shop) and not self._safe and connecting.has_secrets(self._folder())
        return LOCKED if locked else KEYS

    def ask_company(self) -> None:
        """Read what the company says of itself."""
        link = self._link or self._desk.shop.exchange
        if link is not None:

            def read(_shop: OpenShop) -> CompanyFacts:
                return connecting.company_facts(link)

            self._work.ask_with(link, _("Reading QuickBooks …"), read, after=self._told, failed=self._failed)

    def choose_place(self, at: int) -> None:
        """QuickBooks Online, the sandbox, a relay, or an address of one's own."""
        self._place, self._trouble = at, ("", "")
        self._typed = self._places[at].keys
        self._show()

    def begin_again(self) -> None:
        """Back to the keys; a browser that is waited for is given up."""
        if isinstance(self._under_way, BrowserSignIn):
            self._under_way.give_up()
        self._under_way, self._company, self._link, self._address = None, None, None, ""
        self._step, self._trouble = KEYS, ("", "")
        self._show()

    def back_home(self) -> None:
        """Leave another company alone: the one that is connected stays."""
        self.begin_again()
        self._step = ""
        self.read()

    def connect_with(self, keys: Keys, passphrase: str = "") -> None:
        """Keep the keys and open QuickBooks in the browser."""
        place = self._places[self._place]
        keys = connecting.complete(keys if place.asks_keys else place.keys)
        self._typed, self._trouble = keys, ("", "")
        try:
            link = connecting.link_for(self._desk.till, self._folder(), place, keys, passphrase)
        except PosError as error:
            self._failed(error)
            return
        self._sign_in(link)

    def sign_in_again(self) -> None:
        """The connection ended, or soon will: sign in once more with the keys that are kept."""
        link = self._desk.shop.exchange
        if link is not None:
            self._sign_in(link)

    def unlock(self, passphrase: str) -> None:
        """Open the file of secrets by its passphrase."""
        try:
            link = connecting.unlock(self._desk.shop, self._folder(), passphrase)
        except PosError as error:
            self._failed(error)
            return
        self._trouble = ("", "")
        if not link.kept.get("realm"):
            self._sign_in(link)
            return
        self._desk.shop.exchange, self._step = link, ""
        self.read()

    def _sign_in(self, link: Link) -> None:
        self._link, self._company, self._address = link, None, ""
        if connecting.comes_back_here(link.app.redirect_uri):
            self._wait_for_browser(link)
        else:
            opening = _("Opening QuickBooks …")
            self._work.ask_with(link, opening, _begun(link), after=self._wait_for_paste, failed=self._failed)

    def _wait_for_browser(self, link: Link) -> None:
        under_way = self._under_way = BrowserSignIn(link)
        self._step = WAITING
        self._show()

        def show(address: str) -> None:
            self._opened.emit(address)
            webbrowser.open(address)

        waiting = _("Waiting for the browser …")
        self._work.ask_with(
            link, waiting, lambda _shop: under_way.run(show), after=self._told, failed=self._given_up_or_failed
        )

    def _browser_opened(self, address: str) -> None:
        self._address = address
        self._show()

    def _wait_for_paste(self, under_way: PastedSignIn) -> None:
        self._under_way, self._address, self._step = under_way, under_way.address, PASTE
        self._show()

    def open_again(self) -> None:
        """Open QuickBooks in the browser once more; the one-time answer of before is worth nothing then."""
        if self._link is not None:
            self._sign_in(self._link)

    def paste(self, address: str) -> None:
        """Take the address that the browser ended on."""
        under_way, link = self._under_way, self._link
        if not isinstance(under_way, PastedSignIn) or link is None:
            return
        self._trouble = ("", "")

        def finish(_shop: OpenShop) -> CompanyFacts:
            return under_way.finish(address)

        self._work.ask_with(link, _("Signing in …"), finish, after=self._told, failed=self._failed)

    def set_by_itself(self, on: bool) -> None:
        """Whether a day is sent by itself when it is closed."""
        self._desk.do(lambda: set_auto_send(self._desk.till, on=on))
        self._show()

    def set_guarded(self, on: bool) -> None:
        """Whether days that somebody may have entered by hand are held back."""
        self._desk.do(lambda: set_guard(self._desk.till, on=on))
        self._show()

    def confirm(self) -> None:
        """Yes, this is it: from now on this shop's days go there."""
        link = self._link
        if link is not None and self._desk.do(lambda: confirm_company(self._desk.till, link)) is not None:
            self._link = self._under_way = None
            self.go_to(BOOKING if kept_fact(self._desk.shop, "set_up") != _DONE else CONNECTED)

    def set_up_again(self) -> None:
        """Go through the rest of the set-up once more."""
        self.go_to(BOOKING)

    def go_to(self, step: str) -> None:
        """Another page; where the set-up is stopped it goes on next time. After the last one it is done."""
        kept = _DONE if step == CONNECTED else step
        self._desk.do(lambda: keep_company_facts(self._desk.till, set_up=kept))
        self._step, self._trouble = step, ("", "")
        self._show()

    def end_connection(self) -> None:
        """Take the permission back at QuickBooks; mapping and what was sent stay."""
        link = self._desk.shop.exchange
        if link is not None and self._desk.do(lambda: disconnected(self._desk.till)) is not None:
            ending_it = _("Disconnecting …")
            self._work.ask_with(link, ending_it, lambda _shop: take_back(link), after=self._ended, failed=self._failed)

    def _ended(self, told: bool) -> None:
        self.begin_again()
        if not told:
            bold = _("The connection is forgotten here, but QuickBooks couldn't be told.")
            self._trouble = (bold, _("Take it back there too: Apps, then Disconnect."))
            self._show()

    def _told(self, company: CompanyFacts) -> None:
        self._company, self._trouble = company, ("", "")
        if self._step in (WAITING, PASTE):
            self._step = COMPANY
        self._show()

    def _given_up_or_failed(self, error: PosError) -> None:
        if self._step == WAITING:
            self._failed(error)

    def _failed(self, error: PosError) -> None:
        told = words_of(error)
        self._trouble = (told.bold, told.rest)
        if self._step == WAITING:
            self._step = KEYS if self._desk.shop.exchange is None else CONNECTED
        self._show()

    def _folder(self) -> Path:
        return data_dir()

    def _show(self) -> None:
        shop, company = self._desk.shop, self._company
        place = self._places[self._place]
        lasts = ending(shop, self._link)
        self.view = ConnectView(
            step=self._step,
            keys=self._typed if place.asks_keys else place.keys,
            place=self._place,
            places=tuple(words.place_face(one) for one in self._places),
            asks_keys=place.asks_keys,
            asks_address=place.kind == connecting.OTHER,
            asks_passphrase=not self._safe and place.kind != connecting.PRACTICE,
            company=company.name if company else "",
            plan=words.under(company) if company else "",
            facts=words.facts_of(shop, company) if company else (),
            ends=words.ending_words(lasts),
            ends_soon=lasts is not None and lasts.is_near,
            warning=words.currency_warning(shop, company),
            ended=words.ended_warning(company),
            trouble=self._trouble,
            address=self._address,
            by_itself=auto_send(shop),
            guarded=guard_is_on(shop),
        )
        self.changed.emit()


def _begun(link: Link) -> Callable[[OpenShop], PastedSignIn]:
    """Opens the browser, which may take its time, and goes on once somebody pastes where it ended."""

    def begin(_shop: OpenShop) -> PastedSignIn:
        under_way = PastedSignIn(link)
        webbrowser.open(under_way.address)
        return under_way

    return begin
