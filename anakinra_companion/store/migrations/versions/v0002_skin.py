"""The skin: sizes, marks, lumps, reactions, wishes, photos, and what a dose keeps of them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _maybe_words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String) for name in names]


def _maybe_numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer) for name in names]


def _table(name: str, *columns: sa.Column[Any]) -> None:
    key = sa.Column("id", sa.String, primary_key=True)
    op.create_table(name, key, *_words("entry"), *columns, *_numbers("rank", "withdrawn"))


def _sizes() -> None:
    lengths = ("thigh_length", "thigh_girth", "belly_width", "belly_height", "arm_length", "arm_girth", "hip_girth")
    _table("skin_sizes", *_words("day"), *_maybe_numbers(*lengths))


def _marks() -> None:
    where = [*_words("place"), *_numbers("x", "y")]
    told = [*_words("reason", "note", "since"), *_maybe_words("until", "gone")]
    _table("avoid_marks", *where, *_numbers("radius"), *told)


def _lumps() -> None:
    where = [*_words("place"), *_numbers("x", "y")]
    _table("lumps", *where, *_words("found", "note"), *_maybe_words("dose", "checked_by", "checked_on"))


def _reactions() -> None:
    signs = _numbers("redness", "swelling", "bruise", "pain", "itch")
    told = [*_words("dose", "at", "note"), *_maybe_words("lump")]
    _table("reactions", *told, *signs, *_maybe_numbers("size", "spreading"))
    op.create_index("ix_reactions_dose", "reactions", ["dose"])
    op.create_index("reactions_by_rank", "reactions", ["rank"])


def _wishes() -> None:
    _table("site_wishes", *_words("place", "kind"), *_maybe_words("until"))


def _photos() -> None:
    _table("photos", *_words("dose", "at", "kind", "sha256"), *_numbers("size", "erased"))
    op.create_index("ix_photos_dose", "photos", ["dose"])
    op.create_table(
        "photo_bytes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def upgrade() -> None:
    """Add the tables of the skin; every dose of before was given under a typical adult's sizes."""
    _sizes()
    _marks()
    _lumps()
    _reactions()
    _wishes()
    _photos()
    op.add_column("doses", sa.Column("calibration", sa.String, nullable=False, server_default="typical"))
    op.add_column("doses", sa.Column("day", sa.String))
    # A program that knows no marks and no lumps would suggest points beside them (H15, H16).
    op.execute("UPDATE record_facts SET value = '2' WHERE name = 'oldest_reader'")
    op.execute("PRAGMA user_version = 2")
