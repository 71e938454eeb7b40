"""The parts a stage of the walkthrough is built from: words beside a picture, choices, the large sheet, the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.content import Step
from anakinra_companion.diary.dose_syringes import OVER_LIMIT
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.verdict import next_syringe
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import site_words, theme, walkthrough_words, words
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
PICTURE_WIDTH = 430
# A large picture still leaves the answers in sight in the smallest window (pixels).
LARGE_HEIGHT = 430
FEW = 4
# Answers that are given nearly always, and stand alone above the others.
USUAL = ("reply-clear", "reply-fine")


@dataclass(frozen=True, slots=True)
class HowDrawn:
    """For whom the pictures are drawn: the skin tone, the left hand or the right, the place, whose hands they are."""

    tone: int
    mirrored: bool
    place: Place | None
    helper: bool


def told(step: Step, mode: Mode, answers: Sequence[Button], notes: Sequence[str], how: HowDrawn) -> QWidget:
    """A picture with large words beside it, what the record knows, and the answers below the words.

    Somebody new is told why as well; somebody practised reads one line.
    """
    large = [Text(sentence.text, size=theme.GUIDE) for sentence in step.told(mode)]
    right = _column([*large, *(lead(note) for note in notes)])
    inner = right.layout()
    if answers and isinstance(inner, QVBoxLayout):
        _put_answers(inner, answers)
    if isinstance(inner, QVBoxLayout):
        if mode is Mode.FIRST_TIME and step.why is not None:
            inner.addWidget(Line(step.why.text, "info", Tone.MUTED))
        inner.addStretch(1)
    pictures = _pictures(step, how)
    return right if pictures is None else _beside(pictures, right)


def large_picture(step: Step, answers: Sequence[Button], notes: Sequence[str], how: HowDrawn) -> QWidget:
    """Only the picture, large enough for somebody across the table, and the answers below it."""
    picture = _drawing(step.picture, step.title, how, moves=True)
    picture.setMaximumHeight(LARGE_HEIGHT)
    holder = _column([picture, *(lead(note) for note in notes)])
    below = holder.layout()
    if answers and isinstance(below, QVBoxLayout):
        _put_answers(below, answers)
    return holder


def _put_answers(below: QVBoxLayout, answers: Sequence[Button]) -> None:
    """A few answers stand beside each other; of many, the usual one stands alone above the others."""
    if len(answers) <= FEW or answers[0].objectName() not in USUAL:
        below.addWidget(row(*answers))
        return
    below.addWidget(answers[0])
    below.addWidget(Text(_tr("walkthrough", "Or is something wrong?"), bold=True))
    below.addWidget(row(*answers[1:]))


def _pictures(step: Step, how: HowDrawn) -> QWidget | None:
    if not step.picture:
        return None
    main = _drawing(step.picture, step.title, how, moves=True)
    small_ones = (*step.dont, *step.also)
    if not small_ones:
        return main
    holder = QWidget()
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.addWidget(main)
    across = QHBoxLayout()
    for name in small_ones:
        picture = _drawing(name, _small_words(name), how)
        picture.setMaximumWidth(theme.active().gap(170))
        across.addWidget(picture)
    across.addStretch(1)
    below.addLayout(across)
    below.addStretch(1)
    return holder


def _small_words(name: str) -> str:
    return {
        "dont-touch": _tr("walkthrough", "Do not touch the needle"),
        "dont-put-down": _tr("walkthrough", "Do not put the syringe down"),
        "dont-recap": _tr("walkthrough", "Do not put the cover back on"),
        "dont-shake": _tr("walkthrough", "Do not shake the syringe"),
        "dont-alcohol": _tr("walkthrough", "No alcohol wipe now: dry gauze"),
        "cannot-pinch": _tr("walkthrough", "Cannot pinch? Rest your hand flat beside the place."),
    }[name]


def _drawing(name: str, words_: str, how: HowDrawn, *, moves: bool = False) -> Artwork:
    file = f"walkthrough/{name}.svg"
    return Artwork(
        file, words_, tone=how.tone, mirrored=how.mirrored, moves=moves, place=how.place, helper=how.helper
    )


def _beside(picture: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    look = theme.active()
    if look.scale >= theme.LARGE:
        below = QVBoxLayout(holder)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(right)
        below.addWidget(picture)
        return holder
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(look.gap(28))
    picture.setMaximumWidth(look.gap(PICTURE_WIDTH))
    across.addWidget(picture, 5, Qt.AlignmentFlag.AlignTop)
    across.addWidget(right, 6)
    return holder


def sheet(step: Step, how: HowDrawn) -> QWidget:
    """Steps 3 to 6 together: both hands are busy, so nothing need be pressed until the needle is out."""
    scale = theme.active().scale
    if scale >= theme.LARGE:
        # All four steps have to be in sight at once: with large words the pictures, seen before, stay away.
        return _column([Text(sentence.text, size=theme.SMALL, bold=True) for sentence in step.say])
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.active().gap(14))
    columns = 2 if scale < 1.2 else 4
    for place, (name, sentence) in enumerate(zip(step.sheet, step.say, strict=True)):
        picture = _drawing(name, sentence.text, how)
        grid.addWidget(_strip(picture, sentence.text, below=columns == 4), place // columns, place % columns)
        grid.setColumnStretch(place % columns, 1)
    return holder


def _strip(picture: Artwork, sentence: str, *, below: bool) -> QWidget:
    """One step of the sheet: its words beside the picture, or below it where four stand in a row."""
    card = Card()
    if below:
        card.body.setContentsMargins(10, 10, 10, 10)
        card.add(picture, Text(sentence, size=theme.BODY, bold=True))
        card.body.addStretch(1)
        return card
    across = QHBoxLayout()
    across.setSpacing(theme.active().gap(14))
    across.addWidget(picture, 6)
    across.addWidget(Text(sentence, size=theme.HEADING, bold=True), 5)
    card.body.addLayout(across)
    return card


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
    return _column(parts)


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


def place_choice(map_: SiteMap, choose: Callable[[SitePoint], None], *, with_skin: bool) -> QWidget:
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
    parts.append(small(content.say("sites-about")))
    view = PatchView(site_words.plane_name(map_.suggestion.point.place))
    view.show_state(site_words.patch_state(map_, map_.suggestion.point.place), map_.suggestion.point)
    view.picked.connect(partial(_pick_free, map_, choose))
    right = _column(parts)
    return _beside(view, right)


def _pick_free(map_: SiteMap, choose: Callable[[SitePoint], None], point: SitePoint) -> None:
    views: list[PointView] = [view for points in map_.points.values() for view in points]
    if any(view.point == point and view.blocked is None for view in views):
        choose(point)


def nothing_open(leave: Callable[[], object]) -> QWidget:
    """Said where somebody comes without having started."""
    card = Card(_tr("walkthrough", "No injection is under way"))
    away = Button(_tr("walkthrough", "To Today"), Kind.PRIMARY, icon="today")
    away.clicked.connect(leave)
    card.add(row(away))
    return card


def end_card(diary: Diary, walk: Walkthrough, how: HowDrawn) -> QWidget:
    """Where a walkthrough ended, with what is on record now."""
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
        if dose.syringe is not None:
            used = words.capital(words.syringe(diary.storage.look(dose.syringe)))
            card.add(lead(_tr("walkthrough", "{0} is used.").format(used)))
        if OVER_LIMIT in dose.flags:
            card.add(Text(content.say("storage-over"), tone=Tone.SOON))
    view = diary.overview()
    if view.next_slot is not None:
        next_due = words.when(view.next_slot.due, zone, today)
        card.add(lead(_tr("walkthrough", "Next dose: {0}.").format(next_due)))
    card.add(Text(content.say("weeks") if walk.stage is Stage.DONE else ""))
    card.body.addStretch(1)
    return _beside(_drawing(step.picture, step.title, how), card) if step.picture else card


def _column(parts: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.setSpacing(theme.active().gap(14))
    for part in parts:
        below.addWidget(part)
    return holder
