"""H14: left and right are the person's own, in every word, picture, list, name, paper and line of the program.

Each place is followed from the rules to wherever it is shown. Which side of the screen or of the paper that is stands
here once more, by hand: whoever turns something over has to turn this over too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.lattice import contains, lattice, patch
from anakinra_companion.domain.sites import SELF_PLACES, TYPICAL, Place, Plane, SitePoint, plane_of
from anakinra_companion.exchange import words as exchange_words
from anakinra_companion.main import main
from anakinra_companion.papers import dot_template, place_words, rotation_sheet
from anakinra_companion.paths import Paths
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.sites.spot_words import position, spot_words
from anakinra_companion.ui.walkthrough import words as walkthrough_words
from anakinra_companion.ui.widgets.body_figure import BodyFigure
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text
from tests.papers.measured import sheets
from tests.people import set_up
from tests.ui.shown import Shown

LEFT = frozenset({Place.THIGH_LEFT, Place.BELLY_LEFT, Place.ARM_LEFT, Place.BUTTOCK_LEFT})
# Seen from in front, the person's left is at the viewer's right; seen from behind, at the viewer's left.
VIEWERS_RIGHT = frozenset({Place.THIGH_LEFT, Place.BELLY_LEFT, Place.ARM_RIGHT, Place.BUTTOCK_RIGHT})
DAY = date(2026, 12, 2)
every_place = pytest.mark.parametrize("place", Place)


# What the head of a close-up may end with, whatever its side.
PLANES = ("Left thigh", "Right thigh", "Belly", "Left arm", "Right arm", "Left buttock", "Right buttock")


def side(place: Place) -> str:
    return "left" if place in LEFT else "right"


def sides(said: str) -> set[str]:
    return set(re.findall(r"\b(left|right)\b", said.lower()))


@every_place
def test_the_rules_lie_on_the_side_of_the_name(place: Place) -> None:
    """Coordinates grow towards the person's left: the belly has its halves there, a limb its outer side."""
    if plane_of(place) is Plane.BELLY:
        assert all((point.x > 0) is (place in LEFT) for point in lattice(place, TYPICAL))
        assert contains(patch(place, TYPICAL), 800 if place in LEFT else -800, 0)
    # In a row the numbers go from the middle of the body outwards.
    pairs = [(one, other) for one, other in pairwise(lattice(place, TYPICAL)) if one.y == other.y]
    assert pairs
    assert all((other.x > one.x) is (place in LEFT) for one, other in pairs)


@every_place
@pytest.mark.parametrize(
    "said",
    [
        words.place,
        lambda place: walkthrough_words.point(SitePoint(place, 0, 0), 3),
        lambda place: walkthrough_words.point(SitePoint(place, 0, 0), None),
        place_words.place_name,
        exchange_words.PLACES.__getitem__,
    ],
    ids=["window", "walkthrough", "walkthrough-spot", "paper", "command-line"],
)
def test_every_name_says_its_own_side_and_only_that(place: Place, said: Callable[[Place], str]) -> None:
    assert sides(said(place)) == {side(place)}


@pytest.mark.parametrize("plane", [plane for plane in Plane if plane is not Plane.BELLY])
def test_every_name_of_a_patch_says_its_own_side(plane: Plane) -> None:
    place = Place(plane.value)
    names = (site_words.plane_name(place), place_words.plane_name(plane), place_words.short_name(plane))
    assert [sides(name) for name in names] == [{side(place)}] * 3


@every_place
def test_a_spot_is_told_towards_the_side_where_it_lies(diary: Diary, place: Place) -> None:
    assert "to your left" in position(SitePoint(place, 300, 0))
    assert "to your right" in position(SitePoint(place, -300, 0))
    map_ = diary.sites.map(helper=True)
    assert sides(spot_words(map_, lattice(place, TYPICAL)[0]).where) == {side(place)}


class Walked:
    """The page of the map with every place on it."""

    def __init__(self, diary: Diary) -> None:
        self.page = SitesPage(diary)
        self.shown: Shown[SitesPage] = Shown(self.page)
        self.page.resize(1180, 900)
        self.shown.settle()
        self.shown.press("choice-helper")

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = next(each for each in self.page.findChildren(kind) if each.objectName() == name and each.isVisible())
        assert isinstance(found, QWidget)
        return found

    def across(self, control: QWidget, whole: QWidget) -> float:
        return control.mapTo(whole, QPoint(control.width() // 2, 0)).x()


@pytest.mark.usefixtures("qtbot")
def test_figure_close_up_list_and_words_show_each_place_on_its_side(diary: Diary) -> None:
    set_up(diary)
    walked = Walked(diary)
    for place in Place:
        button = walked.find(QAbstractButton, f"place-{place.value}")
        figure = button.parentWidget()
        assert isinstance(figure, BodyFigure)
        assert (walked.across(button, figure) > figure.width() / 2) is (place in VIEWERS_RIGHT), place
        assert sides(button.accessibleName()) == {side(place)}
        walked.shown.press(f"place-{place.value}")
        close_up_shows(walked, place)
        list_says(walked, place)
    walked.page.close()
    walked.page.deleteLater()


def close_up_shows(walked: Walked, place: Place) -> None:
    view = walked.find(PatchView, "patch")
    assert isinstance(view, PatchView)
    assert view.projection is not None
    landmark = view.projection.pixel(0, 0).x()
    from_front = plane_of(place) in (Plane.BELLY, Plane.THIGH_LEFT, Plane.THIGH_RIGHT)
    for point, control in view.points.items():
        assert sides(control.accessibleName()) == {side(point.place)}
        shown = walked.across(control, view) - landmark
        if abs(point.x) > 20:
            assert (shown > 0) is ((point.x > 0) is from_front), point
        assert abs(abs(shown) - abs(point.x) * view.projection.scale) <= 2
    # Both sides of the belly are one picture; each has a list of its own.
    heads = [text.text() for text in walked.page.findChildren(Text) if text.isVisible()]
    named = [text for text in (*heads, view.accessibleName()) if text.endswith(PLANES)]
    assert len(named) == 2
    assert all(sides(text) == (set() if plane_of(place) is Plane.BELLY else {side(place)}) for text in named)
    chosen = [text for text in heads if text.startswith("Points of")]
    assert chosen
    assert all(sides(text) == {side(place)} for text in chosen)


def list_says(walked: Walked, place: Place) -> None:
    table = walked.find(QTableView, "points")
    assert isinstance(table, QTableView)
    assert sides(table.accessibleName()) == {side(place)}
    view = walked.find(PatchView, "patch")
    assert isinstance(view, PatchView)
    controls = [control for point, control in view.points.items() if point.place is place]
    rows = [
        table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(table.model().rowCount())
    ]
    # The close-up says of one point that it comes next; the list has it above.
    said = [control.accessibleName() for control in controls]
    assert len(rows) == len(said)
    assert all(name.startswith(row) for name, row in zip(said, rows, strict=True))
    assert rows


@every_place
def test_the_command_line_names_the_side_of_the_last_dose_and_of_the_next(
    diary: Diary, paths: Paths, place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(diary)
    diary.change_profile(first_run="done")
    diary.doses.record(Given(diary.today(), diary.now(), lattice(place, TYPICAL)[4]))
    for each in SELF_PLACES:
        if sides(each.value.replace("_", " ")) != {side(place)}:
            diary.wishes.exclude(each)
    view = diary.overview()
    assert view.suggestion is not None
    assert sides(exchange_words.PLACES[view.suggestion.point.place]) == {side(place)}
    diary.close()
    # By the real clock its syringes may be over their limit: only the place is looked at.
    main(["--data-dir", str(paths.root), "status"])
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("Next place"))
    assert sides(line) == {side(place)}
    main(["--data-dir", str(paths.root), "status", "--json"])
    told = json.loads(capsys.readouterr().out)
    found = told["site_suggestion"]
    assert found["place"].endswith(side(place))
    if found["place"].startswith("belly"):
        assert (found["x_cm"] > 0) is (place in LEFT)


@pytest.mark.usefixtures("qapp")
def test_the_papers_show_each_place_on_its_side(tmp_path: Path) -> None:
    rows = rotation_sheet.rows_from(DAY, [], every_days=1, helper=True, calibration=TYPICAL)
    a4 = QPageSize.PageSizeId.A4
    rotation_sheet.write(tmp_path / "rotation.pdf", a4, rotation_sheet.Rotation(TYPICAL, DAY, rows, helper=True))
    table, numbers = sheets(tmp_path / "rotation.pdf")
    for name, left_is_right in (("thigh", True), ("arm", False), ("buttock", False)):
        left, right = numbers.word(f"left {name}").middle, numbers.word(f"right {name}").middle
        assert (left > right) is left_is_right, name
    assert numbers.word("L5").middle > numbers.word("navel").middle > numbers.word("R5").middle
    assert {place_words.place_name(row.point.place) for row in rows if row.point} <= set(
        re.findall("|".join(place_words.place_name(place) for place in Place), table.text)
    )
    for plane in Plane:
        dot_template.write(tmp_path / "dots.pdf", a4, dot_template.Template(plane, TYPICAL, DAY, helper=True))
        for sheet in sheets(tmp_path / "dots.pdf")[1:]:
            left, right = (
                next(word for word in sheet.words if word.text.startswith(f"your {each}")).middle
                for each in ("left", "right")
            )
            # Upright and seen from outside, as the figure is.
            assert (left > right) is (plane in (Plane.BELLY, Plane.THIGH_LEFT, Plane.THIGH_RIGHT)), plane
