"""The clinical sentences, each with the fact it rests on, its source and the day it was checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from anakinra_companion import resources
from anakinra_companion.domain.flow import Mode, Stage

LANGUAGE = "en"
# Facts whose number begins with S were read in the public patient guide.
GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence or two with their evidence."""

    id: str
    text: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the walkthrough with the facts it rests on."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The words and pictures of one stage of the walkthrough; `brief` is the one line of somebody practised."""

    title: str
    say: tuple[Sentence, ...]
    brief: Sentence | None
    why: Sentence | None
    picture: str
    sheet: tuple[str, ...]
    dont: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every line that can be shown at this stage."""
        return tuple(each for each in (*self.say, self.brief, self.why) if each is not None)

    def told(self, mode: Mode) -> tuple[Sentence, ...]:
        """What is shown: all of it, or the one line of somebody practised, where there is one."""
        return (self.brief,) if mode is Mode.PRACTISED and self.brief is not None else self.say


@dataclass(frozen=True, slots=True)
class Country:
    """A country's numbers, with the source they were read in; `poison` is empty where none is cited."""

    code: str
    name: str
    emergency: str
    poison: str
    source: str


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path(f"content/{name}.toml").read_text(encoding="utf-8"))


@cache
def _text(name: str) -> str:
    return "\n" + resources.path(f"content/{name}.toml").read_text(encoding="utf-8")


@cache
def _table(name: str, id_: str) -> dict[str, Any]:
    """One table of a file: reading all of it takes 20 ms, and Today shows two sentences."""
    text = _text(name)
    start = text.find(f"\n[{id_}]\n")
    if start < 0:
        raise KeyError(id_)
    end = text.find("\n[", start + 1)
    table: dict[str, Any] = tomllib.loads(text[start : end if end > 0 else len(text)])[id_]
    return table


@cache
def fact(id_: str) -> Fact:
    """One fact by its id; raises KeyError for an id that is not in the file."""
    book = f"facts.{LANGUAGE}"
    told, sources_ = _table(book, id_), _table(book, "sources")
    return Fact(
        id=id_,
        text=told["text"],
        facts=tuple(told["facts"]),
        sources=tuple(sources_[name] for name in told["source"]),
    )


def say(*ids: str) -> str:
    """The sentences of several facts, one after the other."""
    return " ".join(fact(id_).text for id_ in ids)


def ids() -> tuple[str, ...]:
    """Every fact there is."""
    book = _read(f"facts.{LANGUAGE}")
    return tuple(key for key, value in book.items() if isinstance(value, dict) and "text" in value)


def sources(*wanted: str) -> str:
    """Where some sentences come from, a line each, with the day they were checked."""
    lines = [f"{', '.join(fact(id_).facts)}: {'; '.join(fact(id_).sources)}" for id_ in wanted]
    return "\n".join([*lines, checked_on().isoformat()])


def checked_on() -> date:
    """The day the content was last held against its sources."""
    checked: date = _head("checked")
    return checked


def review_by() -> date:
    """The day after which the content may be out of date (H23)."""
    due: date = _head("review_by")
    return due


def is_reviewed() -> bool:
    """True once a pharmacist or doctor is named in the content file."""
    return bool(_head("reviewer"))


@cache
def _head(name: str) -> Any:
    text = _text(f"facts.{LANGUAGE}")
    return tomllib.loads(text[: text.index("\n[")])[name]


@cache
def step(stage: Stage) -> Step:
    """The words and pictures of a stage."""
    told = _table(f"steps.{LANGUAGE}", stage.value)
    return Step(
        title=told["title"],
        say=tuple(_sentence(each) for each in told["say"]),
        brief=_sentence(told["brief"]) if "brief" in told else None,
        why=_sentence(told["why"]) if "why" in told else None,
        picture=told["picture"],
        sheet=tuple(told.get("sheet", ())),
        dont=tuple(told.get("dont", ())),
        also=tuple(told.get("also", ())),
    )


def _sentence(told: dict[str, Any]) -> Sentence:
    return Sentence(told["text"], tuple(told["facts"]))


def read_in(*tags: str) -> tuple[str, ...]:
    """The sources some facts were read in, each once; raises KeyError for a fact nobody has placed."""
    names = _table(f"facts.{LANGUAGE}", "sources")
    return tuple(dict.fromkeys(names[source] for tag in tags for source in _source_names(tag)))


def _source_names(tag: str) -> list[str]:
    found: list[str] = [GUIDE] if tag.startswith("S") else _read("evidence")[tag]
    return found


@cache
def countries() -> tuple[Country, ...]:
    """The countries whose numbers are cited."""
    return tuple(
        Country(code, told["name"], told["emergency"], told["poison"], told["source"])
        for code, told in _read("countries").items()
    )


def country(code: str) -> Country | None:
    """One country, or None where no source is cited."""
    return next((each for each in countries() if each.code == code), None)
