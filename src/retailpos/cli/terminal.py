"""What every command shares: the shop file, dates, machine-readable output, and whether there is a screen."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retailpos.core.day import is_date
from retailpos.core.errors import Refusal

if TYPE_CHECKING:
    from retailpos.actions.compose import Link, OpenShop

PASSPHRASE = "RETAILPOS_PASSPHRASE"  # noqa: S105  # the name of a variable, not what it holds


class Date(click.ParamType[str]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was written."""
        text = str(value)
        if not is_date(text):
            self.fail(f"{text} is not a date. Write one such as 2026-03-16.", param, ctx)
        return text


SHOP = click.option(
    "--shop", "shop_file", type=click.Path(path_type=Path, dir_okay=False), help="The shop file.", metavar="FILE"
)
DATE = click.option("--date", type=Date(), help="The business date, such as 2026-03-16.")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object for other programs, amounts in cents.")


class NoScreen(click.ClickException):
    """There is nothing to show a window on."""

    def __init__(self) -> None:
        super().__init__(
            "There is no screen here to show the register on.\n"
            "On a desktop, start retailpos again. Here, `retailpos practice --headless` plays the practice day, and "
            "`retailpos --help` lists the commands that need no screen."
        )


class NoShopYet(click.ClickException):
    """Nobody has made a shop here."""

    def __init__(self) -> None:
        super().__init__(
            "There is no shop here yet.\n"
            "`retailpos practice` opens a practice shop; `retailpos --shop FILE` opens a shop file that you have."
        )


def has_screen() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def practice_file() -> Path:
    """Where the practice shop is, or would be."""
    from retailpos.practice import shop

    return shop.practice_file()


def named_file(shop_file: Path | None) -> Path | None:
    """The file named behind the command, or, as `retailpos --shop FILE check`, before it."""
    before: Path | None = click.get_current_context().find_root().params.get("shop_file")
    return shop_file or before


def own_file(shop_file: Path | None) -> Path:
    """The shop file meant: the one named, else the person's own shop, else the practice shop."""
    from retailpos.settings import data_dir

    named = named_file(shop_file)
    if named is not None:
        return named
    own = data_dir() / "shop.shop"
    return own if own.exists() or not practice_file().exists() else practice_file()


@contextmanager
def opened(shop_file: Path | None) -> Iterator[OpenShop]:
    """The shop, opened beside whatever else works with it, and closed again."""
    from retailpos.actions.compose import SystemClock, TimeOrderedIds, open_shop

    clock = SystemClock()
    shop = open_shop(own_file(shop_file), clock, TimeOrderedIds(clock))
    try:
        yield shop
    finally:
        shop.store.close()


def connect(shop: OpenShop) -> Link:
    """The shop's link to QuickBooks: of a practice shop the practice company, else the one it was connected to."""
    from retailpos.actions.connection import kept_link, safe_place
    from retailpos.practice import company
    from retailpos.settings import data_dir

    if shop.facts.practice:
        link: Link | None = company.running(shop.store.path).connect()
    else:
        link = kept_link(shop, safe_place(shop, data_dir(), os.environ.get(PASSPHRASE, "")))
    if link is None:
        raise Refusal("not_connected")
    shop.exchange = link
    return link


def date_or_newest(shop: OpenShop, date: str | None) -> str:
    """The date asked for, else the newest with business."""
    if date:
        return date
    with shop.store.read() as tx:
        dates = tx.periods.dates()
    if not dates:
        raise Refusal("no_day_yet")
    return dates[-1][0]


def say(told: Any, *, as_json: bool, plainly: Callable[[], Iterator[str]]) -> None:
    """Print a value as JSON, or its lines for people."""
    if as_json:
        click.echo(json.dumps(told, sort_keys=True, ensure_ascii=False))
        return
    for line in plainly():
        click.echo(line)
