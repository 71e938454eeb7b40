"""Whatever is done with syringes, clocks and fridges: none is called usable when it froze, or was out for longer.

H4 to H6, and H8. The truth is kept here by rules a person could check with a pencil: each syringe is out, or in a
fridge that is warm, cold or frozen, and time passes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.storage import SetAsideReason, State, Verdict
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.diary.fridge_rules import WHICH, FridgeRules, Truth
from tests.hand_clock import HandClock
from tests.journal_check import whole

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
EXPIRES = date(2040, 1, 31)
# A step of the clock that is larger than what passes for an ordinary adjustment.
STEPS = st.integers(-40, 40).filter(bool).map(lambda n: n * timedelta(minutes=37))
ZONES = st.sampled_from(("Europe/Madrid", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu"))


class StorageMachine(FridgeRules):
    """Acts, restarts, clocks, zones and temperatures in any order."""

    @initialize()
    def begin(self) -> None:
        self._folder = TemporaryDirectory()
        self.clock = HandClock(START)
        self.true, self.boots, self.suspect = START, 1, False
        self.diary = self._opened()
        self.diary.storage.add_box("A1", EXPIRES)
        self.ids = [look.syringe.id for look in self.diary.storage.looks()]
        self.truth = {id_: Truth(START) for id_ in self.ids}
        self.begin_fridge()

    def teardown(self) -> None:
        if hasattr(self, "diary"):
            assert whole(self.diary)
            self.diary.close()
            self._folder.cleanup()

    def _opened(self) -> Diary:
        return open_diary(Paths.under(Path(self._folder.name)), self.clock, list)

    @property
    def _clock_is_right(self) -> bool:
        return self.clock.now() == self.true and not self.suspect

    # ---- time and clocks ------------------------------------------------------------------------------------

    @rule(minutes=st.integers(1, 700), watched=st.booleans())
    def live(self, minutes: int, watched: bool) -> None:
        self.clock.pass_time(minutes=minutes)
        self.true += timedelta(minutes=minutes)
        if watched:
            self.diary.look_at_clock()

    @rule(step=STEPS)
    def jump(self, step: timedelta) -> None:
        self.diary.look_at_clock()
        self.clock.set_wall(self.clock.now() + step)
        self.diary.look_at_clock()
        self.suspect = True

    @rule(step=STEPS)
    def reboot(self, step: timedelta) -> None:
        self.diary.look_at_clock()
        self.boots += 1
        self.clock.reboot(f"boot-{self.boots}")
        self.clock.set_wall(self.clock.now() + step)
        self.diary.look_at_clock()
        self.suspect = True

    @rule()
    def set_right(self) -> None:
        self.clock.set_wall(self.true)
        self.diary.look_at_clock()
        self.diary.confirm_clock()
        self.suspect = False
        # A time that a wrong clock made too long may be told anew: that is a recorded correction.
        for id_, truth in self.truth.items():
            look = self.diary.storage.look(id_)
            truth.ended = truth.ended and look.verdict is not Verdict.CANNOT_VERIFY

    @rule(zone=ZONES)
    def travel(self, zone: str) -> None:
        self.clock.set_zone(zone)

    @rule()
    def restart(self) -> None:
        self.diary.close()
        self.diary = self._opened()

    # ---- acts -----------------------------------------------------------------------------------------------

    @rule(which=WHICH)
    def take_out(self, which: int) -> None:
        id_ = self.ids[which]
        if not self.diary.storage.look(id_).is_out:
            self.diary.storage.take_out(id_)
            self.truth[id_].take_out(self.true)

    @rule(which=WHICH, late=st.integers(1, 300))
    @precondition(lambda self: self._clock_is_right)
    def taken_out_and_told_later(self, which: int, late: int) -> None:
        id_ = self.ids[which]
        if self.diary.storage.look(id_).is_out:
            return
        self.truth[id_].take_out(self.true)
        since = self.true
        self.live(late, watched=True)
        self.diary.storage.take_out(id_, since=since)

    @rule(which=WHICH)
    def put_back(self, which: int) -> None:
        id_ = self.ids[which]
        if self.diary.storage.look(id_).is_out:
            self.diary.storage.put_back(id_)
            self.truth[id_].put_back(self.true)

    @rule()
    def power_cut(self) -> None:
        inside = [id_ for id_ in self.ids if self.truth[id_].since is None]
        self.diary.storage.all_out()
        for id_ in inside:
            if self.diary.storage.look(id_).is_out:
                self.truth[id_].take_out(self.true)

    @rule()
    def all_back(self) -> None:
        self.diary.storage.all_back(place="Office")
        for id_, truth in self.truth.items():
            if truth.since is not None and not self.diary.storage.look(id_).is_out:
                truth.put_back(self.true, home=False)

    @rule(which=WHICH, reason=st.sampled_from(SetAsideReason))
    def set_aside(self, which: int, reason: SetAsideReason) -> None:
        self.diary.storage.set_aside(self.ids[which], reason)

    @rule(which=WHICH)
    def mark_unknown(self, which: int) -> None:
        self.diary.storage.mark_unknown(self.ids[which])

    @rule(which=WHICH)
    def lose_and_find(self, which: int) -> None:
        id_ = self.ids[which]
        self.diary.storage.lose(id_)
        assert not self.diary.storage.look(id_).usable
        self.diary.corrections.found_again(id_)
        assert not self.diary.storage.look(id_).usable

    @rule(which=WHICH, out=st.booleans())
    def a_wrong_press_taken_back_at_once(self, which: int, out: bool) -> None:
        id_, storage = self.ids[which], self.diary.storage
        before = storage.look(id_)
        if out and not before.is_out:
            self.diary.undo(storage.take_out(id_))
        elif not out:
            self.diary.undo(storage.set_aside(id_, SetAsideReason.CRACKED))
        assert storage.look(id_).verdict is before.verdict

    @rule(which=WHICH, other=WHICH, minutes=st.integers(1, 400))
    def said_of_the_wrong_one_and_corrected(self, which: int, other: int, minutes: int) -> None:
        meant, said, storage = self.ids[which], self.ids[other], self.diary.storage
        looks = storage.look(meant), storage.look(said)
        if which == other or any(look.is_out or look.ended for look in looks):
            return
        self.truth[meant].take_out(self.true)
        undo = storage.take_out(said)
        self.live(minutes, watched=True)
        (event,) = undo.events
        self.diary.corrections.was_another(said, event, meant)

    @rule(which=WHICH, other=WHICH, late=st.integers(1, 500))
    @precondition(lambda self: self._clock_is_right)
    def found_and_nobody_can_tell_which(self, which: int, other: int, late: int) -> None:
        ids = tuple(dict.fromkeys((self.ids[which], self.ids[other])))
        if self.truth[ids[0]].since is not None:
            return
        self.truth[ids[0]].take_out(self.true)
        since = self.true
        self.live(late, watched=True)
        self.diary.storage.found_outside(ids, since)
        for id_ in ids[1:]:
            # The other was in the fridge all along, but by the record it is out, and goes back in by a press.
            if self.truth[id_].since is None:
                self.diary.storage.put_back(id_)

    @rule(which=WHICH)
    @precondition(lambda self: self._clock_is_right)
    def told_since_when(self, which: int) -> None:
        truth = self.truth[self.ids[which]]
        if truth.since is not None:
            self.diary.storage.declare_out_since(self.ids[which], self.true - truth.out_at(self.true))

    # ---- what always holds ----------------------------------------------------------------------------------

    @invariant()
    def nothing_usable_was_out_longer_than_it_says(self) -> None:
        if not hasattr(self, "ids"):
            return
        for look in self.diary.storage.looks():
            id_ = look.syringe.id
            truth = self.truth[id_]
            if look.usable:
                outside = truth.out_at(self.true) + self.warm_inside(truth)
                assert look.time_out >= outside, id_
                assert outside < look.limit, id_
                assert not truth.ended, id_
                assert not self.spoken_against(truth), id_
            if look.recorded not in (State.IN_FRIDGE, State.OUT):
                truth.ended = True


def lives(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        StorageMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_h4_h5_h6_no_life_of_syringes_and_clocks_shortens_a_time_out() -> None:
    lives(25, 30)


@pytest.mark.long
def test_h4_h5_h6_a_hundred_thousand_steps_shorten_no_time_out() -> None:
    lives(2_000, 50)
