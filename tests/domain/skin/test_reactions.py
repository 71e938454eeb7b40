"""What the skin did, and what has to be asked and shown about it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anakinra_companion.domain.skin.reactions import LARGEST, WORST, Reaction, Signs, newest, worst_of

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
SIGNS = ("redness", "swelling", "bruise", "pain", "itch")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(("strength", "reacted"), [(0, False), (1, True), (3, True)])
def test_any_sign_is_a_reaction(sign: str, strength: int, reacted: bool) -> None:
    assert Signs(**{sign: strength}).reacted is reacted  # type: ignore[arg-type]


def test_a_size_a_lump_or_a_yes_alone_is_a_reaction_too() -> None:
    assert Signs(size=20).reacted
    assert Signs(lump=True).reacted
    assert Signs(spreading=True).reacted
    assert not Signs(note="all quiet", spreading=False).reacted


def test_s86_hot_spreading_or_feeling_ill_is_asked_of_every_reaction_and_of_no_other_report() -> None:
    assert Signs(redness=1).asks_spreading
    assert not Signs(redness=1, spreading=False).asks_spreading
    assert not Signs(redness=1, spreading=True).asks_spreading
    assert not Signs().asks_spreading


def test_s86_only_a_yes_says_doctor_now() -> None:
    assert [Signs(redness=3, spreading=said).doctor_now for said in (True, False, None)] == [True, False, False]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(("strength", "possible"), [(-1, False), (0, True), (WORST, True), (WORST + 1, False)])
def test_a_sign_is_nought_to_three(sign: str, strength: int, possible: bool) -> None:
    assert Signs(**{sign: strength}).are_possible is possible  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("size", "possible"), [(0, False), (1, True), (LARGEST, True), (LARGEST + 1, False), (None, True)]
)
def test_a_size_is_a_size(size: int | None, possible: bool) -> None:
    assert Signs(size=size).are_possible is possible


def test_the_newest_report_of_an_injection_counts_and_the_worst_is_remembered() -> None:
    told = [
        Reaction("r1", "d1", NOON, Signs(redness=3)),
        Reaction("r2", "d2", NOON, Signs(itch=1)),
        Reaction("r3", "d1", NOON, Signs()),
    ]
    assert not newest(told)["d1"].signs.reacted
    assert worst_of(told) == {"d1": 3, "d2": 1}
