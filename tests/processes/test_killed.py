"""Killed at every stage of an injection and between: it opens at its own place, and the record has the dose once."""

from __future__ import annotations

import multiprocessing
import os
import random
import select
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.doses import DayState, DoseKind
from anakinra_companion.domain.flow import POSSIBLE, Reply, Stage
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.storage import State
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.conftest import START
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up
from tests.processes.inject import Said, inject
from tests.processes.ways import WAYS, Way

# The person comes back so long after the program was killed.
AWAY = timedelta(hours=3)
# Every moment of every way: before Start, and after each answer but the last.
MOMENTS = [(name, number) for name, way in WAYS.items() for number in range(-1, len(way.answers) + 1)]
# An answer takes some milliseconds; a kill comes anywhere in one and a little after it (microseconds).
LATEST = 8_000


@pytest.fixture(scope="module")
def warm() -> Iterator[ForkServerContext]:
    """Processes that need not import everything first: forked from one that has, and threads in none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([inject.__module__])
        yield context


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody set up, an hour before a dose is due."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    diary = open_diary(Paths.under(folder), HandClock(START), list)
    set_up(diary)
    diary.close()
    return folder


class Killing:
    """Runs an injection in a process, lets it go on answer by answer, and kills it at a moment."""

    def __init__(self, context: ForkServerContext, folder: Path) -> None:
        self._context = context
        self.folder = folder

    def after(self, way: str, number: int, *, minutes: int = 0, microseconds: int | None = None) -> Said | None:
        """Kills once the answer of that number is acknowledged: at rest, or that long into what follows it."""
        # Two ways, each with one writer: on a socket a killed reader would take back what it said.
        hears, asks = self._context.Pipe(duplex=False)
        listens, tells = self._context.Pipe(duplex=False)
        # At rest it waits for a word before each answer; otherwise it runs on from that one by itself.
        free_from = len(WAYS[way].answers) if microseconds is None else number
        process = self._context.Process(target=inject, args=(self.folder, way, minutes, free_from, hears, tells))
        process.start()
        hears.close()
        tells.close()
        last: Said | None = listens.recv()
        while (last[1] if last else -1) < number:
            asks.send("go on")
            last = listens.recv()
        if microseconds is not None and number < len(WAYS[way].answers):
            asks.send("go on")
            select.select([], [], [], microseconds / 1_000_000)
        assert process.pid is not None
        # After the last answer it may have ended by itself.
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        try:
            while True:
                last = listens.recv()
        except EOFError:
            pass
        asks.close()
        listens.close()
        assert process.exitcode in (-signal.SIGKILL, 0)
        return last


def look_after(folder: Path, way: Way, told: Said | None, *, in_flight: bool) -> int:
    """Opens the record much later and compares it with what was acknowledged; says how many answers are kept."""
    clock = HandClock(START)
    clock.pass_time(hours=AWAY / timedelta(hours=1))
    diary = open_diary(Paths.under(folder), clock, list)
    try:
        walk = diary.walkthrough.open() or (diary.walkthrough.get(told[0]) if told else None)
        kept, acknowledged = len(walk.answers) if walk else -1, told[1] if told else -1
        # One answer may have reached the disk without being acknowledged; never less, never two.
        assert kept - acknowledged in ((0, 1) if in_flight else (0,))
        if walk is not None:
            assert walk.stage is way.stages[kept]
            _choices_are_kept(way, walk, told)
            _time_ran_on(diary, way, walk)
        _recorded_once(diary, way, walk)
        assert whole(diary)
    finally:
        diary.close()
    return kept


def _choices_are_kept(way: Way, walk: Walkthrough, told: Said | None) -> None:
    replies = way.replies(len(walk.answers))
    assert tuple(answer.reply for answer in walk.answers) == replies
    assert (walk.syringe is not None) == (Reply.THIS_ONE in replies)
    assert (walk.point is not None) == (Reply.HERE in replies)
    unsaid = replies[told[1] :] if told else ()
    if told is not None and Reply.THIS_ONE not in unsaid:
        assert walk.syringe == told[2]
    if told is not None and Reply.HERE not in unsaid:
        assert walk.point == told[3]


def _time_ran_on(diary: Diary, way: Way, walk: Walkthrough) -> None:
    """The time out of the fridge counts from the instant on disk, also while no program ran (S94)."""
    kept = len(walk.answers)
    if walk.syringe is None or way.dose(kept) or way.is_wasted(kept):
        return
    chosen = [answer for answer in walk.answers if answer.reply is Reply.THIS_ONE]
    # A second one in the hand counts from when the first was named; after one set aside it counts from its own.
    since = chosen[0] if Reply.OTHER_ONE in way.replies(kept) and len(chosen) > 1 else chosen[-1]
    look = diary.storage.look(walk.syringe)
    if way.stages[kept] is Stage.SYRINGE and Reply.OTHER_ONE in way.replies(kept):
        assert look.state is State.IN_FRIDGE
        return
    assert look.time_out == diary.now() - since.at
    assert look.time_out > AWAY - timedelta(hours=1)
    aside = way.stages[kept] is Stage.SET_ASIDE or way.replies(kept)[-1] is Reply.ANOTHER
    assert look.state is (
        State.COVER_OFF if way.stages[kept] in POSSIBLE else State.SET_ASIDE if aside else State.OUT
    )


def _recorded_once(diary: Diary, way: Way, walk: Walkthrough | None) -> None:
    kept = len(walk.answers) if walk else -1
    view = diary.overview()
    doses = [dose for week in diary.doses.month(2026, 3).weeks for day in week for dose in day.doses]
    told = way.dose(kept) if walk else None
    possible = walk is not None and walk.stage in POSSIBLE
    assert (view.guard is StartGuard.POSSIBLE_DOSE) == (view.day.state is DayState.UNFINISHED) == possible
    at_home = [look for box in diary.storage.boxes() for look in box.looks]
    ended = [look for look in at_home if look.state in (State.USED, State.WASTED, State.IN_SHARPS)]
    if walk is None or told is None:
        assert doses == []
        assert [look.syringe.id for look in ended] == ([walk.syringe] if walk and way.is_wasted(kept) else [])
        assert possible or (view.day.state, view.guard) == (DayState.DUE, StartGuard.GO)
        return
    (dose,) = doses
    whole_dose = told is Reply.NEEDLE_OUT
    assert dose.kind is (DoseKind.TAKEN if whole_dose else DoseKind.PART)
    assert (dose.point, dose.syringe) == (walk.point, walk.syringe)
    assert [look.syringe.id for look in ended] == [walk.syringe]
    assert ended[0].state is (State.IN_SHARPS if Reply.IN_SHARPS in way.replies(kept) else State.USED)
    assert (view.day.state, view.guard) == (
        DayState.TAKEN if whole_dose else DayState.PART,
        StartGuard.SECOND_DOSE,
    )


def kill_at(
    context: ForkServerContext, prepared: Path, folder: Path, name: str, number: int, late: int | None
) -> int:
    shutil.copytree(prepared, folder)
    told = Killing(context, folder).after(name, number, microseconds=late)
    kept = look_after(folder, WAYS[name], told, in_flight=late is not None)
    shutil.rmtree(folder)
    return kept


@pytest.mark.parametrize("name", WAYS)
def test_killed_at_rest_at_each_stage_it_opens_there(
    warm: ForkServerContext, prepared: Path, tmp_path: Path, name: str
) -> None:
    for number in range(-1, len(WAYS[name].answers) + 1):
        assert kill_at(warm, prepared, tmp_path / "copy", name, number, None) == number


@pytest.mark.parametrize("name", WAYS)
def test_killed_during_an_answer_it_is_kept_whole_or_not_at_all(
    warm: ForkServerContext, prepared: Path, tmp_path: Path, name: str
) -> None:
    chance = random.Random(7)
    for number in random.Random(name).sample(range(-1, len(WAYS[name].answers)), 4):
        kill_at(warm, prepared, tmp_path / "copy", name, number, chance.randrange(LATEST))


@pytest.mark.parametrize("name", WAYS)
def test_one_injection_killed_at_every_stage_and_opened_again_is_recorded_once(
    warm: ForkServerContext, prepared: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(prepared, folder)
    told: Said | None = None
    for number in range(len(WAYS[name].answers) + 1):
        told = Killing(warm, folder).after(name, number, minutes=3 * number)
        look_after(folder, WAYS[name], told, in_flight=False)
    assert told is not None
    assert told[1] == len(WAYS[name].answers)


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_a_thousand_kills_lose_nothing_and_double_nothing(
    warm: ForkServerContext, prepared: Path, tmp_path: Path
) -> None:
    chance, unsaid = random.Random(11), 0
    for count in range(1_000):
        name, number = MOMENTS[count % len(MOMENTS)]
        kept = kill_at(warm, prepared, tmp_path / "copy", name, number, chance.randrange(LATEST))
        unsaid += kept > number
    # The kills do fall into the answers, not only before and after them.
    assert 100 < unsaid < 900
