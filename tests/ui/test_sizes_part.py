"""Your sizes: a few numbers of the tape, and the map follows at once; every earlier tape stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.undo import Done
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.sites import TYPICAL, Place, Plane, SitePoint
from anakinra_companion.domain.skin.tape import Measure, Tape
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import PatchView
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown

AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
SPANISH = QLocale(QLocale.Language.English, QLocale.Country.Spain)


@pytest.fixture
def in_america() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(AMERICAN)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(diary: Diary, show: Show) -> Iterator[Shown[Page]]:
    before = QLocale()
    QLocale.setDefault(SPANISH)
    set_up(diary)
    shown = show(SitesPage(diary))
    shown.press("choice-sizes")
    yield shown
    QLocale.setDefault(before)


def field(page: Shown[Page], measure: Measure) -> QLineEdit:
    (found,) = (each for each in page.page.findChildren(QLineEdit, f"tape-{measure.value}") if each.isVisible())
    return found


def types(page: Shown[Page], measure: Measure, words: str) -> None:
    """Types over what is there, as with a keyboard."""
    edit = field(page, measure)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, words)


def measure_thigh(page: Shown[Page], length: str, girth: str) -> None:
    types(page, Measure.THIGH_LENGTH, length)
    types(page, Measure.THIGH_GIRTH, girth)
    page.press("keep-sizes")


def points_drawn(page: Shown[Page], place: Place) -> set[SitePoint]:
    page.press("choice-map")
    page.press(f"place-{place.value}")
    patch = page.page.findChild(PatchView, "patch")
    assert isinstance(patch, PatchView)
    return {dot.point for dot in patch.state.dots}


def test_two_numbers_for_a_place_and_the_map_follows_at_once(page: Shown[Page], diary: Diary) -> None:
    before = points_drawn(page, Place.THIGH_LEFT)
    page.press("choice-sizes")
    measure_thigh(page, "60", "70,5")
    (version,) = diary.sizes.versions()
    assert (version.tape, version.day) == (Tape(thigh_length=6000, thigh_girth=7050), TODAY)
    assert [undo.done for undo in page.undos] == [Done.MEASURED]
    after = points_drawn(page, Place.THIGH_LEFT)
    assert len(after) > len(before)
    assert after == set(lattice(Place.THIGH_LEFT, version.calibration))
    assert whole(diary)


def test_a_place_is_about_until_all_of_it_is_measured(page: Shown[Page]) -> None:
    assert "Nobody has measured you yet" in page.said
    assert page.said.count("About: not all of it is measured yet.") == 4
    types(page, Measure.THIGH_GIRTH, "52")
    page.press("keep-sizes")
    assert page.said.count("About: not all of it is measured yet.") == 4
    assert "Nobody has measured you yet" not in page.said
    measure_thigh(page, "43", "52")
    assert page.said.count("About: not all of it is measured yet.") == 3
    assert page.said.count("Measured.") == 1


def test_the_map_says_about_of_the_places_that_nobody_measured(page: Shown[Page]) -> None:
    points_drawn(page, Place.BELLY_LEFT)
    assert "Nobody has measured you yet" in page.said
    page.press("choice-sizes")
    measure_thigh(page, "43", "52")
    points_drawn(page, Place.BELLY_LEFT)
    assert "This place is not measured yet" in page.said
    points_drawn(page, Place.THIGH_RIGHT)
    assert "measured" not in page.said


def test_what_is_left_empty_is_not_known_and_can_be_emptied_again(page: Shown[Page], diary: Diary) -> None:
    measure_thigh(page, "43", "52")
    types(page, Measure.THIGH_LENGTH, "")
    page.press("keep-sizes")
    assert diary.sizes.versions()[-1].tape == Tape(thigh_girth=5200)


def test_nothing_is_written_for_nothing(page: Shown[Page], diary: Diary) -> None:
    page.press("keep-sizes")
    assert "please give one number at least" in page.said
    assert diary.sizes.versions() == ()
    measure_thigh(page, "43", "52")
    page.press("keep-sizes")
    assert "Nothing was changed" in page.said
    assert len(diary.sizes.versions()) == 1


@pytest.mark.parametrize(("typed", "recorded"), [("19,9", None), ("20", 2000), ("150", 15000), ("150.1", None)])
def test_a_slip_of_the_hand_is_said_at_its_field_and_not_recorded(
    page: Shown[Page], diary: Diary, typed: str, recorded: int | None
) -> None:
    types(page, Measure.THIGH_GIRTH, typed)
    page.press("keep-sizes")
    kept = [version.tape.thigh_girth for version in diary.sizes.versions()]
    assert kept == ([] if recorded is None else [recorded])
    complaint = "Please look at the tape again: 20 to 150 centimeters is expected here."
    assert (complaint in page.said) is (recorded is None)
    if recorded is None:
        assert field(page, Measure.THIGH_GIRTH).accessibleDescription() == complaint
        assert field(page, Measure.THIGH_GIRTH).hasFocus()
        assert field(page, Measure.THIGH_GIRTH).text() == typed


def test_what_is_no_number_is_said_at_its_field_and_the_rest_stays(page: Shown[Page], diary: Diary) -> None:
    types(page, Measure.BELLY_WIDTH, "45")
    types(page, Measure.THIGH_GIRTH, "fifty")
    page.press("keep-sizes")
    assert "Please type a number" in page.said
    assert field(page, Measure.THIGH_GIRTH).hasFocus()
    assert diary.sizes.versions() == ()
    types(page, Measure.THIGH_GIRTH, "50")
    page.press("keep-sizes")
    assert diary.sizes.versions()[0].tape == Tape(belly_width=4500, thigh_girth=5000)
    assert "Please type a number" not in page.said


@pytest.mark.usefixtures("in_america")
def test_where_people_measure_in_inches_the_tape_does_too(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SitesPage(diary))
    shown.press("choice-sizes")
    types(shown, Measure.THIGH_GIRTH, "20 1/2")
    shown.press("keep-sizes")
    assert diary.sizes.versions()[0].tape == Tape(thigh_girth=5207)
    assert "Around the thigh: 20.5 in" in shown.said


def test_the_unit_is_remembered_and_half_typed_numbers_follow_it(page: Shown[Page], diary: Diary) -> None:
    types(page, Measure.THIGH_GIRTH, "50,8")
    types(page, Measure.THIGH_LENGTH, "long")
    page.press("keep-sizes")
    page.press("choice-in")
    assert diary.profile().tape_unit is TapeUnit.INCHES
    assert field(page, Measure.THIGH_GIRTH).text() == "20"
    assert field(page, Measure.THIGH_LENGTH).text() == "long"
    assert field(page, Measure.THIGH_GIRTH).accessibleName() == "Around the thigh, in inches"
    types(page, Measure.THIGH_LENGTH, "")
    page.press("keep-sizes")
    assert diary.sizes.versions()[0].tape == Tape(thigh_girth=5080)


def test_a_unit_changed_while_typing_changes_what_was_typed(page: Shown[Page]) -> None:
    types(page, Measure.HIP_GIRTH, "101,6")
    page.press("choice-in")
    assert field(page, Measure.HIP_GIRTH).text() == "40"
    page.press("choice-cm")
    assert field(page, Measure.HIP_GIRTH).text() == "101,6"


def test_a_number_nobody_touched_keeps_its_exact_value_in_the_other_unit(page: Shown[Page], diary: Diary) -> None:
    diary.sizes.measure(Tape(thigh_length=4333, thigh_girth=5217))
    page.refresh()
    page.press("choice-in")
    types(page, Measure.BELLY_WIDTH, "18")
    page.press("keep-sizes")
    kept = diary.sizes.versions()[-1].tape
    assert kept == Tape(thigh_length=4333, thigh_girth=5217, belly_width=4572)


def test_what_is_half_typed_is_still_there_after_a_look_at_the_map(
    page: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    types(page, Measure.ARM_GIRTH, "28")
    page.press("choice-map")
    page.press("choice-sizes")
    assert field(page, Measure.ARM_GIRTH).text() == "28"
    clock.pass_time(days=1)
    diary.doses.before_record(Place.THIGH_LEFT)
    page.refresh()
    assert field(page, Measure.ARM_GIRTH).text() == "28"


def test_a_tape_of_an_earlier_day_is_kept_for_that_day_and_none_lies_ahead(page: Shown[Page], diary: Diary) -> None:
    day = page.page.findChild(QDateEdit, "tape-day")
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2026, 2, 20))
    measure_thigh(page, "43", "52")
    assert diary.sizes.versions()[0].day == TODAY - timedelta(days=10)
    again = page.page.findChild(QDateEdit, "tape-day")
    assert isinstance(again, QDateEdit)
    assert again.date() == QDate(2026, 3, 2) == again.maximumDate()


def test_every_tape_is_listed_and_a_mistake_is_taken_back(page: Shown[Page], diary: Diary, clock: HandClock) -> None:
    measure_thigh(page, "43", "52")
    clock.pass_time(days=1)
    page.refresh()
    measure_thigh(page, "43", "72")
    first, second = diary.sizes.versions()
    assert page.said.index("Tuesday, 3 March 2026: these sizes count now") < page.said.index("Monday, 2 March 2026")
    assert "Around the thigh: 52 cm" in page.said
    page.press(f"wrong-{second.id}")
    assert page.undos[-1].done is Done.SIZES_TAKEN_BACK
    assert diary.sizes.versions() == (first,)
    assert diary.sizes.present() == first.calibration
    assert field(page, Measure.THIGH_GIRTH).text() == "52"
    assert "Monday, 2 March 2026: these sizes count now" in page.said
    diary.undo(page.undos[-1])
    page.refresh()
    assert field(page, Measure.THIGH_GIRTH).text() == "72"
    assert whole(diary)


def test_undo_of_measuring_brings_the_typical_body_back(page: Shown[Page], diary: Diary) -> None:
    measure_thigh(page, "60", "70")
    diary.undo(page.undos[-1])
    page.refresh()
    assert diary.sizes.present() == TYPICAL
    assert field(page, Measure.THIGH_LENGTH).text() == ""


def test_past_injections_keep_their_centimetres_when_the_body_is_measured(page: Shown[Page], diary: Diary) -> None:
    point = lattice(Place.THIGH_LEFT, TYPICAL)[0]
    diary.doses.record(Given(TODAY, diary.now(), point))
    page.press("choice-sizes")
    measure_thigh(page, "30", "36")
    measure_thigh(page, "60", "70")
    (kept,) = diary.sites.map().skin.history
    assert (kept.point, kept.calibration) == (point, "typical")
    points_drawn(page, Place.THIGH_LEFT)
    patch = page.page.findChild(PatchView, "patch")
    assert isinstance(patch, PatchView)
    assert patch.state.last == point
    assert [each.point for each in patch.state.past] == [point]


def test_by_keys_alone_from_the_first_choice_to_kept_sizes(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(tape_unit=TapeUnit.CENTIMETRES)
    shown = show(SitesPage(diary))
    first = shown.find("choice-map")
    assert first is not None
    first.setFocus()
    for _ in range(3):
        shown.key(Qt.Key.Key_Right)
    shown.key(Qt.Key.Key_Space)
    assert shown.find("keep-sizes") is not None
    walked: list[str] = []
    values = {"tape-thigh_length": "60", "tape-thigh_girth": "70"}
    for _ in range(40):
        focused = shown.page.focusWidget()
        assert focused is not None
        walked.append(focused.objectName())
        if focused.objectName() in values:
            QTest.keyClicks(focused, values[focused.objectName()])
        if focused.objectName() == "keep-sizes":
            shown.key(Qt.Key.Key_Return)
            break
        shown.key(Qt.Key.Key_Tab)
    # A date has three parts, and Tab walks along them.
    fields = list(dict.fromkeys(name for name in walked if name.startswith("tape-")))
    belly, thigh = ["tape-belly_width", "tape-belly_height"], ["tape-thigh_length", "tape-thigh_girth"]
    arm = ["tape-arm_length", "tape-arm_girth"]
    assert fields == ["tape-day", *belly, *thigh, *arm, "tape-hip_girth"]
    assert diary.sizes.versions()[0].tape == Tape(thigh_length=6000, thigh_girth=7000)
    assert diary.sizes.present().measured == {Plane.THIGH_LEFT, Plane.THIGH_RIGHT}


def test_the_button_stays_in_sight_in_the_smallest_window_and_leaves_with_its_part(page: Shown[Page]) -> None:
    page.page.resize(830, 640)
    page.settle()
    keep = page.find("keep-sizes")
    assert keep is not None
    assert page.page.rect().contains(keep.rect().translated(keep.mapTo(page.page, QPoint())))
    page.press("choice-map")
    assert page.find("keep-sizes") is None
