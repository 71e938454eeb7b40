"""Reading aloud: with the voice of the system, sentence by sentence; without one in words, and never an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.settings import Settings
from anakinra_companion.ui.voice import Speed, Voice, command
from anakinra_companion.ui.walkthrough_page import WalkthroughPage
from anakinra_companion.ui.widgets.text import Text
from tests.people import set_up
from tests.ui.conftest import Show

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each system has a voice of its own")
Spoken = Callable[[], list[str]]


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoken:
    """A voice on this computer that writes down what it says."""
    heard = tmp_path / "heard"
    program = tmp_path / "spd-say"
    program.write_text(f'#!/bin/sh\nfor last; do :; done\nprintf "%s\\n" "$last" >> {heard}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return lambda: heard.read_text().splitlines() if heard.exists() else []


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
    assert "Hold it to the light" not in shown.said
    assert shown.find("reply-clear") is not None
    shown.press("picture-only")
    assert "Hold it to the light" in shown.said
