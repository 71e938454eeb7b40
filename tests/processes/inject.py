"""Goes through one injection and says each act when it is on disk: `python inject.py DATA_DIR`; killed by a test."""

from __future__ import annotations

import sys
from pathlib import Path

from anakinra_companion.domain.flow import Reply
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths


def main(folder: str) -> None:
    diary = open_diary(Paths.under(Path(folder)), system_clock(), list)
    walk = diary.walkthrough.open()
    assert walk is not None
    print("ready", flush=True)
    sys.stdin.readline()
    for reply in (Reply.NEXT, Reply.NEEDLE_OUT, Reply.IN_SHARPS):
        walk = diary.walkthrough.answer(walk, reply)
        print(walk.stage.value, flush=True)
    diary.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
