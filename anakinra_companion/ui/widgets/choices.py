"""A question with its answers: nothing is chosen beforehand, and Next never answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Flow

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


def choice(_key: str, words: str) -> Button:
    """An answer in words."""
    return Button(words, Kind.CHOICE)


class Choices(QWidget):
    """Answers as large buttons, of which one at most is chosen; `picked` gives its name.

    Tab comes to the group and arrows walk inside it in its order; only Space, Enter or a click choose. `made` makes
    the button of an answer, where it is more than words.
    """

    picked = Signal(str)

    def __init__(
        self,
        answers: Sequence[tuple[str, str]],
        *,
        name: str,
        across: bool = False,
        made: Callable[[str, str], Button] = choice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._names: dict[Button, str] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout: Flow | QVBoxLayout = Flow(self) if across else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.active().gap(10))
        for key, words in answers:
            button = made(key, words)
            button.setObjectName(f"choice-{key}")
            self._names[button] = key
            self._group.addButton(button)
            layout.addWidget(button)
        # Not the click: a screen reader turns an answer on without one.
        self._group.buttonToggled.connect(self._toggled)

    @property
    def value(self) -> str | None:
        """The chosen answer, or None while nobody chose."""
        chosen = self._group.checkedButton()
        return self._names[chosen] if isinstance(chosen, Button) else None

    def choose(self, key: str | None) -> None:
        """Shows an answer given earlier, or none."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for button, name in self._names.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def focus_first(self) -> None:
        """Puts the keyboard on the chosen answer, or on the first while none is chosen."""
        chosen = self._group.checkedButton() or next(iter(self._names))
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the answers without choosing one."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        buttons = list(self._names)
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step and here is not None:
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _toggled(self, button: Button, checked: bool) -> None:
        if checked:
            self.picked.emit(self._names[button])
