"""Going on with an older file: said in a document of its own, numbers go on above what was once given out."""

from __future__ import annotations

from retailpos.actions.shop import Changes, OpenShop
from retailpos.core.document import RESTORE
from retailpos.core.errors import Refusal


def accept_restored(shop: OpenShop, *, by: str = "") -> Changes:
    """Accept that this file is older than the mark beside it.

    Every register concerned gets a document that names what is missing; its series go on above the numbers
    that were given out, so that no receipt number is ever printed twice. What was sent to QuickBooks is looked up
    by document number before anything is sent again.
    """
    gaps = shop.store.lost()
    if not gaps:
        raise Refusal("nothing_was_lost")
    documents = []
    with shop.store.write() as tx:
        for gap in gaps:
            missing = {
                series: [last + 1, gap.numbers[series]]
                for series, last in tx.documents.counters(gap.store, gap.register, gap.numbers).items()
                if gap.numbers[series] > last
            }
            tx.documents.raise_counters(gap.store, gap.register, {name: last for name, (_, last) in missing.items()})
            facts = {"had": gap.known, "has": gap.here, "missing": missing}
            documents.append(shop.record(tx, gap.register, RESTORE, by=by, facts=facts))
    return Changes(frozenset({"documents", "days"}), tuple(documents))
