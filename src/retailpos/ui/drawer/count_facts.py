"""What a count is compared with, and what is left to say once the drawer is shut."""

from __future__ import annotations

from retailpos.actions import counting, drawer
from retailpos.actions.reports import DrawerFigures, figures
from retailpos.core.document import Document
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount
from retailpos.ui.day.desk import Pair
from retailpos.wording import _


def compared(desk: Desk, have: int) -> tuple[Pair, ...]:
    """What should be there and how it came about, what was counted, and how far they are apart."""
    shop, should = desk.shop, drawer.expected(desk.till)
    return (
        *_how(desk, should),
        Pair(_("Should be"), amount(shop, should), strong=True),
        Pair(_("Counted"), amount(shop, have)),
        Pair(_("Over") if have >= should else _("Short"), amount(shop, have - should), strong=True),
    )


def left_over(desk: Desk, have: int, leave: int) -> tuple[Pair, ...]:
    """What stays for the next opening, and what goes to the till bag."""
    shop, should = desk.shop, drawer.expected(desk.till)
    return (
        Pair(_("Counted"), amount(shop, have)),
        Pair(_("Over") if have >= should else _("Short"), amount(shop, have - should)),
        Pair(_("Stays in the drawer"), amount(shop, leave)),
        Pair(_("Goes to the till bag"), amount(shop, have - leave), strong=True),
    )


def shut(desk: Desk, count: Document) -> tuple[Pair, ...]:
    """The count as it was recorded."""
    shop, facts = desk.shop, count.facts
    have, gap = int(facts["counted"]), int(facts["difference"])
    return (
        Pair(_("Should be"), amount(shop, int(facts["expected"]))),
        Pair(_("Counted"), amount(shop, have)),
        Pair(_("Over") if gap >= 0 else _("Short"), amount(shop, gap), strong=True),
        Pair(_("Stays in the drawer"), amount(shop, int(facts["left"] or 0))),
        Pair(_("Goes to the till bag"), amount(shop, int(facts["to_bag"])), strong=True),
    )


def judged(desk: Desk, gap: int) -> str:
    """How the difference stands to the shop's limit."""
    limit = desk.shop.facts.over_short_limit
    if not gap:
        return _("What was counted is what should be there.")
    if limit is None:
        return _("Count again if you doubt it. The difference is written down.")
    words = _("That is above the limit of {limit}: a manager has to allow it.")
    if abs(gap) <= limit:
        words = _("That is within the limit of {limit}.")
    return words.format(limit=amount(desk.shop, limit))


def _how(desk: Desk, should: int) -> tuple[Pair, ...]:
    """The float, cash taken, and what was paid in, out or dropped; nothing where they don't explain the sum."""
    found = _this_drawer(desk)
    if found is None or found.opening + sum(move.cents for move in found.moves) != should:
        return ()
    shop = desk.shop
    moves = (Pair(move.name, amount(shop, move.cents)) for move in found.moves)
    return (Pair(_("Float"), amount(shop, found.opening)), *moves)


def _this_drawer(desk: Desk) -> DrawerFigures | None:
    is_open, date, _left = counting.drawer_state(desk.till)
    if not is_open:
        return None
    drawers = figures(desk.shop, date).drawers
    return next((one for one in drawers if one.register == desk.till.register and one.is_open), None)
