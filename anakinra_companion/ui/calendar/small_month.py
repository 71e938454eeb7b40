"""A small month: one cell a day, its state as shape and colour; a real table for a screen reader."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.month import Month
from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.calendar.month_table import DayDelegate, Index, MonthModel

WALKS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
WEEKS = 6
CELL, HEAD = 27, 24


# No frame, no lines: twelve of them would be louder than what they show.
_PLAIN = (
    "QTableView {{ border: none; background: transparent; }}"
    " QHeaderView::section {{ background: transparent; border: none; padding: 0; color: {ink}; }}"
    " QHeaderView::section {{ font-size: {small}px; }}"
    " QHeaderView {{ background: transparent; border: none; }}"
)


class SmallModel(MonthModel):
    """Only days of the month itself are told of; its names of days are as short as they can be."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As in the large month; nothing outside."""
        day = self.day(index)
        if day is None or not self.holds(day):
            return None
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the days, whole for a screen reader."""
        first = self.day(self.index(0, section))
        if orientation is not Qt.Orientation.Horizontal or first is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(first.day.isoweekday(), QLocale.FormatType.LongFormat)
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(first.day.isoweekday(), QLocale.FormatType.NarrowFormat)
        return None


class SmallDay(DayDelegate):
    """Paints one day: its shape, or its number where no dose is due."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Today has a frame; the day that the keyboard is at a ring."""
        model = index.model()
        if not isinstance(model, SmallModel) or (day := model.day(index)) is None or not model.holds(day):
            return
        look = theme.active()
        rect = QRectF(option.rect)
        icon, _, tone = self.told(day.state)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.day == model.today:
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        if day.state is DayState.NONE:
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font(theme.SMALL - 2))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), QLocale().toString(day.day.day))
            return
        size = look.px(20)
        ink = look.colour("text" if tone.value == "plain" else tone.value)
        picture = icons.pixmap(icon, ink, size)
        painter.drawPixmap(round(rect.center().x() - size / 2), round(rect.center().y() - size / 2), picture)


class SmallMonth(QTableView):
    """`opened` gives a day that was pressed; `walked` a key that leads from a day to another, perhaps outside."""

    opened = Signal(object)
    walked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self._model = SmallModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SmallDay(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.px(CELL))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setFixedHeight(look.px(HEAD))
        self.setStyleSheet(_PLAIN.format(ink=look.tokens.muted, small=look.px(theme.SMALL - 2)))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(HEAD) + WEEKS * look.px(CELL) + 4)
        self.clicked.connect(self._pressed)

    def minimumSizeHint(self) -> QSize:
        """Seven cells, as wide as they are high where there is room."""
        return QSize(7 * theme.active().px(26), self.height())

    def show_month(self, month: Month, today: date, chosen: date) -> None:
        """Shows a month; it can be come to with Tab only where the chosen day is in it."""
        self._model.show_month(month, today)
        inside = month.holds(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if inside else Qt.FocusPolicy.ClickFocus)
        name = QLocale().toString(QDate(month.year, month.number, 1), "MMMM yyyy")
        self.setAccessibleName(name)
        self.setCurrentIndex(self._model.where(chosen) if inside else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys walk over the months; Enter opens, a held one once."""
        key = Qt.Key(event.key())
        day = self._model.day(self.currentIndex())
        if key in WALKS and day is not None and self._model.holds(day):
            self.walked.emit(key, day.day)
        elif key in OPENS:
            if not event.isAutoRepeat():
                self._pressed(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring of the day is painted at once."""
        super().focusInEvent(event)
        self.viewport().update()

    def _pressed(self, index: QModelIndex) -> None:
        day = self._model.day(index)
        if day is not None and self._model.holds(day):
            self.opened.emit(day.day)
