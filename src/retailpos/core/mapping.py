"""The mapping from slots to accounts, and the suggestions it starts from. It never touches what was recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from retailpos.core.slots import BY_DEPARTMENT

# What a line can be marked with beside its account, as QuickBooks calls it, and the mark of a row that wants none.
CLASS, LOCATION = "class", "location"
UNMARKED = "-"
# The slot of a mark that holds for a whole entry, wherever no row has one of its own.
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Where a slot (or one sub-row of it) goes: an account by full name and id, or nowhere (`none`)."""

    slot: str
    key: str
    account: str
    account_id: str = ""
    none: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The class or location of a slot (or one sub-row of it), by full name and id, apart from its account.

    An id of UNMARKED says that this row has none, whatever the whole entry has.
    """

    slot: str
    key: str
    kind: str
    name: str
    id: str = ""

    @property
    def says_none(self) -> bool:
        """True where the row is to be left without one."""
        return self.id == UNMARKED


@dataclass(frozen=True, slots=True)
class Mapping:
    """One version of the mapping. `company` is the QuickBooks company whose ids it holds; '' where none is known."""

    version: int = 0
    rows: tuple[Row, ...] = ()
    marks: tuple[Mark, ...] = ()
    company: str = ""

    def find(self, slot: str, key: str) -> Row | None:
        """The row for a sub-row: its own, else the nearest above it, else the bare slot's."""
        for candidate in _upwards(key):
            for row in self.rows:
                if row.slot == slot and row.key == candidate:
                    return row
        return None

    def with_row(self, row: Row) -> Mapping:
        """With this row in place of the one for its slot and sub-row. The version is given when it is kept."""
        others = tuple(old for old in self.rows if (old.slot, old.key) != (row.slot, row.key))
        return replace(self, rows=(*others, row))

    def own_mark(self, kind: str, slot: str, key: str) -> Mark | None:
        """The mark chosen for just this row."""
        wanted = (kind, slot, key)
        return next((mark for mark in self.marks if (mark.kind, mark.slot, mark.key) == wanted), None)

    def mark(self, kind: str, slot: str, key: str) -> Mark | None:
        """The class or location of a sub-row: its own, else the nearest above it, else the whole entry's.

        What is kept by department has the mark of what is sold in that department, as one department is one class.
        None where the row has none or was told to have none.
        """
        for where in _places(slot, key):
            found = self.own_mark(kind, *where)
            if found is not None:
                return None if found.says_none else found
        return None

    def with_mark(self, mark: Mark) -> Mapping:
        """With this mark in place of the row's own of its kind; without a name the row has no mark of its own."""
        wanted = (mark.kind, mark.slot, mark.key)
        others = tuple(old for old in self.marks if (old.kind, old.slot, old.key) != wanted)
        return replace(self, marks=(*others, mark) if mark.name or mark.says_none else others)

    def changed(self, choices: Iterable[Row | Mark]) -> Mapping:
        """With all of these choices."""
        found = self
        for choice in choices:
            found = found.with_row(choice) if isinstance(choice, Row) else found.with_mark(choice)
        return found

    def for_company(self, company: str) -> Mapping:
        """As a company has to read it: another one by names alone, as the ids mean something else there.

        Where no company is known (''), it stays as it is.
        """
        if not company or company == self.company:
            return self
        if not self.company:
            return replace(self, company=company)
        rows = tuple(replace(row, account_id="") for row in self.rows)
        marks = tuple(mark if mark.says_none else replace(mark, id="") for mark in self.marks)
        return replace(self, rows=rows, marks=marks, company=company)


def _upwards(key: str) -> tuple[str, ...]:
    """A sub-row and what lies above it: `a/b`, `a`, and the bare slot."""
    parts = key.split("/")
    return (*("/".join(parts[:n]) for n in range(len(parts), 0, -1) if "/".join(parts[:n])), "")


def _places(slot: str, key: str) -> list[tuple[str, str]]:
    places = [(slot, above) for above in _upwards(key)]
    if slot in BY_DEPARTMENT and slot != "sales":
        # Not its bare slot: a department's own class is nearer than that of all cost of goods.
        places[-1:-1] = [("sales", above) for above in _upwards(key)[:-1]]
    return [*places, (WHOLE, "")]
