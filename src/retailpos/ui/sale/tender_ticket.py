"""The ticket while paying: the lines folded into sums, the payments taken, and what the next press does."""

from __future__ import annotations

from retailpos.core.money import Money, shown
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.parts.ticket import Ticket
from retailpos.ui.sale.model import Now
from retailpos.ui.sale.showing import sum_rows
from retailpos.ui.sale.tendering import Paying
from retailpos.ui.sale.ticket_faces import Blue, show_blue
from retailpos.wording import _


def show_paying(ticket: Ticket, body: LinesView, now: Now, paying: Paying, decimals: int = 2) -> None:
    """Draw it."""
    payments = [
        LineRow(payment.name, shown(Money(-payment.applied), decimals), second=_("Taken"), tone="paid")
        for payment in now.cart.payments
    ]
    body.set_rows((*sum_rows(now.figures, decimals), *payments))
    _show_sums(ticket, paying, decimals)
    ticket.beside.setVisible(bool(payments))
    ticket.beside.set_text(_("Take off"))
    ticket.beside.set_key("Delete")
    ticket.beside.setEnabled(bool(payments))
    show_blue(ticket, _blue(paying, decimals))


def _show_sums(ticket: Ticket, paying: Paying, decimals: int) -> None:
    name = paying.kind.name if paying.kind else ""
    pairs = [(name, shown(Money(paying.amount), decimals))]
    if paying.paid:
        pairs.append((_("Paid before"), shown(Money(paying.paid), decimals)))
    covers = paying.amount >= abs(paying.due)
    ticket.sums.set_sums(tuple(pairs), _("covers the sale") if covers else _("part of it"))
    if paying.gives_back:
        ticket.total.set_total(_("To give back"), shown(Money(-paying.due), decimals))
    elif covers and paying.gives_change:
        ticket.total.set_total(_("Change"), shown(Money(paying.change), decimals))
    else:
        ticket.total.set_total(_("Then left"), shown(Money(paying.left), decimals))


def _blue(paying: Paying, decimals: int) -> Blue:
    if paying.kind is None:
        return Blue(_("Take payment"), ready=False)
    if paying.due == 0 and not paying.payments:
        return Blue(_("Finish the exchange"), "Return")
    words = _("Give back {amount}, {kind}") if paying.gives_back else _("Take {kind} {amount}")
    kind = paying.kind.name.lower() if paying.kind.kind in ("cash", "check") else paying.kind.name
    return Blue(words.format(kind=kind, amount=shown(Money(paying.amount), decimals)), "Return")
