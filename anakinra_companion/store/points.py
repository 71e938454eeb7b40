"""A point of skin in three columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anakinra_companion.domain.sites import Place, SitePoint


def point_values(point: SitePoint | None, place: Place | None = None) -> dict[str, str | int | None]:
    """The columns of a point; a place without a point when only that much is known."""
    if point is not None:
        return {"place": point.place.value, "x": point.x, "y": point.y}
    return {"place": place.value if place else None, "x": None, "y": None}


def point(row: Mapping[Any, Any]) -> SitePoint | None:
    """The point of a row, if one is known."""
    if row["x"] is None or row["y"] is None:
        return None
    return SitePoint(Place(row["place"]), int(row["x"]), int(row["y"]))


def place(row: Mapping[Any, Any]) -> Place | None:
    """The place of a row, if one is known."""
    return Place(row["place"]) if row["place"] else None
