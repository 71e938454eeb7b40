"""The words people are told: each with its source, none copied, none damaged, none that promises too much."""

from __future__ import annotations

import ast
import hashlib
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from anakinra_companion import content, resources
from anakinra_companion.domain.flow import Stage
from anakinra_companion.domain.profile import Gate

PACKAGE = Path(content.__file__).parent
SHINGLES = Path(__file__).parent / "data" / "guide-shingles.txt"
# The five damaged phrases of the public copy by their length in words, as hashes, so that they stand nowhere here.
DAMAGED = {8: "953cddc8c86f", 4: "2f7460713d3e", 9: "363ada957c3b", 6: "a435bf2a9786", 3: "f5781534dd66"}
# No sentence alone is harder than this school year; of a whole area the sixth is the limit.
HARDEST = 8.0
TITLE_WORDS = 2
TAG = re.compile(r"^[SABDEC]\d{1,3}$")
PROMISES = ("safe to", "ok to inject", "is safe", "no interaction", "you are fine", "perfectly safe", "good to go")


def sentences() -> list[tuple[str, str]]:
    """Everything in the content files, with where it stands."""
    told = [(id_, content.fact(id_).text) for id_ in content.ids()]
    for stage in Stage:
        step = content.step(stage)
        told.extend((stage.value, sentence) for sentence in (step.title, *step.say, step.why) if sentence)
    return told


def source_words() -> list[tuple[str, str]]:
    """Every string in the code that a person may read."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                found.append((path.name, node.value))
    return found


def hashed(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def plain(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


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
    assert all(TAG.match(tag) for tag in step.facts)
    for name in (step.picture, *step.sheet, *step.dont):
        assert not name or resources.path(f"walkthrough/{name}.svg").is_file()


def test_the_sheet_has_a_sentence_for_each_picture_in_the_order_of_the_steps() -> None:
    step = content.step(Stage.INJECT)
    assert step.sheet == ("step-3", "step-4", "step-5", "step-6")
    assert [sentence[0] for sentence in step.say] == ["3", "4", "5", "6"]


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
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "tr",
                "_tr",
            ):
                told = [
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                ]
                assert not any(rule.search(text) for text in told), (path.name, told)


def test_the_words_can_be_read_at_sixth_grade() -> None:
    areas: dict[str, list[str]] = defaultdict(list)
    for where, text in sentences():
        areas[where.split("-")[0] if "-" in where else "steps"].append(text)
    grades = {area: grade(" ".join(texts)) for area, texts in areas.items()}
    assert max(grades.values()) <= 6.5, grades
    assert sum(grades.values()) / len(grades) <= 6.0
    # A title of one or two words has no grade.
    told = [text for _, text in sentences() if len(text.split()) > TITLE_WORDS]
    hard = {text: grade(text) for text in told if grade(text) > HARDEST}
    assert hard == {}


def grade(text: str) -> float:
    """Flesch-Kincaid grade."""
    count = max(len(re.findall(r"[.!?:]+(\s|$)", text)), 1)
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(groups - silent, 1)


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
