"""How this shop's keyboard scanner sends: learnt once, kept in the shop file."""

from __future__ import annotations

import json
from typing import Any

from retailpos.actions.shop import Changes, OpenShop
from retailpos.core.errors import Refusal

_NAMES = ("gap", "end_within", "least")
_MOST_MS = 500


def kept_scanner(shop: OpenShop) -> dict[str, Any]:
    """The scanner's times in milliseconds, its shortest code and its prefix; empty where the usual ones do."""
    with shop.store.read() as tx:
        kept = tx.lists.meta("scanner")
    return json.loads(kept) if kept else {}


def keep_scanner(shop: OpenShop, *, gap: int, end_within: int, least: int, prefix: str = "") -> Changes:
    """Keep how the scanner sends, from the next start on."""
    if not all(0 < value <= _MOST_MS for value in (gap, end_within, least)) or len(prefix) > 20:
        raise Refusal("scanner_out_of_range", most=_MOST_MS)
    told = dict(zip(_NAMES, (gap, end_within, least), strict=True)) | {"prefix": prefix}
    with shop.store.write() as tx:
        tx.lists.set_meta("scanner", json.dumps(told))
    return Changes(frozenset({"settings"}))
