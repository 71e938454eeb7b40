"""One question of a logger's file at a time, with two of its lines to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from anakinra_companion.exchange.loggers import Answers, Ask, Columns, DateOrder, Question, Unit
from anakinra_companion.ui import theme
from anakinra_companion.ui.storage import logger_words
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.fields import ListField
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.text import Text, heading

_tr = QCoreApplication.translate
NONE = ""
# Longer cells tell no more, and would push the others out of sight.
LONGEST_CELL = 22


class FileQuestion(QWidget):
    """`answered` gives what is known of the file with this answer; None while it is missing, which is then said."""

    def __init__(self, question: Question, said: Answers, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._said = question, said
        asked, why = logger_words.ask(question.ask)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(12))
        self._choice: ChoiceField | None = None
        self._moment: MomentField | None = None
        self._columns: dict[str, ListField] = {}
        for part in (heading(asked), Text(why)):
            self._below.addWidget(part)
        self._below.addWidget(table(question.cells) if question.cells else sample(question.lines))
        if question.ask is Ask.COLUMNS:
            self._add_columns(question)
        elif question.ask is Ask.START:
            self._moment = MomentField(_tr("logger", "It began"), now)
            self._below.addWidget(self._moment)
        else:
            self._choice = ChoiceField(_tr("logger", "Your answer"), logger_words.choices(question.ask))
            # Heard with the first answer, by whoever does not see the heading.
            self._choice.choices.setAccessibleName(asked)
            self._choice.choices.setAccessibleDescription(why)
            self._below.addWidget(self._choice)

    def take_keyboard(self) -> None:
        """The keyboard comes to the first answer."""
        if self._choice is not None:
            self._choice.choices.focus_first()
        elif self._moment is not None:
            self._moment.day.control.setFocus()
        elif self._columns:
            self._columns["time"].control.setFocus()

    def answered(self) -> Answers | None:
        """The answers so far, and this one."""
        if self._moment is not None:
            return replace(self._said, start=self._moment.value)
        if self._choice is None:
            columns = self._told_columns()
            return None if columns is None else replace(self._said, columns=columns)
        key = self._choice.value
        self._choice.complain("" if key else _tr("logger", "Please choose an answer."))
        return None if key is None else self._with(key)

    def _with(self, key: str) -> Answers:
        if self._question.ask is Ask.UNIT:
            return replace(self._said, unit=Unit(key))
        if self._question.ask is Ask.DATE_ORDER:
            return replace(self._said, order=DateOrder(key))
        return replace(self._said, counted=key == "counted")

    def _add_columns(self, question: Question) -> None:
        header = question.cells[0] if question.cells else ()
        every = [(str(at), column_name(at, cell)) for at, cell in enumerate(header)]
        proposed = question.proposed
        blank = (NONE, _tr("logger", "Choose"))
        no_column = (NONE, _tr("logger", "No column of its own"))
        names = {
            "time": (_tr("logger", "The time, or the date with the time"), blank),
            "temperature": (_tr("logger", "The temperature"), blank),
            "date": (_tr("logger", "The date, if it has its own column"), no_column),
            "sensor": (_tr("logger", "The name of the sensor"), no_column),
            "unit": (_tr("logger", "The unit"), no_column),
        }
        for key, (words, first) in names.items():
            value = getattr(proposed, key) if proposed is not None else None
            field = ListField(words, [first, *every], NONE if value is None else str(value))
            field.control.setObjectName(f"column-{key}")
            self._columns[key] = field
            self._below.addWidget(field)

    def _told_columns(self) -> Columns | None:
        told = {key: int(field.value) if field.value else None for key, field in self._columns.items()}
        for key, field in self._columns.items():
            field.complain("")
            twice = told[key] is not None and list(told.values()).count(told[key]) > 1
            if key in ("time", "temperature") and told[key] is None:
                field.complain(_tr("logger", "Please choose a column."))
                return None
            if twice:
                field.complain(_tr("logger", "One column cannot be two things. Choose another one."))
                return None
        time, temperature = told["time"], told["temperature"]
        if time is None or temperature is None:
            return None
        return Columns(time, temperature, told["date"], told["sensor"], told["unit"])


def column_name(at: int, cell: str) -> str:
    """A column as it can be pointed at."""
    short = _short(cell)
    said = _tr("logger", "Column {0}: {1}") if short else _tr("logger", "Column {0}")
    return said.format(at + 1, short)


def sample(lines: Sequence[str]) -> QWidget:
    """Lines of the file as they stand there."""
    words = Text("\n".join(line.replace("\t", "    ")[:200] for line in lines))
    _as_in_file(words)
    words.setAccessibleName(_tr("logger", "From the file: {0}").format(". ".join(lines)))
    return words


def table(cells: Sequence[Sequence[str]]) -> QWidget:
    """The first rows taken apart, each column under its number."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.active().gap(4))
    for at in range(len(cells[0])):
        grid.addWidget(Text(str(at + 1), size=theme.SMALL, bold=True), 0, at)
    for row, line in enumerate(cells, start=1):
        for at, cell in enumerate(line):
            words = Text(_short(cell), size=theme.SMALL)
            words.setAlignment(Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words, row, at)
    return holder


def _as_in_file(words: Text) -> None:
    look = theme.active()
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(look.px(theme.SMALL))
    words.setFont(font)
    words.setStyleSheet(
        f"background: {look.tokens.raised}; border: 1px solid {look.tokens.border}; border-radius: 8px;"
        f" padding: {look.gap(8)}px;"
    )


def _short(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + "…"
