"""A cashier's whole day, and the manager's end of it, by keyboard alone."""

from __future__ import annotations

from tests.program.hands import Hands
from tests.program.shop_day import Day, pieces


def whole_day(hands: Hands, day: Day) -> None:
    """From the PIN to the entry in QuickBooks."""
    _open(hands)
    _ten_items(hands, day)
    _hold_and_recall(hands, day)
    _take_back(hands)
    _count(hands)
    _close_and_send(hands)


def _open(hands: Hands) -> None:
    hands.see("sign-in")
    hands.type("4821")
    hands.key("Return")
    hands.see("float")
    hands.type("20000")
    hands.key("Return")
    hands.see("empty")


def _ten_items(hands: Hands, day: Day) -> None:
    hands.key("F2")
    hands.see("field has the keyboard")
    hands.scan(*day.codes[:10])
    hands.see("ringing")
    hands.key("F12")
    hands.type("100000")
    hands.see("tender")
    hands.key("Return")
    hands.see("change")
    hands.key("Return")


def _hold_and_recall(hands: Hands, day: Day) -> None:
    hands.scan(*day.codes[10:12])
    hands.key("F6")
    hands.type("blue coat")
    hands.see("hold")
    hands.key("Return")
    hands.scan(day.codes[12])
    hands.key("F11")
    hands.see("exact")
    hands.key("Return", "F6")
    hands.see("held")
    hands.key("Return", "F11", "Return")
    hands.see("after held")


def _take_back(hands: Hands) -> None:
    hands.key("F8")
    hands.type("1-000001")
    hands.see("receipt found")
    hands.key("Return", "+")
    hands.tab_to("pill Too small")
    hands.see("return")
    hands.key("Space")
    hands.key("Ctrl+Return")
    hands.see("return added")
    hands.key("F12")
    hands.see("refund")
    hands.key("Return")
    hands.see("refunded")
    hands.key("Return")


def _count(hands: Hands) -> None:
    hands.key("F9")
    hands.see("drawer")
    hands.tab_to("count")
    hands.key("Space")
    for number in pieces(hands.twin.till):
        if number:
            hands.type(str(number))
        hands.key("Return")
    hands.see("count")
    hands.key("Ctrl+Return")
    hands.see("compare")
    hands.key("Ctrl+Return")
    hands.see("bank and float")
    hands.key("Ctrl+Return")
    hands.see("drawer closed")
    hands.key("Ctrl+Return")


def _close_and_send(hands: Hands) -> None:
    hands.tab_to("person Joan Weber")
    hands.key("Space")
    hands.type("7264")
    hands.key("Return")
    hands.key("Esc")
    hands.see("manager")
    hands.tab_to("Menu")
    hands.key("Space")
    hands.see("today")
    hands.key("Ctrl+D")
    hands.see("day open")
    hands.key("Ctrl+Return")
    hands.see("day closed")
    hands.key("Ctrl+Return")
    hands.twin.wait(lambda: hands.twin.day_is("verified"))
    hands.twin.wait(lambda: hands.twin.says("Sent, read back, and equal"))
    hands.see("day sent")
