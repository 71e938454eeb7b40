"""The next stage is made ready while the person reads; what happened meanwhile is never missed by it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.walkthrough.stage_view import StageView
from tests.people import at_cover, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import settled
from tests.ui.test_walkthrough_page import shown_at, stage


def views(page: object) -> list[StageView]:
    found: list[StageView] = page.findChildren(StageView)  # type: ignore[attr-defined]
    return found


def test_the_next_stage_waits_out_of_sight_and_out_of_the_keyboards_way(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    front, waiting = sorted(views(shown.page), key=lambda view: not view.isVisible())
    assert (front.stage, waiting.stage) == (Stage.COVER, Stage.INJECT)
    assert not waiting.isVisible()
    assert not any(button.isVisible() for button in (*waiting.findChildren(QAbstractButton), *waiting.foot))


def test_a_press_brings_the_stage_made_ahead_to_the_front(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    (waiting,) = (view for view in views(shown.page) if not view.isVisible())
    shown.press("reply-next")
    assert waiting.isVisible()
    assert stage(diary) is Stage.INJECT
    assert all(picture.isVisible() for picture in waiting.findChildren(Artwork))


def test_what_was_written_meanwhile_is_seen_in_the_next_stage(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    (waiting,) = (view for view in views(shown.page) if not view.isVisible())
    assert waiting.stage is Stage.PLACE
    suggested = diary.sites.suggestion()
    assert suggested is not None
    # Another window records an injection at the very point that is about to be suggested.
    diary.doses.record(Given(None, diary.now(), suggested.point))
    shown.press("reply-clear")
    assert stage(diary) is Stage.PLACE
    settled(shown.page)
    shown.press("answer-1")
    chosen = diary.walkthrough.open()
    assert chosen is not None
    assert chosen.point not in (None, suggested.point)


def test_another_answer_than_the_usual_one_shows_its_own_stage(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_inject(diary)
    shown = shown_at(diary, show)
    shown.press("reply-not_injected")
    assert stage(diary) is Stage.WASTED_SHARPS
    assert "do not keep it for later" in shown.said


def test_a_page_that_is_left_keeps_nothing_waiting(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.page.hide()
    shown.settle()
    assert not [view for view in views(shown.page) if view.stage is Stage.INJECT]


def test_the_same_stage_in_another_mode_is_made_anew(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    shown.press("reply-fine")
    assert stage(diary) is Stage.GLASS
    settled(shown.page)
    (front,) = (view for view in views(shown.page) if view.isVisible())
    assert front.state.walk.answers[-1].reply is Reply.FINE
