"""`retailpos check` and `retailpos backup`: a shop file audited, and copied whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retailpos.cli.terminal import JSON, SHOP, opened, own_file, say

if TYPE_CHECKING:
    from retailpos.actions.compose import OpenShop


@click.command()
@SHOP
@JSON
def check(*, shop_file: Path | None, as_json: bool) -> None:
    """Check that everything the shop file must keep still holds; names what does not."""
    from retailpos.actions.check import check_shop

    with opened(shop_file) as shop:
        broken = check_shop(shop.store)

    def plainly() -> Iterator[str]:
        yield from (f"{one.invariant}: {one.where}" for one in broken)
        if not broken:
            yield f"{own_file(shop_file)}: everything holds"

    told = {"holds": not broken, "broken": [{"invariant": one.invariant, "where": one.where} for one in broken]}
    say(told, as_json=as_json, plainly=plainly)
    if broken:
        raise SystemExit(1)


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@SHOP
def backup(*, target: Path, shop_file: Path | None) -> None:
    """Copy the whole shop file to TARGET, while selling goes on, and check the copy.

    Where TARGET is a folder, the copy is named after the shop, the date and the end of its chain of records:
    kept elsewhere, that name later proves that nothing was cut off. An older copy is never written over.
    """
    from retailpos.actions.check import check_shop

    with opened(shop_file) as shop:
        place = target / _name(shop) if target.is_dir() else target
        shop.store.backup(place)
    with opened(place) as copy:
        broken = check_shop(copy.store)
    for one in broken:
        click.echo(f"{one.invariant}: {one.where}", err=True)
    click.echo(f"{place}: {'something in it does not hold' if broken else 'a whole copy, checked'}")
    if broken:
        raise SystemExit(1)


def _name(shop: OpenShop) -> str:
    with shop.store.read() as tx:
        date = shop.today(tx, 0)
        head = tx.documents.head(shop.facts.store, 1)[1]
    return f"{shop.facts.code}-{date}-{head[:16] or 'empty'}.shop"
