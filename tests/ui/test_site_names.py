"""What the map says of points, marks, lumps and past injections: the true reason, by eye and by ear."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import MIN_SPACING, AvoidReason, Place, SitePoint, typical
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.sites import names
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.sites.words import patch_state
from anakinra_companion.ui.widgets.patch import Legend, MarkButton, PastSign, PatchView
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show

THIGH = Place.THIGH_LEFT
POINTS = lattice(THIGH, typical())


def injected(diary: Diary, ago: int, point: SitePoint | None, place: Place | None = None) -> str:
    """An injection so many days before the hand clock's day."""
    given = Given(TODAY - timedelta(days=ago), diary.now() - timedelta(days=ago), point, place)
    return diary.doses.record(given).doses[0]


def name_of(diary: Diary, point: SitePoint) -> str:
    """What a point of the close-up is called."""
    state = patch_state(diary.sites.map(), point.place)
    return next(dot.words for dot in state.dots if dot.point == point)


@pytest.fixture
def lived(diary: Diary, clock: HandClock) -> Diary:
    """Somebody set up, three weeks later than their label says."""
    set_up(diary, starts=TODAY - timedelta(days=40))
    assert clock.now().date() == TODAY
    return diary


def test_a_point_says_place_side_number_days_since_and_that_it_is_free(lived: Diary) -> None:
    injected(lived, 5, POINTS[2])
    injected(lived, 1, SitePoint(Place.BELLY_LEFT, 900, 0))
    assert name_of(lived, POINTS[2]) == "Your left thigh, point 3: used 5 day(s) ago. Free."
    assert name_of(lived, POINTS[3]).startswith("Your left thigh, point 4: never used. Free.")


@pytest.mark.parametrize(
    ("away", "said"), [(MIN_SPACING - 1, "2.4 cm"), (MIN_SPACING - 69, "1.8 cm"), (MIN_SPACING, None)]
)
def test_s29_a_point_too_near_the_last_injection_says_how_near_and_never_more(
    lived: Diary, away: int, said: str | None
) -> None:
    spot = SitePoint(THIGH, POINTS[5].x + away, POINTS[5].y)
    injected(lived, 1, spot)
    told = name_of(lived, POINTS[5])
    assert ("Too near the last injection" in told) is (said is not None)
    assert said is None or f"Too near the last injection: {said}." in told


def test_a_last_injection_of_which_only_the_place_is_known_says_so(lived: Diary) -> None:
    injected(lived, 1, None, THIGH)
    assert "only its place is known" in name_of(lived, POINTS[0])


@pytest.mark.parametrize("reason", AvoidReason)
def test_a_point_inside_a_mark_names_the_mark(lived: Diary, reason: AvoidReason) -> None:
    lived.marks.add(Marked(POINTS[4], 100, reason))
    told = name_of(lived, POINTS[4])
    assert told.endswith("you marked.")
    if reason is AvoidReason.SCAR:
        assert "Inside the scar you marked." in told


def test_h16_a_point_near_a_lump_says_so_until_a_doctor_has_checked_it(lived: Diary) -> None:
    lived.lumps.found(POINTS[4])
    assert "Too near a lump that no doctor has checked." in name_of(lived, POINTS[4])
    lived.lumps.doctor_checked(lived.lumps.every()[0].id, "Dr. Lee")
    assert "lump" not in name_of(lived, POINTS[4])


def test_a_mark_says_what_how_far_and_until_when(lived: Diary) -> None:
    lived.marks.add(Marked(POINTS[4], 200, AvoidReason.SCAR, date(2026, 3, 20)))
    lived.marks.add(Marked(POINTS[9], 150, AvoidReason.MOLE, note="dark one"))
    lived.marks.add(Marked(POINTS[12], 150, AvoidReason.SORE, date(2027, 1, 2)))
    said = [each.words for each in patch_state(lived.sites.map(), THIGH).avoid]
    assert "Scar, keep away, 2 cm round it, until 20 March" in said
    assert "Mole, keep away, 1.5 cm round it. dark one" in said
    assert "Sore skin, keep away, 1.5 cm round it, until 2 January 2027" in said


def test_a_lump_says_when_it_was_found_and_who_checked_it(lived: Diary) -> None:
    lived.lumps.found(POINTS[4], date(2026, 2, 20))
    assert patch_state(lived.sites.map(), THIGH).lumps[0].words.startswith("Lump, found 20 February. No doctor")
    lived.lumps.doctor_checked(lived.lumps.every()[0].id, "Dr. Lee", date(2026, 2, 25))
    assert patch_state(lived.sites.map(), THIGH).lumps[0].words == (
        "Lump, found 20 February. Checked by Dr. Lee on 25 February"
    )


def test_a_past_injection_tells_its_day_its_reaction_and_that_it_went_elsewhere(lived: Diary) -> None:
    injected(lived, 3, POINTS[0])
    dose = injected(lived, 2, POINTS[1])
    near = SitePoint(THIGH, POINTS[0].x + 180, POINTS[0].y)
    lived.sites.injected_here(dose, near)
    lived.reactions.report(dose, Signs(redness=2, itch=1, size=300, spreading=False))
    (past,) = (each for each in patch_state(lived.sites.map(), THIGH).past if each.point == near)
    assert (past.days, past.grade, past.instead) == (2, 2, True)
    for said in (
        "The last injection.",
        "28 February: your left thigh.",
        "redness clearly, itch a little, 3 cm across",
        "You injected here instead.",
        "It was 1.8 cm from the one before.",
    ):
        assert said in past.words


def test_a_lump_alone_is_drawn_as_a_reaction(lived: Diary) -> None:
    dose = injected(lived, 2, POINTS[1])
    lived.reactions.report(dose, Signs(lump=True, spreading=False))
    (past,) = patch_state(lived.sites.map(), THIGH).past
    assert past.grade == 1
    assert "a lump" in past.words


def test_where_a_time_is_not_known_every_injection_that_may_be_the_last_has_its_ring(lived: Diary) -> None:
    injected(lived, 0, POINTS[0])
    lived.doses.record(Given(TODAY - timedelta(days=1), None, POINTS[10]))
    state = patch_state(lived.sites.map(), THIGH)
    assert {state.last, *state.or_last} == {POINTS[0], POINTS[10]}


def test_past_injections_are_found_by_ear_and_tab_passes_them_by(lived: Diary, show: Show) -> None:
    dose = injected(lived, 3, POINTS[7])
    injected(lived, 2, SitePoint(Place.BELLY_LEFT, 900, 0))
    lived.reactions.report(dose, Signs(pain=3, spreading=False))
    page = show(SitesPage(lived))
    page.press("place-thigh_left")
    view = page.page.findChild(PatchView, "patch")
    assert isinstance(view, PatchView)
    (sign,) = (each for each in view.findChildren(PastSign) if each.isVisible())
    told = QAccessible.queryAccessibleInterface(sign)
    assert told.role() is QAccessible.Role.StaticText
    assert "pain a lot" in told.text(QAccessible.Text.Name)
    assert sign.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert sign.geometry().center() == view.points[POINTS[7]].geometry().center()
    tabs = [each for each in view.findChildren(QWidget) if each.isVisible() and _by_tab(each)]
    assert len(tabs) == 1
    view.points[POINTS[7]].click()
    assert view.points[POINTS[7]].isChecked()


def _by_tab(control: QWidget) -> bool:
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_a_mark_and_a_lump_are_controls_named_by_what_they_are(lived: Diary, show: Show) -> None:
    lived.marks.add(Marked(POINTS[4], 200, AvoidReason.TATTOO))
    lived.lumps.found(POINTS[14], date(2026, 2, 20))
    page = show(SitesPage(lived))
    page.press("place-thigh_left")
    said = [each.accessibleName() for each in page.page.findChildren(MarkButton) if each.isVisible()]
    assert sorted(each.partition(",")[0] for each in said) == ["Lump", "Tattoo"]


def test_the_legend_explains_every_shape_that_is_in_sight(lived: Diary, show: Show) -> None:
    dose = injected(lived, 3, POINTS[7])
    lived.sites.injected_here(dose, SitePoint(THIGH, 0, 60))
    lived.reactions.report(dose, Signs(pain=3, spreading=False))
    lived.marks.add(Marked(POINTS[0], 100, AvoidReason.SCAR))
    lived.lumps.found(POINTS[14])
    page = show(SitesPage(lived))
    page.press("place-thigh_left")
    legend = page.page.findChild(Legend)
    assert isinstance(legend, Legend)
    said = " ".join(legend.words)
    for word in (
        "Not now",
        "last injection",
        "a little",
        "instead",
        "leave alone",
        "no doctor",
        "Used lately",
        "Chosen",
    ):
        assert word in said


@pytest.mark.parametrize("strength", range(4))
def test_every_grade_has_a_word(strength: int) -> None:
    assert names.grade(strength)
