"""Lengths as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.skin.lengths import NotALength, in_unit, read_length

CM, INCHES = TapeUnit.CENTIMETRES, TapeUnit.INCHES


@pytest.mark.parametrize(
    ("typed", "unit", "tenths"),
    [
        ("52", CM, 5200),
        (" 52.5 ", CM, 5250),
        ("52,5", CM, 5250),
        ("52,25", CM, 5225),
        ("20", INCHES, 5080),
        ("20 1/2", INCHES, 5207),
        ("20½", INCHES, 5207),
        ("20 ¾", INCHES, 5270),
        ("20.5", INCHES, 5207),
        ("0", CM, 0),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, unit: TapeUnit, tenths: int) -> None:
    assert read_length(typed, unit) == tenths


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_not_known(typed: str) -> None:
    assert read_length(typed, CM) is None


@pytest.mark.parametrize(
    "typed", ["about 52", "52 cm", "-5", "5.2.1", "1,234.5", "20 1/0", "1/2", "99999", "nan", "5e3"]
)
def test_what_is_no_length_is_not_guessed(typed: str) -> None:
    with pytest.raises(NotALength):
        read_length(typed, CM)


@given(st.integers(1, 30_000), st.sampled_from(TapeUnit))
def test_a_length_shown_to_two_places_is_read_back_within_a_tenth_of_a_millimetre_or_two(
    tenths: int, unit: TapeUnit
) -> None:
    back = read_length(f"{in_unit(tenths, unit):.2f}", unit)
    assert back is not None
    assert abs(back - tenths) <= 2
