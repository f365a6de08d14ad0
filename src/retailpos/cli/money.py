"""`retailpos exchange settle | payouts | export`: card payouts, and a day as a file, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retailpos.cli.exchange import tell
from retailpos.cli.terminal import DATE, JSON, SHOP, connect, date_or_newest, opened, say
from retailpos.core.errors import Refusal, Trouble
from retailpos.core.money import Money, plain

if TYPE_CHECKING:
    from retailpos.actions.compose import OpenShop
    from retailpos.actions.settlement import Choices, Preview

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False, readable=True)


@click.command()
@SHOP
@click.argument("payouts_file", type=_FILE, metavar="FILE")
@click.option("--bank", help="The bank account that payouts reach, as it is called in QuickBooks.")
@click.option("--processor", help="What the processor is called.")
@click.option("--card", "cards", multiple=True, metavar="WORD=TENDER", help="Which tender a word for a card means.")
@click.option("--dry-run", is_flag=True, help="Only show what the file holds.")
@click.option("--yes", is_flag=True, help="Do not ask before recording.")
@JSON
def settle(*, shop_file: Path | None, payouts_file: Path, dry_run: bool, yes: bool, as_json: bool, **how: Any) -> None:
    """Read a processor's payouts, record those that are new, and send them; card clearing comes to zero."""
    from retailpos.actions import settlement

    with opened(shop_file) as shop:
        preview = settlement.look(shop, _content(payouts_file), _choices(shop, **how))
        if dry_run or not as_json:
            say(_told(preview), as_json=as_json, plainly=lambda: _lines(preview))
        if dry_run or (not preview.fresh and not _waiting(shop)):
            return
        if preview.fresh:
            if not yes:
                click.confirm(f"Record {len(preview.fresh)} and send them?", abort=True)
            settlement.record_payouts(shop, preview)
        connect(shop)
        rows = settlement.send_payouts(shop)
    tell(rows, as_json=as_json, nothing="Nothing waits to be sent.")


@click.command()
@SHOP
@JSON
def payouts(*, shop_file: Path | None, as_json: bool) -> None:
    """The payouts recorded so far, the newest first, and how far each got."""
    from retailpos.actions import settlement

    with opened(shop_file) as shop:
        found = settlement.recorded(shop)

    def plainly() -> Iterator[str]:
        for one in found:
            yield f"{one.date}  {one.row.doc_number:<20} {one.state:<10} {plain(Money(one.net)):>12}  {one.payout}"
        if not found:
            yield "No payout was recorded yet."

    told = [
        {"payout": one.payout, "date": one.date, "net": one.net, "state": one.state, "doc_number": one.row.doc_number}
        for one in found
    ]
    say({"payouts": told}, as_json=as_json, plainly=plainly)


@click.command()
@SHOP
@DATE
@click.option("--as", "kind", type=click.Choice(("csv", "iif", "pdf")), default="csv", show_default=True)
@click.option("--to", type=click.Path(path_type=Path), default=Path(), help="A file or a folder; else this folder.")
def export(*, shop_file: Path | None, date: str | None, kind: str, to: Path) -> None:
    """Write a day as CSV for QuickBooks Online, as IIF for Desktop, or as PDF to key in by hand."""
    from retailpos.actions import papers

    with opened(shop_file) as shop:
        place = papers.export_day(shop, date_or_newest(shop, date), kind, to)
    click.echo(str(place))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as cause:
        raise Trouble("file_not_read", path=str(file)) from cause


def _choices(shop: OpenShop, *, bank: str | None, processor: str | None, cards: tuple[str, ...]) -> Choices:
    """The usual choices with what was said on the line."""
    from retailpos.actions.settlement import Choices, usual

    before = usual(shop)
    named = dict(before.cards)
    for pair in cards:
        word, _, tender = pair.partition("=")
        named[word] = shop.tender(tender).id
    return Choices(bank or before.bank, processor or before.processor, tuple(named.items()))


def _waiting(shop: OpenShop) -> bool:
    from retailpos.actions.settlement import recorded

    return any(one.state not in ("verified", "posted") for one in recorded(shop))


def _lines(preview: Preview) -> Iterator[str]:
    for one in preview.found:
        payout = one.payout
        sums = "  ".join(f"{plain(Money(cents)):>10}" for cents in (payout.cleared, payout.fees, payout.net))
        yield f"{payout.date}  {one.number:<20} {sums}  {payout.id}{'  recorded before' if one.known else ''}"
    sums = "  ".join(f"{plain(Money(cents)):>10}" for cents in (preview.cleared, preview.fees, preview.net))
    yield f"{'new: card clearing, costs, bank':<32} {sums}"
    for word in preview.unknown_cards:
        yield f"{word}: no tender is called so; say --card '{word}=TENDER' where it is not the usual one."
    if not preview.choices.bank:
        raise Refusal("bank_account_needed")


def _told(preview: Preview) -> dict[str, Any]:
    names = ("id", "date", "gross", "refunds", "fees", "chargebacks", "net")
    rows = [
        {**{name: getattr(one.payout, name) for name in names}, "doc_number": one.number, "known": one.known}
        for one in preview.found
    ]
    return {"payouts": rows, "bank": preview.choices.bank, "processor": preview.choices.processor}


@click.command()
@SHOP
@JSON
@click.option("--offline", is_flag=True, help="Without asking QuickBooks: only what the shop knows.")
def clearing(*, shop_file: Path | None, as_json: bool, offline: bool) -> None:
    """Accounts of money on its way: what should be in them, what is, and since when. Exit 1 where one is not right."""
    from retailpos.actions.clearing import look, watch

    with opened(shop_file) as shop:
        if not offline:
            connect(shop)
        found = watch(shop) if offline else look(shop)

    def plainly() -> Iterator[str]:
        for one in found:
            there = "" if one.there is None else plain(Money(one.there))
            since = f"  since {one.since}, {one.days} days" if one.since and one.comes_to_zero else ""
            word = "right" if one.is_right else "late" if one.is_late else "differs"
            yield f"{word:<8}{plain(Money(one.expected)):>12}{there:>12}  {one.account}{since}"
        if not found:
            yield "Nothing was sent yet."

    names = ("account", "expected", "there", "since", "days", "is_late", "is_right")
    say({"accounts": [{name: getattr(one, name) for name in names} for one in found]}, as_json=as_json, plainly=plainly)
    if any(not one.is_right for one in found):
        raise SystemExit(1)


@click.command()
@SHOP
@JSON
def notices(*, shop_file: Path | None, as_json: bool) -> None:
    """What somebody should look at: not taken, waiting too long, changed there, about to end. Exit 1 where anything."""
    from retailpos.actions.notices import notices as all_notices

    with opened(shop_file) as shop:
        found = all_notices(shop)

    def plainly() -> Iterator[str]:
        for one in found:
            yield f"{one.title} {one.text}"
        if not found:
            yield "Nothing needs anybody."

    names = ("kind", "title", "text", "date")
    say({"notices": [{name: getattr(one, name) for name in names} for one in found]}, as_json=as_json, plainly=plainly)
    if found:
        raise SystemExit(1)
