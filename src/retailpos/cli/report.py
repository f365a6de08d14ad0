"""`retailpos report`: X, Z and sales, from the same figures as the screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retailpos.cli.terminal import DATE, JSON, SHOP, Date, date_or_newest, opened, say
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, plain

if TYPE_CHECKING:
    from retailpos.actions.reports import Figure, Figures

COLUMNS = 42
_WIDTH = 30


@click.group()
def report() -> None:
    """X and Z reports, and what was sold."""


@report.command()
@SHOP
@DATE
@JSON
@click.option("--register", type=click.IntRange(1, 99), default=1, show_default=True, help="Which register.")
def x(*, shop_file: Path | None, date: str | None, as_json: bool, register: int) -> None:
    """How one register stands, without ending anything."""
    from retailpos.actions import reports, reports_paper
    from retailpos.core.paper import render_text

    with opened(shop_file) as shop:
        found = reports.figures(shop, date_or_newest(shop, date), register=register)
        paper = reports_paper.report_paper(shop, found)
    say(_told(found), as_json=as_json, plainly=lambda: iter(render_text(paper, COLUMNS)))


@report.command()
@SHOP
@DATE
@JSON
def z(*, shop_file: Path | None, date: str | None, as_json: bool) -> None:
    """A closed day, all registers (the newest closed one without --date)."""
    from retailpos.actions import reports, reports_paper, standing
    from retailpos.core.paper import render_text

    with opened(shop_file) as shop:
        with shop.store.read() as tx:
            dates = dict(tx.periods.dates())
        day = date or max((day for day, closed in dates.items() if closed), default="")
        if not day:
            raise Refusal("no_day_yet")
        if day not in dates:
            raise Refusal("nothing_on_that_day", date=day)
        if not dates[day]:
            raise Refusal("day_not_closed", date=day)
        found = reports.figures(shop, day)
        closed = standing.closings(shop, day)
        paper = reports_paper.report_paper(shop, found, closed[0] if closed else None)
    told = {**_told(found), "number": closed[0].number if closed else "", "closed_by": closed[0].by if closed else ""}
    say(told, as_json=as_json, plainly=lambda: iter(render_text(paper, COLUMNS)))


@report.command()
@SHOP
@DATE
@click.option("--from", "first", type=Date(), help="The first date of a range.")
@click.option("--to", "last", type=Date(), help="The last date of a range.")
@JSON
def sales(*, shop_file: Path | None, date: str | None, first: str | None, last: str | None, as_json: bool) -> None:
    """What was sold on a day (the newest one without --date) or in a range, by department and way to pay."""
    from retailpos.actions import reports

    if date and (first or last):
        raise click.UsageError("--date is one day, --from and --to are a range: use one or the other.")
    with opened(shop_file) as shop:
        if not (first or last):
            first = last = date_or_newest(shop, date)
        with shop.store.read() as tx:
            days = [day for day, _closed in tx.periods.dates(first or "", last or "9999")]
        if not days:
            raise Refusal("nothing_on_that_day", date=first or last)
        found = [reports.figures(shop, day) for day in days]
    told = {"days": [_told(one) for one in found], "net": sum(f.net for f in found), "tax": sum(f.tax for f in found)}
    say(told, as_json=as_json, plainly=lambda: _sales_lines(found))


def _sales_lines(found: list[Figures]) -> Iterator[str]:
    for one in found:
        yield f"{one.date}  {one.receipts:>5} receipts  net {_money(one.net):>12}  tax {_money(one.tax):>10}"
    for heading, rows in (
        ("By department", [row for one in found for row in one.departments]),
        ("By way to pay", [row for one in found for row in one.tenders]),
        ("Tax", [row for one in found for row in one.taxes]),
    ):
        yield ""
        yield heading
        for name, cents in _summed(rows).items():
            yield f"  {name:<{_WIDTH}}{_money(cents):>14}"
    yield ""
    yield f"  {'Discounts':<{_WIDTH}}{_money(sum(one.discounts for one in found)):>14}"
    yield f"  {'Returns':<{_WIDTH}}{_money(sum(one.returns for one in found)):>14}"
    yield f"  {'Net sales':<{_WIDTH}}{_money(sum(one.net for one in found)):>14}"


def _summed(rows: list[Figure]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.name] = sums.get(row.name, 0) + row.cents
    return sums


def _money(cents: int) -> str:
    return plain(Money(cents))


def _told(found: Figures) -> dict[str, Any]:
    return {**asdict(found), "net": found.net, "tax": found.tax, "taken": found.taken, "over": found.over}
