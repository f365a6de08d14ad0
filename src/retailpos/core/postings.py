"""Every document's own balanced postings: rows that sum to zero, written with it and never worked out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retailpos.core import document as kinds
from retailpos.core.cart import DONATION, FEES, GIFT_CARD
from retailpos.core.catalogue import HOUSE
from retailpos.core.document import DocLine, Document, Posting
from retailpos.core.slots import EXEMPT, tender_slot

SALE_SIDE, RETURN_SIDE = "sale", "return"


def postings(document: Document, original: tuple[Posting, ...] = ()) -> tuple[Posting, ...]:
    """The legs of a document, debit positive, summing to zero.

    `original` are the postings of the document that this one voids.
    """
    if document.kind == kinds.VOID:
        legs = tuple(_turned(leg, document.register) for leg in (*original, *_moved(document, original)))
    else:
        maker = _MAKERS.get(document.kind)
        legs = _summed(maker(document)) if maker else ()
    if sum(leg.cents for leg in legs) != 0:
        raise ArithmeticError(f"{document.kind} {document.printed_number} does not balance")
    return legs


def _moved(document: Document, original: tuple[Posting, ...]) -> Iterator[Posting]:
    """What was moved between tenders after the sale that this document voids: its money is given back from there."""
    side = next((leg.side for leg in original if leg.slot.startswith("tender.")), "")
    for change in document.facts.get("moved", ()):
        for sign, end in ((-1, "from"), (1, "to")):
            kind, tender = str(change[f"{end}_kind"]), str(change[f"{end}_tender"])
            key = _tender_key(document, kind, tender)
            yield Posting(tender_slot(kind), key, sign * int(change["cents"]), side=side)


def _turned(leg: Posting, register: int) -> Posting:
    """A leg reversed, on the side it was on; cash goes back out of the drawer of the register that voids."""
    key = str(register) if leg.slot == "tender.cash" else leg.key
    return Posting(leg.slot, key, -leg.cents, leg.entry, leg.side, leg.department, leg.reason, leg.tax_code, leg.party)


def _summed(legs: Iterator[Posting]) -> tuple[Posting, ...]:
    """Legs that differ only in cents, added up; zeros dropped; in the order of first appearance."""
    sums: dict[tuple[str, ...], int] = {}
    for leg in legs:
        # A plain tuple of words is found three times as quickly as a frozen value; every sale waits for this.
        bare = (leg.slot, leg.key, leg.entry, leg.side, leg.department, leg.reason, leg.tax_code, leg.party)
        sums[bare] = sums.get(bare, 0) + leg.cents
    return tuple(Posting(slot, key, cents, *words) for (slot, key, *words), cents in sums.items() if cents)


def _receipt(document: Document) -> Iterator[Posting]:
    """Sale, return or exchange: what was sold and given back against how it was paid."""
    for line in document.lines:
        yield from (_came_back if line.comes_back else _sold)(line)
        side = RETURN_SIDE if line.comes_back else SALE_SIDE
        for row, cents in line.taxes:
            key = f"{row.agency}/{row.rate_name}" if row.rate_name else row.agency
            yield Posting("tax", key, -cents, side=side, tax_code=line.tax_code)
        if line.cost:
            yield Posting("cogs", line.department, line.cost, side=side, department=line.department)
            yield Posting("inventory", "", -line.cost, side=side, department=line.department)
    yield from _tenders(document)


def _sold(line: DocLine) -> Iterator[Posting]:
    """Revenue before discount, and each discount under its reason."""
    if line.kind in (*FEES, DONATION):
        slot = {DONATION: "donations"}.get(line.kind, line.kind)
        yield Posting(slot, line.reason, -line.sales, side=SALE_SIDE, tax_code=line.tax_code)
        return
    if line.kind == GIFT_CARD:
        yield Posting("gift_sold", "", -line.sales, side=SALE_SIDE)
        return
    key = f"{line.department}/{EXEMPT}" if line.removed else line.department
    yield Posting("sales", key, -line.sales, side=SALE_SIDE, department=line.department, tax_code=line.tax_code)
    for reason, cents in line.discounts:
        yield Posting(
            "discounts", "", cents, side=SALE_SIDE, department=line.department, reason=reason, tax_code=line.tax_code
        )


def _came_back(line: DocLine) -> Iterator[Posting]:
    """The net given back, in Sales Returns; discounts are not touched."""
    yield Posting(
        "returns",
        "",
        -line.net,
        side=RETURN_SIDE,
        department=line.department,
        reason=line.reason,
        tax_code=line.tax_code,
    )


def _tenders(document: Document) -> Iterator[Posting]:
    """Each tender, and cash rounding.

    An exchange has a side that sells and a side that takes back, each of which must sum to zero: the first
    tender carries the whole of what came back on the return side and makes up for it on the sale side.
    """
    given_back = sum(line.net + sum(cents for _, cents in line.taxes) for line in document.lines if line.comes_back)
    sells = any(not line.comes_back for line in document.lines)
    both = bool(given_back) and sells
    side = SALE_SIDE if sells else RETURN_SIDE
    for payment in document.payments:
        yield _tender_leg(document, payment.kind, payment.tender, payment.cents, side)
        yield Posting("rounding", "", payment.rounding, side=side)
    if both:
        first = document.payments[0] if document.payments else None
        kind, tender = (first.kind, first.tender) if first else ("cash", "cash")
        yield _tender_leg(document, kind, tender, given_back, RETURN_SIDE)
        yield _tender_leg(document, kind, tender, -given_back, SALE_SIDE)


def _tender_leg(document: Document, kind: str, tender: str, cents: int, side: str) -> Posting:
    """One tender's leg. A charge to a customer's account is theirs; what is given back to it counts as paid."""
    if kind == HOUSE:
        slot = "house_charge" if cents > 0 else "house_payment"
        return Posting(slot, document.customer, cents, side=side, party=document.customer)
    return Posting(tender_slot(kind), _tender_key(document, kind, tender), cents, side=side)


def _account_payment(document: Document) -> Iterator[Posting]:
    """A customer pays on account."""
    payment = document.payments[0]
    yield _tender_leg(document, payment.kind, payment.tender, payment.cents, "")
    yield Posting("rounding", "", payment.rounding)
    yield Posting("house_payment", document.customer, -payment.applied, party=document.customer)


def _tender_key(document: Document, kind: str, tender: str) -> str:
    """Cash is kept by drawer, checks are one row, every other tender is a row of its own."""
    return {"cash": str(document.register), "check": ""}.get(kind, tender)


def _cash_against(slot: str) -> Callable[[Document], Iterator[Posting]]:
    """Money into the drawer (negative facts: out of it) against one slot, under the reason or account named."""

    def legs(document: Document) -> Iterator[Posting]:
        cents = int(document.facts["cents"])
        key = str(document.facts.get("key", ""))
        yield Posting("tender.cash", str(document.register), cents)
        yield Posting(slot, key, -cents, reason=document.reason)

    return legs


def _count(document: Document) -> Iterator[Posting]:
    """A count posts only counted less expected. Opening with another float than was left does the same."""
    difference = int(document.facts.get("difference", 0))
    yield Posting("tender.cash", str(document.register), difference)
    yield Posting("over_short", str(document.register), -difference)


def _tender_change(document: Document) -> Iterator[Posting]:
    """Money moved between tenders after the sale; a drawer already counted makes it over or short."""
    cents = int(document.facts["cents"])
    for sign, end in ((-1, "from"), (1, "to")):
        kind, tender = str(document.facts[f"{end}_kind"]), str(document.facts[f"{end}_tender"])
        if kind == "cash" and document.facts.get("counted"):
            yield Posting("over_short", str(document.register), sign * cents)
        else:
            yield Posting(tender_slot(kind), _tender_key(document, kind, tender), sign * cents)


def _settlement(document: Document) -> Iterator[Posting]:
    """A processor's payout: what it charged for the shop leaves card clearing, less its costs it reached the bank."""
    facts = document.facts
    yield Posting("bank", str(facts["bank"]), int(facts["net"]), entry="settlement")
    yield Posting("card_fees", str(facts["processor"]), int(facts["fees"]), entry="settlement")
    yield Posting("chargebacks", str(facts["processor"]), int(facts["chargebacks"]), entry="settlement")
    for tender, cents in facts["parts"]:
        yield Posting("tender.card", str(tender), -int(cents), entry="settlement")


def _adjust(document: Document) -> Iterator[Posting]:
    """Stock value gained or lost, under its reason."""
    for line in document.lines:
        yield Posting("inventory", "", -line.cost, entry="stock", department=line.department)
        yield Posting("inv_adjust", document.reason, line.cost, entry="stock", reason=document.reason)


_MAKERS: dict[str, Callable[[Document], Iterator[Posting]]] = {
    kinds.SALE: _receipt,
    kinds.RETURN: _receipt,
    kinds.OPENING: _count,
    kinds.COUNT: _count,
    kinds.PAID_IN: _cash_against("paid_in"),
    kinds.PAID_OUT: _cash_against("paid_out"),
    kinds.DROP: _cash_against("safe"),
    kinds.BANK_DEPOSIT: _cash_against("bank"),
    kinds.OPENING_CASH: _cash_against("bank"),
    kinds.TENDER_CHANGE: _tender_change,
    kinds.ADJUST: _adjust,
    kinds.ACCOUNT_PAYMENT: _account_payment,
    kinds.SETTLEMENT: _settlement,
}
