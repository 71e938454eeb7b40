"""What the map says and shows of each place, for every page that has a patch on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from anakinra_companion import content
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.lattice import patch
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place, Plane, SitePoint, plane_of
from anakinra_companion.domain.skin.against import may_be_latest
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import names
from anakinra_companion.ui.widgets.body_figure import FigureState
from anakinra_companion.ui.widgets.patch import Avoid, Dot, Hard, Past, PatchState, Rank, worth_painting

_tr = QCoreApplication.translate


def point_name(view: PointView) -> str:
    """A point as a person would say it: place, number, days since, free or why not."""
    return names.point(view)


def beside(map_: SiteMap, place: Place) -> tuple[Place, ...]:
    """The places drawn together: the two halves of the belly are one skin."""
    return tuple(each for each in map_.places if plane_of(each) is plane_of(place))


def patch_state(map_: SiteMap, place: Place, tone: int = 2) -> PatchState:
    """Everything the close-up of a place shows."""
    together, plane, skin = beside(map_, place), plane_of(place), map_.skin
    last, *or_last = _may_be_last(map_, plane)
    head, foot = _ends(plane)
    return PatchState(
        patches=tuple(patch(each, skin.calibration) for each in together),
        dots=tuple(
            Dot(view.point, view.number, _dot_words(view, _rank(map_, view)), _rank(map_, view))
            for each in together
            for view in map_.points[each]
        ),
        last=last,
        or_last=tuple(each for each in or_last if each is not None),
        past=_past(map_, plane),
        avoid=tuple(
            Avoid(mark, names.mark(mark, skin.today))
            for mark in skin.avoid
            if plane_of(mark.place) is plane and mark.in_force(skin.today)
        ),
        lumps=tuple(Hard(lump, names.lump(lump, skin.today)) for lump in skin.lumps if plane_of(lump.place) is plane),
        your_left=_tr("sites", "your left"),
        your_right=_tr("sites", "your right"),
        head_words=head,
        foot_words=foot,
        tone=tone,
    )


def _may_be_last(map_: SiteMap, plane: Plane) -> list[SitePoint | None]:
    """Where the newest injection was, if on this plane, and every other that may be the newest one."""
    found = [each.point for each in may_be_latest(map_.skin.history)] or [None]
    return [point if point is not None and plane_of(point.place) is plane else None for point in found]


def _past(map_: SiteMap, plane: Plane) -> tuple[Past, ...]:
    """What is painted of the past; only that is put into words, so that no look grows with the years."""
    known, found = {}, []
    for each in map_.skin.history:
        if each.point is not None and plane_of(each.point.place) is plane:
            told = map_.skin.reactions.get(each.dose_id)
            days = max((map_.skin.today - each.at.date()).days, 0)
            grade = names.shown_grade(told.signs) if told else 0
            known[each.dose_id] = each
            # Its id stands for its words, which are those of two where an older one reacted more.
            found.append(Past(each.point, days, grade, each.dose_id, site_flags(each.flags).instead))
    return tuple(
        replace(each, words=" ".join(names.past(map_, known[id_]) for id_ in each.words.split()))
        for each in worth_painting(found, plane)
    )


def _dot_words(view: PointView, rank: Rank) -> str:
    said = point_name(view)
    if rank is Rank.NEXT:
        return _tr("sites", "{0} This is the next point.").format(said)
    if rank is Rank.OTHER:
        return _tr("sites", "{0} You could use it instead of the next point.").format(said)
    return said


def _rank(map_: SiteMap, view: PointView) -> Rank:
    if map_.suggestion is not None and view.point == map_.suggestion.point:
        return Rank.NEXT
    if view.blocked is not None:
        return Rank.BLOCKED
    return Rank.OTHER if any(view.point == other.point for other in map_.alternatives) else Rank.FREE


def _ends(plane: Plane) -> tuple[str, str]:
    """What lies above and below the patch of a plane, as the person stands."""
    if plane is Plane.BELLY:
        return _tr("sites", "towards your chest"), _tr("sites", "towards your legs")
    if plane in (Plane.THIGH_LEFT, Plane.THIGH_RIGHT):
        return _tr("sites", "towards your hip"), _tr("sites", "towards your knee")
    if plane in (Plane.ARM_LEFT, Plane.ARM_RIGHT):
        return _tr("sites", "towards the shoulder"), _tr("sites", "towards the elbow")
    return _tr("sites", "towards the waist"), _tr("sites", "towards the leg")


def figure_state(map_: SiteMap, place: Place, tone: int, build: Build = Build.MIDDLE) -> FigureState:
    """Everything the figure shows while one place is looked at."""
    return FigureState(
        places=tuple((each, words.capital(words.place(each))) for each in map_.places),
        suggested=map_.suggestion.point.place if map_.suggestion else None,
        chosen=place,
        your_left=_tr("sites", "your left"),
        your_right=_tr("sites", "your right"),
        build=build,
        tone=tone,
    )


def about(map_: SiteMap, place: Place) -> str:
    """Why distances on a place are only about right; nothing where the tape was laid on."""
    sizes = map_.skin.calibration
    if not sizes.is_about(plane_of(place)):
        return ""
    return content.say("sites-about-place" if sizes.measured else "sites-about")


def plane_name(place: Place) -> str:
    """What a patch is called on its tab."""
    return {
        Plane.THIGH_LEFT: _tr("sites", "Left thigh"),
        Plane.THIGH_RIGHT: _tr("sites", "Right thigh"),
        Plane.BELLY: _tr("sites", "Belly"),
        Plane.ARM_LEFT: _tr("sites", "Left arm"),
        Plane.ARM_RIGHT: _tr("sites", "Right arm"),
        Plane.BUTTOCK_LEFT: _tr("sites", "Left buttock"),
        Plane.BUTTOCK_RIGHT: _tr("sites", "Right buttock"),
    }[plane_of(place)]
