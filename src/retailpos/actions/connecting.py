"""Connecting QuickBooks from the window: keys, the browser, and what the company says of itself."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from retailpos.actions.compose import MemorySecrets
from retailpos.actions.connection import (
    DISCOVERY,
    PRODUCTION,
    SANDBOX,
    keep_app,
    kept_app,
    kept_link,
    safe_place,
)
from retailpos.actions.exchange import Link, set_app
from retailpos.actions.shop import OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import PosError, Refusal
from retailpos.exchange.loopback import Loopback, free_port
from retailpos.exchange.online import portrait as seen
from retailpos.exchange.tokens import App, SignIn
from retailpos.exchange.vault import secrets_file

DEFAULT_REDIRECT = "http://localhost:8765/connected"
WAIT_SECONDS = 300
ONLINE, TRIAL, RELAY, PRACTICE, OTHER = "online", "sandbox", "relay", "practice", "other"
RELAY_FILE = "relay.json"
# What the tax of a company's sales is reckoned by, and where its classes stand.
NO_TAX, AUTOMATED, BY_HAND, VAT = seen.NO_TAX, seen.AUTOMATED, seen.BY_HAND, seen.VAT
BY_LINE, BY_DOCUMENT = seen.BY_LINE, seen.BY_DOCUMENT
CompanyFacts = seen.Portrait


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
class Place:
    """Where QuickBooks can be. One that brings its keys along asks for none; `name` is the relay's own."""

    kind: str
    keys: Keys
    name: str = ""

    @property
    def asks_keys(self) -> bool:
        """True where the person types the keys of an app of their own."""
        return not self.keys.client_id


def places(shop: OpenShop, folder: Path) -> tuple[Place, ...]:
    """Where this shop can connect: the real books, the sandbox, a relay that was set up here, the practice company."""
    found = []
    relay = _told_by(folder / RELAY_FILE)
    if relay:
        keys = _keys(relay, PRODUCTION)
        found.append(Place(RELAY, keys, relay.get("name", "") or urlsplit(keys.discovery).hostname or ""))
    practice = _told_by(shop.store.path.with_name(f"{shop.store.path.stem}-company.json"))
    if shop.facts.practice and practice:
        found.append(Place(PRACTICE, _keys(practice, practice.get("url", ""))))
    online = Keys(PRODUCTION, DISCOVERY[PRODUCTION], redirect_uri="https://")
    return (*found, Place(ONLINE, online), Place(TRIAL, Keys()), Place(OTHER, Keys("", "")))


def _keys(told: dict[str, str], base_url: str) -> Keys:
    return Keys(
        told.get("base_url") or base_url,
        told.get("discovery_url", ""),
        told.get("client_id", ""),
        told.get("client_secret", ""),
        told.get("redirect_uri") or DEFAULT_REDIRECT,
    )


def _told_by(file: Path) -> dict[str, str]:
    """What a small file of whoever runs a relay (or the practice company) says; nothing where it can't be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    words = {str(k): v for k, v in told.items() if isinstance(v, str)} if isinstance(told, dict) else {}
    return words if words.get("discovery_url") and words.get("client_id") else {}


def complete(keys: Keys) -> Keys:
    """The keys with what follows from the rest; an address of one's own need not name its discovery document."""
    if keys.discovery.strip() or not keys.base_url.strip():
        return keys
    base = keys.base_url.strip().rstrip("/")
    return Keys(base, f"{base}/.well-known/openid_configuration", keys.client_id, keys.client_secret, keys.redirect_uri)


def check_keys(keys: Keys) -> None:
    """Refuse what QuickBooks would refuse, before the browser opens: missing keys, an address it never returns to."""
    if not keys.client_id.strip() or not keys.client_secret.strip():
        raise Refusal("app_keys_needed")
    where = urlsplit(keys.redirect_uri.strip())
    if keys.base_url == PRODUCTION and (where.scheme != "https" or not where.hostname or _is_here(where.hostname)):
        raise Refusal("redirect_needs_https")
    if where.scheme not in ("http", "https") or not where.hostname:
        raise Refusal("redirect_not_here", address=keys.redirect_uri[:100])


def comes_back_here(redirect_uri: str) -> bool:
    """True where the browser returns to this computer by itself; else the address it ends on has to be pasted."""
    where = urlsplit(redirect_uri.strip())
    return where.scheme == "http" and _is_here(where.hostname or "")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def has_keyring(shop: OpenShop, folder: Path) -> bool:
    """True where secrets have a safe place without a passphrase."""
    try:
        safe_place(shop, folder)
    except PosError:
        return False
    return True


def has_secrets(folder: Path) -> bool:
    """True where there is a file of secrets that a passphrase opens."""
    return secrets_file(folder).exists()


def link_for(till: Till, folder: Path, place: Place, keys: Keys, passphrase: str = "") -> Link:
    """Keep these keys and make the link to sign in with. Those of the practice company end with the program.

    Raises Refusal or Trouble where keys are missing, or there is no safe place for them.
    """
    till.need(rights.SETTINGS)
    check_keys(keys)
    if place.kind == PRACTICE:
        here = replace(keys, redirect_uri=f"http://localhost:{free_port()}/connected")
        return Link(here.base_url, here.app(), MemorySecrets())
    return keep_app(till, keys.base_url, keys.app(), safe_place(till.shop, folder, passphrase))


def kept_keys(link: Link) -> Keys:
    """The keys a link has, without its secret."""
    return Keys(link.base_url, link.app.discovery, link.app.client_id, "", link.app.redirect_uri)


def link_kept_by(shop: OpenShop, folder: Path, passphrase: str = "") -> Link | None:
    """The connection this shop keeps, or None where there is none or it needs a passphrase."""
    try:
        return kept_link(shop, safe_place(shop, folder, passphrase))
    except PosError:
        return None


def unlock(shop: OpenShop, folder: Path, passphrase: str) -> Link:
    """Open the file of secrets: the keys kept there, signed in or not. Raises Refusal for another passphrase."""
    found = kept_app(shop, safe_place(shop, folder, passphrase))
    if found is None:
        raise Refusal("app_keys_needed")
    return found


class BrowserSignIn:
    """One sign-in by the browser that comes back to this computer. `address` is there once the browser is opened."""

    def __init__(self, link: Link, *, seconds: int = WAIT_SECONDS) -> None:
        self.link, self.address = link, ""
        self._seconds = seconds
        self._listener: Loopback | None = None
        self._given_up = False

    def run(self, show: Callable[[str], object]) -> CompanyFacts:
        """Open the browser by `show`, wait for it, and say which company it is. Not for the main thread."""
        self._listener = listener = Loopback(self.link.app.redirect_uri)

        def through_browser(address: str) -> str:
            self.address = address
            if not self._given_up:
                show(address)
            return listener.wait(0 if self._given_up else self._seconds)

        try:
            set_app(self.link, through_browser)
        finally:
            listener.close()
        return company_facts(self.link)

    def give_up(self) -> None:
        """End the wait at once, or as soon as it would begin."""
        self._given_up = True
        if self._listener is not None:
            self._listener.give_up()


class PastedSignIn:
    """One sign-in whose browser ends on a page elsewhere: a person pastes the address of it. Goes over the network."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self._sign_in = SignIn(link.app)
        self.address = self._sign_in.address

    def finish(self, pasted: str) -> CompanyFacts:
        """Take the pasted address; says which company it is. An address that doesn't fit can be pasted again."""
        self._sign_in.finish(pasted, self.link.kept)
        return company_facts(self.link)


def sign_in(link: Link, show: Callable[[str], object], *, seconds: int = WAIT_SECONDS) -> CompanyFacts:
    """Sign in by the browser: `show` opens an address there. Returns what the company says of itself."""
    return BrowserSignIn(link, seconds=seconds).run(show)


def company_facts(link: Link) -> CompanyFacts:
    """What the company of a connection says of itself. Goes over the network."""
    client = link.client()
    try:
        return seen.portrait(client)
    finally:
        client.close()
