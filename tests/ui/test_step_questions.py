"""What a step can be asked, and what is answered once the needle is out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Mode, Reply, Stage
from tests.people import at_cover, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import settled
from tests.ui.test_walkthrough_page import shown_at, stage


def test_each_sentence_can_be_asked_where_it_comes_from(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    assert "S36, S37, S38, S41: Public patient guide" not in shown.said
    shown.press("sources")
    assert "S36, S37, S38, S41: Public patient guide" in shown.said
    assert "Text checked on" in shown.said
    assert content.say("about-leaflet-wins") in shown.said
    shown.press("sources")
    assert "Public patient guide" not in shown.said


def test_somebody_new_reads_why_and_somebody_practised_one_line(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    step = content.step(Stage.COVER)
    assert step.why is not None
    assert step.brief is not None
    practised = shown_at(diary, show).said
    assert step.brief.text in practised
    assert step.say[1].text not in practised
    assert step.why.text not in practised
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    why = content.step(Stage.KEPT).why
    assert why is not None
    assert why.text in shown_at(diary, show).said


def test_blood_at_the_place_is_answered_and_the_way_goes_on_to_the_sharps_box(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-bleeds")
    assert "Press the dry gauze on the place" in shown.said
    settled(shown.page)
    shown.key(Qt.Key.Key_Space)
    assert stage(diary) is Stage.SHARPS


def test_liquid_at_the_place_asks_for_no_second_injection(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-liquid")
    assert "Do not inject again." in shown.said
    settled(shown.page)
    shown.press("reply-in_sharps")
    assert "Do not inject again." in shown.said


def test_at_the_sharps_box_the_first_answer_is_that_it_is_in(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_1)
    assert diary.walkthrough.open() is None
    assert shown.page.stage is Stage.DONE


@pytest.mark.parametrize("asked", ["ask", "sources"])
def test_what_was_asked_comes_into_sight(diary: Diary, show: Show, asked: str, qtbot: QtBot) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.page.resize(1024, 640)
    shown.press(asked)
    bar = shown.page.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)


def test_beside_next_no_number_tells_of_blood(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    for reply in (Reply.FINE, Reply.FINE, Reply.CLEAR):
        walk = diary.walkthrough.answer(walk, reply)
    suggestion = diary.sites.suggestion()
    assert suggestion is not None
    walk = diary.walkthrough.choose_place(walk, suggestion.point)
    for reply in (Reply.SKIN_NORMAL, *[Reply.NEXT] * 7, Reply.NEEDLE_OUT):
        walk = diary.walkthrough.answer(walk, reply)
    assert walk.stage is Stage.BANDAGE
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_1)
    assert stage(diary) is Stage.BANDAGE
    assert "1   The place bleeds" not in shown.said


def test_liquid_pressed_by_mistake_is_taken_back_on_the_next_screen(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-liquid")
    settled(shown.page)
    assert stage(diary) is Stage.PART_SHARPS
    shown.key(Qt.Key.Key_2)
    assert stage(diary) is Stage.SHARPS
    assert shown.find("reply-liquid") is not None


def test_half_a_dose_told_offers_no_wrong_press(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.PROBLEM)
    diary.walkthrough.answer(walk, Reply.HALF_WAY)
    assert shown_at(diary, show).find("reply-wrong_press") is None


def test_what_to_do_with_a_wasted_syringe_says_that_no_dose_is_on_record(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NOT_INJECTED)
    shown = shown_at(diary, show)
    assert stage(diary) is Stage.WASTED_SHARPS
    shown.press("ask")
    assert "No dose is on record. Put the syringe in the sharps box, then call." in shown.said
    assert "Your dose is on record" not in shown.said


def test_what_to_do_with_part_of_a_dose_says_that_it_is_on_record(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.PART)
    shown = shown_at(diary, show)
    assert stage(diary) is Stage.PART_SHARPS
    shown.press("ask")
    assert "Your dose is on record. Put the syringe in the sharps box, then call." in shown.said
