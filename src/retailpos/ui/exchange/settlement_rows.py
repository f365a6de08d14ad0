"""Payouts and accounts of money on its way, as rows of a table."""

from __future__ import annotations

from retailpos.actions.clearing import Watched
from retailpos.actions.settlement import Found, Recorded
from retailpos.actions.shop import OpenShop
from retailpos.ui.day.dates import amount, short_date
from retailpos.ui.day.table import Cell, Column, Row
from retailpos.ui.exchange.words import face, told
from retailpos.wording import _, plural


def payout_columns() -> tuple[Column, ...]:
    """The columns of payouts, in a file or recorded."""
    return (
        Column(_("In the bank"), 130),
        Column(_("Payout")),
        Column(_("Charged"), 130, figures=True),
        Column(_("Costs"), 110, figures=True),
        Column(_("Paid out"), 130, figures=True),
        Column(_("State"), 190),
    )


def account_columns() -> tuple[Column, ...]:
    """The columns of the clearing-account watch."""
    return (
        Column(_("Account")),
        Column(_("Should be there"), 150, figures=True),
        Column(_("In QuickBooks"), 150, figures=True),
        Column(_("Since"), 170),
        Column(_("State"), 190),
    )


def found_row(shop: OpenShop, found: Found) -> Row:
    """A payout of a file."""
    payout = found.payout
    known = Cell(_("Recorded before"), "ink2", icon="check")
    state = known if found.known else Cell(_("New"), "accent", strong=True, icon="plus")
    figures = (payout.cleared, payout.fees + payout.chargebacks, payout.net)
    return Row((Cell(short_date(payout.date)), Cell(payout.id, strong=True), *_figures(shop, figures), state))


def recorded_row(shop: OpenShop, one: Recorded) -> Row:
    """A payout that was recorded, and how far its entry got."""
    look = face(one.state)
    state = Cell(look.word, look.tone, strong=True, icon=look.icon)
    figures = (one.cleared, one.costs, one.net)
    return Row((Cell(short_date(one.date)), Cell(one.payout, strong=True), *_figures(shop, figures), state))


def said_of(shop: OpenShop, one: Recorded) -> str:
    """A recorded payout in one or two sentences: how far it got, and what to do."""
    if one.state == "blocked":
        gap = one.entry.unmapped[0]
        text = _("{title} has no account yet. Choose it in the mapping, then send the payout.")
        return text.format(title=gap.title)
    telling = told(shop, one.state, one.row)
    said = f" {one.row.said}" if one.row.said else ""
    return f"{one.row.doc_number}: {telling.headline} {telling.text}{said}"


def account_row(shop: OpenShop, one: Watched) -> Row:
    """An account of money on its way."""
    there = "" if one.there is None else amount(shop, one.there)
    since = ""
    if one.since and one.comes_to_zero:
        days = plural("{n} day", "{n} days", one.days).format(n=one.days)
        since = f"{short_date(one.since)}, {days}"
    return Row(
        (
            Cell(one.account, strong=True),
            Cell(amount(shop, one.expected)),
            Cell(there, "bad" if one.off else "ink", strong=bool(one.off)),
            Cell(since, "warn" if one.is_late else "ink2"),
            _right(one),
        )
    )


def watch_words(shop: OpenShop, one: Watched) -> str:
    """An account in a sentence or two."""
    parts = []
    if one.is_late:
        oldest = "  ".join(f"{short_date(date)} {amount(shop, cents)}" for date, cents in one.waiting[:4])
        parts.append(
            _("Money from these days should have left {account} by now: {days}.").format(
                account=one.account, days=oldest
            )
        )
    if one.off:
        text = _("QuickBooks has {off} more than was sent. Look for something entered there by hand.")
        less = _("QuickBooks has {off} less than was sent. Look for something entered there by hand.")
        parts.append((text if one.off > 0 else less).format(off=amount(shop, abs(one.off))))
    return " ".join(parts) or _("{account} holds what it should.").format(account=one.account)


def _right(one: Watched) -> Cell:
    if one.is_late:
        return Cell(_("Too long there"), "warn", strong=True, icon="clock")
    if one.off:
        return Cell(_("Differs"), "bad", strong=True, icon="not-equals")
    if one.expected and one.comes_to_zero:
        return Cell(_("On its way"), "ink2", icon="arrow-right")
    return Cell(_("As it should be"), "ok", strong=True, icon="check-circle")


def _figures(shop: OpenShop, cents: tuple[int, int, int]) -> tuple[Cell, ...]:
    return tuple(Cell(amount(shop, figure)) for figure in cents)
