"""The list beside the close-up: every point of a place, in words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from anakinra_companion.diary.sites import PointView
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import names

Index = QModelIndex | QPersistentModelIndex


class Points(QAbstractTableModel):
    """Every point of a place as rows: what the drawing shows, in words."""

    def __init__(self, views: tuple[PointView, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.views = views
        # A table asks for the words of a cell a dozen times before it is shown.
        self._rows = [
            (f"{view.number}", words.capital(names.since(view.rested_days)), names.now(view)) for view in views
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a point."""
        return 0 if parent.isValid() else len(self.views)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number, last use, whether it is free now."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return names.point(self.views[index.row()])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Point"), self.tr("Last used"), self.tr("Now"))[section]


class PointList(QTableView):
    """The points of one place; `picked` gives the point of the row that was pressed."""

    picked = Signal(object)

    def __init__(self, views: tuple[PointView, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self.setObjectName("points")
        self.setAccessibleName(name)
        self.setModel(Points(views, self))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.active().gap(8)}px; }}")
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.active().px(theme.TARGET))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (0, 1):
            self.horizontalHeader().setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme.active().px(220))
        self.activated.connect(self._pick)
        self.clicked.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self._views[index.row()].point)
