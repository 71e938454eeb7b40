"""What the map says and shows of each place, for every page that has a patch on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.lattice import patch
from anakinra_companion.domain.sites import POINT_REST_DAYS, Place, Plane, plane_of
from anakinra_companion.ui import words
from anakinra_companion.ui.widgets.patch_view import Dot, PatchState

_tr = QCoreApplication.translate


def rest(view: PointView) -> str:
    """How long a point has rested, or why it cannot be chosen."""
    if view.blocked is not None:
        return words.why_blocked(view.blocked)
    if view.rested_days is None:
        return _tr("sites", "never used")
    return QCoreApplication.translate("sites", "rested %n day(s)", "", view.rested_days)


def point_name(view: PointView) -> str:
    """A point as a person would say it: place, number, rest."""
    name = words.capital(words.place(view.point.place))
    return _tr("sites", "{0}, point {1}: {2}").format(name, view.number, rest(view))


def beside(map_: SiteMap, place: Place) -> tuple[Place, ...]:
    """The places drawn together: the two halves of the belly are one skin."""
    return tuple(each for each in map_.places if plane_of(each) is plane_of(place))


def patch_state(map_: SiteMap, place: Place) -> PatchState:
    """Everything the close-up of a place shows."""
    together = beside(map_, place)
    plane = plane_of(place)
    suggested = map_.suggestion.point if map_.suggestion else None
    past = [
        (each.point, min((map_.skin.today - each.at.date()).days / POINT_REST_DAYS, 1.0))
        for each in map_.skin.history
        if each.point is not None and plane_of(each.point.place) is plane
    ]
    last = map_.last.point if map_.last else None
    front = plane.value.startswith(("thigh", "belly"))
    left, right = _tr("sites", "your left"), _tr("sites", "your right")
    return PatchState(
        patches=tuple(patch(each, map_.skin.calibration) for each in together),
        dots=tuple(
            Dot(view.point, view.number, point_name(view), view.blocked is None, suggested=view.point == suggested)
            for each in together
            for view in map_.points[each]
        ),
        last=last if last is not None and plane_of(last.place) is plane else None,
        past=tuple((point, age) for point, age in past if age < 1),
        left_words=right if front else left,
        right_words=left if front else right,
    )


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
