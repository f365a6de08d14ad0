"""The connection to QuickBooks that a shop keeps: addresses in the shop file, keys and tokens in a safe place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from retailpos.actions.company_here import take_company
from retailpos.actions.exchange import Link
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.exchange.tokens import App, Secrets, ends, revoke
from retailpos.exchange.vault import open_secrets

PRODUCTION = "https://quickbooks.api.intuit.com"
SANDBOX = "https://sandbox-quickbooks.api.intuit.com"
DISCOVERY = {
    PRODUCTION: "https://developer.intuit.com/.well-known/openid_configuration/",
    SANDBOX: "https://developer.intuit.com/.well-known/openid_sandbox_configuration/",
}
_NAMES = ("base_url", "discovery", "client_id", "redirect_uri")
# A person is told so many days before the connection ends: unused for 100 days, or after five years in any case.
NEAR_IDLE, NEAR_END = 14, 30
_DAY = 86_400


def safe_place(shop: OpenShop, folder: Path, passphrase: str = "") -> Secrets:
    """Where this shop's secrets are kept."""
    with shop.store.read() as tx:
        shop_id = tx.lists.meta("shop_id")
    return open_secrets(shop_id, folder, passphrase)


def keep_app(till: Till, base_url: str, app: App, kept: Secrets) -> Link:
    """Keep the app's keys and addresses; nothing is connected by this alone."""
    till.need(rights.SETTINGS)
    if not app.client_id.strip() or not app.client_secret.strip():
        raise Refusal("app_keys_needed")
    with till.shop.store.write() as tx:
        values = (base_url, app.discovery, app.client_id, app.redirect_uri)
        for name, value in zip(_NAMES, values, strict=True):
            tx.lists.set_meta(f"quickbooks_{name}", value)
    kept.put("client_secret", app.client_secret)
    return Link(base_url, app, kept, _lock_file(till.shop))


def was_set_up(shop: OpenShop) -> bool:
    """True where keys of an app were kept once, whether or not a company is connected now."""
    with shop.store.read() as tx:
        return bool(tx.lists.meta("quickbooks_base_url"))


def kept_app(shop: OpenShop, kept: Secrets) -> Link | None:
    """The kept keys as a link, signed in or not; None where none were kept."""
    with shop.store.read() as tx:
        base_url, discovery, client_id, redirect = (tx.lists.meta(f"quickbooks_{name}") for name in _NAMES)
    secret = kept.get("client_secret")
    if not base_url or not secret:
        return None
    return Link(base_url, App(client_id, secret, redirect, discovery), kept, _lock_file(shop))


def kept_link(shop: OpenShop, kept: Secrets) -> Link | None:
    """The link a shop has, or None where it was never set up, or was disconnected."""
    found = kept_app(shop, kept)
    return found if found is not None and kept.get("refresh") and kept.get("realm") else None


def _lock_file(shop: OpenShop) -> Path:
    """What every program that sends for this shop locks while it renews its tokens."""
    return shop.store.path.with_name(shop.store.path.name + ".tokens.lock")


def confirm_company(till: Till, link: Link) -> Changes:
    """From now on this shop's days go to the company signed in to; another company's days are never mixed in.

    Where it is another company than before, nothing is sent until somebody has chosen anew what goes where.
    """
    till.need(rights.SETTINGS)
    realm = link.kept.get("realm")
    if not realm:
        raise Refusal("not_connected")
    with till.shop.store.write() as tx:
        take_company(tx, realm)
    till.shop.exchange = link
    return Changes(frozenset({"exchange"}))


def take_back(link: Link) -> bool:
    """Withdraw the permission at QuickBooks and forget the tokens; the app's keys stay for the next time.

    False where QuickBooks could not be told: then it is to be taken back there too, under Apps. Goes over the network.
    """
    return revoke(link.app, link.kept)


def disconnected(till: Till) -> Changes:
    """The shop has no connection any more. Its mapping, and the register of what was sent, stay as they are."""
    till.need(rights.SETTINGS)
    till.shop.exchange = None
    return Changes(frozenset({"exchange"}))


@dataclass(frozen=True, slots=True)
class Ending:
    """When the connection ends: by itself if it is not used until `idle_on`, and in any case on `hard_on`.

    The days are counted from now; None where QuickBooks did not say.
    """

    idle_days: int | None
    idle_on: str
    hard_days: int | None
    hard_on: str

    @property
    def is_near(self) -> bool:
        """True where somebody should sign in again before long."""
        idle, hard = self.idle_days, self.hard_days
        return (idle is not None and idle <= NEAR_IDLE) or (hard is not None and hard <= NEAR_END)


def ending(shop: OpenShop, link: Link | None = None) -> Ending | None:
    """When the connection of this shop (or one not confirmed yet) ends; None where there is none."""
    link = link or shop.exchange
    if link is None or not link.kept.get("refresh"):
        return None
    now = shop.now_ms() // 1000
    idle, hard = ends(link.kept)
    return Ending(*_left(idle, now), *_left(hard, now))


def _left(until: int, now: int) -> tuple[int | None, str]:
    if not until:
        return None, ""
    return (until - now) // _DAY, datetime.fromtimestamp(until, UTC).date().isoformat()


def set_auto_send(till: Till, *, on: bool) -> Changes:
    """Whether a day is sent by itself when it is closed."""
    till.need(rights.SETTINGS)
    with till.shop.store.write() as tx:
        tx.lists.set_meta("auto_send", "1" if on else "0")
    return Changes(frozenset({"exchange"}))


def auto_send(shop: OpenShop) -> bool:
    """True where a closed day is sent by itself."""
    with shop.store.read() as tx:
        return tx.lists.meta("auto_send", "0") == "1"
