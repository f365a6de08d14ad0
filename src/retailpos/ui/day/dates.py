"""Dates and amounts as a shopkeeper reads them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from retailpos.actions.shop import OpenShop
from retailpos.core.day import moment
from retailpos.core.money import Money, shown
from retailpos.wording import _


def weekday(text: str) -> str:
    """`Monday`."""
    return weekdays()[dt.date.fromisoformat(text).weekday()]


def weekdays() -> tuple[str, ...]:
    """Monday first."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def months() -> tuple[str, ...]:
    """January first."""
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )


def short_date(text: str) -> str:
    """`16 March`."""
    day = dt.date.fromisoformat(text)
    return _("{day} {month}").format(day=day.day, month=months()[day.month - 1])


def long_date(text: str) -> str:
    """`Monday 16 March`."""
    return _("{weekday} {date}").format(weekday=weekday(text), date=short_date(text))


def month_title(text: str) -> str:
    """`March 2026`, of any date in it."""
    day = dt.date.fromisoformat(text)
    return f"{months()[day.month - 1]} {day.year}"


def days_before(text: str, days: int) -> str:
    """The date so many days earlier."""
    return (dt.date.fromisoformat(text) - dt.timedelta(days=days)).isoformat()


def clock_time(shop: OpenShop, at: int) -> str:
    """`18:16` in the shop's zone, of UTC milliseconds."""
    return moment(at).astimezone(ZoneInfo(shop.facts.zone)).strftime("%H:%M")


def day_and_time(shop: OpenShop, at: int) -> str:
    """`16 March, 18:16` in the shop's zone."""
    local = moment(at).astimezone(ZoneInfo(shop.facts.zone))
    return f"{short_date(local.date().isoformat())}, {local.strftime('%H:%M')}"


def amount(shop: OpenShop, cents: int) -> str:
    """An amount as screens show it."""
    return shown(Money(cents), shop.facts.decimals)


def over_or_short(shop: OpenShop, cents: int) -> str:
    """`0.10 over`, `1.50 short`, `exact`."""
    if not cents:
        return _("exact")
    word = _("{amount} over") if cents > 0 else _("{amount} short")
    return word.format(amount=amount(shop, abs(cents)))
