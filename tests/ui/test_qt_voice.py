"""Qt's own voice, an extra: word by word where its engine tells them, and the system's program where it fails."""

from __future__ import annotations

import importlib
import sys
from enum import IntEnum

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.walkthrough.speakers import SOUNDLESS, QtSpeaker, Speed
from anakinra_companion.ui.walkthrough.voice import Voice
from tests.ui.conftest import Spoken


class Engine(QObject):
    """Stands in for Qt's engine, which only the extra installs: the same calls and signals."""

    stateChanged = Signal(object)
    sayingWord = Signal(str, int, int, int)
    State = IntEnum("State", ["Ready", "Speaking", "Error"])

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.now = self.State["Ready"]
        self.rate = 0.0

    def setRate(self, rate: float) -> None:
        self.rate = rate

    def say(self, sentence: str) -> None:
        self.said.append(sentence)
        self.become("Speaking")

    def stop(self) -> None:
        self.become("Ready")

    def state(self) -> IntEnum:
        return self.now

    def become(self, name: str) -> None:
        self.now = self.State[name]
        self.stateChanged.emit(self.now)


@pytest.mark.usefixtures("qtbot")
def test_the_voice_of_qt_speaks_sentence_by_sentence_and_tells_its_words() -> None:
    engine = Engine()
    voice = Voice(speaker=QtSpeaker(engine))  # type: ignore[arg-type]
    words: list[tuple[int, int]] = []
    voice.word.connect(lambda start, length: words.append((start, length)))
    voice.speed = Speed.FAST
    voice.read(["Wash your hands.", "Dry them."])
    engine.sayingWord.emit("your", 0, 5, 4)
    engine.become("Ready")
    assert engine.said == ["Wash your hands.", "Dry them."]
    assert words == [(5, 4)]
    assert engine.rate > 0
    voice.hush()
    assert engine.said == ["Wash your hands.", "Dry them."]
    assert not voice.is_speaking


@pytest.mark.skipif(sys.platform != "linux", reason="each system has a voice of its own")
def test_where_the_voice_of_qt_fails_the_program_of_the_system_speaks(qtbot: QtBot, spoken: Spoken) -> None:
    engine = Engine()
    voice = Voice(speaker=QtSpeaker(engine))  # type: ignore[arg-type]
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == -1):
        voice.read(["One.", "Two."])
        engine.become("Error")
    assert spoken() == ["One.", "Two."]


@pytest.mark.speech
@pytest.mark.qt_log_level_fail("CRITICAL")  # of sound systems that are not there
def test_an_engine_of_qt_itself_reads_on_and_tells_its_words(qtbot: QtBot) -> None:
    speech = importlib.import_module("PySide6.QtTextToSpeech")
    voice = Voice(speaker=QtSpeaker(speech.QTextToSpeech(SOUNDLESS)))
    places: list[int] = []
    words: list[tuple[int, int]] = []
    voice.speaking.connect(places.append)
    voice.word.connect(lambda start, length: words.append((start, length)))
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda place: place == -1, timeout=20_000):
        voice.read(["Wash your hands.", "Dry them."])
    assert places == [0, 1, -1]
    assert words[:2] == [(0, 4), (5, 4)]
