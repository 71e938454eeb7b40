"""What a fridge can do to syringes, for the machine of storage: the truth beside the record, kept by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.fridge.readings import Span
from tests.fridges import log, second, take_in

ZERO = timedelta(0)
WHICH = st.integers(0, 6)


class Truth:
    """What really happened to one syringe."""

    def __init__(self, born: datetime) -> None:
        self.total = ZERO
        self.since: datetime | None = None
        # Seen as an end; nothing but a correction may bring it back.
        self.ended = False
        # From when until when it was truly in the fridge at home; None while it is.
        self.stays: list[tuple[datetime, datetime | None]] = [(born, None)]

    def out_at(self, now: datetime) -> timedelta:
        return self.total + (now - self.since if self.since is not None else ZERO)

    def take_out(self, now: datetime) -> None:
        if self.since is None:
            self.since = now
            if self.stays and self.stays[-1][1] is None:
                self.stays[-1] = (self.stays[-1][0], now)

    def put_back(self, now: datetime, *, home: bool = True) -> None:
        self.total, self.since = self.out_at(now), None
        if home:
            self.stays.append((now, None))

    def inside(self, span: Span, now: datetime) -> list[Span]:
        """The parts of a span in which it was in the fridge at home, longer than a moment or at its very time."""
        found = []
        for start, end in self.stays:
            begin, over = max(second(start), span.start), min(second(end or now), span.end)
            if begin < over or (begin == over and span.start == span.end and end is None):
                found.append(Span(begin, over))
        return found


class FridgeRules(RuleBasedStateMachine):
    """Loggers and thermometers that tell the truth, and people who tell it too, sooner or later."""

    diary: Diary
    true: datetime
    truth: dict[str, Truth]
    _folder: TemporaryDirectory[str]

    @property
    def _clock_is_right(self) -> bool:
        raise NotImplementedError

    def begin_fridge(self) -> None:
        # What the record knows, by what it can be taken back with: batches, and readings typed in.
        self.warm: dict[str, Span] = {}
        self.frozen: dict[str, Span] = {}
        self.asked: dict[str, Span] = {}
        self.removed: list[tuple[str, Undo, dict[str, Span], Span]] = []
        self.files = 0

    def live(self, minutes: int, watched: bool) -> None:
        raise NotImplementedError

    @rule(minutes=st.integers(2, 200), degrees=st.sampled_from((5.0, 9.0, 12.0, -1.0, 0.0)))
    @precondition(lambda self: self._clock_is_right)
    def a_logger_is_read(self, minutes: int, degrees: float) -> None:
        begin = self.true
        self.live(minutes, watched=True)
        self.files += 1
        path = log(Path(self._folder.name) / f"{self.files}.csv", begin, [degrees] * (minutes + 1))
        result = take_in(self.diary, path)
        assert take_in(self.diary, path).batch_id is None
        if result.batch_id is not None:
            self._harm(result.batch_id, Span(second(begin), second(self.true)), degrees)

    def _harm(self, key: str, span: Span, degrees: float) -> None:
        if degrees > 8:
            self.warm[key] = span
        if degrees <= 0:
            self.frozen[key] = span

    @rule(which=WHICH)
    def an_import_is_removed(self, which: int) -> None:
        standing = [each for each in self.diary.fridge.batches("") if not each.removed]
        if standing:
            batch = standing[which % len(standing)]
            undo = self.diary.fridge.remove_import(batch.id)
            for told in (self.warm, self.frozen):
                if batch.id in told:
                    self.removed.append((batch.id, undo, told, told.pop(batch.id)))

    @rule()
    def the_last_removal_is_undone(self) -> None:
        if self.removed:
            key, undo, told, span = self.removed.pop()
            self.diary.undo(undo)
            told[key] = span

    @rule(hundredths=st.sampled_from((0, 500, 900, 2400)), back=st.booleans())
    @precondition(lambda self: self._clock_is_right)
    def a_thermometer_is_read(self, hundredths: int, back: bool) -> None:
        now = second(self.true)
        if any(each.second == now for each in self.diary.fridge.typed("")):
            return
        undo = self.diary.fridge.type_in("", hundredths)
        if back:
            self.diary.undo(undo)
            return
        (before,) = undo.fridge
        if hundredths <= 0:
            self.frozen[before.id] = Span(now, now)
        if hundredths > 800:
            self.asked[before.id] = Span(now, now)

    @rule(which=WHICH)
    def a_typed_reading_was_wrong(self, which: int) -> None:
        if typed := self.diary.fridge.typed(""):
            found = typed[which % len(typed)]
            self.diary.fridge.withdraw_typed(found.id)
            for told in (self.warm, self.frozen, self.asked):
                told.pop(found.id, None)

    @rule(which=WHICH, minutes=st.integers(0, 600))
    def told_since_when_it_was_warm(self, which: int, minutes: int) -> None:
        if self.asked:
            key = sorted(self.asked)[which % len(self.asked)]
            at = self.asked[key].start
            if at in {each.second for each in self.diary.fridge.questions("")}:
                since = datetime.fromtimestamp(at - minutes * 60, self.true.tzinfo)
                self.diary.fridge.answer_since("", at, since)
                self.warm[key] = Span(at - minutes * 60, at)
                del self.asked[key]

    def warm_inside(self, truth: Truth) -> timedelta:
        """The time that a syringe truly was in the warm fridge, by all that the record knows."""
        met = sorted(
            (part for span in self.warm.values() for part in truth.inside(span, self.true)), key=lambda s: s.start
        )
        total, until = 0, 0
        for part in met:
            total += max(part.end - max(part.start, until), 0)
            until = max(until, part.end)
        return timedelta(seconds=total)

    def spoken_against(self, truth: Truth) -> bool:
        """True when it was in the fridge as it froze, or when nobody has said yet since when it was warm."""
        spans = [*self.frozen.values(), *self.asked.values()]
        return any(truth.inside(span, self.true) for span in spans)
