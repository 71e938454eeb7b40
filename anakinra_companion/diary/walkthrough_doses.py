"""What an injection on its way says of its dose, and of the syringe in the hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import TakenBack
from anakinra_companion.domain.doses import DoseKind
from anakinra_companion.domain.flow import PARTS, Reply, Stage
from anakinra_companion.domain.storage import SyringeEventKind
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.store import doses, syringes, walkthroughs

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act


def in_hand_since(walk: Walkthrough) -> datetime | None:
    """The one in the hand was out since the first was named, if that turned out to be another; never less."""
    if not walk.answers or walk.answers[-1].reply is not Reply.OTHER_ONE:
        return None
    return next((each.at for each in reversed(walk.answers) if each.reply is Reply.THIS_ONE), None)


def held(act: Act, walk: Walkthrough) -> str | None:
    """The syringe in the hand: that of the dose, which may have been corrected since."""
    dose_id = walkthroughs.dose_of(act.connection, walk.id)
    dose = doses.dose(act.connection, dose_id) if dose_id else None
    return dose.syringe if dose is not None else walk.syringe


def given(walk: Walkthrough, reply: Reply, at: datetime) -> Given:
    """The dose that an answer about the needle tells of."""
    kind = DoseKind.PART if reply in PARTS else DoseKind.TAKEN
    return Given(walk.slot, at, walk.point, None, walk.syringe, kind, walk.helper)


def part_after_all(act: Act, walk: Walkthrough) -> None:
    """Liquid at the place once the needle is out: the dose just recorded was only part of one (S14).

    Raises `TakenBack` for a dose that was taken back: it comes to life by no side door.
    """
    dose_id = walkthroughs.dose_of(act.connection, walk.id)
    dose = doses.dose(act.connection, dose_id) if dose_id else None
    if dose is None:
        return
    if doses.is_withdrawn(act.connection, dose.id):
        raise TakenBack("this dose was taken back")
    if dose.kind is not DoseKind.PART:
        doses.correct_dose(act, replace(dose, kind=DoseKind.PART))


def take_back_press(act: Act, walk: Walkthrough) -> None:
    """The press was wrong: what it said of the syringe, or of the dose, no longer counts."""
    if walk.stage is Stage.PART_SHARPS:
        _whole_after_all(act, walk)
    else:
        _not_set_aside(act, walk.syringe)


def _whole_after_all(act: Act, walk: Walkthrough) -> None:
    """No liquid came out: the dose is whole again if it was that answer that made it part of one."""
    dose_id = walkthroughs.dose_of(act.connection, walk.id)
    dose = doses.dose(act.connection, dose_id) if dose_id else None
    if dose is None or doses.is_withdrawn(act.connection, dose.id):
        return
    if walkthroughs.last_answer_wrote(act.connection, walk.id, dose.id):
        doses.correct_dose(act, replace(dose, kind=DoseKind.TAKEN))


def not_this_one(act: Act, walk: Walkthrough) -> None:
    """Another one is in the hand: what choosing this one said of it no longer counts."""
    chosen = [each.at for each in walk.answers if each.reply is Reply.THIS_ONE]
    for each, voided in syringes.events_with_voided(act.connection, walk.syringe or ""):
        if each.kind is SyringeEventKind.OUT and each.at.utc == chosen[-1] and not voided:
            syringes.void_event(act, each.id)


def _not_set_aside(act: Act, syringe_id: str | None) -> None:
    told = syringes.events_with_voided(act.connection, syringe_id or "")
    aside = [each for each, voided in told if each.kind is SyringeEventKind.SET_ASIDE and not voided]
    if aside:
        syringes.void_event(act, aside[-1].id)
