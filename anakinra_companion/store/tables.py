"""The tables of a record as they are now: the journal, and the projections that are rebuilt from it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, UniqueConstraint

from anakinra_companion.store.columns import METADATA, number, projection, reading, text
from anakinra_companion.store.fridge import tables as _fridge  # noqa: F401 - they belong to the record too
from anakinra_companion.store.skin import tables as _skin  # noqa: F401 - they belong to the record too

# What a dose of the first records, which knew no other sizes, was given under.
TYPICAL_SIZES = "typical"

JOURNAL = Table(
    "journal",
    METADATA,
    Column("position", Integer, primary_key=True),
    text("entry"),
    text("installation"),
    number("sequence"),
    text("author"),
    text("utc"),
    text("act"),
    text("content"),
    text("replaces"),
    text("hash"),
    UniqueConstraint("entry"),
    UniqueConstraint("installation", "sequence"),
)
RECORD_FACTS = Table("record_facts", METADATA, Column("name", String, primary_key=True), text("value"))
# The last time anybody looked. Not an act: it moves every minute and proves nothing about the past.
SEEN = Table(
    "seen",
    METADATA,
    Column("id", Integer, primary_key=True),
    number("epoch"),
    *reading(),
)

EPOCHS = projection("clock_epochs", number("number"), *reading())
DOUBTS = projection(
    "clock_doubts",
    number("epoch"),
    text("kind"),
    *reading(),
    *reading("seen_", needed=False),
)
PROFILE = projection("profile", text("value"))
REGIMENS = projection(
    "regimens",
    number("every_days"),
    text("at"),
    text("zone"),
    text("starts"),
    text("ends", needed=False),
    text("recorded"),
    text("reason"),
    number("rank"),
    number("withdrawn"),
)
PAUSES = projection("pauses", text("first"), text("last", needed=False), text("who"), number("withdrawn"))
DOSES = projection(
    "doses",
    text("slot", needed=False, index=True),
    text("kind"),
    text("at", needed=False),
    text("zone"),
    text("place", needed=False),
    number("x", needed=False),
    number("y", needed=False),
    text("syringe", needed=False),
    text("given_by"),
    text("flags"),
    text("recorded"),
    text("note"),
    number("withdrawn"),
    # The sizes of the skin it was given under.
    text("calibration", default=TYPICAL_SIZES),
    # The day as lived of a dose from before this record, where neither its time nor a slot is known.
    text("day", needed=False),
)
SLOT_ANSWERS = projection(
    "slot_answers",
    text("slot", index=True),
    text("kind"),
    text("reason"),
    text("recorded"),
    number("rank"),
    number("withdrawn"),
)
BOXES = projection(
    "boxes",
    text("lot"),
    text("expires"),
    text("received", needed=False),
    text("place"),
    number("opened_with"),
    number("withdrawn"),
)
SYRINGES = projection(
    "syringes", text("box", index=True), number("position"), number("finished"), number("withdrawn")
)
SYRINGE_EVENTS = projection(
    "syringe_events",
    text("syringe", index=True),
    text("kind"),
    *reading(),
    number("epoch"),
    number("doubted"),
    text("since", needed=False),
    text("place"),
    text("reason", needed=False),
    text("note"),
    number("rank"),
    number("voided"),
)
SHARPS_BOXES = projection(
    "sharps_boxes",
    text("begun"),
    number("holds", needed=False),
    number("inside"),
    text("replaced", needed=False),
    number("rank"),
    number("withdrawn"),
)
WALKTHROUGHS = projection(
    "walkthroughs",
    text("mode"),
    text("slot"),
    text("started"),
    text("syringe", needed=False),
    text("place", needed=False),
    number("x", needed=False),
    number("y", needed=False),
    text("helper"),
    text("dose", needed=False),
    number("is_open"),
)
WALKTHROUGH_ANSWERS = projection(
    "walkthrough_answers",
    text("walkthrough", index=True),
    text("stage"),
    text("reply"),
    text("at"),
    number("rank"),
)
Index("doses_by_time", DOSES.c.at)
Index("doses_by_point", DOSES.c.place, DOSES.c.x, DOSES.c.y, DOSES.c.at)
Index("doses_by_entry_time", DOSES.c.recorded)
Index("walkthroughs_open", WALKTHROUGHS.c.is_open)
Index("syringes_at_home", SYRINGES.c.finished)
Index("syringe_events_by_kind", SYRINGE_EVENTS.c.kind, SYRINGE_EVENTS.c.utc)

# Imported tables have registered themselves by now.
PROJECTIONS: dict[str, Table] = {
    table.name: table for table in METADATA.sorted_tables if table.info.get("projection")
}
