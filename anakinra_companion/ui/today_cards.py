"""The facts of Today as cards: the answer, the next dose, the next place, the next syringe."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.ui import care_words, theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, lead, small

_tr = QCoreApplication.translate


def answer(view: Overview) -> tuple[str, str, Tone]:
    """The answer to "did I inject today?" as icon, sentence and tone."""
    icon, word, tone = words.day_state(view.day.state)
    if not view.clock_trusted:
        return "question-circle", _tr("today", "Did I inject? The clock cannot say."), Tone.SOON
    if view.hold is not None and view.day.state in (DayState.DUE, DayState.NOT_RECORDED):
        # "Not yet" would ask for one.
        return "dash-circle", _tr("today", "No dose is on record today."), Tone.MUTED
    newest = view.day.doses[-1] if view.day.doses else None
    hour = words.clock_time(newest.at, view.zone) if newest and newest.at else ""
    if view.day.state in (DayState.TAKEN, DayState.EXTRA) and hour:
        return icon, _tr("today", "Yes, you injected today at {0}.").format(hour), Tone.TAKEN
    sentence = {
        DayState.TAKEN: _tr("today", "Yes, you injected today."),
        DayState.EXTRA: _tr("today", "Yes, you injected today."),
        DayState.TIME_UNKNOWN: _tr("today", "Yes, you injected. The time is not known."),
        DayState.PART: _tr("today", "Part of today's dose went in."),
        DayState.DUE: _tr("today", "No, not yet."),
        DayState.NOT_RECORDED: _tr("today", "No, not yet."),
        DayState.UNFINISHED: _tr("today", "Did you inject?"),
        DayState.SKIPPED: _tr("today", "You skipped today's dose."),
        DayState.MISSED: _tr("today", "You missed today's dose."),
        DayState.PAUSED: _tr("today", "Paused, as your doctor said."),
        DayState.NONE: _tr("today", "No dose today.") if view.regimen else _tr("today", "Welcome."),
        DayState.FUTURE: word,
    }[view.day.state]
    return icon or "today", sentence, tone


def headline(view: Overview, *, not_sure: bool) -> QWidget:
    """The answer in large, and what belongs to it."""
    card = Card()
    icon, said, tone = answer(view)
    if not_sure:
        icon, said, tone = "question-circle", _tr("today", "You are not sure."), Tone.SOON
    card.add(Line(said, icon, tone, size=theme.TITLE, bold=True))
    for sentence in beside(view):
        card.add(lead(sentence))
    if view.day.state is DayState.PART:
        card.add(FactLine(content.say("dose-part"), content.sources("dose-part")))
    return card


def beside(view: Overview) -> list[str]:
    """What is said below the answer."""
    lines = []
    newest = view.day.doses[-1] if view.day.doses and view.clock_trusted else None
    if newest is not None and newest.place is not None:
        lines.append(_tr("today", "Place: {0}.").format(words.place(newest.place)))
    if view.day.state is DayState.DUE and view.day.slot is not None and view.clock_trusted:
        if not view.held_back:
            lines.append(_due(view))
            if view.profile.missed_cutoff is not None and view.now - view.day.slot.due >= timedelta(minutes=1):
                lines += care_words.missed(view)
    elif view.last is not None and view.last.at is not None and newest is None:
        when = words.when(view.last.at, view.zone, view.today)
        when = when if view.clock_trusted else words.full_when(view.last.at, view.zone)
        lines.append(_tr("today", "Your last dose: {0}.").format(when))
    if view.pause is not None and view.day.state is DayState.PAUSED:
        lines.append(words.pause_days(view.pause.first, view.pause.last))
        lines.append(_tr("today", "{0} said so.").format(view.pause.who))
    if view.regimen is None:
        lines.append(
            _tr("today", "Copy what your prescription label says, and this page will tell you when a dose is due.")
        )
    return lines


def _due(view: Overview) -> str:
    if view.day.slot is None:
        return ""
    hour = words.clock_time(view.day.slot.due, view.zone)
    late = view.now - view.day.slot.due
    if late < timedelta(minutes=1):
        return _tr("today", "It is due today at {0}.").format(hour)
    return _tr("today", "It was due at {0}, {1}.").format(hour, words.ago(late))


def facts(view: Overview) -> QWidget:
    """Next dose, next place and next syringe, beside each other where there is room."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.active().gap(16))
    cards = [_next_dose(view), _next_place(view), _next_syringe(view)]
    columns = 3 if theme.active().scale < 1.4 else 1
    for place, card in enumerate(cards):
        grid.addWidget(card, place // columns, place % columns)
        grid.setColumnStretch(place % columns, 1)
    return holder


def _next_dose(view: Overview) -> QWidget:
    card = Card()
    card.add(Line(_tr("today", "Next dose"), "clock", Tone.MUTED, bold=True))
    if view.hold is not None:
        card.add(lead(_tr("today", "Not before a doctor says so")))
    elif view.next_slot is None:
        card.add(lead(_tr("today", "Not planned yet")))
    else:
        card.add(lead(words.capital(words.when(view.next_slot.due, view.zone, view.today))))
    if view.since_last is not None and view.clock_trusted:
        card.add(small(_tr("today", "Your last dose was {0}.").format(words.ago(view.since_last))))
    card.body.addStretch(1)
    return card


def _next_place(view: Overview) -> QWidget:
    card = Card()
    card.add(Line(_tr("today", "Next place"), "bodymap", Tone.MUTED, bold=True))
    if view.suggestion is None:
        card.add(lead(_tr("today", "No point is free. Look at the map.")))
    else:
        card.add(lead(words.capital(words.place(view.suggestion.point.place))))
        card.add(small(words.why_here(view.suggestion)))
    card.body.addStretch(1)
    return card


def _next_syringe(view: Overview) -> QWidget:
    card = Card()
    card.add(Line(_tr("today", "Next syringe"), "syringe", Tone.MUTED, bold=True))
    look = view.next_syringe
    if look is None:
        card.add(lead(_tr("today", "None on record")))
        card.add(small(_tr("today", "Add a box under Storage.")))
    else:
        _, word, tone = words.syringe_state(look)
        card.add(lead(words.capital(words.syringe(look))))
        out = _tr("today", "{0}. Out {1}, {2} left.").format(
            word, words.duration(look.time_out), words.duration(look.left)
        )
        card.add(Text(out if look.time_out else word + ".", size=theme.SMALL, tone=tone))
    card.add(
        small(QCoreApplication.translate("today", "%n syringe(s) can still be looked at.", "", view.supply.usable))
    )
    card.body.addStretch(1)
    return card


def start_words(view: Overview) -> str:
    """Start, and for which day where that is not today."""
    if view.start_slot is None or view.start_slot == view.today or view.guard is StartGuard.SECOND_DOSE:
        return _tr("today", "Start injection")
    return _tr("today", "Start injection for {0}").format(words.short_day(view.start_slot))
