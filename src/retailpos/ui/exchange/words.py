"""Plain words for a day on its way to QuickBooks: every state, every reason, and the next step for each."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.actions.books import behind, preview
from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import documents_of
from retailpos.core import outbox as states
from retailpos.core.money import Money, shown
from retailpos.core.outbox import OutboxRow
from retailpos.ui.exchange.faults import fault_words
from retailpos.ui.exchange.state_table import REASONS, STATES
from retailpos.ui.parts.calendar import STATES as FACES
from retailpos.ui.parts.calendar import DayState
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class Telling:
    """A day's state in words: what happened, what it means, and the verb that goes on from here ('' for none).

    Verbs: close, send, map, connect, look-up, read-back, first-open-day, all-the-same, wait.
    """

    state: str
    face: DayState
    headline: str
    text: str
    verb: str = ""
    verb_words: str = ""
    said: str = ""


# The calendar's own names where they differ from the outbox's.
_CALENDAR_NAMES = {states.CHANGED_THERE: "edited there", states.CHANGED_HERE: "changed here"}
ALL_STATES = tuple(STATES)


def calendar_name(state: str) -> str:
    """What the calendar calls a state."""
    return _CALENDAR_NAMES.get(state, state)


def face(state: str) -> DayState:
    """How a state looks."""
    return FACES.get(calendar_name(state), FACES[states.CLOSED])


def tell(shop: OpenShop, date: str, state: str) -> Telling:
    """A date's state in words, with its reason and the next step."""
    if state == states.BLOCKED:
        return _blocked(shop, date)
    rows = [row for row in documents_of(shop, date) if row.state == state]
    return told(shop, state, rows[0] if rows else None)


def told(shop: OpenShop, state: str, row: OutboxRow | None) -> Telling:
    """A document's state in words."""
    what, means, verb, words = STATES.get(state, STATES[states.CLOSED])
    said = row.said if row else ""
    if row is not None and row.reason.startswith("fault_"):
        what, means, step, step_words = fault_words(row.reason.removeprefix("fault_"))
        if state == states.VERIFIED:
            step, step_words = verb, _(words)
        return Telling(state, face(state), what, means, step, step_words, said)
    if row is not None and row.reason in REASONS:
        what, means, other, other_words = REASONS[row.reason]
        verb, words = other or verb, other_words or words
    facts = {"said": said, "difference": _difference(shop, row)}
    return Telling(state, face(state), _(what).format_map(facts), _(means), verb, _(words) if words else "", said)


def _difference(shop: OpenShop, row: OutboxRow | None) -> str:
    """`, by 12.00`, where the difference is known."""
    said = row.said if row else ""
    if not said.lstrip("-").isdigit() or int(said) == 0:
        return ""
    return _(", by {amount}").format(amount=shown(Money(abs(int(said))), shop.facts.decimals))


def _blocked(shop: OpenShop, date: str) -> Telling:
    """Names the row, its amount, and how many receipts it comes from."""
    gaps = [gap for entry in preview(shop, date) for gap in entry.unmapped]
    if not gaps:
        return told(shop, states.BLOCKED, next(iter(documents_of(shop, date)), None))
    gap = gaps[0]
    headline = _("{title} has no account in QuickBooks.").format(title=gap.title or gap.slot)
    count = len(behind(shop, date, gap.slot, gap.key))
    of_it = plural(
        "{n} receipt of that day makes {amount} of it.", "{n} receipts of that day make {amount} of it.", count
    )
    amount = shown(Money(abs(gap.cents)), shop.facts.decimals)
    text = of_it.format(n=count, amount=amount) + " " + _("Choose where it goes and the day becomes ready.")
    if len(gaps) > 1:
        more = len(gaps) - 1
        text += " " + plural("One more row waits.", "{n} more rows wait.", more).format(n=more)
    return Telling(states.BLOCKED, face(states.BLOCKED), headline, text, "map", _("Choose an account"))
