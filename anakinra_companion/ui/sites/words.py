"""What the map says and shows of each place, for every page that has a patch on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from anakinra_companion import content
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.lattice import patch
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Injection, Place, Plane, plane_of
from anakinra_companion.ui import words
from anakinra_companion.ui.widgets.body_figure import FigureState
from anakinra_companion.ui.widgets.patch import Avoid, Dot, Hard, Past, PatchState, Rank, worth_painting

_tr = QCoreApplication.translate


def rest(view: PointView) -> str:
    """How long a point has rested, and why it cannot be chosen if it cannot."""
    rested = _tr("sites", "never used")
    if view.rested_days is not None:
        rested = QCoreApplication.translate("sites", "rested %n day(s)", "", view.rested_days)
    if view.blocked is None:
        return rested
    return _tr("sites", "{0}. {1}").format(rested, words.why_blocked(view.blocked))


def point_name(view: PointView) -> str:
    """A point as a person would say it: place, number, rest, and that it is free or why not."""
    name = words.capital(words.place(view.point.place))
    said = _tr("sites", "{0}, point {1}: {2}").format(name, view.number, rest(view))
    return said if view.blocked is not None else _tr("sites", "{0}, free").format(said)


def beside(map_: SiteMap, place: Place) -> tuple[Place, ...]:
    """The places drawn together: the two halves of the belly are one skin."""
    return tuple(each for each in map_.places if plane_of(each) is plane_of(place))


def patch_state(map_: SiteMap, place: Place, tone: int = 2) -> PatchState:
    """Everything the close-up of a place shows."""
    together, plane, skin = beside(map_, place), plane_of(place), map_.skin
    last = map_.last.point if map_.last else None
    past = [_past(each, skin.today) for each in skin.history if each.point is not None]
    head, foot = _ends(plane)
    return PatchState(
        patches=tuple(patch(each, skin.calibration) for each in together),
        dots=tuple(
            Dot(view.point, view.number, point_name(view), _rank(map_, view))
            for each in together
            for view in map_.points[each]
        ),
        last=last if last is not None and plane_of(last.place) is plane else None,
        past=worth_painting((each for each in past if each is not None), plane),
        avoid=tuple(
            Avoid(mark, _tr("sites", "Skin to leave alone"))
            for mark in skin.avoid
            if plane_of(mark.place) is plane and mark.in_force(skin.today)
        ),
        lumps=tuple(
            Hard(lump, _tr("sites", "A lump that a doctor has checked") if lump.checked else _tr("sites", "A lump"))
            for lump in skin.lumps
            if plane_of(lump.place) is plane
        ),
        your_left=_tr("sites", "your left"),
        your_right=_tr("sites", "your right"),
        head_words=head,
        foot_words=foot,
        tone=tone,
    )


def _past(injection: Injection, today: date) -> Past | None:
    if injection.point is None:
        return None
    return Past(injection.point, (today - injection.at.date()).days, 1 if injection.reacted else 0)


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
