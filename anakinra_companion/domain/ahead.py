"""Which points come next, day after day, if each suggestion is followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from anakinra_companion.domain.sites import TYPICAL, AvoidMark, Calibration, Injection, Lump, Place, SitePoint
from anakinra_companion.domain.suggestion import suggest

NOON = time(12, tzinfo=UTC)


def points_ahead(
    history: Sequence[Injection],
    days: Sequence[date],
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
    preferred: frozenset[Place] = frozenset(),
) -> tuple[SitePoint | None, ...]:
    """Give the point suggested on each day, None where nothing is free.

    `days` are the days of doses still to come, in order, each after the newest injection of `history`. A list made
    ahead holds only as long as it is followed: whoever injects elsewhere needs a new one (S29).
    """
    taken = list(history)
    points: list[SitePoint | None] = []
    for day in days:
        found = suggest(
            taken,
            day,
            helper=helper,
            avoid=avoid,
            lumps=lumps,
            calibration=calibration,
            excluded=excluded,
            preferred=preferred,
        )
        points.append(found.point if found else None)
        if found:
            at = datetime.combine(day, NOON)
            taken.append(Injection(found.point, found.point.place, at, f"ahead {day.isoformat()}"))
    return tuple(points)
