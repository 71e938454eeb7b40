"""The cards of Storage: the limits at a glance, a syringe as a tile, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.storage import Look
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.syringe_tile import TileState
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


def limits(diary: Diary) -> QWidget:
    """The limits at a glance, each with its source; the person's own beside them."""
    card = Card(_tr("storage", "The limits"))
    ids = ("storage-range", "storage-hours", "storage-frozen", "storage-hot")
    for id_, icon in zip(ids, ("fridge", "clock", "snowflake", "sun"), strict=True):
        card.add(Line(content.say(id_), icon, Tone.PLAIN, size=theme.LEAD))
    limit = diary.profile().limit_minutes
    if limit is not None:
        card.add(Line(_tr("storage", "Your own limit: {0} hours.").format(limit // 60), "edit", Tone.INFO))
    card.add(small(content.say("storage-shake", "storage-children", "storage-fridge-tip")))
    card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
    if not content.is_reviewed():
        card.add(small(content.say("about-not-reviewed")))
    return card


def empty() -> QWidget:
    """What to do while no box is on record."""
    card = Card(_tr("storage", "No box on record yet"))
    card.add(lead(_tr("storage", "Add the box in your fridge, and each syringe gets its own clock.")))
    return card


def history(diary: Diary, look: Look) -> QWidget:
    """Everything said about a syringe, corrected entries included."""
    zone = diary.zone()
    card = Card(_tr("storage", "What happened to it"))
    lines = diary.storage.history(look.syringe.id)
    if not lines:
        card.add(Text(_tr("storage", "In the fridge since it came.")))
    for line in lines:
        said = words.event(line.event.kind)
        when = words.full_when(line.event.since or line.event.at.utc, zone)
        told = _tr("storage", "{0}: {1}").format(when, said)
        if line.corrected:
            told = _tr("storage", "{0} (corrected, no longer counts)").format(told)
        card.add(Text(told, size=theme.SMALL, tone=Tone.MUTED if line.corrected else Tone.PLAIN))
    return card


def tile(look: Look) -> TileState:
    """A syringe as its tile shows it."""
    icon, word, tone = words.syringe_state(look)
    counted = look.time_out and not look.ended
    below = words.left(look.left) if counted else ""
    name = f"{words.capital(words.syringe(look))}: {word}. {below}".strip()
    part = look.left / look.limit if look.limit else 0.0
    return TileState(look.syringe.position, icon, word, tone, below, name, part if counted else None)
