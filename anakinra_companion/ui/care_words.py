"""The care team's own numbers as sentences that say whose they are; what follows from them nobody works out here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.ui import words

_tr = QCoreApplication.translate
INTERVAL = "dose-care-interval"


def missed(view: Overview) -> list[str]:
    """Beside a dose that is late: when the next one is due, and what the care team said of that (C1)."""
    coming = view.next_slot
    if coming is not None and coming.due <= view.now:
        # Today's own dose is the one that is late.
        coming = view.slot_after
    if coming is None or not view.clock_trusted:
        return []
    left = coming.due - view.now
    when = words.when(coming.due, view.zone, view.today)
    said = [_tr("care", "The next dose is due {0}, in {1}.").format(when, words.duration(left))]
    cutoff = view.profile.missed_cutoff
    if cutoff is not None:
        told = _tr("care", "{0} said: leave a missed dose out if the next one is due in less than {1}.")
        said.append(told.format(view.profile.missed_source, words.hours(cutoff)))
    return said


def early(view: Overview) -> list[str]:
    """Beside a start that the care team's interval holds back."""
    interval = view.profile.least_interval
    if interval is None or view.since_last is None:
        return []
    said = _tr("care", "{0} said: at least {1} between two doses.").format(
        view.profile.interval_source, words.hours(interval)
    )
    return [said, _tr("care", "Your last dose was {0}.").format(words.ago(view.since_last))]


def is_interval(guard: StartGuard, view: Overview) -> bool:
    """True where only the care team's interval holds a start back, not the day."""
    interval, since = view.profile.least_interval, view.since_last
    of_its_day = view.start_slot is not None and view.start_slot <= view.today
    return guard is StartGuard.TOO_EARLY and of_its_day and None not in (interval, since)
