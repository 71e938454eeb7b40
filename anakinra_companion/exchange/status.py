"""What `status --json` prints: stable keys, described by `status.schema.json` beside this file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from anakinra_companion.diary.alerts import SILENT, Alert
from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.doses import Day, DayState
from anakinra_companion.domain.lattice import number_of
from anakinra_companion.domain.sites import cm
from anakinra_companion.domain.storage import Look, State
from anakinra_companion.exchange.words import alert_text

# A day without a slot on which a dose was given all the same is a day with a dose.
_STATES = {DayState.EXTRA: "taken", DayState.FUTURE: "due"}


def status(view: Overview) -> dict[str, Any]:
    """The report as plain values, ready for JSON."""
    zone = ZoneInfo(view.zone)
    return {
        "now": _instant(view.now, zone),
        "regimen": _regimen(view),
        "dose_today": _dose_today(view.day, zone),
        "next_due_at": _instant(view.next_slot.due, zone) if view.next_slot else None,
        "site_suggestion": _suggestion(view),
        "syringes": [_syringe(look) for look in view.looks if look.state not in _GONE],
        "supply": {"usable": view.supply.usable, "runs_out_on": _day(view.supply.runs_out_on)},
        "alerts": [_alert(alert, zone) for alert in view.alerts],
        "clock_trusted": view.clock_trusted,
        "fridges": [
            {"place": each.place, "at": _instant(each.at, zone), "celsius": each.hundredths / 100}
            for each in view.fridges
        ],
    }


_GONE = SILENT - {State.USED, State.WASTED, State.COVER_OFF}


def _regimen(view: Overview) -> dict[str, Any] | None:
    if (regimen := view.regimen) is None:
        return None
    return {
        "every_days": regimen.every_days,
        "at": regimen.at.isoformat(timespec="minutes"),
        "zone": regimen.zone,
        "starts": regimen.starts.isoformat(),
    }


def _dose_today(day: Day, zone: ZoneInfo) -> dict[str, Any]:
    newest = day.doses[-1] if day.doses else None
    return {
        "state": _STATES.get(day.state, day.state.value),
        "due_at": _instant(day.slot.due, zone) if day.slot else None,
        "taken_at": _instant(newest.at, zone) if newest and newest.at else None,
        "site": newest.place.value if newest and newest.place else None,
    }


def _suggestion(view: Overview) -> dict[str, Any] | None:
    if (found := view.suggestion) is None:
        return None
    return {
        "place": found.point.place.value,
        "point": number_of(found.point, view.calibration),
        "x_cm": cm(found.point.x),
        "y_cm": cm(found.point.y),
        "why": found.code.value,
    }


def _syringe(look: Look) -> dict[str, Any]:
    return {
        "id": look.syringe.id,
        "box": look.syringe.box.id,
        "position": look.syringe.position,
        "lot": look.syringe.box.lot,
        "expires": look.syringe.box.expires.isoformat(),
        "state": look.state.value,
        "seconds_out": int(look.time_out.total_seconds()),
        "limit_seconds": int(look.limit.total_seconds()),
        "verdict": look.verdict.value,
        "reason": look.reason.value,
        "fridge": {
            "warm_seconds": look.exposure.warm_seconds,
            "may_have_frozen": bool(look.exposure.frozen),
            "overheated": bool(look.exposure.overheated),
            "since_when_asked": bool(look.exposure.since_when),
        },
    }


def _alert(alert: Alert, zone: ZoneInfo) -> dict[str, str]:
    return {"level": alert.level.value, "code": alert.code.value, "text": alert_text(alert, zone)}


def _instant(value: datetime, zone: ZoneInfo) -> str:
    return value.astimezone(zone).isoformat(timespec="seconds")


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
