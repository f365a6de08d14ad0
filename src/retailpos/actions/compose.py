"""What whoever puts a shop together needs from the rings below, so that nobody above reaches past the actions."""

from __future__ import annotations

from retailpos.actions.exchange import Link
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, create_shop, open_shop
from retailpos.devices.parts import Devices
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.tokens import App, MemorySecrets, Secrets
from retailpos.store.store import Tx

__all__ = [
    "App",
    "Client",
    "Devices",
    "Link",
    "MemorySecrets",
    "OpenShop",
    "Secrets",
    "SystemClock",
    "TimeOrderedIds",
    "Tx",
    "create_shop",
    "open_shop",
    "unhurried",
]
