"""Looking back: how often, how widely, and which places react most; by eye, by ear and by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import SELF_PLACES, AvoidReason, Place, SitePoint, typical
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.drawings import TONES
from anakinra_companion.ui import theme
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.sites.seeing_cycle import CycleCard
from anakinra_companion.ui.sites.seeing_heat import HeatCard
from anakinra_companion.ui.sites.seeing_used import UsedCard
from anakinra_companion.ui.sites.word_table import WordTable
from anakinra_companion.ui.widgets.bar import Bar
from anakinra_companion.ui.widgets.body_figure import BodyFigure
from anakinra_companion.ui.widgets.cycle_dots import CycleDots
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.patch.inks import inks
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown

THIGH, BELLY = Place.THIGH_LEFT, Place.BELLY_LEFT


def points(place: Place) -> tuple[SitePoint, ...]:
    return lattice(place, typical())


def injected(diary: Diary, ago: int, point: SitePoint, signs: Signs | None = None) -> None:
    given = Given(TODAY - timedelta(days=ago), diary.now() - timedelta(days=ago), point)
    dose = diary.doses.record(given).doses[0]
    if signs is not None:
        diary.reactions.report(dose, signs)


@pytest.fixture
def lived(diary: Diary) -> Diary:
    """Ten injections in the left thigh, five of them told to be good; six in the belly, all told, two bad."""
    set_up(diary, starts=TODAY - timedelta(days=80))
    for number in range(10):
        injected(diary, 1 + 2 * number, points(THIGH)[number], Signs() if number % 2 else None)
    for number in range(6):
        told = Signs(redness=3, spreading=False) if number < 2 else Signs()
        injected(diary, 2 + 6 * number, points(BELLY)[number], told)
    return diary


def opened(show: Show, diary: Diary) -> Shown[Page]:
    page = show(SitesPage(diary))
    page.press("choice-back")
    return page


def said(card: Card | None) -> str:
    assert card is not None
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_without_an_injection_there_is_nothing_to_look_back_on(diary: Diary, show: Show) -> None:
    set_up(diary)
    page = opened(show, diary)
    assert page.page.findChild(UsedCard) is None
    assert "Nothing yet." in page.said


def test_each_span_has_its_bars_with_numbers_and_words(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    card = page.page.findChild(UsedCard)
    assert "15 injection(s) at 15 different point(s)." in said(card)
    page.press("choice-7")
    assert "4 injection(s) at 4 different point(s)." in said(card)
    assert "Your left thigh\n3 injection(s)" in said(card)
    assert "Your right thigh\n0 injection(s)" in said(card)
    assert isinstance(card, UsedCard)
    shares = [bar.share for bar in card.findChildren(Bar) if bar.isVisible()]
    assert shares == [1.0, 0.0, 1 / 3, 0.0]
    page.press("choice-90")
    assert "16 injection(s)" in said(card)


def test_an_injection_at_a_place_nobody_knows_has_a_bar_of_its_own(lived: Diary, show: Show) -> None:
    lived.doses.record(Given(TODAY, lived.now()))
    page = opened(show, lived)
    assert "Place not known\n1 injection(s)" in said(page.page.findChild(UsedCard))


def test_the_cycle_says_how_many_of_how_many(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    free = sum(len(points(place)) for place in SELF_PLACES)
    told = f"You used 15 of your {free} points in the last 28 days."
    assert told in said(page.page.findChild(CycleCard))
    dots = page.page.findChild(CycleDots)
    assert isinstance(dots, CycleDots)
    assert dots.accessibleName() == told


def test_a_point_kept_out_by_a_mark_is_explained_and_not_counted(lived: Diary, show: Show) -> None:
    free = sum(len(points(place)) for place in SELF_PLACES)
    lived.marks.add(Marked(points(THIGH)[12], 50, AvoidReason.SCAR))
    page = opened(show, lived)
    told = said(page.page.findChild(CycleCard))
    assert f"of your {free - 1} points" in told
    assert "Left out: mark, lump or wish" in told


def test_the_days_since_each_point_are_a_list_for_the_keyboard_and_the_ear(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    card = page.page.findChild(CycleCard)
    assert isinstance(card, CycleCard)
    table = card.findChild(WordTable)
    assert isinstance(table, WordTable)
    model = table.model()
    assert model.rowCount() == sum(len(points(place)) for place in SELF_PLACES)
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    now = table.currentIndex()
    assert now.row() == 1
    assert now.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Your left thigh, point 2: used 3 day(s) ago.")


def test_the_worst_place_is_named_with_its_counts(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    told = said(page.page.findChild(HeatCard))
    assert "Your belly, left side took it worst so far: 2 of 6 injection(s) reacted." in told
    assert "You told about 11 of 16 injection(s) in the last year." in told
    assert "the worst: a lot. You told about 6." in told


def test_few_told_injections_are_too_early_to_compare_and_the_counts_are_said(diary: Diary, show: Show) -> None:
    set_up(diary, starts=TODAY - timedelta(days=80))
    for number in range(4):
        injected(diary, 1 + number, points(THIGH)[number], Signs(pain=3, spreading=False))
    injected(diary, 8, points(BELLY)[0])
    page = opened(show, diary)
    told = said(page.page.findChild(HeatCard))
    assert "It is too early to tell. You told about 4 of 5 injection(s) in the last year." in told
    assert "took it worst" not in told


def test_figure_and_table_choose_the_same_place_by_press_and_by_keys(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    card = page.page.findChild(HeatCard)
    assert isinstance(card, HeatCard)
    figure, table = card.findChild(BodyFigure), card.findChild(WordTable, "heat")
    assert isinstance(figure, BodyFigure)
    assert isinstance(table, WordTable)
    thigh = figure.buttons[THIGH]
    thigh.setFocus()
    QTest.keyClick(thigh, Qt.Key.Key_Space)
    page.settle()
    told = card.findChild(QLabel, "heat-told")
    assert isinstance(told, QLabel)
    assert told.text() == "Your left thigh: 0 of 10 injection(s) reacted, the worst: none. You told about 5."
    assert thigh.isChecked()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    page.settle()
    assert told.text().startswith("Your belly, left side: 2 of 6")
    assert [place for place, button in figure.buttons.items() if button.isChecked()] == [BELLY]
    assert thigh.accessibleName().startswith("Your left thigh: 0 of 10")


def test_a_press_on_the_chosen_place_leaves_it_chosen(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    card = page.page.findChild(HeatCard)
    assert isinstance(card, HeatCard)
    figure = card.findChild(BodyFigure)
    assert isinstance(figure, BodyFigure)
    for _ in range(2):
        figure.buttons[THIGH].click()
        assert figure.buttons[THIGH].isChecked()


def test_tab_alone_reaches_the_spans_and_both_tables_and_the_figure(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    page.page.focus_first()
    reached: set[str] = set()
    for _ in range(60):
        focused = page.page.focusWidget()
        assert focused is not None
        reached.add(focused.objectName() or focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"choice-7", "heat", "place-belly_left", "Days since each point was used"} <= reached


def test_a_span_is_chosen_by_keys_alone(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    first = page.find("choice-7")
    assert first is not None
    first.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        page.key(key)
    assert "16 injection(s)" in said(page.page.findChild(UsedCard))


def test_a_helpers_places_come_with_the_helper(lived: Diary, show: Show) -> None:
    page = show(SitesPage(lived))
    page.press("choice-helper")
    page.press("choice-back")
    card = page.page.findChild(HeatCard)
    assert isinstance(card, HeatCard)
    shown = {button.objectName() for button in card.findChildren(QAbstractButton) if button.isVisible()}
    assert {"place-arm_left", "place-buttock_right", "place-thigh_left"} <= shown


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("tone", range(len(TONES)))
def test_the_patterns_on_the_figure_can_be_told_from_their_ground(name: str, tone: int) -> None:
    theme.use(theme.Theme(name))
    ink = inks(tone)
    assert theme.contrast(ink.stop.name(), ink.dot.name()) >= 4.5
    assert (
        theme.contrast(ink.line.name(), ink.dot.name()) >= 3 or theme.contrast(ink.line.name(), ink.halo.name()) >= 3
    )
    theme.use(theme.Theme())


def test_every_grade_has_a_pattern_of_its_own(lived: Diary, show: Show) -> None:
    page = opened(show, lived)
    card = page.page.findChild(HeatCard)
    assert isinstance(card, HeatCard)
    figure = card.findChild(BodyFigure)
    assert isinstance(figure, BodyFigure)
    button = figure.buttons[BELLY]
    assert button.heat is not None
    looks = []
    for grade in (None, 0, 1, 2, 3):
        button.heat = type(button.heat)(grade, "")
        # Without colour: the shades of grey alone must differ.
        picture = button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Grayscale8)
        looks.append(bytes(picture.constBits()))
    assert len(set(looks)) == 5
