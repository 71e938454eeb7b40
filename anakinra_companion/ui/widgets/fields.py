"""Fields with their names above and what is wrong below, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import partial

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, Qt, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.text import Text

WORDS_FIT = 1.5
# The room of a name beside its control (pixels at 100 %).
NAME_WIDTH = 150


def _paint_arrow(widget: QWidget) -> None:
    """The arrow that says more can be chosen, in the colour of the theme."""
    look = theme.active()
    size = look.px(18)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = QRectF(widget.width() - size - look.px(12), (widget.height() - size) / 2, size, size)
    icons.paint(painter, "down", look.colour("text"), corner)
    painter.end()


class Combo(QComboBox):
    """A list with its arrow."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the arrow over the style sheet's empty place for it."""
        super().paintEvent(event)
        _paint_arrow(self)


class Day(QDateEdit):
    """A day with its arrow."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the arrow over the style sheet's empty place for it."""
        super().paintEvent(event)
        _paint_arrow(self)


class Field(QWidget):
    """A control with its name above, or `beside` it where words are not large; the wheel over it changes nothing."""

    def __init__(
        self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None, *, beside: bool = False
    ) -> None:
        super().__init__(parent)
        self.control = control
        control.setAccessibleName(name)
        control.setFont(theme.active().font(theme.BODY))
        control.installEventFilter(self)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(4))
        label = Text(name, bold=True)
        label.setBuddy(control)
        across = self._with_steps(control)
        if beside and theme.active().scale < theme.LARGE:
            label.setFixedWidth(theme.active().px(NAME_WIDTH))
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            across.insertWidget(0, label)
        else:
            below.addWidget(label)
        if hint:
            below.addWidget(Text(hint, size=theme.SMALL, tone=Tone.MUTED))
        below.addLayout(across)
        self._wrong = Text(tone=Tone.STOP)
        self._wrong.hide()
        below.addWidget(self._wrong)

    def _with_steps(self, control: QWidget) -> QHBoxLayout:
        """Times and numbers get a minus and a plus of full size; the style's own arrows are too small."""
        across = QHBoxLayout()
        across.setSpacing(theme.active().gap(12))
        across.addWidget(control, 1)
        if isinstance(control, QTimeEdit | QSpinBox) and not isinstance(control, QDateEdit):
            control.lineEdit().setTextMargins(theme.active().gap(10), 0, 0, 0)
            for said, icon, step in ((self.tr("Less"), "minus", -1), (self.tr("More"), "plus", 1)):
                # With very large words the sign alone is shown, and the word is kept for a screen reader.
                button = Button(said if theme.active().scale < WORDS_FIT else "", icon=icon)
                button.setAccessibleName(said)
                button.clicked.connect(partial(control.stepBy, step))
                across.addWidget(button)
        return across

    def complain(self, words: str) -> None:
        """Says what is wrong and what to do; nothing when all is well."""
        self._wrong.say(words)
        self.control.setAccessibleDescription(words)
        if words:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel turned on the way down the page must not change a date."""
        if watched is self.control and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TextField(Field):
    """One line of words."""

    def __init__(self, name: str, value: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QLineEdit(value)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> str:
        """The words, without spaces around them."""
        return self.edit.text().strip()


class DateField(Field):
    """A day, typed or chosen."""

    def __init__(self, name: str, value: date, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = Day(QDate(value.year, value.month, value.day))
        self.edit.setCalendarPopup(True)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> date:
        """The day."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Shows another day."""
        self.edit.setDate(QDate(day.year, day.month, day.day))

    def limit(self, first: date | None, last: date | None) -> None:
        """The days that can be chosen."""
        if first is not None:
            self.edit.setMinimumDate(QDate(first.year, first.month, first.day))
        if last is not None:
            self.edit.setMaximumDate(QDate(last.year, last.month, last.day))


class TimeField(Field):
    """A time of day."""

    def __init__(self, name: str, value: time, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QTimeEdit(QTime(value.hour, value.minute))
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> time:
        """The time, to the minute."""
        chosen = self.edit.time()
        return time(chosen.hour(), chosen.minute())


class NumberField(Field):
    """A whole number between two others."""

    def __init__(
        self, name: str, value: int, between: tuple[int, int], hint: str = "", parent: QWidget | None = None
    ) -> None:
        self.edit = QSpinBox()
        self.edit.setRange(*between)
        self.edit.setValue(value)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> int:
        """The number."""
        return self.edit.value()


class ListField(Field):
    """One of a list."""

    def __init__(
        self,
        name: str,
        entries: Sequence[tuple[str, str]],
        value: str = "",
        hint: str = "",
        parent: QWidget | None = None,
        *,
        beside: bool = False,
    ) -> None:
        self.edit = Combo()
        # As wide as its place, not as its longest entry, which may be a sentence.
        self.edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.edit.setMinimumContentsLength(8)
        for key, words in entries:
            self.edit.addItem(words, key)
        super().__init__(name, self.edit, hint, parent, beside=beside)
        self.edit.setCurrentIndex(max(self.edit.findData(value), 0))

    def choose(self, key: str) -> None:
        """Shows another entry."""
        self.edit.setCurrentIndex(max(self.edit.findData(key), 0))

    @property
    def value(self) -> str:
        """The key of the chosen entry."""
        return str(self.edit.currentData())
