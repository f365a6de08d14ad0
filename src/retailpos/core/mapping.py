"""The mapping from slots to accounts, and the suggestions it starts from. It never touches what was recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Row:
    """Where a slot (or one sub-row of it) goes: an account by full name and id, or nowhere (`none`)."""

    slot: str
    key: str
    account: str
    account_id: str = ""
    none: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """One version of the mapping."""

    version: int = 0
    rows: tuple[Row, ...] = ()

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


def _upwards(key: str) -> tuple[str, ...]:
    """A sub-row and what lies above it: `a/b`, `a`, and the bare slot."""
    parts = key.split("/")
    return (*("/".join(parts[:n]) for n in range(len(parts), 0, -1) if "/".join(parts[:n])), "")
