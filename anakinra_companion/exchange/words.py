"""The command line's English: states, verdicts and alerts as short sentences."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.diary.alerts import Alert, AlertCode
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.storage import Look, Reason, Verdict

PLACES = {
    Place.THIGH_LEFT: "your left thigh",
    Place.THIGH_RIGHT: "your right thigh",
    Place.BELLY_LEFT: "your belly, left side",
    Place.BELLY_RIGHT: "your belly, right side",
    Place.ARM_LEFT: "the back of your left upper arm",
    Place.ARM_RIGHT: "the back of your right upper arm",
    Place.BUTTOCK_LEFT: "your left buttock, upper outer part",
    Place.BUTTOCK_RIGHT: "your right buttock, upper outer part",
}
DAYS = {
    DayState.NONE: "no dose is due today",
    DayState.DUE: "not recorded yet",
    DayState.TAKEN: "taken",
    DayState.PART: "part of a dose",
    DayState.SKIPPED: "skipped",
    DayState.MISSED: "missed",
    DayState.NOT_RECORDED: "not recorded",
    DayState.TIME_UNKNOWN: "taken, time unknown",
    DayState.UNFINISHED: "unfinished: did you inject?",
    DayState.PAUSED: "paused",
    DayState.FUTURE: "not recorded yet",
    DayState.EXTRA: "taken, outside your plan",
}
VERDICTS = {
    Verdict.MAY_CHECK: "nothing on record speaks against it; look at the liquid",
    Verdict.USE_SOON: "use soon, after looking at the liquid",
    Verdict.DO_NOT_USE: "do not use",
    Verdict.UNKNOWN: "unknown: do not use",
    Verdict.CANNOT_VERIFY: "the clock cannot be trusted: do not use",
}
# Verdicts that come from the temperatures of a fridge: our stricter reading, taken back when they are corrected.
BY_READINGS = {
    Reason.FROZEN_BY_READING: "it may have frozen, by a reading of its fridge",
    Reason.OVERHEATED_BY_READING: "it was too warm, by a reading of its fridge",
    Reason.WARM_FRIDGE: "its fridge was warm for too long, by its readings",
    Reason.SINCE_WHEN: "its fridge was warm, and nobody has said since when",
}


def alert_text(alert: Alert, zone: ZoneInfo) -> str:
    """One alert as a sentence or two, the consequence first."""
    when = alert.at.astimezone(zone).strftime("%H:%M") if alert.at else ""
    name = syringe_name(alert.look) if alert.look else ""
    out = duration(alert.look.time_out) if alert.look else ""
    left = duration(alert.look.left) if alert.look else ""
    return {
        AlertCode.HOLD: "Do not inject again until a doctor says so. Record in the window who said so.",
        AlertCode.CLOCK: "This computer's clock was changed. Check date and time, and confirm them in the window.",
        AlertCode.POSSIBLE_DOSE: f"Unfinished, started {when}: did you inject?",
        AlertCode.CANNOT_VERIFY: f"Do not use {name}: {_unsure(alert)}.",
        AlertCode.DO_NOT_USE: f"Do not use {name}: {_why(alert)}. Keep it apart and ask your pharmacist.",
        AlertCode.UNKNOWN: f"Do not use {name}: nobody knows how long it was out. Ask your pharmacist.",
        AlertCode.USE_SOON: f"Use {name} soon: out {out}, {left} left.",
        AlertCode.HALF_WAY: f"Out {out} by your record: {name}, {left} left.",
        AlertCode.SHARPS: f"Did the syringe of {when} go into the sharps box?",
        AlertCode.OPEN_DAYS: f"Days without an answer: {alert.count}. Say in the calendar what happened.",
        AlertCode.SHARPS_FULL: "Replace the sharps box: it is about three quarters full. Ask your pharmacist.",
        AlertCode.SUPPLY: f"Syringes left: {alert.count}. They run out on {alert.day}.",
    }[alert.code]


def verdict_text(look: Look) -> str:
    """What may be said of a syringe."""
    return f"{BY_READINGS[look.reason]}: do not use" if look.reason in BY_READINGS else VERDICTS[look.verdict]


def _unsure(alert: Alert) -> str:
    if alert.look is not None and alert.look.reason in BY_READINGS:
        return f"{BY_READINGS[alert.look.reason]}. Say since when in the window, or ask your pharmacist"
    return "its time out cannot be verified. Ask your pharmacist"


def _why(alert: Alert) -> str:
    if alert.look is None:
        return "it was set aside"
    if alert.look.reason in BY_READINGS:
        return f"{BY_READINGS[alert.look.reason]}, which is our stricter reading"
    if alert.look.over_limit:
        return f"out {duration(alert.look.time_out)} by your record"
    return f"recorded as {alert.look.reason.value.replace('_', ' ')}"


def fridge_name(place: str) -> str:
    """A fridge by its name, which may be none."""
    return f"Fridge {place}" if place else "Fridge"


def temperature(hundredths: int) -> str:
    """Hundredths of a degree C in both units."""
    return f"{hundredths / 100:.1f} °C ({hundredths * 9 / 500 + 32:.1f} °F)"


def when(instant: datetime, zone: ZoneInfo) -> str:
    """A day and a time, on the clock that days are lived by."""
    return instant.astimezone(zone).strftime("%A, %d %B %Y, %H:%M")


def syringe_name(look: Look) -> str:
    """A syringe as a person would point at it."""
    lot = f", lot {look.syringe.box.lot}" if look.syringe.box.lot else ""
    return f"syringe {look.syringe.position}{lot}"


def duration(length: timedelta) -> str:
    """Hours and minutes, rounded down to the minute."""
    minutes = int(length.total_seconds()) // 60
    return f"{minutes // 60} h {minutes % 60} min"
