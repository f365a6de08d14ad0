"""Connecting QuickBooks from the window: keys, the browser, and what the company says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from retailpos.actions.connection import DISCOVERY, PRODUCTION, SANDBOX, kept_link, safe_place
from retailpos.actions.exchange import Link, set_app
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import Trouble
from retailpos.exchange.loopback import Loopback
from retailpos.exchange.online.books import accounts, company
from retailpos.exchange.tokens import App

DEFAULT_REDIRECT = "http://localhost:8765/connected"
WAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Keys:
    """What is typed on the first page: where QuickBooks is, and the app's two keys."""

    base_url: str = SANDBOX
    discovery: str = DISCOVERY[SANDBOX]
    client_id: str = ""
    client_secret: str = ""
    redirect_uri: str = DEFAULT_REDIRECT

    def app(self) -> App:
        """The keys as the exchange takes them."""
        return App(
            self.client_id.strip(), self.client_secret.strip(), self.redirect_uri.strip(), self.discovery.strip()
        )


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """The company behind a connection, in its own words."""

    name: str
    country: str
    currency: str
    plan: str
    closed_to: str
    tracks_classes: bool
    many_currencies: bool
    accounts: int
    realm: str


def places() -> tuple[tuple[str, str, str], ...]:
    """Where QuickBooks can be, as (name, base address, discovery address)."""
    return tuple(
        (name, base, DISCOVERY[base]) for name, base in (("QuickBooks Online", PRODUCTION), ("Sandbox", SANDBOX))
    )


def has_keyring(shop: OpenShop, folder: Path) -> bool:
    """True where secrets have a safe place without a passphrase."""
    try:
        safe_place(shop, folder)
    except Trouble:
        return False
    return True


def kept_keys(link: Link) -> Keys:
    """The keys a link has, without its secret."""
    return Keys(link.base_url, link.app.discovery, link.app.client_id, "", link.app.redirect_uri)


def link_kept_by(shop: OpenShop, folder: Path) -> Link | None:
    """The connection this shop keeps in the keyring, or None where there is none or it needs a passphrase."""
    try:
        return kept_link(shop, safe_place(shop, folder))
    except Trouble:
        return None


def sign_in(link: Link, show: Callable[[str], object], *, seconds: int = WAIT_SECONDS) -> CompanyFacts:
    """Sign in by the browser: `show` opens an address there. Returns what the company says of itself.

    Goes over the network and waits for a person: not for the main thread.
    """
    listener = Loopback(link.app.redirect_uri)

    def through_browser(address: str) -> str:
        show(address)
        return listener.wait(seconds)

    try:
        set_app(link, through_browser)
    finally:
        listener.close()
    return company_facts(link)


def company_facts(link: Link) -> CompanyFacts:
    """What the company of a connection says of itself. Goes over the network."""
    client = link.client()
    try:
        said = company(client)
        chart = accounts(client)
    finally:
        client.close()
    return CompanyFacts(
        said.name,
        said.country,
        said.currency,
        said.plan,
        said.closed_to,
        said.tracks_classes,
        said.multicurrency,
        sum(1 for account in chart if account.active),
        said.realm,
    )
