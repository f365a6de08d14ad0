"""Days before the one that a shop began to send with: kept, shown, and never sent by themselves."""

from __future__ import annotations

from dataclasses import replace

from retailpos.core.outbox import LEFT_OUT, READY, OutboxRow
from retailpos.store.store import Tx

START = "quickbooks_start"


def left_out_before(start: str, row: OutboxRow) -> OutboxRow:
    """The row as it stands where days are sent from `start` on: left out before, waiting from then on."""
    if row.was_tried:
        return row
    if row.business_date < start:
        return replace(row, state=LEFT_OUT, reason="before_start")
    return replace(row, state=READY, reason="") if row.state == LEFT_OUT else row


def as_planned(tx: Tx, row: OutboxRow) -> OutboxRow:
    """A new row of a day's close, left out where its day lies before the start."""
    return left_out_before(tx.lists.meta(START), row)
