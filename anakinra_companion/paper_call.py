"""The call `paper`: the papers of the body map, written without a screen."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anakinra_companion.domain.sites import Plane

if TYPE_CHECKING:
    import argparse

    from anakinra_companion.diary.diary import Diary

FINE, FAILED = 0, 2
NOT_ALONE = "Arms and buttocks are only for when somebody else injects: add --helper."
PRINT_IT = "Print it at 100 %, not fitted to the page, and measure its ruler first."


def write_paper(diary: Diary, options: argparse.Namespace) -> int:
    """Writes one paper and says so; errors are one plain sentence on stderr."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication  # after the platform was chosen
    except ImportError as error:
        from anakinra_companion.screen import missing_library

        return _failed(missing_library(str(error)))
    from anakinra_companion.papers.ink import TooMuchToPrint

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        told, sentence = _written(diary, options)
    except NotAloneError:
        return _failed(NOT_ALONE)
    except TooMuchToPrint:
        return _failed("This does not fit on paper at its real size, so nothing was written.")
    except OSError as error:
        why = error.strerror or "unknown"
        return _failed(f"{options.out} cannot be written ({why.lower()}): choose another file or folder with --out.")
    finally:
        del application
    print(json.dumps(told, indent=2, ensure_ascii=False) if options.json else sentence)
    return FINE


class NotAloneError(Exception):
    """A place that nobody reaches alone was asked for by somebody who injects alone (S24, S25)."""


def _written(diary: Diary, options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    from anakinra_companion import printing
    from anakinra_companion.papers.page_sizes import size_name

    profile = diary.profile()
    helper = options.helper or bool(profile.helper)
    size = options.page or size_name(profile.country)
    path: Path = options.out
    told: dict[str, Any] = {"file": str(path.absolute()), "paper": options.paper, "page": size, "helper": helper}
    if options.paper == "rotation":
        shown = printing.save_rotation(diary, path, size, helper=helper)
        blank = "" if shown.suggests else " Its rows are blank: no next dose is known."
        return {**told, "suggests": shown.suggests}, f"Saved {path}.{blank}"
    plane = Plane(options.place.replace("-", "_"))
    if plane not in printing.planes(helper=helper):
        raise NotAloneError
    sheets = printing.save_dots(diary, path, plane, size, helper=helper)
    many = "1 sheet" if sheets == 1 else f"{sheets} sheets to tape together"
    return {**told, "place": plane.value, "sheets": sheets}, f"Saved {path}: {many}. {PRINT_IT}"


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED
