"""Reading aloud: with the voice of the system, sentence by sentence; without one in words, and never an error."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Reply, Stage
from anakinra_companion.settings import Settings
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.walkthrough.speakers import Speed, command
from anakinra_companion.ui.walkthrough.voice import Voice
from anakinra_companion.ui.widgets.text import Text
from tests.people import at_inject, set_up
from tests.ui.conftest import Show, Spoken
from tests.ui.shown import settled
from tests.ui.test_walkthrough_page import shown_at

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each system has a voice of its own")


@pytest.fixture
def mute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a voice."""
    monkeypatch.setenv("PATH", str(tmp_path))


def test_sentences_are_spoken_in_order(qtbot: QtBot, spoken: Spoken) -> None:
    voice = Voice()
    places: list[int] = []
    voice.speaking.connect(places.append)
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == -1):
        voice.read(["First.", "", 'Second "quoted" -- one.'])
    assert spoken() == ["First.", 'Second "quoted" -- one.']
    assert places == [0, 1, -1]


@pytest.mark.usefixtures("qtbot")
def test_hush_stops_at_once(spoken: Spoken) -> None:
    voice = Voice()
    voice.read(["One.", "Two."])
    voice.hush()
    assert not voice.is_speaking
    assert "Two." not in spoken()


@pytest.mark.usefixtures("mute")
def test_without_a_voice_it_says_so_once_and_goes_on(qtbot: QtBot) -> None:
    voice = Voice()
    with qtbot.waitSignal(voice.silent):
        voice.read(["First.", "Second."])
    assert not voice.is_speaking


def test_a_voice_that_fails_is_silence_and_no_error(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "spd-say"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    voice = Voice()
    with qtbot.waitSignal(voice.silent):
        voice.read(["First."])


def test_a_sentence_is_said_again_and_reading_goes_on_from_there(qtbot: QtBot, spoken: Spoken) -> None:
    voice = Voice()
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == 1):
        voice.read(["One.", "Two.", "Three."])
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == -1 and not voice.is_speaking):
        voice.repeat()
        assert voice.is_speaking
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert [each for each in spoken() if each != "--stop"][-2:] == ["Two.", "Three."]
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == -1):
        voice.repeat()
    assert [each for each in spoken() if each != "--stop"][-1] == "Three."


def slow_voice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A voice that never comes to an end, and writes down which process it is."""
    program, number = folder / "espeak-ng", folder / "number"
    program.write_text(f"#!/bin/sh\necho $$ > {number}\nexec /bin/cat /dev/zero > /dev/null\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return number


def is_running(number: Path) -> bool:
    return Path("/proc", number.read_text().strip()).exists()


@pytest.mark.parametrize("leaves", ["stage", "page", "quit"])
def test_no_voice_goes_on_after_its_stage_its_page_or_the_program(
    qtbot: QtBot, diary: Diary, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leaves: str
) -> None:
    number = slow_voice(tmp_path, monkeypatch)
    set_up(diary)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    shown.press("read-aloud")
    qtbot.waitUntil(lambda: number.exists() and bool(number.read_text()))
    assert is_running(number)
    if leaves == "stage":
        settled(page)
        shown.press("answer-1")
    elif leaves == "page":
        page.hide()
    else:
        page.close()
    assert not is_running(number)
    assert not page._reader.voice.is_speaking


def test_what_was_read_can_be_said_again_by_keys_and_a_large_button(
    qtbot: QtBot, diary: Diary, show: Show, spoken: Spoken
) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    assert shown.find("say-again") is None
    shown.press("read-aloud")
    again = shown.find("say-again")
    assert again is not None
    assert again.height() >= 56
    again.setFocus(Qt.FocusReason.TabFocusReason)
    shown.key(Qt.Key.Key_Space)
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    qtbot.waitUntil(lambda: not page._reader.voice.is_speaking)
    assert "Which syringe?" in spoken()


@pytest.mark.usefixtures("qtbot")
def test_the_sentence_is_marked_by_shape_and_the_word_within_it_without_changing_what_it_says() -> None:
    text = Text("Wash <both> hands.")
    text.mark_word(0, 4)
    assert text.text() == "Wash <both> hands."
    text.mark(marked=True)
    assert "underline" in text.styleSheet()
    text.mark_word(5, 6)
    assert "&lt;both&gt;</span>" in text.text()
    assert text.words == text.accessibleName() == "Wash <both> hands."
    text.mark(marked=False)
    assert text.text() == "Wash <both> hands."
    assert not text.styleSheet()


@pytest.mark.parametrize("speed", Speed)
@pytest.mark.usefixtures("spoken")
def test_the_speed_is_passed_on(speed: Speed) -> None:
    said = command("Hello.", speed)
    assert said is not None
    assert str(40 * speed) in said


def test_a_step_is_read_aloud_and_the_sentence_marked(qtbot: QtBot, diary: Diary, show: Show, spoken: Spoken) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    marked: list[str] = []

    def note(place: int) -> None:
        marked.extend(text.text() for text in page.findChildren(Text) if text.styleSheet() and place >= 0)

    page._reader.voice.speaking.connect(note)
    with qtbot.waitSignal(page._reader.voice.speaking, check_params_cb=lambda place: place == -1):
        shown.press("read-aloud")
    assert "Which syringe?" in spoken()
    assert marked == spoken()


def test_each_step_is_read_by_itself_when_that_was_asked_for(
    qtbot: QtBot, diary: Diary, show: Show, spoken: Spoken
) -> None:
    set_up(diary)
    diary.walkthrough.start()
    made = WalkthroughPage(diary)
    made.show_settings(Settings(read_aloud=True))
    show(made)
    qtbot.waitUntil(lambda: "Which syringe?" in spoken())
    qtbot.waitUntil(lambda: not made._reader.voice.is_speaking)


@pytest.mark.usefixtures("mute")
def test_silence_is_told_on_the_page(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    shown.press("read-aloud")
    assert "This computer has no voice" in shown.said


def test_only_the_picture_large_keeps_the_answers(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = show(WalkthroughPage(diary))
    shown.press("picture-only")
    # What is asked stays in words: nobody answers a question unread.
    assert "Hold it to the light" in shown.said
    assert shown.find("reply-clear") is not None
    shown.press("picture-only")
    assert "Hold it to the light" in shown.said


def test_at_the_end_the_voice_falls_silent(qtbot: QtBot, diary: Diary, show: Show, spoken: Spoken) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    hear, done = shown.find("read-aloud"), shown.find("reply-in_sharps")
    assert hear is not None
    assert done is not None
    hear.click()
    assert shown.page._reader.voice.is_speaking
    done.click()
    assert shown.page.stage is Stage.DONE
    assert not shown.page._reader.voice.is_speaking
    # Nothing of the step before is left to be said again.
    shown.page._reader.voice.repeat()
    shown.page._reader.read()
    assert not shown.page._reader.voice.is_speaking
    qtbot.waitUntil(lambda: "--stop" in spoken() or "Steps 7 to 8 of 8" in spoken())
    assert "Into the sharps box" not in spoken()
