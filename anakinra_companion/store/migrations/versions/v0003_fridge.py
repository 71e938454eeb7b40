"""The fridge and the sharps box."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _sharps() -> None:
    op.create_table(
        "sharps_boxes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("begun", sa.String, nullable=False),
        sa.Column("holds", sa.Integer),
        sa.Column("inside", sa.Integer, nullable=False),
        sa.Column("replaced", sa.String),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )
    op.create_index("syringe_events_by_kind", "syringe_events", ["kind", "utc"])


def upgrade() -> None:
    """Add the tables of the fridge and the sharps box."""
    _sharps()
    # A program that knows no readings would call a syringe fit to look at that may have frozen (H8).
    op.execute("UPDATE record_facts SET value = '3' WHERE name = 'oldest_reader'")
    op.execute("PRAGMA user_version = 3")
