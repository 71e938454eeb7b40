"""What the rules of places read of the doses, whatever their number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.domain.sites import Injection, Place, SitePoint
from anakinra_companion.store import doses, injections
from anakinra_companion.store.engine import record_engine
from anakinra_companion.store.store import Store
from anakinra_companion.store.upgrade import create_record
from tests.hand_clock import HandClock

FIRST = datetime(2020, 1, 1, 12, tzinfo=UTC)
DAYS = 900
SINCE = FIRST + timedelta(days=800)


def site(dice: Random) -> tuple[SitePoint | None, Place | None]:
    """A point, a place alone, or nothing; few enough that each comes again."""
    place = dice.choice(list(Place))
    kind = dice.random()
    if kind < 0.1:
        return None, None
    if kind < 0.2:
        return None, place
    return SitePoint(place, dice.randint(-2, 2) * 250, dice.randint(-2, 2) * 217), place


def lived(seed: int) -> list[Dose]:
    """Doses of two and a half years; some have no time, some only a day."""
    dice, given = Random(seed), []
    for number in range(DAYS):
        at = FIRST + timedelta(days=number)
        point, place = site(dice)
        timed = dice.random() < 0.9
        slot = at.date() if timed or dice.random() < 0.5 else None
        day: date | None = at.date() if slot is None and dice.random() < 0.5 else None
        given.append(
            Dose(
                f"d{number:04}",
                slot,
                DoseKind.TAKEN,
                at if timed else None,
                "UTC",
                point,
                place,
                None,
                "",
                (),
                at,
                day=day,
            )
        )
    return given


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    path = tmp_path / "record.sqlite"
    create_record(path)
    opened = Store(record_engine(path), path, "here")
    with opened.act("live", "", clock.reading()) as act:
        for number, dose in enumerate(lived(7)):
            doses.put_dose(act, dose)
            if number % 11 == 0:
                doses.withdraw_dose(act, dose.id)
    yield opened
    opened.close()


def newest(found: list[Injection]) -> dict[object, Injection]:
    """The newest at each point, and in each place without a point."""
    return {(each.place, each.point): each for each in found}


def test_every_new_injection_is_read_and_of_old_ones_the_newest_at_each_point(store: Store) -> None:
    with store.reading() as connection:
        every = injections.injections(connection, FIRST - timedelta(days=1))
        found = injections.injections(connection, SINCE)
    assert [each for each in every if each.at >= SINCE] == [each for each in found if each.at >= SINCE]
    old = [each for each in every if each.at < SINCE]
    assert newest([each for each in found if each.at < SINCE]) == newest(old)
    assert len(every) == DAYS - len(range(0, DAYS, 11))
    assert len(found) < len(every) / 2


def test_injections_are_in_order_whatever_is_known_of_their_time(store: Store) -> None:
    with store.reading() as connection:
        found = injections.injections(connection, SINCE)
    assert [each.at for each in found] == sorted(each.at for each in found)


def test_the_injections_before_an_instant_end_with_the_previous_one(store: Store) -> None:
    with store.reading() as connection:
        every = injections.injections(connection, FIRST - timedelta(days=1))
        for at in (FIRST, FIRST + timedelta(days=400), FIRST + timedelta(days=DAYS)):
            before = [each for each in every if each.at < at]
            found = injections.injections_before(connection, at)
            assert found[-1:] == before[-1:]


def test_an_injection_is_not_before_itself(store: Store) -> None:
    with store.reading() as connection:
        last = injections.injections(connection, SINCE)[-1]
        found = injections.injections_before(connection, last.at + timedelta(hours=1), without=last.dose_id)
    assert last not in found


def test_forty_years_are_not_walked_through_to_find_the_next_place(store: Store) -> None:
    plans: list[str] = []
    with store.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: plans.append(told[2]))
        injections.injections(connection, SINCE)
        asked = list(plans)
        for statement in asked:
            values = {"since": SINCE.isoformat()} if ":since" in statement else ()
            filled = tuple(SINCE.isoformat() for _ in range(statement.count("?")))
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", filled or values).all()
            # A covering index is walked from one end only until the first point is found.
            assert not [row[3] for row in rows if row[3] == "SCAN doses"], statement
