"""The dot template lies the right way round, and says how it is laid on and who wins."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize

from anakinra_companion import content
from anakinra_companion.domain.sites import TYPICAL, Calibration, Plane
from anakinra_companion.papers.dot_template import Template, write
from anakinra_companion.papers.ink import TooMuchToPrint
from anakinra_companion.papers.place_words import plane_name
from anakinra_companion.papers.split import FRONT
from tests.papers.dots import (
    DAY,
    PAGES,
    SMALL,
    Printed,
    holes,
    on_both_papers,
    on_every_patch,
    on_every_plane,
    points,
)
from tests.papers.measured import ROUNDED_PT

pytestmark = pytest.mark.usefixtures("qtbot")


@on_every_patch
@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
def test_h14_left_and_right_are_the_persons_own(dots: Printed, plane: Plane, body: Calibration, helper: bool) -> None:
    known = points(plane, body)
    for sheet in dots(PAGES[0], plane, body, helper)[1:]:
        left = next(word for word in sheet.words if word.text.startswith("your left"))
        right = next(word for word in sheet.words if word.text.startswith("your right"))
        head_up = sheet.word("towards the head").base < sheet.word("towards the feet").base
        left_at_right = left.middle > right.middle
        # Skin is seen from outside: in front the head is above where left is at the right, behind it is not.
        assert head_up is (left_at_right if plane in FRONT else not left_at_right)
        assert head_up is (helper or plane not in FRONT)
        for (a, here), (b, there) in combinations(holes(sheet).items(), 2):
            if known[a].x != known[b].x:
                assert (known[a].x > known[b].x) is ((here[0] > there[0]) is left_at_right)
            if known[a].y != known[b].y:
                assert (known[a].y > known[b].y) is ((here[1] < there[1]) is head_up)


@on_every_patch
@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
def test_the_arrows_in_the_patch_and_beside_it_point_to_the_head(
    dots: Printed, plane: Plane, body: Calibration, helper: bool
) -> None:
    for sheet in dots(PAGES[0], plane, body, helper)[1:]:
        head_up = sheet.word("towards the head").base < sheet.word("towards the feet").base
        arrows = [shape.corners for shape in sheet.shapes if len(shape.corners) == 4 and abs(shape.width - 2.4) < 0.1]
        assert len(arrows) == 2
        assert all((tip[1] < back[1]) is head_up for tip, back, *_ in arrows)
        assert sheet.word("head").size >= 11 - ROUNDED_PT


@on_every_plane
def test_h14_the_outer_side_of_a_left_limb_is_at_the_left(dots: Printed, plane: Plane) -> None:
    sheet = dots(PAGES[0], plane)[1]
    outer = {word.text for word in sheet.words if "outer side" in word.text}
    side = plane.value.rpartition("_")[2]
    assert outer == (set() if plane is Plane.BELLY else {f"your {side}, outer side"})
    assert plane_name(plane) in sheet.text


@on_both_papers
@pytest.mark.parametrize("plane", [Plane.BELLY, Plane.THIGH_RIGHT])
def test_it_says_who_wins_who_reviewed_it_and_when_it_was_made(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane
) -> None:
    for body in (TYPICAL, SMALL):
        for sheet in dots(page, plane, body):
            assert content.say("about-leaflet-wins", "about-not-reviewed") in sheet.text
            assert "2 December 2026" in sheet.text
            assert (content.say("sites-about") in sheet.text) is body.about


@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
def test_the_first_page_says_how_it_is_laid_on(dots: Printed, helper: bool) -> None:
    said = dots(PAGES[0], Plane.THIGH_RIGHT, TYPICAL, helper)[0].text
    assert (content.say("paper-way-self") in said) is not helper
    assert (content.say("paper-way-helper") in said) is helper
    assert content.say("paper-mark-thigh") + " It stands around point 11." in said


def test_h15_a_template_for_arms_and_buttocks_speaks_to_the_one_who_helps(dots: Printed) -> None:
    said = dots(PAGES[0], Plane.ARM_LEFT)[0].text
    assert content.say("paper-way-helper") in said
    assert content.say("sites-helper") in said


def test_a_patch_without_room_for_a_joint_is_refused_and_never_scaled(tmp_path: Path) -> None:
    path = tmp_path / "dots.pdf"
    # So narrow that no point lies on it, and higher than a sheet.
    with pytest.raises(TooMuchToPrint):
        write(path, PAGES[1], Template(Plane.THIGH_LEFT, replace(TYPICAL, thigh_width=90, thigh_height=2100), DAY))
    assert not path.exists()


def test_a_template_that_cannot_be_written_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write(tmp_path / "nowhere" / "dots.pdf", PAGES[0], Template(Plane.BELLY, TYPICAL, DAY))
