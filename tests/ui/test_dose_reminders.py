"""Reminders of a dose on a real bus: said once, answered from the notice, gone once anything was recorded."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.doses import AnswerKind, DayState
from anakinra_companion.settings import Settings
from anakinra_companion.ui.dose_reminders import LATER, NAME, SKIP, TOOK, DoseReminders
from anakinra_companion.ui.notifications.notifier import OPEN, Message
from tests.hand_clock import HandClock
from tests.people import set_up

if not sys.platform.startswith("linux"):
    pytest.skip("other systems have no such bus", allow_module_level=True)
from anakinra_companion.ui.notifications.bus import BusNotifier
from tests.ui.notification_service import NotificationService

Make = Callable[[Settings], DoseReminders]


@pytest.fixture
def due(diary: Diary, clock: HandClock) -> Diary:
    """Somebody whose dose is due this very minute."""
    set_up(diary)
    clock.pass_time(hours=1)
    return diary


@pytest.fixture
def reminders(due: Diary, notifier: BusNotifier) -> Make:
    return lambda settings: DoseReminders(due, notifier, lambda: settings)


def remind(made: DoseReminders, service: NotificationService, notifier: BusNotifier, qtbot: QtBot) -> int:
    """A reminder comes; its number on the desktop."""
    made.look()
    qtbot.waitUntil(lambda: notifier.knows(NAME))
    return int(next(iter(service.notes)))


def settle(notifier: BusNotifier, qtbot: QtBot) -> None:
    """Everything sent before has come: messages stay in their order."""
    notifier.show_message(Message("last", "", ""))
    qtbot.waitUntil(lambda: notifier.knows("last"))
    notifier.withdraw("last")


def test_the_neutral_wording_says_nothing_of_health(
    reminders: Make, service: NotificationService, notifier: BusNotifier, qtbot: QtBot
) -> None:
    number = remind(reminders(Settings()), service, notifier, qtbot)
    text = " ".join([service.notes[number][3], service.notes[number][4], *service.notes[number][5][1::2]]).lower()
    assert "reminder" in text
    assert not any(word in text for word in ("dose", "inject", "took", "syringe", "8:00", "20:00"))


def test_h2_it_comes_at_its_time_and_twice_again_and_then_no_more(
    reminders: Make, service: NotificationService, notifier: BusNotifier, clock: HandClock, qtbot: QtBot
) -> None:
    made = reminders(Settings(notices="full"))
    for _ in range(40):
        made.look()
        clock.pass_time(minutes=5)
    settle(notifier, qtbot)
    assert service.shown == 4


def test_h2_nothing_comes_to_who_wants_nothing(
    reminders: Make, due: Diary, service: NotificationService, notifier: BusNotifier, qtbot: QtBot
) -> None:
    reminders(Settings(notices="none")).look()
    settle(notifier, qtbot)
    assert service.shown == 1
    assert due.reminders.open_slot() is not None


def test_a_dose_recorded_meanwhile_takes_the_notice_away(
    reminders: Make, due: Diary, service: NotificationService, notifier: BusNotifier, clock: HandClock, qtbot: QtBot
) -> None:
    made = reminders(Settings(notices="full"))
    remind(made, service, notifier, qtbot)
    due.doses.record(Given(due.today(), clock.now(), None, None, None))
    made.look()
    qtbot.waitUntil(lambda: not service.notes)


def test_skip_is_recorded_and_can_be_undone(
    reminders: Make, due: Diary, service: NotificationService, notifier: BusNotifier, qtbot: QtBot
) -> None:
    made, undos = reminders(Settings(notices="full")), list[Undo]()
    made.answered.connect(undos.append)
    service.press(remind(made, service, notifier, qtbot), SKIP)
    qtbot.waitUntil(lambda: len(undos) == 1)
    assert due.doses.day(due.today()).state is DayState.SKIPPED
    qtbot.waitUntil(lambda: not service.notes)
    due.undo(undos[0])
    assert due.doses.day(due.today()).state is DayState.DUE


def test_skip_pressed_after_another_window_recorded_it_changes_nothing(
    reminders: Make, due: Diary, service: NotificationService, notifier: BusNotifier, clock: HandClock, qtbot: QtBot
) -> None:
    made, opened = reminders(Settings(notices="full")), list[bool]()
    made.opened.connect(lambda: opened.append(True))
    number = remind(made, service, notifier, qtbot)
    due.doses.record(Given(due.today(), clock.now(), None, None, None))
    service.press(number, SKIP)
    qtbot.waitUntil(lambda: opened == [True])
    assert due.doses.day(due.today()).state is DayState.TAKEN


def test_later_brings_it_again_after_a_while(
    reminders: Make, service: NotificationService, notifier: BusNotifier, clock: HandClock, qtbot: QtBot
) -> None:
    made = reminders(Settings(notices="full", again=0))
    service.press(remind(made, service, notifier, qtbot), LATER)
    qtbot.waitUntil(lambda: not service.notes)
    clock.pass_time(minutes=29)
    made.look()
    settle(notifier, qtbot)
    assert service.shown == 2
    clock.pass_time(minutes=1)
    remind(made, service, notifier, qtbot)


@pytest.mark.parametrize(("key", "signal"), [(TOOK, "took"), (OPEN, "opened")])
def test_what_needs_an_answer_in_the_window_leads_there_and_writes_nothing(
    reminders: Make,
    due: Diary,
    service: NotificationService,
    notifier: BusNotifier,
    qtbot: QtBot,
    key: str,
    signal: str,
) -> None:
    made, heard = reminders(Settings(notices="full")), list[str]()
    made.took.connect(lambda: heard.append("took"))
    made.opened.connect(lambda: heard.append("opened"))
    service.press(remind(made, service, notifier, qtbot), key)
    qtbot.waitUntil(lambda: heard == [signal])
    assert due.doses.day(due.today()).state is DayState.DUE


def test_h1_an_answered_day_is_never_asked_about(
    reminders: Make,
    due: Diary,
    service: NotificationService,
    notifier: BusNotifier,
    clock: HandClock,
    qtbot: QtBot,
) -> None:
    due.doses.answer({due.today(): AnswerKind.SKIPPED})
    made = reminders(Settings(notices="full"))
    for _ in range(10):
        made.look()
        clock.pass_time(minutes=30)
    settle(notifier, qtbot)
    assert service.shown == 1
