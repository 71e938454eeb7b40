"""H8: a syringe that froze or overheated by a reading, or whose fridge was warm, is called usable by nobody.

Each test goes through one door of the diary; take the readings away from `diary/looking.py`, and each fails.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from anakinra_companion.diary.alerts import AlertCode
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.dose_syringes import AGAINST, OVER_LIMIT
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import SyringeRefused
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.storage import Reason, State, Verdict
from anakinra_companion.exchange.status import status
from tests.conftest import START
from tests.fridges import log, take_in
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_cover, set_up

EARLIER = START - timedelta(hours=10)
Harm = Callable[[Diary, Path], object]


def freezes(diary: Diary, folder: Path) -> object:
    return take_in(diary, log(folder / "cold.csv", EARLIER, [5.0] * 30 + [0.0] + [5.0] * 30))


def overheats(diary: Diary, folder: Path) -> object:
    return take_in(diary, log(folder / "hot.csv", EARLIER, [5.0] * 30 + [25.01] + [5.0] * 30))


def froze_by_hand(diary: Diary, _folder: Path) -> object:
    return diary.fridge.type_in("", 0)


def is_warm_since_nobody_knows(diary: Diary, _folder: Path) -> object:
    return diary.fridge.type_in("", 801)


@pytest.fixture(params=[freezes, overheats, froze_by_hand, is_warm_since_nobody_knows])
def harm(request: pytest.FixtureRequest) -> Harm:
    found: Harm = request.param
    return found


def test_h8_storage_calls_none_of_them_usable(diary: Diary, tmp_path: Path, harm: Harm) -> None:
    set_up(diary)
    harm(diary, tmp_path)
    assert not any(look.usable for look in diary.storage.looks())
    assert not any(diary.storage.look(look.syringe.id).usable for look in diary.storage.looks())
    assert not any(look.usable for box in diary.storage.boxes() for look in box.looks)
    assert diary.storage.next() is None


def test_h8_today_and_status_call_none_of_them_usable(diary: Diary, tmp_path: Path, harm: Harm) -> None:
    set_up(diary)
    harm(diary, tmp_path)
    view = diary.overview()
    assert view.next_syringe is None
    assert view.supply.usable == 0
    told = [alert for alert in view.alerts if alert.look is not None]
    assert {alert.code for alert in told} <= {AlertCode.DO_NOT_USE, AlertCode.CANNOT_VERIFY}
    assert len(told) == 7
    said = status(view)
    assert {each["verdict"] for each in said["syringes"]} <= {"do_not_use", "cannot_verify"}
    assert len(said["syringes"]) == 7
    assert said["supply"]["usable"] == 0


def test_h8_a_walkthrough_takes_none_of_them(diary: Diary, tmp_path: Path, harm: Harm) -> None:
    set_up(diary)
    harm(diary, tmp_path)
    walk = diary.walkthrough.start()
    assert not any(look.usable for look in diary.storage.looks())
    for look in diary.storage.looks():
        with pytest.raises(SyringeRefused):
            diary.walkthrough.choose_syringe(walk, look.syringe.id)


def test_h8_the_cover_stays_on_when_the_readings_come_late(diary: Diary, tmp_path: Path, harm: Harm) -> None:
    set_up(diary)
    walk = at_cover(diary)
    harm(diary, tmp_path)
    with pytest.raises(SyringeRefused):
        diary.walkthrough.answer(walk, Reply.NEXT)


def test_h8_a_dose_with_one_of_them_is_kept_and_flagged(diary: Diary, tmp_path: Path, harm: Harm) -> None:
    set_up(diary)
    harm(diary, tmp_path)
    look = diary.storage.looks()[0]
    diary.doses.record(Given(TODAY, START, syringe=look.syringe.id))
    (dose,) = diary.doses.day(TODAY).doses
    assert dose.flags == (AGAINST + look.reason.value,)
    assert diary.storage.look(look.syringe.id).state is State.USED


def test_h8_a_dose_before_the_frost_is_not_flagged_for_it(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    freezes(diary, tmp_path)
    diary.doses.record(Given(TODAY, EARLIER + timedelta(minutes=10), syringe=diary.storage.looks()[0].syringe.id))
    assert diary.doses.day(TODAY).doses[0].flags == ()


def test_h8_warm_time_counts_toward_the_limit_and_use_soon(diary: Diary, clock: HandClock, tmp_path: Path) -> None:
    set_up(diary)
    clock.pass_time(days=1)
    take_in(diary, log(tmp_path / "warm.csv", START, [5.0, *[9.0] * (20 * 60 - 2), 5.0]))
    look = diary.storage.looks()[0]
    assert (look.time_out, look.verdict) == (timedelta(hours=20) - timedelta(minutes=1), Verdict.MAY_CHECK)
    diary.storage.take_out(look.syringe.id)
    clock.pass_time(minutes=1)
    assert diary.storage.look(look.syringe.id).verdict is Verdict.USE_SOON
    clock.pass_time(hours=4)
    over = diary.storage.look(look.syringe.id)
    assert (over.state, over.reason, over.over_limit) == (State.OVER_LIMIT, Reason.WARM_FRIDGE, True)
    diary.doses.record(Given(TODAY, clock.now(), syringe=look.syringe.id))
    flags = diary.doses.day(TODAY).doses[0].flags
    assert flags == (OVER_LIMIT, AGAINST + Reason.WARM_FRIDGE.value)


def test_h8_a_power_cut_is_written_down_for_a_syringe_that_may_have_frozen(
    diary: Diary, clock: HandClock, tmp_path: Path
) -> None:
    """The frost may be taken back; the hours outside were real, and must be on record then."""
    set_up(diary)
    result = take_in(diary, log(tmp_path / "cold.csv", EARLIER, [5.0, 0.0, 5.0]))
    diary.storage.all_out()
    clock.pass_time(hours=5)
    diary.storage.all_back()
    assert result.batch_id is not None
    diary.fridge.remove_import(result.batch_id)
    assert {look.time_out for look in diary.storage.looks()} == {timedelta(hours=5)}


def test_h8_a_dose_taken_back_leaves_the_syringe_out_though_it_may_have_frozen(
    diary: Diary, clock: HandClock, tmp_path: Path
) -> None:
    set_up(diary)
    id_ = diary.storage.looks()[0].syringe.id
    undo = diary.doses.record(Given(TODAY, START, syringe=id_))
    result = take_in(diary, log(tmp_path / "cold.csv", EARLIER, [5.0, 0.0, 5.0]))
    diary.undo(undo)
    clock.pass_time(hours=2)
    assert not diary.storage.look(id_).usable
    assert result.batch_id is not None
    diary.fridge.remove_import(result.batch_id)
    assert diary.storage.look(id_).time_out == timedelta(hours=2)


def test_h8_an_outing_of_a_frozen_syringe_can_be_put_right(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    said, meant = (look.syringe.id for look in diary.storage.looks()[:2])
    (event,) = diary.storage.take_out(said).events
    freezes(diary, tmp_path)
    diary.corrections.was_another(said, event, meant)
    assert diary.storage.look(meant).is_out
    assert not any(look.usable for look in diary.storage.looks())


def test_h8_frost_elsewhere_or_before_the_box_came_harms_nothing(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    take_in(diary, log(tmp_path / "a.csv", EARLIER, [-5.0] * 10), place="Office")
    take_in(diary, log(tmp_path / "b.csv", EARLIER - timedelta(days=10), [-5.0] * 10))
    assert all(look.usable for look in diary.storage.looks())


def test_h8_frost_while_the_clock_is_wrong_counts_for_a_syringe_that_seems_to_be_out(
    diary: Diary, clock: HandClock, tmp_path: Path
) -> None:
    """Out from 18:00 to 19:00 by a clock that was six hours behind: at the frost of 18:30 it was inside."""
    set_up(diary)
    id_ = diary.storage.looks()[0].syringe.id
    diary.look_at_clock()
    clock.pass_time(hours=6)
    clock.set_wall(START)
    diary.storage.take_out(id_)
    clock.pass_time(hours=1)
    diary.storage.put_back(id_)
    clock.set_wall(START + timedelta(hours=7))
    diary.confirm_clock()
    diary.storage.declare_out_since(id_, clock.now() - timedelta(hours=1))
    assert diary.storage.look(id_).usable
    take_in(diary, log(tmp_path / "cold.csv", START, [5.0] * 30 + [-1.0] + [5.0] * 60))
    assert diary.storage.look(id_).reason is Reason.FROZEN_BY_READING
    assert whole(diary)
