"""What is heard of a page by somebody who does not see it: its words from top to bottom, and then the answers.

The control that has the keyboard carries these words as its description, so that every screen reader says them when
the focus comes there, and says them again when it is asked to.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.text import Text

# The words that have the keyboard where no button may have it beforehand.
HEAD = "head"
_tr = QCoreApplication.translate
_ENDS = (".", "?", "!", ":")


def words_in(part: QWidget, without: QWidget | None = None) -> str:
    """Every sentence of a part from top to bottom, and what a picture shows where no sentence says it."""
    said: list[str] = []
    for child in part.findChildren(QWidget):
        if child is without or _is_put_away(child, part):
            continue
        words = child.accessibleName()
        if isinstance(child, Text):
            said.append(_ended(words or child.text()))
        elif child.inherits("Artwork") and not any(words in sentence for sentence in said):
            said.append(_ended(words))
    return " ".join(sentence for sentence in said if sentence)


def answers(buttons: Sequence[Button], *, question: bool) -> str:
    """The answers with the keys that give them; a question waits for one of them, elsewhere there is also Next."""
    if not buttons:
        return ""
    told = " ".join(_ended(_answer(number, button)) for number, button in enumerate(buttons, start=1))
    if question:
        return _tr("spoken", "Choose an answer. {0}").format(told)
    return _tr("spoken", "You can also answer. {0}").format(told)


def give_focus(control: QWidget, words: str) -> None:
    """The keyboard goes to a control, and its words are heard there."""
    control.setAccessibleDescription(words)
    if isinstance(control, Text):
        control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # What Qt shows only a moment later would get the focus twice, and be heard twice.
    control.show()
    if control.hasFocus():
        # The focus does not move, so no screen reader would look there again.
        name = control.accessibleName() or str(control.property("text") or "")
        announce(control, f"{_ended(name)} {words}")
    control.setFocus(Qt.FocusReason.OtherFocusReason)


def announce(source: QWidget, words: str) -> None:
    """Has a screen reader say something that the focus does not lead to."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))


def _answer(number: int, button: Button) -> str:
    name = button.accessibleName()
    return _tr("spoken", "Key {0}: {1}").format(number, name) if button.accessibleDescription() else name


def _ended(words: str) -> str:
    return words if not words or words.endswith(_ENDS) else f"{words}."


def _is_put_away(child: QWidget, part: QWidget) -> bool:
    """Hidden on purpose; what is only not shown yet will be in a moment."""
    here: QWidget | None = child
    while here is not None and here is not part:
        if here.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and here.isHidden():
            return True
        here = here.parentWidget()
    return False
