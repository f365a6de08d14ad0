"""A practice month in which every state of the calendar occurs, each reached as it is in a shop: by what people do.

Nothing is written into the outbox by hand. Days are rung up, closed and sent to the practice company, which refuses,
loses answers or is changed behind the shop's back where a state needs that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from retailpos.actions import approve, correct, drift
from retailpos.actions.books import map_slot
from retailpos.actions.exchange import send_day, verify_day
from retailpos.actions.first_days import set_start
from retailpos.actions.people import add_employee
from retailpos.core import outbox as states
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

MONTH = "2026-03-01"
TODAY = "2026-03-20"
SLOW_SECONDS = 4
_POSTING, _READING = "journalentry?requestid", "/journalentry/"
_SHOP = """
shop "Harbor Goods" currency USD
tax "State DOR" 6%
department Apparel
department Garden
tender "Visa/MC" kind card
"""
# Each day's state and what was sold: apparel by card, garden goods in cash.
DAYS: dict[str, tuple[str, int, int]] = {
    "2026-03-01": (states.LEFT_OUT, 61_240, 0),
    "2026-03-02": (states.VERIFIED, 291_405, 0),
    "2026-03-03": (states.REVERSED, 220_870, 0),
    "2026-03-04": (states.SUPERSEDED, 197_715, 0),
    "2026-03-05": (states.CLOSED, 0, 0),
    "2026-03-06": (states.VERIFIED, 330_248, 0),
    "2026-03-07": (states.MISSING, 511_822, 0),
    "2026-03-09": (states.VERIFIED, 273_164, 0),
    "2026-03-10": (states.CHANGED_HERE, 248_030, 0),
    "2026-03-11": (states.CHANGED_THERE, 211_980, 0),
    "2026-03-12": (states.POSTED, 284_611, 0),
    "2026-03-13": (states.UNKNOWN, 396_775, 0),
    "2026-03-14": (states.BLOCKED, 478_386, 11_850),
    "2026-03-16": (states.REJECTED, 317_920, 0),
    "2026-03-17": (states.READY, 254_405, 0),
    "2026-03-18": (states.APPROVED, 301_310, 0),
    "2026-03-19": (states.SENDING, 269_955, 0),
    TODAY: (states.OPEN, 148_635, 0),
}


class EveryState:
    """The month, played on a stage with a practice company of its own.

    After `play` every day is in its state but the one that is being sent: that one is on its way while somebody
    sends it, for `SLOW_SECONDS` from `hold_the_line` on.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.owner = stage.owner

    def play(self) -> None:
        """Ring up, close and send the month."""
        self._play(_SHOP)
        self.owner = add_employee(self.stage.shop, "Joan Weber", "owner", "2580")
        company = self.stage.company()
        company.switch("set", {"rate_limits": "false"})
        garden = next(d.id for d in self.stage.shop.listed.departments.values() if d.name == "Garden")
        map_slot(self.stage.till(), "sales", garden, "", none=True)
        for date, (state, apparel, plants) in DAYS.items():
            self._ring_up(date, apparel, plants)
            if state != states.OPEN:
                self._play("close day")
            self._bring(date, state)
        drift.look(self.stage.shop)
        self._play(f"at {TODAY} 14:26")
        till = self.stage.till()
        till.employee = self.owner
        approve.set_sign_off(till, on=True)
        for date, (state, _, _) in DAYS.items():
            if state in (states.APPROVED, states.SENDING):
                approve.approve(till, date)

    def hold_the_line(self) -> None:
        """The next entry that is sent waits for its answer for a while."""
        self._fault(f"slow:{SLOW_SECONDS}", _POSTING)

    def _ring_up(self, date: str, apparel: int, plants: int) -> None:
        self._play(f"at {date} 09:30")
        if not apparel:
            self._play("open float 100.00\nat " + date + " 18:00\nclose counted 100.00")
            return
        self._play(f"sale\n  open-item {_written(apparel)} department Apparel\n  pay Visa/MC")
        if plants:
            self._play(f"sale\n  open-item {_written(plants)} department Garden\n  pay Visa/MC")

    def _bring(self, date: str, state: str) -> None:
        """What happens to a closed day until it is in its state; days that only wait are left alone."""
        acts: dict[str, Callable[[str], object]] = {
            states.LEFT_OUT: lambda _date: set_start(self.stage.till(), "2026-03-02"),
            states.VERIFIED: self._send,
            states.REVERSED: self._take_back,
            states.SUPERSEDED: self._entered_by_hand,
            states.MISSING: self._deleted_there,
            states.CHANGED_HERE: self._sold_once_more,
            states.CHANGED_THERE: self._edited_there,
            states.POSTED: lambda day: self._send(day, "503_html", _READING),
            states.UNKNOWN: lambda day: self._send(day, "drop_after_commit", _POSTING),
            states.REJECTED: lambda day: self._send(day, "code:6430", _POSTING),
        }
        if state in acts:
            acts[state](date)

    def _send(self, date: str, fault: str = "", match: str = "") -> None:
        if fault:
            self._fault(fault, match)
        send_day(self.stage.shop, date, by=self.owner.id)

    def _take_back(self, date: str) -> None:
        self._send(date)
        correct.reverse(self.stage.shop, date, by=self.owner.id)

    def _entered_by_hand(self, date: str) -> None:
        """The bookkeeper typed the day into QuickBooks, and that entry counts."""
        lines = [
            {
                "Amount": 1977.15,
                "DetailType": "JournalEntryLineDetail",
                "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": self._account(name)}},
            }
            for side, name in (("Debit", "Checking"), ("Credit", "Merchandise Sales:Apparel"))
        ]
        body: dict[str, Any] = {"DocNumber": "Sales 4 Mar", "TxnDate": date, "Line": lines}
        self.stage.company().switch("write", {"kind": "JournalEntry", "body": body})
        self._send(date)
        correct.leave_to_theirs(self.stage.shop, date, by=self.owner.id)

    def _account(self, name: str) -> str:
        """An account's id in the company: a change that changes nothing tells it."""
        last = name.rpartition(":")[2]
        return str(self.stage.company().switch("rename", {"name": name, "to": last})["Id"])

    def _deleted_there(self, date: str) -> None:
        self._send(date)
        self.stage.company().switch("delete", {"id": self._quickbooks_id(date)})

    def _edited_there(self, date: str) -> None:
        self._send(date)
        self.stage.company().switch("edit", {"id": self._quickbooks_id(date), "cents": 1200})
        verify_day(self.stage.shop, date)

    def _sold_once_more(self, date: str) -> None:
        self._send(date)
        self._play(f"at {date} 19:40\nsale\n  open-item 24.80 department Apparel\n  pay Visa/MC\nclose day")

    def _quickbooks_id(self, date: str) -> str:
        with self.stage.shop.store.read() as tx:
            return tx.outbox.of_day(date)[0].quickbooks_id

    def _fault(self, name: str, match: str) -> None:
        self.stage.company().switch("faults", {"next": [{"fault": name, "match": match}]})

    def _play(self, story: str) -> None:
        Player(self.stage).play(story)


def _written(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
