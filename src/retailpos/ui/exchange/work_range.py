"""Sending several days: from one date to another, the oldest first, and what became of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from retailpos.actions.books import sendable
from retailpos.actions.send_range import PASSED_BY, SENT, Outcome, dates_between
from retailpos.core.day import is_date
from retailpos.core.errors import PosError
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import long_date, short_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.model import MonthView
from retailpos.ui.exchange.words import face, tell
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.switch import Tick
from retailpos.wording import _, plural
from retailpos.words import sentence

_LIST = 300


class RangeSheet(Sheet):
    """Two dates and what to do where a day does not go."""

    def __init__(self, over: QWidget, desk: Desk, work: ExchangeWork) -> None:
        super().__init__(over.window(), width=760, name="range sheet")
        self._over, self._desk, self._work = over, desk, work
        self.closed.connect(self.deleteLater)
        self.set_head(
            _("Send several days"), _("The oldest goes first. What stands in QuickBooks is never sent twice.")
        )
        hint = _("Such as 2026-03-16")
        self.first, self.last = Field(_("From"), hint=hint, name="from"), Field(_("To"), hint=hint, name="to")
        across = row(gap=16)
        across.addWidget(self.first)
        across.addWidget(self.last)
        self.content.addLayout(across)
        self.pass_by = Tick(_("Pass by a day that does not go, and say why"), name="pass by")
        self.content.addWidget(self.pass_by)
        self.step = Button("", "primary", name="send several")
        self.step.clicked.connect(self._send)
        for field in (self.first, self.last):
            field.edited.connect(self._count)
            field.entered.connect(self._send)
        self.add_buttons(self.step)

    def open_on(self, view: MonthView | None) -> None:
        """With the days that wait, from the oldest to the newest."""
        dates = sendable(self._desk.shop) or ((view.chosen,) if view is not None else ())
        if dates:
            self.first.set_text(dates[0])
            self.last.set_text(dates[-1])
        self._count()
        self.open(self.first.input)

    def _dates(self) -> tuple[str, ...]:
        return dates_between(self._desk.shop, self.first.text(), self.last.text())

    def _count(self) -> None:
        count = 0
        if all(is_date(field.text()) for field in (self.first, self.last)):
            try:
                count = len(self._dates())
            except PosError:
                # What is wrong with the range is said when it is to be sent.
                count = 0
        words = plural("Send 1 day", "Send {n} days", count).format(n=count)
        self.step.setText(words if count else _("Send"))

    def _send(self) -> None:
        for field in (self.first, self.last):
            if not is_date(field.text()):
                field.set_error(_("Type a date such as 2026-03-16."))
                return
        try:
            dates = self._dates()
        except PosError as cause:
            self.last.set_error(sentence(cause))
            return
        pass_by = self.pass_by.isChecked()
        self.close_sheet()
        self._work.send_dates(dates, pass_by=pass_by, after=lambda done: self._tell(dates, done))

    def _tell(self, dates: tuple[str, ...], done: tuple[Outcome, ...]) -> None:
        if any(one.what != SENT for one in done) or len(done) < len(dates):
            OutcomeSheet(self._over, self._desk, dates, done).open()


class OutcomeSheet(Sheet):
    """What became of each day of a range that did not go through whole."""

    def __init__(self, over: QWidget, desk: Desk, dates: tuple[str, ...], done: tuple[Outcome, ...]) -> None:
        super().__init__(over.window(), width=760, name="outcome sheet")
        self.closed.connect(self.deleteLater)
        sent = sum(1 for one in done if one.what == SENT)
        title = plural("{sent} of 1 day was sent", "{sent} of {n} days were sent", len(dates))
        left = len(dates) - len(done)
        more = plural("One more was not tried.", "{n} more were not tried.", left).format(n=left)
        self.set_head(title.format(sent=sent, n=len(dates)), more if left else "")
        columns = (Column(_("Day"), 190), Column(_("State"), 150), Column(_("Why")))
        self.table = Table(columns, name="outcomes")
        self.table.setMinimumHeight(_LIST)
        self.table.set_rows(tuple(_row(desk, one) for one in done), 0 if done else None)
        self.table.opened.connect(lambda at: self._look(desk, done[at].date))
        self.content.addWidget(self.table)
        look = Button(_("Look at that day"), "primary", name="look at day")
        look.clicked.connect(lambda: self._look(desk, done[max(0, self.table.view.currentIndex().row())].date))
        self.add_buttons(look, cancel=_("Close"))

    def _look(self, desk: Desk, date: str) -> None:
        self.close_sheet()
        desk.take_up(date, "quickbooks")


def _row(desk: Desk, one: Outcome) -> Row:
    look = face(one.state)
    why = "" if one.what == SENT else tell(desk.shop, one.date, one.state).headline
    if one.what == PASSED_BY and one.why is not None and one.why.code == "sent_already":
        why = sentence(one.why)
    day = long_date(one.date) if len(long_date(one.date)) < 22 else short_date(one.date)
    return Row((Cell(day, strong=True), Cell(look.word, look.tone, icon=look.icon), Cell(why, "ink2")), key=one.date)
