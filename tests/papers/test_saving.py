"""A paper on disk is whole, or everything is as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from anakinra_companion.papers.ink import TooMuchToPrint
from anakinra_companion.papers.saving import END, saved


def whole(path: Path) -> int:
    path.write_bytes(b"%PDF new " + END + b"\n")
    return 3


def half(path: Path) -> int:
    path.write_bytes(b"%PDF new")
    return 3


def too_much(path: Path) -> int:
    path.write_bytes(b"%PDF")
    raise TooMuchToPrint


def test_a_whole_paper_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("old")
    assert saved(path, whole) == 3
    assert path.read_bytes().startswith(b"%PDF new")
    assert list(tmp_path.iterdir()) == [path]


def test_half_a_paper_is_a_full_disk_and_the_earlier_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("old")
    with pytest.raises(OSError, match="space") as told:
        saved(path, half)
    assert told.value.errno == errno.ENOSPC
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_paper_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(TooMuchToPrint):
        saved(tmp_path / "a.pdf", too_much)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        saved(tmp_path, whole)


def test_a_folder_that_is_not_there_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        saved(tmp_path / "nowhere" / "a.pdf", whole)
