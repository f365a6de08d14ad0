"""The first schema: new files are made from it directly, so this step only marks the start."""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to do: a file of this version was made whole."""


def downgrade() -> None:
    """Facts are never taken back."""
    raise NotImplementedError
