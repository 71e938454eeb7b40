"""A table of words: rows that the keyboard walks and a screen reader reads, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from anakinra_companion.ui import theme

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, ...]


class _Words(QAbstractTableModel):
    """Rows of words below their heads; `spoken` says a whole row."""

    def __init__(self, heads: Row, rows: Sequence[Row], spoken: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._heads, self._rows, self._spoken = heads, tuple(rows), tuple(spoken)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Heads."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._heads[section]


class WordTable(QTableView):
    """`chosen` gives the number of the row that the keyboard or a press came to."""

    chosen = Signal(int)

    def __init__(
        self,
        heads: Row,
        rows: Sequence[Row],
        name: str,
        spoken: Sequence[str],
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = theme.active()
        self._whole = whole
        self.setAccessibleName(name)
        self.setModel(_Words(heads, rows, spoken, self))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {look.gap(8)}px; }}")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(theme.TARGET))
        self.verticalHeader().setDefaultSectionSize(look.px(theme.TARGET))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(look.px(220))
        if whole:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.verticalHeader().geometriesChanged.connect(self._fit)
            self.horizontalHeader().sectionResized.connect(self._fit)
            self._fit()
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _fit(self) -> None:
        """All rows in sight: a short table does not scroll in a page that does."""
        high = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 4
        if self.height() != high:
            self.setFixedHeight(high)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())
