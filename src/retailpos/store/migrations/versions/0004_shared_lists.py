"""Vendors, and which customers, vendors and items are also in which QuickBooks company."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Two new tables; no row changes."""
    op.execute(
        "CREATE TABLE IF NOT EXISTS vendor (id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, "
        "body TEXT NOT NULL, PRIMARY KEY (id)) STRICT"
    )
    op.execute("CREATE INDEX IF NOT EXISTS vendor_name ON vendor (name)")
    op.execute(
        "CREATE TABLE IF NOT EXISTS shared (kind TEXT NOT NULL, company TEXT NOT NULL, id TEXT NOT NULL, "
        "there TEXT NOT NULL, token TEXT NOT NULL, seen TEXT NOT NULL, at INTEGER NOT NULL, "
        "PRIMARY KEY (kind, company, id)) STRICT"
    )
    op.execute("CREATE UNIQUE INDEX IF NOT EXISTS shared_there ON shared (kind, company, there)")


def downgrade() -> None:
    """Facts are never taken back."""
    raise NotImplementedError
