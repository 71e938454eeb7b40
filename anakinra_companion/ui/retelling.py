"""Other words in the places of those before: a page that only the time has changed is not built anew.

Whoever hears a page would otherwise hear all of it each minute, and lose the control they are at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.storage import Look
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.text import Text

_NO_TIME = datetime(1, 1, 1, tzinfo=UTC)


def timeless(view: Overview) -> Overview:
    """All but what runs on by itself: of two that are equal each press does the same, and only words can differ."""
    return replace(
        view,
        now=_NO_TIME,
        looks=tuple(_timeless(look) for look in view.looks),
        next_syringe=_timeless(view.next_syringe) if view.next_syringe else None,
        alerts=tuple(replace(alert, look=_timeless(alert.look) if alert.look else None) for alert in view.alerts),
    )


def _timeless(look: Look) -> Look:
    return replace(look, time_out=timedelta(0))


def retell(shown: Sequence[QWidget], fresh: Sequence[QWidget]) -> bool:
    """Puts the words of `fresh` parts in those on show; False, and nothing is changed, where they differ in more."""
    before, after = _all(shown), _all(fresh)
    if [type(each) for each in before] != [type(each) for each in after]:
        return False
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Text) and isinstance(new, Text) and old.text() != new.text():
            old.setText(new.text())
        if isinstance(old, Button) and isinstance(new, Button) and old.text() != new.text():
            old.say(new.text())
        if old.accessibleName() != new.accessibleName():
            old.setAccessibleName(new.accessibleName())
    return True


def _all(parts: Sequence[QWidget]) -> list[QWidget]:
    return [each for part in parts for each in (part, *part.findChildren(QWidget))]
