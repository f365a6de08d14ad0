"""QuickBooks reckons in hundredths whatever the currency; a shop without cents reckons in whole units."""

from __future__ import annotations

from dataclasses import replace

from retailpos.exchange.entry import Entry

HUNDREDTHS = 2


def in_hundredths(entry: Entry, decimals: int) -> Entry:
    """An entry in the shop's minor units as QuickBooks takes it."""
    times: int = 10 ** (HUNDREDTHS - decimals)
    if times == 1:
        return entry
    lines = tuple(replace(line, cents=line.cents * times) for line in entry.lines)
    unmapped = tuple(replace(gap, cents=gap.cents * times) for gap in entry.unmapped)
    return replace(entry, lines=lines, unmapped=unmapped)


def in_shop_units(hundredths: int, decimals: int) -> int:
    """A balance of QuickBooks in the shop's minor units; what is less than one of them is cut off."""
    times: int = 10 ** (HUNDREDTHS - decimals)
    return hundredths // times if hundredths >= 0 else -(-hundredths // times)
