"""What the past says of the skin."""

from __future__ import annotations

from datetime import timedelta

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.skin.seeing import ENOUGH
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up


def inject(diary: Diary, clock: HandClock, days: int, *, redness: int | None = None) -> None:
    """A dose a day at the suggested point, told of or not."""
    for _ in range(days):
        found = diary.sites.suggestion()
        assert found is not None
        dose = diary.doses.record(Given(diary.today(), diary.now(), found.point)).doses[0]
        if redness is not None:
            diary.reactions.report(dose, Signs(redness=redness))
        clock.pass_time(days=1)


def test_the_last_week_month_and_quarter_are_counted(diary: Diary, clock: HandClock) -> None:
    set_up(diary, starts=TODAY - timedelta(days=200))
    inject(diary, clock, 100)
    seen = diary.sites.seen()
    assert [(each.days, each.injections) for each in seen.used] == [(7, 6), (28, 27), (90, 89)]
    assert [each.points for each in seen.used][:2] == [6, 27]
    assert seen.coverage.used == 27
    assert seen.coverage.free > 28


def test_marked_and_excluded_skin_leaves_the_cycle(diary: Diary) -> None:
    free = diary.sites.seen().coverage.free
    diary.lumps.found(SitePoint(Place.THIGH_LEFT, 0, 0))
    less = diary.sites.seen().coverage.free
    assert less < free
    diary.wishes.exclude(Place.THIGH_LEFT)
    assert diary.sites.seen().coverage.free < less


def test_places_are_told_apart_by_how_the_skin_took_it(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    for place, redness in ((Place.THIGH_LEFT, 2), (Place.BELLY_LEFT, 0)):
        for elsewhere in Place:
            if elsewhere is not place:
                diary.wishes.exclude(elsewhere)
        diary.wishes.clear(place)
        inject(diary, clock, ENOUGH, redness=redness)
    worst, other = diary.sites.seen().treatments
    assert (worst.place, worst.injections, worst.told, worst.reacted, worst.mean_worst) == (
        Place.THIGH_LEFT,
        ENOUGH,
        ENOUGH,
        ENOUGH,
        2.0,
    )
    assert (other.place, other.reacted, other.mean_worst) == (Place.BELLY_LEFT, 0, 0.0)


def test_a_reaction_that_went_away_still_counts_for_its_place(diary: Diary) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now(), SitePoint(Place.THIGH_LEFT, 0, 0))).doses[0]
    diary.reactions.report(dose, Signs(redness=3))
    diary.reactions.report(dose, Signs())
    (found,) = diary.sites.seen().treatments
    assert (found.told, found.reacted, found.mean_worst) == (1, 1, None)


def test_only_the_last_days_can_be_asked_for(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    inject(diary, clock, 4, redness=1)
    assert sum(each.injections for each in diary.sites.seen(days=2).treatments) == 2
    assert sum(each.told for each in diary.sites.seen(days=2).treatments) == 2
