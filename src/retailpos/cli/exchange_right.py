"""`retailpos exchange receipt | proofs | right`: where a receipt went, what holds of a day, and putting one right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retailpos.cli.terminal import DATE, JSON, SHOP, Date, connect, date_or_newest, opened, say
from retailpos.core.money import Money, plain
from retailpos.core.outbox import VERIFIED

if TYPE_CHECKING:
    from retailpos.actions.correct import Ways, Written

WAYS = ("anew", "beside", "back", "ours", "theirs", "rest")
_COUNTED = ("receipts", "once")


@click.command()
@click.argument("number")
@SHOP
@JSON
def receipt(*, number: str, shop_file: Path | None, as_json: bool) -> None:
    """The QuickBooks entry that a receipt is in, by its number such as 1-000042."""
    from retailpos.actions import books

    with opened(shop_file) as shop:
        found = books.receipt_by_number(shop, 1, number)
        rows = books.entry_of(shop, found)
    told = [{"doc_number": row.doc_number, "state": row.state, "quickbooks_id": row.quickbooks_id} for row in rows]

    def plainly() -> Iterator[str]:
        yield f"{found.printed_number} of {found.business_date}"
        for row in rows:
            yield f"  {row.doc_number:<20} {row.state}" + (f", there as {row.quickbooks_id}" if row.sent_at else "")
        if not rows:
            yield "  Its day is not closed yet; its entry is made then."

    say(
        {"receipt": found.printed_number, "date": found.business_date, "entries": told},
        as_json=as_json,
        plainly=plainly,
    )


@click.command()
@SHOP
@DATE
@JSON
def proofs(*, shop_file: Path | None, date: str | None, as_json: bool) -> None:
    """What must hold of a day before it is sent, proved from its receipts. Exit 1 where something does not."""
    from retailpos.actions.proofs import proofs as prove

    with opened(shop_file) as shop:
        day = date_or_newest(shop, date)
        found = prove(shop, day)

    def plainly() -> Iterator[str]:
        for one in found:
            figure = str(one.figure) if one.name in _COUNTED else plain(Money(one.figure))
            yield f"{'holds' if one.holds else 'BROKEN'}  {one.name:<12} {figure:>12}  {', '.join(one.broken)}".rstrip()

    told = [{"name": p.name, "holds": p.holds, "figure": p.figure, "broken": list(p.broken)} for p in found]
    say({"date": day, "proofs": told}, as_json=as_json, plainly=plainly)
    if not all(one.holds for one in found):
        raise SystemExit(1)


@click.command()
@SHOP
@click.option("--date", type=Date(), required=True, help="The business date that was sent.")
@click.option("--way", type=click.Choice(WAYS), help="Do it this way; without it each way is only written out.")
@JSON
def right(*, shop_file: Path | None, date: str, way: str | None, as_json: bool) -> None:
    """Put a sent day right: see every line each way would write, then choose one."""
    from retailpos.actions import correct

    with opened(shop_file) as shop:
        connect(shop)
        found = correct.ways(shop, date)
        if way and way not in found.lines:
            raise click.BadParameter(f"{date} can't be put right by {way}; by {', '.join(found.lines)}.")
        rows = correct.take(shop, date, way) if way else ()
    told = {name: [_written(one) for one in written] for name, written in found.lines.items()}
    documents = [{"doc_number": row.doc_number, "state": row.state, "reason": row.reason} for row in rows]
    say({"date": date, "ways": told, "documents": documents}, as_json=as_json, plainly=lambda: _lines(found, documents))
    if any(row.state not in (VERIFIED, "reversed") for row in rows):
        raise SystemExit(1)


def _written(one: Written) -> dict[str, object]:
    lines = [{"side": x.side, "cents": abs(x.cents), "account": x.account, "name": x.name} for x in one.lines]
    return {"doc_number": one.doc_number, "lines": lines}


def _lines(found: Ways, documents: list[dict[str, str]]) -> Iterator[str]:
    for row in documents:
        yield f"{row['doc_number']:<20} {row['state']} {row['reason'].replace('_', ' ')}".rstrip()
    for way, written in found.lines.items() if not documents else ():
        yield way
        for one in written:
            for line in one.lines:
                yield f"  {line.side} {plain(Money(abs(line.cents))):>12}  {line.account}"
