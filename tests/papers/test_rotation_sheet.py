"""The sheet for the fridge door read back from its PDF: four weeks, what is suggested, what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from anakinra_companion import content
from anakinra_companion.domain.ahead import points_ahead
from anakinra_companion.domain.lattice import lattice, number_of
from anakinra_companion.domain.sites import (
    SELF_PLACES,
    TYPICAL,
    Calibration,
    Injection,
    Place,
    places_for,
)
from anakinra_companion.papers.ink import MARGIN_MM
from anakinra_companion.papers.place_words import place_name, point_mark
from anakinra_companion.papers.rotation_sheet import Rotation, rows_from, write
from tests.bodies import body
from tests.papers.measured import ROUNDED_PT, Sheet, Word, sheets

Printed = Callable[..., list[Sheet]]
DAY, FIRST = date(2026, 12, 2), date(2026, 12, 3)
PAGES = [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter]
LARGE = body("large", thigh_around=8500, waist_around=15000)
SMALL = body("small", thigh_around=3200, waist_around=5500)
LAST = Injection(lattice(Place.BELLY_LEFT, TYPICAL)[4], Place.BELLY_LEFT, datetime(2026, 12, 2, 20, tzinfo=UTC), "1")
on_both_papers = pytest.mark.parametrize("page", PAGES, ids=["A4", "Letter"])
for_everybody = pytest.mark.parametrize("body", [TYPICAL, LARGE, SMALL], ids=["typical", "large", "small"])
alone_or_helped = pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])


@pytest.fixture(scope="module")
def printed(
    qapp: QApplication,  # noqa: ARG001 - type needs it
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    """A printed sheet, each one once for all tests."""

    @cache
    def print_once(
        page: QPageSize.PageSizeId, body: Calibration = TYPICAL, helper: bool = False, every_days: int = 1
    ) -> list[Sheet]:
        path = tmp_path_factory.mktemp("papers") / "rotation.pdf"
        rows = rows_from(FIRST, [LAST], every_days=every_days, helper=helper, calibration=body)
        write(path, page, Rotation(body, DAY, rows, helper))
        return sheets(path)

    return print_once


def line(sheet: Sheet, text: str) -> list[str]:
    """The words in the row that begins with some words, from the left."""
    base = sheet.word(text).base
    return [word.text for word in sorted(sheet.words, key=lambda word: word.left) if abs(word.base - base) < 0.5]


@on_both_papers
@for_everybody
@alone_or_helped
def test_each_day_has_the_point_that_the_rule_suggests_if_all_before_it_were_used(
    printed: Printed, page: QPageSize.PageSizeId, body: Calibration, helper: bool
) -> None:
    sheet = printed(page, body, helper)[0]
    days = [FIRST + timedelta(days=number) for number in range(28)]
    for day, point in zip(days, points_ahead([LAST], days, helper=helper, calibration=body), strict=True):
        assert point is not None
        mark = point_mark(point.place, number_of(point, body) or 0)
        assert line(sheet, f"{day:%a} {day.day} {day:%b}")[1:] == [place_name(point.place), mark]


@on_both_papers
@for_everybody
@alone_or_helped
def test_nothing_lies_where_a_printer_cannot_reach_and_all_type_is_large(
    printed: Printed, page: QPageSize.PageSizeId, body: Calibration, helper: bool
) -> None:
    found = printed(page, body, helper)
    assert len(found) == 2
    for sheet in found:
        assert min(sheet.reach()) >= MARGIN_MM - 0.05
        assert min(word.size for word in sheet.words) >= 11 - ROUNDED_PT


@on_both_papers
@alone_or_helped
def test_a_row_is_high_enough_to_write_in_and_the_days_stay_in_their_column(
    printed: Printed, page: QPageSize.PageSizeId, helper: bool
) -> None:
    sheet = printed(page, TYPICAL, helper)[0]
    rules = sorted(each.ends[0][1] for each in sheet.lines if each.level and each.length > 180)
    assert len(rules) == 29
    assert all(b - a >= 6.4 for a, b in pairwise(rules))
    columns = sorted({each.ends[0][0] for each in sheet.lines if not each.level and each.length > 170})
    assert len(columns) == 6
    for word in sheet.words:
        if rules[0] < word.base < rules[-1]:
            assert not any(word.left < column < word.right for column in columns), word


@on_both_papers
def test_the_words_say_when_the_list_and_the_program_are_wrong(printed: Printed, page: QPageSize.PageSizeId) -> None:
    for shape in (TYPICAL, SMALL):
        sheet = printed(page, shape)[0]
        ids = ("about-leaflet-wins", "about-not-reviewed", "paper-elsewhere", "paper-enter-it", "sites-rule")
        assert all(content.say(id_) in sheet.text for id_ in ids)
        assert (content.say("sites-about") in sheet.text) is shape.about
        assert "Made on 2 December 2026." in sheet.text


def test_a_day_without_a_dose_suggests_nothing(printed: Printed) -> None:
    sheet = printed(PAGES[0], TYPICAL, False, 2)[0]
    assert line(sheet, "Fri 4 Dec") == ["Fri 4 Dec", "no dose planned"]
    assert line(sheet, "Sat 5 Dec")[1:] != ["no dose planned"]
    assert sheet.text.count("no dose planned") == 14


@pytest.mark.usefixtures("qapp")
@on_both_papers
def test_a_blank_sheet_has_days_and_no_places(tmp_path: Path, page: QPageSize.PageSizeId) -> None:
    write(tmp_path / "blank.pdf", page, Rotation(TYPICAL, DAY))
    sheet = sheets(tmp_path / "blank.pdf")[0]
    assert [line(sheet, f"{number}.") for number in range(1, 29)] == [[f"{number}."] for number in range(1, 29)]
    assert content.say("paper-elsewhere") not in sheet.text
    assert content.say("paper-enter-it") in sheet.text


@alone_or_helped
def test_h15_places_for_a_helper_are_shown_only_when_somebody_helps(printed: Printed, helper: bool) -> None:
    for sheet in printed(PAGES[0], TYPICAL, helper):
        assert ("arm" in sheet.text.split()) is helper
        assert ("buttock" in sheet.text.split()) is helper


@on_both_papers
@for_everybody
@alone_or_helped
def test_the_second_page_shows_where_each_number_is(
    printed: Printed, page: QPageSize.PageSizeId, body: Calibration, helper: bool
) -> None:
    marks = [word.text for word in printed(page, body, helper)[1].words]
    for place in places_for(helper=helper):
        for number in range(1, len(lattice(place, body)) + 1):
            alike = [each for each in places_for(helper=helper) if _has(each, place, number, body)]
            assert marks.count(point_mark(place, number)) == len(alike)


def _has(other: Place, place: Place, number: int, body: Calibration) -> bool:
    same = point_mark(other, number) == point_mark(place, number)
    return same and number <= len(lattice(other, body))


@on_both_papers
def test_h14_left_and_right_are_the_persons_own_on_both_pages(printed: Printed, page: QPageSize.PageSizeId) -> None:
    table, numbers = printed(page, TYPICAL, True)
    sides = sorted((word for word in table.words if word.text in ("your left", "your right")), key=lambda w: w.left)
    # From in front the person's left is at the right, from behind at the left.
    assert [word.text for word in sides] == ["your right", "your left", "your left", "your right"]
    assert numbers.word("right thigh").middle < numbers.word("left thigh").middle
    assert numbers.word("left buttock").middle < numbers.word("right buttock").middle
    for number in range(1, 22):
        right, left = numbers.word(f"R{number}"), numbers.word(f"L{number}")
        assert right.middle < numbers.word("navel").middle < left.middle
    # In a row the numbers go from the middle of the body outwards.
    for name, inner, outer in (
        ("left thigh", "1", "2"),
        ("right thigh", "2", "1"),
        ("left arm", "3", "2"),
        ("right arm", "2", "3"),
    ):
        assert under(numbers, name, inner).middle < under(numbers, name, outer).middle


def under(sheet: Sheet, name: str, number: str) -> Word:
    """A number below the name of its patch."""
    head = sheet.word(name)
    below = [word for word in sheet.words if word.text == number and word.base > head.base]
    return min(below, key=lambda word: dist((word.middle, word.base), (head.middle, head.base)))


def test_every_place_is_named_with_its_numbers(printed: Printed) -> None:
    sheet = printed(PAGES[0], TYPICAL, False)[0]
    for place in SELF_PLACES:
        last = point_mark(place, len(lattice(place, TYPICAL)))
        assert f"{point_mark(place, 1)} to {last}" in sheet.text


@pytest.mark.usefixtures("qapp")
def test_a_sheet_that_cannot_be_written_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write(tmp_path / "nowhere" / "sheet.pdf", PAGES[0], Rotation(TYPICAL, DAY))
