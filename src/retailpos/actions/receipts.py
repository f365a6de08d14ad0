"""Documents as paper: receipts, copies, slips. Every figure comes from the document, none is worked out again."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from retailpos.actions.shop import OpenShop
from retailpos.core.day import moment
from retailpos.core.document import DocLine, Document
from retailpos.core.money import Money, Quantity, plain
from retailpos.core.paper import Banner, Barcode, Blank, Block, Logo, Pair, Paper, Rule, Text
from retailpos.wording import _


def receipt_paper(shop: OpenShop, document: Document, *, copy: bool = False) -> Paper:
    """The receipt of a sale, return or exchange; a reprint says that it is a copy."""
    blocks = [*_head(shop, document, copy=copy), *_lines(document, shop.facts.decimals), Rule(), *_sums(shop, document)]
    blocks += _payments(shop, document)
    blocks += [Blank(), Barcode(document.printed_number), *_foot(shop)]
    return Paper(tuple(blocks))


def slip_paper(shop: OpenShop, document: Document, title: str, figures: list[tuple[str, int | str]]) -> Paper:
    """A drawer slip or report: a title, who and when, and figures (cents, or text as it is)."""
    blocks: list[Block] = [*_practice(shop), Text(title, "center", bold=True), *_stamp(shop, document), Rule()]
    for name, figure in figures:
        if figure == "-":
            blocks.append(Rule())
        else:
            blocks.append(Pair(name, figure if isinstance(figure, str) else plain(Money(figure), shop.facts.decimals)))
    if document.reason:
        blocks += [Rule(), Text(_("Reason: {reason}").format(reason=document.reason))]
    return Paper((*blocks, *_practice(shop)), "report")


def _practice(shop: OpenShop) -> list[Block]:
    return [Banner("PRACTICE")] if shop.facts.practice else []


def _head(shop: OpenShop, document: Document, *, copy: bool) -> Iterator[Block]:
    yield Logo()
    yield Text(shop.facts.name, "center", bold=True, double=True)
    yield Text(shop.facts.store_name, "center")
    yield from _practice(shop)
    if copy:
        yield Banner(_("COPY"))
    if document.kind == "return":
        yield Text(_("RETURN"), "center", bold=True)
    yield Blank()
    yield from _stamp(shop, document)
    if document.facts.get("customer_name"):
        yield Text(_("Customer: {name}").format(name=document.facts["customer_name"]))
    yield Rule()


def _stamp(shop: OpenShop, document: Document) -> Iterator[Block]:
    local = moment(document.at).astimezone(ZoneInfo(shop.facts.zone))
    yield Pair(document.printed_number, local.strftime("%Y-%m-%d %H:%M"))


def _lines(document: Document, decimals: int) -> Iterator[Block]:
    for line in document.lines:
        yield Pair(_named(line, decimals), plain(Money(line.amount), decimals))
        if line.amount != line.full:
            off = _("  {before} less {off}").format(
                before=plain(Money(line.full), decimals), off=plain(Money(line.full - line.amount), decimals)
            )
            yield Text(off)
        if line.comes_back:
            about = " ".join(part for part in (line.back_number, line.reason) if part)
            yield Text(_("  Return {about}").format(about=about))


def _named(line: DocLine, decimals: int) -> str:
    quantity = Quantity(line.milli)
    if line.milli == 1000:
        return line.name
    unit = f" {line.unit}" if line.unit else " x"
    return f"{quantity}{unit} {line.name} @ {plain(Money(line.price), decimals)}"


def _sums(shop: OpenShop, document: Document) -> Iterator[Block]:
    decimals = shop.facts.decimals
    off = sum(line.full - line.amount for line in document.lines if not line.comes_back)
    if off:
        yield Pair(_("You saved"), plain(Money(off), decimals))
    yield Pair(_("Net"), plain(Money(document.net), decimals))
    for row, cents in document.taxes:
        name = f"{row.agency_name} {row.rate_name}".strip()
        yield Pair(_("Tax {agency}").format(agency=name), plain(Money(cents), decimals))
    if document.exempt:
        yield Text(_("Tax exempt: {reason}").format(reason=document.exempt))
    total = f"{shop.facts.currency} {plain(Money(document.total), decimals)}"
    yield Pair(_("TOTAL"), total, bold=True, double=True)


def _payments(shop: OpenShop, document: Document) -> Iterator[Block]:
    decimals = shop.facts.decimals
    change = 0
    for payment in document.payments:
        change += payment.change
        number = f" {payment.number}" if payment.number else ""
        yield Pair(f"{payment.name}{number}", plain(Money(payment.tendered), decimals))
        if payment.rounding:
            yield Pair(_("Cash rounding"), plain(Money(-payment.rounding), decimals))
    if change:
        yield Pair(_("Change"), plain(Money(change), decimals), bold=True)


def _foot(shop: OpenShop) -> Iterator[Block]:
    yield Blank()
    yield Text(_("Thank you for shopping with us."), "center")
    yield from _practice(shop)
