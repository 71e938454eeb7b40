"""The body map: where injections were, and where the next one goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from anakinra_companion.diary import dose_sites
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.diary.skin import lumps
from anakinra_companion.diary.skin.known import Skin, skin
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.lattice import lattice, number_of
from anakinra_companion.domain.rest import rest_of
from anakinra_companion.domain.sites import (
    Injection,
    Place,
    SitePoint,
    places_for,
)
from anakinra_companion.domain.skin.against import Against
from anakinra_companion.domain.skin.reactions import ever_reacted, worst_of
from anakinra_companion.domain.skin.seeing import Coverage, Treatment, Used, treatments, used_in
from anakinra_companion.domain.skin.truth import INSTEAD, SiteFlags, site_flags
from anakinra_companion.domain.skin.wishes import NothingFree
from anakinra_companion.domain.suggestion import Blocked, Suggestion
from anakinra_companion.store import doses, injections
from anakinra_companion.store.skin import reactions, sizes

SEEN_DAYS = (7, 28, 90)
# Skin changes with the years, so "which places treat me worst" looks back one of them unless asked for more.
TREATED_DAYS = 365


@dataclass(frozen=True, slots=True)
class PointView:
    """One lattice point: its number in its place, days since it was used (None: never), what speaks against it.

    `against` says more of what `blocked` names: which mark, which lump, how near.
    """

    point: SitePoint
    number: int
    rested_days: int | None
    blocked: Blocked | None
    against: Against | None = None


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything the map shows: places to choose from, their points, past injections, and the next point.

    Without a suggestion `nothing_free` says why.
    """

    skin: Skin
    helper: bool
    places: tuple[Place, ...]
    points: dict[Place, tuple[PointView, ...]]
    suggestion: Suggestion | None
    alternatives: tuple[Suggestion, ...]
    nothing_free: NothingFree | None = None

    @property
    def last(self) -> Injection | None:
        """The newest injection."""
        return self.skin.history[-1] if self.skin.history else None

    def number(self, point: SitePoint) -> int | None:
        """The number of a point in its place, if it is one of the lattice."""
        return number_of(point, self.skin.calibration)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the past says of the skin."""

    used: tuple[Used, ...]
    coverage: Coverage
    treatments: tuple[Treatment, ...]


class Sites:
    """Everything about the body map."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def suggestion(self, *, helper: bool = False) -> Suggestion | None:
        """The next point, with its reason."""
        with self._record.reading() as connection:
            return skin(self._record, connection).suggest(helper=helper)

    def map(self, *, helper: bool = False) -> SiteMap:
        """Everything the map shows; `helper` when somebody else injects (S24, S25)."""
        with self._record.reading() as connection:
            known = skin(self._record, connection)
        places = places_for(helper=helper)
        suggestion, others = known.choices(helper=helper)
        return SiteMap(
            skin=known,
            helper=helper,
            places=places,
            points=_points(places, known, helper=helper),
            suggestion=suggestion,
            alternatives=others,
            nothing_free=None if suggestion else known.nothing_free(helper=helper),
        )

    def map_before(self, dose: Dose) -> SiteMap:
        """The map as it was when a dose was given, to name the spot that it really went to.

        Every place is there, also those that only a helper reaches: the truth may always be told. Nothing is
        suggested, and the dose itself is not among the injections. It need not be on record yet.
        """
        with self._record.reading() as connection:
            measured = replace(dose, calibration=sizes.present(connection).id)
            known = dose_sites.skin_before(connection, self._record, measured)
        helper = bool(dose.given_by)
        places = places_for(helper=True)
        points = _points(places, known, helper=helper)
        return SiteMap(known, helper, places, points, suggestion=None, alternatives=())

    def flags_of(self, dose_ids: Collection[str]) -> dict[str, SiteFlags]:
        """What is kept beside the places of doses, by their ids; only those that have something."""
        with self._record.reading() as connection:
            flags = doses.flags_of(connection, dose_ids)
        told = {id_: site_flags(each) for id_, each in flags.items()}
        return {id_: each for id_, each in told.items() if each != SiteFlags()}

    def number(self, point: SitePoint) -> int | None:
        """The number of a point in its place, if it is one of the lattice."""
        with self._record.reading() as connection:
            return number_of(point, sizes.present(connection))

    def injected_here(self, dose_id: str, point: SitePoint) -> Undo:
        """ "I injected here instead": any point, also a bad one; kept, flagged, and counted in the next distances.

        Once the needle is out (`diary.walkthrough.dose` names the dose), or later from the calendar. What spoke
        against the point is read from the dose's flags by `domain.skin.truth.site_flags`. A lump told at the
        injection goes along. Raises `MovedOn` for a dose taken back.
        """
        with self._record.act("injected_here") as act:
            dose = doses.dose(act.connection, dose_id)
            if dose is None or doses.is_withdrawn(act.connection, dose_id):
                raise MovedOn("this dose was taken back")
            moved = replace(
                dose,
                point=point,
                place=point.place,
                flags=(*(flag for flag in dose.flags if flag != INSTEAD), INSTEAD),
                calibration=sizes.present(act.connection).id,
            )
            before = doses.correct_dose(act, dose_sites.flagged(act.connection, self._record, moved))
            followed = lumps.follow(act, dose, moved)
        return Undo(Done.INJECTED_HERE, before=(before,), skin=followed)

    def seen(self, *, helper: bool = False, days: int = TREATED_DAYS) -> Seen:
        """What the past says: the last 7, 28 and 90 days, the cycle, and how each place took it in some days."""
        since = self._record.now() - timedelta(days=days)
        with self._record.reading() as connection:
            known = skin(self._record, connection)
            places = injections.places_since(connection, since)
            told = reactions.reactions_to(connection, places)
        worst, reacted = worst_of(told), ever_reacted(told)
        return Seen(
            used=tuple(used_in(known.history, known.today, days) for days in SEEN_DAYS),
            coverage=known.coverage(helper=helper),
            treatments=treatments(
                Counter(places.values()), [(places[id_], id_ in reacted, worst[id_]) for id_ in worst]
            ),
        )

    def given_since(self, since: datetime) -> tuple[Injection, ...]:
        """The injections since an instant that the rules still look at, oldest first.

        Of those older than 90 days that is only the newest at each point.
        """
        with self._record.reading() as connection:
            return tuple(each for each in skin(self._record, connection).history if each.at >= since)


def _points(places: Sequence[Place], known: Skin, *, helper: bool) -> dict[Place, tuple[PointView, ...]]:
    lattices = {place: lattice(place, known.calibration) for place in places}
    every = [point for place in places for point in lattices[place]]
    rest = rest_of(known.history, every, known.today)
    against = dict(zip(every, known.against(every, helper=helper), strict=True))
    return {
        place: tuple(
            PointView(point, number, rest.days(point), _reason(against[point]), against[point])
            for number, point in enumerate(points, start=1)
        )
        for place, points in lattices.items()
    }


def _reason(against: Against | None) -> Blocked | None:
    return against.reason if against else None
