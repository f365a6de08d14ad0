"""`retailpos exchange`: the days and QuickBooks, without a window."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retailpos.cli.terminal import DATE, JSON, SHOP, Date, connect, date_or_newest, opened, say
from retailpos.core.errors import PosError, Refusal
from retailpos.core.money import Money, plain
from retailpos.core.outbox import POSTED, READY, SENDING, UNKNOWN, VERIFIED, OutboxRow
from retailpos.words import sentence

if TYPE_CHECKING:
    from retailpos.actions.compose import OpenShop
    from retailpos.actions.exchange import Watch

# What the world owes us: the same command may work later.
_WAITS = (READY, SENDING, UNKNOWN, POSTED)


@click.group()
def exchange() -> None:
    """Financial Exchange: what is sent to QuickBooks, and how far it got."""


@exchange.command()
@SHOP
@DATE
@JSON
def status(*, shop_file: Path | None, date: str | None, as_json: bool) -> None:
    """Each day's state; with --date, each QuickBooks document of that day."""
    from retailpos.actions import books

    with opened(shop_file) as shop:
        found = books.days(shop, date or "", date or "9999")
        if date and not found:
            raise Refusal("nothing_on_that_day", date=date)
        with shop.store.read() as tx:
            rows = tx.outbox.of_day(date) if date else ()

    def plainly() -> Iterator[str]:
        for day, (state, net) in found.items():
            yield f"{day}  {state:<22}{plain(Money(net)):>12}"
        yield from _row_lines(rows)
        if not found:
            yield "No day has any business yet."

    days = [{"date": day, "state": state, "net": net} for day, (state, net) in found.items()]
    told = {"days": days} if not date else {**days[0], "documents": [_row(row) for row in rows]}
    say(told, as_json=as_json, plainly=plainly)


@exchange.command()
@SHOP
@DATE
@JSON
def preview(*, shop_file: Path | None, date: str | None, as_json: bool) -> None:
    """What would be sent for a day (the newest one without --date)."""
    from retailpos.actions import books

    with opened(shop_file) as shop:
        day = date_or_newest(shop, date)
        entries = books.preview(shop, day)

    def plainly() -> Iterator[str]:
        for entry in entries:
            yield f"{day} {entry.kind}"
            for line in entry.lines:
                name = f"  {line.name}" if line.name else ""
                yield f"  {line.side} {plain(Money(abs(line.cents))):>12}  {line.account}{name}"
            for gap in entry.unmapped:
                yield f"  -- {plain(Money(gap.cents)):>12}  {gap.title} ({gap.slot}) has no account yet"
        if not entries:
            yield f"{day}: nothing to send"

    say({"date": day, "entries": [_entry(entry) for entry in entries]}, as_json=as_json, plainly=plainly)


def _entry(entry: Any) -> dict[str, Any]:
    return {
        "entry": entry.kind,
        "lines": [
            {"side": x.side, "cents": abs(x.cents), "account": x.account, "name": x.name, "slot": x.slot}
            for x in entry.lines
        ],
        "unmapped": [{"slot": x.slot, "title": x.title, "cents": x.cents} for x in entry.unmapped],
    }


@exchange.command()
@SHOP
@DATE
@click.option("--from", "first", type=Date(), help="Send the days from this one on, the oldest first.")
@click.option("--to", "last", type=Date(), help="The last day to send (with --from; else the newest).")
@click.option("--pass-by", is_flag=True, help="Go on behind a day that does not go, and say why it didn't.")
@JSON
def send(
    *, shop_file: Path | None, date: str | None, first: str | None, last: str | None, pass_by: bool, as_json: bool
) -> None:
    """Send a day, a range, or, without any date, all that waits, oldest first; read it back and compare."""
    from retailpos.actions import exchange as sending
    from retailpos.cli.exchange_range import send_range

    if first or last:
        send_range(shop_file, first or "", last or "9999", pass_by=pass_by, as_json=as_json)
        return
    with opened(shop_file) as shop:
        if date:
            _need_closed(shop, date)
        connect(shop)
        rows = sending.send_day(shop, date) if date else sending.send_waiting(shop)
    tell(rows, as_json=as_json, nothing="Nothing waits to be sent.")


def _need_closed(shop: OpenShop, date: str) -> None:
    """What can be refused without QuickBooks is refused before it is asked for anything."""
    with shop.store.read() as tx:
        found = dict(tx.periods.dates(date, date))
    if date not in found:
        raise Refusal("nothing_on_that_day", date=date)
    if not found[date]:
        raise Refusal("day_not_closed", date=date)


@exchange.command()
@SHOP
@DATE
@JSON
def verify(*, shop_file: Path | None, date: str | None, as_json: bool) -> None:
    """Read what was sent back again and compare every line (all sent days without --date)."""
    from retailpos.actions import books
    from retailpos.actions import exchange as sending

    with opened(shop_file) as shop:
        days = (date,) if date else tuple(books.days(shop, "", "9999"))
        if date:
            _need_closed(shop, date)
        connect(shop)
        rows = tuple(row for day in days for row in sending.verify_day(shop, day))
    tell(rows, as_json=as_json, nothing="Nothing was sent yet.")


def tell(rows: tuple[OutboxRow, ...], *, as_json: bool, nothing: str) -> None:
    """Say how far each document got; exit 1 where a person must look, 3 where it can be tried again."""
    said = _row_lines(rows) if rows else iter([nothing])
    say({"documents": [_row(row) for row in rows]}, as_json=as_json, plainly=lambda: said)
    stuck = [row for row in rows if row.state != VERIFIED]
    if stuck:
        raise SystemExit(3 if all(row.state in _WAITS for row in stuck) else 1)


def _row_lines(rows: Iterable[OutboxRow]) -> Iterator[str]:
    for row in rows:
        why = f" ({row.reason.replace('_', ' ')})" if row.reason else ""
        said = f" {row.said}" if row.said else ""
        yield f"{row.business_date}  {row.doc_number:<20} {row.state}{why}{said}"


def _row(row: OutboxRow) -> dict[str, Any]:
    names = ("business_date", "doc_number", "entry", "run", "state", "reason", "said", "quickbooks_id", "chain_head")
    return {name: getattr(row, name) for name in (*names, "attempts", "mapping_version")}


@exchange.command(name="run")
@SHOP
@click.option("--every", type=click.IntRange(1, 86_400), default=60, show_default=True, help="Seconds between looks.")
@click.option("--once", is_flag=True, help="Look once and end.")
def run_(*, shop_file: Path | None, every: int, once: bool) -> None:
    """Send by itself what waits, without a window, until stopped. One sender a company works at a time."""
    stop = threading.Event()
    with opened(shop_file) as shop:
        connect(shop)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        while True:
            _look(shop, stop, once=once)
            if once or stop.wait(every):
                return


def _look(shop: OpenShop, stop: threading.Event, *, once: bool) -> None:
    """Send what waits now, and see once a day what became of the sent days.

    What can't be done now is said, and tried again at the next look.
    """
    from retailpos.actions.by_itself import send_due
    from retailpos.actions.drift import look_once_a_day
    from retailpos.actions.notices_mail import tell_by_mail
    from retailpos.actions.papers_attach import attach_waiting

    try:
        shop.read_lists()
        send_due(shop, watch=_watch(stop))
        if not stop.is_set():
            for line in _row_lines(look_once_a_day(shop)):
                click.echo(line)
        if not stop.is_set() and shop.exchange is not None:
            attach_waiting(shop)
            tell_by_mail(shop, shop.exchange.kept)
    except PosError as cause:
        if once:
            raise
        click.echo(sentence(cause), err=True)


def _watch(stop: threading.Event) -> Watch:
    """Says how far each document got, and ends between two of them when the program is told to stop."""
    from retailpos.actions.exchange import Watch

    class Telling(Watch):
        """Tells it to the terminal."""

        def goes_on(self) -> bool:
            """Until stopped."""
            return not stop.is_set()

        def sent(self, row: OutboxRow, *, done: int, whole: int) -> None:
            """One line a document; of many, which one it was."""
            counted = f"{done}/{whole}  " if whole > 1 else ""
            click.echo(f"{counted}{next(_row_lines((row,)))}")

    return Telling()
