"""The command line's English for loggers' files: questions, refusals, and what became of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from anakinra_companion.diary.fridge.views import ImportResult
from anakinra_companion.domain.fridge.excursions import Excursion, Manner, Side
from anakinra_companion.domain.fridge.readings import instant
from anakinra_companion.domain.fridge.rows import Skip, Tally
from anakinra_companion.exchange.loggers import Ask, Question, Refusal, Refused
from anakinra_companion.exchange.words import duration, temperature, when

# So many times out of range are told one by one.
TOLD = 5

QUESTIONS = {
    Ask.UNIT: "Are these temperatures Celsius or Fahrenheit? Say it with --unit c or --unit f.",
    Ask.DATE_ORDER: "Does the day or the month come first in these dates? Say it with --dates day-first or"
    " --dates month-first.",
    Ask.COLUMNS: "Which columns hold the time and the temperature? Say it with --columns, by their numbers,"
    " such as --columns 1,2, or with a date first, 1,2,3.",
    Ask.START: "When did this recording begin, by the logger's clock? Say it with --start 2026-03-02T08:00.",
    Ask.COUNTED: "Do these times count from the start of the recording? Say it with --times counted, or with"
    " --times of-the-hour.",
}
REFUSALS = {
    Refusal.EMPTY: "This file is empty. Export it from the logger again.",
    Refusal.NOT_TEXT: "This file is not text. Export it from the logger as CSV.",
    Refusal.SPREADSHEET: "This file is a spreadsheet. Save it as CSV, and import that.",
    Refusal.PDF: "This file is a PDF. Export it from the logger as CSV.",
    Refusal.NO_TABLE: "This file holds no table. Export it from the logger as CSV.",
    Refusal.NO_TEMPERATURE: "This file has no column of temperatures. Export it from the logger again.",
    Refusal.NO_ROWS: "This file holds no readings. Export it from the logger again.",
    Refusal.MIXED_DATES: "Some of its dates have the day first, others the month. Export it from the logger again.",
    Refusal.TIME_UNCLEAR: "Its times cannot be read for certain. Export it from the logger again.",
}
SKIPS = {
    Skip.TIME: "no time that can be read",
    Skip.TIME_RAN_BACK: "the time ran back",
    Skip.NO_SUCH_TIME: "a time that the clock left out",
    Skip.TEMPERATURE: "no temperature that can be read",
    Skip.EMPTY: "no temperature",
    Skip.OUT_OF_RANGE: "a temperature that no fridge has",
    Skip.COLUMNS: "too few or too many columns",
    Skip.CUT_OFF: "cut off at the end",
    Skip.DAMAGED: "damaged",
    Skip.FORMULA: "a formula",
    Skip.UNIT: "no unit",
    Skip.HEADER: "headings in between",
    Skip.OTHER_HEADER: "after other headings",
    Skip.REPEATED: "repeated",
    Skip.CONTRADICTED: "repeated with another temperature",
    Skip.TOO_MANY_SENSORS: "too many sensors",
}


def question(asked: Question) -> str:
    """What only the person can tell, with two lines that show why, and the option that answers it."""
    return _shown(QUESTIONS[asked.ask], asked.lines)


def refusal(found: Refused) -> str:
    """Why a file is left alone, and what to do."""
    return _shown(REFUSALS[found.why], found.lines)


def _shown(sentence: str, lines: Sequence[str]) -> str:
    shown = ["".join(letter if letter.isprintable() else " " for letter in line)[:120] for line in lines]
    return "\n".join([sentence, *(f"  {line}" for line in shown)])


def result_lines(result: ImportResult, zone: str) -> list[str]:
    """What an import came to."""
    lines = tally_lines(result.tally, zone)
    if result.known:
        lines.append(f"On record already: {result.known}. They are not taken twice.")
    if result.differing:
        lines.append(f"Of those with another temperature: {result.differing}. What was there first stays.")
    lines.append(f"Readings taken: {result.new_rows}." if result.new_rows else "Nothing new: nothing was changed.")
    return lines


def tally_lines(tally: Tally, zone: str) -> list[str]:
    """What became of the rows of a file."""
    lines = [f"Readings in the file: {tally.read}."]
    if tally.first is not None and tally.last is not None:
        first, last = (when(instant(second), ZoneInfo(zone)) for second in (tally.first, tally.last))
        lines.append(f"From {first} to {last} ({zone}).")
    for why, count in sorted(tally.skipped.items()):
        numbers = tally.examples.get(why, [])
        more = ", ..." if count > len(numbers) else ""
        lines.append(f"Rows skipped, {SKIPS[why]}: {count} (line {', '.join(map(str, numbers))}{more}).")
    if tally.doubtful:
        lines.append(f"Readings of an hour that the clock repeats, in doubt: {tally.doubtful}.")
    return lines


def excursion_lines(found: Sequence[Excursion], zone: ZoneInfo) -> list[str]:
    """The times out of range, the newest last."""
    single = [each for each in found if each.threshold.manner is Manner.CONSECUTIVE]
    told = sorted(single, key=lambda each: each.start)
    lines = [f"Times out of range: {len(told)}."]
    if len(told) > TOLD:
        lines.append(f"The last {TOLD} of them:")
    for each in told[-TOLD:]:
        cold = each.threshold.side is Side.COLD
        worst = f"lowest {temperature(each.lowest)}" if cold else f"highest {temperature(each.highest)}"
        lines.append(f"  {when(instant(each.start), zone)}, for {duration(each.duration)}, {worst}.")
    return lines
