"""What waits for QuickBooks: one row a QuickBooks document, and the states it goes through."""

from __future__ import annotations

from dataclasses import dataclass

# What a row is sent as: a whole entry as a journal, or the parts of one that a sales form was chosen for.
# A customer's paper says whose it is: `invoice/CUSTOMER`.
JOURNAL, RECEIPT, REFUND, REST = "journal", "receipt", "refund", "rest"
INVOICE, PAYMENT = "invoice", "payment"
# Money that only changes its place, `transfer/REGISTER/SLOT/KEY`; the paper it was taken out of is `journal/apart`.
TRANSFER, APART = "transfer", "apart"
# Sent by itself and not with a day: a payout, `payout/DOCUMENT`, with the document that recorded it.
PAYOUT = "payout"
OPEN, CLOSED = "open", "closed"
BLOCKED, READY, SENDING, UNKNOWN = "blocked", "ready", "sending", "unknown"
REJECTED, POSTED, VERIFIED = "rejected", "posted", "verified"
CHANGED_THERE, MISSING = "changed-in-quickbooks", "missing"
# Worked out, never kept: somebody looked at a ready day and signed it off; a sent day took more money here.
APPROVED, CHANGED_HERE = "approved", "changed-here"
# A person's decisions on a document: another took its place; another took it back, so that both come to nothing.
SUPERSEDED, REVERSED = "superseded", "reversed"
# Its day lies before the one that the shop began to send with.
LEFT_OUT = "left-out"

# The worst first: a day shows the worst state of its documents.
WORST_FIRST = (
    BLOCKED,
    REJECTED,
    UNKNOWN,
    MISSING,
    CHANGED_THERE,
    SENDING,
    CHANGED_HERE,
    OPEN,
    READY,
    APPROVED,
    POSTED,
    REVERSED,
    VERIFIED,
    SUPERSEDED,
    LEFT_OUT,
)


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A QuickBooks document to be sent: which periods it holds, and how far it got.

    `body`, `request_id` and `mapping_version` are frozen by the first attempt of a revision and never change
    under one request id. `paper` is what the document will be in QuickBooks.
    """

    doc_number: str
    store: int
    business_date: str
    entry: str
    run: int
    periods: tuple[tuple[int, int, str, int], ...]
    chain_head: str
    state: str
    reason: str = ""
    company: str = ""
    mapping_version: int = 0
    revision: int = 0
    request_id: str = ""
    body: str = ""
    quickbooks_id: str = ""
    sync_token: str = ""
    attempts: int = 0
    retry_at: int = 0
    sent_at: int = 0
    said: str = ""
    paper: str = JOURNAL

    @property
    def was_tried(self) -> bool:
        """True when something of it may have left: from then on it stays what it is."""
        return bool(self.attempts or self.body or self.quickbooks_id)


def worst(states: tuple[str, ...]) -> str:
    """The state a day shows. What was superseded counts only where nothing else is there."""
    return min(states, key=WORST_FIRST.index) if states else CLOSED
