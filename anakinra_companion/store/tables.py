"""The tables of a record as they are now: the journal, and the projections that are rebuilt from it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, UniqueConstraint

METADATA = MetaData()


def _projection(name: str, *columns: Column[int] | Column[str]) -> Table:
    """A table of entities: one row each, naming the journal entry that holds its present version."""
    return Table(
        name,
        METADATA,
        Column("id", String, primary_key=True),
        Column("entry", String, nullable=False),
        *columns,
        info={"projection": True},
    )


def _text(name: str, *, needed: bool = True, index: bool = False) -> Column[str]:
    return Column(name, String, nullable=not needed, index=index)


def _number(name: str, *, needed: bool = True) -> Column[int]:
    return Column(name, Integer, nullable=not needed)


def _reading(prefix: str = "", *, needed: bool = True) -> tuple[Column[int] | Column[str], ...]:
    """The columns of a clock reading."""
    return (
        _text(f"{prefix}utc", needed=needed),
        _number(f"{prefix}boot_ms", needed=needed),
        _text(f"{prefix}boot_id", needed=needed),
    )


JOURNAL = Table(
    "journal",
    METADATA,
    Column("position", Integer, primary_key=True),
    _text("entry"),
    _text("installation"),
    _number("sequence"),
    _text("author"),
    _text("utc"),
    _text("act"),
    _text("content"),
    _text("replaces"),
    _text("hash"),
    UniqueConstraint("entry"),
    UniqueConstraint("installation", "sequence"),
)
RECORD_FACTS = Table("record_facts", METADATA, Column("name", String, primary_key=True), _text("value"))
# The last time anybody looked. Not an act: it moves every minute and proves nothing about the past.
SEEN = Table(
    "seen",
    METADATA,
    Column("id", Integer, primary_key=True),
    _number("epoch"),
    *_reading(),
)

EPOCHS = _projection("clock_epochs", _number("number"), *_reading())
DOUBTS = _projection(
    "clock_doubts",
    _number("epoch"),
    _text("kind"),
    *_reading(),
    *_reading("seen_", needed=False),
)
PROFILE = _projection("profile", _text("value"))
REGIMENS = _projection(
    "regimens",
    _number("every_days"),
    _text("at"),
    _text("zone"),
    _text("starts"),
    _text("ends", needed=False),
    _text("recorded"),
    _text("reason"),
    _number("rank"),
    _number("withdrawn"),
)
PAUSES = _projection("pauses", _text("first"), _text("last", needed=False), _text("who"), _number("withdrawn"))
DOSES = _projection(
    "doses",
    _text("slot", needed=False, index=True),
    _text("kind"),
    _text("at", needed=False),
    _text("zone"),
    _text("place", needed=False),
    _number("x", needed=False),
    _number("y", needed=False),
    _text("syringe", needed=False),
    _text("given_by"),
    _text("flags"),
    _text("recorded"),
    _text("note"),
    _number("withdrawn"),
)
SLOT_ANSWERS = _projection(
    "slot_answers",
    _text("slot", index=True),
    _text("kind"),
    _text("reason"),
    _text("recorded"),
    _number("rank"),
    _number("withdrawn"),
)
BOXES = _projection(
    "boxes",
    _text("lot"),
    _text("expires"),
    _text("received", needed=False),
    _text("place"),
    _number("opened_with"),
    _number("withdrawn"),
)
SYRINGES = _projection(
    "syringes", _text("box", index=True), _number("position"), _number("finished"), _number("withdrawn")
)
SYRINGE_EVENTS = _projection(
    "syringe_events",
    _text("syringe", index=True),
    _text("kind"),
    *_reading(),
    _number("epoch"),
    _number("doubted"),
    _text("since", needed=False),
    _text("place"),
    _text("reason", needed=False),
    _text("note"),
    _number("rank"),
    _number("voided"),
)
WALKTHROUGHS = _projection(
    "walkthroughs",
    _text("mode"),
    _text("slot"),
    _text("started"),
    _text("syringe", needed=False),
    _text("place", needed=False),
    _number("x", needed=False),
    _number("y", needed=False),
    _text("helper"),
    _text("dose", needed=False),
    _number("is_open"),
)
WALKTHROUGH_ANSWERS = _projection(
    "walkthrough_answers",
    _text("walkthrough", index=True),
    _text("stage"),
    _text("reply"),
    _text("at"),
    _number("rank"),
)
Index("doses_by_time", DOSES.c.at)
Index("doses_by_point", DOSES.c.place, DOSES.c.x, DOSES.c.y, DOSES.c.at)
Index("doses_by_entry_time", DOSES.c.recorded)
Index("walkthroughs_open", WALKTHROUGHS.c.is_open)
Index("syringes_at_home", SYRINGES.c.finished)

PROJECTIONS: dict[str, Table] = {
    table.name: table for table in METADATA.sorted_tables if table.info.get("projection")
}
