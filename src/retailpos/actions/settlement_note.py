"""What a payout's entry in QuickBooks says of itself."""

from __future__ import annotations

from retailpos.actions.shop import OpenShop
from retailpos.core.outbox import PAYOUT, OutboxRow
from retailpos.store.store import Tx


def payout_note(tx: Tx, shop: OpenShop, row: OutboxRow) -> str:
    """Which payout it is, of whom, and when it reached the bank; '' for any other row."""
    paper, _, recorded_by = row.paper.partition("/")
    document = tx.documents.get(recorded_by) if paper == PAYOUT else None
    if document is None:
        return ""
    facts = document.facts
    what = f"payout {facts['payout']} of {facts['processor']}, deposited {facts['date']}"
    return f"{shop.facts.name}, {what}. retailpos chain {row.chain_head}"
