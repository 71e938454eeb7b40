"""What the content files must hold before anything is built from them: every sentence with its facts, plain words,
nothing damaged, nothing promised.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parents[1] / "resources" / "content"
# The five damaged phrases of the public copy by their length in words, as hashes, so that they stand nowhere here.
DAMAGED = {8: "953cddc8c86f", 4: "2f7460713d3e", 9: "363ada957c3b", 6: "a435bf2a9786", 3: "f5781534dd66"}
PROMISES = ("safe to", "ok to inject", "is safe", "no interaction", "you are fine", "perfectly safe", "good to go")
TAG = re.compile(r"^[SABDEC]\d{1,3}$")
# Facts whose number begins with S are those of the public patient guide; the others are placed one by one.
PLACED = "S"
# What is only a title needs no fact.
TITLE = "title"
# School years: of one sentence, of an area, of all areas on average.
HARDEST, HARDEST_AREA, AVERAGE = 8.0, 6.5, 6.0
# A title of one or two words has no grade.
TITLE_WORDS = 2
# The grade is worked out from English syllables.
GRADED = "en"

Told = tuple[str, str, tuple[str, ...]]


def faults(folder: Path = CONTENT) -> list[str]:
    """A line for each thing that is wrong with the content files of a folder; none when they may be built."""
    evidence = _read(folder / "evidence.toml")
    found: list[str] = []
    for file in sorted(folder.glob("facts.*.toml")):
        language = file.name.split(".")[1]
        sources = _read(file)["sources"]
        found += [
            f"evidence.toml: {tag} was read in {name}, which {file.name} does not name"
            for tag, names in evidence.items()
            for name in names
            if name not in sources
        ]
        told = list(sentences(folder, language))
        for where, text, tags in told:
            if not tags and not where.startswith(TITLE):
                found.append(f"{where}: names no fact: {text}")
            found += [f"{where}: {fault}" for fault in _wrong(text, tags, evidence)]
        if language == GRADED:
            found += _too_hard(told)
    return found


def sentences(folder: Path, language: str) -> Iterator[Told]:
    """Everything a person can read of one language: where it stands, its words, its facts; titles have none."""
    for id_, told in _read(folder / f"facts.{language}.toml").items():
        if isinstance(told, dict) and "text" in told:
            yield id_, told["text"], tuple(told.get("facts", ()))
    for stage, told in _read(folder / f"steps.{language}.toml").items():
        yield f"{TITLE} {stage}", told["title"], ()
        for each in (*told["say"], *(told[key] for key in ("brief", "why") if key in told)):
            yield f"step {stage}", each["text"], tuple(each.get("facts", ()))


def _wrong(text: str, tags: tuple[str, ...], evidence: dict[str, Any]) -> Iterator[str]:
    if not text.strip() or text != text.strip():
        yield "no words, or blanks around them"
    for tag in tags:
        if not TAG.match(tag):
            yield f"{tag} is no fact"
        elif not tag.startswith(PLACED) and tag not in evidence:
            yield f"nobody has said where {tag} was read"
    words = plain(text)
    for length, damaged in DAMAGED.items():
        if any(hashed(words[n : n + length]) == damaged for n in range(len(words) - length + 1)):
            yield f"a damaged phrase of the guide: {text}"
    for promise in PROMISES:
        if promise in text.lower():
            yield f"promises too much ({promise}): {text}"


def _too_hard(told: list[Told]) -> Iterator[str]:
    areas: dict[str, list[str]] = defaultdict(list)
    for where, text, _ in told:
        areas["steps" if " " in where else where.split("-")[0]].append(text)
        if len(text.split()) > TITLE_WORDS and grade(text) > HARDEST:
            yield f"{where}: grade {grade(text):.1f}: {text}"
    grades = {area: grade(" ".join(texts)) for area, texts in areas.items()}
    for area, found in grades.items():
        if found > HARDEST_AREA:
            yield f"{area}: grade {found:.1f} as a whole"
    if sum(grades.values()) / len(grades) > AVERAGE:
        yield f"grade {sum(grades.values()) / len(grades):.1f} on average"


def grade(text: str) -> float:
    """Flesch-Kincaid grade."""
    count = max(len(re.findall(r"[.!?:]+(\s|$)", text)), 1)
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / count + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(groups - silent, 1)


def hashed(words: list[str]) -> str:
    """Words that must stand nowhere, as they may stand here."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def plain(text: str) -> list[str]:
    """The words of a text, small and without marks."""
    return re.findall(r"[a-z0-9']+", text.lower())


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit("\n".join(faults()) or None)
