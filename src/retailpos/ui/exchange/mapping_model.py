"""What goes where: the rows this shop uses, choices not saved yet, and accounts that are still to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from retailpos.actions import mapping as act
from retailpos.actions.mapping import Ground, MapRow
from retailpos.actions.mapping_differs import Past, SentDay, differing, past, versions_sent
from retailpos.actions.mapping_settings import NOTHING_READ, Settings, kept_settings, make_accounts, read_settings
from retailpos.actions.mapping_signed import history, signature
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS, LOCATION, Mark
from retailpos.core.mapping import Row as Choice
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import day_and_time, short_date
from retailpos.ui.day.table import Cell, Row
from retailpos.ui.exchange import mapping_choices as choices
from retailpos.ui.exchange.mapping_view import (
    SEP,
    MappingView,
    banner_words,
    differ_words,
    make_words,
    row_cells,
    warning_words,
)
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.wording import _


class MappingModel(QObject):
    """Verbs of the mapping page."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self.settings: Settings = NOTHING_READ
        self._draft: dict[tuple[str, str, str], Choice | Mark] = {}
        self._ticked: frozenset[str] = frozenset()
        self._ground: Ground | None = None
        self._past: Past | None = None
        self._past_is_old = True
        self._waits = False
        self._everything = False
        self._rows: tuple[MapRow, ...] = ()
        self._shown: list[MapRow | None] = []
        self._chosen = ""
        self._differs: tuple[SentDay, ...] = ()
        self._differed: tuple[SentDay, ...] = ()
        self.view: MappingView | None = None

    def read(self) -> None:
        """Read the rows again."""
        self.settings = kept_settings(self._desk.shop)
        self._ground = act.ground(self._desk.shop)
        self._past_is_old = True
        self._waits = act.waits_for_yes(self._desk.shop)
        others = versions_sent(self._desk.shop) - {self._ground.book.mapping.version}
        self._differed = self._differing(()) if others else ()
        self._work_out()

    def read_chart(self) -> None:
        """Read the accounts, classes, locations and preferences of the company again."""
        if self._work.connected:
            self._work.ask(_("Reading QuickBooks …"), read_settings, lambda _settings: self.read())

    def row_at(self, at: int) -> MapRow | None:
        """The row shown in a place of the table; a heading is none."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def first_blocking(self) -> int:
        """The place of the first row that blocks a day: the one the day in hand waits for, else any; -1 for none."""
        sums = dict(self._ground.moved).get(self._desk.date, {}) if self._ground else {}
        blocking = [(at, row) for at, row in enumerate(self._shown) if row is not None and row.blocks]
        first = [at for at, row in blocking if sums.get((row.slot, row.key))]
        return (first or [at for at, _row in blocking] or [-1])[0]

    def choices(self, row: MapRow, words: str, kind: str = "") -> tuple[Row, ...]:
        """What can be chosen for a row: accounts, or what it is marked with (`kind`)."""
        if not kind or self._ground is None:
            return choices.account_choices(self.settings, row, words)
        mapping = act.drafted(self._ground, self.settings, tuple(self._draft.values()))
        return choices.mark_choices(self.settings, mapping, row, kind, words)

    def choose(self, row: MapRow, key: str, kind: str = "") -> None:
        """Choose for a row, by the key of a choice; it counts once it is saved."""
        choice = choices.mark_choice(row, kind, key) if kind else choices.account_choice(row, key)
        self._draft[kind, row.slot, row.key] = choice
        self._chosen = f"{row.slot}{SEP}{row.key}"
        self._work_out()

    def can_mark(self, at: int, kind: str) -> bool:
        """True where the row in this place can have a class, or a location."""
        row = self.row_at(at)
        return row is not None and (row.klass if kind == CLASS else row.place).state != act.UNUSED

    def tick(self, at: int) -> None:
        """Tick a row whose account is to be made in QuickBooks, or take the tick off."""
        row = self.row_at(at)
        if row is not None and row.why == act.TO_BE_MADE and self.settings.accounts:
            self._ticked ^= {row.account}
            self._show()

    def tick_all(self) -> None:
        """Tick every row whose account is to be made in QuickBooks."""
        if self.settings.accounts:
            self._ticked = frozenset(row.account for row in self._rows if row.why == act.TO_BE_MADE)
            self._show()

    def use_suggestions(self) -> None:
        """Choose what is suggested for every row that has no account; it counts once it is saved."""
        for row in self._rows:
            if row.why == act.MISSING:
                there = self.settings.by_name.get(row.suggested.casefold())
                choice = Choice(row.slot, row.key, row.suggested, there.id if there else "")
                self._draft["", row.slot, row.key] = choice
        self._work_out()

    def show_everything(self, *, everything: bool) -> None:
        """Show rows for what this shop never used too, or only those it uses."""
        self._everything = everything
        self._work_out()

    def move_to(self, at: int) -> None:
        """A row was moved to."""
        row = self.row_at(at)
        self._chosen = f"{row.slot}{SEP}{row.key}" if row else ""

    def make(self) -> None:
        """Make the ticked accounts in QuickBooks, then read everything again."""
        wanted = self.view.to_make if self.view else ()
        self._ticked = frozenset()
        self._work.ask(_("Making accounts …"), _make_and_read(wanted), lambda _settings: self.read())

    def save(self) -> None:
        """Keep the choices as the next version."""
        draft = tuple(self._draft.values())
        if not self._can_save():
            return
        if self._desk.do(lambda: act.save(self._desk.till, draft, self.settings)) is not None:
            self._draft = {}
        self.read()

    def give_up(self) -> None:
        """Forget the choices that were not saved, and the ticks."""
        self._draft, self._ticked = {}, frozenset()
        self._work_out()

    def _can_save(self) -> bool:
        """True where anything was chosen or renamed, or another company has to be said yes to."""
        return bool(self._draft) or self._waits or any(row.why == act.RENAMED for row in self._rows)

    def _work_out(self) -> None:
        """The rows with the choices so far, and the sent days that these would make different."""
        if self._ground is None:
            return
        draft = tuple(self._draft.values())
        self._rows = act.rows_of(self._ground, self.settings, draft, everything=self._everything)
        self._differs = self._differing(draft) if draft else self._differed
        self._show()

    def _differing(self, draft: tuple[Choice | Mark, ...]) -> tuple[SentDay, ...]:
        """The sent days that these choices would make different; what was sent is read when first asked for."""
        if self._past is None or self._past_is_old:
            self._past, self._past_is_old = past(self._desk.shop, self._past), False
        return differing(self._past, self.settings, draft)

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
        self.view = self._view(tuple(rows))
        self.changed.emit()

    def _view(self, rows: tuple[Row, ...]) -> MappingView:
        shop, settings = self._desk.shop, self.settings
        keys = [row.key for row in rows]
        kept = history(shop)
        now = kept[0].version if kept else 0
        missing = [row for row in self._rows if row.blocks]
        waits = act.would_wait(self._ground, self._rows) if self._ground and missing else ()
        banner, rest = banner_words(missing, waits)
        renamed = sum(1 for row in self._rows if row.why == act.RENAMED)
        by_hand = {row.account: row.slot for row in self._rows if row.account in self._ticked}
        signed = signature(shop, now)
        return MappingView(
            _("Version {n}").format(n=now) if now else _("Suggestions only"),
            _("since {day}").format(day=day_and_time(shop, kept[0].at).partition(",")[0]) if kept else "",
            _("Signed off by {name}, {day}").format(name=signed.name, day=short_date(signed.date)) if signed else "",
            rows,
            keys.index(self._chosen) if self._chosen in keys else -1,
            banner,
            rest,
            warning_words(renamed, another_company=self._waits) if not missing else ("", ""),
            _("Save as version {n}").format(n=now + 1),
            self._can_save(),
            tuple(by_hand.items()),
            make_words(len(by_hand)),
            sum(1 for row in self._rows if row.why == act.MISSING),
            sum(1 for row in self._rows if row.why == act.TO_BE_MADE) if settings.accounts else 0,
            bool(settings.accounts),
            self._work.running,
            self._used_words(),
            choices.kind_title(settings, CLASS) if settings.tracks(CLASS) else "",
            choices.kind_title(settings, LOCATION) if settings.tracks(LOCATION) else "",
            _("Read {at}").format(at=day_and_time(shop, settings.read_at)) if settings.read_at else "",
            self._differs,
            differ_words(self._differs),
            self._by_choice(),
        )

    def _used_words(self) -> str:
        """How many of all rows this shop uses."""
        if self._ground is None:
            return ""
        counts = [len(act.rows_of(self._ground, NOTHING_READ, everything=wide)) for wide in (False, True)]
        return _("Only rows this shop uses: {n} of {all}").format(n=counts[0], all=counts[1])

    def _by_choice(self) -> tuple[SentDay, ...]:
        """What the choices not saved yet would make different, beyond what differs already."""
        already = {day.doc_number: set(day.moved) for day in self._differed}
        found = []
        for day in self._differs if self._draft else ():
            new = tuple(moved for moved in day.moved if moved not in already.get(day.doc_number, set()))
            if new:
                found.append(replace(day, moved=new))
        return tuple(found)

    def _row(self, row: MapRow) -> Row:
        unsaved = any((kind, row.slot, row.key) in self._draft for kind in ("", CLASS, LOCATION))
        can_tick = row.why == act.TO_BE_MADE and bool(self.settings.accounts)
        ticked = row.account in self._ticked if can_tick else None
        return row_cells(self._desk.shop, row, ticked=ticked, unsaved=unsaved, settings=self.settings)


def _make_and_read(wanted: tuple[tuple[str, str], ...]) -> Callable[[OpenShop], Settings]:
    def work(shop: OpenShop) -> Settings:
        make_accounts(shop, wanted)
        return read_settings(shop)

    return work
