"""A day's entries as a file: for QuickBooks' own import, for Desktop's, or on paper to key in by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retailpos.actions.books import entries, state_of
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.core.errors import Refusal, Trouble
from retailpos.exchange import forms
from retailpos.exchange.entry import Entry
from retailpos.exchange.file.export import Numbered, as_csv, as_iif
from retailpos.store.store import Tx

CSV, IIF, PDF = "csv", "iif", "pdf"
KINDS = (CSV, IIF, PDF)


def day_file(shop: OpenShop, date: str, kind: str) -> bytes:
    """The whole of a file of this kind. Refused for a day that is open, blocked, or has nothing to say.

    CSV is UTF-8, IIF what Windows programs read. What is in the file is what would be sent, to the cent.
    """
    with shop.store.read() as tx:
        found = numbered(tx, shop, date)
        state = state_of(tx, shop, date)
    if kind == CSV:
        return as_csv(found).encode()
    if kind == IIF:
        return as_iif(found).encode("cp1252", errors="replace")
    from retailpos.exchange.file.paper import Heading, as_pdf

    facts = shop.facts
    heading = Heading(f"{facts.name}, {facts.store_name}", date, state, facts.currency, facts.practice)
    return as_pdf(found, heading)


def export_day(shop: OpenShop, date: str, kind: str, to: Path) -> Path:
    """Write a day's file; `to` may be a folder. Never leaves half a file. Returns where it is."""
    content = day_file(shop, date, kind)
    place = to / file_name(shop, date, kind) if to.is_dir() else to
    half = place.with_name(f".{place.name}.part")
    try:
        half.write_bytes(content)
        half.replace(place)
    except OSError as cause:
        half.unlink(missing_ok=True)
        raise Trouble("file_not_written", path=str(place)) from cause
    return place


def write_day(report: Callable[[int, int], object], shop_file: str, date: str, kind: str, place: str) -> str:
    """As `export_day`, for a process beside the window: it opens the shop file by itself, to read."""
    clock = SystemClock()
    shop = open_shop(Path(shop_file), clock, TimeOrderedIds(clock))
    try:
        done = export_day(shop, date, kind, Path(place))
    finally:
        shop.store.close()
    report(1, 1)
    return str(done)


def file_name(shop: OpenShop, date: str, kind: str) -> str:
    """What a day's file is called."""
    return f"{shop.facts.code}-{shop.facts.store}-{date}.{kind}"


def numbered(tx: Tx, shop: OpenShop, date: str) -> tuple[Numbered, ...]:
    """Every entry of a closed date as a journal entry, each run by itself, with its document number."""
    closed = dict(tx.periods.dates(date, date)).get(date)
    if closed is None:
        raise Refusal("nothing_on_that_day", date=date)
    if not closed:
        raise Refusal("day_not_closed", date=date)
    found = []
    for run in tx.periods.period_run_of(date):
        for entry in entries(tx, shop, date, run):
            _need_accounts(entry)
            number = forms.number(shop.facts.code, shop.facts.store, date, entry.kind, run=run)
            found.append((entry, number))
    if not found:
        raise Refusal("nothing_to_export", date=date)
    return tuple(found)


def _need_accounts(entry: Entry) -> None:
    if entry.unmapped:
        gap = entry.unmapped[0]
        raise Refusal("day_blocked", date=entry.date, slot=gap.slot, title=gap.title, cents=abs(gap.cents))
