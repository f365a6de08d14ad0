"""What a picker of the mapping page offers: accounts that make sense for a row, and classes or locations for it."""

from __future__ import annotations

from retailpos.actions import mapping as act
from retailpos.actions.mapping import MapRow
from retailpos.actions.mapping_settings import ChartAccount, Settings
from retailpos.core.mapping import CLASS, UNMARKED, WHOLE, Mapping, Mark
from retailpos.core.mapping import Row as Choice
from retailpos.ui.day.table import Cell, Row
from retailpos.ui.exchange.mapping_view import SEP
from retailpos.wording import _

NONE_KEY = "none"
FOLLOW_KEY = "follow"
_MOST_FOUND = 200


def account_choices(settings: Settings, row: MapRow, words: str) -> tuple[Row, ...]:
    """Accounts to choose from: the suggested one first, then those of fitting types, and *None* where nothing moved."""
    found = act.fitting(settings.accounts, row.slot, words)[:_MOST_FOUND]
    reasons = {account.id: _reason(row, account) for account in found}
    best = sorted(
        (a for a in found if reasons[a.id]), key=lambda a: (not _is_renamed(row, a), not _is_suggested(row, a))
    )
    rows = [_choice(a, reasons[a.id]) for a in best] + [_choice(a, "") for a in found if not reasons[a.id]]
    typed = words.strip()
    there = any(a.name.casefold() == row.suggested.casefold() for a in found)
    if not there and (not typed or typed.casefold() in row.suggested.casefold()):
        why = _("Suggested: made in QuickBooks") if settings.accounts else _("Suggested")
        rows.insert(len(best), _plain(row.suggested, act.type_of(row.slot), why, key=f"{SEP}{row.suggested}"))
    if not row.cents and not typed:
        rows.append(_plain(_("None"), "", _("Nothing is owed here"), key=NONE_KEY))
    return tuple(rows)


def account_choice(row: MapRow, key: str) -> Choice:
    """What the key of an account's choice means for a row."""
    if key == NONE_KEY:
        return Choice(row.slot, row.key, "", none=True)
    account_id, _sep, name = key.partition(SEP)
    return Choice(row.slot, row.key, name, account_id)


def mark_choices(settings: Settings, mapping: Mapping, row: MapRow, kind: str, words: str) -> tuple[Row, ...]:
    """Classes or locations to choose from, after that of the whole entry, and *None*."""
    wanted = words.casefold().split()
    rows: list[Row] = []
    if row.slot != WHOLE and not wanted:
        above = mapping.with_mark(Mark(row.slot, row.key, kind, "")).mark(kind, row.slot, row.key)
        rows.append(_plain(_("As the whole entry"), above.name if above else _("None"), "", key=FOLLOW_KEY))
    for one in settings.listed(kind):
        if one.active and all(word in one.name.casefold() for word in wanted):
            alike = one.name.rpartition(":")[2].casefold() == row.title.casefold()
            choice = _plain(one.name, "", _("The same name") if alike else "", key=f"{one.id}{SEP}{one.name}")
            rows.insert(0 if alike else len(rows), choice)
    if not wanted:
        rows.append(_plain(_("None"), "", "", key=NONE_KEY))
    return tuple(rows)


def mark_choice(row: MapRow, kind: str, key: str) -> Mark:
    """What the key of a class's or location's choice means for a row."""
    if key == FOLLOW_KEY or (key == NONE_KEY and row.slot == WHOLE):
        return Mark(row.slot, row.key, kind, "")
    if key == NONE_KEY:
        return Mark(row.slot, row.key, kind, "", UNMARKED)
    mark_id, _sep, name = key.partition(SEP)
    return Mark(row.slot, row.key, kind, name, mark_id)


def kind_title(settings: Settings, kind: str) -> str:
    """What a class or location is called in this company."""
    return _("Class") if kind == CLASS else settings.location_word


def _reason(row: MapRow, account: ChartAccount) -> str:
    """Why an account may be the one for a row."""
    if _is_renamed(row, account):
        return _("The account you chose")
    if _is_suggested(row, account):
        return _("Suggested: the same name")
    if account.name.rpartition(":")[2].casefold() == row.title.casefold():
        return _("Called like the row")
    return ""


def _is_renamed(row: MapRow, account: ChartAccount) -> bool:
    return bool(row.now) and row.account_id == account.id


def _is_suggested(row: MapRow, account: ChartAccount) -> bool:
    return account.name.casefold() == row.suggested.casefold()


def _choice(account: ChartAccount, why: str) -> Row:
    return _plain(account.name, account.type, why, key=f"{account.id}{SEP}{account.name}")


def _plain(name: str, kind: str, why: str, *, key: str) -> Row:
    return Row((Cell(name, strong=bool(why)), Cell(kind, "ink2"), Cell(why, "accent" if why else "ink2")), key=key)
