"""What is known of the skin: everything the rules about places ask for, read in one look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain.sites import AvoidMark, Calibration, Injection, Lump, Place, SitePoint
from anakinra_companion.domain.skin.against import Against, Guarded
from anakinra_companion.domain.skin.reactions import Reaction, newest
from anakinra_companion.domain.skin.seeing import Coverage, coverage
from anakinra_companion.domain.skin.truth import SiteFlags, apart_from
from anakinra_companion.domain.skin.wishes import NothingFree, Wish, WishKind, nothing_free, wished
from anakinra_companion.domain.suggestion import (
    Blocked,
    Suggestion,
    alternatives,
    blocked,
    blocks,
    choices,
    suggest,
)
from anakinra_companion.store import injections
from anakinra_companion.store.skin import marks, reactions, sizes, wishes

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Injections younger than this are read one by one; of older ones only the newest at each point.
SINGLE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Skin:
    """What every rule about sites needs; `reactions` holds the newest report of each injection that has one."""

    history: tuple[Injection, ...]
    today: date
    calibration: Calibration
    avoid: tuple[AvoidMark, ...] = ()
    lumps: tuple[Lump, ...] = ()
    wishes: tuple[Wish, ...] = ()
    reactions: Mapping[str, Reaction] = field(default_factory=dict)

    @property
    def excluded(self) -> frozenset[Place]:
        """Places left out: by a wish, or because the skin there is hot or spreading."""
        return self.hot | wished(self.wishes, WishKind.EXCLUDE, self.today)

    @property
    def hot(self) -> frozenset[Place]:
        """Places of which the newest word is that the skin is hot, spreading, or the person ill (S86).

        A doctor comes first there; told again as no longer so, or taken back, the place is free.
        """
        told = {each.dose_id: each.place for each in self.history}
        places = (told.get(id_) for id_, each in self.reactions.items() if each.signs.spreading)
        return frozenset(place for place in places if place is not None)

    @property
    def preferred(self) -> frozenset[Place]:
        """Places that a wish puts first."""
        return wished(self.wishes, WishKind.PREFER, self.today)

    def suggest(self, *, helper: bool) -> Suggestion | None:
        """The next point."""
        return suggest(self.history, self.today, helper=helper, preferred=self.preferred, **self._facts())

    def alternatives(self, *, helper: bool) -> tuple[Suggestion, ...]:
        """Two other points."""
        return alternatives(self.history, self.today, helper=helper, preferred=self.preferred, **self._facts())

    def choices(self, *, helper: bool) -> tuple[Suggestion | None, tuple[Suggestion, ...]]:
        """The next point and two others, in one go."""
        return choices(self.history, self.today, helper=helper, preferred=self.preferred, **self._facts())

    def nothing_free(self, *, helper: bool) -> NothingFree | None:
        """Why nothing can be suggested; None when something can."""
        return nothing_free(self.history, self.today, helper=helper, **self._facts())

    def coverage(self, *, helper: bool) -> Coverage:
        """How much of the 28-day cycle is in use."""
        return coverage(self.history, self.today, helper=helper, **self._facts())

    def blocked(self, point: SitePoint, *, helper: bool) -> Blocked | None:
        """What speaks against a point, if anything."""
        return blocked(point, self.history, self.avoid, self.lumps, helper, self.today, self.calibration)

    def flags(self, point: SitePoint, *, helper: bool, instead: bool = False) -> SiteFlags:
        """What a dose at a spot carries of it: every reason against it, and how far it is from the one before.

        One that is in order has no distance, unless it was named `instead` of another.
        """
        reasons = blocks(point, self.history, self.avoid, self.lumps, helper, self.today, self.calibration)
        return SiteFlags(instead, reasons, apart_from(point, self.history) if instead or reasons else None)

    def against(self, points: Sequence[SitePoint], *, helper: bool) -> tuple[Against | None, ...]:
        """What speaks against each of some points, with what it comes from."""
        guarded = Guarded.on(self.today, self.history, self.avoid, self.lumps)
        found = [(point, guarded.blocks(point, helper, self.calibration)) for point in points]
        return tuple(guarded.told(point, reasons[0]) if reasons else None for point, reasons in found)

    def asked_again(self) -> tuple[AvoidMark, ...]:
        """Marks whose last day is over, and nobody has said yet whether they are gone."""
        return tuple(mark for mark in self.avoid if mark.asks_again(self.today))

    def _facts(self) -> _Facts:
        return {
            "avoid": self.avoid,
            "lumps": self.lumps,
            "calibration": self.calibration,
            "excluded": self.excluded,
        }


class _Facts(TypedDict):
    avoid: tuple[AvoidMark, ...]
    lumps: tuple[Lump, ...]
    calibration: Calibration
    excluded: frozenset[Place]


def skin(record: OpenRecord, connection: Connection) -> Skin:
    """Reads what the rules about sites need; instants come in the zone days are lived in."""
    zone = ZoneInfo(record.zone(connection))
    past = injections.injections(connection, record.now() - timedelta(days=SINGLE_DAYS))
    told = newest(reactions.reactions_to(connection, [each.dose_id for each in past]))
    return Skin(
        history=tuple(_as_lived(each, zone, told.get(each.dose_id)) for each in past),
        today=record.today(connection),
        calibration=sizes.present(connection),
        avoid=marks.marks(connection),
        lumps=marks.lumps(connection),
        wishes=wishes.wishes(connection),
        reactions=told,
    )


def _as_lived(each: Injection, zone: ZoneInfo, told: Reaction | None) -> Injection:
    reacted, at = told is not None and told.signs.reacted, each.at.astimezone(zone)
    # Not `replace`, which takes as long as all the rest: every look at the map does this for each injection.
    return Injection(each.point, each.place, at, each.dose_id, reacted, each.until, each.calibration, each.flags)
