"""What a key or a click means during an injection: two keys of a presenter or a foot pedal are enough for all of it.

On a plain step the one goes on and the other goes back. On a question the one walks along the answers and the
other takes the answer walked to; held down or hammered, neither answers anything by itself.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.flow import Reply, Stage, is_question, replies_at
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_PRESS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp})


class Action(StrEnum):
    """What is done."""

    NOTHING = "nothing"
    NEXT = "next"
    BACK = "back"
    WALK_ON = "walk_on"
    WALK_BACK = "walk_back"
    TAKE = "take"


def by_key(key: Qt.Key, stage: Stage, *, walked: bool) -> Action:
    """What a key does; `walked` while the keyboard is on an answer that was walked to."""
    if is_question(stage):
        if key in _ON:
            return Action.WALK_ON
        if key is Qt.Key.Key_PageUp and walked:
            return Action.TAKE
        if key in _BACK and walked:
            return Action.WALK_BACK
    elif key in _ON or key in _PRESS:
        return _if_taken(Reply.NEXT, Action.NEXT, stage)
    return _if_taken(Reply.BACK, Action.BACK, stage) if key in _BACK else Action.NOTHING


def by_click(x: float, width: float, stage: Stage) -> Action:
    """What a click beside every button does: right half on, left half back; a question is not answered by it."""
    if x >= width / 2:
        return _if_taken(Reply.NEXT, Action.NEXT, stage)
    return _if_taken(Reply.BACK, Action.BACK, stage)


def _if_taken(reply: Reply, action: Action, stage: Stage) -> Action:
    return action if reply in replies_at(stage) else Action.NOTHING


class HandsFreePage(Page):
    """A page whose steps are answered without aiming: by keys, or by a click anywhere in half of it."""

    def __init__(self, diary: Diary, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(diary, words, parent)
        self.answers: list[Button] = []
        # The scrolling area would take the page keys for itself.
        self._area.installEventFilter(self)

    @property
    def stage(self) -> Stage | None:
        """The stage on show, if there is one."""
        return None

    def say(self, reply: Reply) -> None:
        """Gives an answer."""

    def number_answers(self) -> None:
        """Answers can be given by their number, so that one key answers and none is chosen beforehand."""
        for number, button in enumerate(self.answers[:9], start=1):
            said = button.text()
            button.say(f"{number}   {said}")
            # A screen reader says the key after the name, not as a part of it.
            button.setAccessibleName(said)
            button.setAccessibleDescription(self.tr("Key {0}").format(number))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that no button wanted come to the page."""
        if watched is self._area and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number gives the answer that carries it; other keys go on, go back, or walk along the answers."""
        if event.isAutoRepeat() or self.stage is None:
            return
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.answers) and is_question(self.stage):
            self.answers[number].click()
            return
        walked = self._walked_to() is not None
        if not self._act(by_key(Qt.Key(event.key()), self.stage, walked=walked)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside every button: the right half of the page goes on, the left half goes back."""
        if self.stage is not None and event.button() is Qt.MouseButton.LeftButton:
            self._act(by_click(event.position().x(), self.width(), self.stage))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is a slip of the hand."""
        event.accept()

    def _act(self, action: Action) -> bool:
        here = self._walked_to()
        if action in (Action.NEXT, Action.BACK):
            self.say(Reply.NEXT if action is Action.NEXT else Reply.BACK)
        elif action is Action.TAKE and here is not None:
            self.answers[here].click()
        elif action in (Action.WALK_ON, Action.WALK_BACK) and self.answers:
            step = 1 if action is Action.WALK_ON else -1
            following = 0 if here is None else (here + step) % len(self.answers)
            self.answers[following].setFocus(Qt.FocusReason.TabFocusReason)
        return action is not Action.NOTHING

    def _walked_to(self) -> int | None:
        """The answer the keyboard is on."""
        return next((place for place, button in enumerate(self.answers) if button.hasFocus()), None)
