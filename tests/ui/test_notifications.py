"""Notices outside the window: on a real bus, and where there is none."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.settings import Settings
from anakinra_companion.ui.notifications.notifier import OPEN, Message
from anakinra_companion.ui.notifications.tray import TrayNotifier
from anakinra_companion.ui.syringe_notices import SyringeNotices
from tests.hand_clock import HandClock

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such bus")
if sys.platform.startswith("linux"):
    from anakinra_companion.ui.notifications.bus import CRITICAL, NORMAL, BusNotifier
    from tests.ui.notification_service import NotificationService

EXPIRES = date(2027, 1, 31)


@linux
def test_a_message_is_shown_with_its_answers_and_urgency(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    notifier.show_message(Message("a", "Title", "Body", (("later", "Later"),), urgent=True))
    qtbot.waitUntil(lambda: bool(service.notes))
    ((_, (_, _, _, title, body, answers, hints, _)),) = service.notes.items()
    assert (title, body, answers) == ("Title", "Body", [OPEN, "", "later", "Later"])
    assert hints["urgency"] == ("y", CRITICAL)


@linux
def test_a_message_of_the_same_name_takes_the_place_of_the_first(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    notifier.show_message(Message("a", "First", ""))
    qtbot.waitUntil(lambda: notifier.knows("a"))
    notifier.show_message(Message("a", "Second", ""))
    qtbot.waitUntil(lambda: [note[3] for note in service.notes.values()] == ["Second"])
    assert next(iter(service.notes.values()))[6]["urgency"] == ("y", NORMAL)


@linux
def test_a_press_is_told_by_the_name_of_the_message(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    heard: list[tuple[str, str]] = []
    notifier.answered.connect(lambda name, key: heard.append((name, key)))
    notifier.show_message(Message("a", "A", "", (("later", "Later"),)))
    notifier.show_message(Message("b", "B", ""))
    qtbot.waitUntil(lambda: notifier.knows("a") and notifier.knows("b"))
    of = {note[3]: number for number, note in service.notes.items()}
    service.press(of["B"], OPEN)
    service.press(of["A"], "later")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [("b", OPEN), ("a", "later")]


@linux
def test_one_waved_away_is_not_heard_of_again(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    notifier.show_message(Message("a", "A", ""))
    qtbot.waitUntil(lambda: notifier.knows("a"))
    service.dismiss(next(iter(service.notes)))
    qtbot.waitUntil(lambda: not notifier.knows("a"))


@linux
def test_one_withdrawn_before_its_number_is_known_goes_away_too(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    notifier.show_message(Message("a", "A", ""))
    notifier.withdraw("a")
    notifier.show_message(Message("b", "B", ""))
    qtbot.waitUntil(lambda: [note[3] for note in service.notes.values()] == ["B"])


@linux
def test_what_the_service_refuses_is_handed_on(qtbot: QtBot, bus: str) -> None:
    service, failed = NotificationService(bus, refuses=True), list[Message]()
    notifier, message = BusNotifier(bus), Message("a", "A", "")
    notifier.failed.connect(failed.append)
    notifier.show_message(message)
    qtbot.waitUntil(lambda: failed == [message])
    notifier.close()
    service.close()


@linux
def test_a_bus_without_a_service_hands_the_message_on(qtbot: QtBot, bus: str) -> None:
    notifier, failed = BusNotifier(bus), list[Message]()
    notifier.failed.connect(failed.append)
    notifier.show_message(Message("a", "A", ""))
    qtbot.waitUntil(lambda: len(failed) == 1)
    notifier.close()


@pytest.mark.usefixtures("qtbot")
def test_a_system_without_a_tray_hands_the_message_back() -> None:
    tray, failed = TrayNotifier(QSystemTrayIcon()), list[Message]()
    tray.failed.connect(failed.append)
    tray.show_message(Message("a", "A", ""))
    assert [message.name for message in failed] == ["a"]


@pytest.fixture
def out(diary: Diary) -> str:
    """A syringe taken out just now."""
    diary.storage.add_box("A1", EXPIRES)
    syringe = diary.storage.looks()[0].syringe.id
    diary.storage.take_out(syringe)
    return syringe


def said(service: NotificationService) -> list[str]:
    return [f"{note[3]} {note[4]}" for note in service.notes.values()]


@linux
@pytest.mark.usefixtures("out")
def test_a_neutral_notice_names_no_syringe_and_no_hours(
    qtbot: QtBot, diary: Diary, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    notices = SyringeNotices(diary, notifier, Settings)
    clock.pass_time(hours=13)
    notices.look()
    clock.pass_time(hours=8)
    notices.look()
    qtbot.waitUntil(lambda: bool(service.notes))
    (text,) = said(service)
    assert "Storage" in text
    assert not any(word in text.lower() for word in ("syringe", "fridge", "inject", "a1"))
    assert not any(letter.isdigit() for letter in text)


@linux
def test_a_full_notice_says_which_and_until_when_and_goes_once_the_syringe_is_ended(
    qtbot: QtBot, diary: Diary, out: str, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    notices = SyringeNotices(diary, notifier, lambda: Settings(notices="full"))
    clock.pass_time(hours=21)
    notices.look()
    qtbot.waitUntil(lambda: notifier.knows(f"syringe-{out}"))
    (text,) = said(service)
    assert "Syringe 1 of box A1: 3 h 0 min left" in text
    diary.storage.lose(out)
    notices.look()
    qtbot.waitUntil(lambda: not service.notes)


@linux
def test_h4_the_notice_of_an_overdue_syringe_takes_the_place_of_the_earlier_and_stays(
    qtbot: QtBot, diary: Diary, out: str, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    notices = SyringeNotices(diary, notifier, lambda: Settings(notices="full"))
    clock.pass_time(hours=21)
    notices.look()
    qtbot.waitUntil(lambda: notifier.knows(f"syringe-{out}"))
    clock.pass_time(hours=3)
    notices.look()
    qtbot.waitUntil(lambda: any("Do not use" in text for text in said(service)))
    ((*_, hints, expires),) = service.notes.values()
    assert hints["urgency"] == ("y", CRITICAL)
    assert expires == 0


@linux
def test_a_press_leads_to_the_syringe(
    qtbot: QtBot, diary: Diary, out: str, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    notices, opened = SyringeNotices(diary, notifier, Settings), list[str]()
    notices.opened.connect(opened.append)
    clock.pass_time(hours=21)
    notices.look()
    qtbot.waitUntil(lambda: notifier.knows(f"syringe-{out}"))
    service.press(next(iter(service.notes)), OPEN)
    qtbot.waitUntil(lambda: opened == [out])


@linux
@pytest.mark.usefixtures("out")
def test_who_wants_no_notices_gets_none(
    qtbot: QtBot, diary: Diary, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    notices = SyringeNotices(diary, notifier, lambda: Settings(notices="none"))
    clock.pass_time(hours=21)
    notices.look()
    notifier.show_message(Message("last", "Last", ""))
    qtbot.waitUntil(lambda: notifier.knows("last"))
    assert [note[3] for note in service.notes.values()] == ["Last"]


@linux
def test_a_syringe_whose_box_was_taken_back_is_spoken_of_no_more(
    qtbot: QtBot, diary: Diary, clock: HandClock, service: NotificationService, notifier: BusNotifier
) -> None:
    added = diary.storage.add_box("A1", EXPIRES)
    syringe = diary.storage.looks()[0].syringe.id
    diary.storage.take_out(syringe)
    notices = SyringeNotices(diary, notifier, Settings)
    clock.pass_time(hours=21)
    notices.look()
    qtbot.waitUntil(lambda: notifier.knows(f"syringe-{syringe}"))
    diary.undo(added)
    notices.look()
    notices.look()
    qtbot.waitUntil(lambda: not service.notes)


@linux
def test_what_is_shown_goes_with_the_program(
    qtbot: QtBot, service: NotificationService, notifier: BusNotifier
) -> None:
    notifier.show_message(Message("dose", "Reminder", "", urgent=True))
    qtbot.waitUntil(lambda: notifier.knows("dose"))
    notifier.close()
    qtbot.waitUntil(lambda: not service.notes)
