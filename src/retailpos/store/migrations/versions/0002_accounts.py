"""What customers owe, a table that `check` proves against the postings; and the kind of paper a row sends."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A new table, and a column of the outbox; no fact changes. Files made in between have both already."""
    op.execute(
        "CREATE TABLE IF NOT EXISTS balance (kind TEXT NOT NULL, party TEXT NOT NULL, cents INTEGER NOT NULL, "
        "PRIMARY KEY (kind, party)) STRICT"
    )
    columns = {row[0] for row in op.get_bind().exec_driver_sql("SELECT name FROM pragma_table_info('outbox')")}
    if "paper" not in columns:
        op.execute("ALTER TABLE outbox ADD COLUMN paper TEXT NOT NULL DEFAULT 'journal'")


def downgrade() -> None:
    """Facts are never taken back."""
    raise NotImplementedError
