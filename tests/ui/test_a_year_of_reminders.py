"""A year lived through the real window by a moved clock: each reminder comes once, none after an answer."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.domain.regimen import due_instant
from anakinra_companion.domain.reminders import AGAIN, AGAIN_AFTER
from anakinra_companion.settings import Settings
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.reminding import Reminding
from anakinra_companion.ui.window import Window
from tests.hand_clock import HandClock
from tests.people import TODAY, ZONE, set_up

if not sys.platform.startswith("linux"):
    pytest.skip("other systems have no such bus", allow_module_level=True)
from tests.ui.notification_service import NotificationService

SHORT, YEAR = 30, 365
STEP = timedelta(minutes=30)


@pytest.fixture
def pulse(
    diary: Diary,
    bus: str,
    service: NotificationService,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Pulse]:
    """The beat of a window that speaks up on a real bus."""
    assert service.is_open
    set_up(diary)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    beat = Pulse()
    window = Window(Settings(notices="full"), tmp_path / "settings.toml", beat)
    with qtbot.waitExposed(window):
        window.show()
    window.show_diary(diary)
    reminding = Reminding(window, diary, beat, asks=False)
    yield beat
    reminding.close()
    window.close()
    window.deleteLater()


def settle() -> None:
    """Lets what was sent arrive: to the service, and its answer back."""
    for _ in range(4):
        QApplication.processEvents()


class Person:
    """Answers at some time of the evening, the next morning, or not at all."""

    def __init__(self, diary: Diary, clock: HandClock) -> None:
        self._diary, self._clock, self._dice = diary, clock, Random(7)
        # How many reminders each day must have had, by its own account.
        self.expected: Counter[date] = Counter()

    def live(self, day: date, pulse: Pulse) -> None:
        due = due_instant(day, time(20, 0), ZONE)
        answers_at = due + self._dice.choice((-60, 0, 30, 60, 90, 180)) * timedelta(minutes=1)
        answers = self._dice.random() < 0.9
        end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(ZONE)).astimezone(due.tzinfo)
        # The computer sleeps until an hour before the dose.
        self._clock.pass_time(seconds=max((due - timedelta(hours=1) - self._clock.now()).total_seconds(), 0))
        answered = False
        while self._clock.now() < end:
            if answers and not answered and self._clock.now() >= answers_at:
                self._answer(day)
                answered = True
            pulse.tick.emit()
            settle()
            self._clock.pass_time(seconds=STEP.total_seconds())
        times = [due + n * AGAIN_AFTER for n in range(AGAIN + 1)]
        self.expected[day] = sum(not answers or time < answers_at for time in times)

    def _answer(self, day: date) -> None:
        if self._dice.random() < 0.8:
            self._diary.doses.record(Given(day, self._clock.now(), None, None, None))
        else:
            self._diary.doses.answer({day: AnswerKind.SKIPPED})


def lives(diary: Diary, clock: HandClock, pulse: Pulse, service: NotificationService, days: int) -> None:
    person = Person(diary, clock)
    heard: Counter[date] = Counter()
    for number in range(days):
        day, before = TODAY + timedelta(days=number), service.shown
        person.live(day, pulse)
        heard[day] = service.shown - before
    assert {day: count for day, count in heard.items() if count != person.expected[day]} == {}
    assert heard.total() > days / 2


def test_h2_each_reminder_comes_once_and_none_after_an_answer(
    diary: Diary, clock: HandClock, pulse: Pulse, service: NotificationService
) -> None:
    lives(diary, clock, pulse, service, SHORT)


@pytest.mark.long
def test_h2_in_a_year_each_reminder_comes_once_and_none_after_an_answer(
    diary: Diary, clock: HandClock, pulse: Pulse, service: NotificationService
) -> None:
    lives(diary, clock, pulse, service, YEAR)
