"""A receipt of ten lines as bytes for the printer."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.filled import filled, opened, ring_up, till_of
from benchmarks.measure import Figure, Setting, Times
from benchmarks.sale import LINES
from retailpos.actions import sell
from retailpos.actions.receipts import receipt_paper
from retailpos.devices.escpos_bytes import paper_bytes
from retailpos.devices.profile import profile_for


def figures(setting: Setting) -> Iterator[Figure]:
    """From the document to the last byte, in the widest and the narrowest paper."""
    shop = opened(filled(setting))
    till = till_of(shop)
    ring_up(till, range(LINES), sold=min(60, setting.items))
    document = sell.take(till, "cash").documents[0]
    for columns in (48, 32):
        profile = profile_for(columns)
        made = paper_bytes(receipt_paper(shop, document), profile)
        times = Times()
        for _ in range(setting.some(0.5)):
            times.of(lambda profile=profile: paper_bytes(receipt_paper(shop, document), profile))
        yield Figure(f"bytes of a receipt, {columns} columns", f"{times.words()}; {len(made):,} bytes")
    shop.close()
