"""How the register stands, in the words of the strip and of the sign-in page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from retailpos.actions.shop import OpenShop
from retailpos.actions.till import Till
from retailpos.core.outbox import BLOCKED, READY, REJECTED, UNKNOWN
from retailpos.ui.parts.status import StatusWord
from retailpos.ui.sale.showing import change_of
from retailpos.wording import _, plural

_NOON, _EVENING = 12, 18


def greeting(shop: OpenShop, *, locked: bool) -> tuple[str, str]:
    """A greeting for the hour, and what the register is waiting for."""
    hour = shop.clock.now().astimezone(ZoneInfo(shop.facts.zone)).hour
    words = (
        _("Good morning, {shop}") if hour < _NOON
        else _("Good afternoon, {shop}") if hour < _EVENING
        else _("Good evening, {shop}")
    )  # fmt: skip
    about = _("Locked. The sale is kept.") if locked else _("Choose who you are and type your PIN.")
    return words.format(shop=shop.facts.name), about


def pins_shown(shop: OpenShop) -> str:
    """The practice shop's PINs, which are no secret; of a real shop nothing is ever shown."""
    if not shop.facts.practice:
        return ""
    with shop.store.read() as tx:
        kept = json.loads(tx.lists.meta("practice_pins", "{}"))
    pins = "  ·  ".join(f"{name} {pin}" for name, pin in kept.items())
    return _("Practice PINs:  {pins}").format(pins=pins) if pins else ""


def saved_words(till: Till, money: Callable[[int], str]) -> str:
    """What is saved: all of it, always; between two sales, the last one."""
    if till.last is None or not till.cart.is_empty:
        return _("Everything is saved")
    change = money(change_of(till.last))
    return _("Sale {number} · change {change}").format(number=till.last.printed_number, change=change)


def signed_out_words(till: Till) -> str:
    """What the strip says while nobody is signed in."""
    if not till.cart.is_empty:
        return _("Nobody signed in · a sale of {n} lines waits").format(n=len(till.cart.lines))
    return _("Nobody signed in")


def strip_words(shop: OpenShop, troubles: Mapping[str, str], *, drawer_open: bool) -> tuple[StatusWord, ...]:
    """Printer, scanner, drawer, QuickBooks; a device's trouble in the words it was told with."""
    waiting = shop.devices.printer.waiting()
    printer = StatusWord("printer", "printer", _("Printer ready"))
    if waiting:
        words = plural("{n} receipt waits", "{n} receipts wait", waiting).format(n=waiting)
        printer = StatusWord("printer", "printer", words, "warn")
    scanner = StatusWord("scanner", "barcode", _("Scanner ready"))
    if "printer" in troubles:
        printer = StatusWord("printer", "printer", troubles["printer"], "warn")
    if "scanner" in troubles:
        scanner = StatusWord("scanner", "barcode", troubles["scanner"], "warn")
    drawer = StatusWord("drawer", "mdi6.cash-register", _("Drawer in use") if drawer_open else _("Drawer not open yet"))
    return printer, scanner, drawer, _quickbooks(shop)


def _quickbooks(shop: OpenShop) -> StatusWord:
    with shop.store.read() as tx:
        rows = tx.outbox.rows(READY, BLOCKED, UNKNOWN, REJECTED)
    if rows:
        days = len({row.business_date for row in rows})
        words = plural("QuickBooks: {n} day to send", "QuickBooks: {n} days to send", days).format(n=days)
        return StatusWord("quickbooks", "cloud-arrow-up", words)
    if shop.exchange is None:
        return StatusWord("quickbooks", "cloud-slash", _("QuickBooks: not connected"))
    return StatusWord("quickbooks", "cloud-check", _("QuickBooks: nothing waits"))
