"""One act on a record, as a process of its own: `python act.py DATA_DIR ACT`, with the program's own doors."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths


def add_box(diary: Diary) -> None:
    diary.storage.add_box("A1", date(2035, 1, 31))


def take_out(diary: Diary) -> None:
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)


def put_back(diary: Diary) -> None:
    diary.storage.put_back(diary.storage.looks()[0].syringe.id)


ACTS = {each.__name__: each for each in (add_box, take_out, put_back)}


def main(folder: str, *names: str) -> None:
    diary = open_diary(Paths.under(Path(folder)), system_clock(), list)
    diary.look_at_clock()
    for name in names:
        ACTS[name](diary)
    diary.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
