"""What is known of the skin after each injection: reports, photos, and what spoke against its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain.skin.reactions import Reaction, Signs
from anakinra_companion.domain.skin.truth import SiteFlags, site_flags
from anakinra_companion.store import doses
from anakinra_companion.store.instants import instant
from anakinra_companion.store.skin import photos, reactions
from anakinra_companion.store.skin.photos import Photo


@dataclass(frozen=True, slots=True)
class Aftermath:
    """All that is told of one injection; reports and photos are in order, oldest first.

    Their instants are in the zone that days are lived in. `taken_back` counts the reports that no longer stand; the
    history still has them.
    """

    dose_id: str
    flags: SiteFlags
    reports: tuple[Reaction, ...] = ()
    photos: tuple[Photo, ...] = ()
    taken_back: int = 0


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """How one report stood after one act; `signs` is None where that act took it back."""

    report_id: str
    at: datetime
    signs: Signs | None


def aftermath(record: OpenRecord, ids: Sequence[str]) -> Mapping[str, Aftermath]:
    """What is told of each of some injections; every one of them has an entry."""
    with record.reading() as connection:
        zone = ZoneInfo(record.zone(connection))
        flags = doses.flags_of(connection, ids)
        told = reactions.reactions_to(connection, ids)
        kept = photos.photos_to(connection, ids)
        back = reactions.taken_back(connection, ids)
    return {
        id_: Aftermath(
            id_,
            site_flags(flags.get(id_, ())),
            tuple(replace(each, at=each.at.astimezone(zone)) for each in told if each.dose_id == id_),
            tuple(replace(each, at=each.at.astimezone(zone)) for each in kept if each.dose_id == id_),
            back.get(id_, 0),
        )
        for id_ in ids
    }


def versions(record: OpenRecord, dose_id: str) -> tuple[ReportVersion, ...]:
    """Every version of every report of one injection, in the order they were written."""
    with record.reading() as connection:
        ids = reactions.ids_of(connection, dose_id)
        zone = ZoneInfo(record.zone(connection))
    found = []
    for id_ in ids:
        for entry in record.store.history_of(id_):
            for _, written, values in entry.puts():
                if written == id_:
                    signs = None if values["withdrawn"] else reactions.signs_of(values)
                    found.append(ReportVersion(id_, instant(entry.utc).astimezone(zone), signs))
    return tuple(sorted(found, key=lambda each: each.at))
