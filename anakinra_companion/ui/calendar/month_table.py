"""A month as a table: one cell a day, its state as shape, word and colour, for eye, keyboard and screen reader."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from anakinra_companion.domain.doses import Day, DayState
from anakinra_companion.domain.month import Month
from anakinra_companion.ui import icons, theme, words
from anakinra_companion.ui.theme import Theme, Tone

Index = QModelIndex | QPersistentModelIndex
_NARROW = QLocale.FormatType.NarrowFormat
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class MonthModel(QAbstractTableModel):
    """The days of one month in whole weeks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._month: Month | None = None
        self.today: date | None = None

    def show_month(self, month: Month, today: date) -> None:
        """Shows another month, or the same with other facts."""
        self.beginResetModel()
        self._month, self.today = month, today
        self.endResetModel()

    def day(self, index: Index) -> Day | None:
        """The day of a cell."""
        if self._month is None or not index.isValid():
            return None
        return self._month.weeks[index.row()][index.column()]

    def holds(self, day: Day) -> bool:
        """True for a day of the month itself."""
        return self._month is not None and self._month.holds(day.day)

    def where(self, on: date) -> QModelIndex:
        """The cell of a day; an invalid one when the month does not show it."""
        for row, week in enumerate(self._month.weeks if self._month else ()):
            for column, day in enumerate(week):
                if day.day == on:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Weeks."""
        return 0 if parent.isValid() or self._month is None else len(self._month.weeks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Days of a week."""
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day's number, or the whole day in words for a screen reader."""
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(day.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            word = words.day_state(day.state)[1]
            return self.tr("{0}: {1}").format(words.long_day(day.day), word)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the days."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted or orientation is not Qt.Orientation.Horizontal:
            return None
        if self._month is None:
            return ""
        weekday = self._month.weeks[0][section].day.isoweekday()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
        table = self.parent()
        width = table.columnWidth(0) if isinstance(table, QTableView) else 0
        short = _short_names(theme.active(), QLocale().name(), width)
        return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat if short else _NARROW)


class DayDelegate(QStyledItemDelegate):
    """Paints one day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: dict[DayState, tuple[str, str, Tone]] = {}

    def told(self, state: DayState) -> tuple[str, str, Tone]:
        """A state as icon, word and tone; translated once, not in every cell."""
        if state not in self._told:
            self._told[state] = words.day_state(state)
        return self._told[state]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Number, shape and word; today has a frame, the chosen day a ground."""
        model = index.model()
        if not isinstance(model, MonthModel) or (day := model.day(index)) is None:
            return
        look = theme.active()
        icon, word, tone = self.told(day.state)
        rect = QRect(option.rect)
        state = option.state
        inside = model.holds(day)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("primary_soft" if chosen else "surface" if inside else "ground"))
        frame = QRectF(rect).adjusted(2, 2, -2, -2)
        if day.day == model.today:
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRoundedRect(frame, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(_font(look, bold=day.day == model.today))
        painter.setPen(look.colour("text" if inside else "muted"))
        pad = look.gap(8)
        painter.drawText(rect.adjusted(pad, pad - 2, -pad, 0), int(_WRAP), QLocale().toString(day.day.day))
        if day.state is not DayState.NONE:
            ink = look.colour("text" if tone.value == "plain" else tone.value)
            size = look.px(22)
            corner = QRect(rect.right() - size - pad, rect.top() + pad - 2, size, size)
            # Where people read from the right, the number stands there and the shape on the other side.
            corner = QStyle.visualRect(option.direction, rect, corner)
            painter.drawPixmap(corner.topLeft(), icons.pixmap(icon, ink, size))
            painter.setFont(_font(look, bold=False))
            painter.setPen(ink)
            below = QStyle.visualRect(option.direction, rect, rect.adjusted(pad, look.px(30), -4, -2))
            if _fits(look, word, below.width(), below.height()):
                painter.drawText(below, int(_WRAP), word)
        painter.restore()


# What is the same in every cell is worked out once for each look.
@lru_cache(maxsize=16)
def _font(look: Theme, *, bold: bool) -> QFont:
    return look.font(theme.SMALL, bold=bold)


@lru_cache(maxsize=128)
def _fits(look: Theme, word: str, width: int, height: int) -> bool:
    """Very large words have no room in a cell; then the shape speaks there, and the word in the day's detail."""
    metrics = QFontMetrics(_font(look, bold=False))
    narrow = max(metrics.horizontalAdvance(part) for part in word.split()) <= width
    return narrow and metrics.boundingRect(QRect(0, 0, width, height), int(_WRAP), word).height() <= height


@lru_cache(maxsize=16)
def _short_names(look: Theme, locale: str, width: int) -> bool:
    """Where names of days are long, or words large, one letter each has to do."""
    names = [QLocale(locale).standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
    metrics = QFontMetrics(_font(look, bold=True))
    return max(map(metrics.horizontalAdvance, names)) + look.px(14) <= width


class MonthTable(QTableView):
    """The calendar itself; `chosen` gives a day."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MonthModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(self))
        self.setAccessibleName(self.tr("Month"))
        self.setObjectName("month")
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setFont(theme.active().font(theme.SMALL, bold=True))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_month(self, month: Month, today: date, chosen: date) -> None:
        """Shows a month with a day chosen."""
        self._model.show_month(month, today)
        self.verticalHeader().setDefaultSectionSize(theme.active().px(78))
        height = self.horizontalHeader().sizeHint().height() + len(month.weeks) * theme.active().px(78) + 4
        self.setFixedHeight(height)
        where = self._model.where(chosen)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(where)
        self.selectionModel().blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab leaves the table; a held Enter chooses once."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return
        super().keyPressEvent(event)

    def _moved(self, now: QModelIndex) -> None:
        if (day := self._model.day(now)) is not None:
            self.chosen.emit(day.day)
