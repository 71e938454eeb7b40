"""The one line at the check of the skin: optional, once, never an answer, never in practice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.walkthrough.practice_page import PracticePage
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose
from tests.ui.shown import Shown, settled
from tests.ui.test_walkthrough_page import shown_at

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
BUTTON = "tell-about-it"
modes = pytest.mark.parametrize("mode", Mode)
FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_PageDown)


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    """One injection yesterday."""
    set_up(diary)
    given = diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    return given.doses[0]


def at_skin_check(diary: Diary, mode: Mode) -> Walkthrough:
    """Somebody new looks at the skin at its own step, somebody practised while choosing the place."""
    upcoming = diary.storage.next()
    assert upcoming is not None
    walk = diary.walkthrough.choose_syringe(diary.walkthrough.start(mode=mode), upcoming.syringe.id)
    for reply in (Reply.CLEAR,) if mode is Mode.PRACTISED else (Reply.FINE, Reply.FINE, Reply.CLEAR):
        walk = diary.walkthrough.answer(walk, reply)
    if mode is Mode.FIRST_TIME:
        suggestion = diary.sites.suggestion()
        assert suggestion is not None
        walk = diary.walkthrough.choose_place(walk, suggestion.point)
    return walk


def now_at(diary: Diary) -> Walkthrough:
    walk = diary.walkthrough.open()
    assert walk is not None
    return walk


@modes
@pytest.mark.usefixtures("dose")
def test_the_last_injection_is_asked_about_at_the_skin_check(diary: Diary, show: Show, mode: Mode) -> None:
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    assert "Your last injection was on Mon 2 Mar: your left thigh" in shown.said
    assert "You may leave this." in shown.said
    assert shown.find(BUTTON) is not None


@modes
def test_it_is_told_in_its_window_and_the_step_stays_where_it_is(
    diary: Diary, show: Show, dose: str, mode: Mode
) -> None:
    before = at_skin_check(diary, mode)
    shown = shown_at(diary, show)

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "itch-2")
        choose(dialog, "spreading-no")
        dialog.primary.click()

    with answering(TellReaction, answer):
        shown.press(BUTTON)
    assert [each.signs for each in diary.reactions.of(dose)] == [Signs(itch=2, spreading=False)]
    assert now_at(diary) == before
    assert shown.find(BUTTON) is None
    assert len(shown.undos) == 1
    settled(shown.page)
    shown.key(Qt.Key.Key_1)
    assert now_at(diary).answers[-1].reply in (Reply.SKIN_NORMAL, Reply.HERE)


@modes
@pytest.mark.usefixtures("dose")
def test_h17_from_the_card_the_way_leads_to_help_and_the_answer_is_kept(diary: Diary, show: Show, mode: Mode) -> None:
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-3")
        choose(dialog, "spreading-yes")
        button = dialog.findChild(QAbstractButton, "to-help")
        assert isinstance(button, QAbstractButton)
        button.click()

    with answering(TellReaction, answer):
        shown.press(BUTTON)
    assert ("help",) in shown.went
    assert diary.reactions.to_ask_about() is None


@modes
@pytest.mark.usefixtures("dose")
def test_h9_no_forward_key_presses_it_and_no_number_leads_to_it(diary: Diary, show: Show, mode: Mode) -> None:
    before = at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    tell = shown.find(BUTTON)
    assert tell is not None
    assert tell not in shown.page.answers
    assert not tell.text()[0].isdigit()
    pressed: list[bool] = []
    tell.pressed.connect(lambda: pressed.append(True))
    for key in FORWARD:
        shown.key(key)
    assert pressed == []
    assert now_at(diary) == before


@modes
@pytest.mark.usefixtures("dose")
def test_two_keys_of_a_presenter_walk_past_it_to_the_answers(diary: Diary, show: Show, mode: Mode) -> None:
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    walked = []
    for _ in range(len(shown.page.answers) + 1):
        shown.key(Qt.Key.Key_PageDown)
        walked.append(shown.page.focusWidget())
    assert walked[0] is walked[-1] is shown.page.answers[0]
    assert shown.find(BUTTON) not in walked
    shown.key(Qt.Key.Key_PageUp)
    assert now_at(diary).answers[-1].reply in (Reply.SKIN_NORMAL, Reply.HERE)


@modes
@pytest.mark.usefixtures("dose")
def test_it_is_not_there_again_after_this_skin_check(diary: Diary, show: Show, mode: Mode) -> None:
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_1)
    assert shown.find(BUTTON) is None
    diary.walkthrough.answer(now_at(diary), Reply.STOP)
    at_skin_check(diary, mode)
    assert shown_at(diary, show).find(BUTTON) is None


@modes
def test_it_is_not_there_once_something_was_told(diary: Diary, show: Show, dose: str, mode: Mode) -> None:
    diary.reactions.report(dose, Signs())
    at_skin_check(diary, mode)
    assert shown_at(diary, show).find(BUTTON) is None


@modes
@pytest.mark.usefixtures("dose")
def test_no_other_step_asks(diary: Diary, show: Show, mode: Mode) -> None:
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    while shown.page.stage is not Stage.SYRINGE:
        assert (shown.find(BUTTON) is not None) is (shown.page.stage is now_at(diary).stage is _check(mode))
        settled(shown.page)
        shown.press("reply-back")
        settled(shown.page)


def _check(mode: Mode) -> Stage:
    return Stage.SKIN if mode is Mode.FIRST_TIME else Stage.PLACE


@modes
@pytest.mark.usefixtures("dose")
def test_practice_never_asks(diary: Diary, show: Show, mode: Mode) -> None:
    diary.change_profile(mode=mode)
    shown: Shown[WalkthroughPage] = show(PracticePage(diary))  # type: ignore[assignment]
    for _ in range(8):
        settled(shown.page)
        assert shown.find(BUTTON) is None
        if shown.page.stage is _check(mode):
            break
        shown.key(Qt.Key.Key_1)
    assert shown.page.stage is _check(mode)
    assert "Did the skin there do anything?" not in shown.said


@modes
def test_a_point_that_reacted_is_asked_about_when_its_turn_comes(
    diary: Diary, show: Show, clock: HandClock, mode: Mode
) -> None:
    set_up(diary, every_days=1)
    diary.storage.add_box("B1", date(2027, 1, 31))
    for place in (Place.THIGH_LEFT, Place.BELLY_LEFT, Place.BELLY_RIGHT):
        diary.wishes.exclude(place)
    # Every point of the one place that is left reacts, so that the turn of the first comes again.
    doses: list[str] = []
    for view in diary.sites.map().points[Place.THIGH_RIGHT]:
        doses += diary.doses.record(Given(None, diary.now(), view.point)).doses
        diary.reactions.report(doses[-1], Signs(redness=1, spreading=False))
        clock.pass_time(hours=1)
    clock.pass_time(days=35)
    at_skin_check(diary, mode)
    shown = shown_at(diary, show)
    assert "The skin at this point reacted after the injection of Mon 2 Mar" in shown.said

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-0")
        dialog.primary.click()

    with answering(TellReaction, answer):
        shown.press(BUTTON)
    assert shown.find(BUTTON) is None
    told = [each for each in doses if len(diary.reactions.of(each)) > 1]
    assert len(told) == 1
    assert diary.reactions.of(told[0])[-1].signs == Signs()
    assert diary.today() > TODAY + timedelta(days=34)
