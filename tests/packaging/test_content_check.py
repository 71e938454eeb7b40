"""What is checked of the content before a build, and that each check bites."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from content_check import CONTENT, DAMAGED, faults, grade, hashed, plain

Spoil = Callable[[str, str], list[str]]
CHECKOUT = CONTENT.parents[1]
FILLED = "Read the date on the syringe."


@pytest.fixture
def spoilt(tmp_path: Path) -> Spoil:
    """What is wrong with a copy of the steps in which one thing was put in place of another."""

    def with_(old: str, new: str) -> list[str]:
        folder = tmp_path / "content"
        shutil.copytree(CONTENT, folder)
        file = folder / "steps.en.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return faults(folder)

    return with_


def test_nothing_is_wrong_with_the_content_that_is_shipped() -> None:
    assert faults() == []


def test_h10_a_sentence_without_a_fact_stops_the_build(spoilt: Spoil) -> None:
    (fault,) = spoilt('facts = ["B4"]', "facts = []")
    assert "names no fact" in fault


def test_a_fact_that_was_read_nowhere_stops_the_build(spoilt: Spoil) -> None:
    (fault,) = spoilt('facts = ["B4"]', 'facts = ["B99"]')
    assert "where B99 was read" in fault


def test_a_number_that_is_no_fact_stops_the_build(spoilt: Spoil) -> None:
    assert any("is no fact" in fault for fault in spoilt('facts = ["B4"]', 'facts = ["X4"]'))


@pytest.mark.parametrize("damaged", ["That is upright!"])
def test_h10_a_damaged_phrase_stops_the_build(spoilt: Spoil, damaged: str) -> None:
    assert any("damaged phrase" in fault for fault in spoilt(FILLED, damaged))


def test_h10_the_check_for_damaged_phrases_knows_the_words_and_not_their_marks() -> None:
    assert hashed(plain("That is, UPRIGHT!")) == DAMAGED[3]


def test_h25_a_promise_stops_the_build(spoilt: Spoil) -> None:
    assert any("promises too much" in fault for fault in spoilt(FILLED, "It is safe to go on."))


def test_a_sentence_that_is_hard_to_read_stops_the_build(spoilt: Spoil) -> None:
    hard = "Ascertain meticulously the integrity of the pharmaceutical receptacle and its expiration particulars."
    assert any("grade" in fault for fault in spoilt(FILLED, hard))


def test_a_short_plain_sentence_is_easier_than_a_long_learned_one() -> None:
    assert grade("Put the syringe down.") < 4
    assert grade("Deposit the pharmaceutical container immediately.") > 12


def test_a_source_without_a_name_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    file = folder / "evidence.toml"
    file.write_text(file.read_text(encoding="utf-8") + 'B98 = ["nowhere"]\n', encoding="utf-8")
    (fault,) = faults(folder)
    assert "nowhere" in fault


def test_a_build_stops_where_the_content_is_spoilt(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    kept = ("anakinra_companion", "resources", "packaging")
    for name in kept:
        shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / name, copy / name)
    file = copy / "resources" / "content" / "steps.en.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('facts = ["B4"]', "facts = []"), encoding="utf-8")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "out")]
    done = subprocess.run(words, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "names no fact" in done.stdout + done.stderr
    assert list(tmp_path.rglob("*.whl")) == []
