"""What QuickBooks answered to each attempt, whole, for whoever has to find out why."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """A column of the log; no attempt changes. Files made in between have it already."""
    columns = {row[0] for row in op.get_bind().exec_driver_sql("SELECT name FROM pragma_table_info('attempt')")}
    if "raw" not in columns:
        op.execute("ALTER TABLE attempt ADD COLUMN raw TEXT NOT NULL DEFAULT ''")


def downgrade() -> None:
    """Facts are never taken back."""
    raise NotImplementedError
