"""Where injections were in the two weeks before the record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import NotThatDay, SecondDose
from anakinra_companion.diary.skin.earlier import Site
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import TYPICAL, Place, SitePoint, plane_of
from anakinra_companion.domain.suggestion import Blocked, SuggestionWhy
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

YESTERDAY = TODAY - timedelta(days=1)
HERE = SitePoint(Place.THIGH_LEFT, 0, 0)


def fortnight() -> dict[date, Site]:
    """Belly and thighs in turn, yesterday at a known point of the left thigh."""
    places = [Place.BELLY_LEFT, Place.THIGH_RIGHT, Place.BELLY_RIGHT]
    sites: dict[date, Site] = {TODAY - timedelta(days=ago): places[ago % 3] for ago in range(2, 15)}
    return {**sites, YESTERDAY: HERE}


def test_two_weeks_are_told_in_one_act_and_undone_whole(diary: Diary, rings: list[str]) -> None:
    set_up(diary)
    told = len(rings)
    undo = diary.earlier.tell(fortnight())
    assert len(rings) == told + 1
    assert diary.earlier.told() == fortnight()
    assert len(diary.sites.map().skin.history) == 14
    diary.undo(undo)
    assert diary.earlier.told() == {}
    assert diary.sites.map().skin.history == ()
    assert whole(diary)


def test_earlier_injections_have_their_days_and_count_for_no_slot(diary: Diary) -> None:
    set_up(diary, starts=TODAY - timedelta(days=20))
    diary.earlier.tell(fortnight())
    days = [each.at.date() for each in diary.sites.map().skin.history]
    assert days == [TODAY - timedelta(days=ago) for ago in range(14, 0, -1)]
    assert diary.doses.day(YESTERDAY - timedelta(days=1)).state is DayState.NOT_RECORDED
    assert diary.doses.day(YESTERDAY).doses == ()


def test_h14_the_next_point_keeps_its_distance_from_the_newest_of_them(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell(fortnight())
    known = diary.sites.map().skin
    assert known.blocked(SitePoint(Place.THIGH_LEFT, 249, 0), helper=False) is Blocked.TOO_NEAR_LAST
    assert known.blocked(SitePoint(Place.THIGH_LEFT, 250, 0), helper=False) is None
    assert known.blocked(lattice(Place.BELLY_LEFT, TYPICAL)[0], helper=False) is None


def test_h14_a_place_without_a_point_yesterday_is_avoided_whole(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell({YESTERDAY: Place.BELLY_LEFT})
    found = diary.sites.suggestion()
    assert found is not None
    assert plane_of(found.point.place) is not plane_of(Place.BELLY_LEFT)


def test_not_known_for_yesterday_is_said_with_the_suggestion(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell({**fortnight(), YESTERDAY: None})
    found = diary.sites.suggestion()
    assert found is not None
    assert found.code is SuggestionWhy.LAST_UNKNOWN


def test_a_day_told_again_is_corrected_and_others_stay(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell(fortnight())
    undo = diary.earlier.tell({YESTERDAY: Place.BELLY_LEFT})
    assert diary.earlier.told() == {**fortnight(), YESTERDAY: Place.BELLY_LEFT}
    diary.undo(undo)
    assert diary.earlier.told() == fortnight()
    assert whole(diary)


def test_the_last_place_of_first_run_gives_way_to_the_two_weeks_and_comes_back_by_undo(diary: Diary) -> None:
    set_up(diary)
    diary.doses.before_record(Place.ARM_LEFT)
    undo = diary.earlier.tell(fortnight())
    assert len(diary.sites.map().skin.history) == 14
    newest = diary.doses.earlier()
    assert newest is not None
    assert newest.point == HERE
    diary.undo(undo)
    (last,) = diary.sites.map().skin.history
    assert last.place is Place.ARM_LEFT


def test_first_run_asked_again_corrects_the_newest_day_and_never_takes_all_back(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell(fortnight())
    diary.doses.before_record(Place.BELLY_RIGHT)
    assert diary.earlier.told() == {**fortnight(), YESTERDAY: Place.BELLY_RIGHT}
    diary.doses.never_before()
    assert diary.earlier.told() == {}
    assert diary.sites.map().skin.history == ()


@pytest.mark.parametrize(("ago", "refused"), [(-1, True), (0, True), (1, False), (14, False), (15, True)])
def test_only_the_two_weeks_before_today_can_be_told(diary: Diary, ago: int, refused: bool) -> None:
    day = TODAY - timedelta(days=ago)
    assert (day in diary.earlier.days()) is not refused
    if refused:
        with pytest.raises(NotThatDay):
            diary.earlier.tell({day: Place.BELLY_LEFT})
    else:
        diary.earlier.tell({day: Place.BELLY_LEFT})
    assert bool(diary.earlier.told()) is not refused


def test_a_day_with_a_dose_on_record_is_not_told_twice(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    with pytest.raises(SecondDose):
        diary.earlier.tell({TODAY: Place.BELLY_LEFT, YESTERDAY: Place.BELLY_LEFT})
    assert diary.earlier.told() == {}


def test_the_dose_after_them_is_the_last_one(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(
        Given(TODAY, diary.now() - timedelta(hours=18, minutes=30), SitePoint(Place.BELLY_LEFT, 700, 0))
    )
    diary.earlier.tell(fortnight())
    last, dose = diary.sites.map().last, diary.doses.last()
    assert last is not None
    assert dose is not None
    assert last.point == dose.point == SitePoint(Place.BELLY_LEFT, 700, 0)


def test_before_the_first_dose_all_two_weeks_can_be_told_of(diary: Diary) -> None:
    set_up(diary)
    assert diary.earlier.open_days() == diary.earlier.days()
    diary.earlier.tell(fortnight())
    assert diary.earlier.open_days() == diary.earlier.days()


def test_only_the_days_before_the_first_dose_of_the_record_are_open(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, clock.now(), HERE))
    assert len(diary.earlier.open_days()) == 14
    clock.pass_time(days=4)
    assert diary.earlier.open_days() == tuple(TODAY - timedelta(days=ago) for ago in range(1, 11))


@pytest.mark.parametrize(("days", "left"), [(13, 1), (14, 0), (15, 0), (40, 0)])
def test_once_the_record_has_two_weeks_of_its_own_no_day_is_open(
    diary: Diary, clock: HandClock, days: int, left: int
) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, clock.now(), HERE))
    clock.pass_time(days=days)
    assert len(diary.earlier.open_days()) == left


def test_a_day_told_by_mistake_is_taken_back_and_comes_back_by_undo(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell(fortnight())
    undo = diary.earlier.tell({}, none_on=[YESTERDAY])
    assert YESTERDAY not in diary.earlier.told()
    assert len(diary.earlier.told()) == 13
    diary.undo(undo)
    assert diary.earlier.told() == fortnight()
    assert whole(diary)


def test_no_injection_on_a_day_never_told_of_writes_nothing(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell({}, none_on=[YESTERDAY])
    assert diary.earlier.told() == {}
    diary.doses.before_record(Place.BELLY_LEFT)
    diary.earlier.tell({}, none_on=[YESTERDAY])
    told = diary.doses.earlier()
    assert told is not None
    assert told.place is Place.BELLY_LEFT
