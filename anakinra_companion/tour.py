"""Draws every page of the demo record into pictures, in each theme and text size, without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from anakinra_companion.demo import PastClock, fill
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths

# A Thursday afternoon: the demo always looks the same.
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=UTC)
ZONE = "America/New_York"
SIZE = (1180, 760)
THEMES = ("light", "dark")
SCALES = (100, 200)


def draw(folder: Path, *, themes: Sequence[str] | None = None, scales: Sequence[int] | None = None) -> int:
    """Writes one PNG for each page, theme and scale; returns 0, or 2 when the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        print(f"{folder} cannot be written: choose another folder for the pictures.", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # after the platform was chosen

    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    from anakinra_companion.ui.gallery import Gallery
    from anakinra_companion.ui.language import speak

    words = speak(application)

    with TemporaryDirectory(prefix="anakinra-tour-") as kept:
        paths = Paths.under(Path(kept))
        clock = PastClock(NOW, ZONE)
        fill(paths, clock)
        later = PastClock(NOW + timedelta(minutes=1), ZONE)
        diary = open_diary(paths, later, list)
        gallery = Gallery(diary, later, Path(kept), SIZE)
        for theme in themes or THEMES:
            for scale in scales or SCALES:
                gallery.draw(folder, theme, scale)
        gallery.close()
        diary.close()
    del words, application
    return 0
