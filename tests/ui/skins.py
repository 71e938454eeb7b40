"""Skin to test the close-up and the map with: every plane, points, marks and a past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from anakinra_companion.domain.lattice import lattice, patch
from anakinra_companion.domain.sites import (
    TYPICAL,
    AvoidMark,
    AvoidReason,
    Calibration,
    Checked,
    Lump,
    Place,
    Plane,
    SitePoint,
    plane_of,
)
from anakinra_companion.ui.widgets.body_figure import FigureState
from anakinra_companion.ui.widgets.body_map import MapState
from anakinra_companion.ui.widgets.patch import Avoid, Dot, Hard, Past, PatchState, Rank

ROOT = Path(__file__).parents[2]
FRONT = (Plane.BELLY, Plane.THIGH_LEFT, Plane.THIGH_RIGHT)


def places_on(plane: Plane) -> tuple[Place, ...]:
    return tuple(place for place in Place if plane_of(place) is plane)


def skin(plane: Plane, calibration: Calibration = TYPICAL) -> PatchState:
    """A plane with all its points and nothing else."""
    places = places_on(plane)
    return PatchState(
        patches=tuple(patch(place, calibration) for place in places),
        dots=tuple(
            Dot(point, number, f"{place.value}, point {number}")
            for place in places
            for number, point in enumerate(lattice(place, calibration), start=1)
        ),
        your_left="your left",
        your_right="your right",
    )


def lived_in(plane: Plane) -> PatchState:
    """The same with everything that can be shown."""
    state = skin(plane)
    first, second, last = state.dots[0].point, state.dots[1].point, state.dots[-1].point
    ranks = {0: Rank.NEXT, 1: Rank.OTHER, 2: Rank.OTHER, len(state.dots) - 1: Rank.BLOCKED}
    return replace(
        state,
        dots=tuple(replace(dot, rank=ranks.get(at, Rank.FREE)) for at, dot in enumerate(state.dots)),
        last=last,
        past=(Past(last, 1), Past(first, 12, 2), Past(second, 40), Past(replace(second, y=second.y - 1_000), 50)),
        avoid=(Avoid(AvoidMark("a", first.place, first.x, first.y - 100, 150, AvoidReason.SCAR), "Scar"),),
        lumps=(
            Hard(Lump("l", last.place, last.x, last.y + 100), "Lump"),
            Hard(
                Lump("m", second.place, second.x, second.y, checked=Checked("doctor", date(2026, 3, 1))),
                "Lump, checked",
            ),
        ),
    )


def figure(chosen: Place | None = None, *places: Place) -> FigureState:
    shown = places or tuple(Place)
    return FigureState(
        tuple((place, place.value) for place in shown),
        suggested=shown[0],
        chosen=chosen,
        your_left="your left",
        your_right="your right",
    )


def whole(place: Place, selected: SitePoint | None = None) -> MapState:
    return MapState(figure(place), lived_in(plane_of(place)), place.value, selected)
