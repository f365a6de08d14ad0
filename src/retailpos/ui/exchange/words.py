"""Plain words for a day on its way to QuickBooks: every state, every reason, and the next step for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retailpos.actions.approve import signed_by, wants_signature
from retailpos.actions.books import behind, is_balanced, is_open, preview
from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import documents_of
from retailpos.core import outbox as states
from retailpos.core.money import Money, shown
from retailpos.core.outbox import OutboxRow
from retailpos.ui.exchange.faults import fault_words
from retailpos.ui.exchange.state_table import ANSWERS, REASONS, STATES
from retailpos.ui.parts.calendar import STATES as FACES
from retailpos.ui.parts.calendar import DayState
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class Telling:
    """A day's state in words: what happened, what it means, and the verb that goes on from here ('' for none).

    Verbs are those of the desk's steps. `other` is a second thing that can be done, with its words.
    """

    state: str
    face: DayState
    headline: str
    text: str
    verb: str = ""
    verb_words: str = ""
    said: str = ""
    said_title: str = ""
    other: tuple[str, str] = ("", "")


# The calendar's own names where they differ from the outbox's.
_CALENDAR_NAMES = {states.CHANGED_THERE: "edited there", states.CHANGED_HERE: "changed here"}
ALL_STATES = tuple(STATES)


def calendar_name(state: str) -> str:
    """What the calendar calls a state."""
    return _CALENDAR_NAMES.get(state, state)


def face(state: str) -> DayState:
    """How a state looks."""
    return FACES.get(calendar_name(state), FACES[states.CLOSED])


# The kept states behind one that is worked out.
_BEHIND = {
    states.APPROVED: (states.READY, states.BLOCKED),
    states.CHANGED_HERE: (states.READY, states.BLOCKED),
    states.READY: (states.READY, states.BLOCKED),
}

_WAITING = (states.READY, states.CHANGED_HERE)


def tell(shop: OpenShop, date: str, state: str) -> Telling:
    """A date's state in words, with its reason and the next step."""
    rows = [row for row in documents_of(shop, date) if row.state in _BEHIND.get(state, (state,))]
    if state == states.BLOCKED:
        return _blocked(shop, date, rows[0] if rows else None)
    if state == states.APPROVED:
        return _signed(shop, date, told(shop, state, None))
    found = told(shop, state, rows[0] if rows else None)
    if state == states.CHANGED_HERE and is_open(shop, date):
        closing = _("Count the drawers and close it once more; then the difference can be sent.")
        return replace(found, text=closing, verb="close", verb_words=_("Close the day"))
    if found.verb in ("send", "difference") and state in _WAITING and wants_signature(shop, date):
        waits = _("It balances. Somebody has to look at the entry and sign it off first.")
        return replace(found, text=waits, verb="sign-off", verb_words=_("Sign it off"))
    return found


def _signed(shop: OpenShop, date: str, found: Telling) -> Telling:
    """Says who signed."""
    who = signed_by(shop, date)
    return replace(found, headline=_("{name} signed it off.").format(name=who)) if who else found


def told(shop: OpenShop, state: str, row: OutboxRow | None) -> Telling:
    """A document's state in words."""
    what, means, verb, words = STATES.get(state, STATES[states.CLOSED])
    reason = _telling_reason(state, row)
    if reason.startswith("fault_"):
        what, means, step, step_words = fault_words(reason.removeprefix("fault_"))
        verb, words = (verb, words) if state == states.VERIFIED else (step, step_words)
    elif reason in REASONS:
        what, means, other, other_words = REASONS[reason]
        verb, words = other or verb, other_words or words
    said = row.said if row else ""
    facts = {"said": said, "difference": _difference(shop, row)}
    return Telling(
        state,
        face(state),
        _(what).format_map(facts),
        _(means),
        verb,
        _(words) if words else "",
        *_said(reason, said),
        _other(state, reason, verb),
    )


def _telling_reason(state: str, row: OutboxRow | None) -> str:
    """The reason where it says more than the state: a lost answer is one, whatever it was lost by."""
    reason = row.reason if row else ""
    if state == states.UNKNOWN and reason == "no_connection":
        return ""
    return "" if state == states.POSTED and reason not in ("differs_in_quickbooks", "not_read_back") else reason


def _said(reason: str, said: str) -> tuple[str, str]:
    """What to quote, and under which title: QuickBooks' own words, or what was found there."""
    if reason.startswith("fault_") or reason in ("retry_at", "wrong_company", "reconnect"):
        return said, _("What QuickBooks said")
    if reason in ("maybe_entered_by_hand", "entered_by_hand", "books_closed"):
        return said, _("What was found there")
    return "", ""


def _other(state: str, reason: str, step: str) -> tuple[str, str]:
    """The second thing that can be done; what was mended can always be sent again."""
    verb, words = ANSWERS.get(reason, ANSWERS.get(state, ("", "")))
    if state == states.REJECTED and not verb and step != "send":
        verb, words = "send", "Send again"
    return verb, _(words) if words else ""


def _difference(shop: OpenShop, row: OutboxRow | None) -> str:
    """`, by 12.00`, where the difference is known."""
    said = row.said if row else ""
    if not said.lstrip("-").isdigit() or int(said) == 0:
        return ""
    return _(", by {amount}").format(amount=shown(Money(abs(int(said))), shop.facts.decimals))


def _blocked(shop: OpenShop, date: str, row: OutboxRow | None) -> Telling:
    """Names the row, its amount, and how many receipts it comes from."""
    gaps = [gap for entry in preview(shop, date) for gap in entry.unmapped]
    if not gaps and not is_balanced(shop, date):
        what = _("The sums of this day do not balance.")
        then = _("Its receipts say otherwise, so nothing is sent. The proofs on its entry name what differs.")
        return Telling(states.BLOCKED, face(states.BLOCKED), what, then, "entry", _("Look at the proofs"))
    if not gaps:
        return told(shop, states.BLOCKED, row)
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
