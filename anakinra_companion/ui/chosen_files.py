"""Which file a person means; neither it nor its folder is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def file_to_read(parent: QWidget, words: str, filters: Sequence[str]) -> str:
    """The file that a person chooses, "" for none."""
    dialog = QFileDialog(parent, words, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog, filters)


def file_to_write(parent: QWidget, words: str, name: str, filters: Sequence[str]) -> str:
    """Where a person wants a file to be, "" for nowhere; Qt asks before an older one is replaced."""
    dialog = QFileDialog(parent, words, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    return _chosen(dialog, filters)


def _chosen(dialog: QFileDialog, filters: Sequence[str]) -> str:
    dialog.setNameFilters(list(filters))
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    path = dialog.selectedFiles()[0] if chosen and dialog.selectedFiles() else ""
    # Qt writes the folder last visited into settings of its own when the dialog goes.
    dialog.setHistory([])
    dialog.setDirectory(QDir.homePath())
    dialog.deleteLater()
    return path
