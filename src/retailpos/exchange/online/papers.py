"""The kinds of QuickBooks document a day can be sent as: one sender, and one paper for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from retailpos.core import outbox as states
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.entry import Entry
from retailpos.exchange.online import customers, journal, receipts, transfers
from retailpos.exchange.online.amounts import thawed
from retailpos.exchange.online.books import Office


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of document.

    `made` gives the exact bytes of an entry, `same` proves that every line arrived, `difference` says by how many
    cents what is there differs from what was sent, `body_of` turns what is there into bytes that `same` compares
    with. `number` names the property that carries our document number; where there is none, `noted` finds it in the
    note, and the document is looked for by its date.
    """

    entity: str
    path: str
    made: Callable[[Office, Entry, str, str], str]
    same: Callable[[str, dict[str, Any]], bool]
    difference: Callable[[str, dict[str, Any]], int]
    body_of: Callable[[dict[str, Any]], str]
    number: str = "DocNumber"
    noted: Callable[[dict[str, Any]], str] | None = None

    def number_of(self, found: dict[str, Any]) -> str:
        """Our document number on a document that QuickBooks holds; '' where it has none."""
        return self.noted(found) if self.noted else str(found.get(self.number) or "")

    def asked_for(self, number: str, body: str) -> str:
        """The query's condition that finds the document of a number; `body` are its bytes."""
        return f"TxnDate = '{thawed(body)['TxnDate']}'" if self.noted else f"{self.number} = '{number}'"


JOURNAL = Paper(
    journal.ENTITY,
    journal.PATH,
    journal.made,
    journal.same,
    journal.difference,
    journal.body_of,
)


SALES_RECEIPT = Paper(
    receipts.SOLD, "salesreceipt", receipts.sold, receipts.same, receipts.difference, receipts.body_of
)
REFUND_RECEIPT = Paper(
    receipts.BACK, "refundreceipt", receipts.came_back, receipts.same, receipts.difference, receipts.body_of
)
INVOICE = Paper(customers.INVOICE, "invoice", customers.invoice, receipts.same, receipts.difference, receipts.body_of)
PAYMENT = Paper(
    customers.PAYMENT,
    "payment",
    customers.payment,
    customers.same,
    customers.difference,
    customers.body_of,
    number="PaymentRefNum",
)
TRANSFER = Paper(
    transfers.ENTITY,
    transfers.PATH,
    transfers.made,
    transfers.same,
    transfers.difference,
    transfers.body_of,
    noted=transfers.number,
)
_BY_NAME = {
    states.JOURNAL: JOURNAL,
    states.RECEIPT: SALES_RECEIPT,
    states.REFUND: REFUND_RECEIPT,
    states.REST: JOURNAL,
    states.PAYOUT: JOURNAL,
    states.TRANSFER: TRANSFER,
    states.INVOICE: INVOICE,
    states.PAYMENT: PAYMENT,
}


def paper_of(name: str) -> Paper:
    """The paper that a row of the outbox names."""
    return _BY_NAME[name.partition("/")[0]]


def rivals(row: OutboxRow) -> tuple[tuple[str, str], ...]:
    """Where the same sales would stand had the shop sent them in its other form, as (entity, document number).

    A file restored from a backup may have forgotten both what was sent and in which form.
    """
    parted = re.fullmatch(r"(.*-)[A-Z](\d+)(?:-\d+)?", row.doc_number)
    if row.entry != "sales" or parted is None:
        return ()
    head, run = parted.groups()
    sort = row.paper.partition("/")[0]
    if sort == states.TRANSFER:
        return ()
    if sort == states.JOURNAL:
        parts = ((receipts.SOLD, "S"), (receipts.BACK, "X"), (journal.ENTITY, "J"))
        return tuple((entity, f"{head}{letter}{run}") for entity, letter in parts)
    return ((journal.ENTITY, f"{head}S{run}"),)
