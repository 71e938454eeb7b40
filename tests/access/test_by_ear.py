"""A whole injection by somebody who sees nothing: what is heard is enough to do it, in the running program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from anakinra_companion import content
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.storage import SetAsideReason, State
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.access.bus import Bus
from tests.access.desktop import program
from tests.access.expected import CHOSEN_SYRINGE, heard_at
from tests.access.reader import FOCUSABLE, Reader
from tests.journal_check import whole
from tests.people import at_cover, at_look

GO_ON = "Go on where you stopped"
SYRINGE = "Syringe 1 of box A1: in the fridge until now"
PLACE = "Your left thigh, point 1"
HERE = f"{PLACE}: the skin looks normal"
CONTROLS = {"push button", "check box", "radio button", "label"}
# Each answer that a practised person gives, and the stage that is heard then.
PRACTISED = (
    ("Start injection", Stage.SYRINGE),
    (SYRINGE, Stage.LOOK),
    ("Clear, and nothing is wrong", Stage.PLACE),
    (HERE, Stage.CLEAN),
    ("Washed, wiped and dry", Stage.COVER),
    ("The cover is off", Stage.INJECT),
    ("I injected all of it", Stage.SHARPS),
    ("It is in the sharps box", Stage.DONE),
)
FIRST_TIME = (
    ("Start injection", Stage.SYRINGE),
    (SYRINGE, Stage.KEPT),
    ("None of these", Stage.GLASS),
    ("Whole, and the date has not passed", Stage.LIQUID),
    ("Clear", Stage.PLACE),
    (PLACE, Stage.SKIN),
    ("None of these", Stage.READ_3),
    ("Next", Stage.READ_4),
    ("Next", Stage.READ_5),
    ("Next", Stage.READ_6),
    ("I have read it", Stage.WASH),
    ("Washed and dry", Stage.STEP_1),
    ("Wiped and dry", Stage.COVER),
    ("The cover is off", Stage.INJECT),
    ("I injected all of it", Stage.BANDAGE),
    ("Next", Stage.SHARPS),
    ("It is in the sharps box", Stage.DONE),
)


@pytest.fixture
def person(desktop_environment: dict[str, str], folder: Path) -> Iterator[Reader]:
    """Somebody with a screen reader, at Today."""
    with ExitStack() as until_the_end:
        bus = Bus(desktop_environment["DBUS_SESSION_BUS_ADDRESS"])
        until_the_end.callback(bus.close)
        reader = Reader(bus, desktop_environment)
        until_the_end.enter_context(program(desktop_environment, folder))
        reader.hear(", push button")
        yield reader


def go(person: Reader, *way: tuple[str, Stage], mode: Mode = Mode.PRACTISED) -> None:
    """Gives each answer, which has to have been offered in words, and hears all of the next stage."""
    for number, (answer, stage) in enumerate(way):
        if number:
            assert answer in person.heard
        person.press(answer)
        person.hear(*heard_at(stage, mode, PLACE))
        look_round(person)


def look_round(person: Reader) -> None:
    """Every control in sight has a name and a role that fit each other; nothing without words is in the way."""
    for thing in person.in_sight():
        if FOCUSABLE in thing.states:
            assert thing.name.strip(), thing
            assert thing.role in CONTROLS, thing
            assert thing.role not in thing.name.lower(), thing
            assert not thing.name[0].isdigit(), thing
        if thing.role in ("graphic", "icon", "image"):
            assert thing.name, thing
    assert person.focus is not None
    assert person.focus.role in CONTROLS


def on_record(folder: Path) -> None:
    """One whole dose, its point, and its syringe in the sharps box."""
    diary = open_diary(Paths.under(folder), system_clock(), list)
    last = diary.doses.last()
    assert last is not None
    assert last.slot is not None
    assert last.point is not None
    assert last.syringe is not None
    assert diary.doses.day(last.slot).state is DayState.TAKEN
    assert diary.storage.look(last.syringe).state is State.IN_SHARPS
    assert diary.walkthrough.open() is None
    assert whole(diary)
    diary.close()


def test_an_injection_of_somebody_practised_by_ear(person: Reader, folder: Path) -> None:
    go(person, *PRACTISED)
    person.hear(f"Place: your left thigh, point 1. {CHOSEN_SYRINGE[:-1]} is used. Next dose: tomorrow")
    person.press("To Today")
    person.hear("Yes, you injected today")
    on_record(folder)


@pytest.mark.parametrize("mode", [Mode.FIRST_TIME])
def test_a_first_injection_by_ear(person: Reader, folder: Path) -> None:
    go(person, *FIRST_TIME, mode=Mode.FIRST_TIME)
    on_record(folder)


def test_an_injection_by_ear_with_the_keyboard_alone(person: Reader, folder: Path) -> None:
    for answer, stage in PRACTISED:
        assert person.focus is not None
        if person.focus.name != answer:
            person.walk_to(answer, "Down")
        person.key("Return")
        person.hear(*heard_at(stage, Mode.PRACTISED, PLACE))
    person.key("Return")
    person.hear("Yes, you injected today")
    on_record(folder)


@pytest.mark.parametrize("before", [at_look])
def test_foam_and_a_wrong_look_are_answered_by_ear(person: Reader, folder: Path) -> None:
    go(person, (GO_ON, Stage.LOOK))
    wrong = "Something is wrong, or I am not sure"
    go(person, (wrong, Stage.LOOK), ("Foamy", Stage.FOAM), ("I have waited: look again", Stage.LOOK))
    go(person, (wrong, Stage.LOOK), ("Something floats in it", Stage.SET_ASIDE))
    person.press("Take another syringe")
    said = person.hear("Which syringe?", "Not syringe 1 of box A1", "Key 1: Syringe 2 of box A1")
    assert "Key 7" not in said
    diary = open_diary(Paths.under(folder), system_clock(), list)
    ended = [look for box in diary.storage.boxes() for look in box.looks if look.ended]
    assert [look.syringe.position for look in ended] == [1]
    diary.close()


@pytest.mark.parametrize("before", [at_look])
def test_why_and_from_where_are_heard_when_they_are_asked(person: Reader) -> None:
    go(person, (GO_ON, Stage.LOOK))
    why = content.step(Stage.LOOK).why
    assert why is not None
    person.press("I do not understand this step")
    person.hear("I do not understand this step", why.text, content.say("warm-up"), "5 5 5")
    person.press("Sources")
    person.hear("Sources,", content.say("about-leaflet-wins"))


@pytest.mark.parametrize("before", [at_look])
def test_help_is_heard_in_the_middle_of_an_injection_and_leads_back(person: Reader) -> None:
    go(person, (GO_ON, Stage.LOOK))
    person.key("F1")
    person.hear("Help now", content.say("help-call-now"), "9 1 1", content.say("help-signs"))
    look_round(person)
    person.press("Today")
    person.hear(GO_ON, "No, not yet.")
    person.press(GO_ON)
    person.hear(*heard_at(Stage.LOOK, Mode.PRACTISED))


@pytest.mark.parametrize("before", [at_cover])
def test_what_holds_an_answer_back_is_heard(person: Reader, folder: Path) -> None:
    go(person, (GO_ON, Stage.COVER))
    # Somebody else uses the same record meanwhile.
    diary = open_diary(Paths.under(folder), system_clock(), list)
    diary.storage.set_aside(diary.storage.looks()[0].syringe.id, SetAsideReason.FROZEN)
    diary.close()
    person.press("The cover is off")
    person.hear("Stop.", content.say("storage-set-aside"), *heard_at(Stage.COVER, Mode.PRACTISED, PLACE))
    look_round(person)
    # The focus does not move when the same is said again.
    person.press("The cover is off")
    person.hear("Stop.", content.say("storage-set-aside"))
    person.press("Start again with another syringe")
    person.hear("Which syringe?", "Not syringe 1 of box A1")
