"""Where in the fridge: the logger lies on three spots, a day each, and which of them stayed in range is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.fridge.placement import SPOT_TIME, Spot
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
# What is kept in the record is a key; each has its words.
SPOTS = ("middle", "top", "bottom", "door", "drawer")


def spot_name(name: str) -> str:
    """A spot of a fridge."""
    return {
        "middle": _tr("fridge", "Middle shelf"),
        "top": _tr("fridge", "Top shelf"),
        "bottom": _tr("fridge", "Bottom shelf"),
        "door": _tr("fridge", "In the door"),
        "drawer": _tr("fridge", "Drawer"),
    }.get(name, name)


def spot_words(spot: Spot, unit: TemperatureUnit) -> tuple[str, str, Tone]:
    """What a logger saw on a spot, as icon, sentence and tone; nothing is called good before a day is over."""
    name = spot_name(spot.name)
    if spot.lowest is None or spot.highest is None:
        return "empty-circle", _tr("fridge", "{0}: no readings yet.").format(name), Tone.MUTED
    seen = degrees.between(spot.lowest, spot.highest, unit)
    watched = words.duration(min(spot.seen, timedelta(days=365)))
    if spot.may_freeze:
        return "snowflake", _tr("fridge", "{0}: {1}. It can freeze there.").format(name, seen), Tone.STOP
    if spot.stayed_in_range:
        return "check-circle", _tr("fridge", "{0}: {1}. It stayed in range.").format(name, seen), Tone.TAKEN
    if not spot.complete:
        left = words.duration(SPOT_TIME - spot.seen)
        said = _tr("fridge", "{0}: {1} in {2}. Watch it {3} longer.").format(name, seen, watched, left)
        return "half-circle", said, Tone.PLAIN
    share = round(100 * spot.share)
    return "warning", _tr("fridge", "{0}: {1}. In range {2} % of the time.").format(name, seen, share), Tone.SOON


class PlacementCard(Card):
    """`acted` gives what to write."""

    acted = Signal(object)

    def __init__(self, diary: Diary, place: str, unit: TemperatureUnit, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which spot in this fridge?"), parent)
        self._diary = diary
        spots = diary.fridge.placement(place)
        self.add(Text(self.tr("Lay the logger on three spots, a day each, then take its file in.")))
        for spot in spots:
            icon, said, tone = spot_words(spot, unit)
            self.add(Line(said, icon, tone))
        lies = diary.fridge.lies_on(place)
        if lies is not None:
            since = words.when(lies.since, diary.zone(), diary.today())
            said = self.tr("The logger lies here now: {0}, {1}.").format(spot_name(lies.name), since)
            self.add(Line(said, "ring-dot", Tone.INFO, bold=True))
        current = lies.name if lies is not None else None
        self.add(Text(self.tr("Where does the logger lie from now on?"), bold=True))
        buttons = [
            self._button(f"spot-{name}", spot_name(name), "fridge", partial(diary.fridge.begin_spot, name, place))
            for name in SPOTS
            if name != current
        ]
        if current is not None:
            buttons.append(self._button("spot-end", self.tr("I took it away"), "close", diary.fridge.end_spot))
        self.add(row(*buttons))
        self.add(FactLine(content.say("fridge-spot"), content.sources("fridge-spot")))

    def _button(self, name: str, said: str, icon: str, act: Callable[[], Undo]) -> QWidget:
        return named(name, said, icon, partial(self.acted.emit, act))
