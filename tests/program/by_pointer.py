"""A cashier's whole day, and the manager's end of it, by pointer alone; words from the keyboard on the screen."""

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
    hands.click("person Ana Reyes")
    hands.digits(4821)
    hands.see("sign-in")
    hands.click("sign in")
    hands.digits(20000)
    hands.see("float")
    hands.click("step")
    hands.see("empty")


def _ten_items(hands: Hands, day: Day) -> None:
    hands.click(*day.tiles[:10])
    hands.see("ringing")
    hands.click("blue place")
    hands.digits(100000)
    hands.see("tender")
    hands.click("blue place")
    hands.see("change")
    hands.click("blue place")


def _hold_and_recall(hands: Hands, day: Day) -> None:
    hands.click(*day.tiles[10:12], "hold", "keyboard of words")
    hands.touch("blue")
    hands.see("hold")
    hands.click("key enter", "search keyboard")
    hands.touch("mug")
    hands.see("found")
    hands.click("key enter")
    hands.see("one more")
    hands.click("beside")
    hands.see("exact")
    hands.click("blue place", "held sales")
    hands.see("held")
    hands.click("choices#0", "beside", "blue place")
    hands.see("after held")


def _take_back(hands: Hands) -> None:
    hands.click("return")
    hands.see("receipts")
    hands.click("receipt 1-000001", "coming back 1/One more", "pill Too small")
    hands.see("return")
    hands.click("blue place")
    hands.see("return added")
    hands.click("blue place")
    hands.see("refund")
    hands.click("blue place")
    hands.see("refunded")
    hands.click("blue place")


def _count(hands: Hands) -> None:
    hands.click("Menu", "rail drawer")
    hands.see("drawer")
    hands.click("count")
    for number in pieces(hands.twin.till):
        if number:
            hands.digits(number)
        hands.click("pad next")
    hands.see("count")
    hands.click("go on")
    hands.see("compare")
    hands.click("go on")
    hands.see("bank and float")
    hands.click("go on")
    hands.see("drawer closed")
    hands.click("go on")


def _close_and_send(hands: Hands) -> None:
    hands.click("person Joan Weber")
    hands.digits(7264)
    hands.click("sign in", "cancel")
    hands.see("manager")
    hands.click("Menu")
    hands.see("today")
    hands.click("close the day")
    hands.see("day open")
    hands.click("next step")
    hands.see("day closed")
    hands.click("next step")
    hands.twin.wait(lambda: hands.twin.day_is("verified"))
    hands.twin.wait(lambda: hands.twin.says("Sent, read back, and equal"))
    hands.see("day sent")
