"""One line at the check of the skin, to be left or pressed: what the skin did after an injection before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from anakinra_companion.domain.flow import ORDER, Stage
from anakinra_companion.domain.sites import Injection
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.frames import Card, row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


def told_line(diary: Diary, walk: Walkthrough, telling: Telling) -> QWidget | None:
    """The line, where there is anything to tell of; its button is none of the answers of the step."""
    if walk.stage is not _skin_check(walk):
        return None
    if (waited := _waited(diary, walk)) is not None:
        said = _tr("walkthrough", "The skin at this point reacted after the injection of {0}. How does it look now?")
    elif (waited := diary.reactions.to_ask_about()) is not None:
        said = _tr("walkthrough", "Your last injection was on {0}: {1}. Did the skin there do anything?")
    else:
        return None
    about = _about(diary, waited)
    card = Card()
    tell = Button(_tr("walkthrough", "Tell about it"), icon="edit", big=True)
    tell.setObjectName("tell-about-it")
    tell.clicked.connect(partial(telling.tell, about))
    words_ = Text(f"{said.format(about.when, about.where)} {_tr('walkthrough', 'You may leave this.')}")
    if theme.active().scale >= theme.LARGE:
        card.add(words_, row(tell))
        return card
    # Beside each other, so that the step itself need not be scrolled for it.
    across = QHBoxLayout()
    across.setSpacing(theme.active().gap(16))
    across.addWidget(words_, 1, Qt.AlignmentFlag.AlignVCenter)
    across.addWidget(tell)
    card.body.setContentsMargins(20, 8, 12, 8)
    card.body.addLayout(across)
    return card


def _skin_check(walk: Walkthrough) -> Stage:
    """Somebody practised looks at the skin while choosing the place."""
    return Stage.SKIN if Stage.SKIN in ORDER[walk.mode] else Stage.PLACE


def _waited(diary: Diary, walk: Walkthrough) -> Injection | None:
    """The injection after which the point whose turn has come had to wait."""
    point = walk.point
    if walk.stage is Stage.PLACE:
        suggested = diary.sites.suggestion(helper=bool(walk.helper))
        point = suggested.point if suggested is not None else None
    return diary.reactions.waited_at(point, walk.started) if point is not None else None


def _about(diary: Diary, injection: Injection) -> About:
    number = diary.sites.number(injection.point) if injection.point is not None else None
    return About(injection.dose_id, injection.place, injection.point, words.short_day(injection.at.date()), number)
