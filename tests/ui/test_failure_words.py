"""Every refusal has words of its own: what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from anakinra_companion.diary import refusals
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.diary.skin.marks import RADIUS, Marked
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint
from anakinra_companion.domain.storage import SetAsideReason
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.ui import failure_words
from tests.people import TODAY, set_up

SITE = SitePoint(Place.THIGH_LEFT, 0, 0)
NEXT_DAY = date(2026, 3, 3)


def second_dose(diary: Diary) -> Refusal:
    diary.doses.record(Given(TODAY, diary.now()))
    return caught(lambda: diary.doses.record(Given(TODAY, diary.now())))


def odd_number(diary: Diary) -> Refusal:
    return caught(lambda: diary.marks.add(Marked(SITE, RADIUS[1] + 1, AvoidReason.SCAR)))


def syringe_refused(diary: Diary) -> Refusal:
    look = diary.storage.looks()[0]
    diary.storage.set_aside(look.syringe.id, SetAsideReason.DROPPED)
    return refusals.SyringeRefused(diary.storage.look(look.syringe.id))


def out_already(diary: Diary) -> Refusal:
    here, other = (look.syringe.id for look in diary.storage.looks()[1:3])
    (event,) = diary.storage.take_out(here).events
    diary.storage.take_out(other)
    return caught(lambda: diary.corrections.was_another(here, event, other))


def caught(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as found:
        act()
    return found.value


MADE: dict[type[Refusal], Callable[[Diary], Refusal]] = {
    refusals.SecondDose: second_dose,
    refusals.EndsTooSoon: lambda _: refusals.EndsTooSoon(TODAY),
    refusals.Unfinished: lambda _: refusals.Unfinished(TODAY),
    refusals.ClockDoubted: lambda _: refusals.ClockDoubted("the clock"),
    refusals.MayNotStart: lambda _: refusals.MayNotStart(StartGuard.TOO_EARLY),
    refusals.GatesShut: lambda _: refusals.GatesShut([Gate.ADULT]),
    refusals.SyringeRefused: syringe_refused,
    refusals.SiteRefused: lambda _: refusals.SiteRefused(SITE, Blocked.NAVEL),
    refusals.MovedOn: lambda diary: caught(lambda: diary.marks.gone("nowhere")),
    refusals.OddNumber: odd_number,
    refusals.NobodyNamed: lambda _: refusals.NobodyNamed("nobody"),
    refusals.PlaceNeeded: lambda _: refusals.PlaceNeeded("where"),
    refusals.OverAlready: lambda diary: caught(lambda: diary.wishes.prefer(SITE.place, date(2026, 3, 1))),
    refusals.NotThatDay: lambda _: refusals.NotThatDay(date(2026, 2, 16), date(2026, 3, 1)),
    refusals.PhotoTooLarge: lambda diary: caught(lambda: diary.photos.keep("d", b"\xff\xd8\xff" + bytes(9_000_000))),
    refusals.NotAPhoto: lambda diary: caught(lambda: diary.photos.keep("d", b"GIF89a")),
    refusals.TakenBack: lambda _: refusals.TakenBack("it was taken back"),
    refusals.OutAlready: out_already,
    refusals.NotInTime: lambda diary: caught(lambda: diary.lumps.found(SITE, NEXT_DAY)),
}


def every_refusal() -> list[type[Refusal]]:
    found = [Refusal]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found[1:]


@pytest.fixture
def said(diary: Diary) -> dict[type[Refusal], str]:
    set_up(diary)
    errors = {kind: MADE[kind](diary) for kind in every_refusal()}
    assert all(type(error) is kind for kind, error in errors.items())
    return {kind: failure_words.told(error)[1] for kind, error in errors.items()}


@pytest.mark.usefixtures("qtbot")
def test_every_refusal_has_words_of_its_own(said: dict[type[Refusal], str]) -> None:
    left = failure_words.told(Refusal("one that nobody named"))[1]
    assert len({left, *said.values()}) == len(said) + 1


@pytest.mark.usefixtures("qtbot")
def test_all_of_them_say_what_to_do_in_whole_sentences(said: dict[type[Refusal], str]) -> None:
    for kind, words in said.items():
        assert words[-1:] == ".", kind
        assert words.count(". ") + words.count(": ") >= 1, (kind, words)
        assert "{" not in words, (kind, words)


@pytest.mark.usefixtures("qtbot")
def test_limits_are_named_in_units_that_people_use(said: dict[type[Refusal], str]) -> None:
    assert "0.1 cm to 30.0 cm" in said[refusals.OddNumber]
    assert "8 MB" in said[refusals.PhotoTooLarge]
    assert "16 February 2026" in said[refusals.NotThatDay]
    assert "1 March 2026 is over" in said[refusals.OverAlready]
    signs = failure_words.told(refusals.OddNumber("sign", 0, 3))[1]
    assert "from 0 to 3" in signs
    assert "cm" not in signs
