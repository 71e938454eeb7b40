"""The sheet for the fridge door: four weeks of places, a row a day, to write on with a pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize

from anakinra_companion import content
from anakinra_companion.domain.ahead import points_ahead
from anakinra_companion.domain.lattice import lattice, number_of
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    POINT_REST_DAYS,
    RIGHT_PLACES,
    SELF_PLACES,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    SitePoint,
)
from anakinra_companion.papers.column import Column, fill
from anakinra_companion.papers.figure import draw_figure
from anakinra_companion.papers.ink import FINE, PALE, THICK, THIN, Ink, paper
from anakinra_companion.papers.place_words import date_name, day_name, place_name, point_mark
from anakinra_companion.papers.point_map import draw_map

_tr = QCoreApplication.translate
DAYS = POINT_REST_DAYS
WEEK = 7
TITLE_PT, LARGEST_PT, SMALL_PT = 18.0, 13.0, 11.0
# Small words above leave high rows below.
HEAD_PT = 11.5
CELL_PT = 12.0
# A row one can write in.
ROW_HEIGHT, HEADS_HEIGHT = 6.4, 7.0
FIGURE_HEIGHT, FIGURE_ROOM = 50.0, 25.0
# Half of the thickest line, which stays within what a printer reaches.
EDGE = THICK / 2
# What the page of numbers keeps for the patches.
MAP_HEIGHT = 175.0
# How wide the columns are, the last takes what is left: day, suggested, where I injected, time.
COLUMNS = (30.0, 53.0, 46.0, 19.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A day of the sheet; blank without a date, without a point where none is suggested or no dose is planned."""

    day: date | None = None
    point: SitePoint | None = None
    planned: bool = True


@dataclass(frozen=True, slots=True)
class Rotation:
    """What the sheet shows: the rows, the sizes their points lie on, the day it was made, for whom."""

    calibration: Calibration
    made: date
    rows: tuple[Row, ...] = (Row(),) * DAYS
    helper: bool = False
    build: Build = Build.MIDDLE

    @property
    def suggests(self) -> bool:
        """A blank sheet suggests nothing."""
        return any(row.point for row in self.rows)


def rows_from(  # noqa: PLR0913 - the facts that `suggest` asks for, and how often
    starts: date,
    history: Sequence[Injection],
    *,
    every_days: int = 1,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration,
    excluded: frozenset[Place] = frozenset(),
    preferred: frozenset[Place] = frozenset(),
) -> tuple[Row, ...]:
    """The four weeks from the day of the next dose, each point chosen as if the ones before it were followed."""
    days = [starts + timedelta(days=number) for number in range(DAYS)]
    planned = days[::every_days]
    points = points_ahead(
        history,
        planned,
        helper=helper,
        avoid=avoid,
        lumps=lumps,
        calibration=calibration,
        excluded=excluded,
        preferred=preferred,
    )
    found = dict(zip(planned, points, strict=True))
    return tuple(Row(day, found.get(day), planned=day in found) for day in days)


def write(path: Path, page: QPageSize.PageSizeId, rotation: Rotation) -> None:
    """Writes the sheet, and a page on which each number is found, as one PDF.

    Blank: `write(path, QPageSize.PageSizeId.A4, Rotation(calibration, today))`. Filled: with
    `rows=rows_from(next_dose_day, history, calibration=calibration, ...)`, where `history` ends before that day. It
    needs a QGuiApplication and no window. Raises OSError where it cannot be written and TooMuchToPrint when the words
    leave no room for the rows.
    """
    with paper(path, page, _tr("papers", "Rotation sheet")) as ink:
        head = ink.height - HEADS_HEIGHT - len(rotation.rows) * ROW_HEIGHT - 1
        top = Column(ink, fill(ink, (HEAD_PT, SMALL_PT), head, partial(_head, rotation)), trial=True)
        _head(rotation, top)
        _table(ink, rotation, top.top + 1)
        ink.next_page()
        fill(ink, (LARGEST_PT, SMALL_PT), ink.height - MAP_HEIGHT, partial(_numbers, rotation))


def _head(rotation: Rotation, on: Column) -> None:
    ink = on.ink
    views = [SELF_PLACES, *([HELPER_PLACES] if rotation.helper else [])]
    rooms = (0.0, FIGURE_ROOM) if rotation.helper else (FIGURE_ROOM, FIGURE_ROOM)
    wide = FIGURE_HEIGHT * 8 / 15 + sum(rooms)
    beside = ink.width - wide * len(views)
    for number, view in enumerate(views):
        named = [(place, "" if _unsaid(place, rotation) else _range(place, rotation)) for place in view]
        if not on.trial:
            draw_figure(ink, beside + wide * number, 0, FIGURE_HEIGHT, rooms, named, rotation.build)
    on.say(_tr("papers", "Where next? Four weeks"), 0, beside - 3, size=TITLE_PT, bold=True)
    ids = ["paper-elsewhere", "paper-enter-it"] if rotation.suggests else ["paper-enter-it"]
    on.say(content.say(*ids), 0, beside - 3, bold=True)
    on.say(content.say("sites-rule"), 0, beside - 3)
    if rotation.helper:
        on.top = max(on.top, FIGURE_HEIGHT)
    on.say(_told(rotation), 0, ink.width if rotation.helper else beside - 3)
    on.top = max(on.top, FIGURE_HEIGHT)


def _unsaid(place: Place, rotation: Rotation) -> bool:
    """With two figures side by side only one side of each is named: the numbers mirror."""
    if not rotation.helper:
        return False
    return (place in RIGHT_PLACES) is (place in SELF_PLACES)


def _range(place: Place, rotation: Rotation) -> str:
    """The short name of a place with the numbers of its points."""
    last = len(lattice(place, rotation.calibration))
    name = {"thigh": _tr("papers", "thigh"), "belly": _tr("papers", "belly"), "arm": _tr("papers", "arm")}
    said = name.get(place.value.split("_")[0], _tr("papers", "buttock"))
    return _tr("papers", "{0}\n{1} to {2}").format(said, point_mark(place, 1), point_mark(place, last))


def _told(rotation: Rotation) -> str:
    """Who wins, who has reviewed it, whether anybody has measured, and the day."""
    ids = ["about-leaflet-wins", *([] if content.is_reviewed() else ["about-not-reviewed"])]
    ids += ["sites-about"] if rotation.calibration.about else []
    return content.say(*ids) + " " + _tr("papers", "Made on {0}.").format(date_name(rotation.made))


def _table(ink: Ink, rotation: Rotation, top: float) -> None:
    """The rows to write in; a thicker line ends each week."""
    lefts = [sum(COLUMNS[:number]) for number in range(len(COLUMNS) + 1)]
    heads = (
        _tr("papers", "Day"),
        _tr("papers", "Suggested") if rotation.suggests else _tr("papers", "Planned"),
        _tr("papers", "Where I injected"),
        _tr("papers", "Time"),
        _tr("papers", "Skin"),
    )
    end = ink.width - EDGE
    ink.box(EDGE, top, end - EDGE, HEADS_HEIGHT, weight=0, fill=PALE)
    for left, said in zip(lefts, heads, strict=True):
        ink.words(said, left + 1.5, top + 1, 60, CELL_PT, bold=True)
    first = top + HEADS_HEIGHT
    high = (ink.height - first - 0.5) / len(rotation.rows)
    for number, row in enumerate(rotation.rows):
        _cells(ink, rotation, number, row, first + high * number + high / 2)
        weight = THICK if number % WEEK == 0 else FINE
        ink.line((EDGE, first + high * number), (end, first + high * number), weight)
    bottom = first + high * len(rotation.rows)
    ink.line((EDGE, bottom), (end, bottom), THICK)
    for left in [EDGE, *lefts[1:], end]:
        ink.line((left, top), (left, bottom), THIN)


def _cells(ink: Ink, rotation: Rotation, number: int, row: Row, middle: float) -> None:
    day = day_name(row.day) if row.day else f"{number + 1}."
    at = middle - ink.height_of(day, 60, CELL_PT) / 2
    ink.words(day, 1.5, at, COLUMNS[0], CELL_PT)
    left, wide = COLUMNS[0] + 1.5, COLUMNS[1] - 3
    if row.point:
        found = number_of(row.point, rotation.calibration) or 0
        mark = point_mark(row.point.place, found)
        ink.words(place_name(row.point.place), left, at, wide, CELL_PT)
        ink.words(mark, left + wide - 12, at, 13, CELL_PT, bold=True)
    elif not row.planned:
        ink.words(_tr("papers", "no dose planned"), left, at, wide, CELL_PT)
    elif row.day:
        ink.words(_tr("papers", "see the map"), left, at, wide, CELL_PT)


def _numbers(rotation: Rotation, on: Column) -> None:
    """The page on which each number is found."""
    ink = on.ink
    on.say(_tr("papers", "Where each number is"), 0, ink.width, size=TITLE_PT, bold=True)
    said = _tr("papers", "Smaller than real. Belly and thighs are drawn as somebody in front of you sees them.")
    said += " " + _tr("papers", "L is your left, R your right.")
    behind = _tr("papers", "Arms and buttocks are drawn as seen from behind.")
    on.say(f"{said} {behind}" if rotation.helper else said, 0, ink.width)
    places = ["sites-places", *(["sites-helper"] if rotation.helper else [])]
    on.say(content.say(*places, "sites-skin", "sites-lump"), 0, ink.width)
    on.draw(0, lambda top: draw_map(ink, top + 2, ink.height - top - 2, rotation.calibration, helper=rotation.helper))
