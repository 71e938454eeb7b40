"""What the label said before: every version with its days and the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from anakinra_companion.domain.regimen import Span, spans
from anakinra_companion.ui import words
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


def label_versions(diary: Diary) -> Card | None:
    """A list of all versions, the newest first; None while there is one at most."""
    found = spans(diary.regimen.versions())
    if len(found) < 2:
        return None
    card = Card(_tr("questions", "What your label said, the newest first"))
    for span in reversed(found):
        regimen = span.regimen
        card.add(Text(words.often(regimen.every_days, regimen.at), bold=True), Text(_days(span)))
        card.add(small(_noted(span)))
    card.add(small(_tr("questions", "A change counts from its first day on. Days before it stay as they were.")))
    return card


def _days(span: Span) -> str:
    first = words.long_day(span.regimen.starts)
    if span.never_counted:
        return _tr("questions", "From {0} on. Another label took its place before that day.").format(first)
    if span.last is None:
        return _tr("questions", "From {0} on.").format(first)
    return _tr("questions", "From {0} through {1}.").format(first, words.long_day(span.last))


def _noted(span: Span) -> str:
    noted = words.full_when(span.regimen.recorded, span.regimen.zone)
    if not span.regimen.reason:
        return _tr("questions", "Copied on {0}.").format(noted)
    return _tr("questions", "Copied on {0}. Why: {1}").format(noted, span.regimen.reason)
