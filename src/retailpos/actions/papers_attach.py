"""The day's paper beside its entry in QuickBooks, where the shop wants that. It never holds up or changes a day."""

from __future__ import annotations

import logging

from retailpos.actions.papers import PDF, day_file, file_name
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.day import business_date
from retailpos.core.errors import PosError
from retailpos.core.outbox import JOURNAL, RECEIPT, VERIFIED, OutboxRow
from retailpos.exchange.online.attachments import Paper, hang_up, is_there
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.papers import paper_of

log = logging.getLogger(__name__)

ATTACH, SINCE = "attach_pdf", "attach_pdf_since"
_DONE = "attached/"
_MOST = 10


def attaches(shop: OpenShop) -> bool:
    """True where each verified day's paper is hung on its entry."""
    with shop.store.read() as tx:
        return tx.lists.meta(ATTACH) == "1"


def set_attach(till: Till, *, on: bool) -> Changes:
    """Whether that is done, for the days from today on."""
    till.need(rights.SETTINGS)
    shop = till.shop
    today = business_date(shop.clock.now(), shop.facts.zone, shop.facts.day_ends)[0]
    with shop.store.write() as tx:
        tx.lists.set_meta(ATTACH, "1" if on else "0")
        if on:
            tx.lists.set_meta(SINCE, today)
    return Changes(frozenset({"exchange"}))


def attach_waiting(shop: OpenShop) -> int:
    """Hang up what is not there yet, a few days at a time; how many were. What fails is tried at the next round."""
    if shop.exchange is None or not attaches(shop):
        return 0
    client: Client = shop.exchange.client()
    done = 0
    try:
        for row in _waiting(shop, client.realm)[:_MOST]:
            _attach(shop, client, row)
            done += 1
    except PosError as cause:
        # The day is verified with or without its paper.
        log.info("a day's paper was not attached: %s", cause)
    finally:
        client.close()
    return done


def _waiting(shop: OpenShop, realm: str) -> tuple[OutboxRow, ...]:
    """The main document of each verified day of this company whose paper does not hang there yet."""
    with shop.store.read() as tx:
        since = tx.lists.meta(SINCE)
        return tuple(
            row
            for row in tx.outbox.rows(VERIFIED)
            if row.business_date >= since
            and row.company == realm
            and row.quickbooks_id
            and row.entry == "sales"
            and row.paper.partition("/")[0] in (JOURNAL, RECEIPT)
            and not tx.lists.meta(_DONE + row.doc_number)
        )


def _attach(shop: OpenShop, client: Client, row: OutboxRow) -> None:
    name = file_name(shop, row.business_date, PDF).replace(f".{PDF}", f"-{row.run}.{PDF}")
    content = day_file(shop, row.business_date, PDF)
    paper = Paper(name, content, paper_of(row.paper).entity, row.quickbooks_id, f"{row.doc_number}, day's entry")
    if not is_there(client, paper):
        hang_up(client, paper)
    with shop.store.write() as tx:
        tx.lists.set_meta(_DONE + row.doc_number, row.quickbooks_id)
