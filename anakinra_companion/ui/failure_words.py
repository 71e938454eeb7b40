"""What is said when something could not be done: what happened, whether anything was kept, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from anakinra_companion import content
from anakinra_companion.diary import refusals
from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.ui import words
from anakinra_companion.ui.stop_cards import guard_fact

_tr = QCoreApplication.translate
BYTES_PER_MB = 1024 * 1024


def told(error: BaseException) -> tuple[str, str]:
    """The consequence, and what to do about it."""
    if isinstance(error, RecordTrouble):
        return _tr("failure", "This was not saved."), _trouble(error.trouble)
    if isinstance(error, Refusal):
        return _tr("failure", "This was not recorded."), _refusal(error)
    return (
        _tr("failure", "Something in the program went wrong."),
        _tr("failure", "Look on the page whether your last answer is there. If not, give it again."),
    )


def _trouble(trouble: Trouble) -> str:
    return {
        Trouble.DISK_FULL: _tr("failure", "The disk is full. Make room, then do it again."),
        Trouble.READ_ONLY: _tr(
            "failure", "The record cannot be written. Make its folder writable, then do it again."
        ),
        Trouble.BUSY: _tr("failure", "Another program uses the record. Close it, then do it again."),
        Trouble.DAMAGED: _tr(
            "failure", "The record is damaged. Keep the file. Do not use any syringe by it; ask your pharmacist."
        ),
    }.get(trouble, _tr("failure", "The record cannot be reached. Check the disk it is on, then do it again."))


def _refusal(error: Refusal) -> str:
    said = SAID.get(type(error))
    return said(error) if said else _tr("failure", "Look at the page again, then say what happened.")


def _unfinished(error: refusals.Unfinished) -> str:
    day = words.long_day(error.slot)
    return _tr("failure", "An injection for {0} is unfinished. Say on the Today page what came of it.").format(day)


def _syringe(error: refusals.SyringeRefused) -> str:
    return content.say(words.verdict_fact(error.look))


def _site(error: refusals.SiteRefused) -> str:
    return _tr("failure", "{0}. Choose another point on the map.").format(words.why_blocked(error.why))


def _odd_number(error: refusals.OddNumber) -> str:
    if error.what in ("sign", "holds", "inside"):
        return _tr("failure", "This number does not fit. Give one from {0} to {1}.").format(error.least, error.most)
    if error.what == "temperature":
        return _tr("failure", "This looks like a slip of the hand. Give a temperature from {0} °C to {1} °C.").format(
            f"{error.least / 100:g}", f"{error.most / 100:g}"
        )
    least, most = words.centimetres(error.least), words.centimetres(error.most)
    return _tr("failure", "This looks like a slip of the hand. Give a length from {0} to {1}.").format(least, most)


def _not_that_day(error: refusals.NotThatDay) -> str:
    first, last = words.long_day(error.first), words.long_day(error.last)
    return _tr("failure", "That day does not fit. Choose one from {0} through {1}.").format(first, last)


def _over_already(error: refusals.OverAlready) -> str:
    return _tr("failure", "{0} is over. Choose today or a later day.").format(words.long_day(error.until))


def _too_large(error: refusals.PhotoTooLarge) -> str:
    most = error.most // BYTES_PER_MB
    return _tr(
        "failure", "This photo is larger than {0} MB. Make it smaller, or take it again in a small size."
    ).format(most)


SAID: Mapping[type[Refusal], Callable[[Any], str]] = {
    refusals.OutAlready: lambda _: _tr(
        "failure", "That syringe is out itself by your record, or has ended. Choose one that is in the fridge."
    ),
    refusals.SecondDose: lambda _: content.say("dose-second-stop"),
    refusals.Unfinished: _unfinished,
    refusals.ClockDoubted: lambda _: _tr(
        "failure", "This computer's clock cannot be trusted. Say on the Today page what day and time it is."
    ),
    refusals.MayNotStart: lambda error: content.say(guard_fact(error.guard)),
    refusals.GatesShut: lambda _: content.say("gate-shut"),
    refusals.SyringeRefused: _syringe,
    refusals.SiteRefused: _site,
    refusals.MovedOn: lambda _: _tr(
        "failure", "It was answered already, perhaps in another window. The page now shows how it stands."
    ),
    refusals.TakenBack: lambda _: content.say("dose-taken-back"),
    refusals.OddNumber: _odd_number,
    refusals.NobodyNamed: lambda _: _tr("failure", "Nobody is named. Write which doctor it was."),
    refusals.PlaceNeeded: lambda _: _tr(
        "failure", "Nobody said where this was. Choose the spot on the map, then note it there."
    ),
    refusals.EndsTooSoon: lambda error: _tr(
        "failure", "It cannot end before it begins. Choose {0} or a later day."
    ).format(words.long_day(error.first)),
    refusals.OverAlready: _over_already,
    refusals.NotThatDay: _not_that_day,
    refusals.PhotoTooLarge: _too_large,
    refusals.NotAPhoto: lambda _: _tr(
        "failure", "This file is not a photo. Choose one whose name ends in JPG or PNG."
    ),
    refusals.NotInTime: lambda _: _tr("failure", "That time is still ahead. Check the day and the time."),
}
