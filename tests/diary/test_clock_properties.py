"""Whatever a clock is made to say: a syringe that may be looked at has truly been out for less than its limit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LOOK_EVERY = timedelta(minutes=30)
# A step of the clock that is larger than what passes for an ordinary adjustment.
STEPS = st.integers(-30, 30).filter(bool).map(lambda n: n * timedelta(minutes=40))
LIFE = st.lists(
    st.one_of(
        st.tuples(st.just("live"), st.integers(1, 16)),
        st.tuples(st.just("jump"), STEPS),
        st.tuples(st.just("reboot"), STEPS),
        st.tuples(st.just("confirm"), st.just(0)),
        st.tuples(st.just("back"), st.just(0)),
        st.tuples(st.just("out"), st.just(0)),
        st.tuples(st.just("told"), st.just(0)),
    ),
    min_size=3,
    max_size=14,
)


class World:
    """The true time beside what the computer says, and how long the syringe has truly been out."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(START)
        self.true = START
        self.diary = open_diary(Paths.under(folder), self.clock, list)
        self.diary.storage.add_box("A1", date(2030, 1, 31))
        self.id = self.diary.storage.looks()[0].syringe.id
        self.out_since: datetime | None = None
        self.first_out: datetime | None = None
        self.total = timedelta(0)
        self.boots = 1

    def live(self, half_hours: int) -> None:
        for _ in range(half_hours):
            self.clock.pass_time(minutes=30)
            self.true += LOOK_EVERY
            self.diary.look_at_clock()

    def jump(self, step: timedelta) -> None:
        self.clock.set_wall(self.clock.now() + step)
        self.diary.look_at_clock()

    def reboot(self, step: timedelta) -> None:
        self.boots += 1
        self.clock.reboot(f"boot-{self.boots}")
        self.jump(step)

    def confirm(self, _: object) -> None:
        """Somebody sets the clock right, and says so."""
        self.clock.set_wall(self.true)
        self.diary.look_at_clock()
        self.diary.confirm_clock()

    def out(self, _: object) -> None:
        if self.out_since is None:
            self.diary.storage.take_out(self.id)
            self.out_since = self.true
            self.first_out = self.first_out or self.true

    def back(self, _: object) -> None:
        if self.out_since is not None:
            self.diary.storage.put_back(self.id)
            self.total += self.true - self.out_since
            self.out_since = None

    def told(self, _: object) -> None:
        """Somebody who knows says since when it was out; only while the clock is right."""
        if self.first_out is not None and self.clock.now() == self.true and self.diary.overview().clock_trusted:
            self.diary.storage.declare_out_since(self.id, self.first_out)

    @property
    def truly_out(self) -> timedelta:
        return self.total + (self.true - self.out_since if self.out_since is not None else timedelta(0))


@given(LIFE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_h5_no_clock_makes_a_syringe_usable_that_was_out_too_long(life: list[tuple[str, object]]) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.out(0)
        for name, value in life:
            getattr(world, name)(value)
            look = world.diary.storage.look(world.id)
            if look.usable:
                assert world.truly_out < look.limit, life
        assert whole(world.diary)
        world.diary.close()
