"""Signing days off before they are sent, where the shop has that: who looked at which lines."""

from __future__ import annotations

from dataclasses import replace

from retailpos.actions.books import SIGN_OFF, SIGNED_OFF, document_state, fingerprint, is_waiting, part_of
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.core.outbox import BLOCKED, READY, OutboxRow
from retailpos.exchange.entry import ON_ITS_OWN
from retailpos.store.store import Tx


def sign_off_is_on(shop: OpenShop) -> bool:
    """True where a day waits for somebody's signature before it is sent."""
    with shop.store.read() as tx:
        return tx.lists.meta(SIGN_OFF, "0") == "1"


def set_sign_off(till: Till, *, on: bool) -> Changes:
    """Whether days have to be signed off before they are sent."""
    till.need(rights.MAPPING)
    with till.shop.store.write() as tx:
        tx.lists.set_meta(SIGN_OFF, "1" if on else "0")
    return Changes(frozenset({"days", "exchange"}))


def approve(till: Till, date: str) -> Changes:
    """Sign off what waits of a date, as its lines stand now. Another account afterwards takes the signature away.

    Raises Refusal where nothing waits, or a row has no account yet.
    """
    till.need(rights.MAPPING)
    shop = till.shop
    with shop.store.write() as tx:
        rows = [row for row in tx.outbox.of_day(date) if is_waiting(row)]
        if not rows:
            raise Refusal("nothing_to_sign_off", date=date)
        if any(document_state(tx, shop, row) == BLOCKED for row in rows):
            raise Refusal("sign_off_blocked", date=date)
        for row in rows:
            mark = fingerprint(part_of(tx, shop, row), row.body)
            tx.lists.set_meta(SIGNED_OFF + row.doc_number, f"{mark}/{till.by}")
            tx.outbox.log(replace(row, reason="signed_off", said=""), at=shop.now_ms(), by=till.by)
    return Changes(frozenset({"days", "exchange"}))


def take_back(till: Till, date: str) -> Changes:
    """Take the signatures off what waits of a date."""
    till.need(rights.MAPPING)
    with till.shop.store.write() as tx:
        for row in tx.outbox.of_day(date):
            if is_waiting(row):
                tx.lists.set_meta(SIGNED_OFF + row.doc_number, "")
    return Changes(frozenset({"days", "exchange"}))


def signed_by(shop: OpenShop, date: str) -> str:
    """Who signed a date off, or '' where nobody did. Their name as it is now."""
    with shop.store.read() as tx:
        people = {person.id: person.name for person in tx.lists.employees()}
        found = [tx.lists.meta(SIGNED_OFF + row.doc_number).partition("/")[2] for row in tx.outbox.of_day(date)]
    return next((people.get(one, one) for one in found if one), "")


def wants_signature(shop: OpenShop, date: str) -> bool:
    """True where something of a date waits for a signature."""
    with shop.store.read() as tx:
        return any(lacks_signature(tx, shop, row) for row in tx.outbox.of_day(date))


def lacks_signature(tx: Tx, shop: OpenShop, row: OutboxRow) -> bool:
    """True where a document may not leave yet because nobody signed it off."""
    if tx.lists.meta(SIGN_OFF) != "1" or row.entry in ON_ITS_OWN:
        return False
    return is_waiting(row) and document_state(tx, shop, row) == READY
