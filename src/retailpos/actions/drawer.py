"""The drawer: float, paid in and out, drops, counting, the till bag, and the bank."""

from __future__ import annotations

from typing import Any

from retailpos.actions.finish import need_open_drawer
from retailpos.actions.paid_with import paid_with
from retailpos.actions.receipts import slip_paper
from retailpos.actions.shop import Changes
from retailpos.actions.till import Till
from retailpos.core import document as kinds
from retailpos.core import rights
from retailpos.core.catalogue import HOUSE
from retailpos.core.errors import NeedsRight, Refusal
from retailpos.core.mapping import Row
from retailpos.core.money import MOST_CENTS
from retailpos.core.rights import has_right
from retailpos.store.store import Tx
from retailpos.wording import _


def open_drawer(till: Till, amount: int) -> Changes:
    """Open the drawer with a float in cents.

    What was left at the last close is expected in it, and a difference is over or short; where nothing was
    left, the float comes out of the till bag and posts nothing.
    """
    till.need(rights.OPEN_DRAWER)
    _sum(amount, least=0)
    shop, store = till.shop, till.shop.facts.store
    with shop.store.write() as tx:
        state = tx.documents.drawer(store, till.register)
        if state["opened_by"]:
            raise Refusal("drawer_open_already")
        left = state["left_cents"]
        difference = 0 if left is None else amount - left
        facts = {"float": amount, "difference": difference}
        document = shop.record(tx, till.register, kinds.OPENING, by=till.by, facts=facts)
        bag = state["bag"] - amount if left is None else state["bag"]
        tx.documents.touch_drawer(
            store,
            till.register,
            opened_by=document.id,
            business_date=document.business_date,
            expected=amount,
            bag=bag,
            left_cents=None,
        )
    till.kick(document.id)
    return Changes(frozenset({"drawer"}), (document,))


def expected(till: Till) -> int:
    """What should be in the open drawer, in cents."""
    with till.shop.store.read() as tx:
        return int(tx.documents.drawer(till.shop.facts.store, till.register)["expected"])


def paid_in(till: Till, amount: int, reason: str, account: str = "") -> Changes:
    """Put money into the drawer for a reason; an account named is kept as the reason's own."""
    return _move(till, kinds.PAID_IN, amount, reason=reason, account=account)


def paid_out(till: Till, amount: int, reason: str, account: str = "") -> Changes:
    """Take money out of the drawer for a reason."""
    return _move(till, kinds.PAID_OUT, amount, reason=reason, account=account)


def _move(till: Till, kind: str, amount: int, *, reason: str, account: str) -> Changes:
    till.need(rights.PAID_IN_OUT)
    _sum(amount)
    if not reason.strip():
        raise Refusal("reason_needed")
    sign = 1 if kind == kinds.PAID_IN else -1
    title = _("PAID IN") if sign > 0 else _("PAID OUT")
    return _cash_document(till, kind, sign * amount, title=title, reason=reason, account=account)


def _name_account(tx: Tx, till: Till, slot: str, key: str, account: str) -> None:
    """Keep an account as the one for a slot's sub-row, as a new version of the mapping."""
    mapping = tx.mappings.current()
    found = mapping.find(slot, key)
    if found is None or found.account != account:
        tx.mappings.keep(mapping.with_row(Row(slot, key, account)).rows, at=till.shop.now_ms(), by=till.by)


def drop(till: Till, amount: int) -> Changes:
    """Move money from the drawer to the safe."""
    till.need(rights.DROP)
    _sum(amount)
    return _cash_document(till, kinds.DROP, -amount, title=_("DROP TO THE SAFE"))


def _cash_document(till: Till, kind: str, cents: int, *, title: str, reason: str = "", account: str = "") -> Changes:
    need_open_drawer(till)
    shop = till.shop
    facts = {"cents": cents, "key": reason}
    with shop.store.write() as tx:
        if account:
            _name_account(tx, till, kind, reason, account)
        document = shop.record(
            tx, till.register, kind, by=till.by, allowed_by=till.allowed_by, reason=reason, facts=facts
        )
    till.kick(document.id)
    till.print(slip_paper(shop, document, title, [(_("Amount"), abs(cents))]), document.id)
    return Changes(frozenset({"drawer", "documents"}), (document,))


def no_sale(till: Till, reason: str) -> Changes:
    """Open the drawer without a sale; it is written down with its reason."""
    till.need(rights.NO_SALE)
    if not reason.strip():
        raise Refusal("reason_needed")
    with till.shop.store.write() as tx:
        document = till.shop.record(tx, till.register, kinds.NO_SALE, by=till.by, reason=reason)
    till.kick(document.id)
    return Changes(frozenset({"documents"}), (document,))


def close_drawer(till: Till, counted: int | None = None, leave: int | None = None) -> Changes:
    """Count the drawer and shut it: over or short is counted less expected.

    Without a count, what is expected is counted. What is not left for the next opening goes to the till bag.
    The count belongs to the date on which the drawer was opened.
    """
    till.need(rights.CLOSE_DRAWER)
    shop, store = till.shop, till.shop.facts.store
    if not till.cart.is_empty:
        raise Refusal("finish_this_sale_first", lines=len(till.cart.lines))
    with shop.store.write() as tx:
        state = tx.documents.drawer(store, till.register)
        if not state["opened_by"]:
            raise Refusal("drawer_not_open")
        should = int(state["expected"])
        have = should if counted is None else counted
        _sum(max(have, 0), least=0)
        _within_limit(till, have - should)
        document = _count(tx, till, state, have, leave)
    figures: list[tuple[str, int | str]] = [
        (_("Should be"), should),
        (_("Counted"), have),
        (_("Over") if have >= should else _("Short"), have - should),
    ]
    till.print(slip_paper(shop, document, _("DRAWER COUNT"), figures), document.id)
    return Changes(frozenset({"drawer", "documents"}), (document,))


def _count(tx: Tx, till: Till, state: dict[str, Any], have: int, leave: int | None) -> kinds.Document:
    """Record the count and shut the drawer."""
    if leave is not None and not 0 <= leave <= have:
        raise Refusal("leave_above_count", counted=have)
    should, bagged = int(state["expected"]), have - (leave or 0)
    facts = {"expected": should, "counted": have, "difference": have - should, "left": leave, "to_bag": bagged}
    document = till.shop.record(
        tx,
        till.register,
        kinds.COUNT,
        by=till.by,
        allowed_by=till.allowed_by,
        refers=state["opened_by"],
        business_date=state["business_date"],
        facts=facts,
    )
    changes = {"opened_by": "", "expected": 0, "bag": state["bag"] + bagged, "left_cents": leave}
    tx.documents.touch_drawer(till.shop.facts.store, till.register, **changes)
    return document


def _within_limit(till: Till, difference: int) -> None:
    """More over or short than the shop's limit needs a manager or the owner."""
    limit = till.shop.facts.over_short_limit
    if limit is None or abs(difference) <= limit:
        return
    people = [person for person in (till.employee, till.allowed) if person]
    if not any(has_right(person.role, rights.OVER_SHORT) for person in people):
        who = till.employee.name if till.employee else ""
        raise NeedsRight(rights.OVER_SHORT, difference=difference, limit=limit, who=who)


def bank_deposit(till: Till, amount: int, account: str) -> Changes:
    """Bring the till bag's money to the bank."""
    return _bank(till, kinds.BANK_DEPOSIT, amount, account)


def opening_cash(till: Till, amount: int, account: str) -> Changes:
    """At set-up: the bank account that the first float came from."""
    return _bank(till, kinds.OPENING_CASH, amount, account)


def _bank(till: Till, kind: str, amount: int, account: str) -> Changes:
    till.need(rights.BANK)
    _sum(amount)
    with till.shop.store.write() as tx:
        facts = {"cents": -amount if kind == kinds.BANK_DEPOSIT else amount, "key": account}
        document = till.shop.record(tx, till.register, kind, by=till.by, facts=facts)
    return Changes(frozenset({"drawer", "documents"}), (document,))


def bag(till: Till) -> int:
    """What the till bag holds, in cents; below zero where opening cash was never entered."""
    with till.shop.store.read() as tx:
        return int(tx.documents.drawer(till.shop.facts.store, till.register)["bag"])


def change_tender(till: Till, receipt: kinds.Document, old: str, new: str, amount: int) -> Changes:
    """Say that a receipt was paid another way. After the count, cash makes the drawer over or short."""
    till.need(rights.TENDER_CHANGE)
    _sum(amount)
    shop = till.shop
    was, becomes = shop.tender(old), shop.tender(new)
    if HOUSE in (was.kind, becomes.kind):
        raise Refusal("no_change_to_account")
    with shop.store.write() as tx:
        if any(other.kind == kinds.VOID for other in tx.documents.referring(receipt.id)):
            raise Refusal("receipt_is_void", number=receipt.printed_number)
        if amount > paid_with(tx, receipt).get(was.id, 0):
            raise Refusal("not_paid_so", tender=was.name)
        state = tx.documents.drawer(shop.facts.store, till.register)
        opening = tx.documents.get(state["opened_by"]) if state["opened_by"] else None
        facts = {
            "cents": amount,
            "from_kind": was.kind,
            "from_tender": was.id,
            "to_kind": becomes.kind,
            "to_tender": becomes.id,
            "counted": int(opening is None or opening.at > receipt.at),
        }
        document = shop.record(tx, till.register, kinds.TENDER_CHANGE, by=till.by, refers=receipt.id, facts=facts)
    return Changes(frozenset({"drawer", "documents"}), (document,))


def _sum(cents: int, least: int = 1) -> None:
    if not least <= cents <= MOST_CENTS:
        raise Refusal("amount_out_of_range")
