"""The tables of what was said of the skin."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, String, Table

from anakinra_companion.store.columns import METADATA, number, projection, text

SIZES = projection(
    "skin_sizes",
    text("day"),
    number("thigh_length", needed=False),
    number("thigh_girth", needed=False),
    number("belly_width", needed=False),
    number("belly_height", needed=False),
    number("arm_length", needed=False),
    number("arm_girth", needed=False),
    number("hip_girth", needed=False),
    number("rank"),
    number("withdrawn"),
)
MARKS = projection(
    "avoid_marks",
    text("place"),
    number("x"),
    number("y"),
    number("radius"),
    text("reason"),
    text("until", needed=False),
    text("note"),
    text("since"),
    text("gone", needed=False),
    number("rank"),
    number("withdrawn"),
)
LUMPS = projection(
    "lumps",
    text("place"),
    number("x"),
    number("y"),
    text("found"),
    text("note"),
    text("dose", needed=False),
    text("checked_by", needed=False),
    text("checked_on", needed=False),
    number("rank"),
    number("withdrawn"),
)
REACTIONS = projection(
    "reactions",
    text("dose", index=True),
    text("at"),
    number("redness"),
    number("swelling"),
    number("bruise"),
    number("pain"),
    number("itch"),
    number("size", needed=False),
    number("spreading", needed=False),
    text("lump", needed=False),
    text("note"),
    number("rank"),
    number("withdrawn"),
)
WISHES = projection(
    "site_wishes", text("place"), text("kind"), text("until", needed=False), number("rank"), number("withdrawn")
)
PHOTOS = projection(
    "photos",
    text("dose", index=True),
    text("at"),
    text("kind"),
    number("size"),
    text("sha256"),
    number("erased"),
    number("rank"),
    number("withdrawn"),
)
# The bytes themselves are no version of anything: the journal keeps their hash, and they can be erased.
PHOTO_BYTES = Table(
    "photo_bytes",
    METADATA,
    Column("id", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
Index("reactions_by_rank", REACTIONS.c.rank)
