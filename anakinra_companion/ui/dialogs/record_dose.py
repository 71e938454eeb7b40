"""Records a dose that was given: when, where, with which syringe; any of these may be unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.dialogs.exact_place import EXACT, ExactPlace
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fields import DateField, ListField, TextField, TimeField
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Prefilled:
    """What the window begins with; a `point` is only offered, unless it is that of the dose that is corrected."""

    slot: date | None
    at: datetime | None
    point: SitePoint | None = None
    place: Place | None = None
    syringe: str | None = None
    kind: DoseKind = DoseKind.TAKEN
    note: str = ""
    correcting: Dose | None = None


class RecordDose(Dialog):
    """Prefilled with what is known; where it was is always asked, because tomorrow's place hangs on it (S29)."""

    def __init__(self, diary: Diary, begin: Prefilled, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A dose that was given"), self.tr("Record this dose"), parent)
        self._zone = ZoneInfo(diary.zone())
        self._now = diary.now()
        self._begin = begin
        local = (begin.at or self._now).astimezone(self._zone)
        self._slots = self._slot_choices(diary, begin)
        if self._slots is not None:
            self.add(Text(self.tr("Which day is this dose for?"), bold=True), self._slots)
        self._known = Choices(
            [("known", self.tr("I know the time")), (UNKNOWN, self.tr("I do not know the time"))],
            name=self.tr("Is the time known?"),
            across=True,
        )
        self._known.choose("known" if begin.at is not None else UNKNOWN)
        self._day = DateField(self.tr("On which day was it really?"), local.date())
        self._day.limit(None, self._now.astimezone(self._zone).date())
        self._time = TimeField(self.tr("At what time?"), local.time())
        self._known.picked.connect(self._time_known)
        self._kind = Choices(
            [(DoseKind.TAKEN.value, self.tr("All of it")), (DoseKind.PART.value, self.tr("Part of it"))],
            name=self.tr("How much went in?"),
            across=True,
        )
        self._kind.choose(begin.kind.value)
        self._place = Choices(self._places(begin), name=self.tr("Where was it?"), across=True)
        self._place.setObjectName("place")
        self._place.choose(self._place_key(begin) if begin.correcting is not None else None)
        self._exact = ExactPlace(diary, self._before, self)
        self._place.picked.connect(self._exact.place_picked)
        self._exact.shown.connect(self._spot_shown)
        self._missing = Text(tone=Tone.STOP)
        self._missing.hide()
        self._syringe = ListField(self.tr("Which syringe"), self._syringes(diary, begin), begin.syringe or "")
        self._note = TextField(self.tr("Note (if you like)"), begin.note)
        self.add(Text(self.tr("Where was it?"), bold=True), self._missing, self._place, self._exact)
        self.add(Text(self.tr("When was it?"), bold=True), self._known, self._day, self._time)
        self.add(Text(self.tr("How much went in?"), bold=True), self._kind, self._syringe, self._note)
        self.add(small(self.tr("What really happened can always be recorded.")))
        self._time_known(self._known.value or UNKNOWN)
        self._place.focus_first()

    @property
    def given(self) -> Given:
        """What was entered."""
        chosen = self._place.value
        point = {"point": self._begin.point, EXACT: self._exact.point}.get(chosen or "")
        return Given(
            slot=self._slot(),
            at=self._at(),
            point=point,
            place=None if chosen in (None, UNKNOWN, "point", EXACT) else Place(chosen),
            syringe=self._syringe.value or None,
            kind=DoseKind(self._kind.value or DoseKind.TAKEN.value),
            note=self._note.value,
        )

    def try_accept(self) -> None:
        """A time still ahead cannot have happened; a place is said, or that nobody knows it."""
        if self._place.value is None:
            self._missing.say(self.tr("Please say where, or that you do not know."))
            self._place.focus_first()
            return
        if self._place.value == EXACT and self._exact.point is None:
            self._missing.say(self.tr("Please show the spot, or choose a whole place."))
            self._exact.focus()
            return
        at = self._at()
        if at is not None and at > self._now + timedelta(minutes=1):
            self._time.complain(self.tr("This time is still ahead. Check the day and the time."))
            return
        self.accept()

    def _slot_choices(self, diary: Diary, begin: Prefilled) -> Choices | None:
        """The days it can be for, the proposed one chosen; one press changes it."""
        if begin.slot is None:
            return None
        days = [slot.day for slot in diary.regimen.slots_near(begin.slot)]
        if not days:
            return None
        entries = [(day.isoformat(), words.capital(words.short_day(day))) for day in days]
        choices = Choices(entries, name=self.tr("Which day is this dose for?"), across=True)
        choices.setObjectName("slot")
        choices.choose(begin.slot.isoformat())
        return choices

    def _slot(self) -> date | None:
        chosen = self._slots.value if self._slots is not None else None
        return date.fromisoformat(chosen) if chosen else self._begin.slot

    def _at(self) -> datetime | None:
        if self._known.value != "known":
            return None
        told = datetime.combine(self._day.value, self._time.value, self._zone)
        begun = (self._begin.at or self._now).astimezone(self._zone)
        if told.replace(tzinfo=None) == begun.replace(tzinfo=None, second=0, microsecond=0):
            # Left as it was: in the hour that comes twice in autumn, the fields alone cannot tell which.
            return begun
        # The field knows minutes only: a dose recorded in this very minute is not ahead of now.
        return min(told, self._now) if told - self._now < timedelta(minutes=1) else told

    def _time_known(self, answer: str) -> None:
        self._day.setVisible(answer == "known")
        self._time.setVisible(answer == "known")

    def _places(self, begin: Prefilled) -> list[tuple[str, str]]:
        found = [(place.value, words.capital(words.place(place))) for place in Place]
        if begin.point is not None:
            place = words.capital(words.place(begin.point.place))
            said = (
                self.tr("{0}, the point on record")
                if begin.correcting is not None
                else self.tr("{0}, the suggested point")
            )
            found.insert(0, ("point", said.format(place)))
        found.insert(1 if begin.point is not None else len(found), (EXACT, self.tr("Another exact point")))
        return [*found, (UNKNOWN, self.tr("I do not know"))]

    def _before(self) -> Dose:
        """The dose as it stands in the fields, to look at the skin before it."""
        known = self._begin.correcting
        if known is not None:
            return replace(known, slot=self._slot(), at=self._at())
        return Dose(
            "", self._slot(), DoseKind.TAKEN, self._at(), "", self._begin.point, None, None, "", (), self._now
        )

    def _spot_shown(self) -> None:
        self._missing.say("")
        self.into_sight(self._exact)

    @staticmethod
    def _place_key(begin: Prefilled) -> str:
        if begin.point is not None:
            return "point"
        return begin.place.value if begin.place else UNKNOWN

    def _syringes(self, diary: Diary, begin: Prefilled) -> list[tuple[str, str]]:
        looks = [look for look in diary.storage.looks() if not look.ended or look.syringe.id == begin.syringe]
        found = [(look.syringe.id, words.capital(words.syringe(look))) for look in looks]
        if begin.syringe and begin.syringe not in dict(found):
            found.append((begin.syringe, words.capital(words.syringe(diary.storage.look(begin.syringe)))))
        return [*found, ("", self.tr("I do not know, or it is not on record"))]
