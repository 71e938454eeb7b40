"""The words people are told: each with its source, none copied, none damaged, none that promises too much."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from content_check import DAMAGED, PROMISES, TAG, hashed, plain

from anakinra_companion import content, resources
from anakinra_companion.domain.flow import ORDER, Mode, Stage
from anakinra_companion.domain.profile import Gate

PACKAGE = Path(content.__file__).parent
SHINGLES = Path(__file__).parent / "data" / "guide-shingles.txt"


def sentences() -> list[tuple[str, str]]:
    """Everything in the content files, with where it stands."""
    told = [(id_, content.fact(id_).text) for id_ in content.ids()]
    for stage in Stage:
        step = content.step(stage)
        told.extend((stage.value, sentence) for sentence in (step.title, *(each.text for each in step.sentences)))
    return told


def source_words() -> list[tuple[str, str]]:
    """Every string in the code that a person may read."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                found.append((path.name, node.value))
    return found


@pytest.mark.parametrize("id_", content.ids())
def test_every_fact_names_what_it_rests_on_and_where_that_was_read(id_: str) -> None:
    fact = content.fact(id_)
    assert fact.text == fact.text.strip() != ""
    assert fact.facts
    assert fact.sources
    assert all(TAG.match(tag) for tag in fact.facts)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_words_facts_and_pictures_that_exist(stage: Stage) -> None:
    step = content.step(stage)
    assert step.title
    assert step.say
    for name in (step.picture, *step.sheet, *step.dont, *step.also):
        assert not name or resources.path(f"walkthrough/{name}.svg").is_file()


@pytest.mark.parametrize("stage", Stage)
def test_every_sentence_of_a_stage_rests_on_facts_that_were_read_somewhere(stage: Stage) -> None:
    for sentence in content.step(stage).sentences:
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.facts
        assert all(TAG.match(tag) for tag in sentence.facts)
        assert content.read_in(*sentence.facts)


@pytest.mark.parametrize("id_", content.ids())
def test_every_fact_of_the_file_of_facts_was_read_somewhere(id_: str) -> None:
    assert content.read_in(*content.fact(id_).facts)


def test_a_fact_that_nobody_has_placed_is_refused() -> None:
    with pytest.raises(KeyError):
        content.read_in("B99")


@pytest.mark.parametrize("stage", ORDER[Mode.PRACTISED])
def test_somebody_practised_reads_one_line_a_step(stage: Stage) -> None:
    step = content.step(stage)
    # Steps 3 to 6 stand together, a line each.
    assert len(step.told(Mode.PRACTISED)) == (len(step.sheet) or 1)


@pytest.mark.parametrize("stage", [stage for stage in ORDER[Mode.FIRST_TIME] if stage is not Stage.DONE])
def test_somebody_new_is_told_why_at_each_step(stage: Stage) -> None:
    assert content.step(stage).why is not None


def test_the_sheet_has_a_sentence_for_each_picture_in_the_order_of_the_steps() -> None:
    step = content.step(Stage.INJECT)
    assert step.sheet == ("step-3", "step-4", "step-5", "step-6")
    assert [sentence.text[0] for sentence in step.say] == ["3", "4", "5", "6"]


def test_no_sentence_is_copied_from_the_guide() -> None:
    known = set(SHINGLES.read_text(encoding="ascii").split())
    assert len(known) > 1_000
    copied: list[str] = []
    for where, text in sentences():
        words = plain(text)
        copied.extend(where for n in range(len(words) - 7) if hashed(words[n : n + 8]) in known)
    assert copied == []


def test_h10_none_of_the_five_damaged_sentences_stands_anywhere() -> None:
    for where, text in [*sentences(), *source_words()]:
        words = plain(text)
        for length, damaged in DAMAGED.items():
            for n in range(len(words) - length + 1):
                assert hashed(words[n : n + length]) != damaged, where


def test_h10_the_check_for_damaged_sentences_bites() -> None:
    assert hashed(plain("That is, UPRIGHT!")) == DAMAGED[3]


def test_h25_nothing_promises_that_a_syringe_or_an_injection_is_harmless() -> None:
    for where, text in [*sentences(), *source_words()]:
        assert not any(promise in text.lower() for promise in PROMISES), (where, text)


def test_no_rule_with_a_number_stands_outside_the_content_files() -> None:
    rule = re.compile(r"\b\d+([.,]\d+)?\s?(hours?|°|cm\b|mg\b|inch|minutes?|days?\b)")
    for path in [*(PACKAGE / "ui").rglob("*.py"), *(PACKAGE / "papers").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "tr",
                "_tr",
            ):
                told = [
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                ]
                assert not any(rule.search(text) for text in told), (path.name, told)


def test_every_gate_has_its_question() -> None:
    for gate in Gate:
        assert content.say(f"gate-{gate.value.replace('_', '-')}").endswith("?")


def test_h18_no_country_shows_a_blank_emergency_number_and_each_has_a_source() -> None:
    for country in content.countries():
        assert country.emergency.strip()
        assert country.source.strip()
    assert content.country("nowhere") is None


def test_h23_the_content_says_when_it_was_checked_and_when_it_grows_old() -> None:
    assert isinstance(content.checked_on(), date)
    assert content.review_by() > content.checked_on()


def test_nobody_has_reviewed_it_yet_so_the_program_says_so() -> None:
    assert not content.is_reviewed()
    assert "Not yet reviewed" in content.say("about-not-reviewed")
