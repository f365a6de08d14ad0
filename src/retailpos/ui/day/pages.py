"""The pages behind the counter, by name, for the window to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QWidget

from retailpos.actions.approve import approve, take_back
from retailpos.ui.day.context import Context, Desk
from retailpos.ui.exchange.work import ExchangeWork

Frame = Literal["register", "desk", "plain"]

# The frame of the window that each page wears.
FRAMES: dict[str, Frame] = {
    "today": "desk",
    "drawer": "desk",
    "count": "register",
    "day": "desk",
    "quickbooks": "desk",
    "entry": "desk",
    "mapping": "desk",
    "log": "desk",
    "lists": "desk",
    "payouts": "desk",
    "connect": "plain",
}
# The entry of the rail that is chosen while a page is shown.
RAIL = {
    **dict.fromkeys(("count", "day"), "drawer"),
    **dict.fromkeys(("entry", "mapping", "log", "lists", "payouts"), "quickbooks"),
}


def pages(context: Context) -> dict[str, Callable[[], QWidget]]:
    """How to make each page; a page is made when it is first shown and reads its figures whenever it is shown."""
    desk = Desk(context)
    work = ExchangeWork(desk)
    desk.steps = {
        "close": lambda date: desk.take_up(date, "day"),
        "entry": lambda date: desk.take_up(date, "entry"),
        "map": lambda date: desk.take_up(date, "mapping"),
        "connect": lambda date: desk.take_up(date, "connect"),
        "log": lambda date: desk.take_up(date, "log"),
        "send": lambda date: work.send((date,)),
        "look-up": lambda date: work.send((date,)),
        "read-back": work.read_back,
        "sign-off": lambda date: desk.do(lambda: approve(desk.till, date)),
        "unsign": lambda date: desk.do(lambda: take_back(desk.till, date)),
        # The pages that show a sheet for these take them over while they are shown.
        **dict.fromkeys(("difference", "correct"), lambda date: desk.take_up(date, "quickbooks")),
        "theirs-counts": work.leave_to_theirs,
        "send-anew": work.send_anew,
        "first-open-day": work.enter_on_first_open_day,
        "all-the-same": work.send_all_the_same,
    }
    return {
        "today": lambda: _today(desk, work),
        "drawer": lambda: _drawer(desk),
        "count": lambda: _count(desk),
        "day": lambda: _day(desk, work),
        "quickbooks": lambda: _calendar(desk, work),
        "entry": lambda: _entry(desk, work),
        "mapping": lambda: _mapping(desk, work),
        "log": lambda: _log(desk),
        "lists": lambda: _lists(desk, work),
        "payouts": lambda: _payouts(desk, work),
        "connect": lambda: _connect(desk, work),
    }


def _today(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.today.screen import TodayScreen

    return TodayScreen(desk, work)


def _drawer(desk: Desk) -> QWidget:
    from retailpos.ui.drawer.screen import DrawerScreen

    return DrawerScreen(desk)


def _count(desk: Desk) -> QWidget:
    from retailpos.ui.drawer.count_screen import CountScreen

    return CountScreen(desk)


def _day(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.day.screen import DayScreen

    return DayScreen(desk, work)


def _calendar(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.screen import CalendarScreen

    return CalendarScreen(desk, work)


def _entry(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.entry_screen import EntryScreen

    return EntryScreen(desk, work)


def _mapping(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.mapping_screen import MappingScreen

    return MappingScreen(desk, work)


def _log(desk: Desk) -> QWidget:
    from retailpos.ui.exchange.log_screen import LogScreen

    return LogScreen(desk)


def _lists(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.lists_screen import ListsScreen

    return ListsScreen(desk, work)


def _payouts(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.settlement_screen import PayoutsScreen

    return PayoutsScreen(desk, work)


def _connect(desk: Desk, work: ExchangeWork) -> QWidget:
    from retailpos.ui.exchange.connect_screen import ConnectScreen

    return ConnectScreen(desk, work)
