"""The shop file: one writer, any number of readers. Functions take and return core values; rows stay here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from retailpos.core.errors import Refusal
from retailpos.store import engine as engines
from retailpos.store import mark
from retailpos.store.documents import Documents
from retailpos.store.drafts import Drafts
from retailpos.store.lists import Lists
from retailpos.store.mapping import Mappings
from retailpos.store.outbox import Outbox
from retailpos.store.periods import Periods
from retailpos.store.sharing import Sharing


class Tx:
    """What one transaction can do, by noun."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.documents = Documents(connection)
        self.periods = Periods(connection)
        self.lists = Lists(connection)
        self.drafts = Drafts(connection)
        self.mappings = Mappings(connection)
        self.outbox = Outbox(connection)
        self.sharing = Sharing(connection)


class Store:
    """An open shop file."""

    def __init__(self, path: Path, *, may_create: bool = False) -> None:
        if not may_create and not path.exists():
            raise Refusal("no_shop_file", path=str(path))
        if not may_create and path.stat().st_size == 0:
            # SQLite would take an empty file for a new database and write to it.
            raise Refusal("not_a_shop_file", path=str(path))
        if path.exists() and path.stat().st_nlink > 1:
            raise Refusal("shop_file_linked", path=str(path))
        self.path = path
        self._engine = engines.make_engine(path)
        engines.prepare(self._engine, path, may_create=may_create)
        self._writer = self._engine.connect()
        self._tx = Tx(self._writer)
        self._lock = threading.RLock()
        self._inside = False
        self._loose = False

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Tx]:
        """One transaction, at once as the writer. Durable ones are on the disk when this returns."""
        with self._lock, engines.trouble_sorted():
            if self._inside:
                raise RuntimeError("one transaction an action, at its outer level")
            if durable == self._loose:
                # Drafts are written without a sync; money never is.
                engines.set_durable(self._writer, durable=durable)
                self._loose = not durable
            self._inside = True
            try:
                with engines.transaction(self._writer):
                    yield self._tx
                if self._tx.documents.touched:
                    # What is recorded is recorded: a mark that can't be written is made up for by the next one.
                    with suppress(OSError):
                        mark.write(self.path, self._writer, self._tx.documents.touched)
            finally:
                self._inside = False
                self._tx.documents.touched = set()

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Look things up. Inside a write it sees what that write did."""
        with self._lock, engines.trouble_sorted():
            yield self._tx

    @contextmanager
    def snapshot(self) -> Iterator[Tx]:
        """A connection of its own that sees one moment, for long reads in another thread or process."""
        with engines.trouble_sorted(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield Tx(connection)
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def lost(self) -> tuple[mark.Lost, ...]:
        """What the mark beside the file knows and the file does not: it is an older one, or another."""
        with self._lock, engines.trouble_sorted():
            return mark.lost(self.path, self._writer)

    def sync(self) -> None:
        """Put what was written without a sync on the disk."""
        if self._loose:
            with self.write() as tx:
                tx.lists.set_meta("synced", "1")

    def checkpoint(self) -> None:
        """Fold the log into the file, at day close and before leaving."""
        with self._lock, engines.trouble_sorted():
            self._writer.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def backup(self, target: Path) -> None:
        """A whole, consistent copy in one file, through the database's own means; never over an older one."""
        if target.exists():
            raise Refusal("backup_exists", path=str(target))
        with engines.trouble_sorted(), self._engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Leave the file as one file."""
        self._writer.close()
        self._engine.dispose()
