"""The fridge and the sharps box."""

from __future__ import annotations

from typing import Any

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


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _maybe_numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer) for name in names]


def _table(name: str, *columns: sa.Column[Any]) -> None:
    key = sa.Column("id", sa.String, primary_key=True)
    op.create_table(name, key, *_words("entry"), *columns, *_numbers("rank", "withdrawn"))


def _said() -> None:
    names = _words("place", "maker", "sensors", "zone", "sha256", "left_out", "kept_in", "shared", "recorded")
    _table("reading_batches", *names, *_numbers("first", "last", "rows", "skipped"))
    typed = [*_words("place", "note", "recorded"), *_numbers("second", "hundredths")]
    _table("typed_readings", *typed, *_maybe_numbers("lowest", "highest"))
    _table("fridge_answers", *_words("place"), *_numbers("second", "since"))
    _table("fridge_spots", *_words("name", "place"), *_numbers("begun"), *_maybe_numbers("ended"))


def _readings() -> None:
    number = sa.Column("number", sa.Integer, primary_key=True)
    op.create_table("reading_loads", number, sa.Column("batch", sa.String), *_words("token"))
    op.create_table(
        "readings",
        *_keys(sa.Integer, "load", "sensor", "second"),
        *_numbers("hundredths"),
        sqlite_with_rowid=False,
    )


def _derived() -> None:
    ends = _numbers("rows", "first", "first_value", "last", "last_value")
    op.create_table(
        "fridge_courses", *_keys(sa.String, "place", "sensor"), *_words("name", "zone"), *_numbers("longest"), *ends
    )
    op.create_table(
        "fridge_stretches",
        sa.Column("id", sa.Integer, primary_key=True),
        *_words("place", "sensor", "kind"),
        *_numbers("begins", "ends", "first", "last", "lowest", "highest"),
    )
    op.create_index("stretches_by_end", "fridge_stretches", ["place", "ends"])
    told = _numbers("lowest", "highest", "seen", "warm", "cold", "frozen", "overheated", "gaps")
    ends = _numbers("rows", "first", "first_value", "last", "last_value")
    op.create_table("fridge_days", *_keys(sa.String, "place", "sensor", "day"), *told, *ends)


def _keys(kind: type[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, primary_key=True, autoincrement=False) for name in names]


def upgrade() -> None:
    """Add the tables of the fridge and the sharps box."""
    _sharps()
    _said()
    _readings()
    _derived()
    # A program that knows no readings would call a syringe fit to look at that may have frozen (H8).
    op.execute("UPDATE record_facts SET value = '3' WHERE name = 'oldest_reader'")
    op.execute("PRAGMA user_version = 3")
