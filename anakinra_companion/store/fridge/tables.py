"""The tables of a fridge's temperatures: in hundredths of a degree C, and seconds since 1970 UTC."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from anakinra_companion.store.columns import METADATA, number, projection, text

BATCHES = projection(
    "reading_batches",
    text("place"),
    text("maker"),
    # The names of its sensors, by their numbers in `readings`: JSON.
    text("sensors"),
    text("zone"),
    number("first"),
    number("last"),
    number("rows"),
    number("skipped"),
    text("sha256"),
    # Spans in which the logger was out of the fridge, and warm ends in which it was in it: JSON.
    text("left_out"),
    text("kept_in"),
    # Readings that its file holds, too, but that lie in the batch of an earlier file: JSON.
    text("shared"),
    text("recorded"),
    number("rank"),
    number("withdrawn"),
)
TYPED = projection(
    "typed_readings",
    text("place"),
    number("second"),
    number("hundredths"),
    number("lowest", needed=False),
    number("highest", needed=False),
    text("note"),
    text("recorded"),
    number("rank"),
    number("withdrawn"),
)
ANSWERS = projection(
    "fridge_answers", text("place"), number("second"), number("since"), number("rank"), number("withdrawn")
)
SPOTS = projection(
    "fridge_spots",
    text("name"),
    text("place"),
    number("begun"),
    number("ended", needed=False),
    number("rank"),
    number("withdrawn"),
)
# A load is the readings of one batch; without a batch they are of an import that has not closed, and nobody sees
# them. `token` is known to the import that writes it, and taken away by whoever clears it up.
LOADS = Table(
    "reading_loads",
    METADATA,
    Column("number", Integer, primary_key=True),
    text("batch", needed=False),
    text("token"),
)
# The journal keeps their hash.
READINGS = Table(
    "readings",
    METADATA,
    Column("load", Integer, primary_key=True, autoincrement=False),
    Column("sensor", Integer, primary_key=True, autoincrement=False),
    Column("second", Integer, primary_key=True, autoincrement=False),
    number("hundredths"),
    sqlite_with_rowid=False,
)
# From here on all is derived from the readings, so that no page has to read them: `place` is what names of one fridge
# have in common, `sensor` is empty for what was typed in.
COURSES = Table(
    "fridge_courses",
    METADATA,
    Column("place", String, primary_key=True),
    Column("sensor", String, primary_key=True),
    text("name"),
    text("zone"),
    number("longest"),
    number("rows"),
    number("first"),
    number("first_value"),
    number("last"),
    number("last_value"),
)
STRETCHES = Table(
    "fridge_stretches",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("place"),
    text("sensor"),
    text("kind"),
    number("begins"),
    number("ends"),
    number("first"),
    number("last"),
    number("lowest"),
    number("highest"),
)
DAYS = Table(
    "fridge_days",
    METADATA,
    Column("place", String, primary_key=True),
    Column("sensor", String, primary_key=True),
    Column("day", String, primary_key=True),
    number("rows"),
    number("lowest"),
    number("highest"),
    number("seen"),
    number("warm"),
    number("cold"),
    number("frozen"),
    number("overheated"),
    number("gaps"),
    number("first"),
    number("first_value"),
    number("last"),
    number("last_value"),
)
Index("stretches_by_end", STRETCHES.c.place, STRETCHES.c.ends)
