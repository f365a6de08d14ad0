"""The connection to QuickBooks that a shop keeps: addresses in the shop file, keys and tokens in a safe place."""

from __future__ import annotations

from pathlib import Path

from retailpos.actions.exchange import Link
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.exchange.tokens import App, Secrets
from retailpos.exchange.vault import open_secrets

PRODUCTION = "https://quickbooks.api.intuit.com"
SANDBOX = "https://sandbox-quickbooks.api.intuit.com"
DISCOVERY = {
    PRODUCTION: "https://developer.intuit.com/.well-known/openid_configuration/",
    SANDBOX: "https://developer.intuit.com/.well-known/openid_sandbox_configuration/",
}
_NAMES = ("base_url", "discovery", "client_id", "redirect_uri")


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


def kept_link(shop: OpenShop, kept: Secrets) -> Link | None:
    """The link a shop has, or None where it was never set up."""
    with shop.store.read() as tx:
        base_url, discovery, client_id, redirect = (tx.lists.meta(f"quickbooks_{name}") for name in _NAMES)
    secret = kept.get("client_secret")
    if not base_url or not secret:
        return None
    return Link(base_url, App(client_id, secret, redirect, discovery), kept, _lock_file(shop))


def _lock_file(shop: OpenShop) -> Path:
    """What every program that sends for this shop locks while it renews its tokens."""
    return shop.store.path.with_name(shop.store.path.name + ".tokens.lock")


def confirm_company(till: Till, link: Link) -> Changes:
    """From now on this shop's days go to the company signed in to; another company's days are never mixed in."""
    till.need(rights.SETTINGS)
    realm = link.kept.get("realm")
    if not realm:
        raise Refusal("not_connected")
    with till.shop.store.write() as tx:
        tx.lists.set_meta("quickbooks_realm", realm)
    till.shop.exchange = link
    return Changes(frozenset({"exchange"}))


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
