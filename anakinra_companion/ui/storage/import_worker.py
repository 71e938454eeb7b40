"""Reads a logger's file beside the window, which stays awake; stopped, it leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QThread, Signal

from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.store.trouble import RecordTrouble

# Troubles of the file or the record; anything else is a mistake of ours.
OF_THE_WORLD = (OSError, Refusal, RecordTrouble, ZoneInfoNotFoundError)
Steps = Generator[Any, None, Any]


class FileWorker(QThread):
    """Runs through the steps that `begin` gives; `told` is each step, `ended` what it comes to.

    `failed` gives an error; one that is a mistake of ours goes into the last net too. After `stop` none of the three
    comes.
    """

    told = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, begin: Callable[[], Steps], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin

    def stop(self) -> None:
        """Asks for the end, and waits until what was begun is taken back."""
        self.requestInterruption()
        self.wait()

    def run(self) -> None:
        """Runs in the worker."""
        steps = self._begin()
        try:
            while not self.isInterruptionRequested():
                self.told.emit(next(steps))
        except StopIteration as end:
            if not self.isInterruptionRequested():
                self.ended.emit(end.value)
        except Exception as trouble:
            if not self.isInterruptionRequested():
                # The window would wait for ever.
                self.failed.emit(trouble)
            if not isinstance(trouble, OF_THE_WORLD):
                raise
        finally:
            steps.close()
