"""Walks one injection as a process of its own, and says each answer once it is on disk; killed by a test."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.conftest import START
from tests.hand_clock import HandClock
from tests.processes.ways import WAYS

# What is said of a walkthrough on disk: its id, how many answers, the syringe and the place.
Said = tuple[str, int, str | None, SitePoint | None]


def inject(folder: Path, way: str, minutes: int, free_from: int, asked: Connection, told: Connection) -> None:
    """Goes on from where the record stands; waits for a word before each answer up to `free_from`, then runs."""
    clock = HandClock(START)
    clock.pass_time(minutes=minutes)
    diary = open_diary(Paths.under(folder), clock, list)
    walk = diary.walkthrough.open()
    if walk is None:
        told.send(None)
        asked.recv()
        walk = diary.walkthrough.start(mode=WAYS[way].mode)
    told.send(said(walk))
    for number in range(len(walk.answers), len(WAYS[way].answers)):
        if number <= free_from:
            asked.recv()
        clock.pass_time(minutes=1)
        walk = answered(diary, walk, WAYS[way].answers[number][0])
        told.send(said(walk))
    diary.close()


def said(walk: Walkthrough) -> Said:
    return walk.id, len(walk.answers), walk.syringe, walk.point


def answered(diary: Diary, walk: Walkthrough, reply: Reply) -> Walkthrough:
    """One answer; of the syringes and points another one than last time."""
    if reply is Reply.THIS_ONE:
        looks = diary.storage.looks()
        return diary.walkthrough.choose_syringe(
            walk, next(look.syringe.id for look in looks if look.usable and look.syringe.id != walk.syringe)
        )
    if reply is Reply.HERE:
        map_ = diary.sites.map()
        assert map_.suggestion is not None
        points = [found.point for found in (map_.suggestion, *map_.alternatives)]
        return diary.walkthrough.choose_place(walk, next(point for point in points if point != walk.point))
    return diary.walkthrough.answer(walk, reply)
