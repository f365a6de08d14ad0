"""Which company this shop's days go to: another one takes nothing before a person has said so, twice."""

from __future__ import annotations

from retailpos.actions.shop import OpenShop
from retailpos.core.errors import Refusal
from retailpos.core.outbox import OutboxRow
from retailpos.store.store import Tx

# The company that was confirmed, and the mapping that another company before it was sent by.
CONFIRMED, MAPPED_BEFORE = "quickbooks_realm", "quickbooks_mapped_before"


def need_confirmed(tx: Tx, realm: str) -> None:
    """Refuse a company that nobody said yes to, and one whose accounts nobody has chosen yet."""
    kept = tx.lists.meta(CONFIRMED)
    if kept and kept != realm:
        raise Refusal("company_not_confirmed")
    if mapping_waits(tx):
        raise Refusal("mapping_not_confirmed")


def need_same_company(shop: OpenShop, rows: tuple[OutboxRow, ...]) -> None:
    """Refuse to touch what was sent to another company than the one connected: its ids mean something else here."""
    realm = shop.exchange.kept.get("realm") if shop.exchange is not None else ""
    for row in rows:
        if realm and row.company and row.company != realm:
            raise Refusal("sent_to_another_company", number=row.doc_number)


def mapping_waits(tx: Tx) -> bool:
    """True where the mapping is still the one chosen for the company before."""
    before = tx.lists.meta(MAPPED_BEFORE)
    return before.isdigit() and tx.mappings.current().version <= int(before)


def take_company(tx: Tx, realm: str) -> None:
    """From now on days go to this company. Where it is another than before, what goes where must be chosen anew."""
    kept = tx.lists.meta(CONFIRMED)
    if kept and kept != realm:
        tx.lists.set_meta(MAPPED_BEFORE, str(tx.mappings.current().version))
    tx.lists.set_meta(CONFIRMED, realm)
