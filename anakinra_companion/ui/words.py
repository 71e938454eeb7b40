"""Enums, dates and lengths of time in the person's language; whole sentences, every case said."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from anakinra_companion import content
from anakinra_companion.diary.alerts import Alert, AlertCode, Level
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.sites import Place, cm
from anakinra_companion.domain.storage import Look, Reason, State, SyringeEventKind, Verdict
from anakinra_companion.domain.suggestion import Blocked, Suggestion, SuggestionWhy
from anakinra_companion.ui.theme import Tone

_tr = QCoreApplication.translate


def place(where: Place) -> str:
    """A place of the body; left and right are the person's own."""
    return {
        Place.THIGH_LEFT: _tr("words", "your left thigh"),
        Place.THIGH_RIGHT: _tr("words", "your right thigh"),
        Place.BELLY_LEFT: _tr("words", "your belly, left side"),
        Place.BELLY_RIGHT: _tr("words", "your belly, right side"),
        Place.ARM_LEFT: _tr("words", "the back of your left arm"),
        Place.ARM_RIGHT: _tr("words", "the back of your right arm"),
        Place.BUTTOCK_LEFT: _tr("words", "your left buttock, upper outer part"),
        Place.BUTTOCK_RIGHT: _tr("words", "your right buttock, upper outer part"),
    }[where]


def capital(words: str) -> str:
    """A sentence begins with a capital letter."""
    return words[:1].upper() + words[1:]


def day_state(state: DayState) -> tuple[str, str, Tone]:
    """A day's state as icon, word and tone."""
    return {
        DayState.NONE: ("", _tr("words", "No dose due"), Tone.MUTED),
        DayState.DUE: ("ring-dot", _tr("words", "Due"), Tone.INFO),
        DayState.TAKEN: ("check-circle", _tr("words", "Taken"), Tone.TAKEN),
        DayState.PART: ("half-circle", _tr("words", "Part of a dose"), Tone.SOON),
        DayState.SKIPPED: ("dash-circle", _tr("words", "Skipped"), Tone.MUTED),
        DayState.MISSED: ("x-circle", _tr("words", "Missed"), Tone.STOP),
        DayState.NOT_RECORDED: ("question-circle", _tr("words", "Not recorded"), Tone.SOON),
        DayState.TIME_UNKNOWN: ("clock", _tr("words", "Time unknown"), Tone.TAKEN),
        DayState.UNFINISHED: ("warning", _tr("words", "Unfinished"), Tone.SOON),
        DayState.PAUSED: ("pause", _tr("words", "Paused"), Tone.MUTED),
        DayState.FUTURE: ("future", _tr("words", "Coming"), Tone.MUTED),
        DayState.EXTRA: ("plus-circle", _tr("words", "Extra"), Tone.INFO),
    }[state]


def syringe_state(look: Look) -> tuple[str, str, Tone]:
    """A syringe's state as icon, word and tone; out of the fridge it depends on the time left."""
    if look.verdict is Verdict.CANNOT_VERIFY:
        return "question-circle", _tr("words", "Cannot verify"), Tone.STOP
    if look.reason is Reason.FROZEN_BY_READING:
        return "snowflake", _tr("words", "May have frozen"), Tone.STOP
    if look.state in (State.IN_FRIDGE, State.OUT) and look.verdict is Verdict.USE_SOON:
        return "warning", _tr("words", "Use soon"), Tone.SOON
    return {
        State.IN_FRIDGE: ("fridge", _tr("words", "In the fridge"), Tone.INFO),
        State.OUT: ("clock", _tr("words", "Out"), Tone.PLAIN),
        State.COVER_OFF: ("syringe", _tr("words", "Cover off"), Tone.SOON),
        State.USED: ("check", _tr("words", "Used"), Tone.MUTED),
        State.IN_SHARPS: ("sharps", _tr("words", "In the sharps box"), Tone.MUTED),
        State.OVER_LIMIT: ("stop", _tr("words", "Over the limit"), Tone.STOP),
        State.FROZEN: ("snowflake", _tr("words", "Frozen"), Tone.STOP),
        State.OVERHEATED: ("sun", _tr("words", "Too warm"), Tone.STOP),
        State.SET_ASIDE: ("stop", _tr("words", "Set aside"), Tone.STOP),
        State.EXPIRED: ("calendar", _tr("words", "Expired"), Tone.STOP),
        State.UNKNOWN: ("question-circle", _tr("words", "Unknown"), Tone.STOP),
        State.WASTED: ("x-circle", _tr("words", "Wasted"), Tone.MUTED),
        State.LOST: ("search", _tr("words", "Lost"), Tone.MUTED),
        State.HANDED_IN: ("people", _tr("words", "At the pharmacy"), Tone.MUTED),
    }[look.state]


def reason(why: Reason) -> str:
    """Why a syringe is what it is, as part of a line."""
    return {
        Reason.IN_FRIDGE: _tr("words", "in the fridge"),
        Reason.OUT: _tr("words", "out of the fridge"),
        Reason.SOON: _tr("words", "little time left"),
        Reason.OVER_LIMIT: _tr("words", "out too long"),
        Reason.CLOCK: _tr("words", "the clock changed"),
        Reason.EXPIRED: _tr("words", "its date has passed"),
        Reason.UNKNOWN: _tr("words", "nobody knows how long it was out"),
        Reason.FROZEN: _tr("words", "it was frozen or touched ice"),
        Reason.OVERHEATED: _tr("words", "it was too warm"),
        Reason.FROZEN_BY_READING: _tr("words", "it may have frozen, by a reading of its fridge"),
        Reason.OVERHEATED_BY_READING: _tr("words", "it was too warm, by a reading of its fridge"),
        Reason.WARM_FRIDGE: _tr("words", "its fridge was warm for too long, by its readings"),
        Reason.SINCE_WHEN: _tr("words", "its fridge was warm, and nobody said since when"),
        Reason.CLOUDY: _tr("words", "the liquid was cloudy"),
        Reason.COLOURED: _tr("words", "the liquid had a color"),
        Reason.FLOATING: _tr("words", "something floated in it"),
        Reason.DROPPED: _tr("words", "it was dropped"),
        Reason.CRACKED: _tr("words", "the glass was cracked"),
        Reason.OTHER: _tr("words", "it was set aside"),
        Reason.COVER_OFF: _tr("words", "its cover is off"),
        Reason.USED: _tr("words", "it was used"),
        Reason.IN_SHARPS: _tr("words", "it is in the sharps box"),
        Reason.WASTED: _tr("words", "its cover was off, and it was not injected"),
        Reason.LOST: _tr("words", "it is lost"),
        Reason.HANDED_IN: _tr("words", "it was given to the pharmacist"),
    }[why]


def event(kind: SyringeEventKind) -> str:
    """Something that happened to a syringe."""
    return {
        SyringeEventKind.OUT: _tr("words", "taken out of the fridge"),
        SyringeEventKind.BACK: _tr("words", "put back in the fridge"),
        SyringeEventKind.SET_ASIDE: _tr("words", "set aside"),
        SyringeEventKind.COVER_OFF: _tr("words", "cover taken off"),
        SyringeEventKind.USED: _tr("words", "used"),
        SyringeEventKind.WASTED: _tr("words", "wasted"),
        SyringeEventKind.IN_SHARPS: _tr("words", "put in the sharps box"),
        SyringeEventKind.HANDED_IN: _tr("words", "given to the pharmacist"),
        SyringeEventKind.LOST: _tr("words", "lost"),
        SyringeEventKind.UNKNOWN: _tr("words", "marked as unknown"),
        SyringeEventKind.DECLARED: _tr("words", "out since then, as told later"),
    }[kind]


def verdict_fact(look: Look) -> str:
    """Which clinical sentence a syringe's verdict is explained with."""
    if look.verdict is Verdict.DO_NOT_USE:
        own = look.over_limit and look.limit < timedelta(hours=24)
        by_reason = {
            Reason.OVER_LIMIT: "storage-own-limit" if own else "storage-over",
            Reason.EXPIRED: "storage-expired",
            Reason.FROZEN_BY_READING: "storage-frozen-reading",
            Reason.OVERHEATED_BY_READING: "storage-overheated-reading",
            Reason.WARM_FRIDGE: "storage-warm-fridge",
        }
        return by_reason.get(look.reason, "storage-set-aside")
    if look.reason is Reason.SINCE_WHEN:
        return "storage-since-when"
    return {
        Verdict.MAY_CHECK: "storage-may-check",
        Verdict.USE_SOON: "storage-soon",
        Verdict.UNKNOWN: "storage-unknown",
        Verdict.CANNOT_VERIFY: "storage-cannot-verify",
    }[look.verdict]


def why_here(found: Suggestion) -> str:
    """The reason for a suggestion in one sentence."""
    return {
        SuggestionWhy.NEVER_USED: _tr("words", "This point was never used."),
        SuggestionWhy.LONGEST_REST: QCoreApplication.translate(
            "words", "It rested longest: %n day(s).", "", found.rested_days or 0
        ),
        SuggestionWhy.ONLY_FREE: _tr("words", "It is the only point that is free now."),
        SuggestionWhy.WAITED_AFTER_REACTION: _tr("words", "It waited after a reaction. How does the skin look now?"),
        SuggestionWhy.LAST_UNKNOWN: _tr(
            "words", "Nobody said where the last injection was. Keep away from that place."
        ),
    }[found.code]


def why_blocked(why: Blocked) -> str:
    """Why a point cannot be chosen."""
    return {
        Blocked.TOO_NEAR_LAST: _tr("words", "Too near the last injection"),
        Blocked.AVOID_MARK: _tr("words", "You marked this skin"),
        Blocked.LUMP: _tr("words", "A lump is there: show it to your doctor"),
        Blocked.HELPER_ONLY: _tr("words", "Only when somebody else injects"),
        Blocked.NAVEL: _tr("words", "Too near the navel"),
        Blocked.OUTSIDE: _tr("words", "Outside this place"),
    }[why]


def centimetres(tenths: float) -> str:
    """A distance on the skin."""
    return _tr("words", "{0} cm").format(QLocale().toString(cm(tenths), "f", 1))


def duration(length: timedelta) -> str:
    """Hours and minutes, rounded down to the minute."""
    minutes = int(length.total_seconds()) // 60
    return _tr("words", "{0} h {1} min").format(minutes // 60, minutes % 60)


def left(length: timedelta) -> str:
    """What is left of a syringe's time."""
    return _tr("words", "{0} left").format(duration(length))


def ago(length: timedelta) -> str:
    """How long ago something was, in the unit people would use."""
    if length < timedelta(hours=48):
        return _tr("words", "{0} ago").format(duration(length))
    return QCoreApplication.translate("words", "%n day(s) ago", "", length.days)


def clock_time(moment: datetime | time, zone: str = "") -> str:
    """The time of day as the locale writes it."""
    local = moment.astimezone(ZoneInfo(zone)).time() if isinstance(moment, datetime) else moment
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def long_day(day: date) -> str:
    """A day with weekday, month and year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def short_day(day: date) -> str:
    """A day with weekday and month."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def pause_days(first: date, last: date | None) -> str:
    """The days of a pause as a sentence."""
    if last is None:
        return _tr("words", "No injections from {0} on, until your doctor says so.").format(long_day(first))
    if first == last:
        return _tr("words", "No injection on {0}.").format(long_day(first))
    return _tr("words", "No injections from {0} through {1}.").format(long_day(first), long_day(last))


def often(every_days: int, at: time) -> str:
    """What a label says, read back in words."""
    said = _tr("words", "Every day at {0}.") if every_days == 1 else _tr("words", "Every second day at {0}.")
    return said.format(clock_time(at))


def hours(length: timedelta) -> str:
    """A length in whole hours, as a care team says it."""
    return QCoreApplication.translate("words", "%n hour(s)", "", round(length / timedelta(hours=1)))


def when(moment: datetime, zone: str, today: date) -> str:
    """An instant as people say it: today, yesterday, tomorrow, or with its day."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    hour = clock_time(moment, zone)
    near = {
        -1: _tr("words", "yesterday at {0}"),
        0: _tr("words", "today at {0}"),
        1: _tr("words", "tomorrow at {0}"),
    }
    if (sentence := near.get((day - today).days)) is not None:
        return sentence.format(hour)
    return _tr("words", "{0} at {1}").format(short_day(day), hour)


def full_when(moment: datetime, zone: str) -> str:
    """An instant with its whole date, for when "today" cannot be trusted."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    return _tr("words", "{0} at {1}").format(long_day(day), clock_time(moment, zone))


def syringe(look: Look) -> str:
    """A syringe as a person would point at it."""
    box = look.syringe.box
    if box.lot:
        return _tr("words", "syringe {0} of box {1}").format(look.syringe.position, box.lot)
    return _tr("words", "syringe {0}").format(look.syringe.position)


def level(how: Level) -> tuple[str, Tone]:
    """An alert's level as word and tone."""
    return {
        Level.STOP: (_tr("words", "Stop"), Tone.STOP),
        Level.SOON: (_tr("words", "Soon"), Tone.SOON),
        Level.INFO: (_tr("words", "Note"), Tone.INFO),
    }[how]


def _cannot_verify(told: Alert, name: str) -> str:
    if told.look is not None and told.look.reason is Reason.SINCE_WHEN:
        return _tr("words", "Do not use {0} for now: {1}.").format(name, reason(told.look.reason))
    return _tr("words", "Do not use {0} for now: its time out cannot be checked.").format(name)


def alert(told: Alert, zone: str) -> str:
    """An alert as one or two sentences, the consequence first."""
    name = syringe(told.look) if told.look else ""
    out = duration(told.look.time_out) if told.look else ""
    left = duration(told.look.left) if told.look else ""
    why = reason(told.look.reason) if told.look else ""
    hour = clock_time(told.at, zone) if told.at else ""
    day = short_day(told.day) if told.day else ""
    return {
        AlertCode.HOLD: content.say("help-hold"),
        AlertCode.CLOCK: _tr("words", "This computer's clock was changed. Is its date and time right?"),
        AlertCode.POSSIBLE_DOSE: _tr("words", "Unfinished, started {0}: did you inject?").format(hour),
        AlertCode.CANNOT_VERIFY: _cannot_verify(told, name),
        AlertCode.DO_NOT_USE: _tr("words", "Do not use {0}: {1}. Keep it apart.").format(name, why),
        AlertCode.UNKNOWN: _tr("words", "Do not use {0}: {1}.").format(name, why),
        AlertCode.USE_SOON: _tr("words", "{0}: out {1}, {2} left.").format(capital(name), out, left),
        AlertCode.HALF_WAY: _tr("words", "{0}: out {1}, {2} left.").format(capital(name), out, left),
        AlertCode.SHARPS: _tr("words", "Did the syringe from {0} go into the sharps box?").format(hour),
        AlertCode.OPEN_DAYS: QCoreApplication.translate(
            "words", "%n day(s) without an answer. What happened?", "", told.count
        ),
        AlertCode.SHARPS_FULL: content.say("sharps-full"),
        AlertCode.SUPPLY: QCoreApplication.translate("words", "%n syringe(s) left.", "", told.count)
        + " "
        + _tr("words", "The first day without one is {0}.").format(day),
    }[told.code]
