"""`retailpos exchange book | connection | disconnect`: how days are booked, how long the connection lasts, its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retailpos.cli.terminal import JSON, PASSPHRASE, SHOP, Date, connect, opened, say
from retailpos.core.errors import Refusal

if TYPE_CHECKING:
    from retailpos.actions.compose import Link, OpenShop
    from retailpos.actions.till import Till

_FORMS = ("journal-entry", "sales-receipt")
_TAX = ("elsewhere", "quickbooks")


@click.command()
@SHOP
@click.option("--form", type=click.Choice(_FORMS), help="What each day goes as.")
@click.option("--cogs/--no-cogs", default=None, help="Whether cost of goods goes along.")
@click.option("--sales-tax", type=click.Choice(_TAX), help="Where the shop files and pays its sales tax.")
@click.option("--start", type=Date(), help="The first day that is sent; those before are left out.")
@JSON
def book(*, shop_file: Path | None, as_json: bool, **wanted: Any) -> None:
    """How days are booked in QuickBooks: their form, cost of goods, sales tax, and from which day on.

    Without options it only says how it is. Days that were sent, or of which anything was tried, stay as they are.
    """
    from retailpos.actions import first_days
    from retailpos.actions.books import set_form

    with opened(shop_file) as shop:
        till = _desk(shop)
        tax = wanted["sales_tax"]
        if tax:
            first_days.keep_company_facts(till, sales_tax=tax)
        form = wanted["form"] or ({"quickbooks": "sales-receipt", "elsewhere": "journal-entry"}[tax] if tax else None)
        if form or wanted["cogs"] is not None:
            set_form(till, form=form, cogs=wanted["cogs"])
        if wanted["start"]:
            first_days.set_start(till, wanted["start"])
        facts = shop.facts
        told = {
            "form": facts.form,
            "cogs": facts.cogs,
            "sales_tax": first_days.kept_fact(shop, "sales_tax") or "elsewhere",
            "start": first_days.start_of(shop),
        }
    say(told, as_json=as_json, plainly=lambda: _how(told))


def _how(told: dict[str, Any]) -> Iterator[str]:
    form, cogs = str(told["form"]).replace("-", " "), "with it" if told["cogs"] else "left out"
    yield f"Each day goes as a {form}, cost of goods {cogs}."
    yield "Sales tax is filed in QuickBooks." if told["sales_tax"] == "quickbooks" else "Sales tax is filed elsewhere."
    yield f"Days are sent from {told['start']} on." if told["start"] else "All days are sent."


@click.command()
@SHOP
@JSON
def connection(*, shop_file: Path | None, as_json: bool) -> None:
    """Which company the shop's days go to, and until when the connection lasts."""
    from dataclasses import asdict

    from retailpos.actions.connecting import company_facts
    from retailpos.actions.connection import ending

    with opened(shop_file) as shop:
        link = connect(shop)
        company, lasts = company_facts(link), ending(shop)

    def plainly() -> Iterator[str]:
        yield f"{company.name}, {company.plan}, company {company.realm}"
        yield f"{company.country}, {company.currency}, books closed until {company.closed_to or 'never'}"
        if lasts is not None and lasts.hard_days is not None:
            yield f"Sign in again by {lasts.hard_on}, in {lasts.hard_days} days."
        if lasts is not None and lasts.idle_days is not None:
            yield f"Unused, it ends on {lasts.idle_on}, in {lasts.idle_days} days."

    say({**asdict(company), **(asdict(lasts) if lasts else {})}, as_json=as_json, plainly=plainly)


@click.command()
@SHOP
@click.option("--yes", is_flag=True, help="Do not ask before.")
def disconnect(*, shop_file: Path | None, yes: bool) -> None:
    """Take the permission back at QuickBooks and forget it here. The mapping and what was sent stay."""
    from retailpos.actions.connection import disconnected, take_back

    with opened(shop_file) as shop:
        link = _kept(shop)
        if not yes:
            click.confirm("End the connection to QuickBooks?", abort=True)
        told = take_back(link)
        disconnected(_desk(shop))
    click.echo("The connection is ended. Days wait until QuickBooks is connected again.")
    if not told:
        click.echo("QuickBooks couldn't be told: take it back there too, under Apps.", err=True)
        raise SystemExit(3)


def _kept(shop: OpenShop) -> Link:
    from retailpos.actions.connection import kept_link, safe_place
    from retailpos.settings import data_dir

    link = kept_link(shop, safe_place(shop, data_dir(), os.environ.get(PASSPHRASE, "")))
    if link is None:
        raise Refusal("not_connected")
    return link


def _desk(shop: OpenShop) -> Till:
    """Whoever may use the terminal on the shop's file acts as its owner."""
    from retailpos.actions.till import Till
    from retailpos.core.catalogue import Employee

    return Till(shop, 1, Employee("terminal", "Terminal", "owner"))
