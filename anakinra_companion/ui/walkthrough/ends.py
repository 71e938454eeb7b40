"""Where an injection ended, or that none is under way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.dose_syringes import OVER_LIMIT
from anakinra_companion.domain.flow import Stage
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import spot_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough import words as walkthrough_words
from anakinra_companion.ui.walkthrough.parts import HowDrawn, beside, drawing
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


def nothing_open(leave: Callable[[], object]) -> QWidget:
    """Said where somebody comes without having started."""
    card = Card(_tr("walkthrough", "No injection is under way"))
    away = Button(_tr("walkthrough", "To Today"), Kind.PRIMARY, icon="today")
    away.setObjectName("to-today")
    away.clicked.connect(leave)
    card.add(row(away))
    return card


def end_card(diary: Diary, walk: Walkthrough, how: HowDrawn, *, taken_back: bool = False) -> QWidget:
    """Where a walkthrough ended, with what is on record now; of a dose taken back the card above tells."""
    if taken_back:
        return QWidget()
    step = content.step(walk.stage)
    card = Card()
    zone, today = diary.zone(), diary.today()
    icon, tone = {
        Stage.DONE: ("check-circle", Tone.TAKEN),
        Stage.CALL: ("phone", Tone.SOON),
        Stage.WASTED: ("x-circle", Tone.SOON),
        Stage.STOPPED: ("pause", Tone.MUTED),
    }[walk.stage]
    card.add(Line(" ".join(each.text for each in step.say), icon, tone, size=theme.LEAD, bold=True))
    dose = diary.walkthrough.dose(walk.id)
    if dose is not None and dose.at is not None:
        card.add(lead(_tr("walkthrough", "Recorded: {0}.").format(words.when(dose.at, zone, today))))
        if dose.point is not None:
            where = walkthrough_words.point(dose.point, diary.sites.number(dose.point))
            card.add(lead(_tr("walkthrough", "Place: {0}.").format(where)))
        flags = site_flags(dose.flags)
        if told := " ".join((spot_words.here_instead(flags), *spot_words.against(flags))).strip():
            card.add(Text(told))
        if dose.syringe is not None:
            used = words.capital(words.syringe(diary.storage.look(dose.syringe)))
            card.add(lead(_tr("walkthrough", "{0} is used.").format(used)))
        if OVER_LIMIT in dose.flags:
            card.add(Text(content.say("storage-over"), tone=Tone.SOON))
    if (upcoming := diary.doses.next_slot()) is not None:
        next_due = words.when(upcoming.due, zone, today)
        card.add(lead(_tr("walkthrough", "Next dose: {0}.").format(next_due)))
    card.add(Text(content.say("weeks") if walk.stage is Stage.DONE else ""))
    card.body.addStretch(1)
    return beside(drawing(step.picture, "", how), card) if step.picture else card
