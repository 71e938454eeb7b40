"""A migration that fails after it changed a table, for the test that nothing of it stays."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from anakinra_companion.store.upgrade import PRESENT

revision = "9001"
down_revision = PRESENT.head


def upgrade() -> None:
    op.add_column("doses", sa.Column("colour", sa.String))
    op.execute("PRAGMA user_version = 9001")
    raise RuntimeError("half way")
