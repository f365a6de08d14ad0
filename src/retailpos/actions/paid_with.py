"""How a receipt was paid, what was said about it afterwards included."""

from __future__ import annotations

from retailpos.core.document import TENDER_CHANGE, Document
from retailpos.store.store import Tx


def changes_of(tx: Tx, receipt: Document) -> tuple[Document, ...]:
    """The documents that moved money of this receipt from one tender to another, in their order."""
    return tuple(document for document in tx.documents.referring(receipt.id) if document.kind == TENDER_CHANGE)


def paid_with(tx: Tx, receipt: Document) -> dict[str, int]:
    """What lies in each tender for this receipt now, by the tender's id, in cents; nothing left out but zeros."""
    found: dict[str, int] = {}
    for payment in receipt.payments:
        found[payment.tender] = found.get(payment.tender, 0) + payment.cents
    for change in changes_of(tx, receipt):
        cents = int(change.facts["cents"])
        for tender, more in ((change.facts["from_tender"], -cents), (change.facts["to_tender"], cents)):
            found[str(tender)] = found.get(str(tender), 0) + more
    return {tender: cents for tender, cents in found.items() if cents}
