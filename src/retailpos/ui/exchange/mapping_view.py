"""The mapping page in words: its rows as cells, its banner, and what it says of versions and of days that were sent."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.actions import mapping as act
from retailpos.actions.mapping import MapRow, MarkCell
from retailpos.actions.mapping_differs import SentDay
from retailpos.actions.mapping_settings import Settings
from retailpos.actions.shop import OpenShop
from retailpos.core.mapping import CLASS
from retailpos.ui.day.dates import amount, short_date
from retailpos.ui.day.table import Cell, Row
from retailpos.wording import _, plural

SEP = "\x1f"


@dataclass(frozen=True, slots=True)
class MappingView:
    """The whole page as it is shown. Without a title a column isn't there."""

    version: str
    since: str
    signed: str
    rows: tuple[Row, ...]
    chosen: int
    banner: str
    banner_rest: str
    warning: tuple[str, str]
    save_words: str
    unsaved: bool
    to_make: tuple[tuple[str, str], ...]
    make_words: str
    suggested: int
    makeable: int
    has_chart: bool
    running: str
    used_words: str
    class_title: str
    place_title: str
    read_words: str
    differs: tuple[SentDay, ...]
    differ_words: str
    by_choice: tuple[SentDay, ...]


def row_cells(shop: OpenShop, row: MapRow, *, ticked: bool | None, unsaved: bool, settings: Settings) -> Row:
    """A row as cells. `ticked` is None where there is nothing to tick."""
    icon, words, tone = _why(row, unsaved=unsaved)
    shown = amount(shop, abs(row.cents)) if row.cents else ""
    tick = Cell("")
    if ticked is not None:
        tick = Cell("", "accent" if ticked else "ink2", icon="check-square" if ticked else "square")
    marks = tuple(
        _mark_cell(cell)
        for cell, tracked in ((row.klass, settings.tracks(CLASS)), (row.place, settings.tracks_locations))
        if tracked
    )
    cells = (
        tick,
        Cell(row.title, strong=True),
        Cell(shown),
        _account_cell(row),
        *marks,
        Cell(words, tone, strong=tone != "ink2", icon=icon),
    )
    return Row(cells, ground="bad" if row.blocks else "", key=f"{row.slot}{SEP}{row.key}")


def _account_cell(row: MapRow) -> Cell:
    if row.why == act.ENTRY:
        return Cell(_("each line its own"), "ink2", plain=True)
    if row.why == act.NONE:
        return Cell(_("None"), "bad" if row.blocks else "ink")
    if not row.account:
        return Cell(_("Choose an account …"), "bad")
    tone = "warn" if row.why in (act.BANK, act.APART, act.RENAMED) else "ink"
    return Cell(row.account, "bad" if row.why in (act.GONE, act.INACTIVE) else tone)


def _mark_cell(cell: MarkCell) -> Cell:
    return {
        act.UNUSED: Cell(_("not used here"), "ink2", plain=True),
        act.NO_MARK: Cell(_("None"), "ink2"),
        act.WITHOUT: Cell(_("None")),
        act.INHERITED: Cell(cell.name, "ink2"),
        act.OWN: Cell(cell.name),
        act.LOST: Cell(cell.name, "bad"),
    }[cell.state]


def _why(row: MapRow, *, unsaved: bool) -> tuple[str, str, str]:
    """Picture, words and tone of the reason a row has its account."""
    for cell, words in ((row.klass, _("Class not in QuickBooks")), (row.place, _("Location not in QuickBooks"))):
        if cell.state == act.LOST:
            return "warning", words, "bad"
    if unsaved:
        return "pencil-simple", _("Not saved yet"), "warn"
    return {
        act.CHOSEN: ("check", _("You chose it"), "ok"),
        act.SAME_NAME: ("sparkle", _("Same name in QuickBooks"), "ink2"),
        act.TO_BE_MADE: ("magic-wand", _("Made when first sent"), "ink2"),
        act.SUGGESTED: ("sparkle", _("Suggested"), "ink2"),
        act.MISSING: ("prohibit", _("Suggested: {name}").format(name=row.suggested), "bad"),
        act.GONE: ("warning", _("Not in QuickBooks any more"), "bad"),
        act.INACTIVE: ("warning", _("Inactive in QuickBooks"), "bad"),
        act.NONE: ("prohibit", _("Money moved here"), "bad")
        if row.blocks
        else ("minus", _("Nothing is owed here"), "ink2"),
        act.RENAMED: ("warning", _("Now called {name}").format(name=row.now), "warn"),
        act.FOLLOWS: ("sparkle", _("New: goes where the rest goes"), "warn"),
        act.BANK: ("warning", _("A bank hides card fees"), "warn"),
        act.APART: ("warning", _("Differs from its other half"), "warn"),
        act.ENTRY: ("sparkle", _("Where a row has none"), "ink2"),
    }[row.why]


def warning_words(renamed: int, *, another_company: bool) -> tuple[str, str]:
    """What is sound and wants a yes all the same: another company, or accounts that were renamed there."""
    if another_company:
        bold = _("This was chosen for another company.")
        return bold, _("Look it through and save it: nothing is sent before.")
    if not renamed:
        return "", ""
    bold = plural("One account was renamed in QuickBooks.", "{n} accounts were renamed in QuickBooks.", renamed)
    return bold.format(n=renamed), _("Days still go there. Save, and the rows take the new names.")


def banner_words(missing: list[MapRow], waits: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """What stands in the way, and which days wait for it. Saving is never refused."""
    if not missing:
        return "", ""
    n = len(missing)
    bold = plural("One row needs an account.", "{n} rows need an account.", n).format(n=n)
    lost = [row for row in missing if row.lost_kind]
    if len(lost) == n:
        bold = plural("One row needs another class or location.", "{n} rows need another class or location.", n)
        bold = bold.format(n=n)
    if not waits:
        return bold, _("Saving is fine; a day with money in {title} waits until then.").format(title=missing[0].title)
    date, held = waits[0]
    if len(waits) == 1:
        rest = _("Saving is fine, but {day} stays blocked by {title}.").format(day=short_date(date), title=held)
    else:
        rest = _("Saving is fine, but {n} days stay blocked, the first {day}, by {title}.").format(
            n=len(waits), day=short_date(date), title=held
        )
    return bold, rest


def differ_words(differs: tuple[SentDay, ...]) -> str:
    """How many sent days would be other entries today."""
    days = len({day.date for day in differs})
    if not days:
        return _("Which sent days would differ? None")
    return plural("Which sent days would differ? 1 day", "Which sent days would differ? {n} days", days).format(n=days)


def make_words(n: int) -> str:
    """The button that makes accounts."""
    return plural("Make 1 account in QuickBooks", "Make {n} accounts in QuickBooks", n).format(n=n)
