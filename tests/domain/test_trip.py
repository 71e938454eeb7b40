"""How many syringes, when each dose is due there, and what the bag takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.regimen import Regimen, slots_between
from anakinra_companion.domain.trip import BagStretch, Leg, Trip, daily_slots, plan

BERLIN, TOKYO = "Europe/Berlin", "Asia/Tokyo"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=UTC)


SLOTS = daily_slots(date(2026, 10, 1), date(2026, 10, 31), time(8), BERLIN)
BAG = (BagStretch(at(10, 6), at(10, 22)), BagStretch(at(20, 1), at(20, 9)))
TRIP = Trip(at(10, 7), at(20, 12), (Leg(at(10, 0), BERLIN), Leg(at(10, 20), TOKYO), Leg(at(20, 10), BERLIN)), BAG)


def test_a_dose_every_day_from_the_first_to_the_last() -> None:
    assert [slot.day.day for slot in SLOTS] == list(range(1, 32))
    assert SLOTS[0].due == at(1, 6)


def test_one_syringe_for_each_dose_away_and_the_persons_own_spare_ones() -> None:
    planned = plan(TRIP, SLOTS, spare=2)
    assert len(planned.doses) == 10
    assert planned.syringes == 12
    assert plan(TRIP, SLOTS, spare=0).syringes == 10


@pytest.mark.parametrize(
    ("leaves", "returns", "doses"),
    [
        (at(10, 6), at(10, 7), 1),
        (at(10, 5, 59), at(10, 6), 1),
        (at(10, 6, 1), at(11, 5, 59), 0),
        (at(10, 6), at(11, 6), 2),
    ],
)
def test_a_dose_due_at_the_very_hour_of_leaving_or_returning_is_taken_along(
    leaves: datetime, returns: datetime, doses: int
) -> None:
    assert len(plan(Trip(leaves, returns, (Leg(leaves, BERLIN),)), SLOTS, 0).doses) == doses


def test_each_dose_is_told_on_the_clock_of_where_the_person_is_and_does_not_move() -> None:
    doses = plan(TRIP, SLOTS, 0).doses
    assert [dose.zone for dose in doses] == [TOKYO] * 10
    assert doses[0].local.isoformat() == "2026-10-11T15:00:00+09:00"
    assert {dose.local.hour for dose in doses} == {15}
    assert [dose.slot for dose in doses] == SLOTS[10:20]


def test_the_hour_there_shifts_when_the_clock_at_home_is_changed() -> None:
    trip = Trip(at(24, 0), at(27, 0), (Leg(at(24, 0), TOKYO),))
    assert [dose.local.hour for dose in plan(trip, SLOTS, 0).doses] == [15, 16, 16]


def test_every_second_day_needs_half_as_many() -> None:
    regimen = Regimen("r", 2, time(8), BERLIN, date(2026, 10, 1), at(1, 0))
    slots = slots_between([regimen], date(2026, 10, 1), date(2026, 10, 31))
    assert [dose.slot.day.day for dose in plan(TRIP, slots, 0).doses] == [11, 13, 15, 17, 19]


def test_each_stretch_in_the_bag_takes_its_part_of_the_24_hours() -> None:
    out, home = plan(TRIP, SLOTS, 0).bag
    assert (out.takes, out.together, out.left) == (timedelta(hours=16), timedelta(hours=16), timedelta(hours=8))
    assert not out.over_limit
    assert (home.takes, home.together, home.left) == (timedelta(hours=8), timedelta(hours=24), timedelta(0))
    assert home.over_limit


@pytest.mark.parametrize(
    ("hours", "limit", "over"),
    [(23, 24, False), (24, 24, True), (25, 24, True), (11, 12, False), (12, 12, True), (24, 72, True)],
)
def test_the_limit_is_reached_to_the_tick_and_never_above_24_hours(hours: int, limit: int, over: bool) -> None:
    bag = (BagStretch(at(10, 6), at(10, 6) + timedelta(hours=hours)),)
    planned = plan(Trip(at(10, 7), at(20, 12), TRIP.legs, bag), SLOTS, 0, timedelta(hours=limit))
    assert planned.over_limit is over
    assert planned.limit <= timedelta(hours=24)


@pytest.mark.parametrize(
    "trip",
    [
        Trip(at(10, 7), at(9, 7), TRIP.legs),
        Trip(at(10, 7), at(20, 7), ()),
        Trip(at(10, 7), at(20, 7), (Leg(at(11, 0), TOKYO),)),
        Trip(at(10, 7), at(20, 7), tuple(reversed(TRIP.legs))),
        Trip(at(10, 7), at(20, 7), TRIP.legs, tuple(reversed(BAG))),
        Trip(at(10, 7), at(20, 7), TRIP.legs, (BagStretch(at(11, 0), at(10, 0)),)),
    ],
)
def test_a_trip_out_of_order_is_not_planned(trip: Trip) -> None:
    with pytest.raises(ValueError, match=r"trip|bag"):
        plan(trip, SLOTS, 0)
    with pytest.raises(ValueError, match="spare"):
        plan(TRIP, SLOTS, -1)


@given(st.integers(0, 700), st.integers(0, 700), st.integers(0, 5), st.integers(0, 23))
def test_two_trips_in_a_row_need_as_many_as_one_long_one(first: int, second: int, spare: int, hour: int) -> None:
    start, middle = at(1, 0), at(1, 0) + timedelta(hours=first, seconds=1)
    end = middle + timedelta(hours=second, seconds=1)
    slots = daily_slots(date(2026, 9, 30), date(2026, 12, 31), time(hour), BERLIN)
    leg = (Leg(start, TOKYO),)
    whole = plan(Trip(start, end, leg), slots, spare)
    parts = plan(Trip(start, middle, leg), slots, spare), plan(Trip(middle, end, leg), slots, 0)
    assert sum(part.syringes for part in parts) == whole.syringes
    assert [dose.local.astimezone(UTC) for dose in whole.doses] == [dose.slot.due for dose in whole.doses]
