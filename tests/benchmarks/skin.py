"""The next place after forty years of daily injections, against the same question to an empty record."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import SELF_PLACES, AvoidReason, SitePoint, typical
from anakinra_companion.domain.skin.reactions import Reaction, Signs
from anakinra_companion.opening import open_store
from anakinra_companion.paths import Paths
from anakinra_companion.store import doses
from anakinra_companion.store.skin import reactions
from tests.hand_clock import HandClock

YEARS = 40
TIMES = 60
# Every ninth injection was told of, and ten moles and a lump are on record.
TOLD, MOLES = 9, 10


def lived(folder: Path, days: int) -> Diary:
    """A record of so many daily injections, each at the next point."""
    points = [point for place in SELF_PLACES for point in lattice(place, typical())]
    now = datetime(2026, 3, 2, 18, tzinfo=UTC)
    clock = HandClock(now)
    store = open_store(Paths.under(folder))
    with store.act("live", "", clock.reading()) as act:
        for number in range(days):
            dose = _dose(number, now - timedelta(days=days - number), points[number % len(points)])
            doses.put_dose(act, dose)
            if number % TOLD == 0:
                told = Reaction(f"r{number}", dose.id, act.at, Signs(redness=number % 4))
                reactions.put_reaction(act, told)
    diary = Diary(store, clock, list)
    for point in points[:MOLES]:
        diary.marks.add(Marked(point, 40, AvoidReason.MOLE))
    diary.lumps.found(points[-1])
    return diary


def _dose(number: int, at: datetime, point: SitePoint) -> Dose:
    kind = DoseKind.TAKEN
    return Dose(f"d{number:029}", at.date(), kind, at, "UTC", point, point.place, None, "", (), at)


def milliseconds(ask: Callable[[], object]) -> float:
    """The median of our own processor time: what else the machine does counts less."""
    ask()
    found = []
    for _ in range(TIMES):
        start = time.process_time_ns()
        ask()
        found.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(found)


def suggestions(folder: Path, years: int = YEARS) -> tuple[float, float]:
    """Milliseconds for the next place after so many years, read and chosen, and in a record without a dose."""
    old, new = lived(folder / "old", round(years * 365.25)), lived(folder / "new", 0)
    found = milliseconds(old.sites.suggestion), milliseconds(new.sites.suggestion)
    old.close()
    new.close()
    return found
