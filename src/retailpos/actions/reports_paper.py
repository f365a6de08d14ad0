"""The X and the Z report on paper: the same figures as on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from retailpos.actions.reports import DrawerFigures, Figures, figures
from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import Closed, closings
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.day import moment
from retailpos.core.money import Money, plain
from retailpos.core.paper import Banner, Block, Pair, Paper, Rule, Text
from retailpos.core.rights import has_right
from retailpos.wording import _


def print_x(till: Till, date: str) -> Figures:
    """Print the X report of this register: how it stands, without ending anything. Returns what was printed.

    The drawer is counted blind: who may not agree to a difference does not see what should be in it.
    """
    till.need(rights.X_REPORT)
    found = x_figures(till, date)
    till.print(report_paper(till.shop, found))
    return found


def x_figures(till: Till, date: str) -> Figures:
    """The figures of an X report, as this person may see them."""
    found = figures(till.shop, date, register=till.register)
    sees_cash = till.employee is not None and has_right(till.employee.role, rights.OVER_SHORT)
    return found if sees_cash else replace(found, drawers=())


def print_z(till: Till, date: str) -> Figures:
    """Print the Z report of a closed date."""
    till.need(rights.X_REPORT)
    found = figures(till.shop, date)
    closed = closings(till.shop, date)
    till.print(report_paper(till.shop, found, closed[0] if closed else None))
    return found


def report_paper(shop: OpenShop, found: Figures, closed: Closed | None = None) -> Paper:
    """An X report, or a Z where the date was closed."""
    return Paper((*_head(shop, found, closed), *_sold(shop, found), *_drawers(shop, found), *_foot(closed)), "report")


def _money(shop: OpenShop, cents: int) -> str:
    return plain(Money(cents), shop.facts.decimals)


def _head(shop: OpenShop, found: Figures, closed: Closed | None) -> Iterator[Block]:
    if shop.facts.practice:
        yield Banner("PRACTICE")
    yield Text(_("Z REPORT") if closed else _("X REPORT"), "center", bold=True, double=True)
    yield Text(shop.facts.name, "center", bold=True)
    yield Text(shop.facts.store_name, "center")
    name = _("Register {register}").format(register=found.register) if found.register else _("All registers")
    yield Pair(name, found.date)
    at = moment(closed.at if closed else shop.now_ms()).astimezone(ZoneInfo(shop.facts.zone))
    number = _("Report {number}").format(number=closed.number) if closed else _("Printed")
    yield Pair(number, at.strftime("%Y-%m-%d %H:%M"))
    if closed and closed.by:
        yield Pair(_("Closed by"), closed.by)
    yield Rule()


def _sold(shop: OpenShop, found: Figures) -> Iterator[Block]:
    for figure in found.departments:
        yield Pair(figure.name, _money(shop, figure.cents))
    yield Pair(_("At full price"), _money(shop, found.full))
    yield Pair(_("Discounts"), _money(shop, found.discounts))
    yield Pair(_("Returns"), _money(shop, found.returns))
    yield Pair(_("Net sales"), _money(shop, found.net), bold=True)
    for figure in found.taxes:
        yield Pair(_("Tax {agency}").format(agency=figure.name), _money(shop, figure.cents))
    for figure in found.others:
        yield Pair(figure.name, _money(shop, figure.cents))
    yield Rule()
    for figure in found.tenders:
        yield Pair(figure.name, _money(shop, figure.cents))
    yield Pair(_("Taken in"), _money(shop, found.taken), bold=True)
    yield Pair(_("Receipts"), str(found.receipts))


def _drawers(shop: OpenShop, found: Figures) -> Iterator[Block]:
    for drawer in found.drawers:
        yield Rule()
        yield Text(_("Drawer of register {register}").format(register=drawer.register), bold=True)
        yield Pair(_("Float"), _money(shop, drawer.opening))
        for move in drawer.moves:
            yield Pair(move.name, _money(shop, move.cents))
        yield from _count(shop, drawer)


def _count(shop: OpenShop, drawer: DrawerFigures) -> Iterator[Block]:
    yield Pair(_("Should be"), _money(shop, drawer.expected), bold=True)
    if drawer.counted is not None:
        yield Pair(_("Counted"), _money(shop, drawer.counted))
        yield Pair(_("Over") if drawer.over >= 0 else _("Short"), _money(shop, drawer.over), bold=True)


def _foot(closed: Closed | None) -> Iterator[Block]:
    if closed is None:
        yield Text(_("The day goes on."), "center")
        return
    yield Rule()
    for register, head in closed.heads:
        yield Text(_("Chain of register {register}: {head}").format(register=register, head=head))
