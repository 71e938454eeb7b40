"""Every code of a logger's file has its words, all different, and none of them blames or guesses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers import (
    Ask,
    DateOrder,
    Maker,
    Question,
    Refusal,
    Skip,
    Tally,
    Unit,
    recognise_file,
)
from anakinra_companion.ui.storage import logger_words

C, F = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


@pytest.mark.parametrize("what", Ask)
def test_every_question_says_what_is_asked_and_why(what: Ask) -> None:
    asked, why = logger_words.ask(what)
    assert asked.endswith("?")
    assert why.endswith(".")


@pytest.mark.parametrize("what", Ask)
def test_every_answer_that_can_be_pressed_is_one_the_file_understands(what: Ask) -> None:
    keys = {key for key, _ in logger_words.choices(what)}
    known = {
        Ask.UNIT: set(Unit),
        Ask.DATE_ORDER: set(DateOrder),
        Ask.COLUMNS: set(),
        Ask.START: set(),
        Ask.COUNTED: {"counted", "of_the_hour"},
    }[what]
    assert keys == known
    assert all(words for _, words in logger_words.choices(what))


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_says_what_to_do(why: Refusal) -> None:
    # What it is, and what to do: two sentences, or one with a full stop in it.
    assert logger_words.refusal(why).count(".") >= 2


@pytest.mark.parametrize("why", Skip)
@pytest.mark.parametrize("unit", TemperatureUnit)
def test_every_reason_for_a_row_left_out_has_words(why: Skip, unit: TemperatureUnit) -> None:
    said = logger_words.skipped(why, 3, unit)
    assert said.startswith("3 row")
    assert "{" not in said


def test_no_two_codes_share_their_words() -> None:
    for words in (
        [logger_words.skipped(why, 1, C) for why in Skip],
        [logger_words.refusal(why) for why in Refusal],
        [logger_words.ask(what)[0] for what in Ask],
        [logger_words.maker(whose) for whose in Maker],
    ):
        assert len(set(words)) == len(words)


def test_the_limits_of_a_fridge_are_in_the_persons_unit() -> None:
    assert "-20.0 °C or warmer than 50.0 °C" in logger_words.skipped(Skip.OUT_OF_RANGE, 1, C)
    assert "-4.0 °F or warmer than 122.0 °F" in logger_words.skipped(Skip.OUT_OF_RANGE, 1, F)


def test_the_most_frequent_reason_comes_first_with_its_lines() -> None:
    tally = Tally(skipped=Counter({Skip.EMPTY: 1, Skip.TIME: 9, Skip.HEADER: 0}))
    tally.examples = {Skip.EMPTY: [7], Skip.TIME: [2, 3, 4, 5, 6]}
    told = logger_words.outcome(tally, C)
    assert [lines for _, lines in told] == ["Lines 2, 3, 4, 5, 6 and more", "Line 7"]
    assert "the time could not be read" in told[0][0]


def test_a_question_of_a_real_file_is_answered_by_a_key(tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("1,03/02/2026,10:00:00,4.5,50\n2,03/02/2026,10:05:00,4.6,50\n")
    first = recognise_file(file, file.name)
    assert isinstance(first, Question)
    keys = dict(logger_words.choices(first.ask))
    assert set(keys) == {str(choice) for choice in first.choices}
