"""Card payouts: choose the processor's file, look at what it holds, record and send what is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from retailpos.actions import clearing, settlement
from retailpos.actions.clearing import Watched
from retailpos.actions.settlement import Choices, Payouts, Preview, Recorded
from retailpos.core.errors import PosError, Trouble
from retailpos.core.outbox import CHANGED_THERE, MISSING, VERIFIED, OutboxRow
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount
from retailpos.ui.day.table import Row
from retailpos.ui.exchange import settlement_rows as rows
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.wording import _, plural

FILE, RECORDED, ACCOUNTS = "file", "recorded", "accounts"
_CHANGED = (CHANGED_THERE, MISSING)
_NOT_SENT = ("ready", "rejected", "unknown", "sending")


@dataclass(frozen=True, slots=True)
class PayoutsView:
    """The whole page as it is shown. `verb` is what the large button does; '' hides it."""

    pages: tuple[tuple[str, str], ...] = ()
    page: str = RECORDED
    rows: tuple[Row, ...] = ()
    chosen: int = -1
    said: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    bank: str = ""
    processor: str = ""
    verb: str = ""
    file: str = ""
    changed_there: bool = False
    done: str = ""
    done_rest: str = ""


class PayoutsModel(QObject):
    """Verbs of the page."""

    changed = Signal()
    taken = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._preview: Preview | None = None
        self._found: Payouts = ()
        self._recorded: tuple[Recorded, ...] = ()
        self._accounts: tuple[Watched, ...] = ()
        self.view = PayoutsView()
        work.changed.connect(self._draw)

    def read(self) -> None:
        """Read what was recorded, and the accounts as far as the shop knows them."""
        self._recorded = settlement.recorded(self._desk.shop)
        self._accounts = clearing.watch(self._desk.shop)
        self._draw()

    def ask(self) -> None:
        """Ask QuickBooks for the balances."""

        def answered(found: tuple[Watched, ...]) -> None:
            self._accounts = found
            self._draw()

        self._work.ask(_("Reading the accounts …"), clearing.look, answered)

    def take_file(self, path: str) -> None:
        """Look at a file: nothing is recorded yet. Read beside the window where a process can be spared for it."""
        self.view = replace(self.view, done="", done_rest="")
        currency, tasks = self._desk.shop.facts.currency, self._desk.context.tasks
        if tasks is None:
            found = self._desk.do(lambda: settlement.read_file(_quiet, path, currency))
            if found is not None:
                self._take(path, found)
            return
        from retailpos.ui.tasks import Answers

        answers = Answers(lambda found: self._take(path, found), self._not_taken)
        tasks.in_process(settlement.read_file, (path, currency), answers)

    def _take(self, path: str, found: Payouts) -> None:
        preview = self._desk.do(lambda: settlement.preview(self._desk.shop, found))
        if preview is None:
            return
        self._found, self._preview = found, preview
        choices = preview.choices
        self.view = replace(
            self.view, page=FILE, file=Path(path).name, bank=choices.bank, processor=choices.processor, chosen=-1
        )
        self._draw()
        self.taken.emit()

    def _not_taken(self, error: BaseException) -> None:
        self._desk.context.notify(error if isinstance(error, PosError) else Trouble("our_fault"))

    def turn_to(self, number: int) -> None:
        """Show another page of the table."""
        self.view = replace(self.view, page=self.view.pages[number][0], chosen=-1)
        self._draw()

    def choose(self, at: int) -> None:
        """Look at one row."""
        self.view = replace(self.view, chosen=at)
        self._draw()

    def go_on(self, bank: str, processor: str, wrong: Callable[[PosError], None]) -> None:
        """Record what is new in the file and send it, or send what waits. `wrong` tells beside the field."""
        if self._preview is not None and self._preview.fresh:
            try:
                choices = Choices(bank.strip(), processor.strip() or "Card processor", self._preview.choices.cards)
                preview = settlement.preview(self._desk.shop, self._found, choices)
                changes = settlement.settle(self._desk.till, preview)
            except PosError as error:
                wrong(error)
                return
            self._desk.context.changed(changes)
            count = len(changes.documents)
            self._preview = None
            bold = plural("{n} payout recorded.", "{n} payouts recorded.", count).format(n=count)
            rest = _("It leaves card clearing as soon as QuickBooks has it.")
            self.view = replace(self.view, page=RECORDED, done=bold, done_rest=rest, file="")
            self.read()
        self._send()

    def mend(self, *, theirs: bool) -> None:
        """What a person decided about the chosen payout, which was edited or deleted in QuickBooks."""
        number = self._recorded[self.view.chosen].row.doc_number
        act = settlement.keep_theirs if theirs else settlement.put_ours_back
        self._work.ask(_("Putting it right …"), lambda shop: act(shop, number), lambda _row: self.read())

    def put_aside(self) -> None:
        """Forget the file that was looked at."""
        self._preview = None
        self.view = replace(self.view, page=RECORDED, file="", chosen=-1)
        self._draw()

    @property
    def has_file(self) -> bool:
        """True while a file is looked at."""
        return self._preview is not None

    def _send(self) -> None:
        if not self._work.connected:
            self.view = replace(self.view, done_rest=_("It waits until QuickBooks is connected."))
            self._draw()
            return

        def sent(done: tuple[OutboxRow, ...]) -> None:
            if done and all(one.state == VERIFIED for one in done):
                rest = _("Read back from QuickBooks and equal, line by line.")
                self.view = replace(self.view, done_rest=rest)
            self.read()

        self._work.ask(_("Sending payouts …"), settlement.send_payouts, sent)

    def _draw(self) -> None:
        view = self.view
        shown, said = self._of_page()
        chosen = view.chosen if 0 <= view.chosen < len(shown) else -1
        self.view = replace(
            view,
            pages=self._pages(),
            rows=shown,
            chosen=chosen,
            said=said[chosen] if chosen >= 0 else self._unknown_cards(),
            figures=self._figures(),
            verb=self._verb(),
            changed_there=view.page == RECORDED and chosen >= 0 and self._recorded[chosen].state in _CHANGED,
        )
        self.changed.emit()

    def _pages(self) -> tuple[tuple[str, str], ...]:
        found = [(RECORDED, _("Recorded {n}").format(n=len(self._recorded)))]
        if self._preview is not None:
            found.insert(0, (FILE, _("In the file {n}").format(n=len(self._preview.found))))
        if self._accounts:
            found.append((ACCOUNTS, _("On its way {n}").format(n=len(self._accounts))))
        return tuple(found)

    def _of_page(self) -> tuple[tuple[Row, ...], tuple[str, ...]]:
        """The rows of the page in hand, and what is said of each."""
        shop = self._desk.shop
        if self.view.page == FILE and self._preview is not None:
            found = self._preview.found
            words = tuple(_("Its document in QuickBooks is {number}.").format(number=one.number) for one in found)
            return tuple(rows.found_row(shop, one) for one in found), words
        if self.view.page == ACCOUNTS:
            words = tuple(rows.watch_words(shop, one) for one in self._accounts)
            return tuple(rows.account_row(shop, one) for one in self._accounts), words
        known = self._recorded
        return tuple(rows.recorded_row(shop, one) for one in known), tuple(rows.said_of(shop, one) for one in known)

    def _unknown_cards(self) -> str:
        if self._preview is None or not self._preview.unknown_cards or self.view.page != FILE:
            return ""
        names = ", ".join(self._preview.unknown_cards)
        text = _("No way to pay is called {names}. They are taken out of the usual card clearing.")
        return text.format(names=names)

    def _figures(self) -> tuple[tuple[str, str], ...]:
        """Out of card clearing, kept by the processor, into the bank: of the file, else of what was recorded."""
        shop = self._desk.shop
        if self._preview is not None:
            fresh = len(self._preview.fresh)
            note = plural("{n} new payout", "{n} new payouts", fresh).format(n=fresh)
            sums = (self._preview.cleared, self._preview.fees, self._preview.net)
        else:
            note = plural("{n} payout", "{n} payouts", len(self._recorded)).format(n=len(self._recorded))
            known = self._recorded
            sums = (sum(one.cleared for one in known), sum(one.costs for one in known), sum(one.net for one in known))
        return tuple((amount(shop, cents), note if n == 0 else "") for n, cents in enumerate(sums))

    def _verb(self) -> str:
        if self._preview is not None:
            return _("Record and send") if self._preview.fresh else ""
        waiting = sum(one.state in _NOT_SENT for one in self._recorded)
        return plural("Send {n} payout", "Send {n} payouts", waiting).format(n=waiting) if waiting else ""


def _quiet(_count: int, _of: int) -> None:
    """Nobody follows a file that is read at once."""
