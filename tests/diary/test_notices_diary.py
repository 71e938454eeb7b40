"""Notices on record: told once, whoever looks and however often the program starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.notices import Stage
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole

EXPIRES = date(2027, 1, 31)


@pytest.fixture
def out(diary: Diary) -> str:
    """A syringe taken out just now."""
    diary.storage.add_box("A1", EXPIRES)
    syringe = diary.storage.looks()[0].syringe.id
    diary.storage.take_out(syringe)
    return syringe


@pytest.fixture
def second_window(diary: Diary, paths: Paths, clock: HandClock) -> Iterator[Diary]:
    assert diary.path.exists()
    opened = open_diary(paths, clock, list)
    yield opened
    opened.close()


def stages(diary: Diary) -> list[Stage]:
    return [notice.stage for notice in diary.notices.take()]


@pytest.mark.usefixtures("out")
def test_nothing_is_told_of_a_syringe_just_taken_out(diary: Diary) -> None:
    assert stages(diary) == []


@pytest.mark.usefixtures("out")
def test_each_stage_is_told_once(diary: Diary, clock: HandClock) -> None:
    heard = []
    for _ in range(30):
        clock.pass_time(hours=1)
        heard += stages(diary) + stages(diary)
    assert heard == [Stage.HALF_WAY, Stage.SOON, Stage.OVER]
    assert whole(diary)


@pytest.mark.usefixtures("out")
def test_what_was_missed_while_closed_is_told_at_the_start_and_only_the_last_of_it(
    diary: Diary, clock: HandClock, paths: Paths
) -> None:
    diary.close()
    clock.pass_time(hours=26)
    for expected in ([Stage.OVER], []):
        again = open_diary(paths, clock, list)
        assert stages(again) == expected
        again.close()


@pytest.mark.usefixtures("out")
def test_two_windows_tell_it_once_together(diary: Diary, second_window: Diary, clock: HandClock) -> None:
    clock.pass_time(hours=21)
    assert stages(second_window) + stages(diary) == [Stage.SOON]


def test_a_notice_of_an_act_undone_comes_again_when_its_time_truly_comes(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = diary.storage.looks()[0].syringe.id
    wrong = diary.storage.take_out(syringe, since=clock.now().replace(hour=0))
    clock.pass_time(hours=3)
    assert stages(diary) == [Stage.SOON]
    diary.undo(wrong)
    assert stages(diary) == []
    diary.storage.take_out(syringe)
    clock.pass_time(hours=20)
    assert stages(diary) == [Stage.SOON]
