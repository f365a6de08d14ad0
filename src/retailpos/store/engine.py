"""Opening the shop file: the SQLite we trust, its settings, the triggers that keep facts facts, and one writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from retailpos.core.errors import Refusal, Trouble
from retailpos.settings import FileLock
from retailpos.store import schema

# Every SQLite before 3.51.3 can lose committed pages when a checkpoint races a commit that restarts the log.
LEAST_SQLITE = (3, 51, 3)
_BUSY_MS, _ASK_AGAIN_MS = 5000, 2
# Pages in the log at which a commit folds it into the file: what SQLite itself would take.
_FOLD_AT = 1000
_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={_BUSY_MS}",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)
_SEARCH = "CREATE VIRTUAL TABLE IF NOT EXISTS item_search USING fts5(item UNINDEXED, words, prefix='1 2 3')"


def make_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on this file. Transactions are begun by hand, at once as writers."""
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise Trouble("sqlite_too_old", found=dbapi2.sqlite_version)
    engine = create_engine(
        f"sqlite:///{path}",
        module=dbapi2,
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"check_same_thread": False, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: dbapi2.Connection, _record: object) -> None:
        connection.isolation_level = None
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if read_only:
            connection.execute("PRAGMA query_only=ON")

    return engine


def create(connection: Connection) -> None:
    """Make every table of an empty file, its triggers, and the marks that say whose file it is."""
    schema.metadata.create_all(connection)
    connection.execute(text(_SEARCH))
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": schema.VERSION})
    connection.execute(text(f"PRAGMA application_id={schema.APPLICATION_ID}"))
    make_triggers(connection)


def triggers() -> dict[str, str]:
    """The triggers that refuse to change a fact, by name."""
    found = {}
    for table in schema.FACTS:
        for act in ("UPDATE", "DELETE"):
            name = f"keep_{table}_{act.lower()}"
            found[name] = (
                f"CREATE TRIGGER {name} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    return found


def make_triggers(connection: Connection) -> None:
    """Put every trigger in place; safe to run again, and run after every migration."""
    for name, sql in triggers().items():
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        connection.execute(text(sql))


def missing_triggers(connection: Connection) -> tuple[str, ...]:
    """Triggers that are gone or differ from what they should be."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    there: dict[str, str] = {row.name: row.sql for row in rows}
    return tuple(name for name, sql in triggers().items() if there.get(name) != sql)


def prepare(engine: Engine, path: Path, *, may_create: bool) -> None:
    """Make a new file, bring an older one up, and refuse what is not ours, newer, or tampered with."""
    with trouble_sorted(), engine.connect() as connection:
        mark = connection.execute(text("PRAGMA application_id")).scalar_one()
        tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
        if tables == 0 and may_create:
            with transaction(connection):
                create(connection)
            return
        if mark != schema.APPLICATION_ID:
            raise Refusal("not_a_shop_file", path=str(path))
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        if version > schema.VERSION:
            raise Refusal("shop_file_is_newer", path=str(path))
    if version < schema.VERSION:
        from retailpos.store.migrate import upgrade  # Alembic is slow to import and seldom needed.

        upgrade(engine, path)
    with engine.connect() as connection:
        if gone := missing_triggers(connection):
            raise Refusal("shop_file_unprotected", triggers=", ".join(gone))


def set_durable(connection: Connection, *, durable: bool) -> None:
    """From now on every COMMIT is on the disk when it returns, or only soon after.

    What is only soon on the disk never folds the log into the file either: that would make one scan in a few hundred
    wait for two syncs. The next durable COMMIT does it.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
    driver.execute(f"PRAGMA wal_autocheckpoint={_FOLD_AT if durable else 0}")


def _begin(driver: Any) -> None:
    """Become the writer, asking again every other millisecond.

    SQLite's own waiting sleeps longer each time, up to a tenth of a second: a scan would come last behind an import
    that takes the file again and again.
    """
    driver.execute(f"PRAGMA busy_timeout={_ASK_AGAIN_MS}")
    try:
        for left in reversed(range(_BUSY_MS // _ASK_AGAIN_MS)):
            try:
                driver.execute("BEGIN IMMEDIATE")
            except dbapi2.OperationalError as cause:
                if "locked" not in str(cause) or not left:
                    raise
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout={_BUSY_MS}")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing. An exception rolls back; a failed COMMIT is an outcome we do not know."""
    driver: Any = connection.connection.driver_connection
    _begin(driver)
    try:
        yield
    except BaseException:
        driver.execute("ROLLBACK")
        raise
    try:
        driver.execute("COMMIT")
    except BaseException:
        # The outcome is not known; whatever is left of the transaction must not swallow the next one.
        with suppress(dbapi2.Error):
            driver.execute("ROLLBACK")
        raise


@contextmanager
def trouble_sorted() -> Iterator[None]:
    """Turn what the disk or another program did into Trouble; everything else stays a bug of ours."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as cause:
        said = str(getattr(cause, "orig", cause))
        for words, code in _TROUBLES:
            if words in said:
                raise Trouble(code, said=said) from cause
        raise


_TROUBLES = (
    ("not a database", "not_a_database"),
    ("malformed", "shop_file_damaged"),
    ("disk is full", "disk_full"),
    ("disk I/O", "disk_trouble"),
    ("locked", "shop_file_busy"),
    ("readonly", "shop_file_read_only"),
    ("unable to open", "shop_file_unreachable"),
)


class RegisterLock:
    """Held while one program sells from a shop file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path.with_name(path.name + ".lock"))

    def take(self) -> None:
        """Refuse when another program holds it."""
        if not self._lock.take(wait=False):
            raise Refusal("shop_file_in_use", path=str(self._path))

    def release(self) -> None:
        """Let another program sell."""
        self._lock.release()
