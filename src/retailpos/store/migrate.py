"""Bringing an older shop file up to date with Alembic, after a backup and in one transaction."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from retailpos.store import engine as engines
from retailpos.store import schema


def upgrade(engine: Engine, path: Path) -> None:
    """Copy the file aside, then run every migration it lacks and put the triggers back."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    scripts = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(_aside(path)),))

        def steps(revision: object, _context: object) -> object:
            return scripts._upgrade_revs("head", revision)  # type: ignore[arg-type]  # noqa: SLF001  # no public door

        with EnvironmentContext(config, scripts, fn=steps) as environment, engines.transaction(connection):
            environment.configure(connection=connection, target_metadata=schema.metadata, transactional_ddl=False)
            environment.run_migrations()
            engines.make_triggers(connection)


def _aside(path: Path) -> Path:
    """A free name beside the file for the copy made before a migration."""
    n = 1
    while (candidate := path.with_name(f"{path.name}.before-{schema.VERSION}-{n}")).exists():
        n += 1
    return candidate
