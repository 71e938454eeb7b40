"""What is said of a logger's file: what has to be asked, why it cannot be read, and what became of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers import Ask, DateOrder, Maker, Refusal, Skip, Tally, Unit
from anakinra_companion.exchange.loggers.temperatures import COLDEST, HOTTEST
from anakinra_companion.ui.widgets.chart.degrees import degrees

_tr = QCoreApplication.translate


def ask(what: Ask) -> tuple[str, str]:
    """A question about a file, and why it is asked."""
    return {
        Ask.UNIT: (
            _tr("logger", "Are these degrees Celsius or Fahrenheit?"),
            _tr("logger", "The file does not say. Look at what the logger's own program shows."),
        ),
        Ask.DATE_ORDER: (
            _tr("logger", "Which comes first in its dates, the day or the month?"),
            _tr("logger", "The file can be read both ways. You know when the logger was in the fridge."),
        ),
        Ask.COLUMNS: (
            _tr("logger", "Which column is what?"),
            _tr("logger", "This program does not know this kind of file. Here are its first rows."),
        ),
        Ask.START: (
            _tr("logger", "When did this recording begin?"),
            _tr("logger", "Its times count from the start, and the file does not say when that was."),
        ),
        Ask.COUNTED: (
            _tr("logger", "Do these minutes count from the start of the recording?"),
            _tr("logger", "They do not begin near zero. They may be the minutes of an hour that is not shown."),
        ),
    }[what]


def choices(what: Ask) -> tuple[tuple[str, str], ...]:
    """The answers that can be pressed, by their keys; none where something has to be typed or chosen."""
    return {
        Ask.UNIT: (
            (Unit.CELSIUS.value, _tr("logger", "Celsius")),
            (Unit.FAHRENHEIT.value, _tr("logger", "Fahrenheit")),
        ),
        Ask.DATE_ORDER: (
            (DateOrder.DAY_FIRST.value, _tr("logger", "The day, then the month")),
            (DateOrder.MONTH_FIRST.value, _tr("logger", "The month, then the day")),
        ),
        Ask.COLUMNS: (),
        Ask.START: (),
        Ask.COUNTED: (
            ("counted", _tr("logger", "Yes, from the start")),
            ("of_the_hour", _tr("logger", "No, or I do not know")),
        ),
    }[what]


def refusal(why: Refusal) -> str:
    """Why a file is left alone, and what to do."""
    return {
        Refusal.EMPTY: _tr("logger", "This file is empty. Export the readings from the logger's program again."),
        Refusal.NOT_TEXT: _tr("logger", "This is no file of readings. Choose the one that ends in csv or txt."),
        Refusal.SPREADSHEET: _tr("logger", "This is a spreadsheet. Save it there as CSV, and choose that file."),
        Refusal.PDF: _tr("logger", "This is a PDF. Have the logger's program save CSV or text instead."),
        Refusal.NO_TABLE: _tr("logger", "There is no table in this file. Export the readings as CSV."),
        Refusal.NO_TEMPERATURE: _tr("logger", "There is no column of temperatures. Export it with temperatures."),
        Refusal.NO_ROWS: _tr("logger", "There is not one reading in this file. Look whether the logger was running."),
        Refusal.MIXED_DATES: _tr(
            "logger", "Its dates are in two orders, so no day in it is certain. Export it again from the logger."
        ),
        Refusal.TIME_UNCLEAR: _tr(
            "logger", "Its times cannot be read without guessing. Export it with the date and the time in each row."
        ),
    }[why]


def skipped(why: Skip, count: int, unit: TemperatureUnit) -> str:
    """How many rows were left out, and why."""
    coldest, hottest = degrees(COLDEST, unit), degrees(HOTTEST, unit)
    reason = {
        Skip.TIME: _tr("logger", "the time could not be read"),
        Skip.TIME_RAN_BACK: _tr("logger", "its time ran back, so another recording may begin there"),
        Skip.NO_SUCH_TIME: _tr("logger", "this time did not exist, because the clock was put forward"),
        Skip.TEMPERATURE: _tr("logger", "the temperature could not be read"),
        Skip.EMPTY: _tr("logger", "there was no temperature"),
        Skip.OUT_OF_RANGE: _tr("logger", "colder than {0} or warmer than {1}, which no fridge is"),
        Skip.COLUMNS: _tr("logger", "it had too few or too many columns"),
        Skip.CUT_OFF: _tr("logger", "the file ends in the middle of it"),
        Skip.DAMAGED: _tr("logger", "it was damaged"),
        Skip.FORMULA: _tr("logger", "there was a formula instead of a reading"),
        Skip.UNIT: _tr("logger", "it was in another unit than the rest"),
        Skip.HEADER: _tr("logger", "a heading that comes again"),
        Skip.OTHER_HEADER: _tr("logger", "another heading: from there on it may be another file"),
        Skip.REPEATED: _tr("logger", "the same reading had been read before"),
        Skip.CONTRADICTED: _tr("logger", "another temperature at a time that had been read; the first one counts"),
        Skip.TOO_MANY_SENSORS: _tr("logger", "the name of its sensor could not be taken"),
    }[why].format(coldest, hottest)
    return QCoreApplication.translate("logger", "%n row(s) left out: {0}.", "", count).format(reason)


def lines(numbers: Sequence[int], count: int) -> str:
    """Which lines of the file, the first few of them."""
    told = ", ".join(QLocale().toString(number) for number in numbers)
    if count > len(numbers):
        return _tr("logger", "Lines {0} and more").format(told)
    return _tr("logger", "Line {0}").format(told) if len(numbers) == 1 else _tr("logger", "Lines {0}").format(told)


def outcome(tally: Tally, unit: TemperatureUnit) -> list[tuple[str, str]]:
    """What was left out, most first, each with its lines."""
    found: Mapping[Skip, int] = tally.skipped
    ranked = sorted(((why, count) for why, count in found.items() if count), key=lambda each: (-each[1], each[0]))
    return [(skipped(why, count, unit), lines(tally.examples.get(why, []), count)) for why, count in ranked]


def sensor(whose: Maker) -> str:
    """What a logger is called while nobody gave it a name."""
    return _tr("logger", "Logger") if whose is Maker.TABLE else maker(whose)


def maker(whose: Maker) -> str:
    """Whose file it is."""
    return {
        Maker.GOVEE: "Govee",
        Maker.SWITCHBOT: "SwitchBot",
        Maker.SENSORPUSH: "SensorPush",
        Maker.LOGTAG: "LogTag",
        Maker.TEMPNOTE: "TempNote",
        Maker.MULTICON: "Multicon",
        Maker.TABLE: _tr("logger", "a table"),
    }[whose]
