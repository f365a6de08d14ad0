"""The last seven days as they would be sent: nothing leaves the shop while somebody looks at them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import first_days
from retailpos.actions.first_days import DayPlan
from retailpos.core import outbox as states
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, long_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.wizard_step import Notice, WizardStep
from retailpos.ui.exchange.words import face
from retailpos.ui.parts.cards import Card
from retailpos.wording import _, plural


@dataclass(frozen=True, slots=True)
class WeekView:
    """The whole page as it is shown. `sends` are the dates that could go out now, the newest first."""

    rows: tuple[Row, ...]
    dates: tuple[str, ...]
    sends: tuple[str, ...]
    summary: str
    gap: str


class WeekModel(QObject):
    """Verbs of the page."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: WeekView | None = None

    def read(self) -> None:
        """Work the days out."""
        found = first_days.last_days(self._desk.shop)
        sends = tuple(day.date for day in found if day.sends)
        gaps = [title for day in found for title in day.missing]
        self.view = WeekView(
            tuple(self._row(day) for day in found),
            tuple(day.date for day in found),
            sends,
            self._summary(found, sends),
            _("{title} has no account yet.").format(title=gaps[0]) if gaps else "",
        )
        self.changed.emit()

    def look(self, at: int) -> None:
        """Look at a day's entry line by line."""
        if self.view is not None and 0 <= at < len(self.view.dates):
            self._desk.take_up(self.view.dates[at], "entry")

    def _summary(self, found: tuple[DayPlan, ...], sends: tuple[str, ...]) -> str:
        if not found:
            return _("No day has had any business yet. The first one shows here once it is closed.")
        trial = _("A trial run: nothing was sent.")
        words = plural("1 day could go out now.", "{n} days could go out now.", len(sends)).format(n=len(sends))
        return f"{trial} {words}"

    def _row(self, day: DayPlan) -> Row:
        shop, shown = self._desk.shop, face(day.state)
        balanced = amount(shop, day.debits) if day.lines else ""
        return Row(
            (
                Cell(long_date(day.date), strong=True),
                Cell(shown.word, shown.tone if shown.tone != "plain" else "ink2", icon=shown.icon),
                Cell(str(day.lines) if day.lines else ""),
                Cell(balanced),
                Cell(balanced),
                Cell(*self._says(day)),
            ),
            key=day.date,
        )

    def _says(self, day: DayPlan) -> tuple[str, str]:
        if day.missing:
            return _("{title} has no account").format(title=day.missing[0]), "bad"
        if day.state == states.OPEN:
            return _("Close the day first"), "ink2"
        if day.state == states.LEFT_OUT:
            return _("Before the first day to send"), "ink2"
        if day.sends:
            papers = plural("Balances; 1 document", "Balances; {n} documents", day.documents)
            return papers.format(n=day.documents), "ok"
        return _("Sent already") if day.state in (states.VERIFIED, states.POSTED) else "", "ink2"


class WeekPage(WizardStep):
    """Renders a WeekView."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("wizard week", _("The last seven days"))
        self._desk = desk
        self.model = WeekModel(desk)
        self.model.changed.connect(self.render_view)
        self.gap = Notice("bad", "prohibit", name="row without account")
        self.down.addWidget(self.gap)
        self.table = Table(_columns(), row_height=44, name="last days")
        self.table.opened.connect(self.model.look)
        self.table.setMinimumHeight(7 * 44 + 44)
        card = Card(padding=(1, 4, 1, 1), gap=0)
        card.content.addWidget(self.table)
        self.down.addWidget(card)
        self.down.addStretch(1)

    def begin(self) -> None:
        self.model.read()

    def on_words(self) -> str:
        return _("Send one of them") if self.model.view and self.model.view.sends else _("Finish without sending")

    def other_words(self) -> str:
        return _("Choose an account") if self.model.view and self.model.view.gap else ""

    def other(self) -> None:
        self._desk.context.open_page("mapping")

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """Follow the size of the window."""
        self.table.set_columns(_columns(narrow=narrow))

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self.second.set_text(view.summary)
        self.gap.say(view.gap, _("Days with money in it stay here until it has one."))
        self.table.set_rows(view.rows)
        self.changed.emit()


def _columns(*, narrow: bool = False) -> tuple[Column, ...]:
    state, says, figure = (116, 190, 90) if narrow else (150, 250, 120)
    return (
        Column(_("Day")),
        Column(_("State"), state),
        Column(_("Lines"), 70, figures=True),
        Column(_("Debits"), figure, figures=True),
        Column(_("Credits"), figure, figures=True),
        Column("", says),
    )
