"""What goes where: the rows this shop uses, choices not saved yet, and accounts that are still to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import mapping as act
from retailpos.actions.books import preview
from retailpos.actions.mapping import ChartAccount, MapRow
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import Row as Choice
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, short_date
from retailpos.ui.day.table import Cell, Row
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.wording import _, plural

_SEP = "\x1f"
_MOST_FOUND = 200
NONE_KEY = "none"


@dataclass(frozen=True, slots=True)
class MappingView:
    """The whole page as it is shown."""

    version: str
    rows: tuple[Row, ...]
    chosen: int
    banner: str
    banner_rest: str
    save_words: str
    unsaved: bool
    to_make: tuple[tuple[str, str], ...]
    make_words: str
    has_chart: bool
    running: str


class MappingModel(QObject):
    """Verbs of the mapping page."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._chart: tuple[ChartAccount, ...] = ()
        self._draft: dict[tuple[str, str], Choice] = {}
        self._ticked: frozenset[str] = frozenset()
        self._rows: tuple[MapRow, ...] = ()
        self._shown: list[MapRow | None] = []
        self._chosen = ""
        self.view: MappingView | None = None

    def read(self) -> None:
        """Read the rows again."""
        self._rows = act.rows(self._desk.shop, self._chart, tuple(self._draft.values()))
        self._show()

    def read_chart(self) -> None:
        """Read the accounts of the company again."""
        if self._work.connected:
            self._work.ask(_("Reading QuickBooks …"), act.read_chart, self._take_chart)

    def _take_chart(self, chart: tuple[ChartAccount, ...]) -> None:
        self._chart = chart
        self.read()

    def row_at(self, at: int) -> MapRow | None:
        """The row shown in a place of the table; a heading is none."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def first_blocking(self) -> int:
        """The place of the first row that blocks a day: the one the day in hand waits for, else any; -1 for none."""
        waits = self._gaps()
        blocking = [(at, row) for at, row in enumerate(self._shown) if row is not None and row.blocks]
        first = [at for at, row in blocking if (row.slot, row.key) in waits]
        return (first or [at for at, _row in blocking] or [-1])[0]

    def _gaps(self) -> set[tuple[str, str]]:
        """Rows with money in them and no account, on the day in hand."""
        date = self._desk.date
        entries = preview(self._desk.shop, date) if date else ()
        return {(gap.slot, gap.key) for entry in entries for gap in entry.unmapped}

    def choices(self, row: MapRow, words: str) -> tuple[Row, ...]:
        """Accounts to choose from: the suggested one first, then those of fitting types, and *None*."""
        found = act.fitting(self._chart, row.slot, words)[:_MOST_FOUND]
        best = [a for a in found if a.name.casefold() == row.suggested.casefold()]
        rest = [a for a in found if a not in best]
        rows = [_choice(a, _("Suggested: the same name")) for a in best] + [_choice(a, "") for a in rest]
        typed = words.strip()
        if not best and (not typed or typed.casefold() in row.suggested.casefold()):
            why = _("Suggested: made in QuickBooks") if self._chart else _("Suggested")
            rows.insert(0, _plain(row.suggested, act.type_of(row.slot), why, key=f"{_SEP}{row.suggested}"))
        if not row.cents and not typed:
            rows.append(_plain(_("None"), "", _("Nothing is owed here"), key=NONE_KEY))
        return tuple(rows)

    def choose(self, row: MapRow, key: str) -> None:
        """Choose an account for a row, by the key of a choice; it counts once it is saved."""
        account_id, _sep, name = key.partition(_SEP)
        choice = Choice(row.slot, row.key, name, account_id)
        if key == NONE_KEY:
            choice = Choice(row.slot, row.key, "", none=True)
        self._draft[row.slot, row.key] = choice
        self._chosen = f"{row.slot}{_SEP}{row.key}"
        self.read()

    def tick(self, at: int) -> None:
        """Tick a row whose account is to be made in QuickBooks, or take the tick off."""
        row = self.row_at(at)
        if row is not None and row.why == act.TO_BE_MADE:
            self._ticked ^= {row.account}
            self._show()

    def move_to(self, at: int) -> None:
        """A row was moved to."""
        row = self.row_at(at)
        self._chosen = f"{row.slot}{_SEP}{row.key}" if row else ""

    def make(self) -> None:
        """Make the ticked accounts in QuickBooks, then read the chart again."""
        wanted = self.view.to_make if self.view else ()
        self._ticked = frozenset()
        work = self._make_and_read(wanted)
        self._work.ask(_("Making accounts …"), work, self._take_chart)

    def _make_and_read(self, wanted: tuple[tuple[str, str], ...]) -> Callable[[OpenShop], tuple[ChartAccount, ...]]:
        def work(shop: OpenShop) -> tuple[ChartAccount, ...]:
            act.make_accounts(shop, wanted)
            return act.read_chart(shop)

        return work

    def save(self) -> None:
        """Keep the choices as the next version."""
        draft = tuple(self._draft.values())
        if draft and self._desk.do(lambda: act.save(self._desk.till, draft)) is not None:
            self._draft = {}
        self.read()

    def _show(self) -> None:
        rows: list[Row] = []
        self._shown = []
        group = ""
        for row in self._rows:
            if row.group != group:
                group = row.group
                rows.append(Row((Cell(group),), heading=True))
                self._shown.append(None)
            rows.append(self._row(row))
            self._shown.append(row)
        keys = [row.key for row in rows]
        now = act.version(self._desk.shop)
        missing = [row for row in self._rows if row.blocks]
        to_make = tuple((row.account, row.slot) for row in self._rows if row.account in self._ticked)
        self.view = MappingView(
            _("Version {n}").format(n=now) if now else _("Suggestions only"),
            tuple(rows),
            keys.index(self._chosen) if self._chosen in keys else -1,
            _missing_words(len(missing)),
            self._rest(missing),
            _("Save as version {n}").format(n=now + 1),
            bool(self._draft),
            to_make,
            _make_words(len(to_make)),
            bool(self._chart),
            self._work.running,
        )
        self.changed.emit()

    def _rest(self, missing: list[MapRow]) -> str:
        if not missing:
            return ""
        first, date = missing[0], self._desk.date
        if date and self._gaps():
            day = short_date(date)
            return _("{day} stays blocked until {title} has one.").format(day=day, title=first.title)
        return _("A day with money in {title} waits until it has one.").format(title=first.title)

    def _row(self, row: MapRow) -> Row:
        icon, words, tone = self._why(row)
        account, account_tone = row.account, "ink"
        if row.why == act.NONE:
            account = _("None")
        elif not account:
            account, account_tone = _("Choose an account …"), "bad"
        elif row.blocks:
            account_tone = "bad"
        tick = Cell("")
        if row.why == act.TO_BE_MADE and self._chart:
            ticked = row.account in self._ticked
            tick = Cell("", "accent" if ticked else "ink2", icon="check-square" if ticked else "square")
        shown = amount(self._desk.shop, abs(row.cents)) if row.cents else ""
        cells = (
            tick,
            Cell(row.title, strong=True),
            Cell(shown),
            Cell(account, account_tone),
            Cell(words, tone, strong=tone != "ink2", icon=icon),
        )
        return Row(cells, ground="bad" if row.blocks else "", key=f"{row.slot}{_SEP}{row.key}")

    def _why(self, row: MapRow) -> tuple[str, str, str]:
        """Picture, words and tone of the reason a row has its account."""
        if (row.slot, row.key) in self._draft:
            return "pencil-simple", _("Not saved yet"), "warn"
        return {
            act.CHOSEN: ("check", _("You chose it"), "ok"),
            act.SAME_NAME: ("sparkle", _("Same name in QuickBooks"), "ink2"),
            act.TO_BE_MADE: ("magic-wand", _("Made in QuickBooks when first sent"), "ink2"),
            act.SUGGESTED: ("sparkle", _("Suggested"), "ink2"),
            act.MISSING: ("prohibit", _("Suggested: {name}").format(name=row.suggested), "bad"),
            act.GONE: ("warning", _("Not in QuickBooks any more"), "bad"),
            act.INACTIVE: ("warning", _("Inactive in QuickBooks"), "bad"),
            act.NONE: ("minus", _("Nothing is owed here"), "ink2"),
        }[row.why]


def _missing_words(n: int) -> str:
    return plural("One row is missing an account.", "{n} rows are missing an account.", n).format(n=n) if n else ""


def _make_words(n: int) -> str:
    return plural("Make 1 account in QuickBooks", "Make {n} accounts in QuickBooks", n).format(n=n)


def _choice(account: ChartAccount, why: str) -> Row:
    return _plain(account.name, account.type, why, key=f"{account.id}{_SEP}{account.name}")


def _plain(name: str, kind: str, why: str, *, key: str) -> Row:
    return Row((Cell(name, strong=bool(why)), Cell(kind, "ink2"), Cell(why, "accent" if why else "ink2")), key=key)
