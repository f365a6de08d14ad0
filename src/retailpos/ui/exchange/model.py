"""The month in hand: its days with their states, the chosen one in words, and what can be sent."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions.books import days, preview, sendable
from retailpos.actions.mapping_settings import kept_settings
from retailpos.actions.reports import figures
from retailpos.actions.standing import documents_of, standing
from retailpos.core.outbox import OPEN
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, day_and_time, month_title, short_date, weekday
from retailpos.ui.day.desk import Pair
from retailpos.ui.exchange.words import Telling, calendar_name, tell
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.calendar import DayCell
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class MonthView:
    """The whole page as it is shown."""

    title: str
    month: dt.date
    cells: tuple[DayCell, ...]
    chosen: str
    weekday: str
    day: str
    telling: Telling | None
    facts: tuple[Pair, ...]
    send_words: str
    to_send: tuple[str, ...]
    several: bool
    running: str
    done: int
    whole: int
    company: str = ""


class MonthModel(QObject):
    """Verbs of the calendar."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._month = ""
        self._marked: frozenset[str] = frozenset()
        self.view: MonthView | None = None
        work.changed.connect(self.read)

    def read(self) -> None:
        """Read the states again."""
        now = standing(self._desk.shop)
        date = self._desk.date or now.today
        self._month = self._month or date
        self._marked &= frozenset(sendable(self._desk.shop))
        self.view = self._view(date, now.today)
        self.changed.emit()

    def choose(self, date: str) -> None:
        """Speak about this date."""
        self._desk.date = date
        self._month = date
        self.read()

    def turn(self, months: int) -> None:
        """Go to another month; its first day with business is chosen, else its first."""
        day = dt.date.fromisoformat(self._month)
        count = day.year * 12 + day.month - 1 + months
        self._month = dt.date(count // 12, count % 12 + 1, 1).isoformat()
        first, last = self._ends()
        found = sorted(days(self._desk.shop, first, last))
        self._desk.date = found[-1] if found and months < 0 else found[0] if found else first
        self.read()

    def mark(self, date: str) -> None:
        """Mark a ready day for sending, or take the mark off."""
        if date in sendable(self._desk.shop):
            self._marked ^= {date}
            self.read()

    def open(self, date: str) -> None:
        """Look at the entry of a day that has one."""
        if date in days(self._desk.shop, date, date):
            self._desk.take_up(date, "entry")

    def send_ready(self) -> None:
        """Send the marked days, else all that are ready, the oldest first."""
        if self.view is not None:
            self._work.send(self.view.to_send)

    def next_step(self) -> None:
        """Do what the chosen day's words offer."""
        if self.view is not None and self.view.telling is not None:
            self._desk.date = self.view.chosen
            self._desk.go_on(self.view.telling.verb)

    def other_step(self) -> None:
        """Do the second thing that the chosen day's words offer."""
        if self.view is not None and self.view.telling is not None:
            self._desk.date = self.view.chosen
            self._desk.go_on(self.view.telling.other[0])

    def _ends(self) -> tuple[str, str]:
        day = dt.date.fromisoformat(self._month)
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1).isoformat(), day.replace(day=last).isoformat()

    def _view(self, date: str, today: str) -> MonthView:
        shop = self._desk.shop
        first, last = self._ends()
        found = days(shop, first, last)
        every = sendable(shop)
        ready = tuple(sorted(self._marked)) or every
        state = found.get(date, ("", 0))[0]
        return MonthView(
            month_title(self._month),
            dt.date.fromisoformat(first),
            self._cells(found, today),
            date,
            weekday(date),
            short_date(date),
            tell(shop, date, state) if state else None,
            self._facts(date, state) if state else (),
            plural("Send 1 ready day", "Send {n} ready days", len(ready)).format(n=len(ready)),
            ready,
            len(every) > 1,
            self._work.running,
            self._work.done,
            self._work.whole,
            kept_settings(shop).name,
        )

    def _cells(self, found: dict[str, tuple[str, int]], today: str) -> tuple[DayCell, ...]:
        """Days with business in their states; days before today without any say so."""
        first, last = self._ends()
        month = dt.date.fromisoformat(first)
        every = [(month + dt.timedelta(days=n)).isoformat() for n in range(dt.date.fromisoformat(last).day)]
        return tuple(self._cell(date, found, today=today) for date in every if date in found or date <= today)

    def _cell(self, date: str, found: dict[str, tuple[str, int]], *, today: str) -> DayCell:
        if date not in found:
            return DayCell(date, today=date == today)
        state, net = found[date]
        shown = amount(self._desk.shop, net)
        return DayCell(date, shown, calendar_name(state), today=date == today, marked=date in self._marked)

    def _facts(self, date: str, state: str) -> tuple[Pair, ...]:
        shop = self._desk.shop
        found = figures(shop, date)
        facts = [Pair(_("Net sales"), amount(shop, found.net)), Pair(_("Receipts"), str(found.receipts))]
        if state != OPEN:
            entries = preview(shop, date)
            gaps = any(entry.unmapped for entry in entries)
            totals = " · ".join(amount(shop, entry.debit_total) for entry in entries)
            facts.append(Pair(_("Entry balances"), _("not yet") if gaps else totals or _("no entry")))
        tried = [row for row in documents_of(shop, date) if row.sent_at]
        when = day_and_time(shop, max(row.sent_at for row in tried)) if tried else _("never")
        facts.append(Pair(_("Tried"), when))
        facts += [Pair(_("There as"), f"{row.doc_number}") for row in tried if row.quickbooks_id]
        return tuple(facts)
