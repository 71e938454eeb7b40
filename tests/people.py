"""People to test with: somebody set up, and somebody half-way through an injection."""

from __future__ import annotations

from datetime import date, time

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.flow import Mode, Reply
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.walkthrough import Walkthrough

ZONE = "Europe/Madrid"
# The hand clock starts at 18:00 UTC, 19:00 in Madrid, an hour before the dose is due.
TODAY = date(2026, 3, 2)


def set_up(diary: Diary, *, starts: date = TODAY, at: time = time(20, 0), every_days: int = 1) -> None:
    """Gates open, a label copied, practised, one box of seven."""
    for gate in Gate:
        diary.answer_gate(gate, answer=True)
    diary.change_profile(mode=Mode.PRACTISED, first_run="done", country="ES")
    diary.regimen.copy_label(Label(every_days, at, ZONE, starts))
    diary.storage.add_box("A1", date(2027, 1, 31), received=starts)


def at_look(diary: Diary) -> Walkthrough:
    """The next syringe is in the hand."""
    walk = diary.walkthrough.start()
    upcoming = diary.storage.next()
    assert upcoming is not None
    return diary.walkthrough.choose_syringe(walk, upcoming.syringe.id)


def at_cover(diary: Diary) -> Walkthrough:
    """Everything chosen, skin clean, the cover still on."""
    walk = at_look(diary)
    suggestion = diary.sites.suggestion()
    assert suggestion is not None
    walk = diary.walkthrough.answer(walk, Reply.CLEAR)
    walk = diary.walkthrough.choose_place(walk, suggestion.point)
    return diary.walkthrough.answer(walk, Reply.NEXT)


def at_inject(diary: Diary) -> Walkthrough:
    """The cover is off."""
    return diary.walkthrough.answer(at_cover(diary), Reply.NEXT)
