"""Takes a logger's file in: its questions one after the other, how far it is, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers import Answers, Maker, Question, Recognised, Refused, recognise_file
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.dialogs.file_question import FileQuestion, sample
from anakinra_companion.ui.storage import import_words, logger_words
from anakinra_companion.ui.storage.import_worker import FileWorker, Steps
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.frames import Line, column
from anakinra_companion.ui.widgets.text import Text, heading, small
from anakinra_companion.ui.widgets.zone_field import ZoneField

if TYPE_CHECKING:
    from anakinra_companion.diary.fridge.views import ImportProgress, ImportResult
    from anakinra_companion.diary.undo import Undo

# A sensor's name, what the file is, and the zone of its clock: begins to take it in.
Begin = Callable[[str, Recognised, str], Steps]


class ImportReadings(Dialog):
    """`undo` takes back what was taken, None when nothing was. Closed half-way, it leaves nothing behind."""

    def __init__(
        self, path: Path, unit: TemperatureUnit, now: datetime, zone: str, begin: Begin, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Readings of a logger"), self.tr("Next"), parent)
        self.undo: Undo | None = None
        self._path, self._unit, self._zone, self._begin = path, unit, zone, begin
        self._now = now.astimezone(ZoneInfo(zone))
        self._said = Answers()
        self._screen: QWidget | None = None
        self._next: Callable[[], object] | None = None
        self._worker: FileWorker | None = None
        self._look()

    @property
    def is_busy(self) -> bool:
        """True while the file is read."""
        return self._worker is not None

    def try_accept(self) -> None:
        """Goes on to what comes next."""
        if self._next is not None:
            self._next()

    def reject(self) -> None:
        """Cancel stops what runs, and takes it back; what is done stays done."""
        self._stop()
        if self.undo is not None:
            self.accept()
        else:
            super().reject()

    # ---- what the file is -----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._show(column([Line(self.tr("Looking at the file …"), "search", Tone.PLAIN)]), None)
        self._run(partial(_looking, self._path, self._said), self._heard)

    def _heard(self, found: Recognised | Question | Refused) -> None:
        self._stop()
        if isinstance(found, Question):
            asked = FileQuestion(found, self._said, self._now.replace(tzinfo=None))
            self._show(asked, partial(self._answer, asked))
            asked.take_keyboard()
        elif isinstance(found, Refused):
            self._refuse(logger_words.refusal(found.why), found.lines)
        else:
            self._ask_clock(found)

    def _answer(self, asked: FileQuestion) -> None:
        if (said := asked.answered()) is not None:
            self._said = said
            self._look()

    def _refuse(self, words: str, lines: tuple[str, ...] = ()) -> None:
        parts: list[QWidget] = [Line(words, "stop", Tone.STOP, bold=True)]
        parts += [sample(lines)] if lines else []
        parts.append(Text(self.tr("Nothing was taken from it.")))
        self._show(column(parts), None)
        self.cancel.say(self.tr("Close"))

    def _ask_clock(self, found: Recognised) -> None:
        zone = ZoneField(self.tr("Whose time does the logger show?"), self._zone, self.tr("A large city near it."))
        named = found.sensor is not None or any(channel.name for channel in found.channels)
        sensor = TextField(self.tr("A name for this logger"), logger_words.sensor(found.maker))
        if named:
            sensor.hide()
        whose = self.tr("A file of {0}. Two of its lines:").format(logger_words.maker(found.maker))
        if found.maker is Maker.TABLE:
            whose = self.tr("Two of its lines:")
        self._show(column([Text(whose), sample(found.lines), zone, sensor]), partial(self._take, found, zone, sensor))
        self.primary.say(self.tr("Take its readings"))

    # ---- taking it in ---------------------------------------------------------------------------------------

    def _take(self, found: Recognised, zone: ZoneField, sensor: TextField) -> None:
        if not zone.is_in_order() or zone.value is None:
            return
        begin = partial(self._begin, sensor.value, found, zone.value)
        bar = QProgressBar()
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("How far it is"))
        self._bar, self._so_far = bar, Text("")
        waiting = small(self.tr("You can go on when it is done. Cancel takes everything back."))
        self._show(column([heading(self.tr("Taking the readings in …")), bar, self._so_far, waiting]), None)
        self._run(begin, self._taken, self._progress)

    def _progress(self, step: ImportProgress) -> None:
        self._bar.setValue(round(1000 * step.bytes_read / max(step.bytes_all, 1)))
        self._so_far.setText(import_words.so_far(step))

    def _taken(self, result: ImportResult) -> None:
        self._stop()
        self.undo = result.undo
        self._show(column(import_words.outcome(result, self._unit, self._zone)), self.accept)
        self.primary.say(self.tr("Done"))
        if self.undo is None:
            self._next = self.reject
        self.cancel.hide()

    def _failed(self, trouble: Exception) -> None:
        self._stop()
        self._refuse(import_words.trouble(trouble))

    # ---- inside ---------------------------------------------------------------------------------------------

    def _show(self, screen: QWidget, then: Callable[[], object] | None) -> None:
        if self._screen is not None:
            self._screen.hide()
            self._screen.deleteLater()
        self._screen, self._next = screen, then
        self.add(screen)
        # Qt would show it a moment later, and only what is shown can have the keyboard.
        screen.show()
        self.primary.say(self.tr("Next"))
        self.primary.setVisible(then is not None)
        (self.primary if then is not None else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(
        self, begin: Callable[[], Steps], then: Callable[..., None], told: Callable[..., None] | None = None
    ) -> None:
        self._worker = worker = FileWorker(begin, self)
        worker.ended.connect(then)
        worker.failed.connect(self._failed)
        if told is not None:
            worker.told.connect(told)
        worker.start()

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()
            worker.deleteLater()


def _looking(path: Path, said: Answers) -> Generator[None, None, Recognised | Question | Refused]:
    """Dates are looked at through the whole of a file, which takes a moment."""
    yield None
    return recognise_file(path, path.name, said)
