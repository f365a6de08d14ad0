"""Connecting QuickBooks: the keys, the browser, then the company that is asked to be the right one."""

from __future__ import annotations

import webbrowser
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from retailpos.actions import connecting
from retailpos.actions.compose import Link
from retailpos.actions.connecting import CompanyFacts, Keys
from retailpos.actions.connection import auto_send, confirm_company, keep_app, safe_place, set_auto_send
from retailpos.actions.guards import guard_is_on, set_guard
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import PosError, Refusal
from retailpos.settings import data_dir
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import short_date
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.notices import words_of
from retailpos.wording import _

KEYS, WAITING, COMPANY, CONNECTED = "keys", "waiting", "company", "connected"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the company says of itself, and whether it suits the shop (None where it is only told)."""

    name: str
    text: str
    suits: bool | None = None


@dataclass(frozen=True, slots=True)
class ConnectView:
    """The whole page as it is shown."""

    step: str
    keys: Keys
    place: int
    places: tuple[str, ...]
    asks_passphrase: bool
    company: str
    plan: str
    facts: tuple[Fact, ...]
    warning: str
    trouble: str
    by_itself: bool
    guarded: bool


class ConnectModel(QObject):
    """Verbs of the connect page."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._keys = Keys()
        self._place = 0
        self._step = KEYS
        self._company: CompanyFacts | None = None
        self._link: Link | None = None
        self._trouble = ""
        self._safe = True
        self.view: ConnectView | None = None

    def read(self) -> None:
        """Look what is connected already."""
        shop = self._desk.shop
        self._safe = shop.facts.practice or connecting.has_keyring(shop, self._folder())
        if shop.exchange is not None and self._step == KEYS and self._company is None:
            self._step = CONNECTED
            self._keys = connecting.kept_keys(shop.exchange)
            self.ask_company()
        self._show()

    def ask_company(self) -> None:
        """Read what the company says of itself."""
        link = self._link or self._desk.shop.exchange
        if link is not None:
            words = _("Reading QuickBooks …")
            self._work.ask_with(link, words, lambda _shop: connecting.company_facts(link), after=self._told)

    def choose_place(self, at: int) -> None:
        """QuickBooks Online, the sandbox, or an address of one's own."""
        self._place = at
        known = connecting.places()
        if at < len(known):
            _name, base, discovery = known[at]
            self._keys = replace(self._keys, base_url=base, discovery=discovery)
        self._show()

    def begin_again(self) -> None:
        """Back to the keys."""
        self._step, self._company, self._link, self._trouble = KEYS, None, None, ""
        self._show()

    def connect_with(self, keys: Keys, passphrase: str = "") -> None:
        """Keep the keys and open QuickBooks in the browser."""
        self._keys, self._trouble = keys, ""
        try:
            kept = safe_place(self._desk.shop, self._folder(), passphrase)
            link = keep_app(self._desk.till, keys.base_url, keys.app(), kept)
        except PosError as error:
            self._trouble = words_of(error).sentence()
            self._show()
            return
        self._link, self._step = link, WAITING
        self._show()

        def by_browser(_shop: OpenShop) -> CompanyFacts:
            return connecting.sign_in(link, webbrowser.open)

        words = _("Waiting for the browser …")
        self._work.ask_with(link, words, by_browser, after=self._told, failed=self._failed)

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
        if link is None:
            self._desk.context.open_page("quickbooks")
            return
        if self._desk.do(lambda: confirm_company(self._desk.till, link)) is not None:
            self._step, self._link = CONNECTED, None
            self._desk.context.open_page("mapping")

    def _told(self, company: CompanyFacts) -> None:
        self._company = company
        if self._step == WAITING:
            self._step = COMPANY
        self._show()

    def _failed(self, error: PosError) -> None:
        self._trouble = words_of(error).sentence()
        if self._step == WAITING:
            self._step = KEYS
        self._show()

    def _folder(self) -> Path:
        return data_dir()

    def _show(self) -> None:
        company = self._company
        names = (*(name for name, _base, _discovery in connecting.places()), _("Another address"))
        self.view = ConnectView(
            self._step,
            self._keys,
            self._place,
            names,
            not self._safe,
            company.name if company else "",
            self._under(company),
            self._facts(company) if company else (),
            self._warning(company),
            self._trouble,
            auto_send(self._desk.shop),
            guard_is_on(self._desk.shop),
        )
        self.changed.emit()

    def _under(self, company: CompanyFacts | None) -> str:
        if company is None:
            return ""
        return " · ".join(part for part in (company.plan, _("company {realm}").format(realm=company.realm)) if part)

    def _facts(self, company: CompanyFacts) -> tuple[Fact, ...]:
        shop = self._desk.shop.facts
        same = company.currency in ("", shop.currency)
        currency = company.currency or shop.currency
        words = _("{currency}, same as the shop") if same else _("{currency}; the shop has another")
        closed = short_date(company.closed_to) + f" {company.closed_to[:4]}" if company.closed_to else _("not closed")
        return (
            Fact(_("Home currency"), words.format(currency=currency), same),
            Fact(_("Country"), company.country or _("not told"), None if not company.country else True),
            Fact(_("Books closed until"), closed, True),
            Fact(_("Classes"), _("On") if company.tracks_classes else _("Off")),
            Fact(_("Accounts"), str(company.accounts), True),
            Fact(_("Several currencies"), _("On") if company.many_currencies else _("Off")),
        )

    def _warning(self, company: CompanyFacts | None) -> str:
        if company is None or company.currency in ("", self._desk.shop.facts.currency):
            return ""
        return _("The company keeps its books in {currency}. Choose the company that has this shop's currency.").format(
            currency=company.currency
        )


def needed(keys: Keys) -> str:
    """What is still missing from the keys, in words; empty when all is there."""
    if not keys.client_id.strip() or not keys.client_secret.strip():
        return words_of(Refusal("app_keys_needed")).sentence()
    return ""
