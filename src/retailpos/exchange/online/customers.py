"""A customer's account beside sales receipts: what was charged as an invoice, what was paid on account as a payment.

Both stand against the clearing account, and on the receivable account that QuickBooks uses for them by itself.
"""

from __future__ import annotations

from typing import Any

from retailpos.core.errors import Trouble
from retailpos.exchange.entry import WITH_CUSTOMER, Entry, Line
from retailpos.exchange.online import books
from retailpos.exchange.online.amounts import amount, cents, frozen, thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.marks import place_ref, settled
from retailpos.exchange.online.receipts import head, item_lines

INVOICE, PAYMENT = "Invoice", "Payment"
_RECEIVABLE = "Accounts Receivable"
_KEPT = ("PaymentRefNum", "TxnDate", "PrivateNote", "CustomerRef", "DepositToAccountRef")


def invoice(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes of an invoice: one line, on the item of the clearing account."""
    if not office.company.keeps_numbers:
        raise Trouble("numbers_not_kept")
    customer, clearing, there = _seen_to(office, entry)
    document = {
        "DocNumber": doc_number,
        **office.heading(entry.date, note),
        "CustomerRef": {"value": customer},
        **place_ref(there),
        "Line": item_lines(office, (clearing,), sign=-1),
        "TxnTaxDetail": {"TotalTax": amount(0)},
    }
    return frozen(document)


def payment(office: Office, entry: Entry, doc_number: str, note: str) -> str:
    """The exact bytes of a payment into the clearing account; which invoices it settles is said in QuickBooks."""
    customer, clearing, _there = _seen_to(office, entry)
    document = {
        "PaymentRefNum": doc_number,
        **office.heading(entry.date, note),
        "CustomerRef": {"value": customer},
        "TotalAmt": amount(clearing.cents),
        "DepositToAccountRef": {"value": clearing.account_id},
    }
    return frozen(document)


def same(sent: str, found: dict[str, Any]) -> bool:
    """True when the payment QuickBooks holds is the one that was sent, settled against whatever it may be."""
    ours = thawed(sent)
    return (head(found), _paid(found), _into(found)) == (head(ours), _paid(ours), _into(ours))


def difference(sent: str, found: dict[str, Any]) -> int:
    """By how many cents the payment QuickBooks holds differs from the one sent."""
    return _paid(found) - _paid(thawed(sent))


def body_of(found: dict[str, Any]) -> str:
    """A payment that QuickBooks holds, as bytes that `same` compares with."""
    return frozen({**{name: found[name] for name in _KEPT if name in found}, "TotalAmt": amount(_paid(found))})


def _seen_to(office: Office, entry: Entry) -> tuple[str, Line, Entry]:
    """The customer's id, the clearing line and the entry with this company's ids, once all are there.

    QuickBooks chooses the receivable account of these documents: where it is not the one that was mapped, the books
    would not be what the preview said, and a person has to decide.
    """
    there = settled(office, entry)
    owed = next(line for line in there.lines if line.slot in WITH_CUSTOMER)
    clearing = next(line for line in there.lines if line is not owed)
    kept = [one.id for one in books.accounts(office.client) if one.type == _RECEIVABLE and one.active]
    if kept != [owed.account_id]:
        raise Trouble("other_receivable_account")
    return books.ensure_customers(office.client, [owed.name])[owed.name], clearing, there


def _paid(document: dict[str, Any]) -> int:
    return cents(document.get("TotalAmt"))


def _into(document: dict[str, Any]) -> str:
    return str((document.get("DepositToAccountRef") or {}).get("value"))
