"""From the record to a paper: what the dot template and the sheet for the fridge door show of a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from anakinra_companion.domain.sites import HELPER_PLACES, Place, Plane, plane_of
from anakinra_companion.papers import dot_template, rotation_sheet
from anakinra_companion.papers.dot_template import Template
from anakinra_companion.papers.page_sizes import SIZES
from anakinra_companion.papers.rotation_sheet import Rotation, rows_from
from anakinra_companion.papers.saving import saved

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

HELPER_PLANES = frozenset(plane_of(place) for place in HELPER_PLACES)


def planes(*, helper: bool) -> tuple[Plane, ...]:
    """Whose templates can be printed: those of arms and buttocks only where somebody else injects (S24, S25)."""
    found = dict.fromkeys(plane_of(place) for place in Place)
    return tuple(plane for plane in found if helper or plane not in HELPER_PLANES)


def save_dots(diary: Diary, path: Path, plane: Plane, size: str, *, helper: bool) -> int:
    """Writes the dot template of a plane and returns its sheets.

    `size` is "a4" or "letter". Raises OSError where it cannot be written and `TooMuchToPrint` for skin that no
    sheets can be taped from.
    """
    skin = diary.sites.map(helper=helper).skin
    template = Template(plane, skin.calibration, skin.today, helper, build=diary.profile().build)
    return saved(path, lambda draft: dot_template.write(draft, SIZES[size], template))


def save_rotation(diary: Diary, path: Path, size: str, *, helper: bool) -> Rotation:
    """Writes the sheet for the fridge door and returns what it shows; raises OSError and `TooMuchToPrint`."""
    found = rotation(diary, helper=helper)
    saved(path, lambda draft: rotation_sheet.write(draft, SIZES[size], found))
    return found


def rotation(diary: Diary, *, helper: bool) -> Rotation:
    """Four weeks from the next dose on; blank rows where no next dose is known, or not what day it is."""
    view, skin = diary.overview(), diary.sites.map(helper=helper).skin
    if view.next_slot is None or view.regimen is None or not view.clock_trusted:
        return Rotation(skin.calibration, skin.today, helper=helper, build=view.profile.build)
    rows = rows_from(
        view.next_slot.day,
        skin.history,
        every_days=view.regimen.every_days,
        helper=helper,
        avoid=skin.avoid,
        lumps=skin.lumps,
        calibration=skin.calibration,
        excluded=skin.excluded,
        preferred=skin.preferred,
    )
    return Rotation(skin.calibration, skin.today, rows, helper, build=view.profile.build)
