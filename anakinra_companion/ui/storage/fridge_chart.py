"""The chart of a fridge, and the same facts as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import theme
from anakinra_companion.ui.storage import fridge_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.chart import ChartPanel, ChartState, Curve, Zoom
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.fridge.views import FridgeView

# More columns than this no screen has room for.
COLUMNS = 800
# So many lines of a kind are shown before somebody asks for more.
FEW = 7


@dataclass
class FridgeShown:
    """What a person looks at: which fridge, how much of its time, whether every day; it outlives the page."""

    place: str | None = None
    zoom: Zoom = Zoom.WEEK
    last: date | None = None
    every_day: bool = False


def whole(diary: Diary, place: str) -> Span | None:
    """From the first reading of a fridge to the last; None without one."""
    seconds = [each.second for each in diary.fridge.typed(place)]
    for batch in diary.fridge.batches(place):
        if not batch.removed:
            seconds += [int(batch.first.timestamp()), int(batch.last.timestamp())]
    return Span(min(seconds), max(seconds)) if seconds else None


class FridgeChart(Card):
    """`focused` gives a control that the keyboard came to."""

    focused = Signal(QWidget)

    def __init__(
        self,
        diary: Diary,
        place: str,
        shown: FridgeShown,
        span: Span,
        unit: TemperatureUnit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("fridge", "Its temperatures"), parent)
        self._diary, self._place, self._shown = diary, place, shown
        self._unit, self._zone, self._whole = unit, diary.zone(), span
        self._view: FridgeView | None = None
        self._list = FactList(self._turn_days)
        name = self.tr("Temperatures in {0}").format(fridge_words.place(place))
        self.panel = ChartPanel(name, span, self._zone, self._asked, zoom=shown.zoom, last=shown.last)
        self.panel.focused.connect(self.focused)
        self.panel.turned.connect(self._turned)
        self.add(self.panel, self._list)
        self._turned(self.panel.window_shown)

    def _asked(self, window: Span) -> ChartState:
        first, last = _days(window, self._zone)
        self._view = view = self._diary.fridge.view(self._place, first, last)
        ends = datetime.fromtimestamp(window.start, UTC), datetime.fromtimestamp(window.end, UTC)
        # What was typed in comes last, whatever its name is.
        found = sorted(self._diary.fridge.curve(self._place, *ends, COLUMNS), key=lambda each: not each.sensor)
        curves = tuple(Curve(each.sensor or self.tr("Typed in"), each.points) for each in found)
        shades = fridge_words.shades(view.excursions, self._zone, self._unit, self._until(window))
        return ChartState(window, self._zone, curves, shades, self._unit)

    def _until(self, window: Span) -> int:
        latest = self._view.latest if self._view is not None else None
        return window.end if latest is None else min(window.end, int(latest[0].timestamp()))

    def _turned(self, window: Span) -> None:
        self._shown.zoom, self._shown.last = self.panel.state
        if self._view is not None:
            known = Span(self._whole.start, int(self._diary.now().timestamp()))
            view = replace(self._view, gaps=within(self._view.gaps, known))
            lines = facts(view, self._zone, self._unit, self._until(window), every_day=self._shown.every_day)
            self._list.show_lines(lines, more=len(self._view.days) > FEW, every_day=self._shown.every_day)

    def _turn_days(self) -> None:
        self._shown.every_day = not self._shown.every_day
        self._turned(self.panel.window_shown)


def within(holes: Sequence[Span], known: Span) -> tuple[Span, ...]:
    """Holes as far as they lie after the first reading of all, and not ahead of now."""
    cut = (Span(max(each.start, known.start), min(each.end, known.end)) for each in holes)
    return tuple(each for each in cut if each.start < each.end)


FactLineState = tuple[str, str, Tone]


def facts(
    view: FridgeView, zone: str, unit: TemperatureUnit, until: int, *, every_day: bool
) -> list[tuple[str, list[FactLineState]]]:
    """What the chart shows, as lines under headings: times out of range, gaps, and days, the newest first."""
    outside = []
    for each in sorted(view.excursions, key=lambda each: -each.start):
        icon, _, tone = fridge_words.kind_word(fridge_words.kind(each))
        outside.append((icon, fridge_words.excursion(each, zone, unit, until), tone))
    gaps = [("dash-circle", fridge_words.gap(each, zone), Tone.MUTED) for each in reversed(view.gaps)]
    days = [fridge_words.day(each, unit) for each in reversed(view.days)]
    shown = [(icon, words, tone) for icon, words, tone in (days if every_day else days[:FEW])]
    none = [("check-circle", _tr("fridge", "No time out of range in these readings."), Tone.PLAIN)] if days else []
    return [
        (_tr("fridge", "Out of range"), (outside or none)[:FEW]),
        (_tr("fridge", "Without readings"), gaps[:FEW]),
        (_tr("fridge", "Day by day"), shown),
    ]


_tr = QCoreApplication.translate


class FactList(QWidget):
    """Lines under headings; `turn` is what the button does that shows more or fewer days."""

    def __init__(self, turn: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(8))
        self._turn = named("every-day", "", "list", turn)

    def show_lines(self, groups: list[tuple[str, list[FactLineState]]], *, more: bool, every_day: bool) -> None:
        """Shows other lines."""
        had = self._turn.hasFocus()
        self._turn.setParent(None)
        while (item := self._below.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, lines in groups:
            if lines:
                self._below.addWidget(Text(words, bold=True))
                for icon, said, tone in lines:
                    self._below.addWidget(Line(said, icon, tone if tone is not Tone.TAKEN else Tone.PLAIN))
        if more:
            self._turn.say(self.tr("Fewer days") if every_day else self.tr("Every day"))
            self._below.addWidget(row(self._turn))
            self._turn.show()
            if had:
                self._turn.setFocus()


def _days(window: Span, zone: str) -> tuple[date, date]:
    info = ZoneInfo(zone)
    first = datetime.fromtimestamp(window.start, info).date()
    last = (datetime.fromtimestamp(window.end, info) - timedelta(seconds=1)).date()
    return first, last
