"""What the ticket says in each state: its head, its sums, its total, and the blue place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retailpos.core.cart import Cart
from retailpos.core.document import Document
from retailpos.core.money import Money, shown
from retailpos.ui.parts.ticket import HeadFace, Ticket
from retailpos.ui.sale.showing import change_of, lines_in_words, sums_shown
from retailpos.wording import _

if TYPE_CHECKING:
    from retailpos.ui.parts.button import Rank
    from retailpos.ui.sale.model import Now


@dataclass(frozen=True, slots=True)
class Blue:
    """The blue place: its words, its key, and whether it is the next step or only rests there."""

    text: str
    key: str = ""
    ready: bool = True
    rank: Rank = "primary"


def head_of(cart: Cart, about: str = "") -> HeadFace:
    """The customer of a sale."""
    if not cart.customer:
        return HeadFace(_("No customer"), icon="user", action=_("Add customer"))
    second = _("Tax exempt: {reason}").format(reason=cart.exempt) if cart.exempt else about
    return HeadFace(cart.customer_name, second, person=cart.customer_name, action=_("Change"))


def show_sums(ticket: Ticket, now: Now, decimals: int) -> None:
    """The sums and the total while ringing."""
    figures = now.figures
    ticket.sums.set_sums(sums_shown(figures, decimals), lines_in_words(len(now.cart.lines)))
    left = figures.due
    label = _("To pay") if left >= 0 else _("To give back")
    if now.cart.payments:
        label = _("Left to pay") if left >= 0 else _("To give back")
    ticket.total.set_total(label, shown(Money(abs(left)), decimals))


def show_receipt(ticket: Ticket, document: Document, decimals: int, *, when: str) -> None:
    """The receipt just made."""
    name = str(document.facts.get("customer_name") or "")
    second = " · ".join(part for part in (name, when) if part)
    ticket.head.set_face(
        HeadFace(_("Receipt {number}").format(number=document.printed_number), second, icon="check", tone="ok")
    )
    ticket.sums.set_sums(((_("Or just scan the next item: that starts the next sale"), ""),))
    ticket.total.set_total(_("Change"), shown(Money(change_of(document)), decimals))


def pay_words(now: Now, decimals: int) -> Blue:
    """What the blue place says while ringing."""
    if now.idle:
        return Blue(_("Pay"), ready=False)
    due = now.figures.due
    amount = shown(Money(abs(due)), decimals)
    if due < 0:
        return Blue(_("Give back {amount}").format(amount=amount), "F12")
    return Blue(_("Pay {amount}").format(amount=amount), "F12")


def show_blue(ticket: Ticket, blue: Blue) -> None:
    """Put words into the blue place."""
    ticket.blue.set_text(blue.text)
    ticket.blue.set_key(blue.key if blue.ready else "")
    ticket.blue.setEnabled(blue.ready)
    ticket.blue.set_rank(blue.rank)
