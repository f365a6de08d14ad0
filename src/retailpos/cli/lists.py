"""`retailpos exchange lists`: customers, vendors and items of the shop and of the QuickBooks company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from retailpos.cli.terminal import JSON, SHOP, connect, opened, say
from retailpos.core.money import Money, plain


@click.group()
def lists() -> None:
    """Customers, vendors and items, here and in QuickBooks."""


@lists.command()
@SHOP
@JSON
def look(*, shop_file: Path | None, as_json: bool) -> None:
    """What an import would bring; nothing is changed anywhere."""
    from retailpos.actions import importing

    with opened(shop_file) as shop:
        connect(shop)
        preview = importing.look(shop)

    def plainly() -> Iterator[str]:
        for (kind, deed), count in sorted(importing.counted(preview).items()):
            yield f"{kind:<10} {deed:<8} {count:>7}"
        yield f"Goods on hand at cost {plain(Money(preview.worth))}; {preview.company} has "
        yield f"{plain(Money(preview.worth_there))} in its inventory accounts."

    told = {"company": preview.company, "worth": preview.worth, "worth_there": preview.worth_there}
    say({**told, "rows": [asdict(row) for row in preview.rows]}, as_json=as_json, plainly=plainly)


@lists.command(name="import")
@SHOP
@JSON
def import_(*, shop_file: Path | None, as_json: bool) -> None:
    """Bring in what is only in QuickBooks. Begun again after a stop, nothing comes twice."""
    from retailpos.actions import importing

    with opened(shop_file) as shop:
        connect(shop)
        did = importing.bring_in(shop, importing.look(shop))
    told = {"items": did.items, "people": did.people.new_here, "worth": did.worth}
    said = f"{did.items} items, {did.people.new_here} customers and vendors came in; goods worth "
    say(told, as_json=as_json, plainly=lambda: iter([said + plain(Money(did.worth))]))


@lists.command()
@SHOP
@JSON
def share(*, shop_file: Path | None, as_json: bool) -> None:
    """Bring customers and vendors of both sides together. What changed on both is left, told, and ends with 1."""
    from retailpos.actions.sharing import share_people

    with opened(shop_file) as shop:
        connect(shop)
        did = share_people(shop)

    def plainly() -> Iterator[str]:
        yield f"New here {did.new_here}, new in QuickBooks {did.new_there}, changed here {did.changed_here}, "
        yield f"changed in QuickBooks {did.changed_there}."
        for one in did.questions:
            for field in one.differing:
                yield f"{one.kind} {one.name}: {field.field} is {field.ours!r} here and {field.theirs!r} in QuickBooks"
        for left in did.left:
            yield f"{left.kind} {left.name} was left alone: {left.why.replace('_', ' ')} {left.said}".rstrip()

    say(asdict(did), as_json=as_json, plainly=plainly)
    if did.questions or did.left:
        raise SystemExit(1)
