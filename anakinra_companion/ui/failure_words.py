"""What is said when something could not be done: what happened, whether anything was kept, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion import content
from anakinra_companion.diary.refusals import (
    GatesShut,
    MayNotStart,
    MovedOn,
    NotInTime,
    Refusal,
    SecondDose,
    TakenBack,
)
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.ui.stop_cards import guard_fact

_tr = QCoreApplication.translate


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
    if isinstance(error, NotInTime):
        return _tr("failure", "That time is still ahead. Check the day and the time.")
    if isinstance(error, MovedOn):
        return _tr("failure", "It was answered already, perhaps in another window. The page now shows how it stands.")
    if isinstance(error, SecondDose):
        return content.say("dose-second-stop")
    if isinstance(error, MayNotStart):
        return content.say(guard_fact(error.guard))
    if isinstance(error, TakenBack):
        return content.say("dose-taken-back")
    if isinstance(error, GatesShut):
        return content.say("gate-shut")
    return _tr("failure", "Say on the Today page what happened first.")
