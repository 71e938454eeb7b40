"""The body map by an outside program: every place and point is there, says what it is, and can be pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import RIGHT_PLACES, SELF_PLACES, TYPICAL, AvoidReason, Place, SitePoint
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.access.bus import Bus
from tests.access.desktop import program
from tests.access.reader import Reader, Thing

CHECKED = 4
LAST = lattice(Place.THIGH_LEFT, TYPICAL)[7]
# What a place is called, written down here once more: no code of ours may turn it over.
NAMES = {
    Place.THIGH_LEFT: "Your left thigh",
    Place.THIGH_RIGHT: "Your right thigh",
    Place.BELLY_LEFT: "Your belly, left side",
    Place.BELLY_RIGHT: "Your belly, right side",
    Place.ARM_LEFT: "The back of your left arm",
    Place.ARM_RIGHT: "The back of your right arm",
    Place.BUTTOCK_LEFT: "Your left buttock, upper outer part",
    Place.BUTTOCK_RIGHT: "Your right buttock, upper outer part",
}


def lived(diary: Diary) -> None:
    """Injected yesterday, with a mark and a lump on the same thigh."""
    now = diary.now()
    diary.doses.record(Given(None, now - timedelta(days=1), LAST))
    far = lattice(Place.THIGH_LEFT, TYPICAL)
    diary.marks.add(Marked(far[20], 60, AvoidReason.SCAR))
    diary.lumps.found(far[0])


@pytest.fixture
def before() -> object:
    return lived


@pytest.fixture
def reader(desktop_environment: dict[str, str], folder: Path) -> Iterator[Reader]:
    """Somebody with a screen reader, at the body map."""
    with ExitStack() as until_the_end:
        bus = Bus(desktop_environment["DBUS_SESSION_BUS_ADDRESS"])
        until_the_end.callback(bus.close)
        found = Reader(bus, desktop_environment)
        until_the_end.enter_context(program(desktop_environment, folder))
        found.hear(", push button")
        found.press("Body map")
        found.see("Your left thigh")
        yield found


def points(reader: Reader) -> list[Thing]:
    return [thing for thing in reader.in_sight() if thing.role == "radio button" and ", point " in thing.name]


def rows(reader: Reader) -> list[str]:
    """The list beside, of which the first rows show."""
    cells = [thing.name for thing in reader.in_sight() if thing.role == "cell"]
    return list(dict.fromkeys(cells))


def chosen(reader: Reader) -> list[str]:
    return [thing.name for thing in points(reader) if CHECKED in thing.states]


def test_every_point_says_where_it_is_how_long_it_rested_and_whether_it_is_free(reader: Reader, folder: Path) -> None:
    diary = open_diary(Paths.under(folder), system_clock(), list)
    map_ = diary.sites.map()
    diary.close()
    for place in SELF_PLACES:
        reader.press(NAMES[place])
        reader.see(f"Points of {NAMES[place][0].lower()}{NAMES[place][1:]}")
        found = {thing.name: thing for thing in points(reader) if thing.name.startswith(NAMES[place])}
        assert len(found) == len(lattice(place, TYPICAL))
        for view, name in zip(map_.points[place], found, strict=True):
            assert name.startswith(f"{NAMES[place]}, point {view.number}: ")
            rested = "never used" if view.rested_days is None else f"used {view.rested_days} day"
            assert rested in name
            assert (" Free." in name) is (view.blocked is None)
            # It is said once.
            assert found[name].description == ""
        shown = rows(reader)
        # The close-up says of one point that it comes next.
        assert [name.startswith(row) for row, name in zip(shown, found, strict=False)] == [True] * len(shown)
        assert shown
        places = {thing.name: CHECKED in thing.states for thing in reader.in_sight() if thing.name in NAMES.values()}
        assert {name for name, on in places.items() if on} == {NAMES[place]}
    said = [thing.name for thing in reader.in_sight()]
    assert not any("arm" in name.split() for name in said)


def test_left_is_left_for_an_outside_program_too(reader: Reader) -> None:
    # Seen from in front, what is the person's left is at the right of the screen.
    at = {thing.name: reader.middle(thing)[0] for thing in reader.in_sight() if thing.name in NAMES.values()}
    for left, right in ((Place.THIGH_LEFT, Place.THIGH_RIGHT), (Place.BELLY_LEFT, Place.BELLY_RIGHT)):
        assert at[NAMES[left]] > at[NAMES[right]]
    reader.press(NAMES[Place.BELLY_RIGHT])
    reader.see("Points of your belly, right side")
    of_right = [reader.middle(thing)[0] for thing in points(reader) if NAMES[Place.BELLY_RIGHT] in thing.name]
    of_left = [reader.middle(thing)[0] for thing in points(reader) if NAMES[Place.BELLY_LEFT] in thing.name]
    assert max(of_right) < min(of_left)


def test_a_helpers_places_are_on_the_persons_own_side_from_behind(reader: Reader) -> None:
    reader.press("Somebody else injects")
    reader.see(NAMES[Place.ARM_LEFT])
    at = {thing.name: reader.middle(thing)[0] for thing in reader.in_sight() if thing.name in NAMES.values()}
    assert set(at) == set(NAMES.values())
    for place in (Place.ARM_LEFT, Place.BUTTOCK_LEFT):
        other = next(each for each in RIGHT_PLACES if each.value == place.value.replace("left", "right"))
        assert at[NAMES[place]] < at[NAMES[other]]


def test_a_point_that_is_pressed_from_outside_is_chosen_and_told(reader: Reader) -> None:
    reader.press(NAMES[Place.THIGH_LEFT])
    reader.see("Points of your left thigh")
    for number in (5, 14):
        (name,) = (thing.name for thing in points(reader) if f"thigh, point {number}:" in thing.name)
        reader.press(name)
        reader.see_state(name, CHECKED)
        assert chosen(reader) == [name]
        # It stands in words below the picture too.
        assert [thing.name for thing in reader.in_sight() if thing.role == "label" and thing.name == name] == [name]


def test_a_mark_and_a_lump_are_there_as_well(reader: Reader) -> None:
    reader.press(NAMES[Place.THIGH_LEFT])
    reader.see("Points of your left thigh")
    said = [thing.name for thing in reader.in_sight() if thing.role == "push button"]
    assert any("lump" in name.lower() for name in said)
    assert any("skin" in name.lower() or "scar" in name.lower() for name in said)
    blocked = [thing.name for thing in points(reader)]
    assert any("Too near the last injection" in name or "The last injection was here" in name for name in blocked)
    assert any("you marked" in name for name in blocked)
    assert any("Too near a lump that no doctor has checked" in name for name in blocked)


def test_another_spot_is_named_from_outside_and_heard_as_it_moves(reader: Reader, folder: Path) -> None:
    diary = open_diary(Paths.under(folder), system_clock(), list)
    second = diary.doses.record(Given(diary.now().date(), diary.now(), SitePoint(Place.THIGH_RIGHT, 0, 0))).doses[0]
    diary.close()
    reader.press("Calendar")
    reader.see("It was at another spot")
    reader.press("It was at another spot")
    reader.hear("Your right thigh, point 11, push button, In the middle of this place.")
    reader.press(f"{NAMES[Place.THIGH_LEFT]}")
    reader.hear("Your left thigh, point", "from the injection before")
    reader.key("Down")
    reader.hear("cm from the injection before", "down from the middle of this place")
    assert "push button" not in reader.heard
    reader.key("Return")
    reader.hear("I injected here, push button")
    reader.press("I injected here")
    reader.see("Noted where it really was.")
    diary = open_diary(Paths.under(folder), system_clock(), list)
    (dose,) = (each for each in diary.doses.day(diary.today()).doses if each.id == second)
    assert dose.place is Place.THIGH_LEFT
    assert site_flags(dose.flags).instead
    diary.close()
