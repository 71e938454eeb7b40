"""What is chosen on the way to an injection: the syringe, and the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.content import Step
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.verdict import next_syringe
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough import words as walkthrough_words
from anakinra_companion.ui.walkthrough.parts import beside, column
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text, lead, small

_tr = QCoreApplication.translate


def syringe_choice(looks: Sequence[Look], when: str, mode: Mode, choose: Callable[[Look], None]) -> QWidget:
    """The next syringe first, then every other that may be looked at; the rest are named with why not."""
    first = next_syringe(looks)
    step = content.step(Stage.SYRINGE)
    usable = sorted((look for look in looks if look.usable and look is not first), key=_turn)
    parts: list[QWidget] = [lead(sentence) for sentence in (_before(when, step, mode) if first else ())]
    if first is None:
        card = Card(_tr("walkthrough", "No syringe on record can be used"))
        card.tint(Tone.SOON)
        card.add(Text(_tr("walkthrough", "Add a box under Storage, or call your pharmacist.")))
        parts.append(card)
    if first is not None:
        parts.extend((Text(_tr("walkthrough", "This one is next"), bold=True), _syringe_button(first, choose)))
    if usable:
        parts.append(Text(_tr("walkthrough", "Or is another one in your hand?"), bold=True))
        parts.extend(_syringe_button(look, choose) for look in usable)
    for look in looks:
        if not look.usable:
            icon, _, tone = words.syringe_state(look)
            said = _tr("walkthrough", "Not {0}: {1}.").format(words.syringe(look), words.reason(look.reason))
            parts.append(Line(said, icon, tone))
    return column(parts)


def _before(when: str, step: Step, mode: Mode) -> tuple[str, ...]:
    why = (step.why.text,) if mode is Mode.FIRST_TIME and step.why is not None else ()
    return (when, *(sentence.text for sentence in step.told(mode)), *why)


def _syringe_button(look: Look, choose: Callable[[Look], None]) -> Button:
    button = Button(_syringe_words(look), icon=words.syringe_state(look)[0], big=True)
    button.clicked.connect(partial(choose, look))
    return button


def _turn(look: Look) -> tuple[object, ...]:
    return look.left, look.syringe.box.expires, look.syringe.box.id, look.syringe.position


def _syringe_words(look: Look) -> str:
    name = words.capital(words.syringe(look))
    if not look.time_out:
        return _tr("walkthrough", "{0}: in the fridge until now").format(name)
    return _tr("walkthrough", "{0}: out {1}, {2} left").format(
        name, words.duration(look.time_out), words.duration(look.left)
    )


def place_choice(map_: SiteMap, choose: Callable[[SitePoint], None], *, with_skin: bool, tone: int = 2) -> QWidget:
    """The suggested point with its reason, two others, and the skin close up; every free point can be chosen."""
    if map_.suggestion is None:
        card = Card(_tr("walkthrough", "No point is free"))
        card.tint(Tone.SOON)
        card.add(Text(content.say("sites-rule")), Text(content.say("dose-almost")))
        return card
    parts: list[QWidget] = [lead(words.why_here(map_.suggestion))]
    for found in (map_.suggestion, *map_.alternatives):
        point = words.capital(walkthrough_words.point(found.point, map_.number(found.point)))
        said = _tr("walkthrough", "{0}: the skin looks normal").format(point) if with_skin else point
        button = Button(said, icon="bodymap", big=True)
        button.clicked.connect(partial(choose, found.point))
        parts.append(button)
    parts.append(Text(content.say("sites-skin")))
    if with_skin:
        other = _tr("walkthrough", "Does none of them look normal? Then choose a free point whose skin looks normal.")
        parts.append(Text(other))
    place = map_.suggestion.point.place
    if about := site_words.about(map_, place):
        parts.append(small(about))
    view = PatchView(site_words.plane_name(place))
    view.show_state(site_words.patch_state(map_, place, tone))
    view.picked.connect(partial(_pick_free, map_, choose))
    right = column(parts)
    return beside(view, right)


def _pick_free(map_: SiteMap, choose: Callable[[SitePoint], None], point: SitePoint) -> None:
    views: list[PointView] = [view for points in map_.points.values() for view in points]
    if any(view.point == point and view.blocked is None for view in views):
        choose(point)
