"""Every verb of the register with its words, keys and picture, and in which state it can be pressed."""

from __future__ import annotations

from retailpos.ui.parts.verbs import Verb
from retailpos.ui.sale.model import Now
from retailpos.wording import _

RINGING = ("keys", "search")


def verbs() -> tuple[Verb, ...]:
    """In the order of the palette."""
    return (
        Verb("search", _("Search"), "F2", icon="magnifying-glass"),
        Verb("quantity", _("Quantity"), "F3", icon="hash"),
        Verb("customer", _("Customer"), "F4", icon="user-plus"),
        Verb("price", _("Price"), "F5", icon="tag"),
        Verb("hold", _("Hold"), "F6", icon="pause"),
        Verb("discount", _("Discount"), "F7", icon="percent"),
        Verb("discount sale", _("Discount on the sale"), "Shift+F7", icon="percent"),
        Verb("return", _("Return"), "F8", icon="arrow-u-up-left"),
        Verb("drawer", _("Drawer"), "F9", icon="mdi6.cash-register"),
        Verb("more", _("More"), "F10", "Ctrl+K", icon="dots-three"),
        Verb("exact cash", _("Exact cash"), "F11", "Ctrl+Shift+Return"),
        Verb("pay", _("Pay"), "F12", "Ctrl+Return"),
        Verb("open item", _("Open item"), "Insert", icon="note-pencil"),
        Verb("remove", _("Remove"), "Delete", icon="trash"),
        Verb("take off discount", _("Take the line's discount off"), icon="x-circle"),
        Verb("take off sale discount", _("Take the sale's discount off"), icon="x-circle"),
        Verb("undo", _("Undo"), "Ctrl+Z", icon="arrow-counter-clockwise"),
        Verb("redo", _("Redo"), "Ctrl+Y", "Ctrl+Shift+Z", icon="arrow-clockwise"),
        Verb("held sales", _("Held sales"), icon="pause"),
        Verb("print again", _("Print again"), "Ctrl+P", icon="printer"),
        Verb("void this", _("Void this sale"), icon="prohibit"),
        Verb("no sale", _("Open drawer"), icon="mdi6.cash-register"),
        Verb("return without receipt", _("Return without a receipt"), icon="arrow-u-up-left"),
        Verb("lock", _("Lock"), "Ctrl+L", icon="lock"),
        Verb("keys", _("Keys and help"), "F1", icon="keyboard"),
        Verb("look", _("Look and sound"), icon="palette"),
    )


def can_press(name: str, now: Now) -> bool:
    """Whether a verb can be pressed in this state."""
    rule = _RULES.get(name, "always")
    if rule == "always":
        return True
    ringing = now.face in RINGING
    line = now.line
    rules = {
        "ringing": ringing,
        "line": ringing and line is not None,
        "goods": ringing and line is not None and line.back is None,
        "lines": ringing and not now.idle,
        "line discount": ringing and line is not None and line.discount is not None,
        "sale discount": ringing and now.cart.discount is not None,
        "undo": ringing and now.can_undo,
        "pay": (ringing and not now.idle) or now.face == "change",
        "exact": now.face in (*RINGING, "tender") and not now.idle,
        "begin": ringing or now.face == "change",
        "last": now.last is not None and now.face in (*RINGING, "change"),
        "out": now.face in (*RINGING, "change"),
    }
    return bool(rules[rule])


_RULES = {
    "search": "begin",
    "quantity": "goods",
    "customer": "ringing",
    "price": "goods",
    "hold": "ringing",
    "discount": "goods",
    "discount sale": "lines",
    "return": "begin",
    "return without receipt": "begin",
    "drawer": "out",
    "exact cash": "exact",
    "pay": "pay",
    "open item": "begin",
    "remove": "line",
    "take off discount": "line discount",
    "take off sale discount": "sale discount",
    "undo": "undo",
    "redo": "ringing",
    "held sales": "begin",
    "void this": "last",
    "no sale": "out",
    "print again": "out",
}
