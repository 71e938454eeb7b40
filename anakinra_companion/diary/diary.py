"""The diary: everything a person can do and see, noun by noun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anakinra_companion.diary.dose_tables import DoseTables
from anakinra_companion.diary.doses import Doses, withdraw_dose
from anakinra_companion.diary.fridge import derived
from anakinra_companion.diary.fridge.fridge import Fridge
from anakinra_companion.diary.hold import Holds
from anakinra_companion.diary.looking_back import LookingBack
from anakinra_companion.diary.lots import Lots
from anakinra_companion.diary.notices import Notices
from anakinra_companion.diary.overview import Overview, overview
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.diary.regimen import Regimens
from anakinra_companion.diary.reminders import Reminders
from anakinra_companion.diary.sharps import Sharps
from anakinra_companion.diary.sites import Sites
from anakinra_companion.diary.skin.earlier import Earlier
from anakinra_companion.diary.skin.lumps import Lumps
from anakinra_companion.diary.skin.marks import Marks
from anakinra_companion.diary.skin.photos import Photos
from anakinra_companion.diary.skin.reactions import Reactions
from anakinra_companion.diary.skin.sizes import Sizes
from anakinra_companion.diary.skin.wishes import Wishes
from anakinra_companion.diary.storage import Storage
from anakinra_companion.diary.syringe_corrections import SyringeCorrections
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.diary.walkthrough import Walkthroughs
from anakinra_companion.domain.clock import Clock
from anakinra_companion.domain.profile import Gate, Profile
from anakinra_companion.store import doses, profiles, syringes
from anakinra_companion.store.changes import take_back
from anakinra_companion.store.fridge.batches import faulty_batches
from anakinra_companion.store.journal import broken_entries
from anakinra_companion.store.skin import photos

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act, Store


class Diary:
    """The one door to an open record. `announce` is called after each act; it means only "look again"."""

    def __init__(self, store: Store, clock: Clock, announce: Callable[[], object]) -> None:
        self._record = OpenRecord(store, clock, announce)
        self.regimen = Regimens(self._record)
        self.doses = Doses(self._record)
        self.dose_tables = DoseTables(self._record)
        self.looking_back = LookingBack(self._record)
        self.lots = Lots(self._record)
        self.hold = Holds(self._record)
        self.storage = Storage(self._record)
        self.fridge = Fridge(self._record)
        self.sharps = Sharps(self._record)
        self.notices = Notices(self._record)
        self.reminders = Reminders(self._record)
        self.corrections = SyringeCorrections(self._record)
        self.sites = Sites(self._record)
        self.walkthrough = Walkthroughs(self._record)
        self.sizes = Sizes(self._record)
        self.marks = Marks(self._record)
        self.lumps = Lumps(self._record)
        self.reactions = Reactions(self._record)
        self.wishes = Wishes(self._record)
        self.photos = Photos(self._record)
        self.earlier = Earlier(self._record)

    @property
    def path(self) -> Path:
        """The record's file."""
        return self._record.store.path

    @property
    def clock(self) -> Clock:
        """Whoever is asked for the time."""
        return self._record.clock

    def overview(self) -> Overview:
        """Today at a glance."""
        return overview(self._record)

    def now(self) -> datetime:
        """The instant (UTC)."""
        return self._record.now()

    def today(self) -> date:
        """The day as lived."""
        with self._record.reading() as connection:
            return self._record.today(connection)

    def zone(self) -> str:
        """The IANA zone that days are lived in."""
        with self._record.reading() as connection:
            return self._record.zone(connection)

    def profile(self) -> Profile:
        """What is known of the person."""
        with self._record.reading() as connection:
            return profiles.profile(connection)

    def change_profile(self, **values: Any) -> Profile:
        """Changes some facts of the profile; the earlier ones stay in the journal."""
        with self._record.act("change_profile") as act:
            before = profiles.profile(act.connection)
            after = replace(before, **values)
            profiles.put_profile(act, before, after)
        return after

    def answer_gate(self, gate: Gate, answer: bool, *, injector: str = "") -> Profile:
        """Records what one injecting person said at a gate (H11)."""
        with self._record.act("answer_gate") as act:
            before = profiles.profile(act.connection)
            gates = {who: dict(said) for who, said in before.gates.items()}
            gates.setdefault(injector, {})[gate] = answer
            after = replace(before, gates=gates)
            profiles.put_profile(act, before, after)
        return after

    def undo(self, undo: Undo) -> None:
        """Takes one act back whole; everything stays in the journal.

        Raises `MovedOn` when what it corrected was changed again since: nothing told later is lost.
        """
        with self._record.act("undo") as act:
            for event_id in undo.events:
                syringes.void_event(act, event_id)
            for event_id in undo.voided:
                syringes.void_event(act, event_id, voided=False)
            for dose_id in undo.doses:
                self._undo_dose(act, undo.done, dose_id)
            for answer_id in undo.answers:
                doses.withdraw_answer(act, answer_id)
            for box_id in undo.boxes:
                _withdraw_box(act, box_id)
            for before in reversed((*undo.before, *undo.skin)):
                if not take_back(act, before):
                    raise MovedOn("it was changed again since")
            derived.undo(act, self._record, undo.fridge)
            for photo_id in undo.photos:
                photos.take_back_photo(act, photo_id)
        if undo.photos:
            self._record.forget_erased()

    def look_at_clock(self) -> None:
        """Notes the time, once a minute and at every opening."""
        self._record.look_at_clock()

    def confirm_clock(self) -> None:
        """ "This date and time is right." """
        self._record.confirm_clock()

    def changed_elsewhere(self) -> int:
        """A number that differs after another program wrote to this record."""
        return self._record.store.newest_position()

    def changed_from_outside(self) -> int:
        """How many entries of the journal, photos and imports are not as they were written; 0 when all is whole."""
        with self._record.reading() as connection:
            faults = len(photos.faulty_photos(connection)) + len(faulty_batches(connection))
            return len(broken_entries(connection)) + faults

    def close(self) -> None:
        """Lets go of the record's file."""
        self._record.store.close()

    def _undo_dose(self, act: Act, done: Done, dose_id: str) -> None:
        if done is Done.DOSE_TAKEN_BACK:
            doses.withdraw_dose(act, dose_id, withdrawn=False)
        elif not doses.is_withdrawn(act.connection, dose_id):
            withdraw_dose(act, self._record, dose_id)


def _withdraw_box(act: Act, box_id: str) -> None:
    connection: Connection = act.connection
    for box in syringes.boxes(connection, [box_id]).values():
        syringes.withdraw_box(act, box)
