"""The dot template measured in its PDF: to scale, every point once, nothing off the sheet."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from PySide6.QtGui import QPageSize

from anakinra_companion import content
from anakinra_companion.domain.sites import TYPICAL, Calibration, Plane
from anakinra_companion.papers.ink import MARGIN_MM
from tests.papers.dots import (
    LARGE,
    SMALL,
    TALL,
    TENTH_MM,
    Printed,
    holes,
    on_both_papers,
    on_every_patch,
    on_every_plane,
    points,
    tips,
)
from tests.papers.measured import ROUNDED_PT, Spot


@on_both_papers
@on_every_plane
def test_the_ruler_of_every_page_is_ten_centimetres_long(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane
) -> None:
    for sheet in dots(page, plane):
        bars = [line for line in sheet.lines if line.level and abs(line.length - 100) <= TENTH_MM]
        assert len(bars) == 1
        left, top = min(bars[0].ends)
        ticks = sorted(
            line.ends[0][0] for line in sheet.lines if abs(line.ends[0][1] - top) < 1e-3 and not line.level
        )
        assert len(ticks) == 101
        assert all(abs(tick - left - mm) <= TENTH_MM for mm, tick in enumerate(ticks))
        assert content.say("paper-bar") in sheet.text


@on_both_papers
def test_the_spacer_is_two_and_a_half_centimetres_long(dots: Printed, page: QPageSize.PageSizeId) -> None:
    guide = dots(page, Plane.THIGH_LEFT)[0]
    disc = [circle for circle in guide.circles if abs(circle.radius - 25) <= TENTH_MM]
    bars = [shape for shape in guide.shapes if len(shape.corners) == 5 and abs(shape.width - 25) <= TENTH_MM]
    radius = [line for line in guide.lines if line.level and abs(line.length - 25) <= TENTH_MM]
    assert len(disc) == len(bars) == len(radius) == 1
    assert guide.text.count("2.5 cm") == 3


@on_both_papers
@on_every_patch
def test_points_on_paper_lie_as_far_apart_as_on_the_body(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane, body: Calibration
) -> None:
    known = points(plane, body)
    for sheet in dots(page, plane, body)[1:]:
        for (a, here), (b, there) in combinations(holes(sheet).items(), 2):
            apart = dist((known[a].x, known[a].y), (known[b].x, known[b].y)) / 10
            assert abs(dist(here, there) - apart) <= TENTH_MM
            assert dist(here, there) >= 25 - 0.01


@on_both_papers
@on_every_patch
def test_every_point_is_on_a_sheet_exactly_once(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane, body: Calibration
) -> None:
    marks = [mark for sheet in dots(page, plane, body)[1:] for mark in holes(sheet)]
    assert sorted(marks) == sorted(points(plane, body))


@on_both_papers
@on_every_patch
def test_nothing_lies_where_a_printer_cannot_reach(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane, body: Calibration
) -> None:
    for sheet in dots(page, plane, body):
        assert min(sheet.reach()) >= MARGIN_MM - 0.05


@on_both_papers
@on_every_patch
def test_no_word_is_smaller_than_eleven_points_and_no_number_than_thirteen(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane, body: Calibration
) -> None:
    known = points(plane, body)
    for number, sheet in enumerate(dots(page, plane, body)):
        assert min(word.size for word in sheet.words) >= 11 - ROUNDED_PT
        if number:
            sizes = [word.size for word in sheet.words if word.text in known]
            assert sizes.count(max(sizes)) == len(holes(sheet))
            assert max(sizes) >= 13 - ROUNDED_PT


@on_both_papers
@pytest.mark.parametrize("body", [TYPICAL, LARGE], ids=["typical", "large"])
def test_sheets_taped_at_their_letters_make_one_patch_to_scale(
    dots: Printed, page: QPageSize.PageSizeId, body: Calibration
) -> None:
    known = points(Plane.BELLY, body)
    taped: dict[str, Spot] = {}
    moved: Spot = (0.0, 0.0)
    before: dict[str, Spot] = {}
    found = dots(page, Plane.BELLY, body)[1:]
    assert len(found) > 1
    for sheet in found:
        meeting = tips(sheet)
        common = sorted(set(before) & set(meeting))
        if before:
            assert len(common) == 2
            shifts = [(before[each][0] - meeting[each][0], before[each][1] - meeting[each][1]) for each in common]
            assert dist(*shifts) <= TENTH_MM
            moved = (moved[0] + shifts[0][0], moved[1] + shifts[0][1])
        before = meeting
        taped |= {mark: (x + moved[0], y + moved[1]) for mark, (x, y) in holes(sheet).items()}
    for (a, here), (b, there) in combinations(taped.items(), 2):
        apart = dist((known[a].x, known[a].y), (known[b].x, known[b].y)) / 10
        assert abs(dist(here, there) - apart) <= TENTH_MM


@on_both_papers
@pytest.mark.parametrize("plane", [Plane.THIGH_LEFT, Plane.BELLY])
def test_a_patch_higher_than_a_sheet_is_taped_from_several_and_is_to_scale(
    dots: Printed, page: QPageSize.PageSizeId, plane: Plane
) -> None:
    known = points(plane, TALL)
    rest = dots(page, plane, TALL)[1:]
    # A4 has room for this thigh.
    assert len(rest) == (4 if plane is Plane.BELLY else 2 if page is QPageSize.PageSizeId.Letter else 1)
    first = rest.pop(0)
    letters, taped = tips(first), dict(holes(first))
    while rest:
        # Any sheet that has two letters in common with what is taped already.
        sheet = next(each for each in rest if len(set(tips(each)) & set(letters)) >= 2)
        rest.remove(sheet)
        meeting = tips(sheet)
        common = sorted(set(letters) & set(meeting))
        shifts = [(letters[each][0] - meeting[each][0], letters[each][1] - meeting[each][1]) for each in common]
        assert all(dist(shifts[0], shift) <= TENTH_MM for shift in shifts)
        dx, dy = shifts[0]
        letters |= {each: (x + dx, y + dy) for each, (x, y) in meeting.items()}
        taped |= {mark: (x + dx, y + dy) for mark, (x, y) in holes(sheet).items()}
    assert sorted(taped) == sorted(known)
    for (a, here), (b, there) in combinations(taped.items(), 2):
        apart = dist((known[a].x, known[a].y), (known[b].x, known[b].y)) / 10
        assert abs(dist(here, there) - apart) <= TENTH_MM


@on_both_papers
def test_the_ring_round_the_navel_reaches_five_centimetres(dots: Printed, page: QPageSize.PageSizeId) -> None:
    sheet = dots(page, Plane.BELLY, SMALL)[1]
    cross = [line for line in sheet.lines if line.level and abs(line.length - 6) <= TENTH_MM]
    navel = (sum(x for x, _ in cross[0].ends) / 2, cross[0].ends[0][1])
    ring = [line for line in sheet.lines if all(abs(dist(end, navel) - 50) <= TENTH_MM for end in line.ends)]
    assert len(ring) >= 120
    assert all(dist(at, navel) >= 50 for at in holes(sheet).values())
