"""What a table of doses would bring, before anything is written; what it does not tell is asked here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.diary.dose_tables import Fate, Preview
from anakinra_companion.exchange.dose_tables.kinds import DateForm, DoseTable, Question, Said, TableFormat
from anakinra_companion.ui import table_words, theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.frames import Line, column
from anakinra_companion.ui.widgets.text import Text, small

_tr = QCoreApplication.translate

Read = Callable[[Said], DoseTable]
Look = Callable[[DoseTable, bool], Preview]


class BringIn(Dialog):
    """Asks, previews, and is accepted only with something to bring in; `table` and `second` are the outcome."""

    def __init__(self, read: Read, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_tr("table", "Bring in from a table"), _tr("table", "Bring them in"), parent)
        self._read, self._look = read, look
        self._said = Said()
        self.second = False
        self.table = read(self._said)
        self._questions = self._asked(self.table)
        self._shown = QWidget()
        self._below = QVBoxLayout(self._shown)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(14))
        self.add(*self._questions, self._shown)
        self._show()

    def try_accept(self) -> None:
        """Closes once nothing is open."""
        for field in self._questions:
            if field.value is None:
                field.complain(self.tr("Choose one first."))
                return
        self.accept()

    def _asked(self, table: DoseTable) -> list[ChoiceField]:
        fields = []
        if Question.MEDICINE in table.asks:
            names = [(name, name) for name in table.medicines]
            medicine = ChoiceField(self.tr("Which of its medicines is your anakinra?"), names)
            medicine.setObjectName("which-medicine")
            medicine.picked.connect(self._answer_medicine)
            fields.append(medicine)
        if Question.DATES in table.asks:
            forms = [(form.value, table_words.date_form(form)) for form in table.date_forms]
            dates = ChoiceField(self.tr("How does it write its days?"), forms)
            dates.setObjectName("which-dates")
            dates.picked.connect(self._answer_dates)
            fields.append(dates)
        return fields

    def _answer_medicine(self, name: str) -> None:
        self._said = replace(self._said, medicine=name)
        self._again()

    def _answer_dates(self, form: str) -> None:
        self._said = replace(self._said, dates=DateForm(form))
        self._again()

    def _again(self) -> None:
        self.table = self._read(self._said)
        self.second = False
        self._show()

    def _show(self) -> None:
        while self._below.count():
            item = self._below.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if self.table.asks:
            self.primary.setEnabled(True)
            return
        for part in self._preview():
            self._below.addWidget(part)

    def _preview(self) -> list[QWidget]:
        found = self._look(self.table, self.second)
        days = [row.day for row in self._look(self.table, False).of(Fate.CONFLICT) if row.day is not None]
        icon, tone = ("check-circle", Tone.TAKEN) if found.kept else ("info", Tone.INFO)
        self._sum = Line(table_words.comes_in(found), icon, tone, size=theme.LEAD, bold=True)
        self.primary.setEnabled(bool(found.kept) or bool(days))
        parts: list[QWidget] = [self._sum]
        if self.table.format is not TableFormat.OURS and self.table.rows:
            name = self._said.medicine or next(iter(self.table.medicines), "")
            told = self.tr('The medicine is called "{0}" there. Each line counts as a whole dose. No place is known.')
            parts.append(Text(told.format(name)))
        if days:
            parts += [Line(table_words.conflicts(sorted(days)), "warning", Tone.SOON), self._on_conflict()]
        if said := table_words.left_out(found):
            parts.append(column([Text(each) for each in said], 4))
        if said := table_words.skipped(self.table.skipped):
            heading = Text(self.tr("Lines that stay out"), bold=True)
            parts.append(column([heading, *(small(each) for each in said)], 4))
        return parts

    def _on_conflict(self) -> ChoiceField:
        field = ChoiceField(
            self.tr("What happens with the doses of those days?"),
            [
                ("leave", self.tr("Leave them out: they are the same doses")),
                ("second", self.tr("Keep both: a second dose was given")),
            ],
        )
        field.setObjectName("on-conflict")
        field.choose("second" if self.second else "leave")
        field.picked.connect(self._answer_conflict)
        return field

    def _answer_conflict(self, answer: str) -> None:
        self.second = answer == "second"
        found = self._look(self.table, self.second)
        icon, tone = ("check-circle", Tone.TAKEN) if found.kept else ("info", Tone.INFO)
        self._sum.show_state(table_words.comes_in(found), icon, tone)
