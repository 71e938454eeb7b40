"""The lines of Today: what to look at first, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.alerts import Alert, AlertCode
from anakinra_companion.diary.overview import Overview
from anakinra_companion.ui import words
from anakinra_companion.ui.widgets.alert_line import AlertLine
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import row

_tr = QCoreApplication.translate
SHOWN = 3
# These have cards of their own.
_CARDS = (AlertCode.HOLD, AlertCode.POSSIBLE_DOSE, AlertCode.OPEN_DAYS, AlertCode.CLOCK)


def alert_lines(
    view: Overview, act_on: Callable[[Alert], None], show_all: Callable[[], None] | None
) -> list[QWidget]:
    """A line for each alert, the worst first; beyond a few only with `show_all` None, or after its press."""
    lines: list[QWidget] = []
    told = [alert for alert in view.alerts if alert.code not in _CARDS]
    shown = told if show_all is None else told[:SHOWN]
    for alert in shown:
        word, tone = words.level(alert.level)
        line = AlertLine(tone, word, words.alert(alert, view.zone), action(alert))
        line.acted.connect(partial(act_on, alert))
        lines.append(line)
    if show_all is not None and len(told) > len(shown):
        said = QCoreApplication.translate("TodayPage", "%n more", "", len(told) - len(shown))
        more = Button(said, Kind.QUIET, icon="down")
        more.clicked.connect(show_all)
        lines.append(row(more))
    return lines


def action(alert: Alert) -> str:
    """What can be done about an alert, if anything."""
    if alert.code is AlertCode.SHARPS:
        return _tr("today", "Yes, it is in")
    return _tr("today", "Look at it") if leads_to(alert) else ""


def leads_to(alert: Alert) -> str:
    """What of Storage an alert is about: the id of a syringe, or a part of the page."""
    if alert.code is AlertCode.SHARPS_FULL:
        return "sharps"
    return alert.look.syringe.id if alert.look is not None else ""
