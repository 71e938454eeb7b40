"""What the record knows that helps on the way through an injection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from anakinra_companion import content
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import spot_words
from anakinra_companion.ui.walkthrough import words as walkthrough_words

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


def chosen(diary: Diary, walk: Walkthrough) -> str:
    """The place and the syringe that were chosen, for every screen after the choice."""
    told = []
    dose = diary.walkthrough.dose(walk.id) if walk.needle_out_at is not None else None
    # Once the needle is out it may have been said that it went elsewhere.
    point = walk.point if dose is None else dose.point
    if point is not None and walk.stage is not Stage.PLACE:
        told.append(words.capital(walkthrough_words.point(point, diary.sites.number(point))) + ".")
    if dose is not None and (instead := spot_words.here_instead(site_flags(dose.flags))):
        told.append(instead)
    if walk.syringe is not None and walk.stage is not Stage.SYRINGE:
        told.append(words.capital(words.syringe(diary.storage.look(walk.syringe))) + ".")
    return " ".join(told)


def for_when(diary: Diary, walk: Walkthrough) -> str:
    """Which day's dose this is, and how long ago the last one was (H1)."""
    slot, last = diary.doses.day(walk.slot).slot, diary.doses.last()
    told = []
    if slot is not None:
        due = words.when(slot.due, diary.zone(), diary.today())
        told.append(_tr("walkthrough", "This is for the dose due {0}.").format(due))
    if last is not None and last.at is not None:
        told.append(_tr("walkthrough", "Your last dose was {0}.").format(words.ago(diary.now() - last.at)))
    return " ".join(told)


def known(diary: Diary, walk: Walkthrough, *, taken_back: bool = False) -> list[str]:
    """What stands on record beside what the eye has to check at this stage."""
    if walk.stage is Stage.BLEEDING and not taken_back:
        return [_tr("walkthrough", "Your dose is on record.")]
    if walk.stage in (Stage.GLASS, Stage.LOOK) and walk.syringe is not None:
        box = diary.storage.look(walk.syringe).syringe.box
        return [_tr("walkthrough", "By your record: use until {0}.").format(words.long_day(box.expires))]
    if walk.stage is Stage.SHARPS and walk.mode is Mode.PRACTISED:
        return [content.step(Stage.BANDAGE).say[0].text]
    return []
