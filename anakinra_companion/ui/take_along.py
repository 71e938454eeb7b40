"""Take it along: the coming doses for a phone, the doses on record as a table, and doses from another program."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.refusals import ClockDoubted
from anakinra_companion.ui import failure_words
from anakinra_companion.ui.chosen_files import file_to_read, file_to_write
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.dose_tables import Preview
    from anakinra_companion.exchange.dose_tables.kinds import DoseTable, Said


class TakeAlong(Part):
    """One card; what was saved or went wrong is said in it, and stays until the next act."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        card = Card(self.tr("Take it along"))
        calendar = named("save-calendar", self.tr("Save for your phone"), "phone", self._save_calendar)
        table = named("save-table", self.tr("Save as a table"), "out", self._save_table)
        bring = named("bring-in", self.tr("Bring in from a table"), "in", self._bring_in)
        card.add(
            Text(
                self.tr(
                    "This program reminds you only while it runs. A calendar file with your coming doses lets your"
                    " phone ring too, once you have opened it there."
                )
            ),
            row(calendar),
            Text(self.tr("A table has every dose on record, for a spreadsheet or for your care team.")),
            row(table),
            Text(
                self.tr(
                    "Doses from another computer, from MedTimer or from Dosage can come in. You see first what that"
                    " would change."
                )
            ),
            row(bring),
            small(self.tr("These files hold what you recorded about your health. Only you decide where they go.")),
        )
        self._said = Line()
        self._said.hide()
        card.add(self._said)
        self.add(card)

    # ---- out ------------------------------------------------------------------------------------------------

    def _save_calendar(self) -> None:
        from anakinra_companion.domain.reminders import Plan  # each of these is seldom wanted
        from anakinra_companion.exchange.icalendar_out import Wording, calendar_file
        from anakinra_companion.ui.dialogs.save_calendar import SaveCalendar

        try:
            coming = self.diary.regimen.coming()
        except ClockDoubted as doubt:
            self._tell(" ".join(failure_words.told(doubt)), Tone.STOP)
            return
        if not coming.regimens:
            self._tell(self.tr("No prescription label is on record. Copy yours in Settings first."), Tone.SOON)
            return
        dialog = SaveCalendar(coming, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        told = Wording(self.tr("Reminder"))
        if dialog.full_words:
            told = Wording(self.tr("Anakinra injection"), self.tr("Time for your injection."))
        data = calendar_file(coming, told, Plan() if dialog.again else None)
        filters = [self.tr("Calendar files (*.ics)")]
        name = file_to_write(self.window(), self.tr("Save for your phone"), "reminders.ics", filters)
        self._write(name, data, self.tr("Saved. Now open it on your phone: send it there, or use a cable."))

    def _save_table(self) -> None:
        from anakinra_companion.exchange.dose_tables.ours import write_table

        name = file_to_write(self.window(), self.tr("Save as a table"), "doses.csv", [self.tr("Tables (*.csv)")])
        self._write(name, write_table(self.diary.dose_tables.rows()) if name else b"", self.tr("Saved."))

    def _write(self, name: str, data: bytes, saved: str) -> None:
        from anakinra_companion.exchange.files import FileTrouble, write_out
        from anakinra_companion.ui import table_words

        if not name:
            return
        try:
            write_out(Path(name), data, self.diary.path)
        except FileTrouble as trouble:
            told = self.tr("It was not saved. {0}").format(table_words.file_fault(trouble.fault))
            self._tell(told, Tone.SOON)
        else:
            self._tell(saved, Tone.TAKEN)

    # ---- in -------------------------------------------------------------------------------------------------

    def _bring_in(self) -> None:
        from anakinra_companion.exchange.dose_tables.kinds import NotATable
        from anakinra_companion.exchange.files import FileTrouble, read_in
        from anakinra_companion.ui import table_words
        from anakinra_companion.ui.dialogs.bring_in import BringIn

        filters = [self.tr("Tables (*.csv *.txt)"), self.tr("All files (*)")]
        name = file_to_read(self.window(), self.tr("Bring in from a table"), filters)
        if not name:
            return
        try:
            data = read_in(Path(name))
            dialog = BringIn(partial(self._read, data), self._look, self)
        except NotATable as found:
            self._tell(self.tr("Nothing was brought in. {0}").format(table_words.trouble(found.trouble)), Tone.SOON)
            return
        except FileTrouble as found:
            self._tell(self.tr("Nothing was brought in. {0}").format(table_words.file_fault(found.fault)), Tone.SOON)
            return
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._write_in(dialog.table, second=dialog.second)

    def _read(self, data: bytes, said: Said) -> DoseTable:
        from anakinra_companion.exchange.dose_tables.kinds import Around
        from anakinra_companion.exchange.dose_tables.reading import read_doses

        return read_doses(data, said, Around(self.diary.zone(), self.diary.now()))

    def _look(self, table: DoseTable, second: bool) -> Preview:
        return self.diary.dose_tables.preview(table.rows, second=second, own=self._is_own(table))

    def _write_in(self, table: DoseTable, *, second: bool) -> None:
        from anakinra_companion.ui import table_words

        undo, found = self.diary.dose_tables.bring_in(table.rows, second=second, own=self._is_own(table))
        if not found.kept:
            self._tell(table_words.comes_in(found), Tone.INFO)
            return
        self._tell(table_words.comes_in(found), Tone.TAKEN)
        self.done.emit(undo)

    @staticmethod
    def _is_own(table: DoseTable) -> bool:
        from anakinra_companion.exchange.dose_tables.kinds import TableFormat

        return table.format is TableFormat.OURS

    def _tell(self, words: str, tone: Tone) -> None:
        icon = {Tone.TAKEN: "check-circle", Tone.INFO: "info", Tone.STOP: "stop"}.get(tone, "warning")
        self._said.show_state(words, icon, tone)
        self._said.show()
        self.into_sight.emit(self._said)
