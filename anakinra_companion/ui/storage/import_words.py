"""What is said while readings are taken in, and of what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import failure_words, theme
from anakinra_companion.ui.storage import logger_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.text import Text, heading, small

if TYPE_CHECKING:
    from anakinra_companion.diary.fridge.views import BatchView, ImportProgress, ImportResult

_tr = QCoreApplication.translate


def so_far(step: ImportProgress) -> str:
    """How many readings there are by now."""
    return _tr("logger", "{0} readings so far").format(QLocale().toString(step.tally.read))


def outcome(result: ImportResult, unit: TemperatureUnit, zone: str) -> list[QWidget]:
    """What was taken, what was known, and what was left out with the numbers of its lines."""
    tally = result.tally
    found: list[QWidget] = [_taken(result)]
    if tally.first is not None and tally.last is not None:
        found.append(Text(degrees.lasted(tally.first, tally.last, zone)))
    if result.known:
        found.append(Text(_count(_tr("logger", "On record already: {0}."), result.known)))
    if result.differing:
        said = _count(_tr("logger", "Of these, another temperature was on record: {0}."), result.differing)
        found.append(Line(f"{said} " + _tr("logger", "What was there first stays."), "info", Tone.INFO))
    if tally.doubtful:
        said = _tr("logger", "{0} readings are of the hour that the clock repeats. The earlier hour was taken.")
        found.append(Line(_count(said, tally.doubtful), "question-circle", Tone.INFO))
    left_out = logger_words.outcome(tally, unit)
    if left_out:
        found.append(heading(_tr("logger", "Left out")))
    for words, lines in left_out:
        found += [Text(words), small(lines)]
    return found


def _taken(result: ImportResult) -> QWidget:
    if not result.new_rows:
        said = _tr("logger", "Nothing new: no reading of this file was added.")
        return Line(said, "info", Tone.INFO, size=theme.LEAD, bold=True)
    said = _count(_tr("logger", "Readings taken in: {0}"), result.new_rows)
    return Line(said, "check-circle", Tone.TAKEN, size=theme.LEAD, bold=True)


def _count(words: str, count: int) -> str:
    return words.format(QLocale().toString(count))


def trouble(error: Exception) -> str:
    """What went wrong, and what to do."""
    if isinstance(error, ZoneInfoNotFoundError):
        return _tr("logger", "This computer does not know that clock. Choose another city.")
    if isinstance(error, FileNotFoundError):
        return _tr("logger", "The file is not there any more. Look whether it was moved.")
    if isinstance(error, PermissionError):
        return _tr("logger", "This computer may not read the file. Copy it to your own folder first.")
    if isinstance(error, OSError):
        return _tr("logger", "The file cannot be read. Copy it to this computer and choose it there.")
    if isinstance(error, MovedOn):
        return _tr("logger", "Something else was written to this fridge meanwhile. Please take the file in again.")
    return " ".join(failure_words.told(error))


def batch(view: BatchView, zone: str) -> tuple[str, str]:
    """A file that was imported: what it is, and from when until when."""
    rows = QCoreApplication.translate("logger", "%n reading(s)", "", view.rows)
    name = view.sensor or _tr("logger", "a logger")
    span = degrees.lasted(_second(view.first), _second(view.last), zone)
    skipped = QCoreApplication.translate("logger", "%n row(s) left out", "", view.skipped)
    more = f"{rows}, {skipped}" if view.skipped else rows
    return _tr("logger", "{0}: {1}").format(name, span), more


def _second(moment: datetime) -> int:
    return int(moment.timestamp())
