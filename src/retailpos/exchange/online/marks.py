"""An entry as one company reads it: its accounts, classes and locations by that company's ids.

What the company doesn't track is left out here, at the last moment, so that nothing has to be chosen again when it
tracks it once more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retailpos.core.errors import Trouble
from retailpos.core.mapping import CLASS, LOCATION, Mark
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.online import books
from retailpos.exchange.online.books import BY_DOCUMENT, BY_LINE, Office
from retailpos.exchange.suggest import takes_class


def settled(office: Office, entry: Entry) -> Entry:
    """The entry with every id this company has for it; accounts that are missing and were never there are made.

    An id is what was chosen: an account that was renamed is still the one. Ids of another company are not looked at.
    Raises Trouble for an account, class or location that is gone or inactive.
    """
    lines = _with_accounts(office, entry)
    klass, place = (_found(office, mark, entry.company) for mark in (entry.klass, entry.place))
    marked = (
        replace(line, klass=_class_of(office, line, entry), place=_found(office, line.place, entry.company))
        for line in lines
    )
    return replace(entry, lines=tuple(marked), klass=klass, place=place, company=office.client.realm)


def line_refs(line: Line) -> dict[str, Any]:
    """The class of a line of a sales form."""
    return {"ClassRef": {"value": line.klass.id}} if line.klass else {}


def journal_refs(line: Line) -> dict[str, Any]:
    """The class and the location of a line of a journal entry, which has no place for them but on its lines."""
    return {**line_refs(line), **place_ref(line)}


def form_refs(office: Office, entry: Entry) -> dict[str, Any]:
    """The class and the location of a whole sales form, whose lines have no location of their own."""
    found: dict[str, Any] = {}
    if entry.klass and office.company.class_by == BY_DOCUMENT:
        found["ClassRef"] = {"value": entry.klass.id}
    return {**found, **place_ref(entry)}


def place_ref(marked: Entry | Line) -> dict[str, Any]:
    """The location of a whole document, or of a line where those have one."""
    return {"DepartmentRef": {"value": marked.place.id}} if marked.place else {}


def on_lines(office: Office, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines of a sales form, without classes where the whole form has one."""
    if office.company.class_by == BY_LINE:
        return lines
    return tuple(replace(line, klass=None) for line in lines)


def _class_of(office: Office, line: Line, entry: Entry) -> Mark | None:
    """A line's own class where the company has one on each line, else that of the whole entry."""
    by_line = office.company.class_by == BY_LINE
    mark = line.klass if by_line else entry.klass if takes_class(line.slot) else None
    return _found(office, mark, entry.company)


def _found(office: Office, mark: Mark | None, company: str) -> Mark | None:
    if mark is None or not office.company.tracks(mark.kind):
        return None
    theirs = company in ("", office.client.realm)
    there = office.listed(mark.kind)
    found = next((one for one in there if theirs and mark.id and one.id == mark.id), None)
    if found is None:
        found = next((one for one in there if one.name.casefold() == mark.name.casefold()), None)
    if found is None or not found.active:
        raise Trouble(_GONE[mark.kind], name=mark.name)
    return replace(mark, id=found.id, name=found.name)


_GONE = {CLASS: "class_gone", LOCATION: "location_gone"}


def _with_accounts(office: Office, entry: Entry) -> list[Line]:
    theirs = entry.company in ("", office.client.realm)
    named = [line for line in entry.lines if not (line.account_id and theirs)]
    ids = books.ensure_accounts(office.client, [(line.account, line.slot) for line in named]) if named else {}
    chosen = [line for line in entry.lines if line not in named]
    active = {account.id for account in books.accounts(office.client) if account.active} if chosen else set()
    for line in chosen:
        if line.account_id not in active:
            raise Trouble("account_inactive", account=line.account)
    return [line if line in chosen else replace(line, account_id=ids[line.account]) for line in entry.lines]
