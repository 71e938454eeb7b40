"""Where injections were in the two weeks before this record, told in one go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.doses import Given, new_dose
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.refusals import NotThatDay, SecondDose
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.doses import Dose, doses_on
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.store import doses as store

if TYPE_CHECKING:
    from anakinra_companion.store.changes import Before
    from anakinra_companion.store.store import Act

EARLIER_DAYS = 14
# A place, a point, or None for "there was one, I do not know where".
Site = SitePoint | Place | None


class Earlier:
    """Everything about injections from before the record: they count for distances, and for no day."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def days(self) -> tuple[date, ...]:
        """The days that can be told of, the newest first."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
        return tuple(today - timedelta(days=ago) for ago in range(1, EARLIER_DAYS + 1))

    def open_days(self) -> tuple[date, ...]:
        """The days before the first dose of the record, as far as they can be told of, the newest first.

        Once the record has two weeks of its own there is none.
        """
        days = self.days()
        with self._record.reading() as connection:
            if store.any_before(connection, days[-1]):
                return ()
            known = dose_record(connection, days[-1], days[0])
        used = [day for day in days if doses_on(known, day)]
        return tuple(day for day in days if not used or day < used[-1])

    def told(self) -> Mapping[date, Site]:
        """What was told so far, by day."""
        with self._record.reading() as connection:
            known = store.all_flagged(connection, store.BEFORE_RECORD)
        return {dose.day: dose.point or dose.place for dose in known if dose.day is not None}

    def tell(self, sites: Mapping[date, Site], *, none_on: Collection[date] = ()) -> Undo:
        """Keeps one injection for each day; a day left out says nothing, a day told again is corrected.

        On the days of `none_on` there was none: what was told of them is taken back. The answer without a day from
        first run gives way to what is told. Raises `NotThatDay` for a day out of the two weeks
        and `SecondDose` for a day that has a dose on record.
        """
        written: list[str] = []
        before: list[Before] = []
        with self._record.act("record_earlier_sites") as act:
            self._may_be_told(act, sites)
            known = {dose.day: dose for dose in store.all_flagged(act.connection, store.BEFORE_RECORD)}
            for day, site in sorted(sites.items()):
                dose = self._dose(act, day, site)
                if (old := known.get(day)) is not None:
                    corrected = replace(dose, id=old.id, recorded=old.recorded)
                    before.append(store.correct_dose(act, corrected))
                else:
                    store.put_dose(act, dose)
                    written.append(dose.id)
            wrong = [None, *none_on] if sites else [*none_on]
            for old in [known[day] for day in wrong if day in known]:
                before.append(store.withdraw_dose(act, old.id))
        return Undo(Done.EARLIER_SITES, doses=tuple(written), before=tuple(before))

    def _may_be_told(self, act: Act, sites: Mapping[date, Site]) -> None:
        today = self._record.today(act.connection)
        first = today - timedelta(days=EARLIER_DAYS)
        known = dose_record(act.connection, first, today)
        for day in sites:
            if not first <= day < today:
                raise NotThatDay(first, today - timedelta(days=1))
            if found := doses_on(known, day):
                raise SecondDose(found[0])

    def _dose(self, act: Act, day: date, site: Site) -> Dose:
        point = site if isinstance(site, SitePoint) else None
        place = site if isinstance(site, Place) else None
        given = Given(None, None, point, place)
        return replace(new_dose(act, self._record, given, (store.BEFORE_RECORD,)), day=day)
