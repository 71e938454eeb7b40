"""What can be asked of a step: why it is so, whom to call, what to do meanwhile; and where each sentence was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.content import Step
from anakinra_companion.domain.flow import POSSIBLE, Mode, Stage
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
# Where somebody may want to let the syringe lie for a while first.
_BEFORE_WASHING = frozenset({Stage.SYRINGE, Stage.KEPT, Stage.GLASS, Stage.LIQUID, Stage.LOOK, Stage.FOAM})


def help_card(diary: Diary, walk: Walkthrough, *, taken_back: bool = False) -> QWidget:
    """The reason, the question to ask, the number to call; and that nothing is lost by stopping here."""
    step = content.step(walk.stage)
    card = Card(_tr("walkthrough", "About this step"))
    card.tint(Tone.INFO)
    if step.why is not None:
        card.add(lead(step.why.text))
    if walk.stage in _BEFORE_WASHING:
        card.add(Text(_tr("walkthrough", "Want to let it warm up first?"), bold=True))
        card.add(FactLine(content.say("warm-up"), content.sources("warm-up")))
        if walk.syringe is not None:
            left = words.duration(diary.storage.look(walk.syringe).left)
            card.add(Text(_tr("walkthrough", "It has {0} left. This page waits for you.").format(left)))
    card.add(Text(_tr("walkthrough", "Still not clear?"), bold=True))
    card.add(Line(_what_to_do(walk, taken_back=taken_back), "info", Tone.INFO))
    asked = _tr("walkthrough", 'Ask your nurse or pharmacist: how do I do the step "{0}"?').format(step.title)
    card.add(Text(asked))
    if number := diary.profile().care_number:
        told = Text(number, size=theme.TITLE, bold=True)
        told.setAccessibleName(" ".join(number))
        card.add(told)
    return card


def sources_card(step: Step, mode: Mode) -> QWidget:
    """Each sentence on show with the facts it rests on and where they were read; and that the leaflet wins."""
    card = Card(_tr("walkthrough", "Where this comes from"))
    card.tint(Tone.INFO)
    card.add(Text(content.say("about-leaflet-wins"), bold=True))
    why = (step.why,) if step.why is not None else ()
    for sentence in (*step.told(mode), *why):
        card.add(Text(sentence.text))
        read = "; ".join(content.read_in(*sentence.facts))
        card.add(small(_tr("walkthrough", "{0}: {1}").format(", ".join(sentence.facts), read)))
    card.add(small(_tr("walkthrough", "Text checked on {0}.").format(words.long_day(content.checked_on()))))
    if not content.is_reviewed():
        card.add(Line(content.say("about-not-reviewed"), "info", Tone.SOON))
    return card


def _what_to_do(walk: Walkthrough, *, taken_back: bool) -> str:
    if walk.stage in POSSIBLE:
        return _tr("walkthrough", "Do not guess with a bare needle. Press what happened, and call.")
    if walk.stage is Stage.WASTED_SHARPS or taken_back:
        return _tr("walkthrough", "No dose is on record. Put the syringe in the sharps box, then call.")
    if walk.cover_off_at is not None:
        return _tr("walkthrough", "Your dose is on record. Put the syringe in the sharps box, then call.")
    return _tr("walkthrough", "Press Stop and call. The cover is on, and nothing is lost but time.")
