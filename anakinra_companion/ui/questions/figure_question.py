"""The person in the drawings, chosen by looking: the figure and the skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.profile import Build
from anakinra_companion.drawings import TONES
from anakinra_companion.ui.questions.person import Part
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.picture_button import HEAD, WHOLE, PictureButton
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
FIGURE_HEIGHT, HEAD_HEIGHT = 150, 72
TONE_KEY = "tone-"


class FigureQuestion(Part):
    """Three figures and six skin tones, light to dark; each answer is kept at once, and the pictures follow."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        profile = diary.profile()
        said = _tr("questions", "Which figure should the drawings show?")
        names = {
            Build.SLIGHT: _tr("questions", "Slight"),
            Build.MIDDLE: _tr("questions", "Medium"),
            Build.BROAD: _tr("questions", "Broad"),
        }
        self._figures: dict[Build, PictureButton] = {}
        entries = [(build.value, names[build]) for build in Build]
        self._build = Choices(entries, name=said, across=True, made=self._figure)
        self._build.setObjectName("build")
        self._build.choose(profile.build.value)
        self._build.picked.connect(self._built)
        self.add(Text(said, bold=True), small(_tr("questions", "It is for the drawings only.")), self._build)
        said = _tr("questions", "Which skin tone should the drawings show?")
        self._tones: list[PictureButton] = []
        entries = [(f"{TONE_KEY}{number}", str(number)) for number in range(1, len(TONES) + 1)]
        self._tone = Choices(entries, name=said, across=True, made=self._head)
        self._tone.setObjectName("skin-tone")
        self._tone.choose(f"{TONE_KEY}{profile.skin_tone + 1}")
        self._tone.picked.connect(self._toned)
        self.add(Text(said, bold=True), self._tone)
        self._draw(profile.build, profile.skin_tone)

    def _figure(self, key: str, words: str) -> Button:
        button = PictureButton(words, WHOLE, FIGURE_HEIGHT)
        self._figures[Build(key)] = button
        return button

    def _head(self, _key: str, words: str) -> Button:
        button = PictureButton(words, HEAD, HEAD_HEIGHT)
        name = _tr("questions", "Skin tone {0} of {1}").format(words, len(TONES))
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._tones.append(button)
        return button

    def _draw(self, build: Build, tone: int) -> None:
        for each, button in self._figures.items():
            button.draw(each, tone)
        for number, button in enumerate(self._tones):
            button.draw(build, number)

    def _built(self, answer: str) -> None:
        self.diary.change_profile(build=Build(answer))
        self._draw_again()

    def _toned(self, answer: str) -> None:
        self.diary.change_profile(skin_tone=int(answer.removeprefix(TONE_KEY)) - 1)
        self._draw_again()

    def _draw_again(self) -> None:
        profile = self.diary.profile()
        self._draw(profile.build, profile.skin_tone)
        self.changed.emit()
