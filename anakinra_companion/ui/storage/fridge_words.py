"""What is said of a fridge: readings, days, times out of range, gaps, and what they did to syringes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from anakinra_companion.domain.fridge.excursions import Excursion, Manner, Side
from anakinra_companion.domain.fridge.readings import FREEZING, OVERHEATED, Span
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.chart import Shade, ShadeKind, degrees

if TYPE_CHECKING:
    from anakinra_companion.diary.fridge.views import Affected, FridgeQuestion, Meaning
    from anakinra_companion.domain.fridge.days import FridgeDay

_tr = QCoreApplication.translate
# The worse ones are painted over the others.
_ORDER = (ShadeKind.COLD, ShadeKind.WARM, ShadeKind.FROZEN, ShadeKind.HOT)


def place(name: str) -> str:
    """A fridge by its name."""
    return name or _tr("fridge", "Fridge without a name")


def kind(told: Excursion) -> ShadeKind:
    """Which way out of range, and how far."""
    limit = told.threshold
    if limit.side is Side.COLD:
        return ShadeKind.FROZEN if limit.hundredths <= FREEZING else ShadeKind.COLD
    return ShadeKind.HOT if limit.hundredths >= OVERHEATED else ShadeKind.WARM


def kind_word(which: ShadeKind) -> tuple[str, str, Tone]:
    """A time out of range as icon, word and tone."""
    return {
        ShadeKind.FROZEN: ("snowflake", _tr("fridge", "At or below freezing"), Tone.STOP),
        ShadeKind.COLD: ("snowflake", _tr("fridge", "Too cold"), Tone.SOON),
        ShadeKind.WARM: ("sun", _tr("fridge", "Too warm"), Tone.SOON),
        ShadeKind.HOT: ("sun", _tr("fridge", "Far too warm"), Tone.STOP),
    }[which]


def excursion(told: Excursion, zone: str, unit: TemperatureUnit, until: int) -> str:
    """A time out of range: when, how long it counts, and how far; one that goes on ends at `until`."""
    _, word, _ = kind_word(kind(told))
    end = until if told.end is None else told.end
    cold = told.threshold.side is Side.COLD
    far = degrees.degrees(told.lowest if cold else told.highest, unit)
    how_far = (_tr("fridge", "down to {0}") if cold else _tr("fridge", "up to {0}")).format(far)
    when = degrees.lasted(told.start, max(end, told.start), zone)
    if told.threshold.manner is Manner.CUMULATIVE:
        said = _tr("fridge", "{0}, all times together {1}, {2}")
        return said.format(word, words.duration(told.duration), how_far)
    said = _tr("fridge", "{0}: {1}, {2}, {3}")
    if told.end is None:
        said = _tr("fridge", "{0}: {1} and on, {2}, {3}")
    return said.format(word, when, words.duration(told.duration), how_far)


def shades(found: Sequence[Excursion], zone: str, unit: TemperatureUnit, until: int) -> tuple[Shade, ...]:
    """What a chart shades: each time by itself, the worse ones on top."""
    made = [
        Shade(
            kind(each), Span(each.start, until if each.end is None else each.end), excursion(each, zone, unit, until)
        )
        for each in found
        if each.threshold.manner is Manner.CONSECUTIVE
    ]
    return tuple(sorted(made, key=lambda each: (_ORDER.index(each.kind), each.span.start)))


def gap(hole: Span, zone: str) -> str:
    """A time of which nothing is known."""
    length = words.duration(timedelta(seconds=hole.end - hole.start))
    return _tr("fridge", "No reading: {0}, {1}").format(degrees.lasted(hole.start, hole.end, zone), length)


def day(told: FridgeDay, unit: TemperatureUnit) -> tuple[str, str, Tone]:
    """A day in one line, with icon and tone."""
    icon, word, tone = degrees.state(told.lowest, told.highest)
    when = QLocale().toString(QDate(told.day.year, told.day.month, told.day.day), "ddd d MMM")
    said = _tr("fridge", "{0}: {1}, {2}").format(when, degrees.between(told.lowest, told.highest, unit), word)
    if told.warm:
        warm = words.duration(timedelta(seconds=told.warm))
        said = _tr("fridge", "{0}. Too warm for {1}").format(said, warm)
    return icon, said, tone


def affected(told: Affected, zone: str) -> list[tuple[str, str, Tone]]:
    """What readings say of a syringe, each as icon, sentence and tone; empty when they say nothing."""
    name, met = words.capital(words.syringe(told.look)), told.exposure
    found = []
    if met.frozen:
        said = _tr("fridge", "{0} may have frozen: {1}")
        found.append(("snowflake", said.format(name, _since(met.frozen[0], zone)), Tone.STOP))
    if met.overheated:
        said = _tr("fridge", "{0} was far too warm: {1}")
        found.append(("sun", said.format(name, _since(met.overheated[0], zone)), Tone.STOP))
    if met.warm_seconds:
        warm = words.duration(timedelta(seconds=met.warm_seconds))
        found.append(("clock", _tr("fridge", "{0}: {1} warm, counted as time out").format(name, warm), Tone.SOON))
    if met.since_when:
        said = _tr("fridge", "{0}: nobody has said since when it was warm on {1}")
        found.append(("question-circle", said.format(name, degrees.spoken(met.since_when[0], zone)), Tone.STOP))
    return found


def _since(second: int, zone: str) -> str:
    # A thermometer that keeps the lowest tells of any time since it was looked at, the first time of all.
    return degrees.spoken(second, zone) if second else _tr("fridge", "at some time before the first reading")


def meaning(would: Meaning, unit: TemperatureUnit) -> list[str]:
    """What a reading would mean for the syringes at home; empty when it speaks against none."""
    if not would.condemns:
        return []
    said = []
    if would.frozen:
        said.append(
            QCoreApplication.translate(
                "fridge", "That is at or below freezing. %n syringe(s) may have frozen.", "", would.frozen
            )
        )
    if would.overheated:
        said.append(
            QCoreApplication.translate("fridge", "That is far too warm for %n syringe(s).", "", would.overheated)
        )
    if would.since_when:
        said.append(
            QCoreApplication.translate(
                "fridge", "Until you say since when it was warm, do not use %n syringe(s).", "", would.since_when
            )
        )
    if would.warm:
        warm = words.duration(would.warm)
        said.append(_tr("fridge", "Up to {0} of warm time would be added.").format(warm))
    if would.unusable:
        said.append(QCoreApplication.translate("fridge", "By it, do not use %n syringe(s).", "", would.unusable))
    said.append(_tr("fridge", "Is the number right, and is the unit {0}?").format(degrees.sign(unit)))
    return said


def question(asked: FridgeQuestion, zone: str, unit: TemperatureUnit) -> str:
    """What is asked about, in a sentence."""
    highest, name = degrees.degrees(asked.highest, unit), asked.sensor
    if asked.batch_id is None:
        said = _tr("fridge", "It was {0} on {1}. No other reading near it says how long.")
        return said.format(highest, degrees.spoken(asked.second, zone))
    when = degrees.lasted(asked.span.start, asked.span.end, zone)
    return _tr("fridge", "{0} read up to {1}: {2}.").format(name or _tr("fridge", "The logger"), highest, when)
