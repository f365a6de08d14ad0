"""Classes and locations of the mapping, and the company whose ids a version of it holds."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A new table, and a column of the versions; no row changes."""
    op.execute(
        "CREATE TABLE IF NOT EXISTS mapping_mark (version INTEGER NOT NULL, slot TEXT NOT NULL, key TEXT NOT NULL, "
        "kind TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (version, slot, key, kind)) STRICT"
    )
    columns = {row[0] for row in op.get_bind().exec_driver_sql("SELECT name FROM pragma_table_info('mapping_version')")}
    if "company" not in columns:
        op.execute("ALTER TABLE mapping_version ADD COLUMN company TEXT NOT NULL DEFAULT ''")


def downgrade() -> None:
    """Facts are never taken back."""
    raise NotImplementedError
