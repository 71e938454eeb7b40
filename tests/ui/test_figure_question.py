"""The person in the drawings: chosen by looking, kept at once, and drawn so wherever a person is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.skin.tape import Measure
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.first_run_page import FirstRunPage
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.settings_page import SettingsPage
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.widgets.body_map import BodyMap
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.picture_button import PictureButton
from anakinra_companion.ui.widgets.tape_picture import TapePicture
from tests.journal_check import whole
from tests.people import at_cover, at_look, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown, settled


def picture(shown: Shown[Page], name: str) -> PictureButton:
    found = shown.find(name)
    assert isinstance(found, PictureButton)
    return found


def test_a_figure_and_a_skin_tone_are_kept_at_once(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    assert picture(shown, "choice-middle").isChecked()
    shown.press("choice-broad")
    shown.press("choice-tone-5")
    assert (diary.profile().build, diary.profile().skin_tone) == (Build.BROAD, 4)
    assert whole(diary)


def test_first_run_asks_for_them_with_the_person(diary: Diary, show: Show) -> None:
    diary.change_profile(first_run="you")
    shown = show(FirstRunPage(diary))
    shown.press("choice-slight")
    assert diary.profile().build is Build.SLIGHT
    assert diary.profile().first_run == "you"


def test_by_keys_arrows_walk_and_space_chooses(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    picture(shown, "choice-middle").setFocus()
    shown.key(Qt.Key.Key_Right)
    assert picture(shown, "choice-broad").hasFocus()
    assert diary.profile().build is Build.MIDDLE
    shown.key(Qt.Key.Key_Space)
    assert diary.profile().build is Build.BROAD


def test_each_picture_has_a_name_for_who_does_not_see_it(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    tones = [picture(shown, f"choice-tone-{number}").accessibleName() for number in range(1, 7)]
    assert tones == [f"Skin tone {number} of 6" for number in range(1, 7)]
    builds = [picture(shown, f"choice-{build.value}").accessibleName() for build in Build]
    assert builds == ["Slight", "Medium", "Broad"]


def test_the_pictures_of_the_answers_follow_the_other_answer(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    figure = picture(shown, "choice-broad")
    before = figure.grab().toImage()
    shown.press("choice-tone-6")
    assert figure.grab().toImage() != before


def test_the_map_draws_the_person(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SitesPage(diary))
    for build in (Build.BROAD, Build.SLIGHT):
        diary.change_profile(build=build, skin_tone=5)
        shown.refresh()
        body = shown.page.findChild(BodyMap)
        assert isinstance(body, BodyMap)
        assert {(each.state.build, each.state.tone) for each in body.figures.values()} == {(build, 5)}


def test_the_skin_to_choose_a_place_on_is_the_persons(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(skin_tone=5)
    diary.walkthrough.answer(at_look(diary), Reply.CLEAR)
    shown: Shown[WalkthroughPage] = show(WalkthroughPage(diary))  # type: ignore[assignment]
    settled(shown.page)
    patch = shown.page.findChild(PatchView)
    assert isinstance(patch, PatchView)
    assert patch.state.tone == 5


@pytest.mark.parametrize("build", Build)
def test_the_small_figure_of_the_steps_is_the_persons(diary: Diary, show: Show, build: Build) -> None:
    set_up(diary)
    diary.change_profile(build=build)
    at_cover(diary)
    shown: Shown[WalkthroughPage] = show(WalkthroughPage(diary))  # type: ignore[assignment]
    settled(shown.page)
    drawn = [each.build for each in shown.page.findChildren(Artwork)]
    assert drawn
    assert set(drawn) == {build}


@pytest.mark.parametrize("build", Build)
def test_the_pictures_of_the_tape_show_the_person(diary: Diary, show: Show, build: Build) -> None:
    set_up(diary)
    diary.change_profile(build=build)
    shown = show(SitesPage(diary))
    shown.press("choice-sizes")
    pictures = [each for each in shown.page.findChildren(TapePicture) if each.isVisible()]
    assert len(pictures) == len(Measure)
    assert {each.build for each in pictures} == {build}
