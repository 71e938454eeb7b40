"""A reading of the fridge's thermometer, typed in; what would speak against syringes is read back first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.storage.degrees_entry import NotATemperatureError, exact, example, read
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.chart.degrees import between, degrees, sign
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.text import Text

# A minute more or less is no matter of the future.
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, in hundredths of a degree C; `at` is None for just now."""

    hundredths: int
    at: datetime | None
    lowest: int | None
    highest: int | None
    note: str


Meant = Callable[[Typed, TemperatureUnit], Sequence[str]]


class TypeReading(Dialog):
    """`meant` says what a reading would mean for syringes, in sentences; without any it is kept at once.

    `before` is a reading to be corrected.
    """

    def __init__(
        self,
        place: str,
        unit: TemperatureUnit,
        now: datetime,
        zone: str,
        meant: Meant,
        parent: QWidget | None = None,
        *,
        before: Typed | None = None,
    ) -> None:
        super().__init__(self.tr("What the thermometer shows"), self.tr("Keep this reading"), parent)
        self._now, self._zone, self._meant = now, zone, meant
        self._read_back: Typed | None = None
        self._unit = ChoiceField(
            self.tr("Its unit"),
            [(each.value, sign(each)) for each in TemperatureUnit],
        )
        self._unit.choose(unit.value)
        hint = self.tr("A number, such as {0}.").format(example(unit))
        self._shows = TextField(self.tr("Temperature now"), "", hint)
        self._lowest = TextField(self.tr("Lowest since you looked before (if it keeps one)"))
        self._highest = TextField(self.tr("Highest since you looked before (if it keeps one)"))
        self._when = MomentField(self.tr("When you looked"), now.astimezone(ZoneInfo(zone)))
        self._note = TextField(self.tr("Note (if you like)"))
        self._meaning = Card(self.tr("Please check this before it is kept"))
        self._meaning.tint(Tone.STOP)
        self._meaning.hide()
        self.add(Text(self.tr("Fridge: {0}").format(place), bold=True), self._unit, self._shows)
        self.add(self._meaning, self._lowest, self._highest, self._when, self._note)
        for field in (self._shows, self._lowest, self._highest):
            field.edit.textEdited.connect(self._forget)
        self._unit.picked.connect(self._forget)
        if before is not None:
            self._show_before(before)
        self._shows.control.setFocus()

    @property
    def unit(self) -> TemperatureUnit:
        """The unit that was chosen."""
        return TemperatureUnit(self._unit.value or TemperatureUnit.CELSIUS.value)

    @property
    def typed(self) -> Typed:
        """What was typed and is in order."""
        found = self._typed()
        assert found is not None
        return found

    def try_accept(self) -> None:
        """Reads back once what would speak against syringes; the same press then keeps it."""
        found = self._typed()
        if found is None:
            return
        sentences = list(self._meant(found, self.unit))
        if sentences and found != self._read_back:
            self._show_meaning(found, sentences)
            return
        self.accept()

    def _typed(self) -> Typed | None:
        """Each field says by itself what is wrong with it."""
        values = [
            self._value(each, needed=each is self._shows) for each in (self._shows, self._lowest, self._highest)
        ]
        at = self._when.instant(self._zone)
        ahead = at - self._now >= MINUTE
        self._when.complain(self.tr("This time is still ahead. Check the day and the time.") if ahead else "")
        wrong = any(value is _WRONG for value in values)
        if ahead or wrong:
            return None
        shows, lowest, highest = (value if isinstance(value, int) else None for value in values)
        if shows is None or not self._fits(shows, lowest, highest):
            return None
        now = abs(at - self._now) < MINUTE
        return Typed(shows, None if now else min(at, self._now), lowest, highest, self._note.value)

    def _show_before(self, before: Typed) -> None:
        """What was typed then, to be corrected."""
        for field, value in (
            (self._shows, before.hundredths),
            (self._lowest, before.lowest),
            (self._highest, before.highest),
        ):
            if value is not None:
                field.edit.setText(exact(value, self.unit))
        if before.at is not None:
            self._when.show_moment(before.at.astimezone(ZoneInfo(self._zone)))
        self._note.edit.setText(before.note)

    def _value(self, field: TextField, *, needed: bool) -> int | object | None:
        field.complain("")
        if not field.value and not needed:
            return None
        try:
            return read(field.value, self.unit)
        except NotATemperatureError as wrong:
            field.complain(str(wrong))
            return _WRONG

    def _fits(self, shows: int, lowest: int | None, highest: int | None) -> bool:
        if lowest is not None and lowest > shows:
            self._lowest.complain(self.tr("The lowest cannot be above the temperature now. Check both."))
            return False
        if highest is not None and highest < shows:
            self._highest.complain(self.tr("The highest cannot be below the temperature now. Check both."))
            return False
        return True

    def _show_meaning(self, found: Typed, sentences: Sequence[str]) -> None:
        self._forget()
        self._read_back = found
        low = min(each for each in (found.hundredths, found.lowest) if each is not None)
        high = max(each for each in (found.hundredths, found.highest) if each is not None)
        said = self.tr("You typed {0}.").format(degrees(found.hundredths, self.unit))
        if low != high:
            said = self.tr("You typed {0}, and in between {1}.").format(
                degrees(found.hundredths, self.unit), between(low, high, self.unit)
            )
        self._meaning.add(Line(said, "warning", Tone.STOP, size=theme.LEAD, bold=True))
        for sentence in sentences:
            self._meaning.add(Text(sentence))
        self._meaning.show()
        self.primary.say(self.tr("Yes, that is what it shows"))
        # It has its height a moment later.
        QTimer.singleShot(0, self, partial(self.into_sight, self._meaning))

    def _forget(self) -> None:
        """Another number has to be read back anew."""
        self._read_back = None
        self._meaning.hide()
        self.primary.say(self.tr("Keep this reading"))
        while self._meaning.body.count() > 1:
            item = self._meaning.body.takeAt(1)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


_WRONG = object()
