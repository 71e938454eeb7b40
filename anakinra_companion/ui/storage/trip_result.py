"""A planned trip in words: how many syringes, when each dose is due there, and what the bag takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.storage import ROOM_LIMIT
from anakinra_companion.domain.trip import DoseAway, TripPlan
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.storage.trip import Stretch
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, lead, small
from anakinra_companion.ui.widgets.zone_field import zone_words

_tr = QCoreApplication.translate
Group = tuple[date, date, time, str, int]


def result(plan: TripPlan, stretches: Sequence[Stretch], home: str) -> list[QWidget]:
    """The cards of a plan, the most important first."""
    return [_syringes(plan), _doses(plan, home), _bag(plan, stretches, home)]


def groups(doses: Sequence[DoseAway]) -> list[Group]:
    """Doses that follow each other at the same hour of the same clock: first and last day, hour, zone, how many."""
    found: list[Group] = []
    for dose in doses:
        day, hour = dose.local.date(), dose.local.time()
        if found and found[-1][2:4] == (hour, dose.zone):
            first, _, _, _, count = found[-1]
            found[-1] = (first, day, hour, dose.zone, count + 1)
        else:
            found.append((day, day, hour, dose.zone, 1))
    return found


def _syringes(plan: TripPlan) -> QWidget:
    card = Card(QCoreApplication.translate("trip", "Take %n syringe(s)", "", plan.syringes))
    card.tint(Tone.INFO)
    doses = QCoreApplication.translate("trip", "%n dose(s) away from home.", "", len(plan.doses))
    spare = QCoreApplication.translate("trip", "%n spare one(s), as you said.", "", plan.spare)
    card.add(lead(f"{doses} {spare}"))
    ids = ("trip-cold", "trip-hand")
    card.add(FactLine(content.say(*ids), content.sources(*ids)))
    return card


def _doses(plan: TripPlan, home: str) -> QWidget:
    card = Card(_tr("trip", "When your doses are due"))
    if not plan.doses:
        card.add(Text(_tr("trip", "No dose falls into this trip.")))
        return card
    for first, last, hour, zone, count in groups(plan.doses):
        where = _tr("trip", "at home") if zone == home else zone_words(zone)
        if count == 1:
            said = _tr("trip", "{0}: {1}, {2}").format(words.short_day(first), words.clock_time(hour), where)
        else:
            days = _tr("trip", "{0} to {1}").format(words.short_day(first), words.short_day(last))
            told = QCoreApplication.translate("trip", "{0}: {1}, {2}. %n dose(s).", "", count)
            said = told.format(days, words.clock_time(hour), where)
        card.add(Line(said, "clock", Tone.PLAIN))
    card.add(FactLine(content.say("trip-hour"), content.sources("trip-hour")))
    return card


def _bag(plan: TripPlan, stretches: Sequence[Stretch], home: str) -> QWidget:
    card = Card(_tr("trip", "What the bag takes"))
    if plan.over_limit:
        card.tint(Tone.STOP)
        card.add(
            Line(
                content.say("trip-over" if plan.limit == ROOM_LIMIT else "trip-own-limit"),
                "stop",
                Tone.STOP,
                size=theme.LEAD,
                bold=True,
            )
        )
    for use, stretch in zip(plan.bag, stretches, strict=True):
        ends = [_tr("trip", "home") if each == home else zone_words(each) for each in (stretch.start, stretch.end)]
        said = _tr("trip", "From {0} to {1}: {2} in the bag.").format(*ends, words.duration(use.takes))
        left = _tr("trip", "All together {0}, {1}.").format(words.duration(use.together), words.left(use.left))
        card.add(Line(f"{said} {left}", "out", Tone.STOP if use.over_limit else Tone.PLAIN))
    card.add(FactLine(content.say("trip-bag"), content.sources("trip-bag")))
    card.add(small(_tr("trip", "Meant for a syringe that has not been out before and goes all the way.")))
    return card
