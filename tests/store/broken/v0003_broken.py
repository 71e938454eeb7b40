"""A migration that fails after it changed a table, for the test that nothing of it stays."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("doses", sa.Column("colour", sa.String))
    op.execute("PRAGMA user_version = 3")
    raise RuntimeError("half way")
