"""What a company says of itself, in words for the page, and what of it wants a person."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.actions import connecting
from retailpos.actions.connecting import CompanyFacts, Place
from retailpos.actions.connection import Ending
from retailpos.actions.shop import OpenShop
from retailpos.ui.day.dates import short_date
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the company says of itself, and whether it suits the shop (None where it is only told)."""

    name: str
    text: str
    suits: bool | None = None


@dataclass(frozen=True, slots=True)
class PlaceFace:
    """A place to connect to, as its tile shows it."""

    name: str
    icon: str
    tone: str
    title: str
    text: str


def place_face(place: Place) -> PlaceFace:
    """How a place is shown."""
    kind = place.kind
    title = {
        connecting.ONLINE: _("QuickBooks Online"),
        connecting.TRIAL: _("Sandbox"),
        connecting.RELAY: place.name or _("A relay"),
        connecting.PRACTICE: _("Practice company"),
        connecting.OTHER: _("Another address"),
    }[kind]
    text = {
        connecting.ONLINE: _("The real books. Any plan; classes need Plus or Advanced."),
        connecting.TRIAL: _("Intuit's trial companies, to see how it works."),
        connecting.RELAY: _("Signs in for you; no keys of your own are needed."),
        connecting.PRACTICE: _("On this computer. Nothing leaves it."),
        connecting.OTHER: _("A relay, or a company of your own network."),
    }[kind]
    icon, tone = {
        connecting.ONLINE: ("cloud", "accent"),
        connecting.TRIAL: ("flask", "violet"),
        connecting.RELAY: ("arrows-left-right", "accent"),
        connecting.PRACTICE: ("buildings", "ok"),
        connecting.OTHER: ("globe", "plain"),
    }[kind]
    return PlaceFace(f"place {kind}", icon, tone, title, text)


def whole_date(text: str) -> str:
    """`31 December 2025`."""
    return f"{short_date(text)} {text[:4]}"


def under(company: CompanyFacts) -> str:
    """The line below its name."""
    parts = (company.town, company.plan, _("company {realm}").format(realm=company.realm))
    return " · ".join(part for part in parts if part)


def facts_of(shop: OpenShop, company: CompanyFacts) -> tuple[Fact, ...]:
    """What is told of the company, two by two."""
    same = company.currency in ("", shop.facts.currency)
    currency = company.currency or shop.facts.currency
    words = _("{currency}, same as the shop") if same else _("{currency}; the shop has another")
    return (
        Fact(_("Home currency"), words.format(currency=currency), same),
        Fact(_("Country"), company.country or _("not told"), True if company.country else None),
        Fact(_("Books closed until"), whole_date(company.closed_to) if company.closed_to else _("not closed"), True),
        Fact(_("Sales tax"), tax_words(company), True if company.tax != connecting.NO_TAX else None),
        Fact(_("Classes"), _classes(company), True if company.classes else None),
        Fact(_(company.location_word + "s"), *((_("On"), True) if company.locations else (_("Off"), None))),
        Fact(_("Accounts"), plural("1 in use", "{n} in use", company.accounts).format(n=company.accounts), True),
        Fact(_("Several currencies"), _("On") if company.many_currencies else _("Off")),
    )


def tax_words(company: CompanyFacts) -> str:
    """How the company reckons its sales tax."""
    how = {
        connecting.NO_TAX: _("Off"),
        connecting.AUTOMATED: _("Automated"),
        connecting.BY_HAND: _("By hand"),
        connecting.VAT: _("VAT, a code on every line"),
    }[company.tax]
    if not company.agencies or company.tax == connecting.VAT:
        return how
    of_them = plural("1 agency", "{n} agencies", company.agencies).format(n=company.agencies)
    return f"{how}, {of_them}"


def _classes(company: CompanyFacts) -> str:
    if company.classes == connecting.BY_LINE:
        return _("On, one for each line")
    return _("On, one for each entry") if company.classes else _("Off")


def currency_warning(shop: OpenShop, company: CompanyFacts | None) -> tuple[str, str]:
    """What stops this company from being the shop's; two empty texts where nothing does."""
    if company is None or company.currency in ("", shop.facts.currency):
        return "", ""
    bold = _("This company keeps its books in {theirs}, the shop in {ours}.")
    rest = _("Choose the company that has the shop's currency; none of its days fit here.")
    return bold.format(theirs=company.currency, ours=shop.facts.currency), rest


def ended_warning(company: CompanyFacts | None) -> tuple[str, str]:
    """What to know of a company whose subscription is over."""
    if company is None or not company.has_ended:
        return "", ""
    bold = _("The QuickBooks subscription of this company has ended.")
    return bold, _("It can be read, but takes no entry. Renew it in QuickBooks under Account and settings; days wait.")


def ending_words(ending: Ending | None) -> str:
    """Until when the connection lasts."""
    if ending is None or (ending.hard_days is None and ending.idle_days is None):
        return ""
    if ending.hard_days is not None and ending.hard_days < 0:
        return _("The five years of this connection are over. Sign in again; nothing is lost.")
    if ending.is_near:
        return _near(ending)
    renews = _("The connection renews itself.")
    if ending.hard_days is None:
        return f"{renews} " + _unused(ending)
    by = _("Sign in again by {date} at the latest, in {n} days.")
    return f"{renews} {by.format(date=whole_date(ending.hard_on), n=ending.hard_days)} {_unused(ending)}".strip()


def _unused(ending: Ending) -> str:
    if ending.idle_days is None:
        return ""
    return _("Unused for {n} days it ends on {date}.").format(n=ending.idle_days, date=whole_date(ending.idle_on))


def _near(ending: Ending) -> str:
    days = min(days for days in (ending.hard_days, ending.idle_days) if days is not None)
    hard = ending.hard_days is not None and ending.hard_days == days
    date = whole_date(ending.hard_on if hard else ending.idle_on)
    words = plural(
        "The connection ends in 1 day, on {date}. Sign in again before; nothing is lost.",
        "The connection ends in {n} days, on {date}. Sign in again before; nothing is lost.",
        max(days, 0),
    )
    return words.format(n=max(days, 0), date=date)
