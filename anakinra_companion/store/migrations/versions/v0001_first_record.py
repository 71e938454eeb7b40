"""The first record: the journal and its projections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# "ANAK", so that a stranger's database is never taken for a record.
APPLICATION_ID = 0x414E414B


def _boxes() -> None:
    op.create_table(
        "boxes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("lot", sa.String, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("received", sa.String),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("opened_with", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )


def _clock_doubts() -> None:
    op.create_table(
        "clock_doubts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("utc", sa.String, nullable=False),
        sa.Column("boot_ms", sa.Integer, nullable=False),
        sa.Column("boot_id", sa.String, nullable=False),
        sa.Column("seen_utc", sa.String),
        sa.Column("seen_boot_ms", sa.Integer),
        sa.Column("seen_boot_id", sa.String),
    )


def _clock_epochs() -> None:
    op.create_table(
        "clock_epochs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("utc", sa.String, nullable=False),
        sa.Column("boot_ms", sa.Integer, nullable=False),
        sa.Column("boot_id", sa.String, nullable=False),
    )


def _doses() -> None:
    op.create_table(
        "doses",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("slot", sa.String),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("at", sa.String),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("place", sa.String),
        sa.Column("x", sa.Integer),
        sa.Column("y", sa.Integer),
        sa.Column("syringe", sa.String),
        sa.Column("given_by", sa.String, nullable=False),
        sa.Column("flags", sa.String, nullable=False),
        sa.Column("recorded", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )
    op.create_index("doses_by_entry_time", "doses", ["recorded"])
    op.create_index("doses_by_point", "doses", ["place", "x", "y", "at"])
    op.create_index("doses_by_time", "doses", ["at"])
    op.create_index("ix_doses_slot", "doses", ["slot"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("installation", sa.String, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("utc", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.Column("replaces", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.UniqueConstraint("entry"),
        sa.UniqueConstraint("installation", "sequence"),
    )


def _pauses() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("first", sa.String, nullable=False),
        sa.Column("last", sa.String),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )


def _profile() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
    )


def _record_facts() -> None:
    op.create_table(
        "record_facts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )


def _regimens() -> None:
    op.create_table(
        "regimens",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("every_days", sa.Integer, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("starts", sa.String, nullable=False),
        sa.Column("ends", sa.String),
        sa.Column("recorded", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )


def _seen() -> None:
    op.create_table(
        "seen",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("utc", sa.String, nullable=False),
        sa.Column("boot_ms", sa.Integer, nullable=False),
        sa.Column("boot_id", sa.String, nullable=False),
    )


def _slot_answers() -> None:
    op.create_table(
        "slot_answers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("slot", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("recorded", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )
    op.create_index("ix_slot_answers_slot", "slot_answers", ["slot"])


def _syringe_events() -> None:
    op.create_table(
        "syringe_events",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("syringe", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("utc", sa.String, nullable=False),
        sa.Column("boot_ms", sa.Integer, nullable=False),
        sa.Column("boot_id", sa.String, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("doubted", sa.Integer, nullable=False),
        sa.Column("since", sa.String),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("voided", sa.Integer, nullable=False),
    )
    op.create_index("ix_syringe_events_syringe", "syringe_events", ["syringe"])


def _syringes() -> None:
    op.create_table(
        "syringes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("box", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("finished", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
    )
    op.create_index("ix_syringes_box", "syringes", ["box"])
    op.create_index("syringes_at_home", "syringes", ["finished"])


def _walkthrough_answers() -> None:
    op.create_table(
        "walkthrough_answers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("walkthrough", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("reply", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
    )
    op.create_index("ix_walkthrough_answers_walkthrough", "walkthrough_answers", ["walkthrough"])


def _walkthroughs() -> None:
    op.create_table(
        "walkthroughs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("mode", sa.String, nullable=False),
        sa.Column("slot", sa.String, nullable=False),
        sa.Column("started", sa.String, nullable=False),
        sa.Column("syringe", sa.String),
        sa.Column("place", sa.String),
        sa.Column("x", sa.Integer),
        sa.Column("y", sa.Integer),
        sa.Column("helper", sa.String, nullable=False),
        sa.Column("dose", sa.String),
        sa.Column("is_open", sa.Integer, nullable=False),
    )
    op.create_index("walkthroughs_open", "walkthroughs", ["is_open"])


def upgrade() -> None:
    """Make an empty record."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _boxes()
    _clock_doubts()
    _clock_epochs()
    _doses()
    _journal()
    _pauses()
    _profile()
    _record_facts()
    _regimens()
    _seen()
    _slot_answers()
    _syringe_events()
    _syringes()
    _walkthrough_answers()
    _walkthroughs()
    op.execute("INSERT INTO record_facts (name, value) VALUES ('oldest_reader', '1')")
    op.execute("PRAGMA user_version = 1")
