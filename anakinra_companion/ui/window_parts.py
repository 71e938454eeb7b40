"""What stands in the window beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from anakinra_companion.ui import theme

_tr = QCoreApplication.translate


def rail_entries() -> list[tuple[str, str, str]]:
    """The pages of the rail: name, word, icon."""
    return [
        ("today", _tr("Window", "Today"), "today"),
        ("sites", _tr("Window", "Body map"), "bodymap"),
        ("storage", _tr("Window", "Storage"), "storage"),
        ("calendar", _tr("Window", "Calendar"), "calendar"),
        ("settings", _tr("Window", "Settings"), "settings"),
        ("help", _tr("Window", "Help now"), "help"),
    ]


def add_keys(
    window: QWidget, help_now: Callable[[], None], show: Callable[[str], None], undo: Callable[[], None]
) -> None:
    """The keys that work everywhere: help, undo, and a number for each page of the rail."""
    from PySide6.QtGui import QKeySequence, QShortcut  # their many names take a while to import

    QShortcut(QKeySequence("F1"), window, help_now)
    for number, (name, _, _) in enumerate(rail_entries()[:-1], start=1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), window, partial(show, name))
    QShortcut(QKeySequence.StandardKey.Undo, window, undo)


def waiting() -> QWidget:
    """What stands there until the record is open."""
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.addStretch(1)
    across.addWidget(QLabel(_tr("Window", "Opening your record...")))
    across.addStretch(1)
    return holder


def damage_line(entries: int) -> QWidget:
    """Says that so many entries of the record were changed from outside."""
    from anakinra_companion.ui.widgets.alert_line import AlertLine  # seldom needed

    told = QCoreApplication.translate(
        "Window", "Parts of your record were changed from outside this program: %n.", "", entries
    )
    rest = _tr("Window", "Do not use any syringe by this record. Ask your pharmacist, and go back to a copy.")
    return AlertLine(theme.Tone.STOP, _tr("Window", "Stop"), f"{told} {rest}")
