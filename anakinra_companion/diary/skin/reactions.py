"""What the skin did after an injection: told when a person likes, never prompted for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, OddNumber, PlaceNeeded
from anakinra_companion.diary.skin.aftermath import Aftermath, ReportVersion, aftermath, versions
from anakinra_companion.diary.skin.known import skin
from anakinra_companion.diary.skin.lumps import add_lump
from anakinra_companion.diary.skin.photos import add_photos
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.rest import same_point
from anakinra_companion.domain.sites import Injection, SitePoint
from anakinra_companion.domain.skin.reactions import LARGEST, WORST, Reaction, Signs
from anakinra_companion.store import injections, walkthroughs
from anakinra_companion.store.skin import reactions as store

if TYPE_CHECKING:
    from anakinra_companion.store.changes import Before
    from anakinra_companion.store.store import Act


class Reactions:
    """Everything about reactions.

    `Signs.asks_spreading` says that "hot, spreading, or feeling ill?" comes before `report`, `Signs.doctor_now` that
    the card "call your doctor now" does (S86).
    """

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def of(self, dose_id: str) -> tuple[Reaction, ...]:
        """Every report of one injection, oldest first."""
        with self._record.reading() as connection:
            return store.reactions_to(connection, [dose_id])

    def after(self, dose_ids: Sequence[str]) -> Mapping[str, Aftermath]:
        """Reports, photos and flags of each of some injections, read in one look."""
        return aftermath(self._record, dose_ids)

    def history(self, dose_id: str) -> tuple[ReportVersion, ...]:
        """Every version of every report of one injection, what was taken back too, oldest first."""
        return versions(self._record, dose_id)

    def to_ask_about(self) -> Injection | None:
        """The last injection, if nothing was told of it: at most one line at the next skin check, and optional.

        None once a skin check was answered since: nobody is asked twice.
        """
        with self._record.reading() as connection:
            last = injections.injections_before(connection, self._record.now())[-1:]
            if not last or last[0].place is None or store.reactions_to(connection, [last[0].dose_id]):
                return None
            if walkthroughs.skin_checked_since(connection, last[0].until or last[0].at):
                return None
            return replace(last[0], at=last[0].at.astimezone(ZoneInfo(self._record.zone(connection))))

    def waited_at(self, point: SitePoint, since: datetime) -> Injection | None:
        """The injection after which a point waited, when its turn has come; None once told of again since an instant.

        The skin there is looked at in any case; telling how it is now is optional.
        """
        with self._record.reading() as connection:
            known = skin(self._record, connection)
        here = [each for each in known.history if each.point is not None and same_point(each.point, point)]
        if not here or not here[-1].reacted or known.reactions[here[-1].dose_id].at >= since:
            return None
        return here[-1]

    def report(
        self, dose_id: str, signs: Signs, *, lump_at: SitePoint | None = None, taken: Sequence[bytes] = ()
    ) -> Undo:
        """Keeps what is told of an injection; a lump told with it locks its skin, at the injection or `lump_at`.

        The photos `taken` are kept in the same act. Raises `OddNumber`, `PlaceNeeded` for a lump nobody can place,
        `MovedOn` for a dose taken back, and what `Photos.keep` raises.
        """
        with self._record.act("report_reaction") as act:
            _reasonable(signs)
            lump_id, written = self._lump(act, dose_id, signs, lump_at)
            told = Reaction(new_id(), dose_id, act.at, replace(signs, note=signs.note.strip()), lump_id)
            written += (store.put_reaction(act, told),)
            kept = add_photos(act, dose_id, taken)
        return Undo(Done.REACTION_TOLD, skin=written, photos=kept)

    def correct(self, id_: str, signs: Signs, *, lump_at: SitePoint | None = None) -> Undo:
        """Writes a corrected version of a report. A lump once told stays locked: it is taken back by itself (H16)."""
        with self._record.act("correct_reaction") as act:
            _reasonable(signs)
            present = _known(act, id_)
            # A lump that was told with it before is there already.
            wanted = replace(signs, lump=signs.lump and present.lump_id is None)
            lump_id, written = self._lump(act, present.dose_id, wanted, lump_at)
            corrected = replace(
                present, signs=replace(signs, note=signs.note.strip()), lump_id=lump_id or present.lump_id
            )
            written += (store.correct_reaction(act, corrected),)
        return Undo(Done.REACTION_CORRECTED, skin=written)

    def withdraw(self, id_: str) -> Undo:
        """Takes a report back; a lump told with it stays locked."""
        with self._record.act("withdraw_reaction") as act:
            _known(act, id_)
            written = store.withdraw_reaction(act, id_)
        return Undo(Done.REACTION_TAKEN_BACK, skin=(written,))

    def _lump(
        self, act: Act, dose_id: str, signs: Signs, at: SitePoint | None
    ) -> tuple[str | None, tuple[Before, ...]]:
        dose = injections.injection(act.connection, dose_id)
        if dose is None:
            raise MovedOn("this dose was taken back")
        if not signs.lump:
            return None, ()
        if (point := at or dose.point) is None:
            raise PlaceNeeded("where the lump is, is not known")
        lump_id, written = add_lump(act, point, self._record.today(act.connection), signs.note, dose_id)
        return lump_id, (written,)


def _reasonable(signs: Signs) -> None:
    if signs.are_possible:
        return
    if all(0 <= each <= WORST for each in signs.strengths):
        raise OddNumber("size", 1, LARGEST)
    raise OddNumber("sign", 0, WORST)


def _known(act: Act, id_: str) -> Reaction:
    if (found := store.reaction(act.connection, id_)) is None:
        raise MovedOn("this report was taken back")
    return found
