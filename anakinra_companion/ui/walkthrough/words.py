"""The answers of the walkthrough in words; a table with every reply, so that none is shown without."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion.domain.flow import Mode, Reply, Stage, step_number
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.ui import words

_tr = QCoreApplication.translate
READING = (Stage.READ_3, Stage.READ_4, Stage.READ_5, Stage.READ_6)


def reply(which: Reply, stage: Stage) -> str:
    """What an answer is called at a stage."""
    if (said := _at_stage(stage).get(which)) is not None:
        return said
    return {
        Reply.NEXT: _tr("walkthrough", "Next"),
        Reply.BACK: _tr("walkthrough", "Back"),
        Reply.THIS_ONE: _tr("walkthrough", "This one"),
        Reply.FINE: _tr("walkthrough", "None of these"),
        Reply.FROZEN: _tr("walkthrough", "Frozen, or touched ice"),
        Reply.OVERHEATED: _tr("walkthrough", "Was too warm"),
        Reply.DROPPED: _tr("walkthrough", "It was dropped"),
        Reply.CRACKED: _tr("walkthrough", "Cracked"),
        Reply.EXPIRED: _tr("walkthrough", "The date has passed"),
        Reply.CLEAR: _tr("walkthrough", "Clear"),
        Reply.FOAMY: _tr("walkthrough", "Foamy"),
        Reply.CLOUDY: _tr("walkthrough", "Cloudy"),
        Reply.COLOURED: _tr("walkthrough", "It has a color"),
        Reply.FLOATING: _tr("walkthrough", "Something floats in it"),
        Reply.NOT_SURE: _tr("walkthrough", "I am not sure"),
        Reply.HERE: _tr("walkthrough", "Here"),
        Reply.SKIN_NORMAL: _tr("walkthrough", "None of these"),
        Reply.SKIN_NOT_NORMAL: _tr("walkthrough", "Yes, or not sure: another place"),
        Reply.NEEDLE_OUT: _tr("walkthrough", "I injected all of it"),
        Reply.PROBLEM: _tr("walkthrough", "I had a problem"),
        Reply.HALF_WAY: _tr("walkthrough", "I stopped half-way"),
        Reply.STUCK: _tr("walkthrough", "The plunger will not move"),
        Reply.LEAKED: _tr("walkthrough", "It leaked, or liquid is left"),
        Reply.TOUCHED: _tr("walkthrough", "The needle touched something before"),
        Reply.BLEEDS: _tr("walkthrough", "The place bleeds"),
        Reply.LIQUID: _tr("walkthrough", "Liquid came out of the place"),
        Reply.OTHER_ONE: _tr("walkthrough", "It is another syringe"),
        Reply.PART: _tr("walkthrough", "Part of it, or it leaked"),
        Reply.NOT_INJECTED: _tr("walkthrough", "I did not inject"),
        Reply.IN_SHARPS: _tr("walkthrough", "It is in the sharps box"),
        Reply.ANOTHER: _tr("walkthrough", "Take another syringe"),
        Reply.STOP: _tr("walkthrough", "Stop"),
        Reply.WRONG_PRESS: _tr("walkthrough", "I pressed the wrong answer"),
    }[which]


def _at_stage(stage: Stage) -> dict[Reply, str]:
    return {
        Stage.LOOK: {Reply.CLEAR: _tr("walkthrough", "Clear, and nothing is wrong")},
        Stage.GLASS: {
            Reply.FINE: _tr("walkthrough", "Whole, and the date has not passed"),
            Reply.NOT_SURE: _tr("walkthrough", "I cannot read it, or I am not sure"),
        },
        Stage.READ_6: {Reply.NEXT: _tr("walkthrough", "I have read it")},
        Stage.FOAM: {Reply.NEXT: _tr("walkthrough", "I have waited: look again")},
        Stage.WASH: {Reply.NEXT: _tr("walkthrough", "Washed and dry")},
        Stage.CLEAN: {Reply.NEXT: _tr("walkthrough", "Washed, wiped and dry")},
        Stage.STEP_1: {Reply.NEXT: _tr("walkthrough", "Wiped and dry")},
        Stage.PROBLEM: {
            Reply.NOT_INJECTED: _tr("walkthrough", "The needle was never in"),
            Reply.BLEEDS: _tr("walkthrough", "All of it went in, and the place bleeds"),
        },
        Stage.BLEEDING: {Reply.NEXT: _tr("walkthrough", "Gauze is on")},
        Stage.COVER: {
            Reply.NEXT: _tr("walkthrough", "The cover is off"),
            Reply.STOP: _tr("walkthrough", "Stop: the cover is still on"),
        },
    }.get(stage, {})


def progress(stage: Stage, mode: Mode) -> str:
    """Which of the eight steps this is, or that it is before them, or that it is only read."""
    if stage in READING:
        told = _tr("walkthrough", "Only reading, {0} of {1}: the cover stays on")
        return told.format(READING.index(stage) + 1, len(READING))
    numbers = step_number(stage, mode)
    if numbers is None:
        return _tr("walkthrough", "Getting ready")
    first, last = numbers
    if first == last:
        return _tr("walkthrough", "Step {0} of 8").format(first)
    return _tr("walkthrough", "Steps {0} to {1} of 8").format(first, last)


def point(where: SitePoint, number: int | None) -> str:
    """A point as the map names it; a spot beside the points by its place."""
    if number is None:
        return words.place(where.place)
    return _tr("walkthrough", "{0}, point {1}").format(words.place(where.place), number)
