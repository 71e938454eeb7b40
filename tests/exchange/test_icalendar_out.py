"""The calendar file: two readers find the very instants of the plan, and a later file replaces an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.domain.coming import MOST_DAYS, Coming
from anakinra_companion.domain.regimen import Pause, Regimen, due_instant
from anakinra_companion.domain.reminders import Plan
from anakinra_companion.exchange.icalendar_out import Wording, calendar_file, zone_rules
from tests.exchange.calendar_readers import by_icalendar, by_text, events, rules_of

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
NEUTRAL = Wording("Reminder")
# One case of half a year is longer than Hypothesis waits for.
unhurried = settings(deadline=None)
ZONES = [
    "Europe/Madrid",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Asia/Beirut",
    "UTC",
]


def label(
    id_: str = "a",
    *,
    at: time = time(20),
    zone: str = "Europe/Madrid",
    starts: date = date(2026, 1, 1),
    every: int = 1,
) -> Regimen:
    return Regimen(id_, every, at, zone, starts, NOW)


def coming(*regimens: Regimen, now: datetime = NOW, days: int = 180, pauses: Sequence[Pause] = ()) -> Coming:
    return Coming(now, now.astimezone(ZoneInfo(regimens[-1].zone)).date(), days, regimens, tuple(pauses))


def due(plan: Coming) -> list[datetime]:
    return [slot.due for slot in plan.slots()]


def ahead(found: Sequence[datetime], now: datetime = NOW) -> list[datetime]:
    return [each for each in found if each > now]


# Hypothesis wants them without a zone, and gives them one.
BEGIN, END = datetime(2024, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001
moments = st.datetimes(BEGIN, END, timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0))
# The quarters of the hours in which clocks change are drawn as often as all others together.
times = st.one_of(st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)), st.sampled_from(
    [time(hour, minute) for hour in range(4) for minute in (0, 15, 30, 45)]
))  # fmt: skip


@unhurried
@given(moments, times, st.sampled_from(ZONES), st.sampled_from([1, 2]), st.integers(1, 400), st.integers(0, 500))
def test_both_readers_find_the_instants_of_the_plan(
    now: datetime, at: time, zone: str, every: int, days: int, old: int
) -> None:
    plan = coming(label(at=at, zone=zone, every=every, starts=now.date() - timedelta(days=old)), now=now, days=days)
    file = calendar_file(plan, NEUTRAL)
    assert ahead(by_text(file), now) == ahead(by_icalendar(file), now) == due(plan)


@unhurried
@given(
    moments,
    times,
    st.sampled_from(ZONES),
    st.lists(st.tuples(st.integers(-5, 200), st.integers(0, 30)), max_size=3),
    st.sets(st.integers(0, 200), max_size=5),
    st.integers(-20, 100),
)
def test_pauses_answers_and_a_new_label_leave_what_is_due(
    now: datetime, at: time, zone: str, pauses: list[tuple[int, int]], answered: set[int], change: int
) -> None:
    day = now.date()
    first, second = label(at=at, zone=zone), label("b", at=time(7, 30), zone=zone, every=2)
    plan = replace(
        coming(
            replace(first, starts=day - timedelta(days=60)),
            replace(second, starts=day + timedelta(days=change)),
            now=now,
            pauses=[
                Pause(str(n), day + timedelta(days=begin), day + timedelta(days=begin + length), "")
                for n, (begin, length) in enumerate(pauses)
            ],
        ),
        answered=frozenset(day + timedelta(days=each) for each in answered),
    )
    file = calendar_file(plan, NEUTRAL)
    assert ahead(by_text(file), now) == ahead(by_icalendar(file), now) == due(plan)


@pytest.mark.parametrize(("at", "said"), [(time(1, 59), "00:59"), (time(2), "01:00"), (time(2, 30), "01:00")])
def test_a_time_that_summer_time_skips_rings_on_the_first_minute_after_the_gap(at: time, said: str) -> None:
    plan = coming(label(at=at))
    file = calendar_file(plan, NEUTRAL)
    found = [each.astimezone(ZoneInfo("Europe/Madrid")) for each in by_text(file)]
    (spring,) = [each.astimezone(UTC) for each in found if each.date() == date(2026, 3, 29)]
    assert f"{spring:%H:%M}" == said
    assert spring == due_instant(date(2026, 3, 29), at, "Europe/Madrid")


def test_a_daily_time_is_one_rule_with_an_alarm_at_the_due_time() -> None:
    (event,) = events(calendar_file(coming(label()), NEUTRAL)).values()
    assert event["rrule"]["FREQ"] == ["DAILY"]
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(0)]


def test_it_rings_again_only_where_that_is_wanted() -> None:
    (event,) = events(calendar_file(coming(label()), NEUTRAL, Plan(again=2, apart=timedelta(minutes=20)))).values()
    rings = [alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert rings == [timedelta(0), timedelta(minutes=20), timedelta(minutes=40)]


def test_nothing_in_a_neutral_file_names_the_medicine_the_doctor_or_the_program() -> None:
    pauses = [Pause("p", date(2026, 4, 1), date(2026, 4, 3), "Dr Rivas")]
    file = calendar_file(coming(label(), pauses=pauses), NEUTRAL).decode().lower()
    assert not any(word in file for word in ("anakinra", "kineret", "inject", "dose", "rivas"))
    told = calendar_file(coming(label()), Wording("Anakinra injection", "Kineret, one syringe")).decode()
    assert "SUMMARY:Anakinra injection" in told
    assert "Kineret\\, one syringe" in told


def test_a_later_file_has_the_same_uid_and_a_higher_sequence() -> None:
    first = events(calendar_file(coming(label()), NEUTRAL))
    later = events(calendar_file(coming(label(), now=NOW + timedelta(days=30, seconds=1)), NEUTRAL))
    assert first.keys() == later.keys()
    uid = next(iter(first))
    assert later[uid]["sequence"] > first[uid]["sequence"]
    assert later[uid]["dtstamp"].dt == later[uid]["last-modified"].dt == NOW + timedelta(days=30, seconds=1)


def phone(*files: bytes) -> list[datetime]:
    """What a phone rings for after reading files one after the other: the newest of each UID counts."""
    kept: dict[str, bytes] = {}
    for file in files:
        for uid, event in events(file).items():
            zones = file[: file.index(b"BEGIN:VEVENT")]
            kept[uid] = zones + event.to_ical() + b"END:VCALENDAR\r\n"
    found: list[datetime] = []
    for file in kept.values():
        if next(iter(events(file).values()))["status"] != "CANCELLED":
            found.extend(by_text(file))
    return sorted(found)


@unhurried
@given(
    times,
    st.sampled_from(ZONES),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(-3, 90), st.sampled_from([1, 2]), times, st.integers(1, 400)),
        min_size=1,
        max_size=4,
    ),
)
def test_after_any_changes_of_the_label_a_phone_rings_for_the_newest_plan_only(
    at: time, zone: str, changes: list[tuple[int, int, int, time, int]]
) -> None:
    labels = [label(at=at, zone=zone, starts=NOW.date() - timedelta(days=10))]
    now, plan = NOW, coming(*labels)
    files = [calendar_file(plan, NEUTRAL)]
    for number, (passed, begin, every, then, days) in enumerate(changes):
        now += timedelta(days=passed, seconds=1)
        starts = now.date() + timedelta(days=begin)
        labels.append(label(f"b{number}", at=then, zone=zone, every=every, starts=starts))
        plan = coming(*labels, now=now, days=days)
        files.append(calendar_file(plan, NEUTRAL))
    rung = [each for each in ahead(phone(*files), now) if each <= due_instant(plan.last, time(23, 59), zone)]
    assert rung == due(plan)


def test_a_pause_without_an_end_silences_a_phone_until_it_is_over() -> None:
    before = calendar_file(coming(label()), NEUTRAL)
    plan = coming(label(), now=NOW + timedelta(minutes=1), pauses=[Pause("p", date(2026, 3, 2), None, "Dr Rivas")])
    silent = calendar_file(plan, NEUTRAL)
    assert ahead(phone(before, silent)) == []
    assert by_text(silent) == [datetime(2026, 3, 1, 19, tzinfo=UTC)]


@pytest.mark.parametrize("zone", [zone for zone in ZONES if zone != "UTC"])
def test_the_zone_in_the_file_changes_when_the_zone_itself_does(zone: str) -> None:
    first = date(2026, 3, 2)
    rules = rules_of(zone_rules(zone, first, first + timedelta(days=MOST_DAYS)))
    for half_hour in range(MOST_DAYS * 48):
        at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=30 * half_hour)
        told = [offset for since, offset in rules if since <= at][-1]
        assert told == at.astimezone(ZoneInfo(zone)).utcoffset(), at


def test_the_file_keeps_to_the_line_ends_and_lengths_of_the_standard() -> None:
    told = Wording("Erinnerung: " + "ä" * 90, "Zeile eins\nZeile zwei; mit, allem")
    file = calendar_file(coming(label()), told)
    assert file.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    (event,) = events(file).values()
    assert (event["summary"], event["description"]) == (told.summary, told.description)
