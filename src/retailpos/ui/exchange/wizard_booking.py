"""How days are booked: where the sales tax is filed, in which form a day goes, and from which day on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from retailpos.actions import first_days
from retailpos.actions.books import days, set_form
from retailpos.actions.connecting import NO_TAX, CompanyFacts
from retailpos.core.day import is_date
from retailpos.core.outbox import LEFT_OUT
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import short_date
from retailpos.ui.exchange.connect_words import whole_date
from retailpos.ui.exchange.wizard_step import ChoiceTile, Notice, Said, Tiles, WizardStep
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.switch import Switch
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.wording import _, plural

ELSEWHERE, IN_QUICKBOOKS = "elsewhere", "quickbooks"
JOURNAL, RECEIPT = "journal-entry", "sales-receipt"
_FORMS = (JOURNAL, RECEIPT)


@dataclass(frozen=True, slots=True)
class BookingView:
    """The whole page as it is shown. `starts` are dates with their words; `start` is the one in force or typed."""

    tax: str
    form: str
    cogs: bool
    starts: tuple[tuple[str, str], ...]
    start: str
    left_out: str
    note: str
    error: str


class BookingModel(QObject):
    """Verbs of the page."""

    changed = Signal()

    def __init__(self, desk: Desk, company: Callable[[], CompanyFacts | None]) -> None:
        super().__init__()
        self._desk, self._company = desk, company
        self._tax = self._form = self._start = self._error = ""
        self._cogs = False
        self._starts: tuple[tuple[str, str], ...] = ()
        self._was: tuple[tuple[str, str], ...] = ()
        self.view: BookingView | None = None

    def read(self) -> None:
        """What was answered before, else what is proposed."""
        shop, company = self._desk.shop, self._company()
        facts = shop.facts
        self._tax = first_days.kept_fact(shop, "sales_tax") or (IN_QUICKBOOKS if facts.form == RECEIPT else ELSEWHERE)
        self._form, self._cogs, self._error = facts.form, facts.cogs, ""
        found = first_days.starts(shop, company.closed_to if company else "")
        self._starts = _worded(found)
        self._start = first_days.start_of(shop) or found.proposed
        self._was = tuple((date, state) for date, (state, _net) in sorted(days(shop, "", "9999").items()))
        self._show()

    def answer(self, tax: str) -> None:
        """Where the sales tax is filed and paid; the form that suits is proposed with it."""
        self._tax = tax
        self._form = RECEIPT if tax == IN_QUICKBOOKS else JOURNAL
        self._show()

    def choose_form(self, at: int) -> None:
        """Another form than the one proposed."""
        self._form = _FORMS[at]
        self._show()

    def set_cogs(self, on: bool) -> None:
        """Whether cost of goods goes along."""
        self._cogs = on
        self._show()

    def choose_start(self, at: int) -> None:
        """One of the days that are offered."""
        self.type_start(self._starts[at][0])

    def type_start(self, text: str) -> None:
        """A day of one's own."""
        self._start, self._error = text, "" if is_date(text) else _("Type the day like 2026-03-16.")
        self._show()

    def keep(self) -> bool:
        """Keep all of it; False where something is not right yet."""
        till, form, cogs, start = self._desk.till, self._form, self._cogs, self._start
        if not is_date(start):
            return False
        self._desk.do(lambda: first_days.keep_company_facts(till, sales_tax=self._tax))
        facts = self._desk.shop.facts
        if (facts.form, facts.cogs) != (form, cogs) and self._desk.do(
            lambda: set_form(till, form=form, cogs=cogs)
        ) is None:
            return False
        return self._desk.do(lambda: first_days.set_start(till, start)) is not None

    def _show(self) -> None:
        self.view = BookingView(
            self._tax,
            self._form,
            self._cogs,
            self._starts,
            self._start,
            self._left_out(),
            self._note(),
            self._error,
        )
        self.changed.emit()

    def _left_out(self) -> str:
        before = [
            date for date, state in self._was if date < self._start and state in ("open", "ready", "blocked", LEFT_OUT)
        ]
        if not is_date(self._start) or not self._was:
            return ""
        if not before:
            return _("Every day the shop has had is sent, from {day} on.").format(day=whole_date(self._was[0][0]))
        words = plural(
            "1 day before it is not sent, and says so in the calendar.",
            "{n} days before it are not sent, and say so in the calendar.",
            len(before),
        )
        return words.format(n=len(before))

    def _note(self) -> str:
        company = self._company()
        if self._form == RECEIPT and company is not None and not company.keeps_numbers:
            return _("This company numbers its receipts itself. Switch on custom transaction numbers there first.")
        if self._tax == IN_QUICKBOOKS and company is not None and company.tax == NO_TAX:
            return _("Sales tax is switched off in this company. Switch it on there before tax is filed from it.")
        return ""


def _worded(found: first_days.Starts) -> tuple[tuple[str, str], ...]:
    """The days to choose from, each once, with their words."""
    named = [
        (found.first, _("{day}, the first day")),
        (found.month, _("{day}")),
        (found.after_closing, _("{day}, after the closing")),
        (found.today, _("Today, {day}")),
    ]
    kept: dict[str, str] = {}
    for date, words in named:
        if date and date >= max(found.first, found.after_closing):
            kept.setdefault(date, words.format(day=short_date(date)))
    return tuple(sorted(kept.items()))


class BookingPage(WizardStep):
    """Renders a BookingView."""

    def __init__(self, desk: Desk, company: Callable[[], CompanyFacts | None]) -> None:
        super().__init__("wizard booking", _("How is it booked?"), _("Two answers; both can be changed later."))
        self.model = BookingModel(desk, company)
        self.model.changed.connect(self.render_view)
        self.down.addWidget(Words(_("Where does the shop file and pay its sales tax?"), "heading"))
        self.down.addWidget(self._tiles())
        self.note = Notice("warn", "warning", name="booking note")
        self.down.addWidget(self.note)
        self.down.addWidget(self._form_card())
        self.down.addWidget(Words(_("From which day on?"), "heading"))
        self.down.addLayout(self._start_row())
        self.left_out = Said("calendar-blank", "")
        self.down.addWidget(self.left_out)
        self.down.addStretch(1)

    def _tiles(self) -> Tiles:
        self._elsewhere = ChoiceTile(
            "tax elsewhere",
            "bank",
            "plain",
            title=_("Elsewhere"),
            text=_("By a bookkeeper, a portal, or another program. Tax goes to an ordinary liability account."),
        )
        self._inside = ChoiceTile(
            "tax in quickbooks",
            "cloud-check",
            "accent",
            title=_("In QuickBooks"),
            text=_("Days go as sales receipts that tell their tax as tax, agency by agency, read back to the cent."),
        )
        for tile, tax in ((self._elsewhere, ELSEWHERE), (self._inside, IN_QUICKBOOKS)):
            tile.clicked.connect(lambda _checked=False, to=tax: self.model.answer(to))
        tiles = Tiles()
        tiles.set_tiles((self._elsewhere, self._inside))
        return tiles

    def _form_card(self) -> Card:
        card = Card(padding=(20, 8, 20, 8), gap=4)
        across = row(gap=16)
        self._forms = TabPills(bordered=True, name="form of a day")
        self._forms.set_names((_("Journal entry"), _("Sales receipt")))
        self._forms.chosen.connect(self.model.choose_form)
        self._forms.setMinimumWidth(320)
        across.addWidget(Words(_("Each day goes as"), "body strong"))
        across.addWidget(self._forms, 1)
        self._cogs = Switch(
            _("Cost of goods goes along"),
            _("With it QuickBooks shows the margin and the stock's value."),
            name="cost of goods",
        )
        self._cogs.clicked.connect(self.model.set_cogs)
        card.content.addLayout(across)
        card.content.addWidget(self._cogs)
        return card

    def _start_row(self) -> QHBoxLayout:
        across = row(gap=16)
        self._starts = TabPills(bordered=True, name="first day to send")
        self._starts.chosen.connect(self.model.choose_start)
        self._own = Field(_("Another day"), figures=True, name="start day")
        self._own.setMaximumWidth(200)
        self._own.edited.connect(self.model.type_start)
        across.addWidget(self._starts, 1)
        across.addWidget(self._own)
        return across

    def begin(self) -> None:
        self.model.read()

    def on_words(self) -> str:
        return _("Go on")

    def on_ready(self) -> bool:
        return self.model.view is not None and not self.model.view.error

    def go_on(self) -> None:
        if self.model.keep():
            self.finished.emit()

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        if view is None:
            return
        self._elsewhere.setChecked(view.tax == ELSEWHERE)
        self._inside.setChecked(view.tax == IN_QUICKBOOKS)
        self.note.say(view.note)
        self._forms.set_names((_("Journal entry"), _("Sales receipt")), _FORMS.index(view.form))
        self._cogs.setChecked(view.cogs)
        dates = [date for date, _words in view.starts]
        at = dates.index(view.start) if view.start in dates else -1
        self._starts.set_names(tuple(words for _date, words in view.starts), at)
        if self._own.text() != view.start:
            self._own.set_text(view.start)
        self._own.set_error(view.error)
        self.left_out.set_text(view.left_out)
        self.changed.emit()
