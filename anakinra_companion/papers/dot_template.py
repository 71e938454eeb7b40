"""The dot template: a patch of skin at 1:1 to cut out, lay on the body, and find a point with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPageSize

from anakinra_companion import content
from anakinra_companion.domain.lattice import number_of
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import HELPER_PLACES, Calibration, Place, Plane, SitePoint, plane_of
from anakinra_companion.papers.column import Column, fill
from anakinra_companion.papers.dot_sheet import Sheet
from anakinra_companion.papers.figure import draw_figure
from anakinra_companion.papers.ink import Ink, paper
from anakinra_companion.papers.measures import RULER_HEIGHT, RULER_MM, SMALL_PT, SPACER_MM, ruler, spacer
from anakinra_companion.papers.place_words import date_name, plane_name, short_name
from anakinra_companion.papers.split import FRONT, Skin, Tile, skin_of, tiles_of

_tr = QCoreApplication.translate
TITLE_PT, LARGEST_PT = 18.0, 14.0
# What a sheet needs above and below the patch.
HEAD, FOOT = 17.0, 41.0
FIGURE_HEIGHT, FIGURE_ROOM, FIGURE_WIDTH = 88.0, 4.0, 55.0
RULER_LEFT = 4.0
RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Template:
    """Which plane, at which sizes, printed on which day, whether somebody else lays it on, for which build."""

    plane: Plane
    calibration: Calibration
    made: date
    helper: bool = False
    build: Build = Build.MIDDLE

    @property
    def helped(self) -> bool:
        """Nobody reaches arms and buttocks alone (S24, S25)."""
        return self.helper or any(place in HELPER_PLACES for place in self.places)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places on the plane."""
        return tuple(place for place in Place if plane_of(place) is self.plane)


def write(path: Path, page: QPageSize.PageSizeId, template: Template) -> int:
    """Writes a page of words and then the sheets at 1:1 as one PDF; returns how many sheets the patch takes.

    `write(Path("thigh.pdf"), QPageSize.PageSizeId.A4, Template(Plane.THIGH_LEFT, calibration, today))`, with the
    calibration in force. It needs a QGuiApplication and no window. Raises OSError where it cannot be written and
    TooMuchToPrint where a patch has no room for a joint between its points. To be printed without scaling.
    """
    skin = skin_of(template.plane, template.calibration, helper=template.helped)
    with paper(path, page, _tr("papers", "Dot template")) as ink:
        tiles = tiles_of(skin, ink.width, ink.height - HEAD - FOOT)
        fill(ink, (LARGEST_PT, SMALL_PT), ink.height, partial(_guide, template, len(tiles)))
        for tile in tiles:
            ink.next_page()
            _sheet(ink, template, skin, tile, len(tiles))
    return len(tiles)


def _guide(template: Template, sheets: int, on: Column) -> None:
    """What to know before anything is cut: the check of the printer, how to lay the sheets, the spacer."""
    ink = on.ink
    title = _tr("papers", "{0}: dot template in real size").format(plane_name(template.plane))
    on.say(title, 0, ink.width, size=TITLE_PT, bold=True)
    on.say(_told(template), 0, ink.width, bold=True)
    on.top += 2
    beside = ink.width - FIGURE_WIDTH
    places = [(place, "") for place in template.places]
    rooms = (FIGURE_ROOM, FIGURE_ROOM)
    on.draw(0, lambda top: draw_figure(ink, beside + 3, top, FIGURE_HEIGHT, rooms, places, template.build))
    figure = on.top + FIGURE_HEIGHT
    on.step(1, content.say("paper-bar"), beside)
    on.draw(RULER_HEIGHT + 2, lambda top: ruler(ink, 8 + RULER_LEFT, top + 1))
    steps = ["paper-cut", *(["paper-tape"] if sheets > 1 else []), f"paper-way-{_who(template)}", _mark(template)]
    for number, id_ in enumerate([*steps, "paper-before-cleaning"], start=2):
        on.step(number, _with_point(template, id_), beside)
    on.top = max(on.top, figure) + 3
    right = 3 * SPACER_MM + 14
    before = on.top
    on.draw(0, lambda top: spacer(ink, 0.5, top))
    on.say(_tr("papers", "Spacer, to cut out"), right, ink.width - right, bold=True)
    on.say(content.say("sites-rule", "paper-spacer"), right, ink.width - right)
    on.top = max(on.top, before + 2 * SPACER_MM) + 3
    places_of = "sites-helper" if template.plane not in FRONT else "sites-places"
    on.say(content.say(places_of, "sites-skin", "sites-lump"), 0, ink.width)
    told = _tr("papers", "Text checked on {0}.").format(date_name(content.checked_on()))
    on.say(told, 0, ink.width, size=SMALL_PT)


def _with_point(template: Template, id_: str) -> str:
    """A step; the one of the cross names the point that lies in its middle."""
    said = content.say(id_)
    number = number_of(SitePoint(template.places[0], 0, 0), template.calibration)
    if id_ != _mark(template) or number is None:
        return said
    return _tr("papers", "{0} It stands around point {1}.").format(said, number)


def _mark(template: Template) -> str:
    return f"paper-mark-{template.plane.value.split('_')[0]}"


def _who(template: Template) -> str:
    return "helper" if template.helped else "self"


def _told(template: Template) -> str:
    """What every paper says: who wins, who has reviewed it, whether anybody has measured, and the day."""
    ids = ["about-leaflet-wins"]
    ids += [] if content.is_reviewed() else ["about-not-reviewed"]
    ids += ["sites-about"] if template.calibration.about else []
    return content.say(*ids) + " " + _tr("papers", "Made on {0}.").format(date_name(template.made))


def _sheet(ink: Ink, template: Template, skin: Skin, tile: Tile, sheets: int) -> None:
    """One sheet with its own bar, since each is printed for itself."""
    title = plane_name(template.plane)
    ink.words(title, 0, 0, ink.width, TITLE_PT, bold=True)
    if sheets > 1:
        told = _tr("papers", "Sheet {0} of {1}").format(tile.number, sheets)
        ink.words(told, 0, 0, ink.width, TITLE_PT, align=RIGHT)
    room = ink.height - HEAD - FOOT
    origin = (
        (ink.width - tile.reach + tile.left) / 2 - tile.left,
        HEAD + (room - tile.foot + tile.top) / 2 - tile.top,
    )
    _sides(ink, template, skin, HEAD - 7, ink.height - FOOT + 2)
    name = _tr("papers", "{0}, {1}").format(title, date_name(template.made))
    Sheet(ink, skin, tile, origin, (name, title, short_name(template.plane))).draw()
    top = ink.height - FOOT + 10
    ruler(ink, RULER_LEFT, top)
    beside = RULER_LEFT + RULER_MM + 14
    ink.words(content.say("paper-bar"), beside, top - 1, ink.width - beside, SMALL_PT)
    told = _told(template)
    ink.words(told, 0, ink.height - ink.height_of(told, ink.width, SMALL_PT), ink.width, SMALL_PT)


def _sides(ink: Ink, template: Template, skin: Skin, above: float, below: float) -> None:
    """Which edge lies where on the body."""
    left, right = _tr("papers", "your left"), _tr("papers", "your right")
    outer = _tr("papers", "{0}, outer side")
    if template.plane.value.endswith("_left"):
        left = outer.format(left)
    elif template.plane.value.endswith("_right"):
        right = outer.format(right)
    first, second = (right, left) if skin.turn.x > 0 else (left, right)
    head, feet = _tr("papers", "towards the head"), _tr("papers", "towards the feet")
    for top, said, arrow in (
        (above, head if skin.turn.y > 0 else feet, -1),
        (below, feet if skin.turn.y > 0 else head, 1),
    ):
        ink.words(first, 0, top, ink.width / 3, SMALL_PT, bold=True)
        ink.words(second, 0, top, ink.width, SMALL_PT, bold=True, align=RIGHT)
        ink.words(said, 0, top, ink.width, SMALL_PT, bold=True, align=CENTRE)
        if said == head:
            x = ink.width / 2 - ink.width_of(said, SMALL_PT, bold=True) / 2 - 5
            ink.arrow((x, top + 2.5 - 2.5 * arrow), (x, top + 2.5 + 2.5 * arrow))
