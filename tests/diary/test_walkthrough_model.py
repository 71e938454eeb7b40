"""Every way through an injection against a second, much simpler account of what must be on record after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import SyringeRefused
from anakinra_companion.domain.doses import DayState, DoseKind
from anakinra_companion.domain.flow import ENDS, Mode, Reply, Stage
from anakinra_companion.domain.storage import State
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

ASIDE = {"frozen", "overheated", "dropped", "cracked", "expired", "cloudy", "coloured", "floating", "not_sure"}
# The usual answer comes first; three times out of four somebody gives it.
PICKS = st.one_of(st.just(0), st.just(0), st.just(0), st.integers(0, 6 * 5 * 4 * 7))
PART = {"half_way", "stuck", "leaked", "part"}


@dataclass
class Account:
    """What a person with paper and pencil would have written down."""

    where: dict[int, str] = field(default_factory=lambda: dict.fromkeys(range(1, 8), "fridge"))
    hand: int | None = None
    fresh: bool = False
    dose: str | None = None

    def take(self, position: int) -> None:
        self.hand, self.fresh = position, self.where[position] == "fridge"
        self.where[position] = "out"

    def hear(self, reply: str) -> None:
        if self.hand is None:
            return
        if reply in ASIDE:
            self.where[self.hand] = "aside"
        elif reply == "wrong_press" and self.dose is not None:
            self.dose = "taken"
        elif reply == "wrong_press":
            self.where[self.hand] = "out"
        elif reply == "other_one" and self.fresh:
            self.where[self.hand] = "fridge"
        elif reply == "needle_out" or (reply == "bleeds" and self.dose is None):
            self.dose, self.where[self.hand] = "taken", "used"
        elif reply == "liquid":
            self.dose = "part"
        elif reply in PART:
            self.dose, self.where[self.hand] = "part", "used"
        elif reply in ("not_injected", "touched"):
            self.where[self.hand] = "wasted"
        elif reply == "in_sharps":
            self.where[self.hand] = "sharps"


WORDS = {
    State.IN_FRIDGE: "fridge",
    State.OUT: "out",
    State.COVER_OFF: "cover_off",
    State.USED: "used",
    State.WASTED: "wasted",
    State.IN_SHARPS: "sharps",
    State.SET_ASIDE: "aside",
    State.FROZEN: "aside",
    State.OVERHEATED: "aside",
}


def step(diary: Diary, walk: Walkthrough, account: Account, pick: int) -> Walkthrough:
    """One answer, chosen by a number, told to the program and to the account."""
    replies = [reply for reply in walk.replies if not (reply is Reply.BACK and not walk.answers)]
    reply = replies[pick % len(replies)]
    if reply is Reply.THIS_ONE:
        position = pick % 7 + 1
        look = next(look for look in diary.storage.boxes()[0].looks if look.syringe.position == position)
        try:
            walk = diary.walkthrough.choose_syringe(walk, look.syringe.id)
        except SyringeRefused:
            assert account.where[position] not in ("fridge", "out")
            return walk
        account.take(position)
        return walk
    if reply is Reply.HERE:
        found = diary.sites.suggestion()
        assert found is not None
        return diary.walkthrough.choose_place(walk, found.point)
    before = walk.stage
    walk = diary.walkthrough.answer(walk, reply)
    if before is Stage.COVER and reply is Reply.NEXT and account.hand is not None:
        account.where[account.hand] = "cover_off"
    account.hear(reply.value)
    return walk


@given(st.sampled_from(Mode), st.lists(PICKS, min_size=8, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_every_path_the_record_equals_the_account(mode: Mode, picks: list[int]) -> None:
    with TemporaryDirectory() as folder:
        clock = HandClock(datetime(2026, 3, 2, 18, 0, tzinfo=UTC))
        diary = open_diary(Paths.under(Path(folder)), clock, list)
        set_up(diary)
        account = Account()
        walk = diary.walkthrough.start(mode=mode)
        for pick in picks:
            if walk.stage in ENDS:
                break
            clock.pass_time(seconds=20)
            walk = step(diary, walk, account, pick)
            agrees(diary, walk, account)
        assert whole(diary)
        diary.close()


def agrees(diary: Diary, walk: Walkthrough, account: Account) -> None:
    """The program's record and the account say the same."""
    looks = {look.syringe.position: WORDS[look.state] for box in [diary.storage.boxes()[0]] for look in box.looks}
    assert looks == account.where
    day = diary.doses.day(TODAY)
    kinds = {"taken": DoseKind.TAKEN, "part": DoseKind.PART}
    expected = [kinds[account.dose]] if account.dose else []
    assert [dose.kind for dose in day.doses] == expected
    assert (day.state is DayState.UNFINISHED) == walk.is_possible_dose
