"""Putting a sent day right: each way with the lines it would write, looked at before anything is done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from retailpos.actions import correct
from retailpos.actions.correct import Ways
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, long_date, short_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.wording import _
from retailpos.words import sentence

_FIGURES = 136
_TABLE = 260
_ROW = 34


@dataclass(frozen=True, slots=True)
class WayWords:
    """A way in words: its name, what it does, and its verb."""

    name: str
    text: str
    verb: str


def way_words(way: str) -> WayWords:
    """What a way is called."""
    return {
        correct.ANEW: WayWords(
            _("Write it anew"),
            _("The same QuickBooks entry is written anew, as the day is booked now. It changes by these lines:"),
            _("Write it anew"),
        ),
        correct.BESIDE: WayWords(
            _("Send the difference"),
            _("What stands there stays. An entry of its own says these lines:"),
            _("Send the difference"),
        ),
        correct.BACK: WayWords(
            _("Take it back"),
            _("An entry of its own turns every line round. Both stay in QuickBooks and come to nothing:"),
            _("Take it back"),
        ),
        correct.REST: WayWords(
            _("Send the difference"),
            _("What was sent stays. What came in since goes out as an entry of its own, with these lines:"),
            _("Send the difference"),
        ),
        correct.OURS: WayWords(
            _("Put ours back"),
            _("What was edited or deleted there is written as it was sent. These lines change:"),
            _("Put ours back"),
        ),
        correct.THEIRS: WayWords(
            _("Keep theirs"),
            _("What stands there counts from now on. The day here has more by these lines:"),
            _("Keep theirs"),
        ),
    }[way]


class CorrectSheet(Sheet):
    """Tabs for the ways, the lines of the chosen one, and one button that does it."""

    def __init__(self, over: QWidget, desk: Desk, work: ExchangeWork, ways: Ways) -> None:
        super().__init__(over.window(), width=760, name="correct sheet")
        self._desk, self._work, self._ways = desk, work, ways
        self._names = tuple(ways.lines)
        self.way = self._names[0]
        self.set_head(_("Put {day} right").format(day=long_date(ways.date)))
        self.tabs = TabPills()
        self.tabs.set_names(tuple(way_words(way).name for way in self._names), 0)
        self.tabs.chosen.connect(self._choose)
        self.text = Words("", "body", tone="ink2", wrap=True)
        columns = (
            Column(_("Account in QuickBooks")),
            Column(_("Debit"), _FIGURES, figures=True),
            Column(_("Credit"), _FIGURES, figures=True),
        )
        self.table = Table(columns, row_height=_ROW, name="correcting lines")
        self.table.setMinimumHeight(_TABLE)
        foot = row(gap=0, margin=(12, 0, 12, 0))
        self._sums = (Words("", "desk figure strong", align=painting.LEFT), *self._figures())
        foot.addWidget(self._sums[0], 1)
        for words in self._sums[1:]:
            foot.addWidget(words)
        for part in (self.tabs, self.text, self.table):
            self.content.addWidget(part)
        self.content.addLayout(foot)
        self.step = Button("", "primary", name="put right")
        self.step.clicked.connect(self._do)
        self.add_buttons(self.step)
        self._show()

    def _figures(self) -> tuple[Words, Words]:
        made = (
            Words("", "desk figure strong", align=painting.RIGHT),
            Words("", "desk figure strong", align=painting.RIGHT),
        )
        for words in made:
            words.setFixedWidth(_FIGURES)
        return made

    def _choose(self, at: int) -> None:
        self.way = self._names[at]
        self._show()

    def _show(self) -> None:
        shop, words = self._desk.shop, way_words(self.way)
        written = self._ways.lines[self.way]
        lines = [line for one in written for line in one.lines]
        why = self._ways.why_not
        text = words.text if lines else sentence(why) if why else _("No line changes.")
        self.tabs.set_names(tuple(way_words(way).name for way in self._names), self._names.index(self.way))
        self.text.set_text(text)
        rows: list[Row] = []
        for one in written:
            if len(written) > 1 and one.lines:
                rows.append(Row((Cell(one.doc_number),), heading=True))
            for line in one.lines:
                name = f"{line.account} · {line.name}" if line.name else line.account
                sides = (amount(shop, line.cents), "") if line.cents > 0 else ("", amount(shop, -line.cents))
                rows.append(Row((Cell(name), *(Cell(side) for side in sides)), key=str(len(rows))))
        self.table.set_rows(tuple(rows), None)
        whole = amount(shop, sum(max(0, line.cents) for line in lines))
        for part, shown in zip(self._sums, (_("Balances") if lines else "", *(2 * (whole,))), strict=True):
            part.set_text(shown if lines else "")
        self.step.setText(words.verb)

    def _do(self) -> None:
        date, way, by = self._ways.date, self.way, self._desk.till.by
        self.close_sheet()
        said = _("Putting {day} right …").format(day=short_date(date))
        self._work.ask(said, lambda shop: correct.take(shop, date, way, by=by), lambda _done: None)


def put_right(page: QWidget, desk: Desk, work: ExchangeWork, date: str) -> None:
    """Ask QuickBooks what can be done about a sent date, then show it over the page."""

    def show(found: Ways) -> None:
        sheet = CorrectSheet(page, desk, work, found)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.step)

    said = _("Comparing {day} with QuickBooks …").format(day=short_date(date))
    work.ask(said, lambda shop: correct.ways(shop, date), show)


def correcting(page: QWidget, desk: Desk, work: ExchangeWork) -> None:
    """From now on the steps that put a day right show their sheet over this page."""
    for step in ("difference", "correct"):
        desk.steps[step] = lambda date: put_right(page, desk, work, date)
