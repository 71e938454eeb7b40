"""What a dose says of its syringe: used by it, freed when it is taken back, moved when it was another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.looking import look_at
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.storage import event
from anakinra_companion.domain.clock import ClockReading
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.storage import Moment, Reason, State, Syringe, SyringeEvent, SyringeEventKind
from anakinra_companion.store import syringes, walkthroughs

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act

OVER_LIMIT = "over_limit"
# Followed by the reason why the record spoke against the syringe when it was used.
AGAINST = "syringe_"
_FATES = frozenset({SyringeEventKind.COVER_OFF, SyringeEventKind.USED, SyringeEventKind.IN_SHARPS})
_SPOKE_AGAINST = frozenset(Reason) - {Reason.IN_FRIDGE, Reason.OUT, Reason.SOON, Reason.OVER_LIMIT, Reason.CLOCK}


@dataclass(frozen=True, slots=True)
class Freed:
    """What was said of syringes by one act: new events, and those that no longer count."""

    written: tuple[str, ...] = ()
    voided: tuple[str, ...] = ()


def use(act: Act, record: OpenRecord, dose: Dose) -> tuple[str, ...]:
    """The syringe of a dose is used by it; one that is in the sharps box already stays there."""
    found = syringes.syringe(act.connection, dose.syringe) if dose.syringe else None
    if found is None:
        return ()
    moment = record.moment(act.connection, act.reading)
    if look_at(act.connection, moment, found).recorded is State.IN_SHARPS:
        return ()
    told = replace(event(act, moment, SyringeEventKind.USED, since=dose.at), id=_used_by(dose, found.id))
    syringes.put_event(act, found.id, told)
    return (told.id,)


def free(act: Act, record: OpenRecord, dose: Dose) -> Freed:
    """The syringe of a dose taken back is out, its clock having run; with its cover off it is wasted."""
    if dose.syringe is None:
        return Freed()
    voided = _void(act, dose.syringe, {_used_by(dose, dose.syringe)})
    found = syringes.syringe(act.connection, dose.syringe)
    moment = record.moment(act.connection, act.reading)
    judged = look_at(act.connection, moment, found) if found else None
    if judged is None or judged.recorded not in (State.IN_FRIDGE, State.OUT, State.COVER_OFF):
        # Another dose used it, or it has an end of its own.
        return Freed(voided=voided)
    if judged.recorded is State.COVER_OFF:
        written = event(act, moment, SyringeEventKind.WASTED)
    elif not judged.is_out:
        written = event(act, moment, SyringeEventKind.OUT, since=min(dose.at or act.at, act.at))
    else:
        return Freed(voided=voided)
    syringes.put_event(act, dose.syringe, written)
    return Freed((written.id,), voided)


def move(act: Act, record: OpenRecord, dose: Dose, corrected: Dose) -> Freed:
    """ "It was another syringe": what the injection said of the one moves to the other with its times."""
    if dose.syringe is None:
        return Freed(use(act, record, corrected))
    chosen = walkthroughs.answered_at(act.connection, dose.id, Reply.THIS_ONE)
    standing = [each for each, voided in syringes.events_with_voided(act.connection, dose.syringe) if not voided]
    own = [each for each in standing if _belongs(each, dose, chosen)]
    voided = _void(act, dose.syringe, {each.id for each in own})
    written: list[str] = []
    for each in own if corrected.syringe is not None else ():
        used = each.kind is SyringeEventKind.USED
        moved = replace(each, id=_used_by(dose, corrected.syringe or "") if used else new_id())
        syringes.put_event(act, corrected.syringe or "", moved)
        written.append(moved.id)
    if not written:
        written.extend(use(act, record, corrected))
    return Freed(tuple(written), voided)


def flags(act: Act, record: OpenRecord, syringe_id: str | None, at: datetime | None) -> tuple[str, ...]:
    """What the record said against a syringe when it was used; the dose is kept all the same."""
    found = syringes.syringe(act.connection, syringe_id) if syringe_id else None
    if found is None:
        return ()
    when = min(at or act.at, act.at)
    judged = look_at(act.connection, _moment(act, record, when), _until(found, when), until=when)
    over = (OVER_LIMIT,) if judged.over_limit else ()
    against = (AGAINST + judged.reason.value,) if judged.reason in _SPOKE_AGAINST else ()
    return over + against


def _used_by(dose: Dose, syringe_id: str) -> str:
    return f"{dose.id}/{syringe_id}"


def _belongs(told: SyringeEvent, dose: Dose, chosen: datetime | None) -> bool:
    if told.id == _used_by(dose, dose.syringe or ""):
        return True
    kinds = {SyringeEventKind.OUT, SyringeEventKind.COVER_OFF, SyringeEventKind.IN_SHARPS}
    return chosen is not None and told.kind in kinds and told.at.utc >= chosen


def _void(act: Act, syringe_id: str, ids: set[str]) -> tuple[str, ...]:
    told = syringes.events_with_voided(act.connection, syringe_id)
    found = tuple(each.id for each, voided in told if each.id in ids and not voided)
    for event_id in found:
        syringes.void_event(act, event_id)
    return found


def _until(found: Syringe, at: datetime) -> Syringe:
    """The syringe as it stood just before it was used."""
    events = tuple(each for each in found.events if each.at.utc <= at and each.kind not in _FATES)
    return replace(found, events=events)


def _moment(act: Act, record: OpenRecord, at: datetime) -> Moment:
    now = record.moment(act.connection, act.reading)
    if at >= act.at:
        return now
    day = at.astimezone(ZoneInfo(record.zone(act.connection))).date()
    return replace(now, reading=ClockReading(at, 0, ""), today=day)
