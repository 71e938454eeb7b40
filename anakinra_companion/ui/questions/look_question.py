"""Text size, colours, motion and skin tone: what the window looks like for this person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.text import Text

SIZES = ((1.0, "100"), (1.25, "125"), (1.5, "150"), (2.0, "200"))


class LookQuestion(QWidget):
    """Every answer takes effect at once; `changed` gives the settings that differ."""

    changed = Signal(dict)

    def __init__(self, settings: Settings, *, only_size: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(14))
        said = self.tr("How large should the words be?")
        names = (self.tr("Normal"), self.tr("Large"), self.tr("Larger"), self.tr("Largest"))
        sizes = [(key, name) for (_, key), name in zip(SIZES, names, strict=True)]
        self._size = Choices(sizes, name=said, across=True)
        self._size.setObjectName("text-size")
        self._size.choose(next((key for scale, key in SIZES if scale == settings.text_scale), None))
        self._size.picked.connect(self._sized)
        below.addWidget(Text(said, bold=True))
        below.addWidget(self._size)
        if only_size:
            return
        said = self.tr("Which colors?")
        self._theme = Choices(
            [
                ("system", self.tr("As my computer")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("high_contrast", self.tr("High contrast")),
            ],
            name=said,
            across=True,
        )
        self._theme.setObjectName("theme")
        self._theme.choose(settings.theme)
        self._theme.picked.connect(self._themed)
        below.addWidget(Text(said, bold=True))
        below.addWidget(self._theme)
        said = self.tr("Should the pictures of the steps move?")
        motion = Choices(
            [
                ("system", self.tr("As my computer")),
                ("move", self.tr("Yes, move")),
                ("still", self.tr("No, hold still")),
            ],
            name=said,
            across=True,
        )
        motion.setObjectName("motion")
        motion.choose({None: "system", False: "move", True: "still"}[settings.reduced_motion])
        motion.picked.connect(self._set_moving)
        below.addWidget(Text(said, bold=True))
        below.addWidget(motion)

        said = self.tr("Should each step be read aloud by itself?")
        aloud = Choices([("yes", self.tr("Yes")), ("no", self.tr("No, when I ask"))], name=said, across=True)
        aloud.setObjectName("read-aloud")
        aloud.choose("yes" if settings.read_aloud else "no")
        aloud.picked.connect(self._set_aloud)
        speeds = [("-1", self.tr("Slowly")), ("0", self.tr("Normal speed")), ("1", self.tr("Fast"))]
        speed = Choices(speeds, name=self.tr("How fast?"), across=True)
        speed.setObjectName("speech-speed")
        speed.choose(str(settings.speech_speed))
        speed.picked.connect(self._set_speed)
        below.addWidget(Text(said, bold=True))
        below.addWidget(aloud)
        below.addWidget(Text(self.tr("How fast?"), bold=True))
        below.addWidget(speed)

    def _set_aloud(self, answer: str) -> None:
        self.changed.emit({"read_aloud": answer == "yes"})

    def _set_speed(self, answer: str) -> None:
        self.changed.emit({"speech_speed": int(answer)})

    def _sized(self, key: str) -> None:
        self.changed.emit({"text_scale": next(scale for scale, known in SIZES if known == key)})

    def _set_moving(self, name: str) -> None:
        self.changed.emit({"reduced_motion": {"system": None, "move": False, "still": True}[name]})

    def _themed(self, name: str) -> None:
        self.changed.emit({"theme": name})
