"""Statements of the counter: built with SQLAlchemy, compiled once, and run by the driver itself.

A sale runs some twenty of them; going through the whole machinery each time costs more than the disk does.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql import ClauseElement

_NAMED = dialect(paramstyle="named")


class Quick:
    """A statement with named values; errors are the driver's own and sorted by `engine.trouble_sorted`."""

    def __init__(self, statement: ClauseElement) -> None:
        self.sql = str(statement.compile(dialect=_NAMED))


class Driver:
    """The driver behind a connection, within the transaction that the connection is in."""

    def __init__(self, connection: Connection) -> None:
        self._d: Any = connection.connection.driver_connection

    def run(self, quick: Quick, rows: list[dict[str, Any]]) -> None:
        """Once for each row of values."""
        if len(rows) == 1:
            self._d.execute(quick.sql, rows[0])
        elif rows:
            self._d.executemany(quick.sql, rows)

    def first(self, quick: Quick, **values: Any) -> tuple[Any, ...] | None:
        """The first row found."""
        found: tuple[Any, ...] | None = self._d.execute(quick.sql, values).fetchone()
        return found

    def all(self, quick: Quick, **values: Any) -> list[tuple[Any, ...]]:
        """All rows found."""
        found: list[tuple[Any, ...]] = self._d.execute(quick.sql, values).fetchall()
        return found

    def changed(self, quick: Quick, **values: Any) -> int:
        """How many rows it changed."""
        return int(self._d.execute(quick.sql, values).rowcount)
