"""A later version of the record, for the tests of migrating to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from anakinra_companion.store.upgrade import PRESENT

revision = "9001"
down_revision = PRESENT.head


def upgrade() -> None:
    op.add_column("doses", sa.Column("colour", sa.String))
    op.execute("PRAGMA user_version = 9001")
