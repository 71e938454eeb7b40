"""What a notice outside the window is, and who brings it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

# What a press on the notice itself answers.
OPEN = "default"


@dataclass(frozen=True, slots=True)
class Message:
    """One notice: its own name, a title, a sentence, and answers as (key, words) where the system can show them.

    `urgent`: it stays until somebody looks.
    """

    name: str
    title: str
    body: str
    answers: Sequence[tuple[str, str]] = ()
    urgent: bool = False


class Notifier(QObject):
    """Shows and withdraws. `answered` gives the name of a notice and the key that was pressed, or `OPEN`.

    `failed` gives a message that this system would not show, so that somebody else can.
    """

    answered = Signal(str, str)
    failed = Signal(object)

    def show_message(self, message: Message) -> None:
        """Shows a notice; one of the same name is replaced."""
        raise NotImplementedError

    def withdraw(self, name: str) -> None:
        """Takes a notice away that has nothing to say any more."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of the system."""
