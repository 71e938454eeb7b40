"""The parts a stage of the walkthrough is built from: words beside a picture, and the large sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion.content import Step
from anakinra_companion.domain.flow import Mode
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui import theme
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead

_tr = QCoreApplication.translate
PICTURE_WIDTH = 430
# With small pictures below it a picture leaves them, and the aids, in sight.
SMALLER_WIDTH = 345
# A large picture still leaves the answers in sight in the smallest window (pixels).
LARGE_HEIGHT = 430
FEW = 4
# Answers that are given nearly always, and stand alone above the others.
USUAL = ("reply-clear", "reply-fine")


@dataclass(frozen=True, slots=True)
class HowDrawn:
    """For whom the pictures are drawn: skin tone, left hand or right, the place, whose hands they are, the build."""

    tone: int
    mirrored: bool
    place: Place | None
    helper: bool
    build: Build = Build.MIDDLE


def told(
    step: Step,
    mode: Mode,
    answers: Sequence[Button],
    notes: Sequence[str],
    how: HowDrawn,
    *,
    answers_first: bool = False,
) -> QWidget:
    """A picture with large words beside it, what the record knows, and the answers below the words.

    Somebody new is told why as well; somebody practised reads one line. With `answers_first` the words have the
    whole width and the picture comes last, so that many answers are in sight.
    """
    large = [Text(sentence.text, size=theme.GUIDE) for sentence in step.told(mode)]
    right = column([*large, *(lead(note) for note in notes)])
    inner = right.layout()
    if answers and isinstance(inner, QVBoxLayout):
        _put_answers(inner, answers)
    if isinstance(inner, QVBoxLayout):
        if mode is Mode.FIRST_TIME and step.why is not None:
            inner.addWidget(Line(step.why.text, "info", Tone.MUTED))
        if not answers_first:
            inner.addStretch(1)
    pictures = _pictures(step, how)
    width = SMALLER_WIDTH if step.dont or step.also else PICTURE_WIDTH
    if pictures is None:
        return right
    return above(right, pictures, width) if answers_first else beside(pictures, right, width)


def large_picture(step: Step, answers: Sequence[Button], notes: Sequence[str], how: HowDrawn) -> QWidget:
    """Only the picture, large enough for somebody across the table, and the answers below it."""
    # The words are not on show here, so the picture says them to whoever does not see it.
    picture = drawing(step.picture, " ".join(each.text for each in step.say), how, moves=True)
    picture.setMaximumHeight(LARGE_HEIGHT)
    holder = column([picture, *(lead(note) for note in notes)])
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
    # The words beside it say all that it shows, so a screen reader passes it by.
    main = drawing(step.picture, "", how, moves=True)
    small_ones = (*step.dont, *step.also)
    if not small_ones:
        return main
    holder = QWidget()
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.addWidget(main)
    across = QHBoxLayout()
    for name in small_ones:
        across.addWidget(_captioned(name, how), 1)
    # One alone takes half the room, as each of two does.
    across.addStretch(2 - len(small_ones))
    below.addLayout(across)
    below.addStretch(1)
    return holder


def _captioned(name: str, how: HowDrawn) -> QWidget:
    """A small picture with what it means below it."""
    said = _small_words(name)
    return column([drawing(name, "", how), Text(said, size=theme.SMALL, bold=True)], spacing=4)


def _small_words(name: str) -> str:
    return {
        "dont-touch": _tr("walkthrough", "Do not touch the needle"),
        "dont-put-down": _tr("walkthrough", "Do not put the syringe down"),
        "dont-recap": _tr("walkthrough", "Do not put the cover back on"),
        "dont-shake": _tr("walkthrough", "Do not shake the syringe"),
        "dont-alcohol": _tr("walkthrough", "No alcohol wipe now: dry gauze"),
        "cannot-pinch": _tr("walkthrough", "Cannot pinch? Rest your hand flat beside the place."),
    }[name]


def drawing(name: str, words_: str, how: HowDrawn, *, moves: bool = False) -> Artwork:
    """A picture as it is drawn for this person; `words_` are what a screen reader says of it."""
    file = f"walkthrough/{name}.svg"
    return Artwork(
        file,
        words_,
        tone=how.tone,
        mirrored=how.mirrored,
        moves=moves,
        place=how.place,
        helper=how.helper,
        build=how.build,
    )


def above(words: QWidget, picture: QWidget, width: int) -> QWidget:
    """Something over the whole width, and a picture at its usual size below it."""
    holder = QWidget()
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.setSpacing(theme.active().gap(16))
    below.addWidget(words)
    picture.setMaximumWidth(theme.active().gap(width))
    below.addWidget(picture)
    below.addStretch(1)
    return holder


def beside(picture: QWidget, right: QWidget, width: int = PICTURE_WIDTH) -> QWidget:
    """A picture at the left of something; below it where words are large."""
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
    picture.setMaximumWidth(look.gap(width))
    across.addWidget(picture, 5, Qt.AlignmentFlag.AlignTop)
    across.addWidget(right, 6)
    return holder


def sheet(step: Step, how: HowDrawn) -> QWidget:
    """Steps 3 to 6 together: both hands are busy, so nothing need be pressed until the needle is out."""
    scale = theme.active().scale
    if scale >= theme.LARGE:
        # All four steps have to be in sight at once: with large words the pictures, seen before, stay away.
        return column([Text(sentence.text, size=theme.SMALL, bold=True) for sentence in step.say])
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.active().gap(14))
    columns = 2 if scale < 1.2 else 4
    for place, (name, sentence) in enumerate(zip(step.sheet, step.say, strict=True)):
        picture = drawing(name, "", how)
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


def column(parts: Sequence[QWidget], spacing: int = 14) -> QWidget:
    """Parts below each other, over the whole width."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.setSpacing(theme.active().gap(spacing))
    for part in parts:
        below.addWidget(part)
    return holder
