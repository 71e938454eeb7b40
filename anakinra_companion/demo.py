"""A believable ninety days, made by living them: every act goes through the diary, with the clock moved on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.demo_fridge import take_in_fortnight
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.regimen import Label
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.clock import Clock, ClockReading
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.domain.flow import Mode, Reply
from anakinra_companion.domain.profile import Condition, Gate, Leaflet
from anakinra_companion.domain.sites import SELF_PLACES, AvoidReason, Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.skin.tape import Tape
from anakinra_companion.domain.storage import BOX_SIZE, SetAsideReason
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths

DAYS = 90
DUE = time(20, 0)
# Days before today that did not go as planned, so that every state of the calendar can be seen.
SKIPPED, MISSED, UNKNOWN_TIME, NOT_RECORDED = 61, 47, 33, 12
FROZEN_DAY = 40
SHARPS_HOLDS = 120
# The evening on which the needle went in beside the planned point (0.1 mm to the left, and down).
ELSEWHERE, ASIDE, DOWN = 4, 60, 40
# Days before today on which something was said of the skin.
SCAR_DAY, LUMP_DAY, CHECKED_DAY, BRUISE_DAY, WISH_DAY = 88, 52, 45, 9, 2
# The evening before that many days is told of: twice with some redness, once with nothing, once with a bruise.
TOLD = {
    55: Signs(redness=2, itch=2, size=300, spreading=False, note="Itched for two days"),
    54: Signs(redness=1, spreading=False),
    21: Signs(bruise=2, spreading=False),
    9: Signs(redness=2, swelling=1, itch=1, size=250, spreading=False),
    5: Signs(),
}
# The tape measure came out at the start, and once more when trousers had become tight.
MEASURED_AGAIN = 20
# Two places that something was told of, the first of which reacts more.
TOLD_PLACES = (Place.BELLY_LEFT, Place.THIGH_RIGHT)


FRIDGE = "Kitchen fridge"


class PastClock:
    """A clock that stands where it was put. It knows no boot, so it leaves no evidence against the real one."""

    def __init__(self, start: datetime, zone: str) -> None:
        self._now = start
        self._zone = zone

    def put(self, now: datetime) -> None:
        """Moves on to a later instant."""
        self._now = max(self._now, now)

    def now(self) -> datetime:
        """The instant it stands at (UTC)."""
        return self._now

    def reading(self) -> ClockReading:
        """The instant, without a boot clock."""
        return ClockReading(self._now, 0, "")

    def zone(self) -> str:
        """The zone the demo is lived in."""
        return self._zone


def fill(paths: Paths, clock: Clock) -> None:
    """Lives the ninety days before now in a new record under `paths`."""
    now, zone = clock.now(), clock.zone()
    today = now.astimezone(ZoneInfo(zone)).date()
    past = PastClock(now - timedelta(days=DAYS + 1), zone)
    diary = open_diary(paths, past, _quiet)
    try:
        _Life(diary, past, today, now).live()
    finally:
        diary.close()


def _quiet() -> None:
    """Nobody looks on."""


class _Life:
    """One invented person, day by day."""

    def __init__(self, diary: Diary, clock: PastClock, today: date, now: datetime) -> None:
        self._diary = diary
        self._clock = clock
        self._today = today
        self._now = now
        self._first = today - timedelta(days=DAYS)
        self._boxes = 0

    def live(self) -> None:
        """From the first box to this minute."""
        self._begin()
        for ago in range(DAYS, -1, -1):
            day = self._today - timedelta(days=ago)
            self._stock(day)
            self._say_of_skin(ago, day)
            if self._at(day, DUE) < self._now and ago:
                self._evening(ago, day)
        self._clock.put(self._now - timedelta(hours=3, minutes=30))
        take_in_fortnight(self._diary, FRIDGE, self._clock.now())
        self._clock.put(self._now - timedelta(hours=3, minutes=10))
        self._look_back()
        upcoming = self._diary.storage.next()
        if upcoming is not None:
            self._diary.storage.take_out(upcoming.syringe.id)

    def _begin(self) -> None:
        for gate in Gate:
            self._diary.answer_gate(gate, answer=True)
        self._diary.change_profile(
            first_run="done",
            country="US",
            leaflet=Leaflet.FULL,
            mode=Mode.PRACTISED,
            condition=Condition.RHEUMATOID_ARTHRITIS,
        )
        self._diary.sharps.begin(SHARPS_HOLDS)
        self._diary.regimen.copy_label(Label(1, DUE, self._clock.zone(), self._first))
        self._tell_of_before()
        self._measure(Tape(thigh_length=4350, thigh_girth=5200, belly_width=4500, belly_height=1800))

    def _tell_of_before(self) -> None:
        days = self._diary.earlier.open_days()
        self._diary.earlier.tell({day: SELF_PLACES[place % len(SELF_PLACES)] for place, day in enumerate(days)})

    def _measure(self, tape: Tape) -> None:
        self._diary.sizes.measure(tape)

    def _stock(self, day: date) -> None:
        usable = sum(look.usable for look in self._diary.storage.looks())
        if usable > 2:
            return
        self._clock.put(self._at(day, time(11, 0)))
        self._boxes += 1
        expires = date(day.year + 1, day.month, 28)
        lot = f"K{4100 + 7 * self._boxes}"
        self._diary.storage.add_box(lot, expires, received=day, place=FRIDGE, count=BOX_SIZE)

    def _evening(self, ago: int, day: date) -> None:
        # A little late, the same each time the demo is made.
        self._clock.put(self._at(day, DUE) + timedelta(minutes=(ago * 7) % 41))
        if ago == FROZEN_DAY:
            self._freeze_one()
        if ago == MEASURED_AGAIN:
            self._tell_of_before()
        self._measure(Tape(thigh_length=4350, thigh_girth=5350, belly_width=4650, belly_height=1800))
        if ago in (SKIPPED, MISSED):
            kind = AnswerKind.SKIPPED if ago == SKIPPED else AnswerKind.MISSED
            reason = "My doctor said to wait a day." if ago == SKIPPED else ""
            self._diary.doses.answer({day: kind}, reason)
        elif ago == UNKNOWN_TIME:
            self._unknown_time(day)
        elif ago != NOT_RECORDED:
            self._inject()
        if ago == ELSEWHERE:
            self._elsewhere()
        self._tell_of_skin(ago)

    def _freeze_one(self) -> None:
        upcoming = self._diary.storage.looks()[-1]
        self._diary.storage.set_aside(upcoming.syringe.id, SetAsideReason.FROZEN)
        self._diary.storage.hand_in(upcoming.syringe.id)

    def _tell_of_skin(self, ago: int) -> None:
        """What the skin did after the injection of the evening before."""
        if ago not in TOLD:
            return
        past = self._diary.sites.map().skin.history
        if len(past) > 1:
            self._diary.reactions.report(past[-2].dose_id, TOLD[ago])

    def _unknown_time(self, day: date) -> None:
        suggestion, upcoming = self._diary.sites.suggestion(), self._diary.storage.next()
        if suggestion is not None and upcoming is not None:
            self._diary.doses.record(Given(day, None, suggestion.point, None, upcoming.syringe.id))
            self._diary.storage.drop_in_sharps(upcoming.syringe.id)

    def _inject(self) -> None:
        walks, upcoming = self._diary.walkthrough, self._diary.storage.next()
        suggestion = self._diary.sites.suggestion()
        if upcoming is None or suggestion is None:
            return
        walk = walks.choose_syringe(walks.start(), upcoming.syringe.id)
        walk = walks.choose_place(walks.answer(walk, Reply.CLEAR), suggestion.point)
        for minutes, reply in ((2, Reply.NEXT), (1, Reply.NEXT), (1, Reply.NEEDLE_OUT), (1, Reply.IN_SHARPS)):
            self._clock.put(self._clock.now() + timedelta(minutes=minutes))
            walk = walks.answer(walk, reply)

    def _elsewhere(self) -> None:
        dose = self._diary.doses.last()
        if dose is not None and dose.point is not None:
            planned = dose.point
            self._diary.sites.injected_here(dose.id, SitePoint(planned.place, planned.x + ASIDE, planned.y - DOWN))

    def _say_of_skin(self, ago: int, day: date) -> None:
        """A scar and a mole for good, a lump that was checked, a bruise whose time is over, a wish for this week."""
        diary, week = self._diary, day + timedelta(days=7)
        if ago in (SCAR_DAY, LUMP_DAY, CHECKED_DAY, BRUISE_DAY, WISH_DAY):
            self._clock.put(self._at(day, time(12, 30)))
        if ago == SCAR_DAY:
            scar = SitePoint(Place.BELLY_RIGHT, -560, -620)
            diary.marks.add(Marked(scar, 160, AvoidReason.SCAR, note="From my appendix"))
            diary.marks.add(Marked(SitePoint(Place.THIGH_LEFT, 230, 120), 60, AvoidReason.MOLE))
        elif ago == LUMP_DAY:
            diary.lumps.found(SitePoint(Place.THIGH_RIGHT, -90, 310), note="Like a pea under the skin")
        elif ago == CHECKED_DAY:
            diary.lumps.doctor_checked(diary.lumps.every()[0].id, "Dr. Reyes")
        elif ago == BRUISE_DAY:
            diary.marks.add(Marked(SitePoint(Place.THIGH_LEFT, -200, -400), 200, AvoidReason.BRUISE, week))
        elif ago == WISH_DAY:
            diary.wishes.exclude(Place.THIGH_RIGHT, week)

    def _look_back(self) -> None:
        """What the skin did, told on one evening: of some injections nothing, of a few something."""
        given = self._diary.sites.given_since(self._now - timedelta(days=DAYS))
        for number, each in enumerate(given):
            if each.place in TOLD_PLACES and number % 3 != 0 and not self._diary.reactions.of(each.dose_id):
                bad = number % (5 if each.place is TOLD_PLACES[0] else 17) == 0
                redness = 1 + number % 3 if bad else 0
                told = Signs(redness=redness, itch=int(redness > 1), spreading=False if bad else None)
                self._diary.reactions.report(each.dose_id, told)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, ZoneInfo(self._clock.zone())).astimezone(self._now.tzinfo)
